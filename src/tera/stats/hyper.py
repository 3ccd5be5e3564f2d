"""Hyper-parameters of the facet model and their starting values."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tera.stats.pairs import RELATIONS, Floats

# Rater classes: usual, careless (answers follow the person weakly, with a large halo), central
# (weakly, with a small one). Set beforehand, not fitted: with 5 to 15 ratings per rater a slope of
# one's own can't be learned. The shares of the classes are learned.
CLASS_SLOPE = np.array([1.0, 0.35, 0.35])
CLASS_HALO = np.array([1.0, 1.5, 0.4])
CLASSES = CLASS_SLOPE.size
# Shift of a contaminated pair (favour or grudge), latent units.
SHIFT = 1.5


def _each(value: float) -> Floats:
    return np.full(RELATIONS, value)


@dataclass(slots=True)
class Hyper:
    """What the model learns from the whole organisation; latent (probit) units, item noise sd 1.

    ``sd_value`` spread of true performance, of which ``sd_unit`` between units; ``sd_severity``
    spread of raters; per relation (5,): ``mean`` leniency, ``halo`` sd of a pair,
    ``share_up``/``share_down`` contaminated pairs; ``easiness`` (items,), ``threshold`` (2,),
    ``class_share`` (3,).
    """

    easiness: Floats
    sd_value: float = 1.0
    sd_unit: float = 0.3
    sd_severity: float = 0.5
    threshold: Floats = field(default_factory=lambda: np.array([-1.0, 1.0]))
    mean: Floats = field(default_factory=lambda: _each(0.0))
    halo: Floats = field(default_factory=lambda: _each(0.8))
    share_up: Floats = field(default_factory=lambda: _each(0.04))
    share_down: Floats = field(default_factory=lambda: _each(0.02))
    class_share: Floats = field(default_factory=lambda: np.array([0.85, 0.10, 0.05]))
