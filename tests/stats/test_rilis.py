"""The desk of anonymous answers against an independent check that knows no linear algebra.

The check tries every combination of released sums with whole coefficients of -2 to 2. For up to
four sets that is all there is: the combination with the fewest raters solves at most three
equations of noughts and ones, and by Cramer's rule its coefficients are determinants of order
three, which are at most 2 in size.
"""

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tera.stats.release import (
    DEFAULT_K,
    FLOOR_K,
    GroupRelease,
    ItemResult,
    ReleaseDesk,
    describe,
    isolates,
    rank,
)


def brute(sets, k: int) -> bool:
    """Whether some combination of at most four sums speaks of 1 to k - 1 raters."""
    raters = sorted(set().union(*sets)) if sets else []
    for weights in itertools.product(range(-2, 3), repeat=len(sets)):
        spoken = sum(
            1
            for rater in raters
            if sum(w for w, one in zip(weights, sets, strict=True) if rater in one)
        )
        if 0 < spoken < k:
            return True
    return False


def full(n: int, items: int = 7, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 3, (n, items)).astype(np.int8)


def names(release) -> list[str]:
    return [satu.name for satu in release.groups]


def test_k_is_four_and_never_below_three() -> None:
    assert (DEFAULT_K, FLOOR_K) == (4, 3)
    assert ReleaseDesk().k == 4
    with pytest.raises(ValueError, match="at least 3"):
        ReleaseDesk(k=2)


def test_a_group_is_shown_from_k_and_not_below() -> None:
    release, desk = ReleaseDesk().release({"rekan": range(4)}, full(7))
    assert names(release) == ["rekan"]
    assert release.groups[0].at_least == 4
    assert release.sets == desk.history == (frozenset(range(4)),)
    release, desk = ReleaseDesk().release({"rekan": range(3)}, full(7))
    assert (release.groups, release.withheld, desk.history) == ((), ("rekan",), ())


def test_small_groups_are_merged_and_one_small_group_alone_stays_hidden() -> None:
    groups = {"rekan": range(5), "bawahan": [5, 6], "mitra": [7, 8]}
    release, _desk = ReleaseDesk().release(groups, full(9))
    assert names(release) == ["rekan", "gabungan"]
    assert release.merged == ("bawahan", "mitra")
    assert release.withheld == ()
    release, _desk = ReleaseDesk().release({"rekan": range(5), "bawahan": [5, 6]}, full(9))
    assert names(release) == ["rekan"]
    assert release.withheld == ("bawahan",)
    release, _desk = ReleaseDesk().release({"a": [0], "b": [1], "c": []}, full(9))
    assert (release.groups, release.withheld) == ((), ("a", "b"))


def test_a_total_only_where_the_groups_leave_nobody_or_enough() -> None:
    release, _desk = ReleaseDesk().release({"rekan": range(5), "x": [5, 6]}, full(9), total=True)
    assert names(release) == ["rekan"]
    release, _desk = ReleaseDesk().release({"a": range(4), "b": range(4, 8)}, full(9), total=True)
    assert names(release) == ["a", "b", "semua"]
    release, _desk = ReleaseDesk().release({"a": range(4)}, full(9), total=True)
    assert names(release) == ["a"]


def test_an_answer_that_comes_later_changes_nothing() -> None:
    _first, desk = ReleaseDesk().release({"rekan": range(5)}, full(9))
    for later in ({"rekan": range(6)}, {"rekan": range(4)}, {"rekan": range(5)}):
        release, after = desk.release(later, full(9))
        assert release.groups == ()
        assert after == desk
    release, _desk = desk.release({"baru": range(5, 9)}, full(9))
    assert names(release) == ["baru"]


def test_three_sums_that_together_speak_of_one_rater_are_refused() -> None:
    # a + b - c counts rater 0 twice and the raters of c once less: pieces of two and more.
    a, b = frozenset({0, 1, 2, 3, 4}), frozenset({0, 5, 6, 7, 8})
    desk = ReleaseDesk(history=(a, b))
    c = frozenset(range(1, 9))
    assert brute([a, b, c], 4)
    assert not desk.is_safe(c)


def test_one_set_of_raters_for_all_items_that_are_shown() -> None:
    answers = full(6)
    answers[0, 3] = -1
    release, _desk = ReleaseDesk().release({"rekan": range(6)}, answers)
    shown = release.groups[0].items
    # Six raters on six items (36) beat five raters on seven (35).
    assert [item is None for item in shown] == [False] * 3 + [True] + [False] * 3
    assert release.sets == (frozenset(range(6)),)
    answers[0, :5] = -1
    release, _desk = ReleaseDesk().release({"rekan": range(6)}, answers)
    assert all(item is not None for item in release.groups[0].items)
    assert release.sets == (frozenset(range(1, 6)),)


