"""Which party rates a kind of jabatan: the dated tables of ``tera.regulasi.penilai``."""

import datetime as dt
from enum import StrEnum
from functools import lru_cache

from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import JenisInstansi, JenisJabatan, PenetapSKP
from tera.regulasi.penilai import PENETAP_SKP, PENILAI_LANGSUNG, kewenangan_menilai, penetap_skp

# Assignments may be older than the tables: their oldest record answers for the days before it.
_AWAL = max(PENETAP_SKP.daftar[0].sejak, PENILAI_LANGSUNG.daftar[0].sejak)


class Pihak(StrEnum):
    """Where the rater is found."""

    ATASAN_LANGSUNG = "atasan_langsung"
    PIMPINAN_INSTANSI = "pimpinan_instansi"
    LUAR_INSTANSI = "luar_instansi"


_PIHAK = {
    PenetapSKP.KEPALA_DAERAH: Pihak.PIMPINAN_INSTANSI,
    PenetapSKP.PIMPINAN_INSTANSI: Pihak.PIMPINAN_INSTANSI,
    PenetapSKP.MENTERI_KOORDINATOR: Pihak.LUAR_INSTANSI,
}


@lru_cache(maxsize=1024)
def pihak_penilai(jenis_jabatan: str, jenis_instansi: str, pada: dt.date) -> Pihak:
    """Return where the rater of this kind of jabatan is found, on the day.

    A head of a unit kerja mandiri below JPT may be set by the coordinating head: that is the head
    of the unit above, so only JPT leave the tree.
    """
    try:
        jawaban = penetap_skp(
            jenis_jabatan=JenisJabatan(jenis_jabatan),
            jenis_instansi=JenisInstansi(jenis_instansi),
            pada=max(pada, _AWAL),
        )
    except (ValueError, MasukanSalahError):
        # A post the table doesn't know (JPT utama in a region): no rater inside the instansi.
        return Pihak.LUAR_INSTANSI
    return _PIHAK.get(jawaban.penetap, Pihak.ATASAN_LANGSUNG)


@lru_cache(maxsize=1024)
def boleh_menilai_langsung(jenis_jabatan: str, pada: dt.date) -> bool:
    """Whether the holder of this kind of jabatan may rate without a letter of delegation."""
    if jenis_jabatan == "pejabat_negara":
        jabatan, kepala = None, True
    else:
        jabatan, kepala = JenisJabatan(jenis_jabatan), False
    return kewenangan_menilai(
        jenis_jabatan=jabatan, kepala_daerah_atau_menteri=kepala, pada=max(pada, _AWAL)
    ).boleh
