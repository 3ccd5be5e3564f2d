"""Changes of the organisation: one module per topic."""

from tera.organisasi.services.impor import impor_pegawai, impor_unor
from tera.organisasi.services.instansi import tambah_instansi
from tera.organisasi.services.penilai import segarkan_penilai
from tera.organisasi.services.penugasan import (
    buka_penugasan,
    cabut_penilai_khusus,
    tambah_pejabat,
    tetapkan_penilai_khusus,
    tutup_penugasan,
)

__all__ = [
    "buka_penugasan",
    "cabut_penilai_khusus",
    "impor_pegawai",
    "impor_unor",
    "segarkan_penilai",
    "tambah_instansi",
    "tambah_pejabat",
    "tetapkan_penilai_khusus",
    "tutup_penugasan",
]
