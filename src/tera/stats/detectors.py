"""Lists for a person to look at, with the error rate of the list beside it.

Nothing here is a finding. Severity and the rater classes are controlled lists; favouritism is a
prompt only, because one pair of ratings can't prove it. Rings: :mod:`tera.stats.rings`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr

from tera.stats.evidence import Codes, Reason, freeze, withhold
from tera.stats.facets import FacetEstimate
from tera.stats.fit import Fitted
from tera.stats.hyper import CARELESS, CENTRAL, CLASSES
from tera.stats.kernels_numpy import blocks, position
from tera.stats.pairs import Bools, Floats, Ints, Pairs, Relation
from tera.stats.residual import leave_one_out
from tera.stats.tables import NODES, gauss

PRACTICAL = 0.4
FALSE_SHARE = 0.10
# A leniency common to a unit can't be told from one's own with few ratings across units: what
# tera.stats.leniency finds of it is left open, and this much where there are too few units to ask.
# Severities are also a little too wide, since favours and grudges towards some people end up in
# them. Both set on generators of another form than the model (bench/objektivitas).
CULTURE_SD = 0.25
SHRINK = 0.9
CLASS_RATINGS = 6
# Ten raters' worth of prior for the class shares.
CLASS_START = np.array([8.8, 0.7, 0.5, 0.5, 0.5, 0.5, 0.5])
PROMPT_SHARE = 0.01
# Others' severities are averaged only where at least so many ratings carry the average.
OTHERS = 5


def bayes_fdr(probability: Floats, share: float) -> Bools:
    """Largest set, in order of ``probability``, whose expected share of false ones is ``share``.

    NaN is never in the set. Müller, Parmigiani & Rice (2006).
    """
    wanted = np.nan_to_num(probability, nan=0.0)
    order = np.argsort(-wanted, kind="stable")
    running = np.cumsum(1 - wanted[order]) / np.arange(1, wanted.size + 1)
    good = np.flatnonzero((running <= share) & (wanted[order] > 0))
    out = np.zeros(wanted.size, bool)
    if good.size:
        out[order[: good[-1] + 1]] = True
    return out


def benjamini_hochberg(p: Floats, share: float) -> Bools:
    """Rejections of Benjamini & Hochberg (1995) at false-discovery rate ``share``."""
    order = np.argsort(p, kind="stable")
    good = np.flatnonzero(p[order] <= share * np.arange(1, p.size + 1) / max(p.size, 1))
    out = np.zeros(p.size, bool)
    if good.size:
        out[order[: good[-1] + 1]] = True
    return out


@dataclass(frozen=True, slots=True)
class SeverityList:
    """Raters that are probably stricter or kinder than others of the same people.

    ``probability`` (n_rater,) of a severity beyond ``practical`` sd, NaN without evidence (see
    ``reason``); ``flagged``; ``direction`` +1 stricter, -1 kinder, 0 without evidence;
    ``false_share`` expected share of the list that is wrong.
    """

    probability: Floats
    flagged: Bools
    direction: NDArray[np.int8]
    reason: Codes
    false_share: float
    practical: float


def severity(
    estimate: FacetEstimate,
    *,
    raters: ArrayLike | None = None,
    practical: float = PRACTICAL,
    false_share: float = FALSE_SHARE,
    culture_sd: float | None = None,
) -> SeverityList:
    """List raters beyond ``practical``, expected false share at most ``false_share``.

    ``raters`` limits the list (the supervisors, usually); the control holds inside it. The claim
    must hold in two readings at once: against all raters, with a common culture of the unit
    (``culture_sd``, by default the leniency learned from this organisation) left open, and against
    the other raters of the same people.
    """
    chosen = np.arange(estimate.severity.size) if raters is None else np.asarray(raters)
    full = np.full(estimate.severity.size, np.nan)
    direction = np.zeros(full.size, np.int8)
    if estimate.fitted is not None:
        if culture_sd is None:
            learned = estimate.diagnostics.calibration.leniency
            culture_sd = learned if np.isfinite(learned) else CULTURE_SD
        level = SHRINK * estimate.severity
        spread = np.sqrt(estimate.severity_sd**2 + culture_sd**2)
        beside = level - SHRINK * others_severity(estimate.fitted)
        both = [
            np.minimum(
                ndtr((sign * level - practical) / spread),
                ndtr((sign * beside - practical) / spread),
            )
            for sign in (1, -1)
        ]
        found = np.maximum(*both)
        full[chosen] = found[chosen]
        sign = np.where(both[0] >= both[1], 1, -1)
        direction[chosen] = np.where(np.isfinite(found), sign, 0)[chosen]
    reason = estimate.rater_reason.copy()
    flagged = bayes_fdr(full, false_share)
    wrong = float(np.mean(1 - full[flagged])) if flagged.any() else 0.0
    return SeverityList(
        freeze(full), freeze(flagged), freeze(direction), freeze(reason), wrong, practical
    )


def others_severity(fitted: Fitted) -> Floats:
    """Mean severity (sd units) of the other raters of the people that a rater rates; else 0."""
    pairs = fitted.pairs
    level = fitted.severity / fitted.hyper.sd_value
    own = level[pairs.rater]
    total = np.bincount(pairs.ratee, own, pairs.n_ratee)[pairs.ratee] - own
    count = pairs.per_ratee[pairs.ratee] - 1
    top = np.bincount(pairs.rater, total, pairs.n_rater)
    bottom = np.bincount(pairs.rater, count, pairs.n_rater)
    return np.where(bottom >= OTHERS, top / np.maximum(bottom, 1), 0.0)


@dataclass(frozen=True, slots=True)
class ClassList:
    """Raters whose answers hardly follow the people rated.

    ``careless`` and ``central`` (n_rater,): posterior probabilities, NaN with fewer than
    ``CLASS_RATINGS`` ratings and wherever the severity has none; ``flagged``: controlled list of
    either kind; ``class_share`` (classes,) among the raters judged, in the order of
    :mod:`tera.stats.hyper`.
    """

    careless: Floats
    central: Floats
    flagged: Bools
    reason: Codes
    class_share: Floats


def careless(estimate: FacetEstimate, *, false_share: float = FALSE_SHARE) -> ClassList:
    """Compare the rater classes by their marginal likelihood, values left one out.

    The rater's own severity is integrated on 15 nodes and the ratee's value (known without this
    rater) on 3; class shares by EM over all raters with enough ratings.
    """
    raters = estimate.severity.size
    reason = estimate.rater_reason.copy()
    nothing = freeze(np.full(raters, np.nan))
    if estimate.fitted is None:
        empty = np.zeros(raters, bool)
        share = np.full(CLASSES, np.nan)
        return ClassList(nothing, nothing, freeze(empty), freeze(reason), freeze(share))
    pairs = estimate.fitted.pairs
    # Nobody to compare with, one end of the scale only, cut off: the answers may follow the people
    # or not, and nothing tells.
    reason[(reason == Reason.ENOUGH) & (pairs.per_rater < CLASS_RATINGS)] = Reason.FEW_RATINGS
    usable = reason == Reason.ENOUGH
    log = class_likelihood(estimate.fitted)[usable]
    present = estimate.fitted.hyper.class_share > 0
    start = CLASS_START[present]
    share, log = start / start.sum(), log[:, present]
    for _ in range(30):
        post = log + np.log(share)
        post = np.exp(post - post.max(1, keepdims=True))
        post /= post.sum(1, keepdims=True)
        share = np.maximum((post.sum(0) + start) / (len(post) + start.sum()), 0.005)
    full = np.full((raters, CLASSES), np.nan)
    full[np.ix_(usable, present)] = post
    shares = np.zeros(CLASSES)
    shares[present] = share
    odd = full[:, CARELESS] + full[:, CENTRAL]
    return ClassList(
        withhold(full[:, CARELESS], reason), withhold(full[:, CENTRAL], reason),
        freeze(bayes_fdr(odd, false_share)), freeze(reason), freeze(shares),
    )  # fmt: skip


def class_likelihood(fitted: Fitted) -> Floats:
    """Marginal log-likelihood of each rater's answers, (n_rater, classes); 0 in absent classes."""
    pairs, hyper = fitted.pairs, fitted.hyper
    left = leave_one_out(fitted)
    nodes, weights = gauss(15)
    log = np.zeros((CLASSES, nodes.size, pairs.n_rater))
    steps = list(zip(*gauss(3), strict=True))
    for at in blocks(pairs):
        rater, state = pairs.rater[at], pairs.state[at].astype(np.int64) * NODES
        sd = np.sqrt(left.value_var[at])
        for kind in np.flatnonzero(hyper.class_share):
            slope = fitted.tables.slope[kind]
            flat = fitted.tables.loglik[kind].reshape(-1)
            for place, node in enumerate(nodes):
                total = np.zeros(rater.size)
                for x, w in steps:
                    eta = slope * (left.value[at] + x * sd) - node * hyper.sd_severity
                    total += w * np.exp(flat[state + position(eta)[0]])
                log[kind, place] += np.bincount(rater, np.log(total), pairs.n_rater)
    top = log.max(1, keepdims=True)
    mixed = np.log(np.tensordot(weights, np.exp(log - top), axes=(0, 1))) + top[:, 0]
    out: Floats = mixed.T
    return out


