"""Do raters of one relation rate a group lower than the other raters rate the same people?

Only differences between raters can be seen: a bias that all raters share looks like performance.
No attribute of a person enters the estimate; it is used here only, on groups of 30 or more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri

from tera.stats.calibration import DETECT
from tera.stats.evidence import Reason, sentence
from tera.stats.facets import FacetEstimate
from tera.stats.pairs import Relation
from tera.stats.residual import leave_one_out

MIN_GROUP = 30
# Raters of each of the two groups. The variance is clustered by rater: a group that a single rater
# rated has residuals of mean nought inside its only cluster, hence no error at all, and that
# rater's strictness would pass for the group's disadvantage.
MIN_RATERS = 10


@dataclass(frozen=True, slots=True)
class Contrast:
    """Group minus rest, in sd of true performance; negative = rated lower than by others.

    ``low``/``high`` 95 % interval; ``p`` two-sided; ``detectable``: difference found with 80 %
    power. All NaN unless ``reason`` is ENOUGH. ``in_group`` and ``others``: people compared.
    """

    difference: float
    low: float
    high: float
    p: float
    detectable: float
    in_group: int
    others: int
    reason: Reason

    def words(self, group: str) -> str:
        """Return what an auditor reads about the group named ``group``."""
        if self.reason is not Reason.ENOUGH:
            return sentence(self.reason)
        basis = f"dari {self.in_group} dan {self.others} orang"
        limit = (
            f"Selisih di bawah {_comma(self.detectable)} simpangan baku biasanya tidak terlihat, "
            "dan bias yang sama pada semua penilai tidak pernah terlihat."
        )
        if self.low <= 0 <= self.high:
            return f"Tidak tampak selisih untuk {group}, {basis}. {limit}"
        way = "rendah" if self.difference < 0 else "tinggi"
        size = sorted(map(abs, (self.low, self.high)))
        return (
            f"Atasan menilai {group} lebih {way} {_comma(abs(self.difference))} simpangan baku "
            f"daripada penilai lain menilai orang yang sama (95 %: {_comma(size[0])} sampai "
            f"{_comma(size[1])}), {basis}. {limit}"
        )


def _comma(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def holm(p: ArrayLike, alpha: float = 0.05) -> NDArray[np.bool_]:
    """Which of several p-values (m,) stand when all are looked at: Holm's step-down rule (1979).

    The chance that any group without a difference stands is at most ``alpha``, whatever the
    dependence between the groups.
    """
    value = np.asarray(p, float)
    order = np.argsort(value, kind="stable")
    passed = value[order] * np.arange(value.size, 0, -1) <= alpha
    stands = np.zeros(value.size, bool)
    stands[order] = np.logical_and.accumulate(passed)
    return stands


def group_contrast(
    estimate: FacetEstimate, group: ArrayLike, *, relation: Relation = Relation.SUPERIOR
) -> Contrast:
    """Conditional contrast of leave-one-out residuals of one relation, errors clustered by rater.

    ``group`` (n_ratee,): 1 in the group, 0 not, anything else unknown. Cluster-robust variance with
    the small-sample factor G / (G - 1), G raters (Cameron & Miller 2015). At least ``MIN_GROUP``
    people and ``MIN_RATERS`` raters on either side, else NaN and ``NO_GROUP``.
    """
    member = np.asarray(group)
    if member.shape != estimate.value.shape:
        raise ValueError("group harus satu nilai per ratee")
    nan = float("nan")
    if estimate.fitted is None:
        return Contrast(nan, nan, nan, nan, nan, 0, 0, estimate.diagnostics.reason)
    pairs = estimate.fitted.pairs
    usable = (pairs.relation == relation) & (estimate.ratee_reason[pairs.ratee] == Reason.ENOUGH)
    inside = usable & (member[pairs.ratee] == 1)
    outside = usable & (member[pairs.ratee] == 0)
    usable = inside | outside
    sizes = [np.unique(pairs.ratee[rows]).size for rows in (inside, outside)]
    each = [np.unique(pairs.rater[rows]).size for rows in (inside, outside)]
    raters = np.unique(pairs.rater[usable]).size
    if min(sizes) < MIN_GROUP or min(each) < MIN_RATERS:
        return Contrast(nan, nan, nan, nan, nan, sizes[0], sizes[1], Reason.NO_GROUP)
    left = leave_one_out(estimate.fitted)
    weight = np.where(usable, left.weight, 0.0)
    difference = 0.0
    influence = np.zeros(pairs.size)
    for sign, rows in ((1.0, inside), (-1.0, outside)):
        total = weight[rows].sum()
        mean = (weight[rows] * left.residual[rows]).sum() / total
        difference += sign * mean
        influence[rows] = sign * weight[rows] * (left.residual[rows] - mean) / total
    by_rater = np.bincount(pairs.rater, influence, pairs.n_rater)
    error = float(np.sqrt((by_rater**2).sum() * raters / (raters - 1)))
    scale = estimate.fitted.hyper.sd_value
    difference, error = difference / scale, error / scale
    reach = float(ndtri(0.975)) * error
    return Contrast(
        difference, difference - reach, difference + reach,
        float(2 * ndtr(-abs(difference) / error)), DETECT * error, sizes[0], sizes[1],
        Reason.ENOUGH,
    )  # fmt: skip
