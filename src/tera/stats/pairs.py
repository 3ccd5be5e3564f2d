"""The data: one row per rater-ratee pair, packed to some 17 bytes, indexed from both ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix

from tera.stats.evidence import freeze

Floats = NDArray[np.float64]
Ints = NDArray[np.integer[Any]]
Bools = NDArray[np.bool_]
LEVELS = 3
MAX_ITEMS = 60


class Relation(IntEnum):
    """What the rater is to the ratee. ``SELF`` is read but never enters an estimate."""

    SUPERIOR = 0
    PEER = 1
    SUBORDINATE = 2
    SELF = 3
    EXTERNAL = 4


RELATIONS = len(Relation)


def state_offset(answered: int) -> int:
    """Return the first state of a pair with ``answered`` items: states are (answered, sum)."""
    return answered * answered - 1


def state_count(items: int) -> int:
    """Return how many (answered, sum) states exist for 1 to ``items`` answered items."""
    return state_offset(items + 1)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs with at least one answer, self ratings left out, sorted by ratee.

    ``rater``, ``ratee`` int32, ``relation``, ``answered``, ``total`` int8: one entry per pair
    (``total`` = sum of the 0/1/2 answers). ``state``, ``info_row`` int16: rows of the look-up
    tables. ``ratee_start`` (n_ratee + 1) and ``rater_start`` (n_rater + 1) bound the pairs of each
    ratee, and of each rater in the order ``by_rater``.
    """

    rater: NDArray[np.int32]
    ratee: NDArray[np.int32]
    relation: NDArray[np.int8]
    answered: NDArray[np.int8]
    total: NDArray[np.int8]
    state: NDArray[np.int16]
    info_row: NDArray[np.int16]
    ratee_start: Ints
    rater_start: Ints
    by_rater: NDArray[np.int32]
    n_ratee: int
    n_rater: int
    n_item: int

    @property
    def size(self) -> int:
        """Number of pairs."""
        return int(self.rater.size)

    @property
    def per_ratee(self) -> Ints:
        """Pairs of each ratee."""
        return np.diff(self.ratee_start)

    @property
    def per_rater(self) -> Ints:
        """Pairs of each rater."""
        return np.diff(self.rater_start)

    def relations(self) -> list[int]:
        """Return the relations that occur."""
        return np.flatnonzero(np.bincount(self.relation, minlength=RELATIONS)).tolist()

    def with_totals(self, total: NDArray[np.int8]) -> Pairs:
        """Return the same graph with other answers (as many answered items per pair)."""
        state = _state(self.relation, self.answered, total, self.n_item)
        return replace(self, total=total, state=state)


@dataclass(frozen=True, slots=True)
class Checked:
    """Pairs plus what validation saw: kept rows, and the marginal shares of each item.

    ``kept`` (rows of the input,) bool; ``share`` (relations, items, 2): share of answers >= 1 and
    >= 2; ``weight`` (relations,): pairs per relation; ``self_pairs``: rows left out as self.
    """

    pairs: Pairs
    kept: Bools
    share: Floats
    weight: Floats
    self_pairs: int


def _state(
    relation: NDArray[np.int8], answered: NDArray[np.int8], total: NDArray[np.int8], items: int
) -> NDArray[np.int16]:
    wide = answered.astype(np.int16)
    return freeze(wide * wide - 1 + total + relation.astype(np.int16) * state_count(items))


def _integers(name: str, values: ArrayLike, size: int | None, upper: int) -> NDArray[np.int32]:
    array = np.asarray(values)
    if array.ndim != 1 or (array.size and not np.issubdtype(array.dtype, np.integer)):
        raise ValueError(f"{name} harus larik bilangan bulat satu dimensi")
    if size is not None and array.size != size:
        raise ValueError(f"{name} berisi {array.size} baris, seharusnya {size}")
    if array.size and (array.min() < 0 or array.max() >= upper):
        raise ValueError(f"{name} di luar 0..{upper - 1}")
    return np.ascontiguousarray(array, np.int32)


