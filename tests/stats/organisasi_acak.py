"""Small invented organisations with known truth, for the tests of ``tera.stats``."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

THRESHOLD = (-1.2, 0.9)


@dataclass(frozen=True)
class Organisation:
    """Arrays for ``facets.estimate`` and the truth behind them."""

    rater: np.ndarray
    ratee: np.ndarray
    relation: np.ndarray
    items: np.ndarray
    n_ratee: int
    n_rater: int
    unit: np.ndarray
    value: np.ndarray
    severity: np.ndarray

    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Positional arguments of ``estimate``."""
        return self.rater, self.ratee, self.relation, self.items

    def sizes(self) -> dict[str, int]:
        """Keyword sizes of ``estimate``."""
        return {"n_ratee": self.n_ratee, "n_rater": self.n_rater}


def make(
    units: int = 12, size: int = 8, *, seed: int = 1, items: int = 7, peers: int = 3,
    own: bool = False, missing: float = 0.0, ring: bool = False,
    lenient: float = 0.0, width: float = 0.0,
) -> Organisation:  # fmt: skip
    """Each unit has a head (relation 0), ``peers`` peers per person and one rater from next door.

    Raters 0..n-1 are the people, n.. the heads. ``own`` adds self ratings; ``ring`` makes four
    people of unit 0 lift each other; ``lenient`` sd of a leniency common to a unit's own raters;
    ``width`` sd of the logarithm of how far apart a rater's two cuts lie.
    """
    rng = np.random.default_rng(seed)
    n = units * size
    unit = np.repeat(np.arange(units), size)
    value = rng.normal(size=units)[unit] * 0.45 + rng.normal(size=n) * 0.9
    severity = rng.normal(size=n + units) * 0.6
    rows = []
    for person in range(n):
        at = unit[person]
        rows.append((n + at, person, 0))
        place = person - at * size
        rows += [(at * size + (place + step) % size, person, 1) for step in range(1, peers + 1)]
        neighbour = (at + 1) % units
        rows.append((neighbour * size + place, person, 4))
        if ring and at == 0 and place < 4:
            rows += [(other, person, 1) for other in range(4) if other != person]
        if own:
            rows.append((person, person, 3))
    rater, ratee, relation = (np.array(column) for column in zip(*rows, strict=True))
    lift = np.zeros(rater.size)
    if ring:
        lift[(relation == 1) & (rater < 4) & (ratee < 4)] = 3.0
    if lenient:
        common = np.random.default_rng([seed, 1]).normal(size=units) * lenient
        lift += np.where(relation <= 1, common[unit[ratee]], 0.0)
    eta = value[ratee] - severity[rater] + 0.7 * rng.normal(size=rater.size) + lift
    z = eta[:, None] + rng.normal(size=(rater.size, items))
    if width:
        apart = np.exp(width * np.random.default_rng([seed, 2]).normal(size=n + units))
        z = (z + 0.15) / apart[rater][:, None] - 0.15
    answer = (z > THRESHOLD[0]).astype(np.int8) + (z > THRESHOLD[1]).astype(np.int8)
    answer[rng.random(answer.shape) < missing] = -1
    return Organisation(rater, ratee, relation, answer, n, n + units, unit, value, severity)
