"""Variance of a rater's severity when the people it rates share the level of their unit.

Ten subordinates of one unit are not ten independent yardsticks: the unit's own level is uncertain
too. Gaussian belief propagation on the graph raters x units carries that common part. With
I(r,t) the information of r about unit t (each pair discounted by what the *other* raters leave
open about its ratee),

    r -> t:  1 / (1 / I(r,t) + 1 / (p_s + sum over t' != t of q(r,t')))
    t -> r:  q(r,t) = 1 / (1 / I(r,t) + 1 / (p_u + sum over r' != r of messages(r',t))),

p_s and p_u the prior precisions. Exact on trees; self-calibration scales what remains.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from tera.stats.kernels_numpy import SMALL_WEIGHT, blocks, position
from tera.stats.pairs import Floats, Ints, Pairs
from tera.stats.tables import NODES, Tables

ROUNDS = 4


def pair_information(
    pairs: Pairs, tables: Tables, weight: NDArray[np.float32], value: Floats, severity: Floats,
    block: slice,
) -> Floats:  # fmt: skip
    """Expected information of each pair about eta, classes averaged."""
    rater, ratee = pairs.rater[block], pairs.ratee[block]
    known = np.zeros(rater.size)
    for kind, slope in enumerate(tables.slope):
        w = weight[rater, kind].astype(float)
        w[w <= SMALL_WEIGHT] = 0.0
        cell, _ = position(slope * value[ratee] - severity[rater])
        at = pairs.info_row[block].astype(np.int64) * NODES + cell
        known += w * tables.info[kind].reshape(-1)[at]
    return np.maximum(known, 1e-6)


def severity_variance(
    pairs: Pairs, tables: Tables, weight: NDArray[np.float32], value: Floats, severity: Floats,
    value_var: Floats, severity_var: Floats, severity_prior: float, unit: Ints | None,
    unit_prior: float,
) -> Floats:  # fmt: skip
    """Return (n_rater,) posterior variances; priors are precisions, ``unit`` (n_ratee,) or None."""
    of = np.arange(pairs.n_ratee)
    if unit is not None:
        # People without a unit stand alone.
        alone = unit.max(initial=-1) + 1 + np.cumsum(unit < 0)
        of = np.where(unit >= 0, unit, alone)
    groups = int(of.max(initial=-1)) + 1
    gathered = csr_matrix((pairs.n_rater, groups))
    for block in blocks(pairs):
        rater, ratee = pairs.rater[block], pairs.ratee[block]
        known = pair_information(pairs, tables, weight, value, severity, block)
        own = 1 / (1 / known + severity_var[rater])
        # What the ratee would be known by without this rater (no back message).
        left = 1 / np.maximum(1 / value_var[ratee] - own, 0.25)
        found = 1 / (1 / known + left)
        gathered = gathered + csr_matrix((found, (rater, of[ratee])), shape=(pairs.n_rater, groups))
    information: Floats = gathered.data
    if unit is None:
        total = np.asarray(gathered.sum(1)).ravel()
        return np.asarray(1 / (severity_prior + total))
    row = np.repeat(np.arange(pairs.n_rater), np.diff(gathered.indptr))
    column = gathered.indices
    down = np.full(information.size, unit_prior)
    carried = np.zeros(pairs.n_rater)
    for _ in range(ROUNDS):
        about = 1 / (1 / information + 1 / down)
        carried = np.asarray(np.bincount(row, about, pairs.n_rater), float)
        upward = 1 / (1 / information + 1 / (severity_prior + carried[row] - about))
        level = np.bincount(column, upward, groups)
        down = unit_prior + level[column] - upward
    return np.asarray(1 / (severity_prior + carried))
