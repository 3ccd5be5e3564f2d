"""The desk that decides what may be said about anonymous answers, and says only that.

Eight rules. A *set* is a set of raters whose answers were added up and shown.

    R1  a group is shown by itself only with at least k raters (default 4, never below 3);
    R2  smaller groups are added up under one name; below k still, nothing is shown;
    R3  a total beside groups only if what the groups leave of it is nobody or at least k;
    R4  no set differs from an earlier one by fewer than k raters, and no linear combination of
        all sets speaks of fewer than k raters;
    R5  means in steps of a quarter; a distribution only from 2k raters, in tenths; a unanimous
        group says that it is unanimous, not at which level; the number of raters is not said;
    R6  everything that is shown later reads a release, never the answers;
    R7  nothing is said about a rater to anybody else (no rater leaves this module);
    R8  sets belong to the sealed side, with the key between raters and answers.

One release speaks of one set per group: with missing answers the desk chooses the items and the
raters that answered all of them, so that two items can't be subtracted from each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

DEFAULT_K, FLOOR_K = 4, 3
MEAN_STEP, SHARE_STEP = 0.25, 0.1
LEVELS = 3
MISSING = -1
MERGED, TOTAL = "gabungan", "semua"
Answers = NDArray[np.int8]
RaterSet = frozenset[int]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What is said of one item: a rounded mean of 0 to 2, or that all said the same.

    ``shares`` (lowest level first, in tenths) only from 2k raters that don't agree.
    """

    mean: float | None
    unanimous: bool
    shares: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class GroupRelease:
    """What is said of one group: one entry per item, None where nothing may be said."""

    name: str
    at_least: int
    items: tuple[ItemResult | None, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One frozen release.

    Attributes:
        groups: what may be shown.
        merged: names of the groups that are inside ``gabungan``.
        withheld: names of the groups of which nothing is said.
        sets: the raters behind ``groups``, for the sealed side only (R8).
    """

    groups: tuple[GroupRelease, ...]
    merged: tuple[str, ...]
    withheld: tuple[str, ...]
    sets: tuple[RaterSet, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReleaseDesk:
    """Every set that was ever shown, and the smallest number of raters that may be spoken of."""

    k: int = DEFAULT_K
    history: tuple[RaterSet, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.k < FLOOR_K:
            raise ValueError(f"k must be at least {FLOOR_K}, got {self.k}")

    def is_safe(self, raters: Iterable[int]) -> bool:
        """Whether a sum over ``raters`` may be shown beside everything shown before (R1, R3, R4).

        A set that was shown before is not shown again: the difference of two versions would tell
        who changed an answer.
        """
        new = frozenset(raters)
        if len(new) < self.k or new in self.history:
            return False
        for old in self.history:
            if any(0 < len(piece) < self.k for piece in (new - old, old - new)):
                return False
        return not isolates((*self.history, new), self.k)

    def release(
        self, groups: Mapping[str, Iterable[int]], answers: Answers, *, total: bool = False
    ) -> tuple[Release, ReleaseDesk]:
        """Return what may be said, and the desk that remembers it.

        Args:
            groups: name → rows of ``answers``; the order of names has no effect.
            answers: (raters, items) of 0, 1, 2, or -1 where nothing was answered.
            total: also ask for all raters together, after the groups.

        Raises:
            ValueError: an answer outside the scale, or a name that the desk uses itself.
        """
        if answers.ndim != 2 or (answers.size and not _on_scale(answers)):
            raise ValueError("answers must be a table of 0, 1, 2 or -1")
        if {MERGED, TOTAL} & set(groups):
            raise ValueError(f"{MERGED} and {TOTAL} are names of the desk")
        desk, shown, small = self, [], {}
        for name in sorted(groups):
            raters = frozenset(groups[name])
            desk, result = desk._show(name, raters, answers)
            if result is not None:
                shown.append(result)
            elif raters:
                small[name] = raters
        merged: tuple[str, ...] = ()
        if len(small) > 1:
            desk, result = desk._show(MERGED, frozenset().union(*small.values()), answers)
            if result is not None:
                shown.append(result)
                merged = tuple(small)
        if total:
            everyone = frozenset().union(*map(frozenset, groups.values()))
            desk, result = desk._show(TOTAL, everyone, answers)
            if result is not None:
                shown.append(result)
        withheld = tuple(name for name in small if name not in merged)
        sets = desk.history[len(self.history) :]
        return Release(tuple(shown), merged, withheld, sets), desk

    def _show(
        self, name: str, raters: RaterSet, answers: Answers
    ) -> tuple[ReleaseDesk, GroupRelease | None]:
        chosen = self._choose(raters, answers)
        if chosen is None:
            return self, None
        kept, columns = chosen
        table = answers[sorted(kept)]
        items = tuple(
            describe(table[:, column], self.k) if column in columns else None
            for column in range(answers.shape[1])
        )
        desk = replace(self, history=(*self.history, kept))
        return desk, GroupRelease(name, self.k, items)

    def _choose(
        self, raters: RaterSet, answers: Answers
    ) -> tuple[RaterSet, tuple[int, ...]] | None:
        """Return the set and the items that use the most answers, None where no set is safe.

        Items are told apart by who answered them only: no answer has a say in the choice.
        """
        answered = {
            column: frozenset(rater for rater in raters if answers[rater, column] != MISSING)
            for column in range(answers.shape[1])
        }
        candidates: dict[RaterSet, tuple[int, ...]] = {}
        for size in range(len(answered), 0, -1):
            for columns in combinations(answered, size):
                common = frozenset.intersection(*(answered[column] for column in columns))
                # The longest list of items comes first and is the one that counts.
                candidates.setdefault(common, columns)
        ranked = sorted(
            candidates.items(),
            key=lambda pair: (-len(pair[0]) * len(pair[1]), -len(pair[0]), pair[1]),
        )
        return next(((kept, columns) for kept, columns in ranked if self.is_safe(kept)), None)


def describe(levels: NDArray[np.int8], k: int) -> ItemResult:
    """Return what R5 lets one item of one shown group say."""
    if levels.min() == levels.max():
        return ItemResult(None, True)
    mean = round(float(levels.mean()) / MEAN_STEP) * MEAN_STEP
    shares = None
    if levels.size >= 2 * k:
        counts = np.bincount(levels, minlength=LEVELS)
        shares = tuple(
            round(round(float(share) / SHARE_STEP) * SHARE_STEP, 1)
            for share in counts / levels.size
        )
    return ItemResult(mean, False, shares)


def isolates(sets: Iterable[RaterSet], k: int) -> bool:
    """Whether some linear combination of sums over ``sets`` speaks of 1 to k - 1 raters (R4).

    Raters in the same sets can't be told apart: they form a cell. A combination that is zero
    outside some cells exists, and isn't zero everywhere, if the sets' rank over the other cells is
    below their rank over all. Exact: whole numbers only.
    """
    family = tuple(dict.fromkeys(sets))
    cells: dict[tuple[int, ...], int] = {}
    for rater in frozenset().union(*family):
        member = tuple(int(rater in one) for one in family)
        cells[member] = cells.get(member, 0) + 1
    columns = list(cells)
    full = rank(columns)
    small = [column for column in columns if cells[column] < k]
    for size in range(1, len(small) + 1):
        for inside in combinations(small, size):
            if sum(cells[column] for column in inside) >= k:
                continue
            if rank([column for column in columns if column not in inside]) < full:
                return True
    return False


def rank(rows: Iterable[tuple[int, ...]]) -> int:
    """Return the rank of rows of whole numbers by fraction-free elimination."""
    basis: list[tuple[int, list[int]]] = []
    for row in rows:
        left = list(row)
        for pivot, known in basis:
            if left[pivot]:
                factor, other = known[pivot], left[pivot]
                left = [factor * a - other * b for a, b in zip(left, known, strict=True)]
        pivot = next((index for index, value in enumerate(left) if value), -1)
        if pivot >= 0:
            basis.append((pivot, left))
    return len(basis)


def _on_scale(answers: Answers) -> bool:
    return bool(answers.min() >= MISSING and answers.max() < LEVELS)
