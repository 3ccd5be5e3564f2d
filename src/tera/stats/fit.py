"""The fit: penalised maximum of the facet model by block Newton, hyper-parameters by EM.

    eta_e = slope_{class(r)} * value_i - severity_r,
    value_i ~ N(u_unit(i), sd_value² - sd_unit²),   u ~ N(0, sd_unit²),
    severity_r ~ N(0, sd_severity²).

Cost: O(pairs) per sweep; sweeps are accelerated by squared extrapolation (Varadhan & Roland 2008).
A common leniency of all raters of a unit is not in the model: with a few ratings that cross units
it can't be told from the unit's level, and estimating it made the values worse where it is absent
(docs/metode/objektivitas.md). The intervals and the severity list carry what
:mod:`tera.stats.leniency` finds of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tera.stats import learning
from tera.stats.hyper import (
    CLASSES,
    EARLY,
    WIDTH_RATERS,
    WIDTH_RATINGS,
    WIDTH_SHARE,
    WIDTH_START,
    Hyper,
)
from tera.stats.kernels import RATEE, RATER, Kernels
from tera.stats.linear import LinearEstimate
from tera.stats.pairs import Floats, Ints, Pairs
from tera.stats.propagation import severity_variance
from tera.stats.tables import Tables, build, marginal_parameters

# Root mean square change of a sweep, latent units, below which the fit rests.
TOLERANCE = 1e-5
MAX_SWEEPS = 200
CALM_SWEEPS = 40
LEARN_ROUNDS = 14
ROUND_SWEEPS = 6
WIDTH_ROUND = 6
# Newton steps from a person's value with the unit to the one from that person's ratings alone.
PERSON_STEPS = 8


@dataclass(slots=True)
class Group:
    """Nodes in groups with a common effect: ``of`` (nodes,) group or -1, ``size`` (groups,)."""

    of: Ints
    size: Floats
    effect: Floats
    variance: Floats

    @classmethod
    def make(cls, of: Ints, groups: int) -> Group:
        """Count the members and start with no effect."""
        size = np.bincount(of[of >= 0], minlength=groups).astype(float)
        return cls(of, size, np.zeros(groups), np.zeros(groups))

    def centre(self, values: Floats, within: float, between: float, prior_mean: Floats) -> None:
        """Shrink the group means of ``values`` and write them into ``prior_mean`` in place."""
        member = self.of >= 0
        total = np.bincount(self.of[member], values[member], self.size.size)
        self.variance = 1.0 / (self.size / within + 1.0 / between)
        self.effect = total / within * self.variance
        prior_mean[member] = self.effect[self.of[member]]


@dataclass(slots=True)
class Fitted:
    """The state of a fit, latent units; arrays over ratees or raters as named.

    ``severity_given``: variance of the severities given the unit effects, as the values of single
    people take it. ``cross``: the linear model on the same pairs, once
    :func:`tera.stats.facets.estimate` ran it.
    """

    pairs: Pairs
    hyper: Hyper
    tables: Tables
    value: Floats
    severity: Floats
    value_var: Floats
    severity_var: Floats
    weight: NDArray[np.float32]
    unit: Ints | None
    unit_total: Floats
    unit_size: Floats
    sweeps: int
    converged: bool
    compiled: bool
    severity_given: Floats
    cross: CrossCheck | None = None


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """The linear model beside the fit, raw: ``score`` (relations, levels) its table of scores."""

    line: LinearEstimate
    score: Floats


class Solver:
    """One fit over one graph."""

    def __init__(
        self, pairs: Pairs, hyper: Hyper, unit: Ints | None, *, fast: bool | None = None
    ) -> None:
        self.pairs, self.hyper, self.unit = pairs, hyper, unit
        self.kernels = Kernels(pairs, fast=fast)
        self.relations = pairs.relations()
        self.value_prior = np.zeros(pairs.n_ratee)
        self.severity_prior = np.zeros(pairs.n_rater)
        self.reset()
        self.active = pairs.per_rater > 0
        self.units = None if unit is None else Group.make(unit, int(unit.max(initial=-1)) + 1)
        self.tables: Tables = build(hyper, self.relations)

    def reset(self) -> None:
        """Start from nothing: the fit then depends on the data and the hyper-parameters alone."""
        pairs = self.pairs
        self.value = np.zeros(pairs.n_ratee)
        self.severity = np.zeros(pairs.n_rater)
        self.value_var = np.full(pairs.n_ratee, 0.4)
        self.severity_var = np.full(pairs.n_rater, 0.2)
        share = self.hyper.class_share.astype(np.float32)
        self.weight = np.tile(share, (pairs.n_rater, 1))

    # ---- one sweep
    @property
    def value_within(self) -> float:
        """Variance of a value around its prior mean."""
        between = 0.0 if self.units is None else self.hyper.sd_unit**2
        return max(self.hyper.sd_value**2 - between, 0.05)

    def sweep(self, damp: float = 1.0) -> float:
        """Update every block once; returns the larger mean square change."""
        if self.units is not None:
            self.units.centre(
                self.value, self.value_within, self.hyper.sd_unit**2, self.value_prior
            )
        a = self.kernels.newton_step(
            self.tables, self.weight, self.value, self.severity, self.value_prior,
            1 / self.value_within, damp, RATEE,
        )  # fmt: skip
        b = self.kernels.newton_step(
            self.tables, self.weight, self.value, self.severity, self.severity_prior,
            1 / self.hyper.sd_severity**2, damp, RATER,
        )  # fmt: skip
        return max(a, b)

    def spread(self, rounds: int) -> None:
        """Posterior variances given the group effects."""
        for _ in range(rounds):
            self.kernels.spread(
                self.tables, self.weight, self.value, self.severity, self.value_var,
                1 / self.hyper.sd_severity**2, RATER, self.severity_var,
            )  # fmt: skip
            self.kernels.spread(
                self.tables, self.weight, self.value, self.severity, self.severity_var,
                1 / self.value_within, RATEE, self.value_var,
            )  # fmt: skip

    def classify(self, part: float = 1.0) -> float:
        """Move ``part`` of the way to the rater classes; returns the root mean square change."""
        before = self.weight.copy()
        self.kernels.classify(
            self.tables, self.value, self.severity, log_share(self.hyper), self.weight
        )
        before -= self.weight
        if part < 1:
            self.weight += np.float32(1 - part) * before
        return float(np.sqrt(np.mean(before**2, dtype=float))) if before.size else 0.0

    # ---- the fit
    def solve(self, max_sweeps: int = MAX_SWEEPS, tolerance: float = TOLERANCE) -> tuple[int, bool]:
        """Sweep to rest with squared extrapolation; returns sweeps and whether it rested."""
        done = 0
        while done < max_sweeps:
            value, severity = self.value.copy(), self.severity.copy()
            self.sweep()
            value_1, severity_1 = self.value.copy(), self.severity.copy()
            moved = self.sweep()
            done += 2
            # A rater between two classes can go to and fro for ever: halfway, then.
            changed = self.classify(1.0 if done <= CALM_SWEEPS else 0.5)
            if moved < tolerance**2 and changed < 20 * tolerance:
                return done, True
            self._extrapolate(value, severity, value_1, severity_1)
        return done, False

    def _extrapolate(
        self, value: Floats, severity: Floats, value_1: Floats, severity_1: Floats
    ) -> None:
        r = np.concatenate([value_1 - value, severity_1 - severity])
        v = np.concatenate([self.value - value_1, self.severity - severity_1]) - r
        bend = float(v @ v)
        if bend < 1e-30:
            return
        length = min(max(float(np.sqrt(r @ r / bend)), 1.0), 12.0)
        # Steps of a node are bounded: a class that has just changed is no slow direction.
        move = np.clip(2 * length * r + length**2 * v, -1.5, 1.5)
        cut = value.size
        self.value[:] = value + move[:cut]
        self.severity[:] = severity + move[cut:]

    def learn(self, share: Floats, weight: Floats) -> None:
        """Set the hyper-parameters from the data by EM with the approximate variances."""
        if (self.pairs.per_rater >= WIDTH_RATINGS).sum() >= WIDTH_RATERS:
            self.hyper.class_share = WIDTH_START
        for done in range(LEARN_ROUNDS):
            marginal_parameters(self.hyper, share, weight)
            self.tables = build(self.hyper, self.relations)
            for _ in range(ROUND_SWEEPS):
                self.sweep(0.9)
            self.spread(3)
            self.classify()
            learning.update(self)
            if done >= WIDTH_ROUND and self.hyper.class_share[EARLY:].sum() < WIDTH_SHARE:
                # No more early and late raters than chance makes.
                kept = np.where(np.arange(CLASSES) < EARLY, self.hyper.class_share, 0.0)
                self.hyper.class_share = kept / kept.sum()
        self.tables = build(self.hyper, self.relations)
        self.reset()

    def result(self, sweeps: int, converged: bool) -> Fitted:
        """Freeze the state, with the uncertainty of the group effects in the variances."""
        self.spread(4)
        value_var = self.value_var.copy()
        severity_var = severity_variance(
            self.pairs, self.tables, self.weight, self.value, self.severity, self.value_var,
            self.severity_var, 1 / self.hyper.sd_severity**2, self.unit, 1 / self.hyper.sd_unit**2,
        )  # fmt: skip
        if self.units is not None:
            value_var += _unit_variance(self.units, self.value_var, self.value_within)
        total: Floats = np.zeros(0)
        size: Floats = np.zeros(0)
        if self.units is not None:
            member = self.units.of >= 0
            size = self.units.size
            found = np.bincount(self.units.of[member], self.value[member], size.size)
            total = np.asarray(found, float)
        return Fitted(
            self.pairs, replace(self.hyper), self.tables, self.value, self.severity, value_var,
            severity_var, self.weight, self.unit, total, size, sweeps, converged,
            self.kernels.is_compiled, self.severity_var.copy(),
        )  # fmt: skip


def log_share(hyper: Hyper) -> Floats:
    """Logarithms of the class shares; minus infinity for a class that doesn't occur."""
    with np.errstate(divide="ignore"):
        out: Floats = np.log(hyper.class_share)
    return out


