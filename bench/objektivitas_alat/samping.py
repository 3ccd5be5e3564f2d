"""How much of a decider's answers is left in the "other evidence" that is held against them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tera.stats.advice import advise
from tera.stats.beside import beside
from tera.stats.evidence import Reason
from tera.stats.facets import FacetEstimate

# One person in so many gets the opposite answers from the one who decides.
EACH = 12


def leak(
    data: dict[str, Any],
    decider: np.ndarray,
    cuts: np.ndarray,
    fit: Callable[..., FacetEstimate],
) -> dict[str, float]:
    """Turn the deciders' answers about some people to the other end and compare.

    Medians in sd of true performance: ``all_evidence`` moves, ``other_evidence`` should not;
    ``along`` is its mean movement in the direction of the changed answer, ``bands`` the share of
    people one of whose bands changes, ``largest`` by how many steps.
    """
    g, items = data["g"], data["X"].copy()
    direct = np.flatnonzero(g["R"] == decider[g["I"]])
    some = np.random.default_rng(1).choice(direct, direct.size // EACH, replace=False)
    high = np.maximum(items[some], 0).sum(1, keepdims=True) > items.shape[1]
    items[some] = np.where(items[some] >= 0, np.where(high, 0, 2), -1)
    before = fit(data)
    after = fit({**data, "X": items}, hyper=before.fitted.hyper)  # type: ignore[union-attr]
    people = g["I"][some]
    head = decider[people]
    one, two = beside(before, people, head), beside(after, people, head)
    both = (one.reason == Reason.ENOUGH) & (two.reason == Reason.ENOUGH)
    moved = (two.value - one.value)[both]
    own = (after.person_value - before.person_value)[people][both]
    band, again = (advise(found, cuts, people, decider=head) for found in (before, after))
    shown = (band.reason == Reason.ENOUGH) & (again.reason == Reason.ENOUGH)
    steps = np.abs(band.band[shown] - again.band[shown]).max(1)
    return {
        "all_evidence": float(np.median(np.abs(own))),
        "other_evidence": float(np.median(np.abs(moved))),
        "along": float(np.mean(np.sign(own) * moved)),
        "bands": float((steps > 0).mean()), "largest": float(steps.max()),
        "people": int(both.sum()),
    }  # fmt: skip
