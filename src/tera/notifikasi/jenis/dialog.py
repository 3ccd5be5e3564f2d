"""Kinds about the dialogue: meetings, agreements, questions, group sessions."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import kesepakatan_kejadian, peserta_sesi


def _lawan(kejadian: Kejadian) -> Iterator[Kabar]:
    """The other of two people who meet."""
    isi = kejadian.muatan
    for siapa in (isi["pegawai_id"], isi["mitra_id"]):
        if siapa != isi["oleh_id"]:
            yield Kabar(siapa, {"id": isi["id"], "tentang": isi["oleh_id"]})


def _sepakat(kejadian: Kejadian) -> Iterator[Kabar]:
    """Both sides of an agreement but the one who acted."""
    oleh = kejadian.muatan.get("oleh_id")
    for satu in kesepakatan_kejadian(kejadian):
        for siapa in {satu["penanggung_jawab_id"], satu["pihak_lain_id"]} - {oleh, None}:
            yield Kabar(siapa, {"id": satu["pk"]})


def _tanya(pihak: str, tentang: str) -> Susun:
    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        isi = kejadian.muatan
        if isi[pihak]:
            yield Kabar(isi[pihak], {"id": isi["id"], "tentang": isi[tentang]})

    return susun


def _sesi(kejadian: Kejadian) -> Iterator[Kabar]:
    for siapa in peserta_sesi(kejadian):
        yield Kabar(siapa, {"id": kejadian.muatan["id"]})


def _jenis(kata: str, kelompok: K, kalimat: str | Promise, rute: str, susun: Susun) -> Jenis:
    kode = f"dialog.{kata}"
    return Jenis(kode, kelompok, kalimat, f"dialog:{rute}", ("id",), kode, susun)


DAFTAR = (
    _jenis(
        "pertemuan_dijadwalkan",
        K.TUGAS,
        _("%(nama)s menjadwalkan pertemuan dengan Anda"),
        "pertemuan",
        _lawan,
    ),
    _jenis(
        "pertemuan_diubah",
        K.TUGAS,
        _("%(nama)s mengubah jadwal pertemuan dengan Anda"),
        "pertemuan",
        _lawan,
    ),
    _jenis(
        "pertemuan_dibatalkan",
        K.TUGAS,
        _("%(nama)s membatalkan pertemuan dengan Anda"),
        "pertemuan",
        _lawan,
    ),
    _jenis(
        "kesepakatan_diusulkan",
        K.TUGAS,
        _("Perubahan kesepakatan diusulkan; menunggu persetujuan Anda"),
        "kesepakatan",
        _sepakat,
    ),
    _jenis(
        "kesepakatan_jatuh_tempo",
        K.PENGINGAT,
        _("Kesepakatan dari pertemuan jatuh tempo"),
        "kesepakatan",
        _sepakat,
    ),
    _jenis(
        "pertanyaan_diajukan",
        K.TUGAS,
        _("%(nama)s bertanya tentang hasilnya; menunggu jawaban Anda"),
        "pertanyaan",
        _tanya("penilai_id", "penanya_id"),
    ),
    _jenis(
        "pertanyaan_dijawab",
        K.HASIL,
        _("%(nama)s menjawab pertanyaan Anda tentang hasil evaluasi"),
        "pertanyaan",
        _tanya("penanya_id", "penilai_id"),
    ),
    _jenis(
        "sesi_dijadwalkan",
        K.TUGAS,
        _("Anda diundang ke diskusi kelompok"),
        "sesi",
        _sesi,
    ),
    _jenis(
        "sesi_diubah",
        K.TUGAS,
        _("Jadwal diskusi kelompok Anda berubah"),
        "sesi",
        _sesi,
    ),
    _jenis(
        "sesi_dibatalkan",
        K.TUGAS,
        _("Diskusi kelompok yang Anda ikuti dibatalkan"),
        "sesi",
        _sesi,
    ),
)
