"""Bayes limits by Gibbs sampling with the TRUE hyper-parameters of gen.py.

Only the hyper-parameters of the generator are known to it: the limit that any estimator can attain.
Self ratings are left out, as in the product.
"""

import numpy as np
from bench.objektivitas_alat import pembangkit as gen
from scipy.special import ndtr, ndtri
from scipy.stats import norm


def gibbs(d, sweeps=1500, burn=300, seed=0):
    """Posterior means and sd of values and severities, and level probabilities (n, 3)."""
    c, g, t, X = d["cfg"], d["g"], d["t"], d["X"]
    rng = np.random.default_rng([77, seed])
    R, J, T, team = g["R"], g["I"], g["T"], g["team"]
    n, nr, m, E = c.n, g["nr"], g["m"], R.size
    tau, b = gen.TAU, gen.ITEM_B
    obs = X >= 0
    na = obs.sum(1)
    keep = (na > 0) & (T != gen.SELF)
    R, J, T, X, obs, na = R[keep], J[keep], T[keep], X[keep], obs[keep], na[keep]
    E = R.size
    lo = np.where(X == 0, -np.inf, np.where(X == 1, tau[0], tau[1]))
    hi = np.where(X == 0, tau[0], np.where(X == 1, tau[1], np.inf))
    mu = np.array(c.mu)[T]
    sdh = np.array(c.sd_h)[T]
    SL = np.array([1, 0.4, 0.35])
    HS = np.array([1, 1.6, 0.4])
    pc = (
        np.array([1 - c.p_careless - c.p_central, c.p_careless, c.p_central])
        if not c.clean
        else np.array([1, 1e-12, 1e-12])
    )
    th = np.zeros(n)
    zeta = np.zeros((n, gen.Q))
    u = np.zeros(m)
    h = np.zeros(E)
    sev, cls, bias = np.zeros(nr), np.zeros(nr, int), np.zeros(E)
    sex = np.zeros(nr, int)
    st = {
        1: (
            np.array([0, c.d_friend, c.d_ring]),
            np.array([1 - c.p_friend - 0.35 * c.p_ring, c.p_friend, 0.35 * c.p_ring]),
        ),
        0: (
            np.array([0, c.d_nepot, -c.d_nepot]),
            np.array([1 - 0.2 * c.p_nepot - 0.1 * c.p_foe, 0.2 * c.p_nepot, 0.1 * c.p_foe]),
        ),
    }
    fem = t["female"][J] & (T != gen.SELF)
    ebias = np.zeros(E)
    s1 = s2 = 0.0
    sS = sS2 = 0.0
    cnt = 0
    lev = np.zeros((n, 3))
    cuts = norm.ppf(gen.LEVEL_Q) * c.sd_theta
    sdp2 = c.sd_theta**2 - c.sd_unit**2
    for it in range(sweeps):
        sl, lam = SL[cls][R], HS[cls][R] * sdh
        mean = (
            sl[:, None] * (th[J][:, None] + zeta[J])
            + (mu - sev[R] + lam * h + bias)[:, None]
            + b[None]
        )
        a, bb = ndtr(lo - mean), ndtr(hi - mean)
        z = mean + ndtri(np.clip(a + rng.random(a.shape) * (bb - a), 1e-12, 1 - 1e-12))
        y = np.where(obs, z - b[None], 0.0)
        w = obs.astype(float)
        ez = (y - w * sl[:, None] * zeta[J]).sum(1) / na - mu  # edge mean less item perf
        v = lam**2 + 1 / na
        r_ = ez - sl * th[J] - bias
        p = np.bincount(R, 1 / v, nr) + 1 / c.sd_sev**2
        sev = -np.bincount(R, r_ / v, nr) / p + rng.normal(size=nr) / np.sqrt(p)
        if not c.clean:
            r_ = ez - sl * th[J] + sev[R]
            l0 = np.full(nr, np.log(1 - c.p_sexist))
            l1 = np.full(nr, np.log(c.p_sexist))
            q = r_ - ebias
            f = fem
            l0 += np.bincount(R[f], -0.5 * q[f] ** 2 / v[f], nr)
            l1 += np.bincount(R[f], -0.5 * (q[f] + c.d_sexist) ** 2 / v[f], nr)
            sex = (rng.random(nr) < 1 / (1 + np.exp(np.clip(l0 - l1, -50, 50)))).astype(int)
            gb = -c.d_sexist * sex[R] * fem
            for ty, (dv, pv) in st.items():
                mm = ty == T
                ll = (
                    -0.5 * (r_[mm][:, None] - gb[mm][:, None] - dv[None]) ** 2 / v[mm][:, None]
                    + np.log(pv)[None]
                )
                ll = np.exp(ll - ll.max(1, keepdims=True))
                ll = ll.cumsum(1)
                x = rng.random(mm.sum()) * ll[:, -1]
                ebias[mm] = dv[(x[:, None] > ll).sum(1)]
            bias = ebias + gb
            L = np.tile(np.log(pc), (nr, 1))
            base = y - w * (mu - sev[R] + bias)[:, None]
            for k in range(3):
                e_ = base - w * SL[k] * (th[J][:, None] + zeta[J])
                mb = e_.sum(1) / na
                lk = HS[k] * sdh
                vv = lk**2 + 1 / na
                ss = (e_**2).sum(1) - na * mb**2
                L[:, k] += np.bincount(R, -0.5 * ss - 0.5 * mb**2 / vv - 0.5 * np.log(vv), nr)
            L = np.exp(L - L.max(1, keepdims=True)).cumsum(1)
            cls = (rng.random(nr)[:, None] * L[:, -1:] > L).sum(1)
            sl, lam = SL[cls][R], HS[cls][R] * sdh
            v = lam**2 + 1 / na
            ez = (y - w * sl[:, None] * zeta[J]).sum(1) / na - mu
        r_ = ez + sev[R] - bias
        p = np.bincount(J, sl**2 / v, n) + 1 / sdp2
        th = (np.bincount(J, sl * r_ / v, n) + u[team] / sdp2) / p + rng.normal(size=n) / np.sqrt(p)
        cntm = np.bincount(team, minlength=m)
        p = cntm / sdp2 + 1 / c.sd_unit**2
        u = np.bincount(team, th, m) / sdp2 / p + rng.normal(size=m) / np.sqrt(p)
        r_ = ez - sl * th[J] + sev[R] - bias
        p = 1 + lam**2 * na
        h = lam * na * r_ / p + rng.normal(size=E) / np.sqrt(p)
        res = w * (y - (mu - sev[R] + lam * h + bias + sl * th[J])[:, None])
        for q in range(gen.Q):
            p = np.bincount(J, w[:, q] * sl**2, n) + 1 / c.sd_zeta**2
            zeta[:, q] = np.bincount(J, sl * res[:, q], n) / p + rng.normal(size=n) / np.sqrt(p)
        if it >= burn:
            cnt += 1
            s1 = s1 + th
            s2 = s2 + th**2
            sS = sS + sev
            sS2 = sS2 + sev**2
            lev[np.arange(n), np.digitize(th, cuts)] += 1
    mean = s1 / cnt
    return {
        "theta": mean,
        "sd": np.sqrt(s2 / cnt - mean**2),
        "sev": sS / cnt,
        "sev_sd": np.sqrt(np.maximum(sS2 / cnt - (sS / cnt) ** 2, 0)),
        "lev": lev / cnt,
    }
