"""Does the evidence itself support a required pattern of levels? Poisson-binomial, no quota.

The pattern is data of the caller (law, with its date): this module knows no regulation. It never
names people to move; it says how probable the pattern is under the evidence and which cases lie
nearest a border, in either direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from tera.stats.evidence import Reason, freeze
from tera.stats.pairs import Floats, Ints

# Fewer people than this: one person is 20 % or more, the pattern is advice only.
SMALL_UNIT = 5
# People without evidence count as decided; where they are the majority the probability would say
# what was decided and not what the evidence supports.
KNOWN_SHARE = 0.5
HIDDEN = -1
# Fewer people with evidence: how many would reach a level would speak of each of them.
MIN_COUNTED = 30


@dataclass(frozen=True, slots=True)
class Limit:
    """One line of a pattern: a share of people in ``levels``, at most or at least.

    ``people``: a fixed number of them instead of the share. ``nearest``: round a share to the
    nearest number (half up), as an agency may choose, instead of down for "max", up for "min".
    """

    kind: Literal["max", "min"]
    levels: tuple[int, ...]
    share: float = 0.0
    people: int | None = None
    nearest: bool = False

    def bound(self, people: int) -> int:
        """Largest ("max") or smallest ("min") number of people that keeps the limit."""
        if self.people is not None:
            return self.people
        exact = self.share * people
        if self.nearest:
            return int(np.floor(exact + 0.5 + 1e-9))
        return int(np.floor(exact + 1e-9)) if self.kind == "max" else int(np.ceil(exact - 1e-9))


@dataclass(frozen=True, slots=True)
class LimitSupport:
    """One limit against the decided counts and against the evidence.

    ``count`` people decided; ``excess`` people beyond the bound; ``probability`` that the true
    levels keep the limit, given the evidence: NaN where there isn't enough of it. In a unit of one
    it would be a person's number, so pages show ``band``.
    """

    limit: Limit
    count: int
    bound: int
    excess: int
    probability: float

    @property
    def band(self) -> int:
        """Tenths of the probability, rounded down, 9 the highest; -1 where there is none."""
        return HIDDEN if np.isnan(self.probability) else min(int(self.probability * 10), 9)


@dataclass(frozen=True, slots=True)
class PatternSupport:
    """All limits. ``at_least``: lower bound of the probability that all hold (Bonferroni).

    ``people`` in the unit, ``without_evidence`` of them; ``advisory``: fewer than ``SMALL_UNIT``;
    ``nearest`` (k,) rows nearest a border, in either direction; ``reason``: why the probabilities
    are NaN. Counts need no evidence and are always given.
    """

    limits: tuple[LimitSupport, ...]
    at_least: float
    people: int
    without_evidence: int
    advisory: bool
    nearest: Ints
    reason: Reason


def poisson_binomial(probability: ArrayLike) -> Floats:
    """P(k successes), k = 0..n, of independent trials; exact by convolution, O(n²)."""
    out = np.ones(1)
    for p in np.asarray(probability, float):
        out = np.convolve(out, [1 - p, p])
    return out


def through_matrix(decided: ArrayLike, probability: ArrayLike, matrix: ArrayLike) -> Floats:
    """Probability of each final level (n, levels) where one of its two ratings is decided.

    ``decided`` (n,) the rating that stands (hasil kerja) and ``probability`` (n, c) of the other
    one (perilaku); ``matrix`` (r, c) the final level of each two ratings: law of the caller, its
    levels numbered from 0 without a gap. Rows that are NaN stay NaN.
    """
    rating, chance, final = np.asarray(decided), np.asarray(probability, float), np.asarray(matrix)
    if chance.ndim != 2 or final.ndim != 2 or chance.shape != (rating.size, final.shape[1]):
        raise ValueError("probability harus n x kolom matriks")
    if rating.size and (rating.min() < 0 or rating.max() >= final.shape[0]):
        raise ValueError(f"decided di luar 0..{final.shape[0] - 1}")
    out = np.zeros((rating.size, int(final.max()) + 1))
    for column in range(final.shape[1]):
        out[np.arange(rating.size), final[rating, column]] += chance[:, column]
    out[np.isnan(chance).any(1)] = np.nan
    return freeze(out)


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many people the evidence puts at each level under one standard.

    ``expected`` (levels,) NaN unless ``reason`` is ENOUGH; ``people`` with evidence,
    ``without_evidence`` the others.
    """

    expected: Floats
    people: int
    without_evidence: int
    reason: Reason


