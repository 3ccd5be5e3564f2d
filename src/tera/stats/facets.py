"""The estimate: what the linked ratings say about people and raters, and how surely.

The model is in :mod:`tera.stats.fit` and :mod:`tera.stats.tables`. Values are on the scale where
true performance has mean 0 and standard deviation 1 in the population that the hyper-parameters
describe; severities are on the same scale, positive = stricter than the other raters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri

from tera.stats import calibration, linear
from tera.stats.calibration import Calibration
from tera.stats.evidence import Codes, Reason, freeze, sentence, tally, withhold
from tera.stats.fit import MAX_SWEEPS, CrossCheck, Fitted, Solver, person_only, start_hyper
from tera.stats.graph import Components, verdicts
from tera.stats.hyper import Hyper
from tera.stats.pairs import Bools, Checked, Floats, Ints, Pairs, check, subset

# Hyper-parameters and the calibration are learned on at most so many people.
SAMPLE = 20_000
SAMPLE_BLOCKS = 4
# Above this the last digits of a fit don't pay for their sweeps.
LARGE = 1_000_000
LARGE_SWEEPS = 24
# Largest difference of the two models that still counts as agreement, in sd of true performance.
AGREE = 0.3


@dataclass(frozen=True, slots=True)
class Agreement:
    """The facet model beside the linear model, per person, in sd of true performance.

    ``difference`` (n_ratee,), NaN without evidence; ``agrees``: at most ``threshold`` apart.
    """

    difference: Floats
    agrees: Bools
    threshold: float
    correlation: float


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """What was read and done. ``reason`` is set when nothing at all could be estimated."""

    reason: Reason
    pairs: int
    self_pairs: int
    items: int
    one_sided: int
    sweeps: int
    converged: bool
    compiled: bool
    calibration: Calibration
    hyper: Hyper | None
    people: Mapping[str, int]
    raters: Mapping[str, int]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetEstimate:
    """Frozen answer of :func:`estimate`; NaN wherever the reason code is not 0.

    ``value``, ``value_sd`` (n_ratee,): with the unit in the prior; for severities and intervals.
    ``person_value``, ``person_value_sd``: from the ratings of the person alone; the one that may
    be attached to a person. ``severity``, ``severity_sd`` (n_rater,). ``ratee_reason``,
    ``rater_reason``, ``advice_reason``: :class:`Reason` codes. Standard deviations contain the
    self-calibration. ``linear`` is withheld in the same places, with the same codes. ``fitted`` is
    the state that the detectors and the what-if go on from, with a number for everybody, and
    ``pairs`` the answers: never shown, never stored. ``kept`` (P,): rows of the input that were
    used.
    """

    value: Floats
    value_sd: Floats
    person_value: Floats
    person_value_sd: Floats
    severity: Floats
    severity_sd: Floats
    ratee_reason: Codes
    rater_reason: Codes
    advice_reason: Codes
    agreement: Agreement
    components: Components
    diagnostics: Diagnostics
    linear: linear.LinearEstimate | None
    fitted: Fitted | None
    pairs: Pairs
    kept: Bools

    def level_probability(self, cuts: ArrayLike, *, person: bool = False) -> Floats:
        """P(level 0, 1, 2), shape (n_ratee, 3), for two ascending ``cuts`` on the value scale.

        The cuts are the standard in force: a decision from outside (for shares 15/60/25 of the
        population the normal quantiles of 0.15 and 0.75), never estimated here. ``person`` uses
        the person-only value. Rows without evidence are NaN.
        """
        value = self.person_value if person else self.value
        sd = self.person_value_sd if person else self.value_sd
        return level_chance(value, sd, cuts)

    def explain(self, ratee: int) -> str:
        """Return the sentence that goes with a person's number, or instead of it."""
        return sentence(self.ratee_reason[ratee])


def check_cuts(cuts: ArrayLike) -> Floats:
    """Return ``cuts`` as two ascending floats; ValueError otherwise."""
    cut = np.asarray(cuts, float)
    if cut.shape != (2,) or not cut[0] < cut[1]:
        raise ValueError("cuts harus dua batas menaik")
    return cut


def level_chance(value: Floats, sd: Floats, cuts: ArrayLike) -> Floats:
    """P(level 0, 1, 2), (k, 3), of values (k,) with these standard deviations; NaN stays NaN."""
    below = ndtr((check_cuts(cuts) - value[:, None]) / sd[:, None])
    return freeze(np.stack([below[:, 0], below[:, 1] - below[:, 0], 1 - below[:, 1]], 1))


