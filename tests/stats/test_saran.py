"""What may be said to a rater: bands and words only, and nothing where it must not be said."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import ndtri

from stats.organisasi_acak import make
from tera.stats import advice
from tera.stats.beside import beside
from tera.stats.evidence import STATUS, Reason
from tera.stats.facets import estimate as fit

CUTS = ndtri([0.15, 0.75])
FORBIDDEN = ("objektif", "nilai sebenarnya", "terbukti", "curang", "kolusi", "0.")


def heads(o) -> np.ndarray:
    """The head of each person's unit: the rater who decides."""
    return o.n_ratee + o.unit


def test_bands_are_tenths_of_the_persons_support_by_all_others(estimate, organisation) -> None:
    people = np.arange(estimate.value.size)
    rated = np.arange(people.size) % 3
    found = advice.advise(estimate, CUTS, people, decider=heads(organisation), decided=rated)
    others = beside(estimate, people, heads(organisation))
    support = others.level_probability(CUTS)
    said = found.reason == Reason.ENOUGH
    assert said.mean() > 0.85
    assert (found.band[said] == np.minimum(np.floor(support[said] * 10), 9)).all()
    everything = estimate.level_probability(CUTS, person=True)[people, rated]
    both = (support[people, rated] < 0.1) & (everything < 0.1)
    assert np.array_equal(found.ask[said], both[said])
    assert (support[people, rated] < 0.1)[said].sum() > found.ask.sum() > 0
    top = support.max(1)
    clear = said & (found.leading >= 0)
    assert np.array_equal(clear, said & (top >= 0.6))
    assert np.array_equal(found.leading[clear], support.argmax(1)[clear])
    # Withheld where the two models disagree, and then nothing is asked either.
    odd = found.reason == Reason.MODELS_DISAGREE
    assert odd[estimate.advice_reason == Reason.MODELS_DISAGREE].all()
    assert odd.any()
    assert (found.band[odd] == -1).all()
    assert not found.ask[odd].any()
    for row in range(people.size):
        text = found.words(row)
        assert text.startswith(STATUS) == (not said[row])
        assert text.startswith("Di perbatasan") == (said[row] and not clear[row])
        assert not any(word in text for word in FORBIDDEN)
    undecided = advice.advise(estimate, CUTS, people[:4], decider=heads(organisation)[:4])
    assert not undecided.ask.any()
    assert np.array_equal(undecided.band, found.band[:4])
    # All three levels at once, and from evidence that is there already: the same answers.
    at_once = advice.advise(estimate, CUTS, people, decider=0, evidence=others)
    for level in range(3):
        each = advice.advise(
            estimate, CUTS, people, decider=heads(organisation),
            decided=np.full(people.size, level),
        )  # fmt: skip
        assert np.array_equal(each.ask, at_once.ask_at[:, level])
        assert np.array_equal(each.band, at_once.band)
    assert at_once.ask_at.any(0).all()
    some = advice.advise(estimate, CUTS, people[3:5], decider=0, evidence=others.rows([3, 4]))
    assert np.array_equal(some.band, found.band[3:5])
    with pytest.raises(ValueError, match="satu baris per orang"):
        advice.advise(estimate, CUTS, people[:2], decider=0, evidence=others)


def test_words_of_bands() -> None:
    band = np.array([[0, 1, 8], [9, 0, 0], [0, 5, 4], [-1, -1, -1]], np.int8)
    codes = np.array([0, 0, 0, Reason.ONE_RATER], np.int8)
    found = advice.Advice(
        band, np.array([2, 0, -1, -1], np.int8), np.zeros(4, bool), codes, np.zeros((4, 3), bool)
    )
    assert found.words(0) == (
        "Bukti lain mendukung Di atas ekspektasi dengan peluang 80-90 %, "
        "Sesuai ekspektasi dengan peluang 10-20 %."
    )
    assert (
        found.words(1) == "Bukti lain mendukung Di bawah ekspektasi dengan peluang 90 % atau lebih."
    )
    assert found.words(2, ("a", "b", "c")) == "Di perbatasan antara b (50-60 %) dan c (40-50 %)."
    assert found.words(3).startswith(STATUS)
    assert advice.chance(0) == "kurang dari 10 %"


