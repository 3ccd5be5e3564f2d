"""Tables of what follows a result: one module per topic."""

from tera.tindak_lanjut.models.talenta import (
    AnggotaSuksesi,
    KelompokSuksesi,
    KoreksiFakta,
    KotakTalenta,
    PembacaanTalenta,
    PencarianJabatan,
    PenilaianPotensi,
    PeringkatKinerja,
    PetaTalenta,
    UsulKarier,
)

__all__ = [
    "AnggotaSuksesi",
    "KelompokSuksesi",
    "KoreksiFakta",
    "KotakTalenta",
    "PembacaanTalenta",
    "PencarianJabatan",
    "PenilaianPotensi",
    "PeringkatKinerja",
    "PetaTalenta",
    "UsulKarier",
]
