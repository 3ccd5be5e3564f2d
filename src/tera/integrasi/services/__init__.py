"""Changes of the exchange: reading BKN's Rekap, noting what is there, the archive."""

from tera.integrasi.services.arsip import HasilArsip, impor_arsip
from tera.integrasi.services.pengenal import impor_pengenal
from tera.integrasi.services.rekap import HasilRekap, impor_rekap, nyatakan_tercatat
from tera.integrasi.services.terdahulu import impor_terdahulu

__all__ = [
    "HasilArsip",
    "HasilRekap",
    "impor_arsip",
    "impor_pengenal",
    "impor_rekap",
    "impor_terdahulu",
    "nyatakan_tercatat",
]
