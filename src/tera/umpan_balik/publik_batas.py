"""Limits of the public forms: how hard the puzzle is, what is counted at once, who must wait.

A whole village may stand behind one address, so an address is never a limit for a device that
proved its effort. Only forms without proof are counted per address, under a digest whose salt
lives in the cache for an hour: it never reaches the database or a log. The counts live in the
cache; with the shipped one each server process counts for itself, with a shared one all together.
"""

import hashlib
import secrets
from typing import Final

from django.core.cache import cache

from tera.core import clock
from tera.umpan_balik.publik_tantangan import BIT_AKHIR, BIT_AWAL

#: Forms opened at one point in a minute before the puzzle becomes harder; doubles per bit.
RAMAI_PER_MENIT: Final = 60
#: Forms without proof from one address at one point in ten minutes.
TANPA_BUKTI: Final = 20
_MENIT, _SEPULUH_MENIT, _JAM = 60, 600, 3600


def tingkat_kesulitan(*, kode: str) -> int:
    """Return the bits of the puzzle for a form opened now; counts the opening."""
    banyak = _hitung(f"buka:{kode}", _MENIT)
    bit = BIT_AWAL
    while banyak > RAMAI_PER_MENIT and bit < BIT_AKHIR:
        banyak //= 2
        bit += 1
    return bit


def masih_ada_anggaran(*, kode: str, jalur: str, batas: int) -> bool:
    """Whether another answer of this hour is counted at once; counts it."""
    return _hitung(f"anggaran:{jalur}:{kode}", _JAM) <= batas


def tanpa_bukti_terlalu_sering(*, kode: str, alamat: str) -> bool:
    """Whether one address sends too many forms without proof; counts this one."""
    jam = int(clock.sekarang().timestamp()) // _JAM
    garam = cache.get_or_set(f"publik:garam:{jam}", secrets.token_hex(16), 2 * _JAM)
    sidik = hashlib.sha256(f"{garam}:{alamat}".encode()).hexdigest()[:32]
    return _hitung(f"asal:{kode}:{sidik}", _SEPULUH_MENIT) > TANPA_BUKTI


def _hitung(nama: str, jendela: int) -> int:
    kotak = int(clock.sekarang().timestamp()) // jendela
    kunci = f"publik:{nama}:{kotak}"
    if cache.add(kunci, 1, 2 * jendela):
        return 1
    try:
        return int(cache.incr(kunci))
    except ValueError:  # dropped in between by a full cache
        cache.set(kunci, 1, 2 * jendela)
        return 1
