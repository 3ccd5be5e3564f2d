"""Tables of reward: awards and their rounds, records of discipline, rules of tukin and TPP."""

from tera.tindak_lanjut.models.penghargaan.putaran import (
    AnggotaTimPenghargaan,
    CalonPenghargaan,
    JenisPenghargaan,
    PandanganAnggota,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.models.penghargaan.rekam import KoreksiRekam, RekamDisiplin
from tera.tindak_lanjut.models.penghargaan.tunjangan import (
    AturanTunjangan,
    BacaanFaktor,
    DataBulanan,
)

__all__ = [
    "AnggotaTimPenghargaan",
    "AturanTunjangan",
    "BacaanFaktor",
    "CalonPenghargaan",
    "DataBulanan",
    "JenisPenghargaan",
    "KoreksiRekam",
    "PandanganAnggota",
    "PutaranPenghargaan",
    "RekamDisiplin",
]
