"""Population and rating generator with known ground truth (main variant).

Latent model (probit scale, item noise sd = 1):
  z[e,q] = slope_r*(theta_i + zeta_iq) + mu_t - sev_r + hs_r*sd_h[t]*h_e + bias_e + b_q + eps
  x[e,q] = 0/1/2 = di bawah / sesuai / di atas ekspektasi, cut at TAU.
e = (rater r, ratee i, relation t); q = 7 BerAKHLAK items.

Calibration targets (published, see objektivitas.md): single-supervisor inter-rater
reliability of a composite 0.45-0.65, peer about 0.42, self-supervisor correlation 0.2-0.35,
idiosyncratic rater share of rating variance 53-62 %.

Every person is invented. ``culture``, ``tail``, ``role`` and ``skew`` bend the model away from the
one that the estimator assumes.
"""

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

SUP, PEER, UPW, SELF, EXT = range(5)
Q = 7
TAU = np.array([-1.5, 0.9])
ITEM_B = np.array([0.25, 0.0, 0.05, 0.2, 0.3, -0.3, -0.5])  # easiness, sums to 0
LEVEL_Q = (0.15, 0.75)


@dataclass
class Cfg:
    n: int = 1000
    seed: int = 1
    sd_unit: float = 0.45
    sd_theta: float = 1.0  # total sd of true performance
    sd_zeta: float = 0.4
    sd_sev: float = 0.55
    mu: tuple = (0.3, 0.6, 0.7, 1.0, 0.3)
    sd_h: tuple = (0.6, 0.8, 0.85, 1.1, 0.8)
    peer_min: int = 3
    peer_max: int = 5
    resp: tuple = (1.0, 0.85, 0.7, 0.9, 0.8)
    cross: float = 0.3  # share of ratees with peers from the neighbour unit
    second: float = 0.0  # share of ratees also rated by the supervisor's supervisor
    ext: float = 0.15
    item_miss: float = 0.05
    p_careless: float = 0.08
    p_central: float = 0.05
    p_friend: float = 0.08
    d_friend: float = 1.0
    p_nepot: float = 0.06
    d_nepot: float = 1.5
    p_foe: float = 0.03
    p_ring: float = 0.015
    d_ring: float = 1.8
    female: float = 0.5
    g_mean: float = 0.0  # shared gender penalty of all raters (not identifiable)
    g_sd: float = 0.10
    p_sexist: float = 0.06
    d_sexist: float = 0.8
    g_sup: float = 0.0  # extra gender penalty applied by supervisors only (identifiable)
    clean: bool = False  # no bias, no careless raters
    culture: float = 0.0  # sd of a leniency common to the raters of a unit
    culture_mode: str = "unit"  # "unit": on ratings inside the unit; "rater": wherever they rate
    tail: float = 0.0  # degrees of freedom of the halo (0: normal)
    role: float = 0.0  # sd of a rater's severity towards one relation
    skew: float = 0.0  # 0..1: share of a centred exponential in true performance


def _h01(a, b, salt):
    """hash of an unordered pair to [0,1)"""
    lo = np.minimum(a, b).astype(np.uint64)
    hi = np.maximum(a, b).astype(np.uint64)
    x = lo * np.uint64(0x9E3779B97F4A7C15) ^ (hi + np.uint64(salt)) * np.uint64(0xC2B2AE3D27D4EB4F)
    x ^= x >> np.uint64(29)
    x *= np.uint64(0xBF58476D1CE4E5B9)
    x ^= x >> np.uint64(32)
    return (x >> np.uint64(11)).astype(np.float64) / float(1 << 53)


