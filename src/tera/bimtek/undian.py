"""Drawing cases: the unseen first, balanced over the levels of their keys, the same for a seed."""

import random
from collections.abc import Collection, Sequence

from tera.bimtek.isi import TINGKAT, Kasus


def tarik(
    daftar: Sequence[Kasus], *, jumlah: int, sudah: Collection[str], benih: int
) -> list[Kasus]:
    """Return ``jumlah`` cases (fewer when there are fewer), one level after the other.

    Of each level those whose code isn't in ``sudah`` come first; then the order is shuffled, so
    that the place in the session says nothing about the level.
    """
    acak = random.Random(benih)  # noqa: S311  (a draw that can be repeated, no secret)
    per_tingkat = {}
    for tingkat in TINGKAT:
        kelompok = sorted(
            (satu for satu in daftar if satu.tingkat_kunci == tingkat), key=lambda s: s.kode
        )
        acak.shuffle(kelompok)
        kelompok.sort(key=lambda satu: satu.kode in sudah, reverse=True)
        per_tingkat[tingkat] = kelompok
    giliran = list(TINGKAT)
    acak.shuffle(giliran)
    hasil: list[Kasus] = []
    while len(hasil) < jumlah and any(per_tingkat.values()):
        for tingkat in giliran:
            if per_tingkat[tingkat] and len(hasil) < jumlah:
                hasil.append(per_tingkat[tingkat].pop())
    acak.shuffle(hasil)
    return hasil