def expected_levels(probability: ArrayLike) -> LevelCount:
    """Sum level probabilities (n, levels): the what-if of another standard, for many people.

    Bands of one person under several standards would add up to a score of that person: another
    standard is shown as a count, of at least ``MIN_COUNTED`` people with evidence.
    """
    chance = np.asarray(probability, float)
    if chance.ndim != 2:
        raise ValueError("probability harus n x tingkat")
    known = ~np.isnan(chance).any(1)
    people = int(known.sum())
    reason = Reason.ENOUGH if people >= MIN_COUNTED else Reason.FEW_PEOPLE
    total = chance[known].sum(0)
    if reason is not Reason.ENOUGH:
        total = np.full(total.size, np.nan)
    return LevelCount(freeze(total), people, chance.shape[0] - people, reason)


def support(
    decided: ArrayLike, probability: ArrayLike, pattern: Sequence[Limit], *, nearest: int = 5
) -> PatternSupport:
    """Compare decided levels (n,) and level probabilities (n, levels) with a pattern.

    Rows of ``probability`` that are NaN have no evidence: their decided level stands as it is, and
    where they are more than half of the unit no probability is given. ``nearest``: how many cases
    nearest a border to list (smallest lead of the likeliest level). ValueError for levels that
    ``probability`` has no column for.
    """
    level = np.asarray(decided)
    chance = np.array(probability, float)
    people = level.size
    if chance.ndim != 2 or chance.shape[0] != people:
        raise ValueError("probability harus n x tingkat")
    known_levels = set(range(chance.shape[1]))
    if not known_levels.issuperset({*level.tolist(), *(k for one in pattern for k in one.levels)}):
        raise ValueError(f"tingkat di luar 0..{chance.shape[1] - 1}")
    unknown = np.isnan(chance).any(1)
    missing = int(unknown.sum())
    reason = Reason.ENOUGH
    if people == 0:
        reason = Reason.FEW_PEOPLE
    elif missing == people:
        reason = Reason.NO_RATING
    elif people - missing < KNOWN_SHARE * people:
        reason = Reason.MOST_UNKNOWN
    chance[unknown] = np.eye(chance.shape[1])[level[unknown].astype(int)]
    found = tuple(_limit(limit, level, chance, reason) for limit in pattern)
    at_least = float("nan")
    if reason is Reason.ENOUGH:
        at_least = max(0.0, 1.0 - sum(1.0 - one.probability for one in found))
    ordered = np.sort(chance, 1)
    lead = np.where(unknown, np.inf, ordered[:, -1] - ordered[:, -2])
    close = np.argsort(lead, kind="stable")[: min(nearest, people - missing)]
    return PatternSupport(
        found, at_least, people, missing, people < SMALL_UNIT, freeze(close), reason
    )


def _limit(limit: Limit, level: np.ndarray, chance: Floats, reason: Reason) -> LimitSupport:
    count = int(np.isin(level, limit.levels).sum())
    bound = limit.bound(level.size)
    mass = poisson_binomial(np.clip(chance[:, list(limit.levels)].sum(1), 0, 1))
    most = limit.kind == "max"
    excess = max(0, count - bound if most else bound - count)
    kept = mass[: bound + 1] if most else mass[bound:]
    support = float(min(1.0, kept.sum())) if reason is Reason.ENOUGH else float("nan")
    return LimitSupport(limit, count, bound, excess, support)
