"""Tables of the organisation."""

from tera.organisasi.models.arah import ButirPerencanaan, IndikatorPerjanjian, JenisButir
from tera.organisasi.models.hitungan import HitunganUnit, TandaBasi
from tera.organisasi.models.instansi import (
    Instansi,
    JenisPeriode,
    KebijakanInstansi,
    Periode,
    PerpanjanganBatas,
    RiwayatInduk,
    UnitKerja,
)
from tera.organisasi.models.pegawai import (
    Jabatan,
    JenisJabatan,
    JenisPenugasan,
    NomorInduk,
    Pegawai,
    Penugasan,
    StatusPegawai,
)
from tera.organisasi.models.perjanjian import PerjanjianKerja
from tera.organisasi.models.relasi import (
    AksesPetugas,
    AnggotaTim,
    CakupanDelegasi,
    Delegasi,
    HubunganDekat,
    HubunganPenilai,
    ImporData,
    LaporanPenilai,
    Penyiap,
    PeranPetugas,
    TimKerja,
)
from tera.organisasi.models.sertifikat import SertifikatPenilai

__all__ = [
    "AksesPetugas",
    "AnggotaTim",
    "ButirPerencanaan",
    "CakupanDelegasi",
    "Delegasi",
    "HitunganUnit",
    "HubunganDekat",
    "HubunganPenilai",
    "ImporData",
    "IndikatorPerjanjian",
    "Instansi",
    "Jabatan",
    "JenisButir",
    "JenisJabatan",
    "JenisPenugasan",
    "JenisPeriode",
    "KebijakanInstansi",
    "LaporanPenilai",
    "NomorInduk",
    "Pegawai",
    "Penugasan",
    "Penyiap",
    "PeranPetugas",
    "Periode",
    "PerjanjianKerja",
    "PerpanjanganBatas",
    "RiwayatInduk",
    "SertifikatPenilai",
    "StatusPegawai",
    "TandaBasi",
    "TimKerja",
    "UnitKerja",
]
