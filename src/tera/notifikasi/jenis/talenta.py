"""Kinds about talent: corrections, matrices, succession groups, files of promotion."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import pengelola_unit
from tera.notifikasi.selectors.sumber_giliran import giliran_usul_karier
from tera.notifikasi.selectors.sumber_talenta import (
    koreksi_kejadian,
    orang_peta,
    pembina_instansi,
    usul_kejadian,
)


def _koreksi_pengelola(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in koreksi_kejadian(kejadian):
        for siapa in pengelola_unit(unit_id=satu["unit_id"], kejadian=kejadian):
            if siapa != satu["pegawai_id"]:
                yield Kabar(siapa, {"id": satu["pk"], "tentang": satu["pegawai_id"]})


def _koreksi_pegawai(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in koreksi_kejadian(kejadian):
        yield Kabar(satu["pegawai_id"], {"id": satu["pk"]})


def _peta_pembina(kejadian: Kejadian) -> Iterator[Kabar]:
    for siapa in pembina_instansi(kejadian):
        yield Kabar(siapa, {"id": kejadian.muatan["id"]})


def _peta_orang(kejadian: Kejadian) -> Iterator[Kabar]:
    for siapa, tahun in orang_peta(kejadian):
        yield Kabar(siapa, {"tahun": tahun})


def _anggota(kejadian: Kejadian) -> Iterator[Kabar]:
    for siapa in kejadian.muatan.get("anggota", ()):
        yield Kabar(siapa)


def _usul_petugas(putusan: bool) -> Susun:
    """Whoever's turn it is on a file: its review, or its decision."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        for satu in usul_kejadian(kejadian):
            for siapa in giliran_usul_karier(kejadian, putusan=putusan):
                yield Kabar(siapa, {"id": satu["pk"], "tentang": satu["pegawai_id"]})

    return susun


def _usul_pengusul(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in usul_kejadian(kejadian):
        yield Kabar(satu["pengusul_id"], {"id": satu["pk"], "tentang": satu["pegawai_id"]})


def _usul_orang(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in usul_kejadian(kejadian):
        yield Kabar(satu["pegawai_id"])


def _jenis(
    kata: str, kelompok: K, kalimat: str | Promise, rute: str, peristiwa: str, susun: Susun
) -> Jenis:
    argumen = () if rute == "talenta_saya" else ("id",)
    return Jenis(
        f"talenta.{kata}", kelompok, kalimat, f"tindak_lanjut:{rute}", argumen, peristiwa, susun
    )


DAFTAR = (
    _jenis(
        "koreksi_diajukan",
        K.TUGAS,
        _("%(nama)s mengajukan koreksi fakta; menunggu jawaban Anda"),
        "talenta_koreksi",
        "talenta.koreksi_diajukan",
        _koreksi_pengelola,
    ),
    _jenis(
        "koreksi_diperbaiki",
        K.HASIL,
        _("Koreksi fakta Anda sudah diperbaiki"),
        "talenta_koreksi",
        "koreksi_fakta.perbaiki",
        _koreksi_pegawai,
    ),
    _jenis(
        "koreksi_ditolak",
        K.HASIL,
        _("Koreksi fakta Anda dijawab: datanya tidak diubah"),
        "talenta_koreksi",
        "koreksi_fakta.tolak",
        _koreksi_pegawai,
    ),
    _jenis(
        "peta_ditelaah",
        K.TUGAS,
        _("Peta talenta sudah disidangkan komite; menunggu penetapan Anda"),
        "talenta_matriks",
        "peta_talenta.telaah",
        _peta_pembina,
    ),
    _jenis(
        "peta_ditetapkan",
        K.HASIL,
        _("Peta talenta %(tahun)s ditetapkan; tempat Anda bisa dibaca"),
        "talenta_saya",
        "talenta.peta_ditetapkan",
        _peta_orang,
    ),
    _jenis(
        "suksesi_ditetapkan",
        K.HASIL,
        _("Anda masuk kelompok rencana suksesi yang ditetapkan"),
        "talenta_saya",
        "kelompok_suksesi.tetapkan",
        _anggota,
    ),
    _jenis(
        "usul_diajukan",
        K.TUGAS,
        _("Usul karier %(nama)s menunggu telaah"),
        "talenta_usul",
        "usul_karier.ajukan",
        _usul_petugas(putusan=False),
    ),
    _jenis(
        "usul_ditelaah",
        K.TUGAS,
        _("Usul karier %(nama)s menunggu putusan Anda"),
        "talenta_usul",
        "usul_karier.telaah",
        _usul_petugas(putusan=True),
    ),
    _jenis(
        "usul_dikembalikan",
        K.TUGAS,
        _("Usul karier %(nama)s dikembalikan kepada Anda"),
        "talenta_usul",
        "usul_karier.kembalikan",
        _usul_pengusul,
    ),
    _jenis(
        "usul_disetujui",
        K.TIM,
        _("Usul karier %(nama)s disetujui"),
        "talenta_usul",
        "usul_karier.setujui",
        _usul_pengusul,
    ),
    _jenis(
        "usul_ditolak",
        K.TIM,
        _("Usul karier %(nama)s tidak disetujui"),
        "talenta_usul",
        "usul_karier.tolak",
        _usul_pengusul,
    ),
    _jenis(
        "usul_diputus_setuju",
        K.HASIL,
        _("Usul karier tentang Anda disetujui"),
        "talenta_saya",
        "usul_karier.setujui",
        _usul_orang,
    ),
    _jenis(
        "usul_diputus_tolak",
        K.HASIL,
        _("Usul karier tentang Anda sudah diputus"),
        "talenta_saya",
        "usul_karier.tolak",
        _usul_orang,
    ),
)
