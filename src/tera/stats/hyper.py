"""Hyper-parameters of the facet model and their starting values."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tera.stats.pairs import RELATIONS, Floats

# Rater classes: usual, careless (answers follow the person weakly, with a large halo), central
# (weakly, with a small one), and from ``EARLY`` on raters who follow the person as the usual ones
# do but go to the ends of the scale early or late: their two cuts lie CLASS_CUT times as far apart.
# Set beforehand, not fitted: with 5 to 15 ratings per rater a slope or a width of one's own can't
# be learned. The shares are learned.
CLASS_SLOPE = np.array([1.0, 0.35, 0.35, 1.0, 1.0, 1.0, 1.0])
CLASS_HALO = np.array([1.0, 1.5, 0.4, 1.0, 1.0, 1.0, 1.0])
CLASS_CUT = np.array([1.0, 1.0, 1.0, 0.55, 0.75, 1.3, 1.7])
CLASSES = CLASS_SLOPE.size
CARELESS, CENTRAL, EARLY = 1, 2, 3
# Where all raters have the same width some 0.06 to 0.16 of them seem early or late after half of
# the learning, where they don't 0.44 to 0.70 (bench/objektivitas): below this share, or with fewer
# raters of WIDTH_RATINGS or more than WIDTH_RATERS, these classes are left out.
WIDTH_SHARE, WIDTH_RATINGS, WIDTH_RATERS = 0.2, 5, 30
WIDTH_START = np.array([0.65, 0.08, 0.04, 0.05, 0.07, 0.07, 0.04])
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
    ``class_share`` (classes,), 0 for a class that this organisation doesn't have.
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
    class_share: Floats = field(default_factory=lambda: np.array([0.85, 0.10, 0.05, 0, 0, 0, 0]))
