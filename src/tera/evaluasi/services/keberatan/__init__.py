"""Objections: filed, both sides heard, decided once (PP 30/2019 Pasal 59)."""

from tera.evaluasi.services.keberatan.klarifikasi import (
    IsiKeterangan,
    catat_keterangan,
    lampirkan_bukti,
    mulai_klarifikasi,
)
from tera.evaluasi.services.keberatan.pemutus import segarkan_pemutus
from tera.evaluasi.services.keberatan.pengajuan import IsiKertas, ajukan_keberatan
from tera.evaluasi.services.keberatan.putusan import IsiPutusan, putuskan_keberatan

__all__ = [
    "IsiKertas",
    "IsiKeterangan",
    "IsiPutusan",
    "ajukan_keberatan",
    "catat_keterangan",
    "lampirkan_bukti",
    "mulai_klarifikasi",
    "putuskan_keberatan",
    "segarkan_pemutus",
]