def check(
    rater: ArrayLike,
    ratee: ArrayLike,
    relation: ArrayLike,
    items: ArrayLike,
    *,
    n_ratee: int,
    n_rater: int,
) -> Checked:
    """Validate the arrays, leave out self ratings and empty pairs, pack the rest.

    Shapes: ``rater``, ``ratee``, ``relation`` (P,), ``items`` (P, Q) with -1, 0, 1, 2; ``ratee``
    ascending. ValueError with the reason when the input is not of this form.
    """
    matrix = np.asarray(items)
    if matrix.ndim != 2 or not 1 <= matrix.shape[1] <= MAX_ITEMS:
        raise ValueError(f"items harus matriks pasangan x butir, 1 sampai {MAX_ITEMS} butir")
    if matrix.size and not np.issubdtype(matrix.dtype, np.integer):
        raise ValueError("items harus bilangan bulat -1, 0, 1, 2")
    if matrix.size and (matrix.min() < -1 or matrix.max() >= LEVELS):
        raise ValueError("items di luar -1, 0, 1, 2")
    matrix = matrix.astype(np.int8, copy=False)
    raters = _integers("rater", rater, matrix.shape[0], n_rater)
    ratees = _integers("ratee", ratee, matrix.shape[0], n_ratee)
    kinds = _integers("relation", relation, matrix.shape[0], RELATIONS).astype(np.int8)
    if np.any(ratees[1:] < ratees[:-1]):
        raise ValueError("pasangan harus terurut menurut ratee")
    answered = np.zeros(raters.size, np.int8)
    total = np.zeros(raters.size, np.int8)
    share = np.full((RELATIONS, matrix.shape[1], 2), 0.5)
    for column in range(matrix.shape[1]):
        answer = matrix[:, column]
        answered += answer >= 0
        total += np.maximum(answer, 0)
        for kind in range(RELATIONS):
            counts = np.bincount(answer[(kinds == kind) & (answer >= 0)], minlength=LEVELS)
            if counts.sum():
                share[kind, column] = 1 - np.cumsum(counts[:2]) / counts.sum()
    own = kinds == Relation.SELF
    kept = (answered > 0) & ~own
    pairs = pack(
        raters[kept], ratees[kept], kinds[kept], answered[kept], total[kept],
        n_ratee=n_ratee, n_rater=n_rater, n_item=matrix.shape[1],
    )  # fmt: skip
    weight = np.bincount(pairs.relation, minlength=RELATIONS).astype(float)
    return Checked(pairs, kept, np.clip(share, 0.002, 0.998), weight, int(own.sum()))


def pack(
    rater: NDArray[np.int32],
    ratee: NDArray[np.int32],
    relation: NDArray[np.int8],
    answered: NDArray[np.int8],
    total: NDArray[np.int8],
    *,
    n_ratee: int,
    n_rater: int,
    n_item: int,
) -> Pairs:
    """Index validated pairs from both ends in O(pairs) (a counting sort by rater)."""
    start = np.searchsorted(ratee, np.arange(n_ratee + 1))
    row = np.arange(rater.size, dtype=np.int32)
    columns = csr_matrix((row, rater, start), shape=(n_ratee, n_rater)).tocsc()
    info_row = relation.astype(np.int16) * n_item + answered - 1
    return Pairs(
        freeze(rater), freeze(ratee), freeze(relation), freeze(answered), freeze(total),
        _state(relation, answered, total, n_item), freeze(info_row.astype(np.int16)),
        freeze(start.astype(np.int64)), freeze(columns.indptr.astype(np.int64)),
        freeze(columns.data.astype(np.int32)), n_ratee, n_rater, n_item,
    )  # fmt: skip


def ranges(start: Ints, nodes: Ints) -> Ints:
    """Concatenate start[k]..start[k + 1] for all ``nodes``: the pairs of those nodes."""
    length = start[nodes + 1] - start[nodes]
    ends = np.cumsum(length)
    first = np.repeat(start[nodes] - (ends - length), length)
    found: Ints = np.arange(first.size) + first
    return found


def subset(pairs: Pairs, chosen: Bools) -> tuple[Pairs, Ints, Ints]:
    """Return the pairs of the ``chosen`` ratees (n_ratee,) with ratees and raters renumbered.

    Also returns the old numbers of the new ratees and of the new raters.
    """
    rows = np.flatnonzero(chosen[pairs.ratee])
    people = np.flatnonzero(chosen)
    raters, rater = np.unique(pairs.rater[rows], return_inverse=True)
    small = pack(
        rater.astype(np.int32), np.searchsorted(people, pairs.ratee[rows]).astype(np.int32),
        pairs.relation[rows], pairs.answered[rows], pairs.total[rows],
        n_ratee=people.size, n_rater=raters.size, n_item=pairs.n_item,
    )  # fmt: skip
    return small, people, raters.astype(np.int64)
