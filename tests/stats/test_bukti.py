"""Input that breaks an estimate gives "belum cukup bukti" with the reason, never a number."""

import numpy as np
import pytest

from stats.organisasi_acak import make
from tera.stats import detectors, fairness, rings, whatif
from tera.stats.evidence import STATUS, Reason, sentence, tally
from tera.stats.facets import estimate
from tera.stats.graph import Components, verdicts
from tera.stats.pairs import check


def nothing(found, reason: Reason) -> None:
    assert found.diagnostics.reason is reason
    assert np.isnan(found.value).all()
    assert np.isnan(found.severity).all()
    assert np.isnan(found.level_probability([-1.0, 1.0])).all()
    assert found.diagnostics.warnings[0].startswith(STATUS)
    assert found.fitted is None


def test_only_supervisor_ratings_are_not_enough_anywhere() -> None:
    o = make()
    one = o.relation == 0
    found = estimate(
        o.rater[one], o.ratee[one], o.relation[one], o.items[one], **o.sizes(), unit=o.unit
    )
    nothing(found, Reason.ONE_RATER)
    assert "tidak terpisahkan" in found.explain(0)


def test_one_rater_of_everybody_is_not_enough() -> None:
    people = np.arange(40)
    items = np.random.default_rng(1).integers(0, 3, (40, 7)).astype(np.int8)
    found = estimate(np.zeros(40, int), people, np.zeros(40, int), items, n_ratee=40, n_rater=1)
    nothing(found, Reason.ONE_RATER)
    assert found.rater_reason[0] == Reason.NO_LINK


def test_a_disconnected_graph_of_small_parts_has_no_numbers() -> None:
    o = make(8, 6)
    inside = o.relation != 4
    found = estimate(
        o.rater[inside], o.ratee[inside], o.relation[inside], o.items[inside], **o.sizes()
    )
    nothing(found, Reason.SEPARATED)
    assert found.components.count == 8


def test_a_small_part_beside_a_large_one_is_withheld_and_two_large_ones_are_not_comparable() -> (
    None
):
    o = make(20, 8, seed=2)
    cut = ~((o.relation == 4) & ((o.unit[o.ratee] == 19) | (o.unit[o.ratee] == 18)))
    found = estimate(o.rater[cut], o.ratee[cut], o.relation[cut], o.items[cut], **o.sizes())
    assert (found.ratee_reason[o.unit == 19] == Reason.SEPARATED).all()
    assert np.isfinite(found.value[o.unit < 19]).all()
    assert found.components.comparable
    cut = ~((o.relation == 4) & np.isin(o.unit[o.ratee], [9, 19]))
    found = estimate(o.rater[cut], o.ratee[cut], o.relation[cut], o.items[cut], **o.sizes())
    assert np.isfinite(found.value).all()
    assert not found.components.comparable
    assert "terputus" in found.diagnostics.warnings[0]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_everyone_equal_is_not_enough(level: int) -> None:
    o = make()
    found = estimate(
        o.rater, o.ratee, o.relation, np.full_like(o.items, level), **o.sizes(), unit=o.unit
    )
    nothing(found, Reason.ALL_EQUAL)


def test_one_item_is_not_enough() -> None:
    o = make(items=1)
    nothing(estimate(*o.arrays(), **o.sizes(), unit=o.unit), Reason.ONE_ITEM)


def test_too_few_people_and_no_ratings_are_not_enough() -> None:
    o = make(1, 5)
    keep = o.relation < 2
    few = estimate(o.rater[keep], o.ratee[keep], o.relation[keep], o.items[keep], **o.sizes())
    nothing(few, Reason.FEW_PEOPLE)
    none = np.zeros(0, int)
    empty = estimate(none, none, none, np.zeros((0, 7), np.int8), n_ratee=3, n_rater=2)
    nothing(empty, Reason.NO_RATING)
    nobody = estimate(none, none, none, np.zeros((0, 7), np.int8), n_ratee=0, n_rater=0)
    assert nobody.diagnostics.reason is Reason.NO_RATING


def test_an_empty_unit_changes_nothing(organisation, estimate) -> None:
    from tera.stats.facets import estimate as fit

    gap = organisation.unit * 2 + 5
    other = fit(*organisation.arrays(), **organisation.sizes(), unit=gap, fast=False)
    assert np.array_equal(other.value, estimate.value)


def test_a_rater_at_one_end_of_the_scale_has_no_severity_and_one_sided_people_are_counted() -> None:
    o = make(seed=4)
    items = o.items.copy()
    items[o.rater == o.n_ratee] = 2
    items[o.ratee == 20] = 2
    found = estimate(o.rater, o.ratee, o.relation, items, **o.sizes(), unit=o.unit)
    assert found.rater_reason[o.n_ratee] == Reason.EXTREME
    assert np.isnan(found.severity[o.n_ratee])
    assert found.diagnostics.one_sided == 1
    assert np.isfinite(found.value[20])


def test_people_rated_by_one_are_withheld_and_unlinked_raters_have_no_severity() -> None:
    o = make(seed=4)
    alone = (o.unit[o.ratee] == 3) & (o.relation != 0)
    keep = ~alone
    found = estimate(
        o.rater[keep], o.ratee[keep], o.relation[keep], o.items[keep], **o.sizes(), unit=o.unit
    )
    assert (found.ratee_reason[o.unit == 3] == Reason.ONE_RATER).all()
    assert found.rater_reason[o.n_ratee + 3] == Reason.NO_LINK
    assert np.isfinite(found.value[o.unit != 3]).all()


def test_detectors_say_nothing_where_nothing_was_estimated() -> None:
    o = make(items=1)
    found = estimate(*o.arrays(), **o.sizes(), unit=o.unit)
    listed = detectors.severity(found)
    assert not listed.flagged.any()
    assert np.isnan(listed.probability).all()
    assert listed.false_share == 0.0
    sloppy = detectors.careless(found)
    assert not sloppy.flagged.any()
    assert np.isnan(sloppy.careless).all()
    assert detectors.favouritism(found).row.size == 0
    assert rings.scan(found).score.size == 0
    contrast = fairness.group_contrast(found, np.zeros(o.n_ratee, int))
    assert contrast.reason is Reason.ONE_ITEM
    assert np.isnan(contrast.difference)
    with pytest.raises(ValueError, match=STATUS):
        whatif.what_if(found, 0, o.items[0])


def test_every_reason_has_its_sentence() -> None:
    assert all(sentence(code) for code in Reason)
    counted = tally(np.array([0, 0, 2], np.int8))
    assert counted["bukti cukup"] == 2


def test_components_can_be_given_instead_of_found() -> None:
    o = make()
    pairs = check(*o.arrays(), **o.sizes()).pairs
    first, parts = verdicts(pairs)
    again, same = verdicts(pairs, parts)
    assert isinstance(parts, Components)
    assert same is parts
    assert np.array_equal(first.ratee, again.ratee)
