"""What would change if some answers were other ones: refit of the neighbourhood of one unit.

Only people within two steps of the changed ratings move; everybody else and the hyper-parameters
stay. The answer equals the full fit with the same hyper-parameters to well below 0.01 sd.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tera.stats import kernels_numpy as kernels
from tera.stats.evidence import Codes, Reason, freeze, sentence, withhold
from tera.stats.facets import FacetEstimate
from tera.stats.fit import PERSON_STEPS, Fitted, log_share
from tera.stats.graph import one_ended
from tera.stats.kernels_numpy import RATEE, RATER
from tera.stats.pairs import Floats, Ints, Pairs, pack, ranges

SWEEPS = 60
REST = 2e-5


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Values after the change, in sd of true performance, for the people and raters that moved.

    ``ratee`` (k,) and ``rater`` (l,) numbers; ``value``, ``person_value``, ``person_value_sd``
    (k,), ``severity`` (l,). NaN exactly where ``ratee_reason`` (k,) or ``rater_reason`` (l,) is not
    ENOUGH: what the estimate withheld, a rater whose answers would all lie at one end, and
    everything where all answers would be the same.
    """

    ratee: Ints
    value: Floats
    person_value: Floats
    person_value_sd: Floats
    rater: Ints
    severity: Floats
    ratee_reason: Codes
    rater_reason: Codes

    def explain(self, ratee: int) -> str:
        """Return the sentence that goes with a person's number, or instead of it."""
        return sentence(self.ratee_reason[np.flatnonzero(self.ratee == ratee)[0]])


def what_if(estimate: FacetEstimate, rows: ArrayLike, items: ArrayLike) -> WhatIf:
    """Refit around ``rows`` (k,) of the input with ``items`` (k, Q) instead of theirs.

    Rows must be pairs that the estimate used, with at least one answer each.
    """
    fitted = estimate.fitted
    if fitted is None:
        raise ValueError(estimate.diagnostics.warnings[0])
    row = np.atleast_1d(np.asarray(rows))
    answer = np.atleast_2d(np.asarray(items, np.int8))
    valid = 0 < row.size == len(answer) and answer.shape[1:] == (fitted.pairs.n_item,)
    valid = valid and row.min() >= 0 and row.max() < estimate.kept.size
    valid = valid and np.unique(row).size == row.size and bool(estimate.kept[row].all())
    if not valid or answer.min() < -1 or answer.max() > 2:
        raise ValueError("baris harus pasangan yang dipakai, dengan jawaban -1, 0, 1, 2")
    if (answer < 0).all(1).any():
        raise ValueError("tiap baris harus punya jawaban")
    pair = (np.cumsum(estimate.kept) - 1)[row]
    return _Local(estimate, fitted, pair, answer).solve()


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
        raters = np.unique(pairs.rater[ranges(pairs.ratee_start, people)])
        near = np.unique(pairs.ratee[self._of_raters(raters)])
        self.people = np.unique(np.concatenate([people, near]))
        self.raters = np.unique(pairs.rater[ranges(pairs.ratee_start, self.people)])
        rows = np.unique(
            np.concatenate([ranges(pairs.ratee_start, self.people), self._of_raters(self.raters)])
        )
        self.all_people, ratee = np.unique(pairs.ratee[rows], return_inverse=True)
        self.all_raters, rater = np.unique(pairs.rater[rows], return_inverse=True)
        answered, total = pairs.answered[rows].copy(), pairs.total[rows].copy()
        at = np.searchsorted(rows, changed)
        self.rows = rows
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
        return pairs.by_rater[ranges(pairs.rater_start, raters)].astype(np.int64)

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
        for _ in range(PERSON_STEPS):
            kernels.newton_step(
                self.pairs, fit.tables, weight, person, severity, np.zeros(person.size),
                1 / hyper.sd_value**2, 1.0, RATEE,
            )  # fmt: skip
        person_var = np.empty(person.size)
        kernels.spread(
            self.pairs, fit.tables, weight, person, severity, fit.severity_given[self.all_raters],
            1 / hyper.sd_value**2, RATEE, person_var,
        )  # fmt: skip
        scale = hyper.sd_value
        sd = np.sqrt(person_var) / scale * self.estimate.diagnostics.calibration.person
        free, raters = self.free_people, self.free_raters
        judged, of_raters = self._reasons()
        return WhatIf(
            freeze(self.people), withhold(value[free] / scale, judged),
            withhold(person[free] / scale, judged), withhold(sd[free], judged),
            freeze(self.raters), withhold(severity[raters] / scale, of_raters),
            freeze(judged), freeze(of_raters),
        )  # fmt: skip

    def _reasons(self) -> tuple[Codes, Codes]:
        """Codes of the people and raters after the change."""
        judged = self.estimate.ratee_reason[self.people].copy()
        of_raters = self.estimate.rater_reason[self.raters].copy()
        of_raters[(of_raters == Reason.ENOUGH) & one_ended(self.pairs)[self.free_raters]] = (
            Reason.EXTREME
        )
        if self._all_equal():
            judged[judged == Reason.ENOUGH] = Reason.ALL_EQUAL
            of_raters[of_raters != Reason.NO_RATING] = Reason.ALL_EQUAL
        return judged, of_raters

    def _all_equal(self) -> bool:
        """Whether every pair that hangs together with these would have the same mean answer."""
        near = self.pairs.total / self.pairs.answered
        if near.min() < near.max():
            return False
        whole, parts = self.fitted.pairs, self.estimate.components
        rest = np.isin(parts.rater[whole.rater], parts.rater[self.raters])
        rest[self.rows] = False
        return bool((whole.total[rest] == near[0] * whole.answered[rest]).all())

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
