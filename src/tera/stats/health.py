"""The health of the rater graph, and what a second-level rating of everybody would bring.

Counts need no model: who is rated by how many, what hangs together, who has evidence enough, and
who would have it if each person's second superior rated too.

Certainty does: truth and answers are drawn from the fitted model on the graph as it is and on the
graph with the added ratings, the people are valued again, and the share of those whose likeliest
level reaches 80 % is compared (60 % would say little: with a usual standard the middle level has
that chance without any evidence). Both ends have the same truth and the same answers, so that only
the added ratings differ; disagreement of the two models is not simulated. Read "about".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from tera.stats.calibration import ONE_ROUND, simulate
from tera.stats.evidence import Reason, sentence
from tera.stats.facets import SAMPLE, FacetEstimate, check_cuts, level_chance, sample
from tera.stats.fit import Fitted, Solver, person_only
from tera.stats.graph import verdicts
from tera.stats.pairs import Bools, Floats, Ints, Pairs, Relation, pack, subset

NOBODY = -1
CLEAR = 0.8
# Simulations where there are fewer than ONE_ROUND people.
FEW_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class GraphHealth:
    """Counts over the people of the estimate, and certainty before and after.

    ``rated`` with any rating, ``one_rater`` of them with one, ``enough`` with evidence enough for
    advice, ``enough_after`` with the added ratings; ``components`` of the graph and ``standing``
    ones; ``added`` ratings. ``certain``, ``certain_after``: share of ``rated_after`` people whose
    likeliest level reaches 80 %, NaN unless ``reason`` is ENOUGH.
    """

    people: int
    rated: int
    rated_after: int
    one_rater: int
    enough: int
    enough_after: int
    components: int
    standing: int
    added: int
    certain: float
    certain_after: float
    reason: Reason

    def words(self) -> str:
        """Return what a second rating would bring."""
        if not self.added:
            return "Atasan berjenjang sudah menilai semua pegawai."
        gain = f"Bila atasan berjenjang ikut menilai semua pegawai ({self.added} penilaian lagi), "
        gain += (
            f"pegawai dengan bukti yang cukup bertambah dari {self.enough} menjadi "
            f"{self.enough_after}"
            if self.enough_after > self.enough
            else f"pegawai dengan bukti yang cukup tetap {self.enough}"
        )
        if self.reason is not Reason.ENOUGH:
            return f"{gain}. Kepastiannya: {sentence(self.reason)}."
        return (
            f"{gain}, dan kepastian (satu tingkat didukung sedikitnya 80 %) dari sekitar "
            f"{round(100 * self.certain)} menjadi sekitar {round(100 * self.certain_after)} dari "
            "100 pegawai."
        )


def graph_health(
    estimate: FacetEstimate, cuts: ArrayLike, second: ArrayLike, *, seed: int = 0
) -> GraphHealth:
    """Look at the graph as it is and with a rating by ``second`` of everybody who lacks it.

    ``second`` (n_ratee,) the rater number of each person's second superior, -1 none. Above
    20,000 people the certainty is that of a sample of whole units. ``seed`` fixes the simulation.
    """
    cut = check_cuts(cuts)
    who = np.asarray(second, np.int64)
    pairs = estimate.pairs
    if who.shape != (pairs.n_ratee,):
        raise ValueError("second harus satu nomor penilai per ratee")
    if who.size and (who.min() < NOBODY or who.max() >= pairs.n_rater):
        raise ValueError(f"second di luar -1..{pairs.n_rater - 1}")
    wider, new = with_second(pairs, who)
    added = _count(new)
    before, after = (verdicts(graph)[0].advice == Reason.ENOUGH for graph in (pairs, wider))
    reason = estimate.diagnostics.reason
    certain = certain_after = float("nan")
    if estimate.fitted is not None:
        enough = np.stack([before, after])
        certain, certain_after = _certainty(estimate, estimate.fitted, who, enough, cut, seed)
    return GraphHealth(
        pairs.n_ratee, _count(pairs.per_ratee > 0), _count(wider.per_ratee > 0),
        _count(estimate.ratee_reason == Reason.ONE_RATER), _count(before),
        _count(after), estimate.components.count,
        _count(estimate.components.standing), added, certain, certain_after, reason,
    )  # fmt: skip


def with_second(pairs: Pairs, second: Ints) -> tuple[Pairs, Bools]:
    """Add a pair (second superior, person) where there is none yet, answered as Sesuai throughout.

    Returns the wider graph and which of its pairs are new; the others keep their order.
    """
    people = np.flatnonzero(second >= 0)
    key = pairs.ratee.astype(np.int64) * pairs.n_rater + pairs.rater
    wanted = people * np.int64(pairs.n_rater) + second[people]
    people = people[~np.isin(wanted, key)]
    count = people.size
    ratee = np.concatenate([pairs.ratee, people]).astype(np.int32)
    order = np.argsort(ratee, kind="stable")
    full = np.full(count, pairs.n_item, np.int8)
    superior = np.full(count, Relation.SUPERIOR, np.int8)
    wider = pack(
        ratee=ratee[order],
        rater=np.concatenate([pairs.rater, second[people]]).astype(np.int32)[order],
        relation=np.concatenate([pairs.relation, superior])[order],
        answered=np.concatenate([pairs.answered, full])[order],
        total=np.concatenate([pairs.total, full])[order],
        n_ratee=pairs.n_ratee, n_rater=pairs.n_rater, n_item=pairs.n_item,
    )  # fmt: skip
    return wider, order >= pairs.size


def _certainty(
    estimate: FacetEstimate, fitted: Fitted, second: Ints, enough: Bools, cut: Floats, seed: int
) -> tuple[float, float]:
    """Share of people with a clear level, on the graph as it is and on the wider one.

    ``enough`` (2, n_ratee): evidence enough on either graph.
    """
    pairs, unit = fitted.pairs, fitted.unit
    if pairs.n_ratee > SAMPLE:
        chosen = sample(unit, pairs.n_ratee, seed)
        chosen_second = second[np.flatnonzero(chosen)]
        raters = np.unique(np.concatenate([
            pairs.rater[chosen[pairs.ratee]], chosen_second[chosen_second >= 0]
        ]))  # fmt: skip
        pairs, people, kept = subset(pairs, chosen)
        # Second superiors who rate nobody of the sample yet get numbers behind the others.
        number = np.concatenate([kept, np.setdiff1d(raters, kept)])
        place = np.full(fitted.pairs.n_rater + 1, NOBODY, np.int64)
        place[number] = np.arange(number.size)
        second = place[chosen_second]
        pairs = pack(
            pairs.rater, pairs.ratee, pairs.relation, pairs.answered, pairs.total,
            n_ratee=people.size, n_rater=number.size, n_item=pairs.n_item,
        )  # fmt: skip
        unit, enough = None if unit is None else unit[people], enough[:, people]
    wider, new = with_second(pairs, second)
    counted = wider.per_ratee > 0
    state = replace(
        fitted, pairs=wider, unit=unit, value=np.zeros(0), severity=np.zeros(0), cross=None
    )
    rounds = 1 if pairs.n_ratee >= ONE_ROUND else FEW_ROUNDS
    ends = np.zeros((rounds, 2))
    for one in range(rounds):
        drawn = simulate(state, seed + one).pairs
        # The same answers on both graphs: only the added ratings make the difference.
        for end, graph in enumerate((pairs.with_totals(drawn.total[~new]), drawn)):
            solver = Solver(graph, replace(fitted.hyper), unit, fast=fitted.compiled or None)
            solver.solve()
            solver.spread(4)
            clear = enough[end] & (_top(estimate, solver, cut) >= CLEAR)
            ends[one, end] = clear[counted].mean()
    now, then = ends.mean(0).tolist()
    return now, then


def _top(estimate: FacetEstimate, solver: Solver, cut: Floats) -> Floats:
    """Probability of each person's likeliest level."""
    value, variance = person_only(solver)
    scale = solver.hyper.sd_value
    sd = np.sqrt(variance) / scale * estimate.diagnostics.calibration.person
    top: Floats = level_chance(value / scale, sd, cut).max(1)
    return top


def _count(chosen: Bools) -> int:
    return int(chosen.sum())
