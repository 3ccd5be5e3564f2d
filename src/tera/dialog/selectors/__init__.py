"""Questions about the dialogue: always the aktor's own meetings, threads and sessions."""

from tera.dialog.selectors.bahan import Bahan, agenda_bahan
from tera.dialog.selectors.pertemuan import (
    kesepakatan_terlihat,
    pertemuan_hasil,
    pertemuan_terlihat,
)
from tera.dialog.selectors.sesi import sesi_terlihat
from tera.dialog.selectors.tanya import pertanyaan_terlihat

__all__ = [
    "Bahan",
    "agenda_bahan",
    "kesepakatan_terlihat",
    "pertanyaan_terlihat",
    "pertemuan_hasil",
    "pertemuan_terlihat",
    "sesi_terlihat",
]
