"""Tables of development: the plan, training, nomination, mentoring, challenging work."""

from tera.tindak_lanjut.models.pengembangan.pelatihan import (
    DampakPelatihan,
    Pelatihan,
    PesertaPelatihan,
    SesiPelatihan,
)
from tera.tindak_lanjut.models.pengembangan.rencana import (
    KegiatanPengembangan,
    Kesenjangan,
    PorsiBelajar,
    RencanaPengembangan,
)
from tera.tindak_lanjut.models.pengembangan.usul import (
    Nominasi,
    Pendampingan,
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
