"""Everything that a room needs of this package, in the order of its use.

From a table of rater-ratee pairs to all outputs (``tests/stats/test_mesin.py`` runs this text; the
room gives the arrays and words its pages)::

    from tera.stats import engine

    # rater, ratee, relation (P,), items (P, 7) int8 in -1..2, sorted by ratee; unit (n_ratee,)
    found = engine.estimate(rater, ratee, relation, items,
                            n_ratee=n_ratee, n_rater=n_rater, unit=unit, seed=seed)
    cuts = engine.cuts_of_shares((0.15, 0.60, 0.25))      # the standard in force: a decision
    # To a rater, before and after deciding; never with that rater's own answers in it.
    mine = np.flatnonzero(decider == me)
    advice = engine.advise(found, cuts, mine, decider=me, decided=decided[mine], k=4)
    lines = [advice.words(row) for row in range(mine.size)]     # advice.ask: a reason box
    own = engine.strictness(found, me, cuts, similar=heads).words()
    # To the calibration meeting: the pattern of each unit, and the agenda.
    beside = engine.beside(found, np.arange(n_ratee), decider)  # sealed: nothing of it is shown
    chance = engine.through_matrix(outcome, beside.level_probability(cuts), matrix)
    patterns = [engine.support(final[unit == u], chance[unit == u], limits)
                for u in range(heads.size)]
    agenda = engine.agenda(found, cuts, unit=unit, head=heads, decider=decider,
                           decided=decided, patterns=patterns)
    first = [agenda.words(u) for u in agenda.order] + [agenda.error_words()]
    # What if: other decisions in a unit, another standard, another answer of one rater.
    if_reviewed = engine.support(reviewed, chance[unit == 0], limits)
    stricter = engine.cuts_of_shares((0.20, 0.60, 0.20))
    if_stricter = engine.expected_levels(beside.level_probability(stricter))
    if_answered = engine.what_if(found, row_of_pair, np.full(7, 1))
    # To the auditor: groups, and the graph with a second-level rating of everybody.
    gaps = [engine.group_contrast(found, one) for one in (group, 1 - group)]
    stands = engine.holm([one.p for one in gaps])         # looked at together
    gap = gaps[0].words("kelompok ini")
    health = engine.graph_health(found, cuts, second, seed=seed).words()
    # Lists for the sealed side only: units and raters, never answers.
    careless, rings = engine.careless(found), engine.ring_scan(found, seed=seed)

What may leave the sealed side: :class:`Advice`, :class:`Strictness` (to that rater alone),
:class:`Agenda`, :class:`PatternSupport` (its bands), :class:`LevelCount`, :class:`Contrast`,
:class:`GraphHealth`, and the lists of units; never :class:`FacetEstimate`, :class:`Beside`,
:class:`WhatIf`, or what they hold. One standard per release: bands of the same person under several
cuts would add up to a score.
"""

from __future__ import annotations

from tera.stats.advice import Advice, Strictness, advise, chance, strictness
from tera.stats.agenda import Agenda, agenda
from tera.stats.beside import Beside, beside
from tera.stats.detectors import ClassList, Prompts, SeverityList, careless, favouritism, severity
from tera.stats.distribution import (
    LevelCount,
    Limit,
    PatternSupport,
    expected_levels,
    support,
    through_matrix,
)
from tera.stats.evidence import STATUS, Reason, sentence
from tera.stats.facets import FacetEstimate, cuts_of_shares, estimate
from tera.stats.fairness import Contrast, group_contrast, holm
from tera.stats.health import GraphHealth, graph_health
from tera.stats.pairs import Relation
from tera.stats.rings import RingList
from tera.stats.rings import scan as ring_scan
from tera.stats.whatif import WhatIf, what_if

__all__ = [
    "STATUS", "Advice", "Agenda", "Beside", "ClassList", "Contrast", "FacetEstimate",
    "GraphHealth", "LevelCount", "Limit", "PatternSupport", "Prompts", "Reason", "Relation",
    "RingList", "SeverityList", "Strictness", "WhatIf", "advise", "agenda", "beside", "careless",
    "chance", "cuts_of_shares", "estimate", "expected_levels", "favouritism", "graph_health",
    "group_contrast", "holm", "ring_scan", "sentence", "severity", "strictness", "support",
    "through_matrix", "what_if",
]  # fmt: skip
