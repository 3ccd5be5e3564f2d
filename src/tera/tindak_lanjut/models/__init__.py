"""Tables of the room: one module per topic."""

from tera.tindak_lanjut.models.pengembangan import (
    DampakPelatihan,
    KegiatanPengembangan,
    Kesenjangan,
    Nominasi,
    Pelatihan,
    Pendampingan,
    PesertaPelatihan,
    PorsiBelajar,
    RencanaPengembangan,
    SesiPelatihan,
    TemuPendampingan,
    UsulTugas,
)

__all__ = [
    "DampakPelatihan",
    "KegiatanPengembangan",
    "Kesenjangan",
    "Nominasi",
    "Pelatihan",
    "Pendampingan",
    "PesertaPelatihan",
    "PorsiBelajar",
    "RencanaPengembangan",
    "SesiPelatihan",
    "TemuPendampingan",
    "UsulTugas",
]
