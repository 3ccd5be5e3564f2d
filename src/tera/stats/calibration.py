"""Self-calibration: what the fitted model says about itself on the organisation's own graph.

Draw truth and answers from the fitted model on the same rater graph, fit again, and compare with
the drawn truth: how much too narrow the intervals are, how well severities and values are
recovered, what differences could be detected. Model error is not in it: read "at least".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtri

from tera.stats.fit import Fitted, Solver, person_only
from tera.stats.hyper import CLASS_CUT, CLASS_HALO, CLASS_SLOPE, CLASSES, SHIFT
from tera.stats.kernels_numpy import blocks
from tera.stats.leniency import MIN_UNITS, TRIED, Homes, Reading, share, statistic, touched
from tera.stats.pairs import Bools, Floats, Pairs
from tera.stats.tables import answered_subset

# 80 % power at a two-sided error of 5 %: z(0.975) + z(0.8).
DETECT = float(ndtri(0.975) + ndtri(0.8))
COVERAGE = 0.90
# Raters with fewer ratings are not part of the severity calibration: nothing is published of them.
CALIBRATED_RATINGS = 5
# From so many people on one simulation of each kind is exact enough; below it two.
ONE_ROUND = 5_000


@dataclass(frozen=True, slots=True)
class Simulated:
    """Truth and answers drawn from a fitted model, latent units."""

    value: Floats
    severity: Floats
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class Calibration:
    """Factors for the standard deviations, and what the refit recovered (correlations).

    ``severity_limit``: severity of a median rater (5 or more ratings) that 80 % power would find,
    in sd of true performance. ``leniency``: sd of the leniency common to the raters of a unit that
    the value factors carry, same unit; NaN where there are too few units to ask.
    """

    value: float
    person: float
    severity: float
    value_r: float
    severity_r: float
    severity_limit: float
    leniency: float


NONE = Calibration(1.0, 1.0, 1.0, np.nan, np.nan, np.nan, np.nan)


def simulate(fitted: Fitted, seed: int, touch: Homes | None = None) -> Simulated:
    """Draw values, severities and answers from ``fitted`` on its own graph.

    With ``touch`` (pairs,) the part ``TRIED`` of the unit variance is a common leniency of the
    pairs so marked (:mod:`tera.stats.leniency`) and not performance.
    """
    rng = np.random.default_rng(seed)
    hyper, pairs, unit = fitted.hyper, fitted.pairs, fitted.unit
    value = rng.normal(size=pairs.n_ratee)
    lenient = np.zeros(1)
    if unit is None:
        value *= hyper.sd_value
    else:
        part = 0.0 if touch is None else TRIED
        units = int(unit.max(initial=-1)) + 2
        level = rng.normal(size=units) * hyper.sd_unit * np.sqrt(1 - part)
        level[-1] = 0.0
        value = level[unit] + value * np.sqrt(max(hyper.sd_value**2 - hyper.sd_unit**2, 0.05))
        if part:
            lenient = rng.normal(size=units) * hyper.sd_unit * np.sqrt(part)
            lenient[-1] = 0.0
    severity = rng.normal(size=pairs.n_rater) * hyper.sd_severity
    bounds = np.cumsum(hyper.class_share)
    kind = (rng.random(pairs.n_rater)[:, None] > bounds).sum(1).clip(0, CLASSES - 1)
    total = np.zeros(pairs.size, np.int8)
    for at in blocks(pairs):
        rater, ratee, relation = pairs.rater[at], pairs.ratee[at], pairs.relation[at]
        which = kind[rater]
        draw = rng.random(rater.size)
        favour = SHIFT * (
            (draw < hyper.share_up[relation]).astype(float)
            - (draw > 1 - hyper.share_down[relation])
        )
        eta = CLASS_SLOPE[which] * value[ratee] - severity[rater] + hyper.mean[relation]
        eta += CLASS_HALO[which] * hyper.halo[relation] * rng.normal(size=rater.size)
        eta += favour * (CLASS_SLOPE[which] == 1)
        if touch is not None:
            eta += lenient[touch[at]]
        total[at] = _totals(eta, pairs.answered[at], CLASS_CUT[which], fitted, rng)
    return Simulated(value, severity, pairs.with_totals(total))


def _totals(
    eta: Floats, answered: np.ndarray, cut: Floats, fitted: Fitted, rng: np.random.Generator
) -> np.ndarray:
    """Sums of drawn answers; a rater's thresholds lie ``cut`` times as far apart."""
    hyper = fitted.hyper
    middle = hyper.threshold.mean()
    reach = hyper.threshold - middle
    out = np.zeros(eta.size, np.int8)
    for count in np.unique(answered):
        rows = np.flatnonzero(answered == count)
        for strength in answered_subset(hyper.easiness, int(count)):
            z = (eta[rows] + strength + rng.normal(size=rows.size) - middle) / cut[rows]
            out[rows] += (z > reach[0]).astype(np.int8) + (z > reach[1])
    return out


