"""Units in which a few colleagues lift each other: a score test per unit, null by simulation.

For a group S of people of one unit, a common upward shift of all ratings inside S has the
efficient score

    U = sum of d log L / d eta over those ratings,
    V = sum J - sum_i v_i (sum_r J_ri)² - sum_r w_r (sum_i J_ri)²

with J the expected information and v, w the posterior variances of ratees and raters (what the fit
has already absorbed). The unit's statistic is the largest U / sqrt(V) over groups grown greedily
from every pair, 3 to 7 people; its null distribution comes from refits of data simulated from the
fitted model on the same graph, by size of the unit. The answer names units, never ratings.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tera.stats.calibration import refit, simulate
from tera.stats.detectors import benjamini_hochberg
from tera.stats.evidence import Codes, Reason, freeze
from tera.stats.facets import FacetEstimate
from tera.stats.fit import Fitted
from tera.stats.kernels_numpy import look_up, position
from tera.stats.pairs import Bools, Floats, Ints, Relation
from tera.stats.residual import clean_tables

SMALLEST, LARGEST = 3, 7
WATCH_SHARE = 0.20
REPEATS = 10
# Units of more people than this are left out: the scan costs the cube of the size.
MAX_UNIT = 40
_BATCH_CELLS = 3_000_000
_STRATA = (7, 9, 11, 13, 17, 25)


@dataclass(frozen=True, slots=True)
class RingList:
    """Per unit: ``score`` (largest z), ``p`` value, ``watch`` list at ``share`` false discoveries.

    Units without three people who rate each other have NaN and a reason. ``members`` (units, 7)
    ratees of the best group, -1 filled: for the officer who opens a case, not for a page.
    """

    score: Floats
    p: Floats
    watch: Bools
    members: Ints
    reason: Codes
    share: float


@dataclass(frozen=True, slots=True)
class _Cells:
    """Ratings inside units: unit, places of rater and ratee in it, and the people of each unit."""

    pair: Ints
    unit: Ints
    rater_place: Ints
    ratee_place: Ints
    people: Ints
    start: Ints
    size: Ints


def scan(
    estimate: FacetEstimate,
    *,
    person_of_rater: ArrayLike | None = None,
    relation: Relation = Relation.PEER,
    share: float = WATCH_SHARE,
    repeats: int = REPEATS,
    seed: int = 0,
) -> RingList:
    """Test every unit of the estimate; needs ``unit`` in :func:`tera.stats.facets.estimate`.

    ``person_of_rater`` (n_rater,) gives the ratee number of each rater, -1 for outsiders; by
    default rater k is ratee k. Cost: ``repeats`` refits plus O(units x size³).
    """
    fitted = estimate.fitted
    if fitted is None or fitted.unit is None:
        empty = freeze(np.zeros(0))
        return RingList(
            empty, empty, freeze(np.zeros(0, bool)), freeze(np.zeros((0, LARGEST), np.int64)),
            freeze(np.zeros(0, np.int8)), share,
        )  # fmt: skip
    cells = _inside(fitted, person_of_rater, relation, estimate.ratee_reason == Reason.ENOUGH)
    score, members = _scores(fitted, cells)
    tested = np.isfinite(score)
    null = []
    for repeat in range(repeats):
        drawn = simulate(fitted, seed + 1 + repeat)
        null.append(_scores(refit(fitted, drawn.pairs)[1], cells)[0])
    p = _p_values(score, np.array(null), cells.size, tested)
    watch = np.zeros(score.size, bool)
    watch[tested] = benjamini_hochberg(p[tested], share)
    reason = np.where(tested, Reason.ENOUGH, Reason.FEW_RATINGS).astype(np.int8)
    return RingList(freeze(score), freeze(p), freeze(watch), freeze(members), freeze(reason), share)


def _inside(
    fitted: Fitted, person_of_rater: ArrayLike | None, relation: Relation, judged: Bools
) -> _Cells:
    """Ratings between two people of one unit; only of people with evidence enough (``judged``)."""
    pairs, unit = fitted.pairs, fitted.unit
    if unit is None:
        raise ValueError("tanpa unit")
    if person_of_rater is None:
        person = np.arange(pairs.n_rater)
        person[pairs.n_ratee :] = -1
    else:
        person = np.asarray(person_of_rater)
        if person.shape != (pairs.n_rater,):
            raise ValueError("person_of_rater harus satu nilai per penilai")
    people = np.argsort(unit, kind="stable")
    people = people[unit[people] >= 0]
    units = int(unit.max(initial=-1)) + 1
    size = np.bincount(unit[people], minlength=units)
    start = np.concatenate([[0], np.cumsum(size)[:-1]])
    place = np.zeros(pairs.n_ratee, np.int64)
    place[people] = np.arange(people.size) - start[unit[people]]
    rater = person[pairs.rater]
    rows = np.flatnonzero((pairs.relation == relation) & (rater >= 0))
    rater, ratee = rater[rows], pairs.ratee[rows]
    same = (unit[rater] == unit[ratee]) & (unit[ratee] >= 0) & (rater != ratee)
    same &= (size[unit[ratee]] <= MAX_UNIT) & judged[ratee]
    rows, rater, ratee = rows[same], rater[same], ratee[same]
    order = np.argsort(unit[ratee], kind="stable")
    rows, rater, ratee = rows[order], rater[order], ratee[order]
    return _Cells(rows, unit[ratee], place[rater], place[ratee], people, start, size)


def _scores(fitted: Fitted, cells: _Cells) -> tuple[Floats, Ints]:
    """Largest z and its group for every unit; NaN where three don't rate each other."""
    pairs = fitted.pairs
    tables = clean_tables(fitted.hyper, pairs)
    value = fitted.value[pairs.ratee[cells.pair]]
    cell, part = position(value - fitted.severity[pairs.rater[cells.pair]])
    score = look_up(tables.score, pairs.state[cells.pair], cell, part)
    info = look_up(tables.info, pairs.info_row[cells.pair], cell, part)
    best = np.full(cells.size.size, np.nan)
    members = np.full((cells.size.size, LARGEST), -1, np.int64)
    rater_var = _rater_variance(fitted, cells)
    for size in np.unique(cells.size[np.unique(cells.unit)]).tolist():
        if size < SMALLEST:
            continue
        wanted = np.unique(cells.unit[cells.size[cells.unit] == size])
        per = max(1, _BATCH_CELLS // (size**4))
        for first in range(0, wanted.size, per):
            units = wanted[first : first + per]
            z, group = _batch(fitted, cells, units, size, score, info, rater_var)
            best[units] = z
            found = np.flatnonzero(np.isfinite(z))
            for at in found:
                inside = cells.people[cells.start[units[at]] + np.flatnonzero(group[at])]
                members[units[at], : inside.size] = inside
    return best, members


def _rater_variance(fitted: Fitted, cells: _Cells) -> Floats:
    """Severity variance of each person as a rater, by the order of ``cells.people``."""
    out = np.zeros(cells.people.size)
    at = cells.start[cells.unit] + cells.rater_place
    out[at] = fitted.severity_var[fitted.pairs.rater[cells.pair]]
    return out


def _batch(
    fitted: Fitted, cells: _Cells, units: Ints, size: int, score: Floats, info: Floats,
    rater_var: Floats,
) -> tuple[Floats, Bools]:  # fmt: skip
    """Greedy search in units of one size, all seeds of all units at once."""
    chosen = np.isin(cells.unit, units)
    at = np.searchsorted(units, cells.unit[chosen])
    shape = (units.size, size, size)
    u, j = np.zeros(shape), np.zeros(shape)
    where = (at, cells.rater_place[chosen], cells.ratee_place[chosen])
    np.add.at(u, where, score[chosen])
    np.add.at(j, where, info[chosen])
    span = cells.start[units][:, None] + np.arange(size)
    v, w = fitted.value_var[cells.people[span]], rater_var[span]
    linked = (j > 0) | (j.transpose(0, 2, 1) > 0)
    one, two = np.triu_indices(size, 1)
    group = np.zeros((units.size, one.size, size), bool)
    group[:, np.arange(one.size), one] = True
    group[:, np.arange(one.size), two] = True
    alive = linked[:, one, two]
    z = np.where(alive, _z(group, u, j, v, w), -np.inf)
    best_z = np.full(units.size, -np.inf)
    best_group = np.zeros((units.size, size), bool)
    for people in range(3, min(LARGEST, size) + 1):
        links = np.einsum("bgs,bst->bgt", group.astype(float), linked.astype(float))
        allowed = ~group & (2 * links >= people - 1) & alive[..., None]
        candidate = np.full(allowed.shape, -np.inf)
        for person in range(size):
            wider = group.copy()
            wider[..., person] = True
            candidate[..., person] = np.where(allowed[..., person], _z(wider, u, j, v, w), -np.inf)
        pick = candidate.argmax(-1)
        new = np.take_along_axis(candidate, pick[..., None], -1)[..., 0]
        alive = alive & np.isfinite(new) & ((people == SMALLEST) | (new > z))
        grown = group.copy()
        np.put_along_axis(grown, pick[..., None], True, -1)
        group = np.where(alive[..., None], grown, group)
        z = np.where(alive, new, z)
        top = np.where(alive, z, -np.inf)
        seed = top.argmax(1)
        found = np.take_along_axis(top, seed[:, None], 1)[:, 0]
        better = found > best_z
        best_z = np.where(better, found, best_z)
        best_group[better] = group[np.flatnonzero(better), seed[better]]
    return np.where(np.isfinite(best_z), best_z, np.nan), best_group


def _z(group: Bools, u: Floats, j: Floats, v: Floats, w: Floats) -> Floats:
    """U / sqrt(V) of every group, (units, seeds); groups (units, seeds, size)."""
    m = group.astype(float)
    into = np.matmul(m, j)
    out_of = np.matmul(m, j.transpose(0, 2, 1))
    total = (np.matmul(m, u) * m).sum(-1)
    plain = (into * m).sum(-1)
    known = plain - (m * v[:, None] * into**2).sum(-1) - (m * w[:, None] * out_of**2).sum(-1)
    z: Floats = total / np.sqrt(np.maximum(known, 0.1 * plain + 1e-9))
    return z


def _p_values(score: Floats, null: NDArray[np.float64], size: Ints, tested: Bools) -> Floats:
    """Share of simulated units of about the same size with at least this score (plus one)."""
    p = np.full(score.size, np.nan)
    stratum = np.digitize(size, _STRATA)
    for kind in np.unique(stratum[tested]):
        rows = tested & (stratum == kind)
        reference = null[:, rows].ravel() if null.size else np.zeros(0)
        reference = np.sort(reference[np.isfinite(reference)])
        above = reference.size - np.searchsorted(reference, score[rows], "left")
        p[rows] = (1 + above) / (1 + reference.size)
    return p