def cuts_of_shares(shares: ArrayLike) -> Floats:
    """Cuts of a standard that would put these ``shares`` (3,) of the population at each level.

    Lowest level first, each above 0, sum 1: (0.15, 0.60, 0.25) gives -1.04 and 0.67.
    """
    share = np.asarray(shares, float)
    if share.shape != (3,) or not (share > 0).all() or abs(share.sum() - 1) > 1e-6:
        raise ValueError("shares harus tiga bagian di atas 0 yang berjumlah 1")
    return freeze(np.asarray(ndtri(np.cumsum(share)[:2]), float))


def estimate(
    rater: ArrayLike,
    ratee: ArrayLike,
    relation: ArrayLike,
    items: ArrayLike,
    *,
    n_ratee: int,
    n_rater: int,
    unit: ArrayLike | None = None,
    seed: int = 0,
    hyper: Hyper | None = None,
    fast: bool | None = None,
) -> FacetEstimate:
    """Fit the facet model to rater-ratee pairs sorted by ratee.

    ``rater``, ``ratee``, ``relation`` (P,) integers; ``items`` (P, Q) int8 with 0 di bawah,
    1 sesuai, 2 di atas, -1 missing; ``relation``: :class:`tera.stats.pairs.Relation` (self ratings
    are left out); ``unit`` (n_ratee,) the unit of each person, -1 for none. ``seed`` fixes the
    sample and the simulation. ``hyper`` reuses learned hyper-parameters; ``fast`` forces (True) or
    forbids (False) the compiled kernels. Raises ValueError for input of another form; input that
    carries too little evidence gives NaN and a reason instead.
    """
    data = check(rater, ratee, relation, items, n_ratee=n_ratee, n_rater=n_rater)
    del items
    units = _units(unit, n_ratee)
    judged, parts = verdicts(data.pairs)
    if not (judged.ratee == Reason.ENOUGH).any():
        return _nothing(data, judged.ratee, judged.rater, parts)
    several = judged.ratee == Reason.ENOUGH
    solver, fitted, factors, sample_linear = _prepare(data, units, several, seed, hyper, fast)
    person, person_var = person_only(solver)
    scores = linear.score_table(data.pairs)
    line = linear.estimate(
        data.pairs, linear.pair_score(data.pairs, scores), start=sample_linear,
        final=15 if sample_linear else 60,
    )  # fmt: skip
    fitted.cross = CrossCheck(line, scores)
    scale = fitted.hyper.sd_value
    difference = withhold(person / scale - line.value / np.sqrt(line.value_var), judged.ratee)
    agrees = freeze(np.abs(np.nan_to_num(difference, nan=np.inf)) <= AGREE)
    advice = judged.advice.copy()
    advice[(advice == Reason.ENOUGH) & ~agrees] = Reason.MODELS_DISAGREE
    r = float(np.corrcoef(person[several], line.value[several])[0, 1])
    warnings = (
        [] if fitted.converged else ["perhitungan berhenti sebelum perubahan terakhir hilang"]
    )
    if not parts.comparable:
        warnings.append("jaringan penilai terputus: angka hanya sebanding di dalam komponennya")
    return FacetEstimate(
        withhold(fitted.value / scale, judged.ratee),
        withhold(np.sqrt(fitted.value_var) / scale * factors.value, judged.ratee),
        withhold(person / scale, judged.ratee),
        withhold(np.sqrt(person_var) / scale * factors.person, judged.ratee),
        withhold(fitted.severity / scale, judged.rater),
        withhold(np.sqrt(fitted.severity_var) / scale * factors.severity, judged.rater),
        judged.ratee, judged.rater, freeze(advice),
        Agreement(difference, agrees, AGREE, r), parts,
        Diagnostics(
            Reason.ENOUGH, data.pairs.size, data.self_pairs, data.pairs.n_item,
            int(judged.one_sided.sum()), fitted.sweeps, fitted.converged, fitted.compiled, factors,
            fitted.hyper, tally(judged.ratee), tally(judged.rater), tuple(warnings),
        ),
        _withheld(line, judged.ratee, judged.rater), fitted, data.pairs, freeze(data.kept),
    )  # fmt: skip


