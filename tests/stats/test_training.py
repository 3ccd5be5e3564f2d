"""Accuracy of ratings against a key: by hand, and where the words turn."""

import numpy as np
import pytest

from tera.stats.evidence import Reason
from tera.stats.training import assess, components, panel_key

KEY = np.array([[0, 1], [1, 2], [2, 0]])


def test_the_components_of_a_small_table_are_those_computed_by_hand() -> None:
    # Differences 1 0 / 1 0 / 0 -2: mean 0; rows .5 .5 -1; columns 2/3 -2/3; the rest by hand.
    gap = components(KEY + np.array([[1, 0], [1, 0], [0, -2]]), KEY)
    assert gap.elevation == pytest.approx(0)
    assert gap.differential_elevation == pytest.approx((0.25 + 0.25 + 1) / 3)
    assert gap.stereotype == pytest.approx(4 / 9)
    assert gap.differential == pytest.approx((4 * (1 / 6) ** 2 + 2 * (1 / 3) ** 2) / 6)
    assert gap.total == pytest.approx((1 + 1 + 4) / 6)
    assert sum(gap.shares()) == pytest.approx(1)
    assert components(KEY, KEY).shares() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("gap", "part"),
    [
        ([[-1, -1], [-1, -1]], "elevation"),
        ([[1, 1], [-1, -1]], "differential_elevation"),
        ([[1, -1], [1, -1]], "stereotype"),
        ([[1, -1], [-1, 1]], "differential"),
    ],
)
def test_each_kind_of_difference_falls_into_its_own_component(gap, part) -> None:
    key = np.ones((2, 2))
    found = components(key + np.array(gap), key)
    assert getattr(found, part) == found.total == 1


def test_a_strict_and_flat_rater_is_seen_and_the_key_itself_is_not() -> None:
    key = np.array([[0, 1, 2, 1], [1, 2, 2, 0], [2, 1, 0, 1], [1, 2, 1, 2]])
    strict = assess(np.maximum(key - 1, 0), key)
    assert strict.reason is Reason.ENOUGH
    assert strict.severity_low > 0
    assert (strict.same, strict.lower, strict.higher) == (3, 13, 0)
    flat = assess(np.ones_like(key), key)
    assert flat.halo
    assert flat.central
    assert (flat.spread, flat.pairs, flat.levels) == (0, 0, (0, 1, 0))
    # Six pairs in each of four cases; equal ones: one, one, one and two (the last: 1 1, 2 2).
    assert flat.pairs_key == pytest.approx((24 - 5) / 24)
    itself = assess(key, key)
    assert not itself.halo
    assert not itself.central
    assert itself.severity_low == itself.severity_high == 0


def test_two_cases_give_counts_and_the_reason_why_no_more() -> None:
    few = assess([[0, 1], [1, 2]], [[1, 1], [1, 1]])
    assert few.reason is Reason.FEW_PEOPLE
    assert (few.same, few.lower, few.higher) == (2, 1, 1)
    assert np.isnan(few.severity_low)


def test_one_value_has_no_pairs_that_could_differ() -> None:
    one = assess([[0], [1], [2], [1]], [[1], [1], [1], [1]])
    assert (one.pairs, one.pairs_key) == (0, 0)
    assert not one.halo


def test_what_cannot_be_compared_is_refused() -> None:
    for wrong, key in (([[1, 1]], [[1]]), ([], []), ([[3]], [[1]]), ([[1]], [[-1]])):
        with pytest.raises(ValueError, match=r"larik|sama|tingkat"):
            assess(wrong, key)


def test_the_key_of_a_panel_is_its_median_and_never_between_two_levels() -> None:
    assert panel_key([[0, 1], [0, 2], [1, 2], [2, 2], [0, 0]]).tolist() == [0, 2]
    assert panel_key([[0, 0], [0, 1], [1, 2], [1, 2]]).tolist() == [0, 1]
