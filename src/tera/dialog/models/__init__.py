"""Tables of the dialogue: one module per topic."""

from tera.dialog.models.kesepakatan import Kesepakatan
from tera.dialog.models.pertemuan import ButirAgenda, CatatanPertemuan, Pertemuan
from tera.dialog.models.proses import (
    HasilProses,
    JawabanProses,
    KeikutsertaanProses,
    TanggapanInstansi,
)
from tera.dialog.models.sesi import MasukanDiskusi, NotulenSesi, PesertaSesi, SesiDiskusi
from tera.dialog.models.tanya import Jawaban, Pertanyaan

__all__ = [
    "ButirAgenda",
    "CatatanPertemuan",
    "HasilProses",
    "Jawaban",
    "JawabanProses",
    "KeikutsertaanProses",
    "Kesepakatan",
    "MasukanDiskusi",
    "NotulenSesi",
    "Pertanyaan",
    "Pertemuan",
    "PesertaSesi",
    "SesiDiskusi",
    "TanggapanInstansi",
]
