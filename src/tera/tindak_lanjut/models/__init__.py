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
    "AnggotaSuksesi",
    "AnggotaTimPenghargaan",
    "AturanTunjangan",
    "BacaanKonseling",
    "BimbinganKinerja",
    "ButirPerbaikan",
    "CalonPenghargaan",
    "DataBulanan",
    "JenisPenghargaan",
    "KelompokSuksesi",
    "KeputusanTindakan",
    "Konseling",
    "KoreksiFakta",
    "KoreksiRekam",
    "KotakTalenta",
    "PandanganAnggota",
    "PembacaanTalenta",
    "PencarianJabatan",
    "PenilaianPotensi",
    "PeringkatKinerja",
    "PetaTalenta",
    "PutaranPenghargaan",
    "RekamDisiplin",
    "RencanaPerbaikan",
    "TindakLanjut",
    "TinjauanPerbaikan",
    "TinjauanPerjanjian",
    "UsulKarier",
]