def test_few_anonymous_answers_and_bad_input_get_no_band(estimate, organisation) -> None:
    people, above = np.arange(estimate.value.size), heads(organisation)
    # Three peers and one outsider each: four anonymous answers, five would be wanted.
    shown = advice.advise(estimate, CUTS, people, decider=above)
    hidden = advice.advise(estimate, CUTS, people, decider=above, k=5)
    assert (hidden.band == -1).all()
    open_ = shown.reason == Reason.ENOUGH
    assert (hidden.reason[open_] == Reason.FEW_ANSWERS).all()
    # A peer who reads it knows one of the four.
    peer = organisation.rater[organisation.relation == 1][::3]
    assert not (advice.advise(estimate, CUTS, people, decider=peer).band >= 0).any()
    # Two superiors and nobody anonymous: allowed.
    named = replace(
        estimate, pairs=replace(estimate.pairs, relation=np.zeros_like(estimate.pairs.relation))
    )
    given = advice.advise(named, CUTS, people, decider=-1, k=5).reason
    assert (given[estimate.advice_reason == Reason.ENOUGH] == Reason.ENOUGH).all()
    with pytest.raises(ValueError, match="paling sedikit 3"):
        advice.advise(estimate, CUTS, people, decider=-1, k=2)
    for decided in ([3], [-2], [1, 1]):
        with pytest.raises(ValueError, match="satu tingkat"):
            advice.advise(estimate, CUTS, [0], decider=-1, decided=decided)


def test_only_supervisor_ratings_advise_nobody() -> None:
    o = make(6, 6)
    one = o.relation == 0
    found = fit(o.rater[one], o.ratee[one], o.relation[one], o.items[one], **o.sizes())
    given = advice.advise(
        found, CUTS, np.arange(o.n_ratee), decider=heads(o), decided=np.zeros(o.n_ratee, int)
    )
    assert (given.band == -1).all()
    assert not given.ask.any()
    assert all(given.words(row).startswith(STATUS) for row in range(o.n_ratee))
    own = advice.strictness(found, o.n_ratee, CUTS)
    assert own.words().startswith(STATUS)
    assert (own.people, own.others) == (6, 0)
    assert np.isnan([own.value, own.low, own.high]).all()
    assert advice.advise(found, CUTS, np.zeros(0, int), decider=-1).band.shape == (0, 3)


def test_a_rater_reads_how_strict_in_levels_with_an_interval(estimate, organisation) -> None:
    heads = np.arange(organisation.n_ratee, organisation.n_rater)
    level = CUTS[1] - CUTS[0]
    said = set()
    for head in heads:
        own = advice.strictness(estimate, int(head), CUTS)
        assert own.value == pytest.approx(estimate.severity[head] / level)
        assert own.high - own.value == pytest.approx(
            1.6449 * estimate.severity_sd[head] / level, 1e-4
        )
        assert own.value - own.low == pytest.approx(own.high - own.value)
        assert (own.people, own.others) == (9, 36)
        text = own.words()
        assert advice.RELATIVE in text
        assert not any(word in text for word in FORBIDDEN)
        way = "ketat" if own.low > 0 else "longgar" if own.high < 0 else "tidak tampak"
        assert f"Anda {way}" in text or f"cenderung lebih {way} " in text
        said.add(way)
    assert said == {"ketat", "longgar", "tidak tampak"}
    few = advice.strictness(estimate, int(heads[0]), CUTS, k=37)
    assert (few.reason, np.isnan(few.value)) == (Reason.FEW_ANSWERS, True)
    example = advice.Strictness(0.4, 0.1, 0.7, 9, 31, 0, Reason.ENOUGH).words()
    assert "lebih ketat 0,4 tingkat" in example
    assert "(90 %: 0,1 sampai 0,7), dari 9 pegawai dan 31 penilaian lain" in example
    with pytest.raises(ValueError, match="menaik"):
        advice.strictness(estimate, 0, [1.0, 1.0])


def test_a_rater_stands_beside_the_raters_of_similar_units(estimate, organisation) -> None:
    heads_ = np.arange(organisation.n_ratee, organisation.n_rater)
    me, level = int(heads_[0]), CUTS[1] - CUTS[0]
    own = advice.strictness(estimate, me, CUTS, similar=heads_)
    rest = heads_[1:]
    assert own.similar == rest.size
    assert own.value == pytest.approx(
        (estimate.severity[me] - estimate.severity[rest].mean()) / level
    )
    variance = estimate.severity_sd[me] ** 2 + (estimate.severity_sd[rest] ** 2).sum() / 23**2
    assert own.high - own.value == pytest.approx(1.6449 * np.sqrt(variance) / level, 1e-4)
    assert "dibanding 23 penilai unit serupa" in own.words()
    # Of fewer than five, or k, a mean would speak of each.
    for similar, k, reason in (
        (heads_[:6], 4, Reason.ENOUGH), (heads_[:5], 4, Reason.FEW_SIMILAR),
        (heads_[:7], 7, Reason.FEW_SIMILAR),
    ):  # fmt: skip
        found = advice.strictness(estimate, me, CUTS, similar=similar, k=k)
        assert found.reason is reason
        assert np.isnan(found.value) == (reason is not Reason.ENOUGH)
