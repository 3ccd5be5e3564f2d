"""Questions to the organisation: one module per topic."""

from tera.organisasi.selectors.orang import pegawai_terlihat, unit_terlihat
from tera.organisasi.selectors.penilai import (
    HasilPenilai,
    berlaku_pada,
    diawasi_oleh,
    dinilai_oleh,
    penilai_pada,
    penugasan_utama,
    unit_utama,
)

__all__ = [
    "HasilPenilai",
    "berlaku_pada",
    "diawasi_oleh",
    "dinilai_oleh",
    "pegawai_terlihat",
    "penilai_pada",
    "penugasan_utama",
    "unit_terlihat",
    "unit_utama",
]
