"""What would change if some answers were other ones: refit of the neighbourhood of one unit.

Only people within two steps of the changed ratings move; everybody else and the hyper-parameters
stay. The answer equals the full fit with the same hyper-parameters to well below 0.01 sd.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tera.stats import kernels_numpy as kernels
from tera.stats.evidence import Reason, freeze, withhold
from tera.stats.facets import FacetEstimate
from tera.stats.fit import Fitted, log_share
from tera.stats.graph import one_ended
from tera.stats.kernels_numpy import RATEE, RATER
from tera.stats.pairs import Floats, Ints, Pairs, pack

SWEEPS = 60
REST = 2e-5


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Values after the change, in sd of true performance, for the people and raters that moved.

    ``ratee`` (k,) and ``rater`` (l,) numbers; ``value``, ``person_value`` (k,), ``severity`` (l,),
    NaN where the estimate withheld them, and for a rater whose answers would all lie at one end.
    """

    ratee: Ints
    value: Floats
    person_value: Floats
    rater: Ints
    severity: Floats


def what_if(estimate: FacetEstimate, rows: ArrayLike, items: ArrayLike) -> WhatIf:
    """Refit around ``rows`` (k,) of the input with ``items`` (k, Q) instead of theirs.

    Rows must be pairs that the estimate used, with at least one answer each.
    """
    fitted = estimate.fitted
    if fitted is None:
        raise ValueError(estimate.diagnostics.warnings[0])
    row = np.atleast_1d(np.asarray(rows))
    answer = np.atleast_2d(np.asarray(items, np.int8))
    valid = row.size == len(answer) and answer.shape[1:] == (fitted.pairs.n_item,)
    if not valid or not estimate.kept[row].all() or answer.min() < -1 or answer.max() > 2:
        raise ValueError("baris harus pasangan yang dipakai, dengan jawaban -1, 0, 1, 2")
    if (answer < 0).all(1).any():
        raise ValueError("tiap baris harus punya jawaban")
    pair = (np.cumsum(estimate.kept) - 1)[row]
    return _Local(estimate, fitted, pair, answer).solve()


def _ranges(start: Ints, nodes: Ints) -> Ints:
    """Concatenate start[k]..start[k + 1] for all ``nodes``."""
    length = start[nodes + 1] - start[nodes]
    ends = np.cumsum(length)
    first = np.repeat(start[nodes] - (ends - length), length)
    found: Ints = np.arange(first.size) + first
    return found


class _Local:
    """The neighbourhood as a small graph; nodes at its border are held still."""

    def __init__(
        self, estimate: FacetEstimate, fitted: Fitted, changed: Ints, answer: np.ndarray
    ) -> None:
        self.estimate, self.fitted = estimate, fitted
        pairs, unit = fitted.pairs, fitted.unit
        people = np.unique(pairs.ratee[changed])
        if unit is not None:
            touched = np.unique(unit[people])
            people = np.unique(
                np.concatenate([people, np.flatnonzero(np.isin(unit, touched[touched >= 0]))])
            )
        raters = np.unique(pairs.rater[_ranges(pairs.ratee_start, people)])
        near = np.unique(pairs.ratee[self._of_raters(raters)])
        self.people = np.unique(np.concatenate([people, near]))
        self.raters = np.unique(pairs.rater[_ranges(pairs.ratee_start, self.people)])
        rows = np.unique(
            np.concatenate([_ranges(pairs.ratee_start, self.people), self._of_raters(self.raters)])
        )
        self.all_people, ratee = np.unique(pairs.ratee[rows], return_inverse=True)
        self.all_raters, rater = np.unique(pairs.rater[rows], return_inverse=True)
        answered, total = pairs.answered[rows].copy(), pairs.total[rows].copy()
        at = np.searchsorted(rows, changed)
        answered[at] = (answer >= 0).sum(1)
        total[at] = np.maximum(answer, 0).sum(1)
        self.pairs: Pairs = pack(
            rater.astype(np.int32), ratee.astype(np.int32), pairs.relation[rows], answered, total,
            n_ratee=self.all_people.size, n_rater=self.all_raters.size, n_item=pairs.n_item,
        )  # fmt: skip
        self.free_people = np.isin(self.all_people, self.people)
        self.free_raters = np.isin(self.all_raters, self.raters)

    def _of_raters(self, raters: Ints) -> Ints:
        pairs = self.fitted.pairs
        return pairs.by_rater[_ranges(pairs.rater_start, raters)].astype(np.int64)

    def solve(self) -> WhatIf:
        """Sweep the free nodes to rest."""
        fit = self.fitted
        hyper = fit.hyper
        value, severity = fit.value[self.all_people], fit.severity[self.all_raters]
        weight = fit.weight[self.all_raters].copy()
        no_prior = np.zeros(severity.size)
        shares = log_share(hyper)
        within = hyper.sd_value**2 - (hyper.sd_unit**2 if fit.unit is not None else 0.0)
        precision = 1 / max(within, 0.05)
        for _ in range(SWEEPS):
            before, before_severity = value.copy(), severity.copy()
            kernels.newton_step(
                self.pairs, fit.tables, weight, value, severity, self._prior(value, precision),
                precision, 1.0, RATEE,
            )  # fmt: skip
            value = np.where(self.free_people, value, before)
            kernels.newton_step(
                self.pairs, fit.tables, weight, value, severity, no_prior,
                1 / hyper.sd_severity**2, 1.0, RATER,
            )  # fmt: skip
            severity = np.where(self.free_raters, severity, before_severity)
            held = weight.copy()
            kernels.classify(self.pairs, fit.tables, value, severity, shares, weight)
            weight[~self.free_raters] = held[~self.free_raters]
            moved = np.abs(value - before).max(), np.abs(severity - before_severity).max()
            if max(moved) < REST:
                break
        person = value.copy()
        for _ in range(8):
            kernels.newton_step(
                self.pairs, fit.tables, weight, person, severity, np.zeros(person.size),
                1 / hyper.sd_value**2, 1.0, RATEE,
            )  # fmt: skip
        scale = hyper.sd_value
        free, raters = self.free_people, self.free_raters
        judged = self.estimate.ratee_reason[self.people]
        of_raters = np.where(
            one_ended(self.pairs)[raters], Reason.EXTREME, self.estimate.rater_reason[self.raters]
        ).astype(np.int8)
        return WhatIf(
            freeze(self.people), withhold(value[free] / scale, judged),
            withhold(person[free] / scale, judged),
            freeze(self.raters), withhold(severity[raters] / scale, of_raters),
        )  # fmt: skip

    def _prior(self, value: Floats, precision: float) -> Floats:
        """Prior means: the level of each unit with its free members at their new values."""
        fit = self.fitted
        prior = np.zeros(value.size)
        if fit.unit is None:
            return prior
        unit = fit.unit[self.all_people]
        member = unit >= 0
        units, of = np.unique(unit[member], return_inverse=True)
        change = np.bincount(of, (value - fit.value[self.all_people])[member], units.size)
        total = fit.unit_total[units] + change
        level = total * precision / (fit.unit_size[units] * precision + 1 / fit.hyper.sd_unit**2)
        prior[member] = level[of]
        return prior
