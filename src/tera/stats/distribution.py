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


@dataclass(frozen=True, slots=True)
class Limit:
    """One line of a pattern: a share of people in ``levels``, at most or at least."""

    kind: Literal["max", "min"]
    levels: tuple[int, ...]
    share: float

    def bound(self, people: int) -> int:
        """Largest ("max", rounded down) or smallest ("min", rounded up) number of people."""
        exact = self.share * people
        return int(np.floor(exact + 1e-9)) if self.kind == "max" else int(np.ceil(exact - 1e-9))


@dataclass(frozen=True, slots=True)
class LimitSupport:
    """One limit against the decided counts and against the evidence.

    ``count`` people decided; ``excess`` people beyond the bound; ``probability`` that the true
    levels keep the limit, given the evidence.
    """

    limit: Limit
    count: int
    bound: int
    excess: int
    probability: float


@dataclass(frozen=True, slots=True)
class PatternSupport:
    """All limits. ``at_least``: lower bound of the probability that all hold (Bonferroni)."""

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


def support(
    decided: ArrayLike, probability: ArrayLike, pattern: Sequence[Limit], *, nearest: int = 5
) -> PatternSupport:
    """Compare decided levels (n,) and level probabilities (n, levels) with a pattern.

    Rows of ``probability`` that are NaN have no evidence: their decided level stands as it is.
    ``nearest``: how many cases nearest a border to list (smallest lead of the likeliest level).
    """
    level = np.asarray(decided)
    chance = np.array(probability, float)
    people = level.size
    if chance.shape[0] != people or chance.ndim != 2:
        raise ValueError("probability harus n x tingkat")
    unknown = np.isnan(chance).any(1)
    if people == 0 or unknown.all():
        reason = Reason.NO_RATING if people else Reason.FEW_PEOPLE
        nobody = freeze(np.zeros(0, np.int64))
        missing = int(unknown.sum())
        return PatternSupport((), float("nan"), people, missing, True, nobody, reason)
    chance[unknown] = np.eye(chance.shape[1])[level[unknown]]
    found = tuple(_limit(limit, level, chance) for limit in pattern)
    at_least = max(0.0, 1.0 - sum(1.0 - one.probability for one in found))
    ordered = np.sort(chance, 1)
    lead = np.where(unknown, np.inf, ordered[:, -1] - ordered[:, -2])
    close = np.argsort(lead, kind="stable")[: min(nearest, int((~unknown).sum()))]
    return PatternSupport(
        found, at_least, people, int(unknown.sum()), people < SMALL_UNIT, freeze(close),
        Reason.ENOUGH,
    )  # fmt: skip


def _limit(limit: Limit, level: np.ndarray, chance: Floats) -> LimitSupport:
    count = int(np.isin(level, limit.levels).sum())
    bound = limit.bound(level.size)
    mass = poisson_binomial(np.clip(chance[:, list(limit.levels)].sum(1), 0, 1))
    if limit.kind == "max":
        return LimitSupport(
            limit, count, bound, max(0, count - bound), float(min(1.0, mass[: bound + 1].sum()))
        )
    return LimitSupport(
        limit, count, bound, max(0, bound - count), float(min(1.0, mass[bound:].sum()))
    )
