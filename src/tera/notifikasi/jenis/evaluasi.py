"""Kinds about the appraisal. Before a result is delivered the person is told nothing of it."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import (
    atasan_penandatangan,
    evaluasi_banyak,
    evaluasi_kejadian,
    pengelola_unit,
)


def _pegawai(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, Kabar]]:
    for kejadian, satu in evaluasi_banyak(daftar):
        muatan = {"id": satu["pk"], "periode_id": satu["periode_id"]}
        yield kejadian, Kabar(satu["pegawai_id"], muatan)


def _tentang(satu: dict[str, int]) -> dict[str, int]:
    return {
        "id": satu["pk"],
        "tentang": satu["pegawai_id"],
        "periode_id": satu["periode_id"],
    }


def _penilai(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, Kabar]]:
    for kejadian, satu in evaluasi_banyak(daftar):
        if satu["penilai_id"]:
            yield kejadian, Kabar(satu["penilai_id"], _tentang(satu))


def _atasan(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in evaluasi_kejadian(kejadian):
        for pegawai_id in atasan_penandatangan(evaluasi_id=satu["pk"], kejadian=kejadian):
            yield Kabar(pegawai_id, _tentang(satu))


def _pengelola(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in evaluasi_kejadian(kejadian):
        for pegawai_id in pengelola_unit(unit_id=satu["unit_id"], kejadian=kejadian):
            yield Kabar(pegawai_id, _tentang(satu))


DAFTAR = (
    Jenis(
        "evaluasi.swakaji_dikirim",
        K.TIM,
        _("%(nama)s mengirim swakaji %(periode)s"),
        "evaluasi:rincian",
        ("id",),
        "evaluasi.swakaji_dikirim",
        susun_banyak=_penilai,
    ),
    Jenis(
        "evaluasi.tanda_tangan",
        K.TUGAS,
        _("Penilaian %(nama)s, %(periode)s, menunggu tanda tangan Anda"),
        "evaluasi:rincian",
        ("id",),
        "evaluasi.nilai",
        _atasan,
    ),
    Jenis(
        "evaluasi.disampaikan",
        K.TUGAS,
        _("Hasil evaluasi %(periode)s disampaikan; baca, lalu catat bahwa Anda menerimanya"),
        "evaluasi:rincian",
        ("id",),
        "evaluasi.sampaikan",
        susun_banyak=_pegawai,
    ),
    Jenis(
        "evaluasi.diterima",
        K.TIM,
        _("%(nama)s mencatat penerimaan hasil evaluasi %(periode)s"),
        "evaluasi:rincian",
        ("id",),
        "evaluasi.terima",
        susun_banyak=_penilai,
    ),
    Jenis(
        "evaluasi.final",
        K.HASIL,
        _("Hasil evaluasi %(periode)s Anda final"),
        "evaluasi:rincian",
        ("id",),
        "evaluasi.finalkan",
        susun_banyak=_pegawai,
    ),
    Jenis(
        "evaluasi.minta_buka_kembali",
        K.TUGAS,
        _("Penilai meminta hasil %(nama)s, %(periode)s, dibuka kembali; menunggu persetujuan Anda"),
        "evaluasi:pantau",
        ("periode_id",),
        "evaluasi.minta_buka_kembali",
        _pengelola,
    ),
    Jenis(
        "evaluasi.setuju_buka_kembali",
        K.TUGAS,
        _("Permintaan membuka kembali hasil %(nama)s, %(periode)s, disetujui"),
        "evaluasi:rincian",
        ("id",),
        "evaluasi.setujui_buka_kembali",
        susun_banyak=_penilai,
    ),
)
