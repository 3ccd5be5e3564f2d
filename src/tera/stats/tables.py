"""Look-up tables: likelihood of a pair's answers with the pair's halo integrated out.

A pair with ``m`` answered items has the sufficient statistic (m, sum of answers) given the
strengths of the items. For the probit item model

    P(x_q >= k | eta, h) = Phi(eta + mu_t + lambda_t h + b_q - tau_k),   h ~ N(0, 1),

with eta = slope * value - severity, the distribution of the sum is the convolution over items, and
h is integrated with 15 Gauss-Hermite nodes. So seven answers of one rater are one piece of
evidence with a common error, not seven.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from tera.stats.hyper import CLASS_CUT, CLASS_HALO, CLASS_SLOPE, CLASSES, SHIFT, Hyper
from tera.stats.pairs import RELATIONS, Floats, state_count, state_offset

LOW, HIGH, STEP = -7.0, 7.0, 0.1
GRID = np.arange(LOW, HIGH + STEP / 2, STEP)
NODES = GRID.size
_MARGIN = 6.0
_WIDE = np.arange(LOW - _MARGIN, HIGH + _MARGIN + STEP / 2, STEP)
SHIFT_STEPS = round(SHIFT / STEP)
Table = NDArray[np.float32]


def gauss(nodes: int) -> tuple[Floats, Floats]:
    """Return Gauss-Hermite nodes and weights for the standard normal."""
    x, w = np.polynomial.hermite_e.hermegauss(nodes)
    return x, w / w.sum()


_HALO_NODES = gauss(15)


@dataclass(frozen=True, slots=True)
class Tables:
    """Per class: log-likelihood and score by state row, expected information by info row.

    ``loglik``, ``score`` (classes, relations * states, NODES); ``info`` (classes, relations *
    items, NODES); ``slope`` (classes,). Derivatives are in eta.
    """

    loglik: Table
    score: Table
    info: Table
    slope: Floats


def sum_distribution(eta: Floats, easiness: Floats, threshold: Floats) -> Floats:
    """P(sum = s | eta), shape (eta, 2 * items + 1), items independent given eta."""
    out = np.ones((eta.size, 1))
    for strength in easiness:
        above = ndtr(eta + strength - threshold[0])
        top = ndtr(eta + strength - threshold[1])
        level = np.stack([1 - above, above - top, top], 1)
        wider = np.zeros((eta.size, out.shape[1] + 2))
        for answer in range(3):
            wider[:, answer : answer + out.shape[1]] += out * level[:, [answer]]
        out = wider
    found: Floats = np.maximum(out, 1e-300)
    return found


def answered_subset(easiness: Floats, answered: int) -> Floats:
    """Return the strengths that stand for ``answered`` of the items (spread evenly)."""
    items = easiness.size
    if answered == items:
        return easiness
    picked = np.linspace(0, items - 1, answered).round().astype(int)
    chosen: Floats = np.sort(easiness)[picked]
    return chosen


def smooth(distribution: Floats, mean: float, halo: float) -> Floats:
    """Integrate the halo N(mean, halo²) out; input on the wide grid, output (sums, NODES)."""
    total = np.zeros((NODES, distribution.shape[1]))
    for x, w in zip(*_HALO_NODES, strict=True):
        position = np.clip((GRID + mean + x * halo - _WIDE[0]) / STEP, 0, _WIDE.size - 1.001)
        cell = position.astype(int)
        part = (position - cell)[:, None]
        total += w * (distribution[cell] * (1 - part) + distribution[cell + 1] * part)
    return total.T


def wide_distributions(hyper: Hyper, counts: list[int], cut: float = 1.0) -> dict[int, Floats]:
    """Sum distributions on the wide grid for each number of answered items in ``counts``.

    ``cut``: how far apart the thresholds lie, as a multiple, about their middle.
    """
    middle = hyper.threshold.mean()
    threshold = middle + cut * (hyper.threshold - middle)
    return {
        count: sum_distribution(_WIDE, answered_subset(hyper.easiness, count), threshold)
        for count in counts
    }


def likelihood(
    hyper: Hyper, relations: list[int], halo_factor: float, wide: dict[int, Floats]
) -> Floats:
    """L[relation, state, node] for one rater class; relations that don't occur stay 1."""
    items = hyper.easiness.size
    out = np.ones((RELATIONS, state_count(items), NODES))
    for kind in relations:
        for count, distribution in wide.items():
            first = state_offset(count)
            out[kind, first : first + 2 * count + 1] = smooth(
                distribution, hyper.mean[kind], halo_factor * hyper.halo[kind]
            )
    return out


