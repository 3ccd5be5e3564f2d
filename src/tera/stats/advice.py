"""What may be said to one rater about the people of one unit: bands and words, no score.

The last step of the engine and the only one whose answer may leave the sealed side. Of a person:
how much the collected ratings support each level, in steps of a tenth, or why nothing is said. Of a
rater, to that rater only: how strict compared with the others of the same people. Everything else
of an estimate stays behind.

Withheld, with the reason: evidence of too few or of one kind, two models that disagree, and answers
of fewer than ``k`` anonymous raters (peers, subordinates, outsiders) behind the band: the rater who
reads it knows his or her own answer and could subtract it.

The rater's own answers are among the evidence: "bukti lain" is what stands beside the level that
was decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from tera.stats.evidence import Codes, Reason, freeze, sentence
from tera.stats.facets import FacetEstimate
from tera.stats.pairs import Bools, Relation
from tera.stats.release import DEFAULT_K, FLOOR_K

BANDS = 10
# A level supported less than this is asked about; none above that, and the person is at a border.
ASK = 1
LEAD = 6
HIDDEN = -1
LEVELS = ("Di bawah ekspektasi", "Sesuai ekspektasi", "Di atas ekspektasi")
STAYS = "Keputusan tetap pada Anda."
RELATIVE = "Ini perbandingan dengan penilai lain; ketat bisa benar."
_REACH = float(ndtri(0.95))


@dataclass(frozen=True, slots=True)
class Advice:
    """Support for the levels of some people, in the order asked.

    ``band`` (k, 3) int8: tenths of probability, rounded down (7 = from 70 % to under 80 %), -1
    where withheld; ``leading`` (k,) int8: the level with 60 % or more, -1 for none ("di
    perbatasan") or withheld; ``ask`` (k,): the level decided has less than 10 % support, so a
    reason is asked for; ``reason`` (k,) codes of :class:`Reason`.
    """

    band: NDArray[np.int8]
    leading: NDArray[np.int8]
    ask: Bools
    reason: Codes

    def words(self, row: int, levels: Sequence[str] = LEVELS) -> str:
        """Return the sentence for one person."""
        if self.reason[row] != Reason.ENOUGH:
            return sentence(self.reason[row])
        band = self.band[row]
        order = np.argsort(-band, kind="stable")
        if self.leading[row] < 0:
            first, second = sorted(order[:2].tolist())
            return (
                f"Di perbatasan antara {levels[first]} ({chance(band[first])}) "
                f"dan {levels[second]} ({chance(band[second])})."
            )
        said = [f"{levels[level]} dengan peluang {chance(band[level])}" for level in order]
        shown = [text for text, level in zip(said, order, strict=True) if band[level] >= ASK]
        return f"Bukti lain mendukung {', '.join(shown)}."


def chance(band: int) -> str:
    """Return the words of one band."""
    if band < 1:
        return "kurang dari 10 %"
    return "90 % atau lebih" if band >= BANDS - 1 else f"{10 * band}-{10 * band + 10} %"


def advise(
    estimate: FacetEstimate,
    cuts: ArrayLike,
    people: ArrayLike,
    *,
    decided: ArrayLike | None = None,
    k: int = DEFAULT_K,
) -> Advice:
    """Support for each level of ``people`` (k,), from the ratings of that person alone.

    ``cuts``: the standard in force, see :meth:`FacetEstimate.level_probability`. ``decided`` (k,)
    levels chosen, -1 for none yet. ``k``: fewest anonymous answers behind a band, never below
    the floor of :mod:`tera.stats.release`; none at all (two superiors) are allowed too.
    """
    if k < FLOOR_K:
        raise ValueError(f"k paling sedikit {FLOOR_K}")
    row = np.asarray(people)
    chosen = np.full(row.size, HIDDEN) if decided is None else np.asarray(decided)
    if chosen.shape != row.shape or np.any((chosen < HIDDEN) | (chosen >= len(LEVELS))):
        raise ValueError("decided harus satu tingkat 0, 1, 2 atau -1 per orang")
    reason = estimate.advice_reason[row].copy()
    few = _anonymous(estimate)[row]
    reason[(reason == Reason.ENOUGH) & (few > 0) & (few < k)] = Reason.FEW_ANSWERS
    open_ = reason == Reason.ENOUGH
    band = np.full((row.size, len(LEVELS)), HIDDEN, np.int8)
    support = estimate.level_probability(cuts, person=True)[row[open_]]
    band[open_] = np.minimum(support * BANDS, BANDS - 1).astype(np.int8)
    leading = np.where(band.max(1, initial=HIDDEN) >= LEAD, band.argmax(1), HIDDEN)
    ask = open_ & (chosen >= 0)
    ask[ask] = band[ask, chosen[ask]] < ASK
    return Advice(freeze(band), freeze(leading.astype(np.int8)), freeze(ask), freeze(reason))


def _anonymous(estimate: FacetEstimate) -> NDArray[np.int64]:
    """Answers of others than superiors about each person (n_ratee,); self ratings never entered."""
    if estimate.fitted is None:
        return np.zeros(estimate.value.size, np.int64)
    pairs = estimate.fitted.pairs
    asked = pairs.relation != Relation.SUPERIOR
    return np.bincount(pairs.ratee[asked], minlength=pairs.n_ratee)


@dataclass(frozen=True, slots=True)
class Strictness:
    """One rater's severity for that rater alone, in levels (a level = the width between the cuts).

    ``value`` positive = stricter; ``low``, ``high``: 90 % interval; ``people`` rated and ``others``
    ratings of the same people by others. NaN unless ``reason`` is ENOUGH.
    """

    value: float
    low: float
    high: float
    people: int
    others: int
    reason: Reason

    def words(self) -> str:
        """Return the sentence for this rater."""
        if self.reason is not Reason.ENOUGH:
            return sentence(self.reason)
        basis = f"dari {self.people} pegawai dan {self.others} penilaian lain"
        if self.low <= 0 <= self.high:
            return (
                "Anda tidak tampak lebih ketat atau lebih longgar dibanding penilai lain untuk "
                f"pegawai yang sama, {basis}. {RELATIVE}"
            )
        way = "ketat" if self.value > 0 else "longgar"
        size = sorted(map(abs, (self.low, self.high)))
        return (
            f"Anda cenderung lebih {way} {_comma(abs(self.value))} tingkat dibanding penilai lain "
            f"untuk pegawai yang sama (90 %: {_comma(size[0])} sampai {_comma(size[1])}), {basis}. "
            f"{RELATIVE}"
        )


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def strictness(
    estimate: FacetEstimate, rater: int, cuts: ArrayLike, *, k: int = DEFAULT_K
) -> Strictness:
    """Return what one rater may read about his or her own severity, never about another's.

    Withheld with fewer than ``k`` ratings by others behind it.
    """
    low, high = (float(cut) for cut in np.asarray(cuts, float))
    if not low < high:
        raise ValueError("cuts harus dua batas menaik")
    reason = Reason(int(estimate.rater_reason[rater]))
    people = others = 0
    if estimate.fitted is not None:
        pairs = estimate.fitted.pairs
        rated = np.unique(pairs.ratee[pairs.rater == rater])
        people = int(rated.size)
        others = int(pairs.per_ratee[rated].sum()) - int((pairs.rater == rater).sum())
        if reason is Reason.ENOUGH and others < k:
            reason = Reason.FEW_ANSWERS
    if reason is not Reason.ENOUGH:
        nothing = float("nan")
        return Strictness(nothing, nothing, nothing, people, others, reason)
    value = float(estimate.severity[rater]) / (high - low)
    reach = _REACH * float(estimate.severity_sd[rater]) / (high - low)
    return Strictness(value, value - reach, value + reach, people, others, reason)
