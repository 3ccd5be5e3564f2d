"""Figures T1 to T13 of the engine ``tera.stats``: one JSON line per target.

Run: ``python bench/objektivitas.py [T1 T6 ...] [--benih 2] [--skenario penuh tipis]
[--orang 5000000] [--ulang 400] [--batas FOLDER]``. Invented organisations with known truth; self
ratings are in the data and never enter. T1, T3 and T6 are measured against the Gibbs posterior
under the generator's own hyper-parameters (minutes per scenario; ``--batas`` keeps it between
runs), T2 on a truth of another form against a trained upper mark, T9 in ``--ulang`` organisations.
T12 belongs to the release desk. LAIN: what the "other evidence" keeps of the decider's answers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]

import numpy as np  # noqa: E402
from bench.objektivitas_alat import batas, batas_kontras, jangkar, patokan, samping  # noqa: E402
from bench.objektivitas_alat import pembangkit as gen  # noqa: E402
from bench.objektivitas_alat import pembangkit_lain as other  # noqa: E402
from scipy.stats import norm  # noqa: E402

from tera.stats import advice, detectors, facets, fairness, rings, whatif  # noqa: E402
from tera.stats.pairs import Relation  # noqa: E402

N = 2000
CUTS = norm.ppf(gen.LEVEL_Q)
FIRST = {"T1": 5000, "T5": 5200, "T6": 6000, "T7": 7000, "T8": 8000}


def organisation(scenario: str, seed: int, n: int = N) -> dict[str, Any]:
    """One invented organisation."""
    extra = {**gen.SCENARIOS, **gen.BENT}[scenario]
    return gen.make(gen.Cfg(n=n, seed=seed, **extra))


def fit(data: dict[str, Any], **more: Any) -> facets.FacetEstimate:
    """The product's estimate."""
    g = data["g"]
    return facets.estimate(
        g["R"], g["I"], g["T"], data["X"], n_ratee=data["cfg"].n, n_rater=g["nr"],
        unit=g["team"], **more,
    )  # fmt: skip


def limit(scenario: str, seed: int, data: dict[str, Any], folder: Path | None) -> dict[str, Any]:
    """Gibbs posterior, kept in ``folder`` when given."""
    sweeps = 4500 if scenario in ("tipis", "berjenjang") else 2000
    kept = folder / f"lim_{scenario}_{seed}.npz" if folder else None
    if kept and kept.exists():
        return dict(np.load(kept))
    found = batas.gibbs(data, sweeps=sweeps, burn=300, seed=seed)
    if kept:
        np.savez(kept, **found)
    return found


def rmse(values: np.ndarray, truth: np.ndarray) -> float:
    """Root mean square error after the best linear scale: sd * sqrt(1 - r²)."""
    r = np.corrcoef(values, truth)[0, 1]
    return float(truth.std() * np.sqrt(1 - r * r))


def supervisor(data: dict[str, Any]) -> np.ndarray:
    """Mean answer of the direct supervisor, NaN without one."""
    g, X = data["g"], data["X"]
    direct = (g["T"] == Relation.SUPERIOR) & (g["team"][g["I"]] == g["R"])
    answered = (X >= 0).sum(1)
    direct &= answered > 0
    out = np.full(data["cfg"].n, np.nan)
    out[g["I"][direct]] = np.where(X >= 0, X, 0).sum(1)[direct] / answered[direct]
    return out


def decider(data: dict[str, Any]) -> np.ndarray:
    """Number of the rater who decides on each person, the direct supervisor; -1 without one."""
    g = data["g"]
    direct = (g["T"] == Relation.SUPERIOR) & (g["team"][g["I"]] == g["R"])
    out = np.full(data["cfg"].n, -1)
    out[g["I"][direct]] = g["R"][direct]
    return out


