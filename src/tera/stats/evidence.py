"""Why a number is withheld: each code has its sentence, and a withheld number is NaN."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int8]
T = TypeVar("T", bound=np.generic)


class Reason(IntEnum):
    """Code of one verdict about a person, a rater, a unit or a whole data set; 0 is enough."""

    ENOUGH = 0
    NO_RATING = 1
    ONE_RATER = 2
    SEPARATED = 3
    ONE_ITEM = 4
    ALL_EQUAL = 5
    EXTREME = 6
    NO_LINK = 7
    FEW_RATINGS = 8
    FEW_PEOPLE = 9
    MODELS_DISAGREE = 10
    FEW_RATERS = 11
    NO_GROUP = 12
    MOST_UNKNOWN = 13
    FEW_ANSWERS = 14
    FEW_SIMILAR = 15


STATUS = "belum cukup bukti"

SENTENCES: dict[Reason, str] = {
    Reason.ENOUGH: "bukti cukup",
    Reason.NO_RATING: "belum ada jawaban penilai (jawaban diri tidak dihitung)",
    Reason.ONE_RATER: "hanya satu penilai: ketatnya penilai dan kinerja orangnya tidak terpisahkan",
    Reason.SEPARATED: "jaringan penilai terputus: kelompok ini terlalu kecil untuk berdiri sendiri "
    "dan tidak terhubung dengan kelompok lain; tambahkan penilai penghubung",
    Reason.ONE_ITEM: "hanya satu butir: kesan umum penilai tidak terpisahkan dari isinya",
    Reason.ALL_EQUAL: "semua jawaban sama: tidak ada perbedaan yang dapat diukur",
    Reason.EXTREME: "semua jawaban di satu ujung skala: hanya batasnya yang diketahui",
    Reason.NO_LINK: "pegawai yang dinilainya tidak dinilai orang lain: tidak ada pembanding",
    Reason.FEW_RATINGS: "kurang dari tiga penilaian",
    Reason.FEW_PEOPLE: "terlalu sedikit orang untuk mempelajari model",
    Reason.MODELS_DISAGREE: "model tidak sepakat: dua cara hitung memberi jawaban berbeda",
    Reason.FEW_RATERS: "kurang dari tiga penilai dari dua arah, dan tanpa atasan berjenjang",
    Reason.NO_GROUP: "salah satu kelompok terlalu kecil, atau dinilai oleh terlalu sedikit orang, "
    "untuk dibandingkan",
    Reason.MOST_UNKNOWN: "kurang dari separuh orang di unit ini punya bukti yang cukup",
    Reason.FEW_ANSWERS: "jawaban rekan, bawahan, dan pihak luar terlalu sedikit untuk tetap "
    "tidak dikenali",
    Reason.FEW_SIMILAR: "terlalu sedikit penilai unit serupa yang ketatnya dapat diperkirakan",
}


def sentence(code: int) -> str:
    """Return "belum cukup bukti: …" for ``code``, or "bukti cukup"."""
    reason = Reason(int(code))
    text = SENTENCES[reason]
    return text if reason is Reason.ENOUGH else f"{STATUS}: {text}"


def tally(codes: Codes) -> dict[str, int]:
    """Count each sentence among ``codes``; the order is that of :class:`Reason`."""
    counts = np.bincount(codes, minlength=len(Reason))
    return {sentence(code): int(count) for code, count in enumerate(counts) if count}


def withhold(values: NDArray[np.float64], codes: Codes) -> NDArray[np.float64]:
    """Return a read-only copy of ``values`` with NaN wherever the evidence is not enough."""
    return freeze(np.where(codes == Reason.ENOUGH, values, np.nan))


def freeze(array: NDArray[T]) -> NDArray[T]:
    """Mark ``array`` read-only and return it."""
    array.setflags(write=False)
    return array
