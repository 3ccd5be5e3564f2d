"""A leniency common to the raters of a unit: whom it touches, and that intervals carry it."""

import numpy as np
import pytest

from stats.organisasi_acak import make
from tera.stats import detectors, leniency
from tera.stats.calibration import refit, simulate
from tera.stats.facets import estimate as fit
from tera.stats.leniency import Reading, share, statistic, touched
from tera.stats.pairs import check


def pairs_of(rows: list[tuple[int, int, int]], people: int):
    """Pairs from (rater, ratee, relation); the answers don't matter here."""
    rater, ratee, relation = np.array(sorted(rows, key=lambda row: row[1])).T
    items = np.ones((rater.size, 2), np.int8)
    return check(rater, ratee, relation, items, n_ratee=people, n_rater=9).pairs


def test_ratings_inside_the_unit_are_touched_and_those_from_elsewhere_are_not() -> None:
    unit = np.array([0, 0, 1, 1])
    rows = [
        (5, 0, 0), (5, 1, 0), (6, 2, 0), (6, 3, 0),  # a head for each unit
        (7, 0, 0), (7, 1, 0), (7, 2, 0), (7, 3, 0),  # the superior's superior
        (0, 1, 1), (1, 0, 1), (2, 0, 1), (2, 3, 1), (3, 2, 1),  # peers; 2 rates both units alike
        (1, 2, 2), (0, 1, 2), (8, 0, 4),  # from elsewhere, from the same unit, from outside
    ]  # fmt: skip
    pairs = pairs_of(rows, 4)
    found = touched(pairs, unit, Reading.RATED)
    inside = {
        row for row, hit in zip(
            zip(pairs.rater.tolist(), pairs.ratee.tolist(), pairs.relation.tolist(), strict=True),
            found, strict=True,
        ) if hit >= 0
    }  # fmt: skip
    assert inside == {
        (5, 0, 0), (5, 1, 0), (6, 2, 0), (6, 3, 0), (0, 1, 1), (1, 0, 1), (3, 2, 1), (0, 1, 2)
    }  # fmt: skip
    assert (found[found >= 0] == unit[pairs.ratee][found >= 0]).all()


def test_the_raters_own_leniency_follows_them_to_other_units() -> None:
    unit = np.array([0, 0, 0, 1])
    pairs = pairs_of([(5, 0, 0), (5, 1, 0), (5, 3, 0), (6, 2, 1), (6, 3, 1), (5, 2, 4)], 4)
    found = touched(pairs, unit, Reading.RATERS)
    where = {
        (int(r), int(i)): int(g)
        for r, i, g in zip(pairs.rater, pairs.ratee, found, strict=True)
    }  # fmt: skip
    assert where == {(5, 0): 0, (5, 1): 0, (5, 3): 0, (6, 2): -1, (6, 3): -1, (5, 2): -1}


@pytest.mark.parametrize(
    ("observed", "part"), [(5.0, 0.0), (15.0, 0.5), (1.0, 0.0), (90.0, 1 / leniency.TRIED)]
)
def test_the_share_lies_on_the_line_and_inside_its_bounds(observed: float, part: float) -> None:
    assert share(observed, 5.0, 25.0) == pytest.approx(part)
    assert share(observed, 5.0, 5.0) == 0.0


def test_common_leniency_is_found_and_widens_the_intervals_where_it_is() -> None:
    calm, lenient = (make(60, 8, seed=4, lenient=size) for size in (0.0, 0.7))
    without, found = (
        fit(*o.arrays(), **o.sizes(), unit=o.unit, fast=False) for o in (calm, lenient)
    )
    assert without.diagnostics.calibration.leniency < 0.3
    assert 0.35 < found.diagnostics.calibration.leniency < 0.85
    assert found.diagnostics.calibration.value > without.diagnostics.calibration.value + 0.1
    assert found.diagnostics.calibration.person > without.diagnostics.calibration.person + 0.1
    error = np.abs(found.value - lenient.value / lenient.value.std())
    assert (error < 1.6449 * found.value_sd).mean() > 0.84
    narrow = found.value_sd / found.diagnostics.calibration.value
    assert (error < 1.6449 * narrow).mean() < 0.82


def test_a_simulated_leniency_raises_the_statistic(estimate) -> None:
    pairs, unit = estimate.fitted.pairs, estimate.fitted.unit
    for reading in Reading:
        touch = touched(pairs, unit, reading)
        calm, lenient = (
            statistic(refit(estimate.fitted, simulate(estimate.fitted, 7, mark).pairs)[1], touch)
            for mark in (None, touch)
        )
        assert lenient > calm
    assert statistic(estimate.fitted, np.full(pairs.size, -1)) == 0.0


def test_few_units_or_none_ask_nothing() -> None:
    o = make(12, 8, seed=3)
    for unit in (o.unit, None):
        found = fit(*o.arrays(), **o.sizes(), unit=unit, fast=False)
        assert np.isnan(found.diagnostics.calibration.leniency)
        assert found.diagnostics.calibration.value >= 1


def test_the_severity_list_leaves_open_what_was_learned_or_else_a_fixed_part() -> None:
    lenient, few = make(60, 8, seed=4, lenient=0.7), make(12, 8, seed=3)
    for o, learned in ((lenient, True), (few, False)):
        found = fit(*o.arrays(), **o.sizes(), unit=o.unit, fast=False)
        carried = found.diagnostics.calibration.leniency if learned else detectors.CULTURE_SD
        listed = detectors.severity(found).probability
        same = detectors.severity(found, culture_sd=carried).probability
        other = detectors.severity(found, culture_sd=carried + 0.1).probability
        assert np.array_equal(listed, same, equal_nan=True)
        assert not np.array_equal(listed, other, equal_nan=True)