def recovery(scenario: str, seeds: int, folder: Path | None) -> dict[str, dict[str, float]]:
    """T1, T1b, T3, T4 and the severity ratio of one scenario, means over seeds.

    ``flag_…``: T5 on the same people, beside the flags of the limit's own posterior.
    """
    rows = []
    for seed in range(1, seeds + 1):
        data = organisation(scenario, FIRST["T1"] + seed)
        t, truth = data["t"], data["t"]["theta"]
        answer, best = fit(data), limit(scenario, seed, data, folder)
        raw = supervisor(data)
        used = np.isfinite(answer.value) & np.isfinite(raw)
        base, goal = rmse(raw[used], truth[used]), rmse(best["theta"][used], truth[used])
        chance = answer.level_probability(CUTS)
        level = t["level"]
        rated = np.clip(np.round(np.nan_to_num(raw)), 0, 2).astype(int)
        wrong = rated != level

        def flags(support: np.ndarray, rated: np.ndarray = rated, used: np.ndarray = used) -> Any:
            return used & (support[np.arange(rated.size), rated] < 0.10)

        flagged, flagged_limit = flags(chance), flags(best["lev"])
        heads = np.flatnonzero(np.isfinite(answer.severity[: data["g"]["m"]]))
        own = t["sev"][heads]

        def r(values: np.ndarray, heads: np.ndarray = heads, own: np.ndarray = own) -> float:
            return float(np.corrcoef(values[heads], own)[0, 1])

        def cover(value: np.ndarray, sd: np.ndarray, truth: np.ndarray) -> float:
            ok = np.isfinite(value)
            return float((np.abs(value - truth)[ok] < 1.6449 * sd[ok]).mean())

        rows.append({
            "G": (base - rmse(answer.value[used], truth[used])) / (base - goal),
            "G_person": (base - rmse(answer.person_value[used], truth[used])) / (base - goal),
            "r": float(np.corrcoef(answer.value[used], truth[used])[0, 1]),
            "r_limit": float(np.corrcoef(best["theta"][used], truth[used])[0, 1]),
            "accuracy_ratio": float(
                (chance.argmax(1) == level)[used].mean()
                / (best["lev"].argmax(1) == level)[used].mean()
            ),
            "flag_share": float(flagged[used].mean()),
            "flag_share_limit": float(flagged_limit[used].mean()),
            "flag_wrong": float(wrong[flagged].mean()),
            "flag_wrong_limit": float(wrong[flagged_limit].mean()),
            "coverage": cover(answer.value, answer.value_sd, truth),
            "coverage_person": cover(answer.person_value, answer.person_value_sd, truth),
            "severity_ratio": r(answer.severity) / r(best["sev"]),
            "without_number": float(1 - np.isfinite(answer.value[1:]).mean()),
        })  # fmt: skip
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}


def review_flags(scenario: str, seeds: int, n: int = 20_000) -> dict[str, float]:
    """T5: flags (less than 10 % support), wrong ones and their standard error, pooled over seeds.

    ``asked_…``: the reason boxes that a rater would see (:func:`tera.stats.advice.advise`), where
    the others' support is below 10 % too and fewer than k anonymous answers don't hide it. 2,000
    people give some 70 flags in a thin scenario, a standard error of 0.03: hence 20,000.
    """
    flags = wrong = people = asked = asked_wrong = 0
    promised = 0.0
    for seed in range(1, seeds + 1):
        data = organisation(scenario, FIRST["T5"] + seed, n)
        answer, raw = fit(data), supervisor(data)
        used = np.isfinite(answer.value) & np.isfinite(raw)
        rated = np.clip(np.round(np.nan_to_num(raw)), 0, 2).astype(int)
        support = answer.level_probability(CUTS)[np.arange(n), rated]
        flagged = used & (support < 0.10)
        flags += int(flagged.sum())
        wrong += int((rated != data["t"]["level"])[flagged].sum())
        promised += float(1 - support[flagged].sum() / max(flagged.sum(), 1)) / seeds
        people += int(used.sum())
        given = advice.advise(
            answer, CUTS, np.arange(n), decider=decider(data), decided=np.where(used, rated, -1)
        )
        asked += int(given.ask.sum())
        asked_wrong += int((rated != data["t"]["level"])[given.ask].sum())
    share = wrong / flags
    return {
        "flag_wrong": share, "error": float(np.sqrt(share * (1 - share) / flags)),
        "promised": promised, "flag_share": flags / people,
        "asked_wrong": asked_wrong / max(asked, 1), "asked_share": asked / people,
    }  # fmt: skip


def severity_error(scenario: str, seeds: int, n: int = 4000) -> dict[str, float]:
    """T6: real false share and recall of the list at nominal 10 %, in both readings of severity."""
    rows = []
    for seed in range(1, seeds + 1):
        data = organisation(scenario, FIRST["T6"] + seed, n)
        t, heads = data["t"], np.arange(data["g"]["m"])
        listed = detectors.severity(fit(data), raters=heads)
        flagged = listed.flagged[heads]
        row = {"share": float(flagged.mean())}
        for name in ("own_sev", "absolute_sev"):
            size = np.abs(t.get(name, t["sev"][heads]))
            row[f"false_{name[:3]}"] = (
                float(1 - (size[flagged] > 0.4).mean()) if flagged.any() else 0
            )
            row[f"recall_{name[:3]}"] = float(flagged[size > 0.8].mean())
        rows.append(row)
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}


