"""How somebody's ratings of written cases differ from a key: severity, halo, centre, accuracy.

Sources: Cronbach (1955), Psychological Bulletin 52, 177-193 (the four components of accuracy);
Saal, Downey & Lahey (1980), Psychological Bulletin 88, 413-428 (halo as little spread within a
ratee, central tendency as ratings in the middle). Ratings are levels 0 di bawah, 1 sesuai,
2 di atas; the distance between two levels counts as one, which is a convention.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from tera.stats.evidence import Reason
from tera.stats.pairs import Floats

LEVELS = 3
#: Fewer cases than this: differences are chance, and no number is given.
LEAST_CASES = 3


@dataclass(frozen=True, slots=True)
class Components:
    """Cronbach's components of the mean squared difference; unit: squared levels, 0 is best.

    Attributes:
        elevation: the level of all ratings together.
        differential_elevation: the cases apart, over all values.
        stereotype: the values apart, over all cases.
        differential: which case is strong in which value.
    """

    elevation: float
    differential_elevation: float
    stereotype: float
    differential: float

    @property
    def total(self) -> float:
        """The mean squared difference from the key: the four add up to it."""
        return self.elevation + self.differential_elevation + self.stereotype + self.differential

    def shares(self) -> tuple[float, float, float, float]:
        """Each component as a share of the total, in the order of the attributes; 0 if none."""
        whole = self.total
        parts = (
            self.elevation,
            self.differential_elevation,
            self.stereotype,
            self.differential,
        )
        return tuple(part / whole if whole else 0.0 for part in parts)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Training:
    """What a session shows. Where ``reason`` isn't ENOUGH only the counts mean something.

    Attributes:
        cases, same, lower, higher: counts of cases, and of ratings against the key.
        severity: mean of key minus rating, in levels: positive is stricter than the key.
        severity_low, severity_high: its 90 % interval over cases (Student's t).
        spread, spread_key: mean over cases of the standard deviation across values.
        pairs, pairs_key: share of pairs of values of one case that stand on different levels.
        levels, levels_key: share of ratings on each of the three levels.
        components: see :class:`Components`.
    """

    reason: Reason
    cases: int
    same: int
    lower: int
    higher: int
    severity: float
    severity_low: float
    severity_high: float
    spread: float
    spread_key: float
    pairs: float
    pairs_key: float
    levels: tuple[float, float, float]
    levels_key: tuple[float, float, float]
    components: Components

    @property
    def halo(self) -> bool:
        """Whether the values of a case stand much closer together than in the key (under 70 %)."""
        return self.spread_key > 0 and self.spread < 0.7 * self.spread_key

    @property
    def central(self) -> bool:
        """Whether the middle is used at least 15 of 100 ratings more often than in the key."""
        return self.levels[1] - self.levels_key[1] >= 0.15


def components(ratings: ArrayLike, key: ArrayLike) -> Components:
    """Return Cronbach's components of ratings (cases, values) against a key of the same shape.

    With x the ratings, t the key, dots for means:
    elevation (x.. - t..)^2; differential elevation mean_i ((xi. - x..) - (ti. - t..))^2;
    stereotype accuracy mean_j ((x.j - x..) - (t.j - t..))^2; differential accuracy
    mean_ij ((xij - xi. - x.j + x..) - (tij - ti. - t.j + t..))^2. All four are linear in x - t.

    Raises: ValueError: shapes differ, or nothing to compare.
    """
    gap = _checked(ratings) - _checked(key, ratings)
    whole = gap.mean()
    rows = gap.mean(1) - whole
    columns = gap.mean(0) - whole
    rest = gap - whole - rows[:, None] - columns[None, :]
    return Components(
        float(whole**2), float((rows**2).mean()), float((columns**2).mean()),
        float((rest**2).mean()),
    )  # fmt: skip


def assess(ratings: ArrayLike, key: ArrayLike) -> Training:
    """Return what a session of rated cases shows against its key: both (cases, values), complete.

    Raises: ValueError: shapes differ, nothing to compare, or a level outside 0..2.
    """
    given, true = _checked(ratings), _checked(key, ratings)
    for levels in (given, true):
        if not np.isin(levels, np.arange(LEVELS)).all():
            raise ValueError("tingkat 0, 1, atau 2")
    cases, _values = given.shape
    by_case = (true - given).mean(1)
    severity = float(by_case.mean())
    half = float("nan")
    if cases >= LEAST_CASES:
        half = float(stdtrit(cases - 1, 0.95) * by_case.std(ddof=1) / np.sqrt(cases))
    return Training(
        reason=Reason.ENOUGH if cases >= LEAST_CASES else Reason.FEW_PEOPLE,
        cases=cases,
        same=int((given == true).sum()),
        lower=int((given < true).sum()),
        higher=int((given > true).sum()),
        severity=severity,
        severity_low=severity - half,
        severity_high=severity + half,
        spread=float(given.std(1).mean()),
        spread_key=float(true.std(1).mean()),
        pairs=_different_pairs(given),
        pairs_key=_different_pairs(true),
        levels=_shares(given),
        levels_key=_shares(true),
        components=components(given, true),
    )


def panel_key(ratings: ArrayLike) -> Floats:
    """Return the panel's key (values,) of one case from levels (experts, values): the median.

    Between two levels the median lies half way: the one nearer the mean is taken, else the lower.
    """
    data = _checked(ratings)
    middle = np.median(data, axis=0)
    between = middle % 1 != 0
    up = data.mean(0) > middle
    return np.where(between, np.where(up, np.ceil(middle), np.floor(middle)), middle)


def _checked(levels: ArrayLike, like: ArrayLike | None = None) -> Floats:
    data = np.asarray(levels, float)
    if data.ndim != 2 or not data.size:
        raise ValueError("larik (kasus, nilai) yang berisi")
    if like is not None and data.shape != np.asarray(like).shape:
        raise ValueError("penilaian dan kunci sama bentuknya")
    return data


def _different_pairs(levels: Floats) -> float:
    values = levels.shape[1]
    if values < 2:
        return 0.0
    one, other = np.triu_indices(values, 1)
    return float((levels[:, one] != levels[:, other]).mean())


def _shares(levels: Floats) -> tuple[float, float, float]:
    counts = np.bincount(levels.astype(int).ravel(), minlength=LEVELS) / levels.size
    return float(counts[0]), float(counts[1]), float(counts[2])
