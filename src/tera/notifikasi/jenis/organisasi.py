"""Kinds about the organisation: reports of a wrong rater, opened periods, an officer's look."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import (
    hari_kejadian,
    laporan_kejadian,
    pegawai_bertugas,
    pengelola_unit,
)

#: The event and the kind.
PERIODE_DIBUKA = "organisasi.periode_dibuka"


def _pengelola(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in laporan_kejadian(kejadian):
        for pegawai_id in pengelola_unit(unit_id=satu["unit_id"], kejadian=kejadian):
            yield Kabar(pegawai_id, {"id": satu["pk"], "tentang": satu["pegawai_id"]})


def _pelapor(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in laporan_kejadian(kejadian):
        yield Kabar(satu["pegawai_id"], {"id": satu["pk"]})


def _dibuka(kejadian: Kejadian) -> Iterator[Kabar]:
    """One officer's session is one piece of news, however many pages it opened."""
    muatan = kejadian.muatan
    yield Kabar(muatan["pegawai_id"], {}, f"akses_petugas:{muatan['sesi_id']}")


def _semua(kejadian: Kejadian) -> Iterator[Kabar]:
    yield from kabar_periode(
        periode_id=kejadian.muatan["id"],
        instansi_id=kejadian.instansi_id,
        pada=hari_kejadian(kejadian),
    )


def kabar_periode(*, periode_id: int, instansi_id: int, pada: dt.date) -> Iterator[Kabar]:
    """Everybody who plans, once per period: opened by hand today, or by its day that came."""
    kunci = f"{PERIODE_DIBUKA}:{periode_id}"
    for pegawai_id in pegawai_bertugas(instansi_id=instansi_id, pada=pada):
        yield Kabar(pegawai_id, {"periode_id": periode_id}, kunci)


DAFTAR = (
    Jenis(
        "laporan_penilai.dilaporkan",
        K.TUGAS,
        _("%(nama)s melaporkan penilai yang salah"),
        "organisasi:laporan_antrean",
        (),
        "laporan_penilai.laporkan",
        _pengelola,
    ),
    Jenis(
        "laporan_penilai.diproses",
        K.HASIL,
        _("Laporan Anda tentang penilai sedang dikerjakan pengelola kinerja"),
        "organisasi:lapor_penilai",
        (),
        "laporan_penilai.proses",
        _pelapor,
    ),
    Jenis(
        "laporan_penilai.diperbaiki",
        K.HASIL,
        _("Laporan Anda tentang penilai selesai; baca jawabannya"),
        "organisasi:lapor_penilai",
        (),
        "laporan_penilai.perbaiki",
        _pelapor,
    ),
    Jenis(
        "laporan_penilai.ditolak",
        K.HASIL,
        _("Laporan Anda tentang penilai ditolak; baca alasannya"),
        "organisasi:lapor_penilai",
        (),
        "laporan_penilai.tolak",
        _pelapor,
    ),
    Jenis(
        PERIODE_DIBUKA,
        K.TUGAS,
        _("%(periode)s dibuka; SKP sudah bisa disusun"),
        "skp:daftar",
        (),
        PERIODE_DIBUKA,
        _semua,
    ),
    Jenis(
        "organisasi.akses_petugas",
        K.DATA,
        _("Petugas membuka data Anda; lihat siapa, kapan, dan alasannya"),
        "web:akses",
        (),
        "organisasi.akses_petugas",
        _dibuka,
    ),
)
