"""The stage of continuous feedback: Andi, his plan, Budi above, colleagues, a November day."""

import datetime as dt
from typing import Any

from evaluasi.panggung import PADA, kebijakan, skp_ditetapkan
from pemeran import Pemeran
from tera.organisasi.models import AnggotaTim, Pegawai, TimKerja
from tera.pelaksanaan.models import BuktiDukung
from tera.skp.models import SKP, RencanaHasilKerja
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from tera.umpan_balik.services import berkelanjutan, permintaan
from umpan_balik.panggung_putaran import rekan_bidang

__all__ = ["PADA", "kebijakan", "rekan_bidang", "skp_ditetapkan"]
SIANG = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)
TEKS = "Rekap data kamis lalu selesai sehari lebih awal sehingga rapat berjalan lancar."


def isi(sasaran: str = "umum", teks: str = TEKS, **lain: Any) -> berkelanjutan.IsiUmpanBalik:
    """What is said; about the work in general unless told."""
    return berkelanjutan.IsiUmpanBalik(
        sasaran=sasaran,
        jenis=lain.pop("jenis", "saran"),
        teks=teks,
        tanggal=lain.pop("tanggal", PADA),
        **lain,
    )


def beri(
    para: Pemeran,
    dari: Pegawai | None = None,
    kepada: Pegawai | None = None,
    sasaran: str = "umum",
    **lain: Any,
) -> UmpanBalik:
    """Budi tells Andi, unless told otherwise."""
    minta = lain.pop("permintaan", None)
    return berkelanjutan.beri_umpan_balik(
        aktor=para.aktor(dari or para.budi),
        penerima=kepada or para.andi,
        isi=isi(sasaran, **lain),
        permintaan=minta,
        pada=PADA,
    )[0]


def minta(
    para: Pemeran,
    kepada: Pegawai | None = None,
    dari: Pegawai | None = None,
    sasaran: str = "umum",
    pada: dt.date = PADA,
) -> PermintaanUmpanBalik:
    """Andi asks Budi, unless told otherwise."""
    return permintaan.minta_umpan_balik(
        aktor=para.aktor(dari or para.andi),
        kepada=[kepada or para.budi],
        sasaran=sasaran,
        pesan="Mohon masukannya",
        pada=pada,
    )[0]


def rhk(skp: SKP) -> RencanaHasilKerja:
    """The only row of the plan."""
    return skp.daftar_rhk.get()


def bukti(skp: SKP) -> BuktiDukung:
    """A link as evidence for the plan's row."""
    return BuktiDukung.objects.create(
        instansi=skp.instansi, pegawai=skp.pegawai, penugasan=skp.penugasan, skp=skp,
        rhk_kunci=rhk(skp).kunci, nama="Rekap November", jenis="tautan",
        url="https://contoh.invalid/rekap",
    )  # fmt: skip


def tim(para: Pemeran, ketua: Pegawai, *anggota: Pegawai) -> TimKerja:
    """A team of the instansi."""
    satu = TimKerja.objects.create(
        instansi=para.instansi, unit=para.dinas, nama="Tim Data", ketua=ketua,
        sejak=dt.date(2026, 1, 1),
    )  # fmt: skip
    for orang in anggota:
        AnggotaTim.objects.create(tim=satu, pegawai=orang, sejak=dt.date(2026, 1, 1))
    return satu
