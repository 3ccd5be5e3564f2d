"""Agreement, distribution and references against published figures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from tera.stats import agreement, reference
from tera.stats.distribution import (
    Limit,
    expected_levels,
    poisson_binomial,
    support,
    through_matrix,
)
from tera.stats.evidence import Reason

# Shrout & Fleiss 1979, table 2: four judges, six targets.
SHROUT = np.array([
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
])  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("ICC(1,1)", 0.17), ("ICC(2,1)", 0.29), ("ICC(3,1)", 0.71),
        ("ICC(1,k)", 0.44), ("ICC(2,k)", 0.62), ("ICC(3,k)", 0.91),
    ],
)  # fmt: skip
def test_icc_equals_shrout_and_fleiss(kind: str, value: float) -> None:
    assert agreement.icc(SHROUT, kind) == pytest.approx(value, abs=0.006)


def test_icc_has_no_value_without_variance_or_with_gaps() -> None:
    assert np.isnan(agreement.icc(np.ones((4, 3)), "ICC(3,k)"))
    assert np.isnan(agreement.icc([[1.0, np.nan], [2.0, 3.0]], "ICC(1,1)"))
    assert np.isnan(agreement.icc([[1.0, 2.0]], "ICC(1,1)"))
    # Two targets and two raters are enough: MS between 4, within 0.5.
    assert agreement.icc([[1.0, 2.0], [3.0, 4.0]], "ICC(1,1)") == pytest.approx(3.5 / 4.5)


def test_weighted_kappa_equals_cohen_1968() -> None:
    table = np.array([[0.44, 0.05, 0.01], [0.07, 0.20, 0.03], [0.09, 0.05, 0.06]])
    weights = np.array([[0, 1, 3], [1, 0, 6], [3, 6, 0]])
    assert agreement.weighted_kappa(table, "identity") == pytest.approx(0.492, abs=0.001)
    assert agreement.weighted_kappa(table, weights) == pytest.approx(0.348, abs=0.001)


def test_weighted_kappa_of_perfect_and_of_no_agreement() -> None:
    table = agreement.contingency([0, 1, 2, -1], [0, 1, 2, 0], 3)
    assert table.sum() == 3
    assert agreement.weighted_kappa(table) == 1.0
    assert agreement.weighted_kappa(table, "linear") == 1.0
    assert np.isnan(agreement.weighted_kappa(np.zeros((3, 3))))
    assert np.isnan(agreement.weighted_kappa([[4, 0], [0, 0]]))
    # A table of shares that sums to less than one counts like any other.
    assert agreement.weighted_kappa(np.eye(3) / 4) == pytest.approx(1)


# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", example C (values 1 to 5).
KRIPPENDORFF = np.array([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
]) - 1  # fmt: skip


@pytest.mark.parametrize(
    ("metric", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_equals_krippendorff_2011(metric: str, value: float) -> None:
    assert agreement.krippendorff(KRIPPENDORFF, metric) == pytest.approx(value, abs=0.001)


def test_alpha_has_no_value_without_pairs_or_differences() -> None:
    assert np.isnan(agreement.krippendorff(np.full((2, 3), -1), "nominal"))
    assert np.isnan(agreement.krippendorff([[0, 1], [-1, -1]], "interval"))
    assert np.isnan(agreement.krippendorff([[1, 1], [1, 1]], "ordinal"))


def test_agreement_says_why_it_has_no_value() -> None:
    for ratings, reason in (
        ([[-1, -1], [-1, -1]], Reason.NO_RATING),
        (np.zeros((0, 0), int), Reason.NO_RATING),
        ([[0, 1, 2], [-1, -1, -1]], Reason.ONE_RATER),
        ([[0, 1, 2], [1, -1, -1]], Reason.FEW_PEOPLE),
        ([[1, 1, 2], [1, 1, -1]], Reason.ALL_EQUAL),
        ([[1, 0, 2], [1, 1, -1]], Reason.ENOUGH),
    ):
        assert agreement.evidence(ratings) is reason
        for metric in ("nominal", "ordinal", "interval"):
            found = agreement.krippendorff(ratings, metric)
            assert np.isfinite(found) == (reason is Reason.ENOUGH)
    for one, other in (([0, 3], [0, 1]), ([0], [0, 1])):
        with pytest.raises(ValueError, match="tingkat di bawah 3"):
            agreement.contingency(one, other, 3)


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), max_size=12))
def test_poisson_binomial_is_a_distribution_with_the_right_mean(p) -> None:
    mass = poisson_binomial(p)
    assert mass.size == len(p) + 1
    assert mass.sum() == pytest.approx(1)
    assert (mass * np.arange(mass.size)).sum() == pytest.approx(sum(p))


def test_poisson_binomial_of_equal_chances_is_binomial() -> None:
    assert np.allclose(poisson_binomial([0.3] * 9), binom.pmf(np.arange(10), 9, 0.3))


PATTERN = (Limit("max", (2,), 0.25), Limit("min", (0,), 0.10))


def test_the_evidence_can_be_against_a_required_pattern() -> None:
    chance = np.tile([0.02, 0.18, 0.80], (10, 1))
    found = support([2] * 10, chance, PATTERN)
    top, bottom = found.limits
    assert (top.bound, top.count, top.excess) == (2, 10, 8)
    assert top.probability == pytest.approx(binom.cdf(2, 10, 0.8))
    assert (bottom.bound, bottom.excess) == (1, 1)
    assert bottom.probability == pytest.approx(1 - 0.98**10)
    assert found.at_least == 0.0
    assert found.nearest.size == 5
    assert not found.advisory


def test_a_pattern_that_the_evidence_supports_and_people_without_evidence() -> None:
    chance = np.array([[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.45, 0.55, 0.0], [np.nan] * 3])
    found = support([0, 1, 1, 1], chance, PATTERN)
    assert found.without_evidence == 1
    assert found.advisory
    assert found.nearest[0] == 2
    assert 3 not in found.nearest
    assert found.at_least > 0.8
    assert found.limits[1].bound == 1


def test_an_empty_unit_and_one_without_evidence_have_no_support() -> None:
    empty = support([], np.zeros((0, 3)), PATTERN)
    assert empty.reason is Reason.FEW_PEOPLE
    assert np.isnan(empty.at_least)
    dark = support([1], [[np.nan] * 3], PATTERN)
    assert dark.reason is Reason.NO_RATING
    assert (dark.limits[1].bound, dark.limits[1].excess) == (1, 1)
    assert np.isnan(dark.limits[1].probability)
    # One of three known is not "the evidence"; two of four are.
    known, unknown = [0.1, 0.8, 0.1], [np.nan] * 3
    few = support([1, 2, 1], [known, unknown, unknown], PATTERN)
    assert few.reason is Reason.MOST_UNKNOWN
    assert np.isnan([few.at_least, *(one.probability for one in few.limits)]).all()
    assert few.nearest.tolist() == [0]
    assert support([1, 2, 1, 1], [known, unknown, known, unknown], PATTERN).reason is Reason.ENOUGH
    for decided, pattern in (([3], PATTERN), ([-1], PATTERN), ([1], [Limit("max", (4,), 0.5)])):
        with pytest.raises(ValueError, match=r"di luar 0\.\.2"):
            support(decided, [known], pattern)
    with pytest.raises(ValueError, match="n x tingkat"):
        support([1], np.zeros((2, 3)), PATTERN)


def test_a_limit_is_a_share_or_a_number_of_people_and_rounds_as_told() -> None:
    for limit, people, bound in (
        (Limit("max", (2,), 0.70), 10, 7), (Limit("max", (2,), 0.70), 11, 7),
        (Limit("min", (2,), 0.60), 11, 7), (Limit("min", (1, 2), people=1), 30, 1),
        (Limit("max", (2,), people=0), 30, 0), (Limit("max", (2,), 0.70, nearest=True), 11, 8),
        (Limit("min", (2,), 0.60, nearest=True), 12, 7),
        (Limit("max", (2,), 0.5, nearest=True), 3, 2),
    ):  # fmt: skip
        assert limit.bound(people) == bound
    found = support([2, 2, 1], np.tile([0.2, 0.3, 0.5], (3, 1)), [Limit("min", (0,), people=1)])
    assert (found.limits[0].bound, found.limits[0].excess) == (1, 1)
    assert found.limits[0].probability == pytest.approx(1 - 0.8**3)
    assert found.limits[0].band == 4
    dark = support([1], [[np.nan] * 3], PATTERN).limits[0]
    assert (np.isnan(dark.probability), dark.band) == (True, -1)
    # One person in five is a fifth: from five on the pattern is more than advice.
    assert [support([1] * n, np.tile([0.1, 0.8, 0.1], (n, 1)), PATTERN).advisory
            for n in (4, 5)] == [True, False]  # fmt: skip
    sure = support([1], [[0.0, 1.0, 0.0]], [Limit("max", (2,), people=0)]).limits[0]
    assert (sure.probability, sure.band) == (1.0, 9)


def test_a_decided_rating_and_the_chance_of_the_other_give_the_chance_of_the_predikat() -> None:
    matrix = [[0, 1, 1], [2, 3, 3], [2, 3, 4]]
    chance = through_matrix([0, 1, 2, 2], [[0.1, 0.6, 0.3]] * 3 + [[np.nan] * 3], matrix)
    assert chance[:3] == pytest.approx(
        np.array([[0.1, 0.9, 0, 0, 0], [0, 0, 0.1, 0.9, 0], [0, 0, 0.1, 0.6, 0.3]])
    )
    assert np.isnan(chance[3]).all()
    assert through_matrix(np.zeros(0, int), np.zeros((0, 3)), matrix).shape == (0, 5)
    for decided, probability in (([3], [[0.1, 0.6, 0.3]]), ([-1], [[0.1, 0.6, 0.3]])):
        with pytest.raises(ValueError, match=r"decided di luar 0\.\.2"):
            through_matrix(decided, probability, matrix)
    for probability, table in (
        ([[0.5, 0.5]], matrix),
        ([0.5], matrix),
        ([[0.1, 0.6, 0.3]], [0, 1]),
    ):
        with pytest.raises(ValueError, match="kolom matriks"):
            through_matrix([0], probability, table)


def test_levels_are_counted_for_thirty_people_with_evidence_or_not_at_all() -> None:
    chance = np.vstack([np.tile([0.2, 0.3, 0.5], (30, 1)), np.full((4, 3), np.nan)])
    found = expected_levels(chance)
    assert found.expected == pytest.approx([6, 9, 15])
    assert (found.people, found.without_evidence, found.reason) == (30, 4, Reason.ENOUGH)
    few = expected_levels(chance[1:])
    assert (few.people, few.reason) == (29, Reason.FEW_PEOPLE)
    assert np.isnan(few.expected).all()
    assert few.expected.shape == (3,)
    with pytest.raises(ValueError, match="n x tingkat"):
        expected_levels([0.5, 0.5])


def simulated_facets() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(4)
    theta, severity = rng.normal(size=250), np.array([-0.8, 0.0, 0.3, 0.5])
    person, rater = np.repeat(np.arange(250), 4), np.tile(np.arange(4), 250)
    step = np.array([[-1.0, 0.8], [-0.5, 1.2], [-1.2, 0.4]])
    logit = theta[person][:, None, None] - step[None] - severity[rater][:, None, None]
    log = np.concatenate([np.zeros((1000, 3, 1)), logit.cumsum(-1)], -1)
    chance = np.exp(log) / np.exp(log).sum(-1, keepdims=True)
    answer = (rng.random((1000, 3, 1)) > chance.cumsum(-1)).sum(-1)
    answer[rng.random(answer.shape) < 0.05] = -1
    return person, rater, answer, severity


def test_the_facets_reference_recovers_severities_and_lowers_the_deviance() -> None:
    person, rater, answer, severity = simulated_facets()
    found = reference.facets_mml(person, rater, answer, nodes=31)
    assert np.abs(found.severity - severity).max() < 0.2
    assert found.severity.sum() == pytest.approx(0, abs=1e-9)
    assert found.variance == pytest.approx(1, abs=0.3)
    early = reference.facets_mml(person, rater, answer, nodes=31, rounds=2)
    assert early.deviance > found.deviance
    assert early.rounds == 2


def test_the_ordinal_reference_recovers_a_slope() -> None:
    rng = np.random.default_rng(6)
    group = np.repeat(np.arange(40), 15)
    x = rng.normal(size=(600, 1))
    latent = 1.2 * x[:, 0] + 0.8 * rng.normal(size=40)[group] + rng.logistic(size=600)
    found = reference.cumulative_mixed(np.digitize(latent, [-1.0, 1.0]), x, group, nodes=12)
    assert found.slope[0] == pytest.approx(1.2, abs=0.25)
    assert found.threshold == pytest.approx([-1, 1], abs=0.5)
    assert found.loglik < 0
