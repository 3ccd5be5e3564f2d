"""Kinds about angka kredit: what waits for the penilai, what was established, facts."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, SusunBanyak
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import hari_kejadian, pengelola_unit
from tera.notifikasi.selectors.sumber_angka_kredit import (
    fakta_banyak,
    konversi_banyak,
    masa_banyak,
    pak_banyak,
    unit_pegawai,
)

Banyak = Callable[[Sequence[Kejadian]], Iterator[tuple[Kejadian, dict[str, Any]]]]


def _menunggu(kejadian: Kejadian) -> Iterator[Kabar]:
    yield Kabar(kejadian.muatan["penilai_id"], {"jumlah": kejadian.muatan["jumlah"]})


def _pak(kejadian: Kejadian) -> Iterator[Kabar]:
    isi = kejadian.muatan
    yield Kabar(isi["penilai_id"], {"id": isi["id"], "tentang": isi["pegawai_id"]})


def _pengelola(kejadian: Kejadian) -> Iterator[Kabar]:
    for _kejadian, satu in fakta_banyak([kejadian]):
        unit = unit_pegawai(pegawai_id=satu["pegawai_id"], pada=hari_kejadian(kejadian))
        if unit is not None:
            for pegawai_id in pengelola_unit(unit_id=unit, kejadian=kejadian):
                yield Kabar(pegawai_id, {"id": satu["pk"], "tentang": satu["pegawai_id"]})


def _pegawai(sumber: Banyak, *bidang: str) -> SusunBanyak:
    """The person the row is about."""

    def susun(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, Kabar]]:
        for kejadian, satu in sumber(daftar):
            muatan = {"id": satu["pk"], **{nama: satu[nama] for nama in bidang}}
            yield kejadian, Kabar(satu["pegawai_id"], muatan)

    return susun


def _diimpor(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, Kabar]]:
    """Everybody of an imported sheet: the event names them, nothing is asked."""
    for kejadian in daftar:
        for pegawai_id in kejadian.muatan["pegawai"]:
            yield kejadian, Kabar(pegawai_id)


def _milik(
    kode: str, kalimat: str | Promise, rute: str, peristiwa: str, susun: SusunBanyak, *isi: str
) -> Jenis:
    return Jenis(f"angka_kredit.{kode}", K.HASIL, kalimat, rute, isi, peristiwa, susun_banyak=susun)


DAFTAR = (
    Jenis(
        "angka_kredit.menunggu",
        K.TUGAS,
        _("%(jumlah)s konversi angka kredit menunggu penetapan Anda"),
        "angka_kredit:konversi",
        (),
        "angka_kredit.menunggu",
        _menunggu,
    ),
    Jenis(
        "angka_kredit.pak_disusun",
        K.TUGAS,
        _("PAK %(nama)s menunggu penetapan Anda"),
        "angka_kredit:pak",
        ("id",),
        "angka_kredit.pak_disusun",
        _pak,
    ),
    Jenis(
        "angka_kredit.fakta_dilaporkan",
        K.TUGAS,
        _("%(nama)s melaporkan fakta jabatan fungsional yang keliru"),
        "angka_kredit:fakta_jawab",
        ("id",),
        "fakta_jf.laporkan",
        _pengelola,
    ),
    _milik(
        "ditetapkan",
        _("Angka kredit Anda untuk %(tahun)s ditetapkan"),
        "angka_kredit:saya",
        "konversi_predikat.tetapkan",
        _pegawai(konversi_banyak, "tahun"),
    ),
    _milik(
        "dikoreksi",
        _("Angka kredit Anda untuk %(tahun)s dikoreksi; alasannya ada di bukunya"),
        "angka_kredit:saya",
        "konversi_predikat.koreksi",
        _pegawai(konversi_banyak, "tahun"),
    ),
    _milik(
        "pak_ditetapkan",
        _("PAK Anda ditetapkan"),
        "angka_kredit:pak",
        "penetapan_angka_kredit.tetapkan",
        _pegawai(pak_banyak),
        "id",
    ),
    _milik(
        "jenjang_dicatat",
        _("Jenjang jabatan fungsional Anda dicatat; periksa TMT dan angka kreditnya"),
        "angka_kredit:saya",
        "angka_kredit.masa_dicatat",
        _pegawai(masa_banyak),
    ),
    _milik(
        "jenjang_diimpor",
        _("Jenjang jabatan fungsional Anda dicatat; periksa TMT dan angka kreditnya"),
        "angka_kredit:saya",
        "angka_kredit.masa_diimpor",
        _diimpor,
    ),
    _milik(
        "jenjang_diakhiri",
        _("Masa jenjang jabatan fungsional Anda diakhiri; alasannya ada di bukunya"),
        "angka_kredit:saya",
        "angka_kredit.masa_diakhiri",
        _pegawai(masa_banyak),
    ),
    _milik(
        "fakta_dicatat",
        _("Fakta jabatan fungsional Anda dicatat; periksa dan laporkan bila keliru"),
        "angka_kredit:saya",
        "angka_kredit.fakta_dicatat",
        _pegawai(fakta_banyak),
    ),
    _milik(
        "fakta_tetap",
        _("Laporan Anda tentang fakta jabatan fungsional dijawab"),
        "angka_kredit:saya",
        "fakta_jf.pertahankan",
        _pegawai(fakta_banyak),
    ),
    _milik(
        "fakta_dicabut",
        _("Fakta jabatan fungsional Anda dicabut; alasannya tercatat"),
        "angka_kredit:saya",
        "fakta_jf.cabut",
        _pegawai(fakta_banyak),
    ),
)
