"""Self-calibration, the linear check and the what-if of one unit."""

import numpy as np
import pytest

from stats.organisasi_acak import make
from tera.stats import calibration, linear, whatif
from tera.stats.evidence import Reason
from tera.stats.facets import estimate as fit
from tera.stats.fit import Solver
from tera.stats.pairs import check


def test_self_calibration_recovers_its_own_truth(estimate) -> None:
    found = estimate.diagnostics.calibration
    assert 1.0 <= found.value < 1.25
    assert 1.0 <= found.person < 1.25
    assert 1.0 <= found.severity < 1.4
    assert 0.6 < found.value_r < 1
    assert found.severity_limit > 0.4


def test_a_simulation_keeps_the_graph_and_the_number_of_answers(estimate) -> None:
    drawn = calibration.simulate(estimate.fitted, 5)
    again = calibration.simulate(estimate.fitted, 5)
    assert np.array_equal(drawn.pairs.total, again.pairs.total)
    assert np.array_equal(drawn.pairs.answered, estimate.fitted.pairs.answered)
    assert (drawn.pairs.total <= 2 * drawn.pairs.answered).all()
    assert abs(drawn.pairs.total.mean() / estimate.fitted.pairs.total.mean() - 1) < 0.2


def test_too_few_people_are_not_calibrated(estimate) -> None:
    nobody = np.zeros(estimate.value.size, bool)
    assert calibration.self_calibrate(estimate.fitted, nobody) is calibration.NONE
    assert calibration._factor(np.ones(2), np.ones(2), np.zeros(2, bool)) == 1.0
    assert np.isnan(calibration._r(np.ones(3), np.arange(3.0)))


def test_raters_of_few_people_leave_the_severity_limit_open() -> None:
    rng = np.random.default_rng(3)
    people = np.repeat(np.arange(60), 3)
    rater = (people + np.tile([0, 1, 2], 60)) % 60
    items = rng.integers(0, 3, (180, 5)).astype(np.int8)
    found = fit(rater, people, np.ones(180, int), items, n_ratee=60, n_rater=60, fast=False)
    assert np.isnan(found.diagnostics.calibration.severity_limit)
    assert np.isfinite(found.value).all()


def test_the_linear_model_equals_the_dense_mixed_model_equations() -> None:
    """Henderson's equations solved directly, with the same variances."""
    o = make(5, 6, seed=2)
    pairs = check(*o.arrays(), **o.sizes()).pairs
    found = linear.estimate(pairs, rounds=8, final=4000)
    score = linear.pair_score(pairs)
    kind = pairs.relation
    w = 1 / found.residual_var[kind]
    z = np.zeros((pairs.size, o.n_ratee + o.n_rater))
    z[np.arange(pairs.size), pairs.ratee] = 1
    z[np.arange(pairs.size), o.n_ratee + pairs.rater] = -1
    prior = np.concatenate([
        np.full(o.n_ratee, 1 / found.value_var), np.full(o.n_rater, 1 / found.severity_var)
    ])  # fmt: skip
    known = z.T @ (w[:, None] * z) + np.diag(prior)
    exact = np.linalg.solve(known, z.T @ (w * (score - found.mean[kind])))
    assert np.allclose(found.value, exact[: o.n_ratee], atol=2e-3)
    assert np.allclose(found.severity, exact[o.n_ratee :], atol=2e-3)


def test_pair_scores_are_standard_within_a_relation() -> None:
    o = make(10, 8, seed=3, missing=0.1)
    pairs = check(*o.arrays(), **o.sizes()).pairs
    score = linear.pair_score(pairs)
    for kind in pairs.relations():
        assert score[pairs.relation == kind].mean() == pytest.approx(0, abs=1e-9)
        assert score[pairs.relation == kind].std() == pytest.approx(1)


def test_learned_variances_can_be_reused_and_few_pairs_keep_their_start() -> None:
    o = make(10, 8, seed=3)
    pairs = check(*o.arrays(), **o.sizes()).pairs
    first = linear.estimate(pairs)
    again = linear.estimate(pairs, start=first, final=60)
    assert np.allclose(first.value, again.value, atol=1e-2)
    none = np.zeros(0, int)
    empty = check(none, none, none, np.zeros((0, 3), np.int8), n_ratee=0, n_rater=0).pairs
    assert linear.estimate(empty).value.size == 0


