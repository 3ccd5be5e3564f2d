"""Kinds about development: plans, evidence, seats, nominations, pairs, challenging work."""

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber_giliran import pemutus_nominasi, pemutus_tugas


def _kepada(*pihak: str, tentang: str = "", **lain: str) -> Susun:
    """Who is told, by the keys of the event; ``lain`` renames further ids for the route."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        isi = kejadian.muatan
        muatan = {"id": isi["id"], **{nama: isi[kunci] for nama, kunci in lain.items()}}
        if tentang:
            muatan["tentang"] = isi[tentang]
        for siapa in dict.fromkeys(isi.get(kunci) for kunci in pihak):
            if siapa and siapa != isi.get("oleh_id"):
                yield Kabar(siapa, muatan)

    return susun


def _pemutus(pilih: Callable[[Kejadian], list[int]]) -> Susun:
    """Whoever's turn it is to decide."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        isi = kejadian.muatan
        for siapa in pilih(kejadian):
            yield Kabar(siapa, {"id": isi["id"], "tentang": isi["pegawai_id"]})

    return susun


def _peserta(kejadian: Kejadian) -> Iterator[Kabar]:
    isi = kejadian.muatan
    for siapa in isi["daftar_pegawai"]:
        yield Kabar(siapa, {"id": isi["id"], "pelatihan_id": isi["pelatihan_id"]})


def _jenis(
    kata: str,
    kelompok: K,
    kalimat: str | Promise,
    rute: str,
    argumen: tuple[str, ...],
    peristiwa: str,
    susun: Susun,
) -> Jenis:
    return Jenis(
        f"pengembangan.{kata}", kelompok, kalimat, f"tindak_lanjut:{rute}", argumen, peristiwa,
        susun,
    )  # fmt: skip


_RENCANA = "rencana_pengembangan"
_KEGIATAN = "kegiatan_pengembangan"
_ID = ("id",)

