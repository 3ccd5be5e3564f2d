"""The numpy and the compiled updates are the same mathematics; either one is enough."""

import importlib

import numpy as np
import pytest

from stats.organisasi_acak import make
from tera.stats import fit, kernels, kernels_numba, kernels_numpy, tables
from tera.stats.fit import Solver, start_hyper
from tera.stats.hyper import WIDTH_START
from tera.stats.kernels import RATEE, RATER
from tera.stats.pairs import check


def solver(*, fast: bool) -> Solver:
    o = make(6, 6, seed=8, missing=0.1)
    hyper = start_hyper(7)
    hyper.class_share = np.append(WIDTH_START[:-1] / WIDTH_START[:-1].sum(), 0.0)
    found = Solver(check(*o.arrays(), **o.sizes()).pairs, hyper, o.unit, fast=fast)
    rng = np.random.default_rng(1)
    found.value[:] = rng.normal(size=o.n_ratee) * 3
    found.severity[:] = rng.normal(size=o.n_rater)
    found.weight[:5] = [0.997, 0.0005, 0.0005, 0.002, 0, 0, 0]
    return found


def test_both_kernels_give_the_same_steps_variances_and_classes() -> None:
    slow, quick = solver(fast=False), solver(fast=True)
    assert quick.kernels.is_compiled
    assert not slow.kernels.is_compiled
    for _ in range(3):
        moved = slow.sweep(0.9), quick.sweep(0.9)
        assert moved[0] == pytest.approx(moved[1], rel=1e-6)
        slow.spread(1)
        quick.spread(1)
        slow.classify()
        quick.classify()
    for name in ("value", "severity", "value_var", "severity_var", "weight"):
        assert np.allclose(getattr(slow, name), getattr(quick, name), atol=1e-5), name


def test_the_compiled_source_says_what_its_machine_code_does() -> None:
    """The bodies run uncompiled too: every line of them is read by this test."""
    state = solver(fast=False)
    other = solver(fast=False)
    p = state.pairs
    shared = (p.by_rater, p.rater, p.ratee)
    t = state.tables
    for side, start, own in (
        (RATEE, p.ratee_start, state.value_prior),
        (RATER, p.rater_start, state.severity_prior),
    ):
        kernels_numba.newton_step.py_func(
            start, *shared, p.state, p.info_row, state.weight, t.slope, t.score, t.info,
            state.value, state.severity, own, 1.0, 1.0, side,
        )  # fmt: skip
        kernels_numpy.newton_step(
            p, t, other.weight, other.value, other.severity, own, 1.0, 1.0, side
        )
        out = np.empty(start.size - 1)
        expected = out.copy()
        far = np.full(p.n_rater if side == RATEE else p.n_ratee, 0.3)
        kernels_numba.spread.py_func(
            start, *shared, p.info_row, state.weight, t.slope, t.info, state.value,
            state.severity, far, 1.0, side, out,
        )  # fmt: skip
        kernels_numpy.spread(
            p, t, other.weight, other.value, other.severity, far, 1.0, side, expected
        )
        assert np.allclose(out, expected)
    log_share = fit.log_share(state.hyper)
    assert np.isneginf(log_share).tolist() == [False] * 6 + [True]
    kernels_numba.classify.py_func(
        p.rater_start, p.by_rater, p.ratee, p.state, t.slope, t.loglik, state.value,
        state.severity, log_share, state.weight,
    )  # fmt: skip
    kernels_numpy.classify(p, t, other.value, other.severity, log_share, other.weight)
    assert np.allclose(state.value, other.value)
    assert np.allclose(state.weight, other.weight, atol=1e-6)


@pytest.mark.parametrize("eta", [-99.0, -7.0, 0.049, 6.98, 99.0])
def test_a_place_on_the_grid_is_the_same_in_both(eta: float) -> None:
    cell, part = kernels_numba._position.py_func(eta)
    other_cell, other_part = kernels_numpy.position(np.array([eta]))
    assert (cell, part) == (other_cell[0], pytest.approx(other_part[0]))


def test_without_numba_everything_works_in_numpy(monkeypatch) -> None:
    real = importlib.import_module

    def without(name: str, *rest):
        if name.endswith("kernels_numba"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(kernels.importlib, "import_module", without)
    assert kernels.compiled() is None
    assert not solver(fast=True).kernels.is_compiled


def test_large_graphs_ask_for_the_compiled_kernels(monkeypatch) -> None:
    monkeypatch.setattr(kernels, "WORTH_COMPILING", 10)
    o = make(3, 5)
    pairs = check(*o.arrays(), **o.sizes()).pairs
    assert kernels.Kernels(pairs).is_compiled
    monkeypatch.setattr(kernels, "WORTH_COMPILING", 10**9)
    assert not kernels.Kernels(pairs).is_compiled


def test_blocks_of_pairs_change_nothing(monkeypatch) -> None:
    whole = solver(fast=False)
    whole.sweep()
    monkeypatch.setattr(kernels_numpy, "BLOCK", 17)
    parts = solver(fast=False)
    parts.sweep()
    assert np.allclose(whole.value, parts.value)
    assert np.allclose(whole.severity, parts.severity)


def test_the_sum_of_answers_has_the_exact_distribution() -> None:
    """Against the sum over all 3^3 answer patterns."""
    easiness, threshold = np.array([0.3, -0.1, -0.2]), np.array([-1.0, 0.8])
    eta = np.array([-0.7, 0.4])
    found = tables.sum_distribution(eta, easiness, threshold)
    from scipy.special import ndtr

    for row, x in enumerate(eta):
        each = []
        for b in easiness:
            above, top = ndtr(x + b - threshold[0]), ndtr(x + b - threshold[1])
            each.append([1 - above, above - top, top])
        exact = np.zeros(7)
        for i in range(3):
            for j in range(3):
                for k in range(3):
                    exact[i + j + k] += each[0][i] * each[1][j] * each[2][k]
        assert np.allclose(found[row], exact)


def test_the_score_is_the_derivative_and_the_information_its_variance() -> None:
    hyper = start_hyper(4)
    built = tables.build(hyper, [0])
    middle = tables.NODES // 2
    first, last = tables.state_offset(4), tables.state_offset(4) + 9
    chance = np.exp(built.loglik[0, first:last, middle].astype(float))
    assert chance.sum() == pytest.approx(1, abs=1e-4)
    score = built.score[0, first:last, middle].astype(float)
    assert (chance * score).sum() == pytest.approx(0, abs=1e-3)
    assert (chance * score**2).sum() == pytest.approx(float(built.info[0, 3, middle]), rel=1e-3)


def test_a_fit_at_rest_is_not_extrapolated() -> None:
    state = solver(fast=False)
    before = state.value.copy()
    state._extrapolate(state.value.copy(), state.severity.copy(), state.value, state.severity)
    assert np.array_equal(state.value, before)


def test_a_rater_between_two_classes_moves_half_the_way_only() -> None:
    o = make(8, 6, seed=5)
    pairs = check(*o.arrays(), **o.sizes()).pairs
    whole, half = (Solver(pairs, start_hyper(7), o.unit, fast=False) for _ in range(2))
    start = whole.weight.copy()
    for solver in (whole, half):
        solver.sweep()
    moved = whole.classify()
    assert half.classify(0.5) == pytest.approx(moved, rel=1e-5)
    assert np.allclose(half.weight, (start + whole.weight) / 2, atol=1e-6)
