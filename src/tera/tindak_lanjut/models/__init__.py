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

__all__ = [
    "AnggotaTimPenghargaan",
    "AturanTunjangan",
    "CalonPenghargaan",
    "DataBulanan",
    "JenisPenghargaan",
    "KoreksiRekam",
    "PandanganAnggota",
    "PutaranPenghargaan",
    "RekamDisiplin",
]
