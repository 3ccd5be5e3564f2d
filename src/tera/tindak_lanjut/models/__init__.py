"""Tables of the room: one module per topic."""

from tera.tindak_lanjut.models.tindakan import (
    ButirPerbaikan,
    KeputusanTindakan,
    RencanaPerbaikan,
    TindakLanjut,
    TinjauanPerbaikan,
)
from tera.tindak_lanjut.models.tindakan_pembinaan import (
    BacaanKonseling,
    BimbinganKinerja,
    Konseling,
    TinjauanPerjanjian,
)

__all__ = [
    "BacaanKonseling",
    "BimbinganKinerja",
    "ButirPerbaikan",
    "KeputusanTindakan",
    "Konseling",
    "RencanaPerbaikan",
    "TindakLanjut",
    "TinjauanPerbaikan",
    "TinjauanPerjanjian",
]