def _unit_variance(units: Group, variance: Floats, within: float) -> Floats:
    """Uncertainty of the unit's level, carried to its members."""
    out = np.zeros(variance.size)
    member = units.of >= 0
    of = units.of[member]
    mean_var = np.bincount(of, variance[member], units.size.size)
    level = units.variance + mean_var / np.maximum(units.size, 1) ** 2
    out[member] = (variance[member] / within) ** 2 * level[of]
    return out


def person_only(solver: Solver) -> tuple[Floats, Floats]:
    """Value and variance of each person from the ratings of that person alone, latent units.

    Severities, classes and hyper-parameters stay; the prior is the same for everyone, so nobody
    is judged by the unit he or she works in.
    """
    value = solver.value.copy()
    prior = np.zeros_like(value)
    precision = 1 / solver.hyper.sd_value**2
    for _ in range(PERSON_STEPS):
        solver.kernels.newton_step(
            solver.tables, solver.weight, value, solver.severity, prior, precision, 1.0, RATEE
        )
    variance = np.empty_like(value)
    solver.kernels.spread(
        solver.tables, solver.weight, value, solver.severity, solver.severity_var, precision,
        RATEE, variance,
    )  # fmt: skip
    return value, variance


def start_hyper(items: int) -> Hyper:
    """Return the hyper-parameters before any data."""
    return Hyper(easiness=np.zeros(items))
