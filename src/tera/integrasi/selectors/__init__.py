"""Questions of the exchange: what waits to be entered, what differs, what to copy."""

from tera.integrasi.selectors.catatan import daftar_tukar, evaluasi_unit, hitungan_tukar
from tera.integrasi.selectors.salin import BagianSalin, ButirSalin, salinan_evaluasi, salinan_skp

__all__ = [
    "BagianSalin",
    "ButirSalin",
    "daftar_tukar",
    "evaluasi_unit",
    "hitungan_tukar",
    "salinan_evaluasi",
    "salinan_skp",
]
