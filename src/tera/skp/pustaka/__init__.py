"""Written help for drafting an SKP: indicator library, sentence checker, rubrik defaults.

Pure Python over TOML files beside the code: no Django, no database, no clock. Everything here is a
proposal (usulan) that pegawai and penilai may follow or ignore; nothing here blocks a person.
"""

from tera.skp.pustaka.indikator_pustaka import (
    Indikator,
    JabatanPustaka,
    cari_indikator,
    daftar_jabatan_pustaka,
    pustaka_jabatan,
)
from tera.skp.pustaka.pemeriksa import Saran, periksa_indikator, periksa_rhk
from tera.skp.pustaka.rubrik_pustaka import Kriteria, Rubrik, rubrik_bawaan
from tera.skp.pustaka.toml_data import PustakaError

__all__ = [
    "Indikator",
    "JabatanPustaka",
    "Kriteria",
    "PustakaError",
    "Rubrik",
    "Saran",
    "cari_indikator",
    "daftar_jabatan_pustaka",
    "periksa_indikator",
    "periksa_rhk",
    "pustaka_jabatan",
    "rubrik_bawaan",
]
