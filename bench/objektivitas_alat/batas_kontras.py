"""The best that any rating-only method can do for T9: Cramér-Rao bound of the supervisors' penalty.

Whoever knows the generator's variances, every rater's class and every favour, grudge and ring has
at most the information of this linearised model about the penalty delta of the supervisors:

    y_e = mu_t + slope_e (theta_i + beta f_i) - s_r + delta f_i [t = supervisor] + error_e,
    var(error_e) = 1 / I_e,

where I_e is the Fisher information of the three-level answers at the true point, halo integrated
out (``levels=True``), or of the latent answers themselves (``levels=False``). theta, s and the unit
level are normal with their true variances; the standard error of delta by generalised least squares
(Henderson's mixed-model equations). Power = Phi(delta / se - z).
"""

from typing import Any

import numpy as np
import scipy.sparse as sp
from bench.objektivitas_alat import pembangkit as gen
from scipy.sparse.linalg import splu
from scipy.stats import norm

from tera.stats.tables import answered_subset, gauss, sum_distribution

_GRID = np.arange(-16.0, 16.05, 0.1)


def pair_information(data: dict[str, Any], *, levels: bool) -> np.ndarray:
    """Fisher information of each pair's answers about its latent score, halo left open."""
    c, g, t = data["cfg"], data["g"], data["t"]
    answered = (data["X"] >= 0).sum(1)
    halo = t["hs"][g["R"]] * np.array(c.sd_h)[g["T"]]
    if not levels:
        return np.asarray(1 / (halo**2 + 1 / np.maximum(answered, 1)))
    eta = t["slope"][g["R"]] * t["theta"][g["I"]] + np.array(c.mu)[g["T"]]
    eta = eta - t["sev"][g["R"]] + t["bias"]
    out = np.full(eta.size, 1e-6)
    for count in range(1, gen.Q + 1):
        strengths = answered_subset(gen.ITEM_B, count)
        plain = sum_distribution(_GRID, strengths, gen.TAU)
        for size in np.unique(halo):
            at = (answered == count) & (halo == size)
            if at.any():
                mixed = sum(
                    w * np.stack([np.interp(_GRID + x * size, _GRID, p) for p in plain.T], 1)
                    for x, w in zip(*gauss(15), strict=True)
                )
                slope = np.gradient(mixed, 0.1, axis=0)
                found = (slope**2 / np.maximum(mixed, 1e-12)).sum(1)
                out[at] = np.interp(eta[at], _GRID, found)
    return np.maximum(out, 1e-6)


def standard_error(data: dict[str, Any], *, levels: bool = True) -> float:
    """Smallest standard error of the supervisors' penalty in one organisation."""
    c, g, t = data["cfg"], data["g"], data["t"]
    kept = ((data["X"] >= 0).sum(1) > 0) & (g["T"] != gen.SELF)
    rater, ratee, kind = g["R"][kept], g["I"][kept], g["T"][kept]
    known = pair_information(data, levels=levels)[kept]
    slope = t["slope"][rater].astype(float)
    row = np.arange(rater.size)

    def side(value: np.ndarray, column: np.ndarray, size: int) -> sp.csr_matrix:
        return sp.csr_matrix((value, (row, column)), (row.size, size))

    ends = sp.hstack([
        side(slope, ratee, c.n), side(np.ones(row.size), rater, g["nr"]),
        side(slope, g["team"][ratee], g["m"]),
    ]).tocsr()  # fmt: skip
    own = c.sd_theta**2 - c.sd_unit**2 + c.sd_zeta**2 / gen.Q
    prior = np.concatenate([
        np.full(c.n, 1 / own), np.full(g["nr"], c.sd_sev**-2.0), np.full(g["m"], c.sd_unit**-2.0)
    ])  # fmt: skip
    solve = splu((ends.T @ sp.diags(known) @ ends + sp.diags(prior)).tocsc())
    woman = t["female"][ratee].astype(float)
    kinds = [(kind == one).astype(float) for one in np.unique(kind)]
    design = np.stack([*kinds, slope * woman, woman * (kind == gen.SUP)], 1)
    weighted = known[:, None] * design
    rest = weighted - known[:, None] * (ends @ solve.solve(np.asarray(ends.T @ weighted)))
    return float(np.sqrt(np.linalg.inv(design.T @ rest)[-1, -1]))


def power(penalty: float, n: int, repeats: int, *, levels: bool = True) -> dict[str, float]:
    """Mean bound over the organisations of T9, one-sided test at 5 %."""
    errors = np.array([
        standard_error(
            gen.make(gen.Cfg(n=n, seed=9000 + one, g_sup=penalty, g_sd=0.0, p_sexist=0.0)),
            levels=levels,
        )
        for one in range(repeats)
    ])  # fmt: skip
    return {
        "error": float(errors.mean()),
        "power": float(norm.cdf(penalty / errors - norm.ppf(0.95)).mean()),
    }
