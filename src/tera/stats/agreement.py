"""How well ratings agree: weighted kappa, intraclass correlations, Krippendorff's alpha.

A description of data, not a correction. Each function returns NaN where its formula has no value
(no variance, no pair to compare) instead of 0 or 1; :func:`evidence` says why.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from tera.stats.evidence import Reason
from tera.stats.pairs import Floats

Weights = Literal["identity", "linear", "quadratic"]
Icc = Literal["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"]
Metric = Literal["nominal", "ordinal", "interval"]


def evidence(ratings: ArrayLike) -> Reason:
    """Whether levels (observers, units), negative = missing, can be compared at all, or why not.

    Wants two units with two levels each, and two different levels among them.
    """
    data = np.asarray(ratings)
    seen = data >= 0
    paired = seen.sum(0) >= 2
    if not seen.any():
        return Reason.NO_RATING
    if not paired.any():
        return Reason.ONE_RATER
    if paired.sum() < 2:
        return Reason.FEW_PEOPLE
    compared = data[:, paired][seen[:, paired]]
    return Reason.ALL_EQUAL if (compared == compared[0]).all() else Reason.ENOUGH


def contingency(one: ArrayLike, other: ArrayLike, levels: int) -> Floats:
    """Counts (levels, levels) of two raters' levels 0..levels-1; negative = missing."""
    a, b = np.asarray(one), np.asarray(other)
    if a.shape != b.shape or max(a.max(initial=-1), b.max(initial=-1)) >= levels:
        raise ValueError(f"dua larik sama panjang dengan tingkat di bawah {levels}")
    both = (a >= 0) & (b >= 0)
    return (
        np.bincount(a[both] * levels + b[both], minlength=levels * levels)
        .reshape(levels, levels)
        .astype(float)
    )


def weighted_kappa(table: ArrayLike, weights: Weights | ArrayLike = "quadratic") -> float:
    """Cohen's (1968) weighted kappa of a square table: 1 - sum v p_observed / sum v p_chance.

    ``weights``: a name, or disagreement weights v with zero diagonal.
    """
    observed = np.asarray(table, float)
    total = observed.sum()
    if total <= 0:
        return float("nan")
    observed = observed / total
    levels = observed.shape[0]
    gap = np.abs(np.subtract.outer(np.arange(levels), np.arange(levels))).astype(float)
    if isinstance(weights, str):
        v = {"identity": (gap > 0).astype(float), "linear": gap, "quadratic": gap**2}[weights]
    else:
        v = np.asarray(weights, float)
    chance = float((v * np.outer(observed.sum(1), observed.sum(0))).sum())
    return float("nan") if chance <= 0 else 1.0 - float((v * observed).sum()) / chance


def icc(scores: ArrayLike, kind: Icc) -> float:
    """Intraclass correlation of Shrout & Fleiss (1979), scores (targets, raters), complete.

    1: raters differ per target; 2: raters are a sample; 3: these raters only. ``,k`` is the
    reliability of the mean of all raters.
    """
    x = np.asarray(scores, float)
    n, k = x.shape
    if n < 2 or k < 2 or np.isnan(x).any():
        return float("nan")
    grand = x.mean()
    rows = k * ((x.mean(1) - grand) ** 2).sum()
    columns = n * ((x.mean(0) - grand) ** 2).sum()
    total = ((x - grand) ** 2).sum()
    between = rows / (n - 1)
    judges = columns / (k - 1)
    within = (total - rows) / (n * (k - 1))
    error = (total - rows - columns) / ((n - 1) * (k - 1))
    top, bottom = {
        "ICC(1,1)": (between - within, between + (k - 1) * within),
        "ICC(2,1)": (between - error, between + (k - 1) * error + k * (judges - error) / n),
        "ICC(3,1)": (between - error, between + (k - 1) * error),
        "ICC(1,k)": (between - within, between),
        "ICC(2,k)": (between - error, between + (judges - error) / n),
        "ICC(3,k)": (between - error, between),
    }[kind]
    return float("nan") if bottom <= 0 else float(top / bottom)


def krippendorff(ratings: ArrayLike, metric: Metric) -> float:
    """Krippendorff's alpha of ratings (observers, units), integers >= 0, negative = missing.

    alpha = 1 - (n - 1) sum o_ck d²_ck / sum n_c n_k d²_ck over coincidences (Krippendorff 2011).
    """
    data = np.asarray(ratings)
    if evidence(data) is not Reason.ENOUGH:
        return float("nan")
    levels = int(data.max()) + 1
    count = (data[:, :, None] == np.arange(levels)).sum(0).astype(float)
    count = count[count.sum(1) >= 2]
    each = count.sum(1, keepdims=True) - 1
    coincidence = (count / each).T @ count - np.diag((count / each).sum(0))
    total = coincidence.sum(0)
    position = np.arange(levels, dtype=float)
    if metric == "nominal":
        distance = 1.0 - np.eye(levels)
    elif metric == "interval":
        distance = np.subtract.outer(position, position) ** 2
    else:
        middle = np.cumsum(total) - total / 2
        distance = np.subtract.outer(middle, middle) ** 2
    expected = float((np.outer(total, total) * distance).sum())
    return 1.0 - float(total.sum() - 1) * float((coincidence * distance).sum()) / expected
