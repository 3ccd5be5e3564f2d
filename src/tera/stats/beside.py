"""The evidence beside one rater: what the answers of all others say about that rater's people.

"Bukti lain" must not contain the answer it is held against. So the answers of the one who decides
are taken out of each person's evidence, in both models, before anything is said:

    value_i | answers of all raters r != d,   classes and hyper-parameters held.

That answer has also moved the severities of the others: they seemed the stricter, the higher the
decider held the person. So each severity goes back by its first-order share

    s_r(theta) = s_r + g_e (theta - value_i),   g_e = J_e / (1 / w_r - J'_e + J_e),

with J_e the expected information of the pair (r, i), w_r the variance of the severity and J'_e the
part of J_e in it; theta is the value (with the unit's level) that is left without the decider.
What remains of the decider's answer is of second order (figures: docs/metode/objektivitas.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tera.stats import kernels_numpy as kernels
from tera.stats import linear
from tera.stats.evidence import Codes, Reason, freeze, withhold
from tera.stats.facets import AGREE, FacetEstimate, level_chance
from tera.stats.fit import PERSON_STEPS, CrossCheck, Fitted
from tera.stats.kernels_numpy import RATEE
from tera.stats.pairs import Bools, Floats, Ints, Pairs, Relation, pack, ranges

# People per pass: the memory stays bounded when a whole ministry is asked for at once.
CHUNK = 200_000
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Beside:
    """Evidence about some people without the answers of one rater each, in the order asked.

    ``value``, ``sd`` (k,) in sd of true performance, from the ratings of the person alone; NaN
    unless ``reason`` (k,) is ENOUGH. ``answers`` (k,) raters left in, ``anonymous`` (k,) of them no
    superiors. Never shown: :func:`tera.stats.advice.advise` says what may be said.
    """

    value: Floats
    sd: Floats
    reason: Codes
    answers: NDArray[np.int64]
    anonymous: NDArray[np.int64]

    def level_probability(self, cuts: ArrayLike) -> Floats:
        """P(level 0, 1, 2), (k, 3), as :meth:`FacetEstimate.level_probability`."""
        return level_chance(self.value, self.sd, cuts)

    def rows(self, at: ArrayLike) -> Beside:
        """Return the evidence of these rows, in this order."""
        row = np.asarray(at, np.int64)
        return Beside(
            freeze(self.value[row]), freeze(self.sd[row]), freeze(self.reason[row]),
            freeze(self.answers[row]), freeze(self.anonymous[row]),
        )  # fmt: skip


def beside(estimate: FacetEstimate, people: ArrayLike, decider: ArrayLike) -> Beside:
    """Value ``people`` (k,) by the ratings of everybody but ``decider``.

    ``decider``: one rater number, or one per person (k,); -1 leaves nobody out. Withheld as the
    advice of the estimate is, and where nothing is left or the two models disagree about what is.
    """
    row = np.atleast_1d(np.asarray(people, np.int64))
    out_of = np.broadcast_to(np.asarray(decider, np.int64), row.shape)
    if row.size and (row.min() < 0 or row.max() >= estimate.value.size):
        raise ValueError(f"people di luar 0..{estimate.value.size - 1}")
    if out_of.size and (out_of.min() < NOBODY or out_of.max() >= estimate.severity.size):
        raise ValueError(f"decider di luar -1..{estimate.severity.size - 1}")
    found = [_some(estimate, row[at], out_of[at]) for at in _chunks(row.size)]
    if not found:
        found = [_some(estimate, row, out_of)]
    value, sd, reason, answers, anonymous = (
        np.concatenate(parts) for parts in zip(*found, strict=True)
    )
    return Beside(
        withhold(value, reason), withhold(sd, reason), freeze(reason), freeze(answers),
        freeze(anonymous),
    )  # fmt: skip


def _chunks(size: int) -> Iterator[slice]:
    for first in range(0, size, CHUNK):
        yield slice(first, first + CHUNK)


def _some(estimate: FacetEstimate, row: Ints, decider: Ints) -> tuple[np.ndarray, ...]:
    pairs = estimate.pairs
    at, who = _others(pairs, row, decider)
    answers = np.bincount(who, minlength=row.size)
    asked = pairs.relation[at] != Relation.SUPERIOR
    anonymous = np.bincount(who[asked], minlength=row.size)
    reason = estimate.advice_reason[row].copy()
    reason[(reason == Reason.ENOUGH) & (answers == 0)] = Reason.ONE_RATER
    fitted = estimate.fitted
    if fitted is None or fitted.cross is None:
        nothing = np.full(row.size, np.nan)
        return nothing, nothing, reason, answers, anonymous
    small = _graph(pairs, at, who, row.size)
    value, variance = _person(fitted, small, pairs.rater[at], row)
    scale = fitted.hyper.sd_value
    apart = np.abs(value / scale - _linear(fitted.cross, small, pairs.rater[at]))
    reason[(reason == Reason.ENOUGH) & (apart > AGREE)] = Reason.MODELS_DISAGREE
    sd = np.sqrt(variance) / scale * estimate.diagnostics.calibration.person
    return value / scale, sd, reason, answers, anonymous


def _others(pairs: Pairs, row: Ints, decider: Ints) -> tuple[Ints, Ints]:
    """Pairs about each asked person by others than the decider, and whose they are."""
    at = ranges(pairs.ratee_start, row)
    who = np.repeat(np.arange(row.size), pairs.ratee_start[row + 1] - pairs.ratee_start[row])
    kept: Bools = pairs.rater[at] != decider[who]
    return at[kept], who[kept]


def _graph(pairs: Pairs, at: Ints, who: Ints, people: int) -> Pairs:
    """These pairs as a graph in which every pair has a rater of its own."""
    return pack(
        np.arange(at.size, dtype=np.int32), who.astype(np.int32), pairs.relation[at],
        pairs.answered[at], pairs.total[at],
        n_ratee=people, n_rater=at.size, n_item=pairs.n_item,
    )  # fmt: skip


def _person(
    fitted: Fitted, small: Pairs, rater: NDArray[np.int32], row: Ints
) -> tuple[Floats, Floats]:
    """As :func:`tera.stats.fit.person_only`, on these pairs alone; latent units."""
    hyper, tables = fitted.hyper, fitted.tables
    weight, severity = fitted.weight[rater], _severities(fitted, small, rater, row)
    value, prior, variance = fitted.value[row], np.zeros(row.size), np.empty(row.size)
    precision = 1 / hyper.sd_value**2
    for _ in range(PERSON_STEPS):
        kernels.newton_step(small, tables, weight, value, severity, prior, precision, 1.0, RATEE)
    kernels.spread(
        small, tables, weight, value, severity, fitted.severity_given[rater], precision, RATEE,
        variance,
    )  # fmt: skip
    return value, variance


def _severities(fitted: Fitted, small: Pairs, rater: NDArray[np.int32], row: Ints) -> Floats:
    """Severity of each pair's rater as it would be without what was left out of this person."""
    hyper, weight = fitted.hyper, fitted.weight[rater]
    start = fitted.value[row]
    known = _information(fitted, small, weight, start[small.ratee], fitted.severity[rater])
    spent = 1 / (1 / known + fitted.value_var[row][small.ratee])
    follows = known / np.maximum(1 / fitted.severity_var[rater] - spent + known, known)
    level = share = np.zeros(row.size)
    within = hyper.sd_value**2
    if fitted.unit is not None:
        within = max(within - hyper.sd_unit**2, 0.05)
        # Without a unit (-1) the last entry: no level, no share.
        each = 1 / within / (fitted.unit_size / within + 1 / hyper.sd_unit**2)
        share = np.append(each, 0.0)[fitted.unit[row]]
        level = np.append(fitted.unit_total * each, 0.0)[fitted.unit[row]]
    value, severity = start.copy(), fitted.severity[rater]
    for _ in range(PERSON_STEPS):
        moved = value - start
        kernels.newton_step(
            small, fitted.tables, weight, value, severity + follows * moved[small.ratee],
            level + share * moved, 1 / within, 1.0, RATEE,
        )  # fmt: skip
    found: Floats = severity + follows * (value - start)[small.ratee]
    return found


def _information(
    fitted: Fitted, small: Pairs, weight: NDArray[np.float32], value: Floats, severity: Floats
) -> Floats:
    """Expected information of each pair about its rater's severity, averaged over the classes."""
    out = np.full(small.size, 1e-6)
    for kind, slope in enumerate(fitted.tables.slope):
        cell, part = kernels.position(slope * value - severity)
        out += weight[:, kind] * kernels.look_up(
            fitted.tables.info[kind], small.info_row, cell, part
        )
    return out


def _linear(cross: CrossCheck, small: Pairs, rater: NDArray[np.int32]) -> Floats:
    """Best linear prediction from the same pairs, in sd of the linear model's value."""
    line = cross.line
    weight = 1 / line.residual_var[small.relation]
    rest = linear.pair_score(small, cross.score) - line.mean[small.relation]
    rest += line.severity[rater]
    top = np.bincount(small.ratee, weight * rest, small.n_ratee)
    bottom = np.bincount(small.ratee, weight, small.n_ratee) + 1 / line.value_var
    found: Floats = top / bottom / np.sqrt(line.value_var)
    return found
