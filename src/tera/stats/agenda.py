"""Which units a calibration meeting talks about, in both directions, and how often the lists err.

Two lists, each with its own error rate, and the pattern that the caller has checked:

- the unit's head is stricter or kinder than others of the same people
  (:func:`tera.stats.detectors.severity`, expected false share controlled);
- levels decided that the other evidence supports with less than a tenth, and all evidence with the
  decider's answers does too (the reason boxes of :func:`tera.stats.advice.advise`); the expected
  false share is the mean support by all evidence that is left.

Units are listed, never people: nobody is ranked, and nothing changes by being listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tera.stats.advice import ASK, BANDS, check_levels, check_rows, published, with_own
from tera.stats.beside import Beside, beside
from tera.stats.detectors import FALSE_SHARE, severity
from tera.stats.distribution import KNOWN_SHARE, PatternSupport
from tera.stats.evidence import Codes, Reason, freeze
from tera.stats.facets import FacetEstimate
from tera.stats.pairs import Bools, Floats, Ints
from tera.stats.release import DEFAULT_K

STRICTER, KINDER, NEITHER = 1, -1, 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """One row per unit, numbered as the caller numbers them; ``units`` of them.

    ``head`` int8: the head is on the severity list, 1 stricter, -1 kinder, 0 not; ``head_reason``
    codes why a head can't be on it. ``above``, ``below``: people decided above or below what the
    other evidence supports (under 10 % for the level decided); ``judged`` people with such evidence
    of ``people`` decided; ``lean``: mean of decided minus expected level over them, positive =
    kinder than the evidence, NaN unless ``reason`` is ENOUGH. ``outside``: outside the pattern.
    ``order`` (m,): the units on some list, those with most people on it first. ``false_heads``,
    ``false_people``: expected share of either list that is wrong, NaN for an empty list.
    """

    head: NDArray[np.int8]
    head_reason: Codes
    above: Ints
    below: Ints
    judged: Ints
    people: Ints
    lean: Floats
    reason: Codes
    outside: Bools
    order: Ints
    false_heads: float
    false_people: float

    def words(self, unit: int) -> str:
        """Return what the meeting reads about one unit."""
        said = []
        if self.head[unit]:
            way = "ketat" if self.head[unit] == STRICTER else "longgar"
            said.append(f"penilainya lebih {way} dibanding penilai lain untuk pegawai yang sama")
        for count, place in ((self.above, "lebih tinggi"), (self.below, "lebih rendah")):
            if count[unit]:
                said.append(f"{count[unit]} keputusan {place} daripada yang didukung bukti lain")
        if self.outside[unit]:
            said.append("sebarannya di luar pola")
        return f"Untuk ditinjau: {'; '.join(said)}." if said else "Tidak ada yang perlu ditinjau."

    def error_words(self) -> str:
        """Return the sentence about how often the lists err."""
        said = [
            f"sekitar {round(100 * share)} dari 100 {name} tidak terbukti"
            for share, name in (
                (self.false_heads, "penilai pada daftar ini"),
                (self.false_people, "keputusan pada daftar ini"),
            )
            if np.isfinite(share)
        ]
        return f"Daftar tinjau, bukan temuan; {' dan '.join(said)}." if said else "Daftar kosong."


def agenda(
    estimate: FacetEstimate,
    cuts: ArrayLike,
    *,
    unit: ArrayLike,
    head: ArrayLike,
    decider: ArrayLike,
    decided: ArrayLike,
    patterns: Sequence[PatternSupport | None] | None = None,
    k: int = DEFAULT_K,
    false_share: float = FALSE_SHARE,
    evidence: Beside | None = None,
) -> Agenda:
    """Draw the agenda over all units.

    ``unit`` (n_ratee,) from 0, -1 none; ``head`` (units,) the rater whose severity stands for the
    unit, -1 none; ``decider``, ``decided`` (n_ratee,): who decided which level, -1 none;
    ``patterns`` (units,): :func:`tera.stats.distribution.support` of each unit, None where none.
    ``evidence``: what :func:`beside` said of everybody (n_ratee rows) and these deciders, where the
    caller has it already.
    """
    home, heads = np.asarray(unit), np.asarray(head, np.int64)
    people, units = estimate.value.size, heads.size
    if home.shape != (people,) or (people and home.max() >= units):
        raise ValueError("unit harus satu nomor unit per ratee, dan head satu penilai per unit")
    if patterns is not None and len(patterns) != units:
        raise ValueError("patterns harus satu per unit")
    outside = np.zeros(units, bool)
    for at, pattern in enumerate(patterns or ()):
        outside[at] = pattern is not None and any(one.excess for one in pattern.limits)
    direction, head_reason, false_heads = _heads(estimate, heads, false_share)
    level = check_levels(decided, people)
    if evidence is None:
        evidence = beside(estimate, np.arange(people), decider)
    check_rows(evidence, people)
    member = (home >= 0) & (level >= 0)
    known = member & (published(evidence, k) == Reason.ENOUGH)
    row = np.flatnonzero(known)
    chance = evidence.level_probability(cuts)[row]
    expected = chance @ np.arange(chance.shape[1])
    chosen = (np.arange(row.size), level[row])
    backing = with_own(estimate, cuts, row)[chosen]
    asked = (chance[chosen] < ASK / BANDS) & (backing < ASK / BANDS)

    def count(rows: Ints) -> Ints:
        return np.bincount(home[rows], minlength=units)

    gap = level[row] - expected
    above, below = count(row[asked & (gap > 0)]), count(row[asked & (gap <= 0)])
    judged, all_ = count(row), count(np.flatnonzero(member))
    reason = np.full(units, Reason.ENOUGH, np.int8)
    reason[judged < KNOWN_SHARE * all_] = Reason.MOST_UNKNOWN
    reason[judged == 0] = Reason.NO_RATING
    reason[all_ == 0] = Reason.FEW_PEOPLE
    total = np.bincount(home[row], gap, units)
    lean = np.where(reason == Reason.ENOUGH, total / np.maximum(judged, 1), np.nan)
    listed = np.flatnonzero((direction != NEITHER) | (above + below > 0) | outside)
    order = np.lexsort((listed, -np.abs(direction[listed]), -(above + below)[listed]))
    return Agenda(
        freeze(direction), freeze(head_reason), freeze(above), freeze(below), freeze(judged),
        freeze(all_), freeze(lean), freeze(reason), freeze(outside), freeze(listed[order]),
        false_heads, float(backing[asked].mean()) if asked.any() else float("nan"),
    )  # fmt: skip


def _heads(
    estimate: FacetEstimate, heads: Ints, false_share: float
) -> tuple[NDArray[np.int8], Codes, float]:
    """Direction of each unit's head on the controlled list, reasons, and the list's error rate."""
    named = np.flatnonzero(heads >= 0)
    direction = np.zeros(heads.size, np.int8)
    reason = np.full(heads.size, Reason.NO_RATING, np.int8)
    found = severity(estimate, raters=np.unique(heads[named]), false_share=false_share)
    listed = found.flagged[heads[named]]
    direction[named] = np.where(listed, found.direction[heads[named]], NEITHER)
    reason[named] = found.reason[heads[named]]
    return direction, reason, found.false_share if listed.any() else float("nan")
