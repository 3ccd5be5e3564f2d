"""BerAKHLAK: the seven core values of ASN, printed word for word, and the old behaviour words.

Instrument: SE MenPANRB 20/2021; used as perilaku kerja by PermenPANRB 6/2022 without levels.

Tidak dimodelkan: an averaging of the seven into a rating (there is no such rule) and scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import TabelBertanggal
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import NilaiBerAKHLAK
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["NILAI_BERAKHLAK", "PADANAN_LAMA", "IsiNilai", "NilaiBerAKHLAK", "daftar_nilai",
           "padanan_perilaku_lama"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class IsiNilai:
    """One value: short code, meaning, and its three guides to conduct."""

    nilai: NilaiBerAKHLAK
    kode: str
    makna: str
    panduan: tuple[str, str, str]

    @property
    def nama(self) -> str:
        """The name as the form prints it."""
        return self.nilai.label


def _isi(nilai: Any) -> dict[NilaiBerAKHLAK, IsiNilai]:
    daftar = {}
    for kata in NilaiBerAKHLAK:
        satu, dua, tiga = nilai[kata]["panduan"]
        daftar[kata] = IsiNilai(kata, nilai[kata]["kode"], nilai[kata]["makna"], (satu, dua, tiga))
    return daftar


def _padanan(nilai: Any) -> dict[str, tuple[NilaiBerAKHLAK, ...]]:
    return {lama: tuple(NilaiBerAKHLAK(n) for n in baru) for lama, baru in nilai.items()}


NILAI_BERAKHLAK: TabelBertanggal[Mapping[NilaiBerAKHLAK, IsiNilai]] = PUSTAKA.tabel(
    "berakhlak.toml", "nilai_berakhlak", _isi
)
#: Old behaviour words to the values that hold them: design, not law.
PADANAN_LAMA = PUSTAKA.tabel("berakhlak.toml", "padanan_perilaku_lama", _padanan)


def daftar_nilai(*, pada: date) -> tuple[IsiNilai, ...]:
    """The seven values in the order of the form."""
    return tuple(NILAI_BERAKHLAK.pada(pada).nilai.values())


def padanan_perilaku_lama(kata: str) -> tuple[NilaiBerAKHLAK, ...]:
    """The values that hold an old behaviour word (`disiplin`, `kerja sama`, …)."""
    rapi = " ".join(kata.split()).casefold()
    padanan = PADANAN_LAMA.terakhir.nilai
    if rapi not in padanan:
        raise MasukanSalahError(
            f"Perilaku lama “{kata}” tidak punya padanan. Yang dikenal: {', '.join(padanan)}."
        )
    return padanan[rapi]
