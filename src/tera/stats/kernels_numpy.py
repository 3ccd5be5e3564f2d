"""Block updates of the facet model in plain numpy, in blocks of pairs so that memory is bounded.

Every function is O(pairs). :mod:`tera.stats.kernels_numba` holds the same updates compiled; a test
holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tera.stats.pairs import Floats, Pairs
from tera.stats.tables import LOW, NODES, STEP, Tables

BLOCK = 2_000_000
SMALL_WEIGHT = 1e-3
RATEE, RATER = 0, 1
Cells = NDArray[np.int64]


def position(eta: Floats) -> tuple[Cells, Floats]:
    """Return the grid cell of each eta and the part of the way to the next node."""
    place = np.clip((eta - LOW) / STEP, 0.0, NODES - 1.001)
    cell = place.astype(np.int64)
    return cell, place - cell


def look_up(
    table: NDArray[np.float32], row: NDArray[np.int16], cell: Cells, part: Floats
) -> Floats:
    """Interpolate ``table`` (rows, NODES) at rows and places."""
    flat = table.reshape(-1)
    at = row.astype(np.int64) * NODES + cell
    out: Floats = flat[at] * (1 - part) + flat[at + 1] * part
    return out


def blocks(pairs: Pairs) -> Iterator[slice]:
    """Yield slices that cover all pairs."""
    for first in range(0, pairs.size, BLOCK):
        yield slice(first, min(first + BLOCK, pairs.size))


def newton_step(
    pairs: Pairs, tables: Tables, weight: NDArray[np.float32], value: Floats, severity: Floats,
    prior_mean: Floats, prior_precision: float, damp: float, side: int,
) -> float:  # fmt: skip
    """One damped Newton step of every node of a side, in place; returns the sum of squares."""
    own = value if side == RATEE else severity
    gradient = (prior_mean - own) * prior_precision
    curvature = np.full(own.size, prior_precision)
    for block in blocks(pairs):
        rater, ratee = pairs.rater[block], pairs.ratee[block]
        node = ratee if side == RATEE else rater
        slopes = np.zeros(rater.size)
        bends = np.zeros(rater.size)
        for kind, slope in enumerate(tables.slope):
            w = weight[rater, kind].astype(float)
            w[w <= SMALL_WEIGHT] = 0.0
            if not w.any():
                continue
            d = slope if side == RATEE else -1.0
            cell, part = position(slope * value[ratee] - severity[rater])
            slopes += w * d * look_up(tables.score[kind], pairs.state[block], cell, part)
            bends += w * d * d * look_up(tables.info[kind], pairs.info_row[block], cell, part)
        gradient += np.bincount(node, slopes, own.size)
        curvature += np.bincount(node, bends, own.size)
    step = np.clip(damp * gradient / curvature, -1.0, 1.0)
    own += step
    return float(step @ step)


def spread(
    pairs: Pairs, tables: Tables, weight: NDArray[np.float32], value: Floats, severity: Floats,
    other: Floats, prior_precision: float, side: int, out: Floats,
) -> None:  # fmt: skip
    """Posterior variance of a side, each pair discounted by the variance of its other end."""
    curvature = np.full(out.size, prior_precision)
    for block in blocks(pairs):
        rater, ratee = pairs.rater[block], pairs.ratee[block]
        known = np.zeros(rater.size)
        for kind, slope in enumerate(tables.slope):
            w = weight[rater, kind].astype(float)
            w[w <= SMALL_WEIGHT] = 0.0
            if not w.any():
                continue
            d = slope if side == RATEE else 1.0
            cell, _ = position(slope * value[ratee] - severity[rater])
            at = pairs.info_row[block].astype(np.int64) * NODES + cell
            known += w * d * d * tables.info[kind].reshape(-1)[at]
        node, far = (ratee, rater) if side == RATEE else (rater, ratee)
        known = 1.0 / (1.0 / np.maximum(known, 1e-6) + other[far])
        curvature += np.bincount(node, known, out.size)
    out[:] = 1.0 / curvature


def classify(
    pairs: Pairs, tables: Tables, value: Floats, severity: Floats, log_share: Floats,
    weight: NDArray[np.float32],
) -> None:  # fmt: skip
    """Posterior class of every rater from all its pairs, in place."""
    log = np.tile(log_share, (pairs.n_rater, 1))
    for block in blocks(pairs):
        rater, ratee = pairs.rater[block], pairs.ratee[block]
        for kind in np.flatnonzero(np.isfinite(log_share)):
            cell, part = position(tables.slope[kind] * value[ratee] - severity[rater])
            found = look_up(tables.loglik[kind], pairs.state[block], cell, part)
            log[:, kind] += np.bincount(rater, found, pairs.n_rater)
    log = np.exp(log - log.max(1, keepdims=True))
    weight[:] = log / log.sum(1, keepdims=True)
