"""Proof of effort in place of tracking: a signed challenge and a small puzzle for the device.

The challenge says for which address it was made, when, and how hard it is; the signature keeps it
from being made elsewhere. The puzzle: a number whose SHA-256 together with the challenge's key
begins with so many zero bits. Nothing about the citizen is in it, and the server keeps nothing
until a form comes back.
"""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.core import signing

from tera.core import clock

GARAM = "umpan_balik.tantangan"
#: How long a form may lie open and still count as fresh; later it takes the slow lane.
SEGAR = dt.timedelta(hours=2)
#: After this the form is given a new challenge, with everything typed kept.
UMUR = dt.timedelta(hours=24)
#: Used keys are kept longer than any challenge lives.
HARI_SIMPAN = 3
BIT_AWAL, BIT_AKHIR = 13, 19
_PANJANG_BUKTI = 12


@dataclass(frozen=True, slots=True)
class Tantangan:
    """A challenge that came back: its key (used once), its difficulty, whether it is fresh."""

    kunci: str
    bit: int
    segar: bool


def buat_tantangan(*, kode: str, bit: int = BIT_AWAL) -> str:
    """Return a signed challenge for the form at ``kode``."""
    saat = int(clock.sekarang().timestamp())
    return signing.Signer(salt=GARAM).sign(f"{kode}.{secrets.token_hex(12)}.{bit}.{saat}")


def baca_tantangan(*, kode: str, teks: str) -> Tantangan | None:
    """Return the challenge if it was made here, for ``kode``, and isn't too old."""
    try:
        isi = signing.Signer(salt=GARAM).unsign(teks)
        untuk, kunci, bit, saat = isi.split(".")
        umur = clock.sekarang() - dt.datetime.fromtimestamp(int(saat), dt.UTC)
    except (signing.BadSignature, ValueError, OverflowError):
        return None
    if untuk != kode or umur > UMUR:
        return None
    return Tantangan(kunci, int(bit), umur <= SEGAR)


def terbukti(tantangan: Tantangan, bukti: str) -> bool:
    """Whether ``bukti`` solves the puzzle: one hash."""
    if not bukti.isascii() or not bukti.isdecimal() or len(bukti) > _PANJANG_BUKTI:
        return False
    return _cukup(tantangan.kunci, bukti, tantangan.bit)


def pecahkan(tantangan: Tantangan) -> str:
    """Return a proof, as the page's script finds it: for tests and the benchmark."""
    nomor = 0
    while not _cukup(tantangan.kunci, str(nomor), tantangan.bit):
        nomor += 1
    return str(nomor)


def _cukup(kunci: str, bukti: str, bit: int) -> bool:
    sidik = hashlib.sha256(f"{kunci}:{bukti}".encode()).digest()
    return int.from_bytes(sidik[:8], "big") >> (64 - bit) == 0
