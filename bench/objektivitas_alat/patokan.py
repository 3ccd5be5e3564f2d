"""The upper mark of T2: a learner that is given the truth of other organisations.

Where the truth has a form of its own no Bayes limit can be computed. Instead a flexible regression
(ridge on random rectified features, Huang et al. 2006) learns from organisations of the same kind,
whose truth it is shown, what a person's performance is, from everything that a rating method could
use. It reads the product's own answer among its columns, so it can only add to it.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from bench.objektivitas_alat import pembangkit_lain as other

from tera.stats import linear
from tera.stats.facets import FacetEstimate

HIDDEN = 600
FIRST_TRAINED, FIRST_TESTED = 100, 10
RIDGES = (3.0, 30.0, 300.0, 3000.0)
Fit = Callable[[dict[str, Any]], FacetEstimate]
Raw = Callable[[dict[str, Any]], np.ndarray]


def columns(data: dict[str, Any], answer: FacetEstimate) -> np.ndarray:
    """(n, k) what is known of each person without the truth."""
    g, n = data["g"], data["cfg"].n
    rater, ratee, kind = g["R"], g["I"], g["T"]
    answered = data["X"] >= 0
    count = answered.sum(1)
    score = np.where(answered, data["X"], 0).sum(1) / np.maximum(count, 1)
    ok = (count > 0) & (kind != 3)
    rater, ratee, kind, score = rater[ok], ratee[ok], kind[ok], score[ok]
    items, there = np.where(answered, data["X"], 0)[ok], answered[ok]

    def per(where: np.ndarray, size: int, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        known = np.bincount(where, minlength=size)
        return np.bincount(where, values, size) / np.maximum(known, 1), known

    value = np.nan_to_num(answer.value)
    person = np.nan_to_num(answer.person_value)
    severity = np.zeros(g["nr"])
    line = linear.estimate(answer.fitted.pairs) if answer.fitted else None
    if answer.fitted is not None:
        severity = answer.fitted.severity / answer.fitted.hyper.sd_value
    # A rater seen from the others: level, spread and how much the answers follow the people.
    level, many = per(rater, g["nr"], score - 0.35 * value[ratee])
    square, _ = per(rater, g["nr"], score**2)
    mean, _ = per(rater, g["nr"], score)
    follow = per(rater, g["nr"], (score - mean[rater]) * value[ratee])[0]
    spread = np.sqrt(np.maximum(square - mean**2, 0))
    direct = g["team"]
    out = [value, person, np.nan_to_num(answer.value_sd, nan=1.0)]
    if line is not None:
        out.append(line.value / np.sqrt(line.value_var))
    for relation in (0, 1, 2, 4):
        at = kind == relation
        for values in (
            score, score - level[rater], severity[rater], spread[rater], follow[rater],
            (score - mean[rater]) / (spread[rater] + 0.2), score**2,
        ):  # fmt: skip
            out.append(per(ratee[at], n, values[at])[0])
        out.append(np.sqrt(per(ratee[at], n, values[at])[1]))
    first = (kind == 0) & (direct[ratee] == rater)
    for values in (score, score - level[rater], mean[rater], spread[rater], follow[rater]):
        out.append(np.bincount(ratee[first], values[first], n))
    for item in range(items.shape[1]):
        seen = there[:, item]
        out.append(per(ratee[seen], n, items[seen, item].astype(float))[0])
    unit = per(g["team"], g["m"], value)[0][g["team"]]
    out += [unit, many[direct], per(ratee, n, np.abs(score - value[ratee]))[0]]
    return np.stack(out, 1)


class Learner:
    """Ridge on the columns and on random rectified mixtures of them."""

    def __init__(self, table: np.ndarray, truth: np.ndarray, seed: int = 0) -> None:
        self.centre, self.scale = table.mean(0), table.std(0) + 1e-6
        rng = np.random.default_rng(seed)
        width = table.shape[1]
        self.mix = rng.normal(size=(width, HIDDEN)) / np.sqrt(width)
        self.shift = rng.normal(size=HIDDEN) * 0.5
        features = self.features(table)
        half = rng.random(len(table)) < 0.75
        gram, right = features[half].T @ features[half], features[half].T @ truth[half]

        def solve(ridge: float, gram: np.ndarray, right: np.ndarray) -> np.ndarray:
            out: np.ndarray = np.linalg.solve(gram + ridge * np.eye(len(gram)), right)
            return out

        errors = [
            np.mean((features[~half] @ solve(ridge, gram, right) - truth[~half]) ** 2)
            for ridge in RIDGES
        ]
        self.weights = solve(
            RIDGES[int(np.argmin(errors))], features.T @ features, features.T @ truth
        )

    def features(self, table: np.ndarray) -> np.ndarray:
        """Constant, columns, rectified mixtures."""
        z = np.clip((table - self.centre) / self.scale, -5, 5)
        return np.hstack([np.ones((len(z), 1)), z, np.maximum(z @ self.mix + self.shift, 0)])

    def __call__(self, table: np.ndarray) -> np.ndarray:
        """Predict the truth."""
        out: np.ndarray = self.features(table) @ self.weights
        return out


def held_out(
    scenario: str, seeds: int, fit: Fit, supervisor: Raw, *, trained: int = 12, n: int = 2000
) -> dict[str, float]:
    """T2: means over ``seeds`` organisations, against a mark trained on ``trained`` others."""
    tables, truths = [], []
    for seed in range(FIRST_TRAINED, FIRST_TRAINED + trained):
        data = other.make(scenario, seed, n)
        answer = fit(data)
        known = np.isfinite(answer.value)
        tables.append(columns(data, answer)[known])
        truths.append(data["t"]["theta"][known])
    mark = Learner(np.vstack(tables), np.concatenate(truths))
    rows = []
    for seed in range(FIRST_TESTED, FIRST_TESTED + seeds):
        data = other.make(scenario, seed, n)
        answer, truth, raw = fit(data), data["t"]["theta"], supervisor(data)
        best = mark(columns(data, answer))
        used = np.isfinite(answer.value) & np.isfinite(raw)

        def r(values: np.ndarray, truth: np.ndarray = truth, used: np.ndarray = used) -> float:
            return float(np.corrcoef(values[used], truth[used])[0, 1])

        def loss(values: np.ndarray, r: Any = r) -> float:
            return float(np.sqrt(1 - r(values) ** 2))

        span = loss(raw) - loss(best)
        within = np.abs(answer.value - truth)[used] < 1.6449 * answer.value_sd[used]
        rows.append({
            "G": (loss(raw) - loss(answer.value)) / span,
            "G_person": (loss(raw) - loss(answer.person_value)) / span,
            "r_supervisor": r(raw), "r": r(answer.value), "r_mark": r(best),
            "coverage": float(within.mean()),
        })  # fmt: skip
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}
