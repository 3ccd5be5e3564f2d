"""The report of an import: counts, and every fault with its row, column, code and advice."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

# (what is being done, how much is done, of how much)
Kemajuan = Callable[[str, int, int], None]


def diam(tahap: str, selesai: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Rincian:
    """One finding: ``baris`` is the row number in the sheet."""

    baris: int
    kolom: str
    kode: str
    pesan: str


@dataclass(slots=True)
class LaporanLembar:
    """What the reports of other rooms' sheets share: rows read, taken, refused, and why.

    ``HITUNGAN``: further counts of the sheet's kind, said after these.
    """

    HITUNGAN: ClassVar[tuple[str, ...]] = ()
    baris: int = 0
    diterima: int = 0
    ditolak: int = 0
    disimpan: bool = False
    alasan: Counter[str] = field(default_factory=Counter)
    rincian: list[Rincian] = field(default_factory=list)
    _ditolak: set[int] = field(default_factory=set, repr=False)

    def tolak_baris(self, baris: int, kolom: str, kode: str, pesan: str) -> None:
        """Note a row that is left out; a second fault of the same row is noted, not counted."""
        self._ditolak.add(baris)
        self.ditolak = len(self._ditolak)
        self.alasan[kode] += 1
        self.rincian.append(Rincian(baris, kolom, kode, pesan))

    def json(self) -> dict[str, Any]:
        """Return the words of ``tera impor … --json``."""
        return {
            "baris": self.baris,
            "diterima": self.diterima,
            "ditolak": self.ditolak,
            **{nama: getattr(self, nama) for nama in self.HITUNGAN},
            "alasan": dict(self.alasan),
            "rincian": [asdict(satu) for satu in self.rincian],
        }


@dataclass(slots=True)
class HasilImpor:
    """What an import found and did.

    Attributes:
        baris: rows with content; each is either in ``diterima`` or, once, in ``ditolak``.
        alasan, peringatan: code → how many findings; warnings only of accepted rows.
        diimpor: whether the data was written (False for a check or a refusal).
        perubahan: what was written, kind → count; empty when nothing changed.
        hilang: (code or NIP, name, unit) of what stands in Tera and not in the file.
        catatan: sentences for the reader: what was decided, what to look at.
    """

    jenis: str
    berlaku: dt.date
    baris: int = 0
    diterima: int = 0
    ditolak: int = 0
    alasan: Counter[str] = field(default_factory=Counter)
    peringatan: Counter[str] = field(default_factory=Counter)
    rincian: list[Rincian] = field(default_factory=list)
    diimpor: bool = False
    perubahan: Counter[str] = field(default_factory=Counter)
    hilang: list[tuple[str, str, str]] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    impor_id: int | None = None

    @property
    def tanpa_perubahan(self) -> bool:
        """Whether the file was taken and changed nothing."""
        return self.diimpor and not self.perubahan

    def json(self) -> dict[str, Any]:
        """Return the six keys that programs read."""
        return {
            "baris": self.baris,
            "diterima": self.diterima,
            "ditolak": self.ditolak,
            "alasan": dict(sorted(self.alasan.items())),
            "peringatan": dict(sorted(self.peringatan.items())),
            "rincian": [
                {"baris": r.baris, "kolom": r.kolom, "kode": r.kode, "pesan": r.pesan}
                for r in self.rincian
            ],
        }

    def ringkasan(self) -> dict[str, Any]:
        """Return what ``ImporData`` keeps: no values of people, only counts and codes."""
        return {
            "baris": self.baris,
            "diterima": self.diterima,
            "ditolak": self.ditolak,
            "alasan": dict(self.alasan),
            "peringatan": dict(self.peringatan),
            "perubahan": dict(self.perubahan),
            "jumlah_hilang": len(self.hilang),
            "catatan": list(self.catatan),
        }
