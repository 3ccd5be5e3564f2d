"""M-steps of the fit: spreads, class shares, halo and contamination of each relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tera.stats.kernels_numpy import blocks
from tera.stats.pairs import Bools, Floats
from tera.stats.tables import LOW, NODES, STEP, gauss, shifted, smooth, wide_distributions

if TYPE_CHECKING:
    from tera.stats.fit import Group, Solver

# Weight of the starting value, in people or raters: a small office must not learn a spread of 0.
PRIOR_PEOPLE = 20.0
# Fewer complete pairs of a relation leave its halo at the starting value.
MIN_PAIRS = 200
_BIN = 0.2
_REACH = 4.0
_FACTORS = (0.8, 0.9, 0.96, 1.0, 1.04, 1.1, 1.2)


def update(solver: Solver) -> None:
    """One M-step of every hyper-parameter except those of ``marginal_parameters``."""
    hyper = solver.hyper
    found = np.maximum(solver.weight[solver.active].mean(0, dtype=float), 0.01)
    # A class once left out stays out.
    share = np.where(hyper.class_share > 0, found, 0.0)
    hyper.class_share = share / share.sum()
    rated = solver.pairs.per_ratee > 0
    within = _spread((solver.value - solver.value_prior)[rated], solver.value_var[rated], 0.8)
    between = 0.0
    if solver.units is not None:
        between = _between(solver.units, solver.value_var, rated, hyper.sd_unit)
        hyper.sd_unit = float(np.sqrt(max(between, 0.0025)))
    hyper.sd_value = float(np.sqrt(within**2 + between))
    hyper.sd_severity = _spread(
        solver.severity[solver.active], solver.severity_var[solver.active], 0.25
    )
    solver.value -= solver.value[rated].mean()
    solver.severity -= solver.severity[solver.active].mean()
    _halo(solver)


def _between(group: Group, variance: Floats, counted: Bools, before: float) -> float:
    """Variance of unit effects by the fixed point sum(effect²) / sum(1 - V / before²).

    Where a unit effect is little known EM would stay at its start; this does not (Harville 1977).
    """
    counted = counted & (group.of >= 0)
    of = group.of[counted]
    mean_var = np.bincount(of, variance[counted], group.size.size)
    known = group.variance + mean_var / np.maximum(group.size, 1) ** 2
    full = group.size > 0
    used = np.maximum(1 - known[full] / before**2, 0.02)
    return float((group.effect[full] ** 2).sum() / max(used.sum(), 1.0))


def _spread(values: Floats, variances: Floats, start: float) -> float:
    """Root of the mean second moment, with ``PRIOR_PEOPLE`` nodes of variance ``start``."""
    total = float((values**2 + variances).sum()) + PRIOR_PEOPLE * start
    return float(np.sqrt(total / (values.size + PRIOR_PEOPLE)))


def _histogram(solver: Solver, relation: int) -> tuple[Floats, float]:
    """Counts by (sum, eta bin) over complete pairs of usual raters, and the sd of eta."""
    items = solver.pairs.n_item
    cells = round(2 * _REACH / _BIN)
    counts = np.zeros((2 * items + 1) * cells)
    spread = 0.0
    for block in blocks(solver.pairs):
        p = solver.pairs
        chosen = (p.answered[block] == items) & (p.relation[block] == relation)
        chosen &= solver.weight[p.rater[block], 0] > 0.5
        rater, ratee = p.rater[block][chosen], p.ratee[block][chosen]
        eta = np.clip(solver.value[ratee] - solver.severity[rater], -_REACH, _REACH - 1e-9)
        place = ((eta + _REACH) / _BIN).astype(np.int64) + p.total[block][chosen] * np.int64(cells)
        counts += np.bincount(place, minlength=counts.size)
        spread += float((solver.value_var[ratee] + solver.severity_var[rater]).sum())
    total = counts.sum()
    return counts.reshape(-1, cells), float(np.sqrt(spread / max(total, 1.0)))


def _halo(solver: Solver) -> None:
    """Best halo sd on a multiplicative grid and the EM step of the contaminated shares.

    Works on a histogram, so that its cost does not depend on the number of pairs; the uncertainty
    of eta is integrated with 7 nodes.
    """
    hyper, items = solver.hyper, solver.pairs.n_item
    nodes, weights = gauss(7)
    middle = np.arange(-_REACH + _BIN / 2, _REACH, _BIN)
    wide = wide_distributions(hyper, [items])[items]
    for relation in solver.relations:
        counts, spread = _histogram(solver, relation)
        if counts.sum() < MIN_PAIRS:
            continue
        cells = [
            np.clip((middle + x * spread - LOW) / STEP, 0, NODES - 1).astype(int) for x in nodes
        ]
        up, down = hyper.share_up[relation], hyper.share_down[relation]
        best = -np.inf
        for factor in _FACTORS:
            plain = smooth(wide, hyper.mean[relation], hyper.halo[relation] * factor)
            plus, minus = shifted(plain)
            parts = ((1 - up - down) * plain, up * plus, down * minus)
            log = np.log(parts[0] + parts[1] + parts[2])
            fit = sum(
                w * (counts * log[:, cell]).sum() for cell, w in zip(cells, weights, strict=True)
            )
            if fit > best:
                best, kept, chosen = fit, parts, factor
        hyper.halo[relation] *= chosen
        total = kept[0] + kept[1] + kept[2]
        for part, target in ((kept[1], hyper.share_up), (kept[2], hyper.share_down)):
            expected = sum(
                w * (counts * (part / total)[:, cell]).sum()
                for cell, w in zip(cells, weights, strict=True)
            )
            target[relation] = np.clip(expected / counts.sum(), 0.005, 0.15)
