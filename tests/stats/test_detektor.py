"""The lists: what they find, what they leave open, and that their error rate is real."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stats.organisasi_acak import make
from tera.stats import detectors, fairness, rings
from tera.stats.evidence import Reason
from tera.stats.facets import estimate as fit
from tera.stats.pairs import Relation


def test_bayes_fdr_keeps_the_expected_false_share() -> None:
    probability = np.array([0.99, 0.95, 0.9, 0.7, np.nan, 0.2])
    flagged = detectors.bayes_fdr(probability, 0.10)
    assert flagged.tolist() == [True, True, True, False, False, False]
    assert not detectors.bayes_fdr(np.array([0.5, np.nan]), 0.1).any()
    assert not detectors.bayes_fdr(np.zeros(0), 0.1).any()


@settings(max_examples=50)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.floats(0.01, 0.5))
def test_no_larger_set_would_keep_the_false_share(probability, share) -> None:
    p = np.array(probability)
    flagged = detectors.bayes_fdr(p, share)
    if flagged.any():
        assert np.mean(1 - p[flagged]) <= share + 1e-9
    rest = p[~flagged & (p > 0)]
    if rest.size:
        assert np.mean(1 - np.append(p[flagged], rest.max())) > share


def test_benjamini_hochberg_equals_the_published_example() -> None:
    """Benjamini & Hochberg 1995, section 3.2: 15 p-values, four rejected at 0.05."""
    p = np.array([
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000,
    ])  # fmt: skip
    assert detectors.benjamini_hochberg(p, 0.05).sum() == 4
    assert not detectors.benjamini_hochberg(np.array([0.9]), 0.05).any()


def test_a_strict_and_a_kind_head_are_listed_with_their_direction() -> None:
    o = make(20, 10, seed=6)
    strict, kind = o.n_ratee, o.n_ratee + 1
    items = o.items.copy()
    items[o.rater == strict] = np.maximum(items[o.rater == strict] - 1, 0)
    items[o.rater == kind] = np.minimum(items[o.rater == kind] + 1, 2)
    found = fit(o.rater, o.ratee, o.relation, items, **o.sizes(), unit=o.unit, fast=False)
    heads = np.arange(o.n_ratee, o.n_rater)
    listed = detectors.severity(found, raters=heads)
    assert listed.flagged[[strict, kind]].all()
    assert listed.direction[[strict, kind]].tolist() == [1, -1]
    assert listed.flagged.sum() <= 8
    assert listed.false_share <= 0.10
    assert np.isnan(listed.probability[: o.n_ratee]).all()
    # The more is left open to the unit's culture, the shorter the list.
    wide = detectors.severity(found, raters=heads, culture_sd=1.5)
    assert wide.flagged.sum() <= listed.flagged.sum()


def test_careless_raters_stand_out_and_few_ratings_say_nothing() -> None:
    o = make(16, 12, seed=7, peers=8)
    rng = np.random.default_rng(2)
    sloppy = rng.choice(o.n_ratee, 12, replace=False)
    rows = np.isin(o.rater, sloppy)
    items = o.items.copy()
    items[rows] = rng.integers(0, 3, (rows.sum(), 1))
    found = fit(o.rater, o.ratee, o.relation, items, **o.sizes(), unit=o.unit, fast=False)
    listed = detectors.careless(found)
    odd = listed.careless + listed.central
    usual = np.setdiff1d(np.arange(o.n_ratee), sloppy)
    assert np.nanmean(odd[sloppy]) > 3 * np.nanmean(odd[usual])
    assert listed.class_share.sum() == pytest.approx(1, abs=0.02)
    few = make(8, 6, seed=5, peers=1)
    found = fit(*few.arrays(), **few.sizes(), unit=few.unit, fast=False)
    listed = detectors.careless(found)
    assert (listed.reason[: few.n_ratee] == Reason.FEW_RATINGS).all()
    assert np.isnan(listed.careless[: few.n_ratee]).all()


def test_favouritism_is_a_prompt_that_points_to_rows_of_the_input(organisation) -> None:
    items = organisation.items.copy()
    row = int(np.flatnonzero(organisation.relation == 0)[40])
    items[row] = 2
    low = organisation.ratee == organisation.ratee[row]
    low[row] = False
    items[low] = 0
    found = fit(
        organisation.rater, organisation.ratee, organisation.relation, items,
        **organisation.sizes(), unit=organisation.unit, fast=False,
    )  # fmt: skip
    prompts = detectors.favouritism(found, share=0.05)
    assert row in prompts.row
    assert prompts.kinder[prompts.row == row].all()
    assert (organisation.relation[prompts.row] == 0).all()


def test_a_ring_is_found_and_clean_units_are_not_listed() -> None:
    o = make(14, 8, seed=11, ring=True)
    found = fit(*o.arrays(), **o.sizes(), unit=o.unit, fast=False)
    listed = rings.scan(found, repeats=4)
    assert listed.score.argmax() == 0
    assert listed.p[0] == np.nanmin(listed.p)
    assert len({0, 1, 2, 3} & set(listed.members[0].tolist())) >= 3
    assert np.mean(listed.p[1:] < 0.05) < 0.3
    outsiders = rings.scan(found, person_of_rater=np.full(o.n_rater, -1), repeats=1)
    assert np.isnan(outsiders.score).all()
    assert (outsiders.reason == Reason.FEW_RATINGS).all()
    with pytest.raises(ValueError, match="satu nilai per penilai"):
        rings.scan(found, person_of_rater=[0])


def test_units_too_small_or_without_name_have_no_ring_score() -> None:
    o = make(12, 8, seed=11)
    unit = o.unit.copy()
    unit[o.unit == 0] = np.repeat([20, 21, 22, 23], 2)
    unit[o.unit == 1] = -1
    found = fit(*o.arrays(), **o.sizes(), unit=unit, fast=False)
    listed = rings.scan(found, repeats=0)
    assert np.isnan(listed.score[-4:]).all()
    assert np.isfinite(listed.score[0])
    assert listed.p[0] == 1.0
    without = fit(*o.arrays(), **o.sizes(), fast=False)
    assert rings.scan(without).score.size == 0
    with pytest.raises(ValueError, match="tanpa unit"):
        rings._inside(without.fitted, None, Relation.PEER, np.ones(o.n_ratee, bool))


def test_heads_who_lower_a_group_are_seen_against_the_other_raters() -> None:
    o = make(40, 8, seed=13)
    rng = np.random.default_rng(6)
    group = rng.integers(0, 2, o.n_ratee)
    clean = fairness.group_contrast(fit(*o.arrays(), **o.sizes(), unit=o.unit, fast=False), group)
    assert clean.reason is Reason.ENOUGH
    assert clean.low < 0 < clean.high
    assert clean.in_group + clean.others == o.n_ratee
    items = o.items.copy()
    hit = (o.relation == 0) & (group[o.ratee] == 1) & (rng.random(o.ratee.size) < 0.6)
    items[hit] = np.maximum(items[hit] - 1, 0)
    found = fit(o.rater, o.ratee, o.relation, items, **o.sizes(), unit=o.unit, fast=False)
    biased = fairness.group_contrast(found, group)
    assert biased.high < 0
    assert biased.p < 0.01
    assert biased.detectable < abs(biased.difference)
    assert clean.words("perempuan").startswith("Tidak tampak selisih untuk perempuan, dari ")
    said = biased.words("perempuan")
    assert said.startswith("Atasan menilai perempuan lebih rendah 1,50 simpangan baku ")
    assert "daripada penilai lain menilai orang yang sama (95 %: " in said
    assert "tidak pernah terlihat" in said
    other = fairness.group_contrast(found, 1 - group)
    assert other.difference == pytest.approx(-biased.difference)
    assert "lebih tinggi" in other.words("laki-laki")
    few = fairness.group_contrast(found, np.where(np.arange(o.n_ratee) < 20, 1, -1))
    assert few.reason is Reason.NO_GROUP
    assert np.isnan(few.difference)
    assert few.words("x").startswith("belum cukup bukti")
    # All the people of four heads: what would be seen is how strict these four are.
    own = fairness.group_contrast(found, (np.arange(o.n_ratee) < 32).astype(int))
    assert (own.in_group, own.reason) == (32, Reason.NO_GROUP)
    assert np.isnan(own.p)
    with pytest.raises(ValueError, match="satu nilai per ratee"):
        fairness.group_contrast(found, [1])


def test_several_contrasts_are_looked_at_together() -> None:
    # Holm's own arithmetic: 0.01 * 4, 0.015 * 3 stand; 0.04 * 2 doesn't, nor what comes after it.
    assert fairness.holm([0.04, 0.01, 0.015, 0.05]).tolist() == [False, True, True, False]
    assert fairness.holm([]).tolist() == []
    assert fairness.holm([0.05]).tolist() == [True]