def auc(score: np.ndarray, label: np.ndarray) -> float:
    """Area under the ROC curve."""
    from scipy.stats import rankdata

    ok = np.isfinite(score)
    rank, label = rankdata(score[ok]), label[ok].astype(bool)
    one, none = label.sum(), (~label).sum()
    if not one or not none:
        return float("nan")
    return float((rank[label].sum() - one * (one + 1) / 2) / (one * none))


def ring_figures(scenario: str, seeds: int, n: int) -> dict[str, float]:
    """T7: AUC over units, share of clean units with p < 0.05, right and all on the watch list."""
    rows = []
    for seed in range(1, seeds + 1):
        data = organisation(scenario, FIRST["T7"] + seed, n)
        found = rings.scan(fit(data), seed=seed)
        label = data["g"]["ring_team"]
        tested = np.isfinite(found.p)
        rows.append({
            "auc": auc(found.score, label),
            "clean_p05": float((found.p[tested & ~label] < 0.05).mean()),
            "watch_right": float((found.watch & label).sum()), "watch": float(found.watch.sum()),
            "rings": float(label.sum()),
        })  # fmt: skip
    return {key: float(np.nanmean([row[key] for row in rows])) for key in rows[0]}


def careless_figures(scenario: str, seeds: int, n: int = 4000) -> dict[str, float]:
    """T8: AUC of careless or central raters by number of ratings; false share of the list."""
    rows = []
    for seed in range(1, seeds + 1):
        data = organisation(scenario, FIRST["T8"] + seed, n)
        answer = fit(data)
        found = detectors.careless(answer)
        label = data["t"]["cls"] > 0
        count = answer.fitted.pairs.per_rater
        score = found.careless + found.central
        many = count >= 10
        row = {"auc_10": auc(score[many], label[many])}
        some = (count >= 6) & (count < 10)
        row["auc_6_9"] = auc(score[some], label[some]) if label[some].any() else float("nan")
        flagged = found.flagged
        row["list"] = float(flagged.sum())
        row["list_false"] = float(1 - label[flagged].mean()) if flagged.any() else 0.0
        prompts = detectors.favouritism(answer)
        real = data["t"]["isnep"] | data["t"]["isfoe"]
        row["prompt_right"] = float(real[prompts.row].mean()) if prompts.row.size else float("nan")
        rows.append(row)
    return {key: float(np.nanmean([row[key] for row in rows])) for key in rows[0]}


def fairness_figures(penalty: float, n: int, repeats: int) -> dict[str, float]:
    """T9: share of organisations where the contrast alarms (one-sided use of the 95 % interval)."""
    hit, found, limits = 0, [], []
    base = gen.Cfg(n=8000, seed=400, g_sd=0.0, p_sexist=0.0)
    hyper = fit(gen.make(base)).fitted.hyper
    for repeat in range(repeats):
        config = gen.Cfg(n=n, seed=9000 + repeat, g_sup=penalty, g_sd=0.0, p_sexist=0.0)
        data = gen.make(config)
        contrast = fairness.group_contrast(fit(data, hyper=hyper), data["t"]["female"].astype(int))
        hit += contrast.difference / ((contrast.high - contrast.low) / 3.92) < -1.645
        found.append(contrast.difference)
        limits.append(contrast.detectable)
    return {
        "alarm": hit / repeats, "difference": float(np.mean(found)),
        "detectable": float(np.mean(limits)),
    }  # fmt: skip


