"""The same block updates as :mod:`tera.stats.kernels_numpy`, compiled; needs the extra ``cepat``.

``side`` 0 updates ratees from their pairs, 1 raters; then d eta / d node is slope or -1.
"""

# The compiler, not the type checker, reads these bodies.
# mypy: disable-error-code="no-untyped-def,untyped-decorator,no-any-return"

from __future__ import annotations

import numpy as np
from numba import njit, prange

from tera.stats.tables import LOW, NODES, STEP

SMALL_WEIGHT = 1e-3


@njit(inline="always")
def _position(eta):
    position = (eta - LOW) / STEP
    if position < 0.0:
        position = 0.0
    if position > NODES - 1.001:
        position = NODES - 1.001
    cell = int(position)
    return cell, position - cell


@njit(parallel=True, cache=True, boundscheck=False)
def newton_step(
    start, order, rater, ratee, state, info_row, weight, slope, score, info, value, severity,
    prior_mean, prior_precision, damp, side,
):  # fmt: skip
    """One damped Newton step of every node of a side, in place; returns the sum of squares."""
    own = value if side == 0 else severity
    moved = 0.0
    for node in prange(start.size - 1):
        gradient = (prior_mean[node] - own[node]) * prior_precision
        curvature = prior_precision
        for at in range(start[node], start[node + 1]):
            pair = order[at] if side == 1 else at
            r = rater[pair]
            i = ratee[pair]
            for kind in range(slope.size):
                w = weight[r, kind]
                if w > SMALL_WEIGHT:
                    cell, part = _position(slope[kind] * value[i] - severity[r])
                    d = slope[kind] if side == 0 else -1.0
                    row = state[pair]
                    gradient += (
                        w
                        * d
                        * (score[kind, row, cell] * (1 - part) + score[kind, row, cell + 1] * part)
                    )
                    row = info_row[pair]
                    curvature += (
                        w
                        * d
                        * d
                        * (info[kind, row, cell] * (1 - part) + info[kind, row, cell + 1] * part)
                    )
        step = damp * gradient / curvature
        if step > 1.0:
            step = 1.0
        if step < -1.0:
            step = -1.0
        own[node] += step
        moved += step * step
    return moved


@njit(parallel=True, cache=True, boundscheck=False)
def spread(
    start, order, rater, ratee, info_row, weight, slope, info, value, severity, other,
    prior_precision, side, out,
):  # fmt: skip
    """Posterior variance of a side, each pair discounted by the variance of its other end."""
    for node in prange(start.size - 1):
        curvature = prior_precision
        for at in range(start[node], start[node + 1]):
            pair = order[at] if side == 1 else at
            r = rater[pair]
            i = ratee[pair]
            known = 0.0
            for kind in range(slope.size):
                w = weight[r, kind]
                if w > SMALL_WEIGHT:
                    cell, _ = _position(slope[kind] * value[i] - severity[r])
                    d = slope[kind] if side == 0 else 1.0
                    known += w * d * d * info[kind, info_row[pair], cell]
            far = other[r] if side == 0 else other[i]
            curvature += 1.0 / (1.0 / max(known, 1e-6) + far)
        out[node] = 1.0 / curvature


@njit(parallel=True, cache=True, boundscheck=False)
def classify(start, order, ratee, state, slope, loglik, value, severity, log_share, weight):
    """Posterior class of every rater from all its pairs, in place."""
    kinds = slope.size
    for r in prange(start.size - 1):
        log = log_share.copy()
        for at in range(start[r], start[r + 1]):
            pair = order[at]
            for kind in range(kinds):
                if log_share[kind] > -np.inf:
                    cell, part = _position(slope[kind] * value[ratee[pair]] - severity[r])
                    row = state[pair]
                    log[kind] += (
                        loglik[kind, row, cell] * (1 - part) + loglik[kind, row, cell + 1] * part
                    )
        top = log.max()
        total = 0.0
        for kind in range(kinds):
            log[kind] = np.exp(log[kind] - top)
            total += log[kind]
        for kind in range(kinds):
            weight[r, kind] = log[kind] / total