def test_nobody_is_added_up_who_answered_nothing() -> None:
    answers = full(5)
    answers[:2] = -1
    release, _desk = ReleaseDesk().release({"rekan": range(5)}, answers)
    assert release.groups == ()
    release, _desk = ReleaseDesk().release({"rekan": range(5)}, full(5, items=0))
    assert release.groups == ()


def test_words_of_one_item() -> None:
    assert describe(np.array([2, 2, 2, 2], np.int8), 4) == ItemResult(None, True)
    assert describe(np.array([2] * 8, np.int8), 4) == ItemResult(None, True)
    assert describe(np.array([2, 2, 1, 2], np.int8), 4) == ItemResult(1.75, False)
    assert describe(np.array([2, 2, 1, 0, 0], np.int8), 4) == ItemResult(1.0, False)
    assert describe(np.array([0, 1, 2, 2, 2, 2, 2, 2], np.int8), 4) == ItemResult(
        1.5, False, (0.1, 0.1, 0.8)
    )
    assert describe(np.array([0, 1, 2, 2, 2, 2, 2], np.int8), 4).shares is None


@pytest.mark.parametrize("bad", [np.full((4, 7), 3), np.full((4, 7), -2), np.zeros(4)])
def test_answers_off_the_scale_are_refused(bad: np.ndarray) -> None:
    with pytest.raises(ValueError, match="0, 1, 2"):
        ReleaseDesk().release({"rekan": range(4)}, bad.astype(np.int8))


def test_names_of_the_desk_are_refused() -> None:
    for name in ("gabungan", "semua"):
        with pytest.raises(ValueError, match="names of the desk"):
            ReleaseDesk().release({name: range(4)}, full(4))


def test_what_is_shown_holds_no_rater_and_no_number_of_raters() -> None:
    four, _desk = ReleaseDesk().release({"rekan": range(4)}, np.tile(full(1), (9, 1)))
    six, _desk = ReleaseDesk().release({"rekan": range(3, 9)}, np.tile(full(1), (9, 1)))
    assert four.groups == six.groups
    assert "frozenset" not in repr(four)
    assert set(GroupRelease.__slots__) == {"name", "at_least", "items"}


@pytest.mark.parametrize("k", [3, 4])
def test_no_history_of_seven_raters_and_four_releases_isolates_anybody(k: int) -> None:
    """Every history there is: whatever is asked in whatever order, the desk ends in one of these.

    What the desk holds depends on what it accepted only, and whether that isolates doesn't depend
    on the order; so each family of accepted sets is looked at once, with every set asked next.
    """
    everything = [
        frozenset(one) for size in range(1, 8) for one in itertools.combinations(range(7), size)
    ]
    seen: set[frozenset[frozenset[int]]] = set()
    level = {frozenset(): ReleaseDesk(k=k)}
    asked = 0
    for _release in range(4):
        following: dict[frozenset[frozenset[int]], ReleaseDesk] = {}
        for family, desk in level.items():
            for new in everything:
                asked += 1
                grown = family | {new}
                if desk.is_safe(new) and grown not in seen:
                    seen.add(grown)
                    assert not brute(sorted(grown, key=sorted), k)
                    following[grown] = ReleaseDesk(k=k, history=(*desk.history, new))
        level = following
    assert asked > 10_000 / k
    # The desk isn't safe by saying nothing: there are families of two and more.
    assert max(map(len, seen)) >= (2 if k == 3 else 1)


@pytest.mark.parametrize("k", [3, 4])
def test_the_algebra_finds_what_trying_finds(k: int) -> None:
    rng = random.Random(k)
    found = 0
    for _ in range(400):
        sets = [
            frozenset(rng.sample(range(8), rng.randint(k, 8))) for _n in range(rng.randint(1, 4))
        ]
        sets = list(dict.fromkeys(sets))
        assert isolates(sets, k) == brute(sets, k), sets
        found += brute(sets, k)
    assert 0 < found < 400


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 9), max_size=10), min_size=1, max_size=4),
    st.integers(0, 2**30),
    st.sampled_from([3, 4, 5]),
)
def test_missing_answers_isolate_nobody(asks: list[list[int]], seed: int, k: int) -> None:
    rng = np.random.default_rng(seed)
    answers = rng.integers(-1, 3, (10, 3)).astype(np.int8)
    desk = ReleaseDesk(k=k)
    for ask in asks:
        release, desk = desk.release({"rekan": ask}, answers)
        for group, raters in zip(release.groups, release.sets, strict=True):
            for column, item in enumerate(group.items):
                assert item is None or (answers[sorted(raters), column] >= 0).all()
    assert not brute(list(desk.history), k)


def test_rank_of_whole_numbers() -> None:
    assert rank([]) == 0
    assert rank([(0, 0)]) == 0
    assert rank([(1, 1, 0), (0, 1, 1), (1, 2, 1)]) == 2
    assert rank([(1, 1, 0), (0, 1, 1), (1, 0, 1)]) == 3