def shifted(table: Floats, steps: int = SHIFT_STEPS) -> tuple[Floats, Floats]:
    """Return the table at eta + SHIFT and at eta - SHIFT (ends repeated)."""
    node = np.arange(NODES)
    up = table[..., np.minimum(node + steps, NODES - 1)]
    return up, table[..., np.maximum(node - steps, 0)]


def contaminated(table: Floats, hyper: Hyper) -> Floats:
    """Mix the table with its two shifted versions by the learned shares of each relation."""
    up, down = shifted(table)
    plus, minus = hyper.share_up[:, None, None], hyper.share_down[:, None, None]
    mixed: Floats = (1 - plus - minus) * table + plus * up + minus * down
    return mixed


def derivatives(table: Floats, items: int, floor: float) -> tuple[Floats, Floats, Floats]:
    """Return log-likelihood, its derivative in eta, and the expected information per count."""
    log = np.log(np.maximum(table, 1e-30))
    score = np.gradient(log, STEP, axis=-1)
    info = np.empty((RELATIONS, items, NODES))
    for count in range(1, items + 1):
        rows = slice(state_offset(count), state_offset(count) + 2 * count + 1)
        info[:, count - 1] = (table[:, rows] * score[:, rows] ** 2).sum(1)
    return log, score, np.maximum(info, floor)


def build(hyper: Hyper, relations: list[int]) -> Tables:
    """Tables of the rater classes that occur; zeros for the others, which no kernel reads.

    Contaminated pairs are those of raters who follow the person.
    """
    items = hyper.easiness.size
    counts = list(range(1, items + 1))
    present = hyper.class_share > 0
    wide = {cut: wide_distributions(hyper, counts, cut) for cut in set(CLASS_CUT[present].tolist())}
    empty = np.zeros((RELATIONS, state_count(items), NODES))
    parts = []
    for kind in range(CLASSES):
        if not present[kind]:
            parts.append((empty, empty, empty[:, :items]))
            continue
        table = likelihood(hyper, relations, float(CLASS_HALO[kind]), wide[float(CLASS_CUT[kind])])
        if CLASS_SLOPE[kind] == 1:
            table = contaminated(table, hyper)
        parts.append(derivatives(table, items, 1e-6))
    log, score, info = (
        np.stack([part[k] for part in parts]).reshape(CLASSES, -1, NODES).astype(np.float32)
        for k in range(3)
    )
    return Tables(log, score, info, CLASS_SLOPE)


def marginal_parameters(hyper: Hyper, share: Floats, weight: Floats) -> None:
    """Set easiness, thresholds and relation means from the marginal shares, in closed form.

    With eta normal, P(x_q >= k) = Phi((mu_t + b_q - tau_k) / sd_t) exactly, so the probit of each
    marginal share times its total sd is linear in the parameters.
    """
    spread = np.sqrt(hyper.sd_value**2 + hyper.sd_severity**2 + hyper.halo**2 + 1.0)
    z = ndtri(share) * spread[:, None, None]
    mean = np.tensordot(weight / weight.sum(), z, axes=1)
    hyper.threshold = -mean.mean(0)
    easiness = (mean + hyper.threshold).mean(1)
    hyper.easiness = easiness - easiness.mean()
    hyper.mean = np.where(weight > 0, z.mean((1, 2)) - mean.mean(), 0.0)
