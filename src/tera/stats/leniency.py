"""How much all raters of a unit may be lenient together: learned for the intervals, not the values.

A leniency c_g common to the raters of unit g looks like a better unit, except to raters from
elsewhere. Two readings, because either occurs and they leave different traces:

``RATED``   c_g on every rating given inside unit g (its direct superior, its own members);
``RATERS``  c_g on every rating that the raters at home in g give, wherever they give it.

At the maximum of the penalised likelihood the score for Var(c) at 0 is a quadratic form of sums of
scores (Rao; for variance components Lin 1997, Verbeke & Molenberghs 2003):

    T = sum over g of (sum over pairs e touched by c_g of d log L_e / d eta)²,

and E[T] is linear in Var(c). Both ends of that line come from simulations on the organisation's own
graph with the same refit (indirect inference, Gouriéroux, Monfort & Renault 1993), once without
leniency and once with ``TRIED`` of the learned unit variance being leniency instead of performance:

    Var(c) = TRIED * sd_unit² * (T - T_0) / (T_1 - T_0), not below 0, not above sd_unit².

The interval factor is read off the same line. A favour to one person or a ring doesn't move T much:
it touches few pairs of a unit. What no rater from elsewhere contradicts stays invisible.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tera.stats.fit import Fitted
from tera.stats.kernels_numpy import SMALL_WEIGHT, blocks, look_up, position
from tera.stats.pairs import Ints, Pairs, Relation

TRIED = 0.6
# Fewer units: T says nothing yet.
MIN_UNITS = 20
Homes = NDArray[np.int64]


class Reading(IntEnum):
    """Whose ratings a common leniency touches."""

    RATED = 0
    RATERS = 1


def _majority(rater: Ints, unit: Ints, raters: int, units: int) -> Homes:
    """Unit that more than half of each rater's pairs go to; -1 for none."""
    key, count = np.unique(rater.astype(np.int64) * (units + 1) + unit + 1, return_counts=True)
    who, where = key // (units + 1), key % (units + 1) - 1
    total = np.bincount(rater, minlength=raters)
    most = (count > 0.5 * total[who]) & (where >= 0)
    home = np.full(raters, -1, np.int64)
    home[who[most]] = where[most]
    return home


def touched(pairs: Pairs, unit: Ints, reading: Reading) -> Homes:
    """Unit whose leniency each pair would carry, -1 for none; outsiders carry none.

    The direct superior is the one of a person's superiors who rates the fewest people as such.
    """
    of, units = unit[pairs.ratee], int(unit.max(initial=-1)) + 1
    if reading is Reading.RATERS:
        own = pairs.relation != Relation.EXTERNAL
        home = _majority(pairs.rater[own], of[own], pairs.n_rater, units)
        return np.where(own, home[pairs.rater], -1)
    peer = pairs.relation == Relation.PEER
    home = _majority(pairs.rater[peer], of[peer], pairs.n_rater, units)
    inside = (peer | (pairs.relation == Relation.SUBORDINATE)) & (home[pairs.rater] == of)
    above = np.flatnonzero(pairs.relation == Relation.SUPERIOR)
    many = np.bincount(pairs.rater[above], minlength=pairs.n_rater)[pairs.rater[above]]
    least = np.full(pairs.n_ratee, pairs.size + 1, np.int64)
    np.minimum.at(least, pairs.ratee[above], many)
    inside[above] = many == least[pairs.ratee[above]]
    return np.where(inside, of, -1)


def statistic(fitted: Fitted, touch: Homes) -> float:
    """T of the module's heading, mean over units."""
    pairs, units = fitted.pairs, int(touch.max(initial=-1)) + 1
    total = np.zeros(units)
    for at in blocks(pairs):
        score = np.zeros(pairs.rater[at].size)
        for kind, slope in enumerate(fitted.tables.slope):
            weight = fitted.weight[pairs.rater[at], kind].astype(float)
            weight[weight <= SMALL_WEIGHT] = 0.0
            cell, part = position(
                slope * fitted.value[pairs.ratee[at]] - fitted.severity[pairs.rater[at]]
            )
            score += weight * look_up(fitted.tables.score[kind], pairs.state[at], cell, part)
        inside = touch[at] >= 0
        total += np.bincount(touch[at][inside], score[inside], units)
    return float(np.mean(total**2)) if units else 0.0


def share(observed: float, without: float, tried: float) -> float:
    """Leniency as a part of ``TRIED``, from T observed and T at both simulated ends."""
    if not tried > without:
        return 0.0
    return float(np.clip((observed - without) / (tried - without), 0.0, 1 / TRIED))