def scale_figures(people: int) -> dict[str, float]:
    """T10: seconds, CPU seconds and peak memory of the whole estimate, in a process of its own."""
    code = (
        f"import sys; sys.path[:0] = {sys.path[:2]!r}\n"
        f"from bench.objektivitas import scale_once\nscale_once({people})"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return dict(json.loads(out.stdout.strip().splitlines()[-1]))


def scale_once(people: int) -> None:
    """Generate to files, forget, read, estimate; print one JSON object."""
    import tempfile

    small = gen.make(gen.Cfg(n=1000, seed=9))
    fit(small, fast=people > 40_000)
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            data = gen.make(gen.Cfg(n=people, seed=5))
            g = data["g"]
            for name, array in (
                ("rater", g["R"]), ("ratee", g["I"]), ("relation", g["T"]), ("items", data["X"]),
                ("unit", g["team"]), ("truth", data["t"]["theta"].astype(np.float32)),
                ("severity", data["t"]["sev"][: g["m"]]),
            ):  # fmt: skip
                np.save(f"{folder}/{name}.npy", array)
            os._exit(0)
        os.waitpid(child, 0)
        wall, cpu = time.perf_counter(), time.process_time()
        read = {
            name: np.load(f"{folder}/{name}.npy")
            for name in ("rater", "ratee", "relation", "items", "unit")
        }
        reading = time.perf_counter() - wall
        pairs = read["rater"].size
        answer = facets.estimate(
            read.pop("rater"), read.pop("ratee"), read.pop("relation"), read.pop("items"),
            n_ratee=people, n_rater=people + ((people - 1) // 25 + 1) * 4, unit=read.pop("unit"),
        )  # fmt: skip
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        truth, severity = np.load(f"{folder}/truth.npy"), np.load(f"{folder}/severity.npy")
    ok = np.isfinite(answer.value)
    heads = np.isfinite(answer.severity[: severity.size])
    print(json.dumps({
        "people": people, "pairs": int(pairs), "wall_s": wall, "cpu_s": cpu, "read_s": reading,
        "peak_gb": peak, "sweeps": answer.diagnostics.sweeps,
        "rested": answer.diagnostics.converged, "compiled": answer.diagnostics.compiled,
        "r": float(np.corrcoef(answer.value[ok], truth[ok])[0, 1]),
        "r_severity": float(
            np.corrcoef(answer.severity[: severity.size][heads], severity[heads])[0, 1]
        ),
    }))  # fmt: skip


def what_if_figures(n: int = 10_000, tries: int = 20) -> dict[str, float]:
    """T13: milliseconds per changed rating (wall, CPU), the largest gap to the full fit in sd."""
    from tera.stats.fit import Solver

    data = organisation("penuh", 11, n)
    answer = fit(data)
    g, rng = data["g"], np.random.default_rng(3)
    usable = np.flatnonzero(answer.kept & (g["T"] == Relation.SUPERIOR))
    times, work, gap = [], [], 0.0
    for row in rng.choice(usable, tries, replace=False):
        changed = np.where(data["X"][row] >= 0, 2 - np.maximum(data["X"][row], 0), -1)
        start, used = time.perf_counter(), time.process_time()
        local = whatif.what_if(answer, row, changed)
        times.append((time.perf_counter() - start) * 1000)
        work.append((time.process_time() - used) * 1000)
        if len(times) <= 3:
            items = data["X"].copy()
            items[row] = changed
            from tera.stats.pairs import check

            pairs = check(g["R"], g["I"], g["T"], items, n_ratee=n, n_rater=g["nr"]).pairs
            full = Solver(pairs, answer.fitted.hyper, answer.fitted.unit)
            full.solve()
            scale = answer.fitted.hyper.sd_value
            new = answer.fitted.value / scale
            new[local.ratee] = local.value
            gap = max(gap, float(np.nanmax(np.abs(new - full.value / scale))))
    return {
        "median_ms": float(np.median(times)), "worst_ms": max(times),
        "median_cpu_ms": float(np.median(work)), "largest_gap_sd": gap,
    }  # fmt: skip


def commit() -> str:
    """Short name of the commit."""
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "tanpa-commit"


def say(target: str, value: Any, goal: str, n: int, **more: Any) -> None:
    """Print one target."""

    def short(x: Any) -> Any:
        if isinstance(x, dict):
            return {key: short(value) for key, value in x.items()}
        return float(f"{x:.4g}") if isinstance(x, float) else x

    print(json.dumps({
        "name": f"objektivitas_{target}", "value": short(value), "target": goal, "n": n, **more,
        "commit": commit(), "python": platform.python_version(), "database": None,
    }), flush=True)  # fmt: skip


def main() -> None:
    """Measure the targets named, all by default."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", nargs="*")
    parser.add_argument("--benih", type=int, default=2)
    parser.add_argument("--skenario", nargs="*", default=list(gen.SCENARIOS))
    parser.add_argument("--orang", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--batas", type=Path)
    parser.add_argument("--ulang", type=int, default=400)
    asked = parser.parse_args()
    wanted = {name.upper() for name in asked.target}

    def on(*names: str) -> bool:
        return not wanted or bool(wanted & set(names))

    if on("T1", "T1B", "T3", "T4"):
        rows = {name: recovery(name, asked.benih, asked.batas) for name in asked.skenario}

        def pick(*keys: str) -> dict[str, Any]:
            return {name: {key: row[key] for key in keys} for name, row in rows.items()}

        seeds = {"seeds": asked.benih}
        say("T1", pick("G", "r", "r_limit"), "G >= 0.95 each", N, **seeds)
        say("T1b", pick("G_person"), "G >= 0.91 each, tipis >= 0.85", N, **seeds)
        say("T3", pick("accuracy_ratio"), ">= 0.985", N, **seeds)
        say("T4", pick("coverage", "coverage_person"), "0.87-0.93", N, **seeds)
        say("T5_limit", pick("flag_share", "flag_share_limit", "flag_wrong", "flag_wrong_limit"),
            "beside the limit", N, **seeds)  # fmt: skip
        say("T6_ratio", pick("severity_ratio"), ">= 0.985", N, **seeds)
    if on("T2"):
        for name in other.GRAPHS:
            say("T2", patokan.held_out(name, asked.benih, fit, supervisor), "G >= 0.95", N,
                scenario=name, seeds=asked.benih)  # fmt: skip
    if on("T4"):
        found = {name: bent(name, asked.benih) for name in gen.BENT}
        say("T4_bent", found, "coverage 0.87-0.93", N, seeds=asked.benih)
    if on("T5"):
        for name in asked.skenario:
            say("T5", review_flags(name, asked.benih), ">= 0.93 wrong; penuh >= 0.08", 20_000,
                scenario=name, seeds=asked.benih)  # fmt: skip
    if on("LAIN"):
        for name in asked.skenario:
            data = organisation(name, FIRST["T5"] + 1)
            say("LAIN", samping.leak(data, decider(data), CUTS, fit), "other evidence: near 0", N,
                scenario=name)  # fmt: skip
    if on("T6"):
        for name in [*gen.SCENARIOS, *gen.BENT]:
            say("T6_false", severity_error(name, asked.benih), "false <= 0.15", 4000,
                scenario=name, seeds=asked.benih)  # fmt: skip
    if on("T7"):
        for name, people in (("penuh", 2000), ("penuh", 6000), ("salah_model", 6000)):
            say("T7", ring_figures(name, asked.benih, people), "AUC >= 0.95, p05 <= 0.06", people,
                scenario=name, seeds=asked.benih)  # fmt: skip
    if on("T8"):
        for name in ("penuh", "tipis", "tercemar", "salah_model"):
            say("T8", careless_figures(name, asked.benih), "AUC >= 0.85 in penuh", 4000,
                scenario=name, seeds=asked.benih)  # fmt: skip
    if on("T9"):
        for penalty, people, repeats in (
            (0.2, 1000, asked.ulang),
            (0.0, 1000, asked.ulang),
            (0.0, 5000, asked.ulang // 4),
        ):
            say("T9", fairness_figures(penalty, people, repeats), "0.2: >= 0.95; 0: <= 0.06",
                people, penalty=penalty, repeats=repeats)  # fmt: skip
        say("T9_bound", batas_kontras.power(0.2, 1000, 30), "no method does better", 1000)
    if on("T10"):
        sizes = [scale_figures(people) for people in asked.orang]
        for size in sizes:
            say("T10", size, "5 M: < 180 s, < 4 GB", int(size["people"]), cores=os.cpu_count())
        if len(sizes) > 1:
            a, b = sizes[-2:]
            grow = np.log(b["cpu_s"] / a["cpu_s"]) / np.log(b["people"] / a["people"])
            say("T10_exponent", float(grow), "<= 1.1", int(b["people"]))
    if on("T11"):
        for line in jangkar.compare():
            say("T11", line, "<= 0.005 logit; <= 1 %; <= 0.001", int(line.pop("n")))
    if on("T13"):
        say("T13", what_if_figures(), "< 100 ms, <= 0.01 sd", 10_000)


def bent(scenario: str, seeds: int) -> dict[str, float]:
    """Recovery and coverage where the truth has another form than the model."""
    rows = []
    for seed in range(1, seeds + 1):
        data = organisation(scenario, FIRST["T1"] + seed)
        answer, truth = fit(data), data["t"]["theta"]
        ok = np.isfinite(answer.value)
        within = np.abs(answer.value - truth)[ok] < 1.6449 * answer.value_sd[ok]
        raw = supervisor(data)
        both = ok & np.isfinite(raw)
        rows.append({
            "coverage": float(within.mean()),
            "r": float(np.corrcoef(answer.value[ok], truth[ok])[0, 1]),
            "r_supervisor": float(np.corrcoef(raw[both], truth[both])[0, 1]),
        })  # fmt: skip
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}


if __name__ == "__main__":
    main()