def refit(fitted: Fitted, pairs: Pairs) -> tuple[Solver, Fitted]:
    """Fit other answers on the same graph with the same hyper-parameters."""
    solver = Solver(pairs, replace(fitted.hyper), fitted.unit, fast=fitted.compiled or None)
    return solver, solver.result(*solver.solve())


def self_calibrate(fitted: Fitted, several: Bools, *, seed: int = 0) -> Calibration:
    """Simulate, refit, compare; ``several`` (n_ratee,) marks the people that get a number.

    Where there are units the intervals of values also carry the leniency that the units' raters
    seem to share; of its two readings the one that asks for wider intervals.
    """
    if several.sum() < CALIBRATED_RATINGS:
        return NONE
    drawn = simulate(fitted, seed)
    solver, again = refit(fitted, drawn.pairs)
    first = _widths(fitted, drawn, solver, again, several)
    raters = fitted.pairs.per_rater >= CALIBRATED_RATINGS
    severity_sd = np.sqrt(again.severity_var)
    limit, severity_r = np.nan, np.nan
    if raters.sum() >= CALIBRATED_RATINGS:
        limit = DETECT * float(np.median(severity_sd[raters])) / fitted.hyper.sd_value
        severity_r = _r(again.severity[raters], drawn.severity[raters])
    widths, found = _with_leniency(fitted, again, first, several, seed)
    return Calibration(
        max(1.0, widths[0]), max(1.0, widths[1]),
        max(1.0, _factor(again.severity - drawn.severity, severity_sd, raters)),
        _r(again.value[several], drawn.value[several]), severity_r, limit, found,
    )  # fmt: skip


def _widths(
    fitted: Fitted,
    drawn: Simulated,
    solver: Solver,
    again: Fitted,
    several: Bools,
    scale: float = 1,
) -> Floats:
    """Factors for the value and the person-only value; ``scale``: true over learned sd of value."""
    person, variance = person_only(solver)
    truth = drawn.value / scale
    return np.array([
        _factor(again.value - truth, np.sqrt(again.value_var), several),
        _factor(person - truth, np.sqrt(variance), several),
    ])  # fmt: skip


def _with_leniency(
    fitted: Fitted, again: Fitted, first: Floats, several: Bools, seed: int
) -> tuple[Floats, float]:
    """Widen ``first`` by the common leniency found; also its sd in sd of true performance."""
    unit, hyper = fitted.unit, fitted.hyper
    if unit is None or np.unique(unit[several & (unit >= 0)]).size < MIN_UNITS:
        return first, np.nan
    moved = TRIED * hyper.sd_unit**2
    scale = float(np.sqrt(max(hyper.sd_value**2 - moved, 0.05))) / hyper.sd_value
    marks = [touched(fitted.pairs, unit, reading) for reading in Reading]
    rounds = 1 if fitted.pairs.n_ratee >= ONE_ROUND else 2
    without, tried = np.zeros((rounds, 2)), np.zeros((rounds, 2))
    wide = np.zeros((rounds, 2, 2))
    plain = [first]
    for one in range(rounds):
        if one:
            drawn = simulate(fitted, seed + one)
            solver, again = refit(fitted, drawn.pairs)
            plain.append(_widths(fitted, drawn, solver, again, several))
        for reading, touch in enumerate(marks):
            without[one, reading] = statistic(again, touch)
            drawn = simulate(fitted, seed + one, touch)
            solver, lenient = refit(fitted, drawn.pairs)
            tried[one, reading] = statistic(lenient, touch)
            wide[one, reading] = _widths(fitted, drawn, solver, lenient, several, scale)
    base = np.mean(plain, 0)
    parts = np.array([
        share(statistic(fitted, touch), low, high)
        for touch, low, high in zip(marks, without.mean(0), tried.mean(0), strict=True)
    ])  # fmt: skip
    widths = base + parts[:, None] * np.maximum(wide.mean(0) - base, 0.0)
    kept = float(max(0.25, 1 - TRIED * parts.max() * (hyper.sd_unit / hyper.sd_value) ** 2))
    found = np.sqrt(moved * parts.max() / kept) / hyper.sd_value
    return np.asarray(widths.max(0)), float(found)


def _factor(error: Floats, sd: Floats, chosen: Bools) -> float:
    """Factor on ``sd`` that makes 90 % intervals cover 90 %."""
    if not chosen.any():
        return 1.0
    found = np.quantile(np.abs(error[chosen]) / sd[chosen], COVERAGE)
    return float(found / ndtri(0.5 + COVERAGE / 2))


def _r(one: Floats, other: Floats) -> float:
    if one.std() < 1e-12 or other.std() < 1e-12:
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])