@dataclass(frozen=True, slots=True)
class Prompts:
    """Pairs worth a question, most surprising first: never evidence against anyone.

    ``row`` (k,) rows of the input; ``kinder`` (k,) whether the answer is kinder than everything
    else suggests; ``probability`` (k,) of a shift. Most of them are innocent: in simulations
    4 to 29 % were true.
    """

    row: Ints
    kinder: Bools
    probability: Floats


def favouritism(
    estimate: FacetEstimate, *, relation: Relation = Relation.SUPERIOR,
    share: float = PROMPT_SHARE,
) -> Prompts:  # fmt: skip
    """Return the ``share`` most surprising pairs of a relation that are more likely than not.

    Only of people whose own evidence is enough: one rating alone surprises nobody.
    """
    if estimate.fitted is None:
        return Prompts(*(freeze(np.zeros(0, kind)) for kind in (np.int64, bool, float)))
    pairs: Pairs = estimate.fitted.pairs
    left = leave_one_out(estimate.fitted)
    asked = pairs.relation == relation
    asked &= estimate.ratee_reason[pairs.ratee] == Reason.ENOUGH
    probability = np.where(asked, np.maximum(left.up, left.down), -1.0)
    count = int(np.ceil(share * asked.sum()))
    top = np.argsort(-probability, kind="stable")[:count]
    top = top[probability[top] > 0.5]
    rows = np.flatnonzero(estimate.kept)
    return Prompts(
        freeze(rows[top]), freeze(left.up[top] > left.down[top]), freeze(probability[top])
    )
