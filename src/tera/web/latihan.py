"""A practice installation: who may be practised as, told by the file the demo leaves behind."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tera.core.models import Pengguna


@dataclass(frozen=True, slots=True)
class OrangLatihan:
    """An invented person whom anybody may sign in as."""

    akun: str
    nama: str
    keterangan: str
    utama: bool


def daftar_orang() -> list[OrangLatihan]:
    """Return the invented people, the main parts first; nobody unless this is for practice."""
    berkas = Path(settings.TERA_DATA) / "contoh" / "orang.json"
    if not settings.TERA_LATIHAN or not berkas.exists():
        return []
    daftar = [OrangLatihan(**satu) for satu in json.loads(berkas.read_text())]
    return sorted(daftar, key=lambda satu: not satu.utama)


def akun_latihan(nama_akun: str) -> Pengguna | None:
    """Return the open account of an invented person; None for every other name."""
    if nama_akun not in {satu.akun for satu in daftar_orang()}:
        return None
    return Pengguna.objects.filter(nama_akun=nama_akun, is_active=True).first()
