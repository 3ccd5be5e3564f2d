"""Tables of the room: one module per topic."""

from tera.tindak_lanjut.models.penghargaan import (
    AnggotaTimPenghargaan,
    AturanTunjangan,
    CalonPenghargaan,
    DataBulanan,
    JenisPenghargaan,
    KoreksiRekam,
    PandanganAnggota,
    PutaranPenghargaan,
    RekamDisiplin,
)
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
    "AnggotaTimPenghargaan",
    "AturanTunjangan",
    "BacaanKonseling",
    "BimbinganKinerja",
    "ButirPerbaikan",
    "CalonPenghargaan",
    "DataBulanan",
    "JenisPenghargaan",
    "KeputusanTindakan",
    "Konseling",
    "KoreksiRekam",
    "PandanganAnggota",
    "PutaranPenghargaan",
    "RekamDisiplin",
    "RencanaPerbaikan",
    "TindakLanjut",
    "TinjauanPerbaikan",
    "TinjauanPerjanjian",
]