def _withheld(line: linear.LinearEstimate, ratee: Codes, rater: Codes) -> linear.LinearEstimate:
    """The cross-check says no more about anybody than the estimate itself."""
    return replace(
        line,
        value=withhold(line.value, ratee), value_sd=withhold(line.value_sd, ratee),
        severity=withhold(line.severity, rater), severity_sd=withhold(line.severity_sd, rater),
        ratee_reason=ratee, rater_reason=rater,
    )  # fmt: skip


def _units(unit: ArrayLike | None, n_ratee: int) -> Ints | None:
    """Renumber the units from 0; -1 stays -1."""
    if unit is None:
        return None
    array = np.asarray(unit)
    if array.shape != (n_ratee,) or not np.issubdtype(array.dtype, np.integer):
        raise ValueError("unit harus satu bilangan bulat per ratee")
    known = array >= 0
    out = np.full(n_ratee, -1, np.int64)
    out[known] = np.unique(array[known], return_inverse=True)[1]
    return out if known.any() else None


def _prepare(
    data: Checked, units: Ints | None, several: Bools, seed: int, hyper: Hyper | None,
    fast: bool | None,
) -> tuple[Solver, Fitted, Calibration, linear.LinearEstimate | None]:  # fmt: skip
    """Learn, fit and calibrate; learning and calibration on a sample of a large organisation."""
    pairs = data.pairs
    if pairs.n_ratee <= SAMPLE:
        solver = Solver(pairs, replace(hyper or start_hyper(pairs.n_item)), units, fast=fast)
        if hyper is None:
            solver.learn(data.share, data.weight)
        fitted = solver.result(*solver.solve())
        return solver, fitted, calibration.self_calibrate(fitted, several, seed=seed), None
    chosen = sample(units, pairs.n_ratee, seed)
    small, people, _ = subset(pairs, chosen)
    small_units = None if units is None else _units(units[people], people.size)
    part = Solver(small, replace(hyper or start_hyper(pairs.n_item)), small_units, fast=fast)
    if hyper is None:
        part.learn(data.share, data.weight)
    fitted = part.result(*part.solve())
    factors = calibration.self_calibrate(fitted, several[people], seed=seed)
    whole = Solver(pairs, replace(part.hyper), units, fast=fast)
    budget = LARGE_SWEEPS if pairs.n_ratee >= LARGE else MAX_SWEEPS
    fitted = whole.result(*whole.solve(budget))
    return whole, fitted, factors, linear.estimate(small)


def sample(units: Ints | None, n_ratee: int, seed: int) -> Bools:
    """Choose about ``SAMPLE`` people: runs of neighbouring units, so that their links stay."""
    rng = np.random.default_rng(seed)
    order: NDArray[np.int64] = (
        np.arange(n_ratee) if units is None else np.argsort(units, kind="stable")
    )
    size = SAMPLE // SAMPLE_BLOCKS
    starts = rng.choice(n_ratee // size, SAMPLE_BLOCKS, replace=False) * size
    chosen = np.zeros(n_ratee, bool)
    for start in starts:
        chosen[order[start : start + size]] = True
    if units is not None:
        # Whole units only at both ends: a unit cut in two would look like two.
        whole = np.zeros(int(units.max()) + 1, bool)
        whole[units[chosen & (units >= 0)]] = True
        chosen = np.where(units >= 0, np.append(whole, False)[units], chosen)
    return chosen


def _nothing(data: Checked, ratee: Codes, rater: Codes, parts: Components) -> FacetEstimate:
    """Withhold everything and say why."""
    rated = ratee[ratee != Reason.NO_RATING]
    reason = Reason(int(np.bincount(rated).argmax())) if rated.size else Reason.NO_RATING
    people = freeze(np.full(data.pairs.n_ratee, np.nan))
    raters = freeze(np.full(data.pairs.n_rater, np.nan))
    codes = np.where(rater == Reason.ENOUGH, reason, rater).astype(np.int8)
    agrees = freeze(np.zeros(data.pairs.n_ratee, bool))
    return FacetEstimate(
        people, people, people, people, raters, raters, ratee, freeze(codes), ratee,
        Agreement(people, agrees, AGREE, float("nan")), parts,
        Diagnostics(
            reason, data.pairs.size, data.self_pairs, data.pairs.n_item, 0, 0, False, False,
            calibration.NONE, None, tally(ratee), tally(codes), (sentence(reason),),
        ),
        None, None, data.pairs, freeze(data.kept),
    )  # fmt: skip


__all__ = [
    "Agreement", "Diagnostics", "FacetEstimate", "check_cuts", "cuts_of_shares", "estimate",
    "level_chance", "sample",
]  # fmt: skip
