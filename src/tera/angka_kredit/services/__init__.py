"""Changes of angka kredit: one module per topic."""

from tera.angka_kredit.services.fakta import catat_fakta, jawab_laporan, laporkan_fakta
from tera.angka_kredit.services.isi_masa import IsiMasa
from tera.angka_kredit.services.konversi import (
    koreksi_konversi,
    tetapkan_konversi,
    usulkan_periodik,
)
from tera.angka_kredit.services.masa import akhiri_masa, catat_masa, naikkan_jenjang
from tera.angka_kredit.services.massal import minta_penerbitan
from tera.angka_kredit.services.pak import batalkan_pak, susun_pak, tetapkan_pak
from tera.angka_kredit.services.selaras import selaraskan_konversi

__all__ = [
    "IsiMasa",
    "akhiri_masa",
    "batalkan_pak",
    "catat_fakta",
    "catat_masa",
    "jawab_laporan",
    "koreksi_konversi",
    "laporkan_fakta",
    "minta_penerbitan",
    "naikkan_jenjang",
    "selaraskan_konversi",
    "susun_pak",
    "tetapkan_konversi",
    "tetapkan_pak",
    "usulkan_periodik",
]
