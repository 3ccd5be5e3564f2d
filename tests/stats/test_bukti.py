"""Input that breaks an estimate gives "belum cukup bukti" with the reason, never a number."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stats.organisasi_acak import make
from tera.stats import detectors, fairness, rings, whatif
from tera.stats.distribution import Limit, support
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
    assert found.linear is None
    assert not found.agreement.agrees.any()
    listed, sloppy = detectors.severity(found), detectors.careless(found)
    for flagged in (listed.flagged, sloppy.flagged, listed.direction):
        assert not flagged.any()
    for numbers in (listed.probability, sloppy.careless, sloppy.central, sloppy.class_share):
        assert np.isnan(numbers).all()
    assert listed.false_share == 0.0
    assert detectors.favouritism(found).row.size == 0
    assert rings.scan(found).score.size == 0
    people = found.value.size
    contrast = fairness.group_contrast(found, np.arange(people) % 2)
    assert contrast.reason is reason
    assert np.isnan([contrast.difference, contrast.low, contrast.p, contrast.detectable]).all()
    with pytest.raises(ValueError, match=STATUS):
        whatif.what_if(found, 0, [1])
    if people:
        pattern = support([1] * people, found.level_probability([-1.0, 1.0]), PATTERN)
        assert pattern.reason is Reason.NO_RATING
        assert np.isnan([pattern.at_least, pattern.limits[0].probability]).all()


PATTERN = (Limit("max", (2,), 0.25),)
# What is wrong with the data, by its reason.
BROKEN = {
    Reason.ONE_RATER: lambda o: (o.relation == 0) | (o.relation == 3),
    Reason.SEPARATED: lambda o: o.relation != 4,
    Reason.NO_RATING: lambda o: o.relation == 3,
    Reason.ALL_EQUAL: lambda o: o.items.fill(1),
    Reason.ONE_ITEM: lambda o: None,
}


@settings(max_examples=25)
@given(st.sampled_from(list(BROKEN)), st.integers(3, 7), st.integers(5, 7), st.integers(0, 10_000))
def test_no_broken_input_gets_a_number_out_of_anything(reason, units, size, seed) -> None:
    o = make(units, size, seed=seed, own=True, missing=0.1)
    rows = BROKEN[reason](o)
    rows = np.ones(o.rater.size, bool) if rows is None else rows
    items = o.items[rows][:, : 1 if reason is Reason.ONE_ITEM else 7]
    found = estimate(
        o.rater[rows], o.ratee[rows], o.relation[rows], items, **o.sizes(), unit=o.unit
    )
    nothing(found, reason)
    missing = estimate(*o.arrays()[:3], np.full_like(o.items, -1), **o.sizes(), unit=o.unit)
    nothing(missing, Reason.NO_RATING)


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
    found = estimate(
        o.rater[cut], o.ratee[cut], o.relation[cut], o.items[cut], **o.sizes(), unit=o.unit
    )
    assert (found.ratee_reason[o.unit == 19] == Reason.SEPARATED).all()
    assert np.isfinite(found.value[o.unit < 19]).all()
    assert np.isnan(detectors.careless(found).careless[o.n_ratee + 19])
    rounds = rings.scan(found, repeats=0)
    assert np.isfinite(rounds.score).tolist() == [True] * 19 + [False]
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
    assert detectors.careless(found).reason[o.n_ratee] == Reason.EXTREME
    assert found.diagnostics.one_sided == 1
    assert np.isfinite(found.value[20])


def test_people_rated_by_one_are_withheld_and_unlinked_raters_have_no_severity() -> None:
    o = make(seed=4)
    alone = (o.unit[o.ratee] == 3) & (o.relation != 0)
    keep = ~alone
    items = o.items.copy()
    # One favourite against all other raters, one of whom nobody else says anything.
    items[np.isin(o.ratee, (16, 17))] = 0
    items[(o.relation == 0) & (o.unit[o.ratee] == 3)] = 0
    items[(o.relation == 0) & np.isin(o.ratee, (16, 24))] = 2
    found = estimate(
        o.rater[keep], o.ratee[keep], o.relation[keep], items[keep], **o.sizes(), unit=o.unit
    )
    assert (found.ratee_reason[o.unit == 3] == Reason.ONE_RATER).all()
    head = o.n_ratee + 3
    assert found.rater_reason[head] == Reason.NO_LINK
    assert np.isfinite(found.value[o.unit != 3]).all()
    # Nor does anything beside the value speak of them.
    assert np.array_equal(np.isnan(found.linear.value_sd), o.unit == 3)
    assert np.isnan(found.linear.severity[head])
    assert np.array_equal(found.linear.ratee_reason, found.ratee_reason)
    assert np.array_equal(found.linear.rater_reason, found.rater_reason)
    listed = detectors.severity(found)
    assert (np.isnan(listed.probability[head]), listed.direction[head]) == (True, 0)
    assert np.isfinite(listed.probability[head - 1])
    sloppy = detectors.careless(found)
    assert sloppy.reason[head] == Reason.NO_LINK
    assert np.isnan(sloppy.careless[head])
    rows = np.flatnonzero(keep)
    prompts = detectors.favouritism(found, share=1.0)
    assert 16 in o.ratee[rows[prompts.row]]
    assert not (o.unit[o.ratee[rows[prompts.row]]] == 3).any()
    local = whatif.what_if(found, np.flatnonzero(o.ratee[rows] == 24), np.full((1, 7), 2))
    assert np.isnan(local.value[o.unit[local.ratee] == 3]).all()
    assert local.explain(24).startswith(f"{STATUS}: hanya satu penilai")
    assert np.isnan(local.severity[local.rater == head]).all()
    # A change that leaves a rater at one end leaves no severity either.
    rows = np.flatnonzero(o.rater[rows] == head - 1)
    local = whatif.what_if(found, rows, np.zeros((rows.size, 7)))
    assert np.isnan(local.severity[local.rater == head - 1]).all()
    assert np.isfinite(local.value[o.unit[local.ratee] == 2]).all()


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