def structure(c, rng):
    n = c.n
    sizes = rng.integers(5, 16, size=n // 5 + 5)
    cum = np.cumsum(sizes)
    m = int(np.searchsorted(cum, n - 1)) + 1
    sizes = sizes[:m].copy()
    start = 1 + np.concatenate([[0], np.cumsum(sizes)[:-1]])
    sizes[-1] = n - start[-1]
    if sizes[-1] < 5 and m > 1:
        sizes[-2] += sizes[-1]
        sizes = sizes[:-1]
        start = start[:-1]
        m -= 1
    team = np.zeros(n, np.int32)
    team[1:] = np.repeat(np.arange(m, dtype=np.int32), sizes)
    return m, sizes.astype(np.int64), start.astype(np.int64), team


def edges(c, rng):
    n = c.n
    m, sizes, start, team = structure(c, rng)
    j = np.arange(1, n)
    tj = team[1:].astype(np.int64)
    sz, st = sizes[tj], start[tj]
    pos = j - st
    R, J, T = [tj.copy()], [j], [np.zeros(n - 1, np.int8)]  # supervisor of team t is employee t
    k = rng.integers(c.peer_min, c.peer_max + 1, size=n - 1)
    k = np.minimum(k, sz - 1)
    o = rng.integers(0, 1 << 30, size=n - 1) % np.maximum(sz - 1, 1)
    ring_team = (
        np.zeros(m, bool)
        if c.clean
        else (rng.random(m) < c.p_ring) & (sizes >= 6) & (c.peer_max > 0)
    )
    for s in range(c.peer_max):
        on = (k > s) & (rng.random(n - 1) < c.resp[PEER])
        r = st + (pos + 1 + (o + s) % np.maximum(sz - 1, 1)) % sz
        ringpair = ring_team[tj] & (pos < 4) & (r - st < 4)
        on &= ~ringpair
        R.append(r[on])
        J.append(j[on])
        T.append(np.full(on.sum(), PEER, np.int8))
    # ring members all rate each other
    rt = np.flatnonzero(ring_team)
    if rt.size:
        a, b = [], []
        for p in range(4):
            for q in range(4):
                if p != q:
                    a.append(start[rt] + p)
                    b.append(start[rt] + q)
        R.append(np.concatenate(a))
        J.append(np.concatenate(b))
        T.append(np.full(12 * rt.size, PEER, np.int8))
    nt = np.where(tj + 1 < m, tj + 1, np.maximum(tj - 1, 0))
    if m > 1:
        on = rng.random(n - 1) < c.cross
        r = start[nt] + rng.integers(0, 1 << 30, size=n - 1) % sizes[nt]
        on &= r != j
        R.append(r[on])
        J.append(j[on])
        T.append(np.full(on.sum(), PEER, np.int8))
    on = rng.random(n - 1) < c.resp[UPW]
    R.append(j[on])
    J.append(tj[on])
    T.append(np.full(on.sum(), UPW, np.int8))
    a = np.arange(n)[rng.random(n) < c.resp[SELF]]
    R.append(a)
    J.append(a)
    T.append(np.full(a.size, SELF, np.int8))
    if c.second > 0:
        on = (rng.random(n - 1) < c.second) & (tj > 0)
        R.append(team[tj[on]].astype(np.int64))
        J.append(j[on])
        T.append(np.zeros(on.sum(), np.int8))
    e = np.flatnonzero(rng.random(n) < c.ext)
    r = n + (e // 25) * 4
    ne = rng.integers(1, 4, size=e.size)
    for s in range(3):
        on = (ne > s) & (rng.random(e.size) < c.resp[EXT])
        R.append((r + (s + e) % 4)[on])
        J.append(e[on])
        T.append(np.full(on.sum(), EXT, np.int8))
    R = np.concatenate(R).astype(np.int32)
    J = np.concatenate(J).astype(np.int32)
    T = np.concatenate(T)
    nr = n + ((n - 1) // 25 + 1) * 4
    order = np.lexsort((R, T, J)) if n <= 200000 else np.argsort(J, kind="stable")
    R, J, T = R[order], J[order], T[order]
    if n <= 200000:  # drop duplicate (rater, ratee, relation)
        dup = np.zeros(R.size, bool)
        dup[1:] = (R[1:] == R[:-1]) & (J[1:] == J[:-1]) & (T[1:] == T[:-1])
        R, J, T = R[~dup], J[~dup], T[~dup]
    return {
        "m": m,
        "sizes": sizes,
        "start": start,
        "team": team,
        "R": R,
        "I": J,
        "T": T,
        "nr": nr,
        "ring_team": ring_team,
    }


def truth(c, g, rng):
    n, m, nr = c.n, g["m"], g["nr"]
    R, J, T, team = g["R"], g["I"], g["T"], g["team"]
    u = rng.normal(size=m) * c.sd_unit
    own = rng.normal(size=n)
    if c.skew > 0:
        own = np.sqrt(1 - c.skew**2) * own - c.skew * (rng.exponential(size=n) - 1)
    theta = u[team] + own * np.sqrt(c.sd_theta**2 - c.sd_unit**2)
    sev = (rng.normal(size=nr) * c.sd_sev).astype(np.float32)
    cls = rng.random(nr)
    cls = np.where(cls < c.p_careless, 1, np.where(cls < c.p_careless + c.p_central, 2, 0)).astype(
        np.int8
    )
    if c.clean:
        cls[:] = 0
    slope = np.array([1.0, 0.4, 0.35], np.float32)[cls]
    hs = np.array([1.0, 1.6, 0.4], np.float32)[cls]
    female = rng.random(n) < c.female
    bias = np.zeros(R.size, np.float32)
    lab = {}
    if not c.clean:
        peer = T == PEER
        fr = peer & (_h01(R, J, c.seed) < c.p_friend)
        bias += c.d_friend * fr
        nep = rng.random(m) < c.p_nepot
        foe = rng.random(m) < c.p_foe
        fav = g["start"] + rng.integers(0, 1 << 30, size=m) % g["sizes"]
        fav2 = g["start"] + rng.integers(0, 1 << 30, size=m) % g["sizes"]
        vic = g["start"] + rng.integers(0, 1 << 30, size=m) % g["sizes"]
        sup = T == SUP
        rs = np.where(m > R, R, 0)
        isnep = sup & (m > R) & nep[rs] & ((fav[rs] == J) | (fav2[rs] == J))
        isfoe = sup & (m > R) & foe[rs] & (vic[rs] == J) & ~isnep
        bias += c.d_nepot * isnep - c.d_nepot * isfoe
        pos = np.zeros(n, np.int64)
        pos[1:] = np.arange(1, n) - g["start"][team[1:]]
        ring_emp = np.zeros(n, bool)
        ring_emp[1:] = g["ring_team"][team[1:]] & (pos[1:] < 4)
        Rn = np.where(n > R, R, 0)
        ring = peer & (n > R) & ring_emp[Rn] & ring_emp[J] & (team[Rn] == team[J])
        bias += c.d_ring * ring
        sexist = rng.random(nr) < c.p_sexist
        gpen = c.g_mean + rng.normal(size=nr) * c.g_sd + c.d_sexist * sexist
        bias -= (gpen[R] * (female[J] & (T != SELF))).astype(np.float32)
        bias -= np.float32(c.g_sup) * (female[J] & sup)
        lab = {
            "nepot": nep,
            "foe": foe,
            "friend": fr,
            "ring_edge": ring,
            "ring_emp": ring_emp,
            "sexist": sexist,
            "isnep": isnep,
            "isfoe": isfoe,
            "gpen": gpen.astype(np.float32),
        }
    extra = {}
    if c.culture > 0 or c.role > 0:
        extra = bend(c, g, sev, bias)
        sev = extra.pop("sev", sev)
    lab.update(extra)
    return dict(
        theta=theta, unit=u, sev=sev, cls=cls, slope=slope, hs=hs, female=female, bias=bias, **lab
    )


def bend(c, g, sev, bias):
    """Culture of units and role-specific severity, added in place to ``bias`` or to severities.

    Returns the supervisors' own severity and the one that includes their unit's culture.
    """
    rng = np.random.default_rng([9, c.seed])
    n, m, team = c.n, g["m"], g["team"]
    R, J, T = g["R"], g["I"], g["T"]
    culture = (rng.normal(size=m) * c.culture).astype(np.float32)
    own = sev[:m].copy()
    out = {}
    if c.culture_mode == "unit":
        Rn = np.where(n > R, R, 0)
        inside = (n > R) & ((team[Rn] == team[J]) | ((T == SUP) & (team[J] == R)))
        bias -= culture[team[J]] * inside
    else:
        home = np.full(g["nr"], -1)
        home[:n] = team
        home[:m] = np.arange(m)
        out["sev"] = sev + np.where(home >= 0, culture[home], 0).astype(np.float32)
    if c.role > 0:
        noise = rng.normal(size=(g["nr"], 5)).astype(np.float32) * np.float32(c.role)
        bias -= noise[R, T]
    return {**out, "own_sev": own, "absolute_sev": own + culture}


def ratings(c, g, t, rng, block=2_000_000):
    """int8 matrix E x Q, -1 = missing. Blocked, so memory stays bounded."""
    R, J, T = g["R"], g["I"], g["T"]
    E = R.size
    X = np.empty((E, Q), np.int8)
    zeta = rng.standard_normal((c.n, Q), dtype=np.float32) * np.float32(c.sd_zeta)
    mu = np.array(c.mu, np.float32)
    sdh = np.array(c.sd_h, np.float32)
    th = t["theta"].astype(np.float32)
    for s in range(0, E, block):
        sl = slice(s, min(E, s + block))
        r, i, ty = R[sl], J[sl], T[sl]
        halo = rng.standard_normal(r.size, dtype=np.float32)
        if c.tail > 2:
            chi = rng.chisquare(c.tail, size=r.size).astype(np.float32)
            halo *= np.sqrt(np.float32(c.tail - 2) / chi)
        base = mu[ty] - t["sev"][r] + t["hs"][r] * sdh[ty] * halo + t["bias"][sl]
        z = (
            t["slope"][r][:, None] * (th[i][:, None] + zeta[i])
            + base[:, None]
            + ITEM_B.astype(np.float32)[None, :]
        )
        z += rng.standard_normal(z.shape, dtype=np.float32)
        x = (z > TAU[0]).astype(np.int8) + (z > TAU[1]).astype(np.int8)
        if c.item_miss > 0:
            x[rng.random(x.shape, dtype=np.float32) < c.item_miss] = -1
        X[sl] = x
    return X, zeta


def make(c: Cfg):
    rng = np.random.default_rng([20260101, c.seed])
    g = edges(c, rng)
    t = truth(c, g, rng)
    X, zeta = ratings(c, g, t, rng)
    t["zeta"] = zeta
    t["level"] = np.digitize(t["theta"], norm.ppf(LEVEL_Q) * c.sd_theta)
    return {"cfg": c, "g": g, "t": t, "X": X}


SCENARIOS = {
    "penuh": {},
    "tipis": {
        "peer_min": 2,
        "peer_max": 2,
        "resp": (1.0, 0.6, 0.4, 0.8, 0.5),
        "cross": 0.1,
        "ext": 0.05,
    },
    "berjenjang": {
        "peer_min": 0,
        "peer_max": 0,
        "resp": (1.0, 0, 0, 0.9, 0),
        "cross": 0.0,
        "ext": 0.0,
        "second": 1.0,
    },
    "tercemar": {
        "p_friend": 0.2,
        "p_ring": 0.06,
        "p_nepot": 0.15,
        "p_foe": 0.06,
        "p_careless": 0.15,
    },
    "bersih": {"clean": True},
}
# Another truth than the estimator's: unit-wide leniency in two forms, and everything at once.
BENT = {
    "budaya_unit": {"culture": 0.4, "culture_mode": "unit"},
    "budaya_penilai": {"culture": 0.4, "culture_mode": "rater"},
    "salah_model": {"culture": 0.4, "tail": 4, "role": 0.3, "skew": 0.8},
}
