"""Small, dense, exact references: for checking the engine, and for audits of small data.

They answer the same questions as R packages that many statisticians trust (TAM, ordinal), to
published digits; tests hold them against those packages' output. Not for large data.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from tera.stats.pairs import Floats, Ints
from tera.stats.tables import gauss


@dataclass(frozen=True, slots=True)
class FacetsReference:
    """Marginal maximum likelihood of the many-facet partial credit model, logits.

    ``severity`` (raters,) sums to 0; ``step`` (items, categories - 1); ``variance`` of persons;
    ``eap`` (persons,); ``deviance`` -2 log likelihood; ``rounds`` of EM.
    """

    severity: Floats
    step: Floats
    variance: float
    eap: Floats
    deviance: float
    rounds: int


def facets_mml(
    person: ArrayLike, rater: ArrayLike, items: ArrayLike, *, nodes: int = 61, rounds: int = 300
) -> FacetsReference:
    """Fit logit P(k) / P(k - 1) = theta - step_qk - severity_r, theta ~ N(0, variance).

    ``person``, ``rater`` (R,) from 0, ``items`` (R, Q) from 0 with -1 missing. Items are taken as
    independent given the person, as in TAM's ``tam.mml.mfr(~ item*step + rater)``.
    """
    who, by, answer = np.asarray(person), np.asarray(rater), np.asarray(items)
    top, columns = int(answer.max()), answer.shape[1]
    people, raters = int(who.max()) + 1, int(by.max()) + 1
    seen = answer >= 0
    gather = csr_matrix((np.ones(who.size), (who, np.arange(who.size))), (people, who.size))
    grid = np.linspace(-6, 6, nodes)
    mass = np.exp(-(grid**2) / 2)
    mass /= mass.sum()
    sd, step, severity = 1.0, np.zeros((columns, top)), np.zeros(raters)
    post = np.zeros((people, nodes))
    deviance, done = np.inf, 0
    while done < rounds:
        done += 1
        chance = _categories(sd * grid, step, severity)
        each = np.log(chance)
        found = np.zeros((who.size, nodes))
        for q in range(columns):
            rows = np.flatnonzero(seen[:, q])
            found[rows] += each[by[rows], q, :, answer[rows, q]]
        log = gather @ found + np.log(mass)
        peak = log.max(1, keepdims=True)
        post = np.exp(log - peak)
        total = post.sum(1, keepdims=True)
        post /= total
        deviance = float(-2 * (peak + np.log(total)).sum())
        moved = _newton(who, by, answer, seen, chance, post, step, severity)
        wider = sd * float(np.sqrt((post * grid**2).sum() / people))
        rest = max(moved, abs(wider - sd))
        sd = wider
        if rest < 5e-6:
            break
    return FacetsReference(severity, step, sd * sd, (post * grid).sum(1) * sd, deviance, done)


def _categories(theta: Floats, step: Floats, severity: Floats) -> Floats:
    """P(category), shape (raters, items, nodes, categories)."""
    each = theta[:, None] - step[:, None, :]
    each = each[None] - severity[:, None, None, None]
    log = np.concatenate([np.zeros((*each.shape[:3], 1)), each.cumsum(-1)], -1)
    chance = np.exp(log - log.max(-1, keepdims=True))
    out: Floats = chance / chance.sum(-1, keepdims=True)
    return out


def _newton(
    who: Ints, by: Ints, answer: Ints, seen: np.ndarray, chance: Floats, post: Floats,
    step: Floats, severity: Floats,
) -> float:  # fmt: skip
    """One damped Newton step of severities and steps, in place; returns the largest move."""
    categories = np.arange(chance.shape[-1])
    slope, bend = np.zeros(severity.size), np.zeros(severity.size)
    step_slope, step_bend = np.zeros(step.shape), np.zeros(step.shape)
    for q in range(step.shape[0]):
        rows = np.flatnonzero(seen[:, q])
        weight = post[who[rows]]
        p = chance[by[rows], q]
        mean = (p * categories).sum(-1)
        spread = (p * categories**2).sum(-1) - mean**2
        gap = (weight * (answer[rows, q][:, None] - mean)).sum(1)
        slope -= np.bincount(by[rows], gap, severity.size)
        bend += np.bincount(by[rows], (weight * spread).sum(1), severity.size)
        above = p[..., ::-1].cumsum(-1)[..., ::-1][..., 1:]
        reached = answer[rows, q][:, None] >= categories[1:]
        step_slope[q] = -((weight[..., None] * (reached[:, None, :] - above)).sum((0, 1)))
        step_bend[q] = (weight[..., None] * above * (1 - above)).sum((0, 1))
    move, step_move = 0.8 * slope / bend, 0.8 * step_slope / step_bend
    severity += move
    severity -= severity.mean()
    step += step_move
    return float(max(np.abs(move - move.mean()).max(), np.abs(step_move).max()))


@dataclass(frozen=True, slots=True)
class OrdinalReference:
    """Cumulative logit with one random intercept: thresholds, slopes, variance, log-likelihood."""

    threshold: Floats
    slope: Floats
    variance: float
    loglik: float


def cumulative_mixed(
    level: ArrayLike, design: ArrayLike, group: ArrayLike, *, nodes: int = 60
) -> OrdinalReference:
    """Fit P(y <= k) = expit(tau_k - x b - s u_group), u ~ N(0, 1), by quadrature and BFGS.

    ``level`` (R,) from 0, ``design`` (R, p), ``group`` (R,) from 0; as ``ordinal::clmm``.
    """
    y, x, of = np.asarray(level), np.asarray(design, float), np.asarray(group)
    cuts = int(y.max())
    u, w = gauss(nodes)

    def unpack(p: Floats) -> tuple[Floats, Floats, float]:
        tau = np.concatenate([p[:1], p[0] + np.cumsum(np.exp(p[1:cuts]))])
        return tau, p[cuts:-1], float(np.exp(p[-1]))

    def loss(p: Floats) -> float:
        tau, slope, sd = unpack(p)
        bound = np.concatenate([[-np.inf], tau, [np.inf]])
        eta = (x @ slope)[:, None] + sd * u
        chance = expit(bound[y + 1][:, None] - eta) - expit(bound[y][:, None] - eta)
        log = np.zeros((int(of.max()) + 1, nodes))
        np.add.at(log, of, np.log(np.maximum(chance, 1e-300)))
        peak = log.max(1, keepdims=True)
        return float(-(peak[:, 0] + np.log((np.exp(log - peak) * w).sum(1))).sum())

    start = np.concatenate([[-1.5], np.zeros(cuts - 1) + 0.5, np.ones(x.shape[1]), [0.0]])
    found = minimize(loss, start, method="BFGS")
    tau, slope, sd = unpack(found.x)
    return OrdinalReference(tau, slope, sd * sd, float(-found.fun))
