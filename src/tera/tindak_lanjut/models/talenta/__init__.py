"""Tables of talent and promotion."""

from tera.tindak_lanjut.models.talenta.karier import PencarianJabatan, UsulKarier
from tera.tindak_lanjut.models.talenta.orang import KoreksiFakta, PembacaanTalenta
from tera.tindak_lanjut.models.talenta.peta import (
    KotakTalenta,
    PenilaianPotensi,
    PeringkatKinerja,
    PetaTalenta,
)
from tera.tindak_lanjut.models.talenta.suksesi import AnggotaSuksesi, KelompokSuksesi

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
