"""The rater graph: who hangs together, and which numbers the links can carry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from tera.stats.evidence import Codes, Reason, freeze
from tera.stats.pairs import Bools, Floats, Ints, Pairs, Relation

# A component that stands beside others must be able to carry its own mean.
MIN_STANDING = 50
# The only component (or one that holds nearly everybody) may be smaller.
MIN_PEOPLE = 8
NEARLY_ALL = 0.9
MIN_RATERS = 3
MIN_RATINGS = 3
Labels = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Components:
    """Connected parts of the graph raters x ratees (self ratings left out).

    ``ratee`` (n_ratee,) and ``rater`` (n_rater,): label, -1 for those without ratings; ``people``
    and ``raters`` (components,): how many ratees with two or more raters, and how many raters;
    ``standing`` (components,): whether its numbers are given. Labels follow size, largest first.
    """

    ratee: Labels
    rater: Labels
    people: NDArray[np.int64]
    raters: NDArray[np.int64]
    standing: Bools

    @property
    def count(self) -> int:
        """Number of components."""
        return int(self.people.size)

    @property
    def comparable(self) -> bool:
        """Whether all numbers that are given may be compared with each other."""
        return int(self.standing.sum()) <= 1


def _range(values: NDArray[np.generic], start: Ints) -> tuple[Floats, Floats]:
    low = np.full(start.size - 1, np.nan)
    high = low.copy()
    full = np.flatnonzero(np.diff(start))
    if full.size:
        low[full] = np.minimum.reduceat(values, start[full])
        high[full] = np.maximum.reduceat(values, start[full])
    return low, high


def components(pairs: Pairs, several: Bools) -> Components:
    """Label the components; ``several`` (n_ratee,) marks ratees with two or more raters."""
    nodes = pairs.n_ratee + pairs.n_rater
    start = np.concatenate(
        [pairs.ratee_start, np.full(pairs.n_rater, pairs.size, pairs.ratee_start.dtype)]
    )
    edge = np.ones(pairs.size, np.int8)
    graph = csr_matrix((edge, pairs.rater + np.int64(pairs.n_ratee), start), shape=(nodes, nodes))
    label = connected_components(graph, directed=False)[1]
    ratee = np.where(pairs.per_ratee > 0, label[: pairs.n_ratee], -1)
    rater = np.where(pairs.per_rater > 0, label[pairs.n_ratee :], -1)
    used, inverse = np.unique(rater[rater >= 0], return_inverse=True)
    size = np.bincount(inverse, minlength=used.size)
    rank = np.empty(used.size, np.int64)
    rank[np.argsort(-size, kind="stable")] = np.arange(used.size)
    renumber = np.full(nodes + 1, -1, np.int32)
    renumber[used] = rank
    ratee, rater = renumber[ratee], renumber[rater]
    people = np.bincount(ratee[several], minlength=used.size)
    raters = np.bincount(rater[rater >= 0], minlength=used.size)
    return Components(
        freeze(ratee),
        freeze(rater),
        freeze(people),
        freeze(raters),
        freeze(_stands(people, raters)),
    )


def _stands(people: NDArray[np.int64], raters: NDArray[np.int64]) -> Bools:
    enough = raters >= MIN_RATERS
    standing = enough & (people >= MIN_STANDING)
    main = enough & (people >= MIN_PEOPLE) & (people >= NEARLY_ALL * max(people.sum(), 1))
    out: Bools = standing | main
    return out


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Reason codes of ratees and raters, and which ratees have evidence enough for advice."""

    ratee: Codes
    rater: Codes
    advice: Codes
    one_sided: Bools


def verdicts(pairs: Pairs, parts: Components | None = None) -> tuple[Verdicts, Components]:
    """Judge from the graph and the answers alone what can be estimated."""
    low, high = _range(pairs.rater, pairs.ratee_start)
    several = low < high
    parts = components(pairs, several) if parts is None else parts
    rating = pairs.total / np.maximum(pairs.answered, 1)
    lowest, highest = _range(rating, pairs.ratee_start)
    ratee = np.full(pairs.n_ratee, Reason.ENOUGH, np.int8)
    rater = np.full(pairs.n_rater, Reason.ENOUGH, np.int8)
    linked = np.zeros(pairs.n_rater, bool)
    linked[pairs.rater[several[pairs.ratee]]] = True
    rater[one_ended(pairs)] = Reason.EXTREME
    rater[~linked] = Reason.NO_LINK
    rater[pairs.per_rater < MIN_RATINGS] = Reason.FEW_RATINGS
    ratee[~several] = Reason.ONE_RATER
    for codes, label in ((ratee, parts.ratee), (rater, parts.rater)):
        open_ = codes == Reason.ENOUGH
        codes[open_ & (label >= 0) & ~np.append(parts.standing, False)[label]] = (
            Reason.SEPARATED if (parts.people >= 2).sum() > 1 else Reason.FEW_PEOPLE
        )
        codes[open_ & np.append(_equal_parts(parts, lowest, highest), False)[label]] = (
            Reason.ALL_EQUAL
        )
        codes[label < 0] = Reason.NO_RATING
        if pairs.n_item < 2:
            codes[label >= 0] = Reason.ONE_ITEM
    advice = ratee.copy()
    advice[(ratee == Reason.ENOUGH) & ~_advisable(pairs, low, high)] = Reason.FEW_RATERS
    one_sided = (lowest == highest) & ((lowest == 0) | (lowest == 2))
    return Verdicts(freeze(ratee), freeze(rater), freeze(advice), freeze(one_sided)), parts


def one_ended(pairs: Pairs) -> Bools:
    """Raters (n_rater,) all of whose answers lie at one end of the scale: only a bound is known."""
    rating = pairs.total / np.maximum(pairs.answered, 1)
    low, high = _range(rating[pairs.by_rater], pairs.rater_start)
    out: Bools = (low == high) & ((low == 0) | (high == 2))
    return out


def _equal_parts(parts: Components, lowest: Floats, highest: Floats) -> Bools:
    """Components in which every pair has the same mean answer."""
    rated = parts.ratee >= 0
    low = np.full(parts.count, np.inf)
    high = np.full(parts.count, -np.inf)
    np.minimum.at(low, parts.ratee[rated], lowest[rated])
    np.maximum.at(high, parts.ratee[rated], highest[rated])
    out: Bools = low == high
    return out


def _advisable(pairs: Pairs, low: Floats, high: Floats) -> Bools:
    """Three raters of two relations, or two superiors (direct and second level)."""
    middle = (pairs.rater > low[pairs.ratee]) & (pairs.rater < high[pairs.ratee])
    three = np.bincount(pairs.ratee[middle], minlength=pairs.n_ratee) > 0
    kind_low, kind_high = _range(pairs.relation, pairs.ratee_start)
    superior = pairs.relation == Relation.SUPERIOR
    bottom = np.full(pairs.n_ratee, pairs.n_rater, np.int64)
    top = np.full(pairs.n_ratee, -1, np.int64)
    np.minimum.at(bottom, pairs.ratee[superior], pairs.rater[superior])
    np.maximum.at(top, pairs.ratee[superior], pairs.rater[superior])
    out: Bools = (three & (kind_low < kind_high)) | (bottom < top)
    return out
