"""What may be said to one rater about the people of one unit: bands and words, no score.

The last step of the engine and the only one whose answer may leave the sealed side. Of a person:
how much the collected ratings support each level, in steps of a tenth, or why nothing is said. Of a
rater, to that rater only: how strict compared with the others of the same people. Everything else
of an estimate stays behind.

Withheld, with the reason: evidence of too few or of one kind, two models that disagree, and answers
of fewer than ``k`` anonymous raters (peers, subordinates, outsiders) behind the band.

The answers of the one who decides are never behind it (:mod:`tera.stats.beside`): "bukti lain" is
what all others say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from tera.stats.beside import Beside, beside
from tera.stats.evidence import Codes, Reason, freeze, sentence
from tera.stats.facets import FacetEstimate, check_cuts, level_chance
from tera.stats.pairs import Bools
from tera.stats.release import DEFAULT_K, FLOOR_K

BANDS = 10
# A level supported less than this is asked about; none above that, and the person is at a border.
ASK = 1
LEAD = 6
HIDDEN = -1
LEVELS = ("Di bawah ekspektasi", "Sesuai ekspektasi", "Di atas ekspektasi")
STAYS = "Keputusan tetap pada Anda."
RELATIVE = "Ini perbandingan dengan penilai lain; ketat bisa benar."
# So many raters of similar units, or k if that is more: of fewer a mean would speak of each.
SIMILAR = 5
_REACH = float(ndtri(0.95))


@dataclass(frozen=True, slots=True)
class Advice:
    """Support for the levels of some people, in the order asked.

    ``band`` (k, 3) int8: tenths of probability, rounded down (7 = from 70 % to under 80 %), -1
    where withheld; ``leading`` (k,) int8: the level with 60 % or more, -1 for none ("di
    perbatasan") or withheld; ``ask_at`` (k, 3): that level, if decided, has less than 10 % support
    from the others, and from all with the decider too, so a reason would be asked for; ``ask``
    (k,): the same of the level that was decided; ``reason`` (k,) codes of :class:`Reason`.
    """

    band: NDArray[np.int8]
    leading: NDArray[np.int8]
    ask: Bools
    reason: Codes
    ask_at: Bools

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
    decider: ArrayLike,
    decided: ArrayLike | None = None,
    k: int = DEFAULT_K,
    evidence: Beside | None = None,
) -> Advice:
    """Support for each level of ``people`` (k,), from the ratings of that person by all others.

    ``cuts``: the standard in force, see :meth:`FacetEstimate.level_probability`. ``decider``: the
    rater whose decision this stands beside, one number or one per person (k,); -1 for a reader who
    has rated nobody here. ``decided`` (k,) levels chosen, -1 for none yet. ``k``: fewest anonymous
    answers behind a band, never below the floor of :mod:`tera.stats.release`; none at all (a second
    superior alone) are allowed too. ``evidence``: what :func:`beside` said of the same people and
    deciders, where the caller has it already.
    """
    row = np.asarray(people, np.int64)
    chosen = check_levels(decided, row.size)
    if evidence is None:
        evidence = beside(estimate, row, decider)
    check_rows(evidence, row.size)
    reason = published(evidence, k)
    open_ = reason == Reason.ENOUGH
    band = np.full((row.size, len(LEVELS)), HIDDEN, np.int8)
    support = evidence.level_probability(cuts)[open_]
    band[open_] = np.minimum(support * BANDS, BANDS - 1).astype(np.int8)
    leading = np.where(band.max(1, initial=HIDDEN) >= LEAD, band.argmax(1), HIDDEN)
    ask_at = np.zeros(band.shape, bool)
    ask_at[open_] = (band[open_] < ASK) & (with_own(estimate, cuts, row[open_]) < ASK / BANDS)
    ask = (chosen >= 0) & ask_at[np.arange(row.size), chosen]
    return Advice(
        freeze(band), freeze(leading.astype(np.int8)), freeze(ask), freeze(reason), freeze(ask_at)
    )


def check_rows(evidence: Beside, people: int) -> None:
    """Raise ValueError unless the evidence has a row for each of so many people."""
    if evidence.value.shape != (people,):
        raise ValueError("evidence harus satu baris per orang yang ditanyakan")


def with_own(
    estimate: FacetEstimate, cuts: ArrayLike, people: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Probability (k, 3) of the levels per person from all answers, the decider's among them.

    The others alone can be wrong where the decider knows better: a list of decisions that they
    contradict would err more often than the support it promises.
    """
    return level_chance(estimate.person_value[people], estimate.person_value_sd[people], cuts)


def check_levels(decided: ArrayLike | None, people: int) -> NDArray[np.int64]:
    """Return decided levels (people,), -1 for none; ValueError for another form."""
    chosen = np.full(people, HIDDEN) if decided is None else np.asarray(decided)
    if chosen.shape != (people,) or np.any((chosen < HIDDEN) | (chosen >= len(LEVELS))):
        raise ValueError("decided harus satu tingkat 0, 1, 2 atau -1 per orang")
    return chosen.astype(np.int64)


def published(evidence: Beside, k: int) -> Codes:
    """Reason codes (people,) of what may leave the sealed side, at least ``k`` anonymous answers.

    One to k - 1 of them hide the band; none at all leave only named superiors behind it.
    """
    if k < FLOOR_K:
        raise ValueError(f"k paling sedikit {FLOOR_K}")
    few = (evidence.anonymous > 0) & (evidence.anonymous < k)
    return np.where(
        (evidence.reason == Reason.ENOUGH) & few, Reason.FEW_ANSWERS, evidence.reason
    ).astype(np.int8)


@dataclass(frozen=True, slots=True)
class Strictness:
    """One rater's severity for that rater alone, in levels (a level = the width between the cuts).

    ``value`` positive = stricter; ``low``, ``high``: 90 % interval; ``people`` rated and ``others``
    ratings of the same people by others; ``similar``: how many raters of similar units it is
    measured against, 0 = all raters. NaN unless ``reason`` is ENOUGH.
    """

    value: float
    low: float
    high: float
    people: int
    others: int
    similar: int
    reason: Reason

    def words(self) -> str:
        """Return the sentence for this rater."""
        if self.reason is not Reason.ENOUGH:
            return sentence(self.reason)
        basis = f"dari {self.people} pegawai dan {self.others} penilaian lain"
        beside = (
            f"dibanding {self.similar} penilai unit serupa"
            if self.similar
            else "dibanding penilai lain untuk pegawai yang sama"
        )
        if self.low <= 0 <= self.high:
            return f"Anda tidak tampak lebih ketat atau lebih longgar {beside}, {basis}. {RELATIVE}"
        way = "ketat" if self.value > 0 else "longgar"
        size = sorted(map(abs, (self.low, self.high)))
        return (
            f"Anda cenderung lebih {way} {_comma(abs(self.value))} tingkat {beside} "
            f"(90 %: {_comma(size[0])} sampai {_comma(size[1])}), {basis}. {RELATIVE}"
        )


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def strictness(
    estimate: FacetEstimate,
    rater: int,
    cuts: ArrayLike,
    *,
    similar: ArrayLike | None = None,
    k: int = DEFAULT_K,
) -> Strictness:
    """Return what one rater may read about his or her own severity, never about another's.

    ``similar``: numbers of the raters of similar units (this rater among them or not); the value
    is then the distance to their mean, whose own uncertainty widens the interval. Withheld with
    fewer than ``k`` ratings by others behind it, or ``SIMILAR`` similar raters with a severity.
    """
    low, high = check_cuts(cuts)
    reason = Reason(int(estimate.rater_reason[rater]))
    pairs = estimate.pairs
    own = pairs.by_rater[pairs.rater_start[rater] : pairs.rater_start[rater + 1]]
    rated = np.unique(pairs.ratee[own])
    people, others = int(rated.size), int(pairs.per_ratee[rated].sum()) - int(own.size)
    if reason is Reason.ENOUGH and others < k:
        reason = Reason.FEW_ANSWERS
    beside = _similar(estimate, rater, similar)
    if reason is Reason.ENOUGH and similar is not None and beside.size < max(SIMILAR, k):
        reason = Reason.FEW_SIMILAR
    if reason is not Reason.ENOUGH:
        nothing = float("nan")
        return Strictness(nothing, nothing, nothing, people, others, int(beside.size), reason)
    value, variance = float(estimate.severity[rater]), float(estimate.severity_sd[rater]) ** 2
    if beside.size:
        value -= float(estimate.severity[beside].mean())
        variance += float((estimate.severity_sd[beside] ** 2).sum()) / beside.size**2
    value, reach = value / (high - low), _REACH * float(np.sqrt(variance)) / (high - low)
    return Strictness(value, value - reach, value + reach, people, others, int(beside.size), reason)


def _similar(estimate: FacetEstimate, rater: int, similar: ArrayLike | None) -> NDArray[np.int64]:
    """The similar raters that have a severity, this one left out."""
    if similar is None:
        return np.zeros(0, np.int64)
    found = np.unique(np.asarray(similar, np.int64))
    kept: NDArray[np.int64] = found[(found != rater) & np.isfinite(estimate.severity[found])]
    return kept
