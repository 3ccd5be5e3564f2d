"""The evidence beside one rater contains nothing of that rater's answer."""

import numpy as np
import pytest

from stats.organisasi_acak import make
from tera.stats import beside as module
from tera.stats.beside import beside
from tera.stats.evidence import Reason
from tera.stats.facets import estimate as fit


def test_without_anybody_left_out_it_is_the_persons_own_value(estimate) -> None:
    people = np.arange(estimate.value.size)
    found = beside(estimate, people, -1)
    assert np.array_equal(found.reason, estimate.advice_reason)
    said = found.reason == Reason.ENOUGH
    assert np.abs(found.value - estimate.person_value)[said].max() < 1e-3
    assert np.abs(found.sd - estimate.person_value_sd)[said].max() < 1e-3
    assert np.array_equal(np.isnan(found.value), ~said)
    assert np.array_equal(np.isnan(found.sd), ~said)
    assert (found.answers == 5).all()
    assert (found.anonymous == 4).all()


@pytest.mark.parametrize("with_unit", [True, False])
def test_another_answer_of_the_decider_hardly_moves_it(with_unit) -> None:
    o = make(24, 9, seed=3)
    unit = np.where(np.arange(o.n_ratee) < 9, -1, o.unit) if with_unit else None
    base = fit(*o.arrays(), **o.sizes(), unit=unit, fast=False)
    people = np.arange(4, o.n_ratee, 9)
    head = o.n_ratee + o.unit[people]
    rows = np.flatnonzero((o.relation == 0) & np.isin(o.ratee, people))
    items = o.items.copy()
    items[rows] = np.where(items[rows].sum(1, keepdims=True) > 7, 0, 2)
    other = fit(
        o.rater, o.ratee, o.relation, items, **o.sizes(), unit=unit,
        hyper=base.fitted.hyper, fast=False,
    )  # fmt: skip
    own = other.person_value[people] - base.person_value[people]
    one, two = beside(base, people, head), beside(other, people, head)
    assert (one.answers == 4).all()
    moved = (two.value - one.value)[(one.reason == 0) & (two.reason == 0)]
    assert moved.size > 15
    assert np.median(np.abs(own)) > 0.4
    assert np.median(np.abs(moved)) < 0.03
    assert np.abs(np.mean(np.sign(own)[: moved.size] * moved)) < 0.02
    # Held severities would let a tenth of it through.
    assert np.abs(moved).max() < 0.15


def test_chunks_change_nothing_and_nothing_left_is_said_to_be_one_rater(
    estimate, organisation, monkeypatch
) -> None:
    people = np.arange(estimate.value.size)
    head = organisation.n_ratee + organisation.unit
    whole = beside(estimate, people, head)
    monkeypatch.setattr(module, "CHUNK", 50)
    parts = beside(estimate, people, head)
    assert np.array_equal(whole.value, parts.value, equal_nan=True)
    assert np.array_equal(whole.reason, parts.reason)
    # A person asked about twice, each time for another reader.
    twice = beside(estimate, [5, 5], [head[5], -1])
    assert twice.value[0] == pytest.approx(whole.value[5])
    assert twice.answers.tolist() == [4, 5]
    o = make(14, 8, seed=3)
    alone = (o.ratee == 3) & (o.relation != 0)
    again = np.flatnonzero(o.ratee == 3)[0]
    keep = np.sort(np.append(np.flatnonzero(~alone), again))
    found = fit(
        o.rater[keep], o.ratee[keep], o.relation[keep], o.items[keep], **o.sizes(), fast=False
    )
    left = beside(found, [3, 4], o.n_ratee)
    assert left.reason[0] == Reason.ONE_RATER
    assert left.answers[0] == 0
    assert np.isnan(left.value[0])
    assert beside(found, [], -1).value.size == 0
    for people_, decider, words in (([o.n_ratee], -1, "people"), ([0], o.n_rater, "decider")):
        with pytest.raises(ValueError, match=words):
            beside(found, people_, decider)
