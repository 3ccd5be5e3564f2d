"""The agenda of a calibration meeting, and what a second rating of everybody would bring."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import ndtri

from stats.organisasi_acak import make
from tera.stats import facets, health
from tera.stats.agenda import KINDER, STRICTER, agenda
from tera.stats.beside import beside
from tera.stats.distribution import Limit, support
from tera.stats.evidence import STATUS, Reason
from tera.stats.facets import estimate as fit
from tera.stats.health import graph_health, with_second
from tera.stats.pairs import check

CUTS = ndtri([0.15, 0.75])


def drawn(found, o, decided, **more):
    heads = np.arange(o.n_ratee, o.n_rater)
    return agenda(
        found, CUTS, unit=o.unit, head=heads, decider=heads[o.unit], decided=decided, **more
    )


def test_the_agenda_goes_both_ways_and_tells_its_error_rate() -> None:
    o = make(20, 10, seed=6)
    strict, kind = o.n_ratee, o.n_ratee + 1
    items = o.items.copy()
    items[o.rater == strict] = np.maximum(items[o.rater == strict] - 1, 0)
    items[o.rater == kind] = np.minimum(items[o.rater == kind] + 1, 2)
    found = fit(o.rater, o.ratee, o.relation, items, **o.sizes(), unit=o.unit, fast=False)
    others = beside(found, np.arange(o.n_ratee), o.n_ratee + o.unit)
    likeliest = np.nan_to_num(others.level_probability(CUTS), nan=-1).argmax(1)
    decided = likeliest.copy()
    low, high = np.flatnonzero(o.unit == 4), np.flatnonzero(o.unit == 5)
    decided[low], decided[high] = 0, 2
    patterns = [None] * 20
    patterns[7] = support([2] * 10, np.tile([0.1, 0.2, 0.7], (10, 1)), [Limit("max", (2,), 0.2)])
    patterns[8] = support([1] * 10, np.tile([0.1, 0.2, 0.7], (10, 1)), [Limit("max", (2,), 0.2)])
    got = drawn(found, o, decided, patterns=patterns)
    again = drawn(found, o, decided, patterns=patterns, evidence=others)
    assert np.array_equal(again.order, got.order)
    assert again.false_people == got.false_people
    assert got.head[:2].tolist() == [STRICTER, KINDER]
    assert got.below[4] >= 3
    assert got.above[4] == 0
    assert got.above[5] >= 3
    assert got.below[5] == 0
    assert got.lean[4] < -0.5
    assert got.lean[5] > 0.5
    quiet = np.setdiff1d(np.arange(20), [4, 5])
    assert not (got.above + got.below)[quiet].any()
    assert np.flatnonzero(got.outside).tolist() == [7]
    assert set(got.order) == {4, 5, 7, *np.flatnonzero(got.head)}
    most = (got.above + got.below)[got.order]
    assert (np.diff(most) <= 0).all()
    # The number of flagged decisions, their promise, and the people behind them.
    chance = found.level_probability(CUTS, person=True)
    row = np.flatnonzero(others.reason == Reason.ENOUGH)
    at = decided[row]
    flagged = others.level_probability(CUTS)[row, at] < 0.1
    flagged &= chance[row, at] < 0.1
    assert (got.above + got.below).sum() == flagged.sum()
    assert got.false_people == pytest.approx(chance[row, at][flagged].mean())
    assert np.array_equal(got.judged, np.bincount(o.unit[row], minlength=20))
    assert (got.people == 10).all()
    assert got.false_heads <= 0.10
    assert "lebih ketat" in got.words(0)
    assert "lebih longgar" in got.words(1)
    assert got.words(4) == (
        f"Untuk ditinjau: {got.below[4]} keputusan lebih rendah daripada yang didukung bukti lain."
    )
    assert "sebarannya di luar pola" in got.words(7)
    assert got.words(8) == "Tidak ada yang perlu ditinjau."
    said = got.error_words()
    assert said.startswith("Daftar tinjau, bukan temuan; sekitar ")
    assert "penilai pada daftar ini tidak terbukti dan sekitar" in said
    # Undecided people and units without a head are nobody's business here.
    decided[low] = -1
    heads = np.arange(o.n_ratee, o.n_rater)
    heads[0] = -1
    less = agenda(
        found, CUTS, unit=np.where(o.unit == 6, -1, o.unit), head=heads,
        decider=o.n_ratee + o.unit, decided=decided,
    )  # fmt: skip
    assert (less.head[0], less.head_reason[0]) == (0, Reason.NO_RATING)
    assert [less.people[k] for k in (4, 6)] == [0, 0]
    assert [less.reason[k] for k in (3, 4, 6)] == [0, Reason.FEW_PEOPLE, Reason.FEW_PEOPLE]
    assert np.isnan(less.lean[[4, 6]]).all()
    assert not less.outside.any()
    # With a k that the four anonymous answers don't reach nothing is known of anybody.
    dark = drawn(found, o, likeliest, k=5)
    assert (dark.reason == Reason.NO_RATING).all()
    assert np.isnan(dark.lean).all()
    assert np.isnan(dark.false_people)
    unlinked = replace(
        found, rater_reason=np.full_like(found.rater_reason, Reason.NO_LINK),
        severity=np.full_like(found.severity, np.nan),
    )  # fmt: skip
    hidden = drawn(unlinked, o, likeliest)
    assert not hidden.head.any()
    assert np.isnan(hidden.false_heads)
    for unit, wanted in ((o.unit[:-1], None), (o.unit + 1, None), (o.unit, [None])):
        with pytest.raises(ValueError, match="satu"):
            agenda(found, CUTS, unit=unit, head=heads, decider=-1, decided=decided, patterns=wanted)


def test_most_of_a_unit_unknown_has_no_lean(organisation, estimate) -> None:
    few = replace(estimate, advice_reason=np.where(
        (organisation.unit == 2) & (np.arange(organisation.n_ratee) % 9 > 2), Reason.FEW_RATERS,
        estimate.advice_reason).astype(np.int8))  # fmt: skip
    got = drawn(few, organisation, np.ones(organisation.n_ratee, int))
    assert got.reason[2] == Reason.MOST_UNKNOWN
    assert 0 < got.judged[2] <= 3
    assert np.isnan(got.lean[2])
    assert np.isfinite(got.lean[3])


def test_a_second_rating_of_everybody_is_added_once() -> None:
    o = make(4, 5)
    pairs = check(*o.arrays(), **o.sizes()).pairs
    second = np.arange(o.n_ratee, o.n_rater)[(o.unit + 1) % 4]
    wider, new = with_second(pairs, second)
    assert new.sum() == 20
    for old, kept in ((pairs.rater, wider.rater), (pairs.total, wider.total)):
        assert np.array_equal(old, kept[~new])
    assert wider.size == pairs.size + 20
    assert (wider.per_ratee == pairs.per_ratee + 1).all()
    assert not with_second(wider, second)[1].any()
    own = np.where(np.arange(20) < 5, -1, o.n_ratee + o.unit)
    assert not with_second(pairs, own)[1].any()
    last = wider.rater[wider.ratee_start[1:] - 1]
    assert np.array_equal(last, second)
    assert (wider.relation[wider.ratee_start[1:] - 1] == 0).all()
    assert (wider.total[wider.ratee_start[1:] - 1] == 7).all()


def test_health_counts_without_a_model_and_simulates_with_one() -> None:
    o = make(16, 8, seed=4, peers=2)
    second = np.arange(o.n_ratee, o.n_rater)[(o.unit + 1) % 16]
    found = fit(*o.arrays(), **o.sizes(), unit=o.unit, fast=False)
    got = graph_health(found, CUTS, second, seed=2)
    assert (got.people, got.rated, got.rated_after, got.added) == (128, 128, 128, 128)
    assert (got.components, got.standing, got.one_rater) == (1, 1, 0)
    assert got.enough == got.enough_after == 128
    assert 0.3 < got.certain < got.certain_after < 0.8
    assert graph_health(found, CUTS, second, seed=2) == got
    assert "Bila atasan berjenjang ikut menilai semua pegawai (128 penilaian lagi)" in got.words()
    assert f"sekitar {round(100 * got.certain)} menjadi sekitar" in got.words()
    assert "bukti yang cukup tetap 128, dan" in got.words()
    nobody = graph_health(found, CUTS, np.full(128, -1))
    assert (nobody.added, nobody.certain) == (0, nobody.certain_after)
    assert nobody.words() == "Atasan berjenjang sudah menilai semua pegawai."
    # Only supervisors: what would be enough is known, how certain isn't.
    one = o.relation == 0
    alone = fit(o.rater[one], o.ratee[one], o.relation[one], o.items[one], **o.sizes())
    got = graph_health(alone, CUTS, second)
    assert (got.enough, got.enough_after, got.one_rater) == (0, 128, 128)
    assert np.isnan([got.certain, got.certain_after]).all()
    assert "bertambah dari 0 menjadi 128" in got.words()
    assert STATUS in got.words()
    for wrong, words in (([0], "per ratee"), (np.full(128, -2), "di luar"), (second + 99, "luar")):
        with pytest.raises(ValueError, match=words):
            graph_health(found, CUTS, wrong)


def test_health_of_a_large_organisation_is_that_of_a_sample(monkeypatch) -> None:
    o = make(40, 6, seed=5)
    found = fit(*o.arrays(), **o.sizes(), unit=o.unit, fast=False)
    # A second superior far away rates nobody of the sample yet.
    second = np.arange(o.n_ratee, o.n_rater)[(o.unit + 20) % 40]
    second[:3] = -1
    monkeypatch.setattr(health, "FEW_ROUNDS", 2)
    whole = graph_health(found, CUTS, second)
    monkeypatch.setattr(health, "SAMPLE", 120)
    monkeypatch.setattr(facets, "SAMPLE", 120)
    part = graph_health(found, CUTS, second)
    assert part.added == whole.added == 237
    assert part.certain == pytest.approx(whole.certain, abs=0.15)
    assert part.certain_after > part.certain
    assert part.certain_after == pytest.approx(whole.certain_after, abs=0.15)
