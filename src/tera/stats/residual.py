"""Leave-one-out residuals: one pair against what everything else says about its two ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tera.stats.fit import Fitted
from tera.stats.hyper import Hyper
from tera.stats.kernels_numpy import Cells, blocks, look_up, position
from tera.stats.pairs import RELATIONS, Floats, Pairs, state_count
from tera.stats.tables import (
    NODES,
    SHIFT_STEPS,
    derivatives,
    gauss,
    likelihood,
    wide_distributions,
)

# A pair of answers at the end of the scale has a finite pseudo-residual.
_CLIP = 4.0


@dataclass(frozen=True, slots=True)
class Clean:
    """Tables of a usual rater without contamination: likelihood, score and information by row."""

    likelihood: NDArray[np.float32]
    score: NDArray[np.float32]
    info: NDArray[np.float32]


def clean_tables(hyper: Hyper, pairs: Pairs) -> Clean:
    """Build the tables that describe a pair without favour or grudge."""
    items = pairs.n_item
    wide = wide_distributions(hyper, list(range(1, items + 1)))
    table = likelihood(hyper, pairs.relations(), 1.0, wide)
    _, score, info = derivatives(table, items, 1e-3)
    rows = RELATIONS * state_count(items)
    return Clean(
        table.reshape(rows, NODES).astype(np.float32),
        score.reshape(rows, NODES).astype(np.float32),
        info.reshape(RELATIONS * items, NODES).astype(np.float32),
    )


@dataclass(frozen=True, slots=True)
class Residuals:
    """Per pair, latent units.

    ``residual``: pseudo-observation minus the leave-one-out expectation (positive = kinder than
    expected), ``weight`` its precision; ``up``/``down``: posterior probability that this single
    pair is shifted by a favour or a grudge; ``value``, ``value_var``: the ratee without this pair;
    ``gap``, ``gap_var``: pseudo-observation minus that value (the rater's severity still in it).
    """

    residual: Floats
    weight: Floats
    up: Floats
    down: Floats
    value: Floats
    value_var: Floats
    gap: Floats
    gap_var: Floats


def leave_one_out(fitted: Fitted) -> Residuals:
    """Take each pair's own information out of both its ends by a one-step downdate. O(pairs)."""
    pairs = fitted.pairs
    tables = clean_tables(fitted.hyper, pairs)
    out = [np.empty(pairs.size) for _ in range(8)]
    for at in blocks(pairs):
        for whole, part in zip(out, _block(fitted, tables, at), strict=True):
            whole[at] = part
    return Residuals(*out)


def _block(fitted: Fitted, tables: Clean, at: slice) -> tuple[Floats, ...]:
    pairs, hyper = fitted.pairs, fitted.hyper
    rater, ratee, relation = pairs.rater[at], pairs.ratee[at], pairs.relation[at]
    value, severity = fitted.value[ratee], fitted.severity[rater]
    value_var, severity_var = fitted.value_var[ratee], fitted.severity_var[rater]
    cell, part = position(value - severity)
    info = np.maximum(look_up(tables.info, pairs.info_row[at], cell, part), 0.02)
    state = pairs.state[at]
    pseudo = np.clip(look_up(tables.score, state, cell, part) / info, -_CLIP, _CLIP)
    about_value = 1 / (1 / info + severity_var)
    about_severity = 1 / (1 / info + value_var)
    value_left = 1 / np.maximum(1 / value_var - about_value, 0.2)
    severity_left = 1 / np.maximum(1 / severity_var - about_severity, 0.2)
    value_out = value - value_left * about_value * pseudo
    severity_out = severity + severity_left * about_severity * pseudo
    expected = value_out - severity_out
    spread = value_left + severity_left
    residual = value - severity + pseudo - expected
    weight = 1 / (1 / info + spread)
    plain, up, down = _shifts(tables, state, expected, np.sqrt(spread))
    plus, minus = hyper.share_up[relation], hyper.share_down[relation]
    total = plus * up + minus * down + (1 - plus - minus) * plain
    return (
        residual, weight, plus * up / total, minus * down / total, value_out, value_left,
        residual - severity_out, 1 / info + value_left,
    )  # fmt: skip


def _shifts(
    tables: Clean, state: NDArray[np.int16], expected: Floats, sd: Floats
) -> tuple[Floats, Floats, Floats]:
    """Likelihood of the pair as it is, kinder by SHIFT, stricter by SHIFT (7 nodes over eta)."""
    flat = tables.likelihood.reshape(-1)
    row = state.astype(np.int64) * NODES
    plain, up, down = (np.zeros(expected.size) for _ in range(3))
    for x, w in zip(*gauss(7), strict=True):
        cell: Cells = position(expected + x * sd)[0]
        plain += w * flat[row + cell]
        up += w * flat[row + np.minimum(cell + SHIFT_STEPS, NODES - 1)]
        down += w * flat[row + np.maximum(cell - SHIFT_STEPS, 0)]
    return plain, up, down