DAFTAR = (
    _jenis(
        "rencana_diajukan",
        K.TUGAS,
        _("%(nama)s mengajukan rencana pengembangan"),
        "pengembangan_orang",
        ("orang",),
        f"{_RENCANA}.ajukan",
        _kepada("penilai_id", tentang="pegawai_id", orang="pegawai_id"),
    ),
    _jenis(
        "rencana_dikembalikan",
        K.TUGAS,
        _("Rencana pengembangan Anda dikembalikan dengan catatan"),
        "pengembangan_saya",
        (),
        f"{_RENCANA}.kembalikan",
        _kepada("pegawai_id"),
    ),
    _jenis(
        "rencana_disetujui",
        K.HASIL,
        _("Rencana pengembangan Anda disetujui; kegiatannya bisa dimulai"),
        "pengembangan_saya",
        (),
        f"{_RENCANA}.setujui",
        _kepada("pegawai_id"),
    ),
    _jenis(
        "kegiatan_selesai",
        K.TUGAS,
        _("%(nama)s melaporkan kegiatan pengembangan selesai; periksa buktinya"),
        "pengembangan_kegiatan",
        _ID,
        f"{_KEGIATAN}.selesaikan",
        _kepada("penilai_id", tentang="pegawai_id"),
    ),
    _jenis(
        "kegiatan_dikembalikan",
        K.TUGAS,
        _("Laporan kegiatan pengembangan Anda dikembalikan dengan catatan"),
        "pengembangan_kegiatan",
        _ID,
        f"{_KEGIATAN}.kembalikan",
        _kepada("pegawai_id"),
    ),
    _jenis(
        "kegiatan_diverifikasi",
        K.HASIL,
        _("Bukti kegiatan pengembangan Anda diverifikasi; JP-nya dihitung"),
        "pengembangan_kegiatan",
        _ID,
        f"{_KEGIATAN}.verifikasi",
        _kepada("pegawai_id"),
    ),
    _jenis(
        "mendapat_kursi",
        K.HASIL,
        _("Anda mendapat kursi pelatihan"),
        "pelatihan",
        ("pelatihan_id",),
        "peserta_pelatihan.tempatkan",
        _kepada("pegawai_id", pelatihan_id="pelatihan_id"),
    ),
    _jenis(
        "lulus_pelatihan",
        K.HASIL,
        _("Anda dinyatakan lulus pelatihan; unggah sertifikatnya"),
        "pelatihan",
        ("pelatihan_id",),
        "peserta_pelatihan.luluskan",
        _kepada("pegawai_id", pelatihan_id="pelatihan_id"),
    ),
    _jenis(
        "sesi_dibatalkan",
        K.TUGAS,
        _("Sesi pelatihan yang Anda ikuti dibatalkan"),
        "pelatihan",
        ("pelatihan_id",),
        "pengembangan.sesi_dibatalkan",
        _peserta,
    ),
    _jenis(
        "nominasi_diusulkan",
        K.HASIL,
        _("%(nama)s menominasikan Anda; menunggu putusan"),
        "nominasi",
        _ID,
        "pengembangan.nominasi_diusulkan",
        _kepada("pegawai_id", tentang="pengusul_id"),
    ),
    _jenis(
        "nominasi_menunggu",
        K.TUGAS,
        _("Nominasi %(nama)s menunggu putusan Anda"),
        "nominasi",
        _ID,
        "pengembangan.nominasi_diusulkan",
        _pemutus(pemutus_nominasi),
    ),
    _jenis(
        "nominasi_disetujui",
        K.HASIL,
        _("Nominasi %(nama)s disetujui"),
        "nominasi",
        _ID,
        "nominasi.setujui",
        _kepada("pegawai_id", "pengusul_id", tentang="pegawai_id"),
    ),
    _jenis(
        "nominasi_ditolak",
        K.HASIL,
        _("Nominasi %(nama)s belum disetujui; alasannya tertulis"),
        "nominasi",
        _ID,
        "nominasi.tolak",
        _kepada("pegawai_id", "pengusul_id", tentang="pegawai_id"),
    ),
    _jenis(
        "tugas_diusulkan",
        K.HASIL,
        _("%(nama)s mengusulkan tugas menantang bagi Anda"),
        "usul_tugas",
        _ID,
        "pengembangan.tugas_diusulkan",
        _kepada("pegawai_id", tentang="pengusul_id"),
    ),
    _jenis(
        "tugas_menunggu",
        K.TUGAS,
        _("Usul tugas menantang bagi %(nama)s menunggu putusan Anda"),
        "usul_tugas",
        _ID,
        "pengembangan.tugas_diusulkan",
        _pemutus(pemutus_tugas),
    ),
    _jenis(
        "tugas_disetujui",
        K.HASIL,
        _("Usul tugas menantang bagi %(nama)s disetujui"),
        "usul_tugas",
        _ID,
        "usul_tugas.setujui",
        _kepada("pegawai_id", "pengusul_id", tentang="pegawai_id"),
    ),
    _jenis(
        "tugas_ditolak",
        K.HASIL,
        _("Usul tugas menantang bagi %(nama)s belum disetujui; alasannya tertulis"),
        "usul_tugas",
        _ID,
        "usul_tugas.tolak",
        _kepada("pegawai_id", "pengusul_id", tentang="pegawai_id"),
    ),
    _jenis(
        "pendampingan_diusulkan",
        K.TUGAS,
        _("Pendampingan diusulkan; menunggu persetujuan Anda"),
        "pendampingan",
        _ID,
        "pengembangan.pendampingan_diusulkan",
        _kepada("pegawai_id", "pembimbing_id"),
    ),
    _jenis(
        "pendampingan_disepakati",
        K.HASIL,
        _("Pendampingan disepakati dan dimulai"),
        "pendampingan",
        _ID,
        "pendampingan.sepakati",
        _kepada("pegawai_id", "pembimbing_id"),
    ),
    _jenis(
        "pendampingan_ditolak",
        K.HASIL,
        _("Pendampingan ditolak; alasannya tertulis"),
        "pendampingan",
        _ID,
        "pendampingan.tolak",
        _kepada("pegawai_id", "pembimbing_id"),
    ),
    _jenis(
        "pendampingan_selesai",
        K.HASIL,
        _("Pendampingan selesai; hasilnya tertulis"),
        "pendampingan",
        _ID,
        "pendampingan.selesaikan",
        _kepada("pegawai_id", "pembimbing_id"),
    ),
)
