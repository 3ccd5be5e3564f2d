"""Receivers and daily looks of development."""

from tera.antarmuka import tautan
from tera.core import clock, jadwal
from tera.organisasi.models import Instansi
from tera.tindak_lanjut.services.pengembangan.rencana import tutup_tahun


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
    tautan.daftarkan("pengembangan.saya", "tindak_lanjut:pengembangan_saya")
    tautan.daftarkan("pengembangan.rencana", "tindak_lanjut:pengembangan_orang")
    tautan.daftarkan("pengembangan.peta", "tindak_lanjut:pengembangan_peta")
    jadwal.daftarkan("pengembangan.tutup_tahun", tutup_semua)


def tutup_semua() -> None:
    """Close the plans of ended years, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        tutup_tahun(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))