def test_a_what_if_equals_the_full_fit_near_and_far(organisation, estimate) -> None:
    row = int(np.flatnonzero(organisation.relation == 0)[30])
    changed = np.where(organisation.items[row] >= 0, 2 - organisation.items[row], -1)
    local = whatif.what_if(estimate, row, changed)
    items = organisation.items.copy()
    items[row] = changed
    pairs = check(
        organisation.rater, organisation.ratee, organisation.relation, items,
        **organisation.sizes(),
    ).pairs  # fmt: skip
    full = Solver(pairs, estimate.fitted.hyper, estimate.fitted.unit, fast=False)
    full.solve()
    scale = estimate.fitted.hyper.sd_value
    new = estimate.fitted.value / scale
    new[local.ratee] = local.value
    assert np.abs(new - full.value / scale).max() < 0.01
    severity = estimate.fitted.severity / scale
    severity[local.rater] = local.severity
    given = np.isfinite(severity)
    assert given[local.rater].mean() > 0.9
    assert np.abs(severity - full.severity / scale)[given].max() < 0.01
    person = organisation.ratee[row]
    before = estimate.value[person]
    after = local.value[local.ratee == person][0]
    rose = changed.sum() > organisation.items[row].sum()
    assert (after > before) == rose


def test_a_what_if_without_units_moves_the_neighbours_only() -> None:
    o = make(12, 8, seed=3)
    found = fit(*o.arrays(), **o.sizes(), fast=False)
    local = whatif.what_if(found, [0, 1], np.full((2, 7), 2))
    assert o.ratee[0] in local.ratee
    assert local.ratee.size < o.n_ratee


def test_a_what_if_stops_at_its_sweeps(organisation, estimate, monkeypatch) -> None:
    monkeypatch.setattr(whatif, "SWEEPS", 1)
    assert whatif.what_if(estimate, 0, np.full(7, 2)).ratee.size


@pytest.mark.parametrize(
    ("row", "items"),
    [
        (0, [2, 2]),
        (0, [5] * 7),
        (0, [-1] * 7),
        ([0, 1], [[1] * 7]),
        ([], np.zeros((0, 7))),
        (-1, [1] * 7),
        (99_999, [1] * 7),
        ([0, 0], [[1] * 7, [2] * 7]),
    ],
)
def test_a_what_if_wants_used_rows_and_valid_answers(estimate, row, items) -> None:
    with pytest.raises(ValueError, match="baris"):
        whatif.what_if(estimate, row, items)


def test_a_what_if_that_changes_nothing_says_the_same_with_its_interval(estimate) -> None:
    same = estimate.pairs.total[0] // 7, estimate.pairs.total[0] % 7
    items = [same[0] + 1] * same[1] + [same[0]] * (7 - same[1])
    assert estimate.pairs.answered[0] == 7
    local = whatif.what_if(estimate, int(np.flatnonzero(estimate.kept)[0]), items)
    given = local.ratee_reason == Reason.ENOUGH
    assert given.all()
    assert np.abs(local.person_value - estimate.person_value[local.ratee]).max() < 0.005
    assert np.abs(local.person_value_sd - estimate.person_value_sd[local.ratee]).max() < 0.005
    assert np.array_equal(local.rater_reason, estimate.rater_reason[local.rater])
    assert local.explain(int(local.ratee[0])) == "bukti cukup"


def test_a_what_if_after_which_all_answers_are_the_same_says_so() -> None:
    o = make(6, 6)
    items = np.full_like(o.items, 1)
    items[5] = 2
    found = fit(o.rater, o.ratee, o.relation, items, **o.sizes(), fast=False)
    assert found.fitted is not None
    for chosen, answer, reason in (
        ([5], np.full((1, 7), 1), Reason.ALL_EQUAL), ([5], np.full((1, 7), 2), Reason.ENOUGH),
        ([0], np.full((1, 7), 1), Reason.ENOUGH),
    ):  # fmt: skip
        local = whatif.what_if(found, chosen, answer)
        assert (local.ratee_reason == reason).all()
        assert np.isnan(local.value).all() == (reason is Reason.ALL_EQUAL)
        assert np.array_equal(np.isnan(local.severity), local.rater_reason != Reason.ENOUGH)
        for numbers in (local.value, local.person_value, local.person_value_sd):
            assert np.array_equal(np.isnan(numbers), local.ratee_reason != Reason.ENOUGH)
    # Far from the change somebody still differs: what is near alone doesn't decide.
    big = make(30, 6)
    items = np.full_like(big.items, 1)
    items[0] = 2
    items[big.ratee == 100] = 0
    found = fit(big.rater, big.ratee, big.relation, items, **big.sizes(), fast=False)
    local = whatif.what_if(found, [0], np.full((1, 7), 1))
    assert 100 not in local.ratee
    assert (local.ratee_reason == Reason.ENOUGH).all()


def test_a_self_rating_has_no_what_if(organisation, estimate) -> None:
    own = int(np.flatnonzero(organisation.relation == 3)[0])
    with pytest.raises(ValueError, match="baris harus pasangan yang dipakai"):
        whatif.what_if(estimate, own, [1] * 7)
