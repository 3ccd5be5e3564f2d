"""Public rating data with the estimates of other people's programs (T11).

The data belongs to GPL packages and stays outside the repository: ``RATER_ANCHORS`` names the
folder, by default ``../shared/rater_anchors`` beside the repository.
"""

import csv
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tera.stats import linear, reference
from tera.stats.pairs import pack

ROOT = Path(__file__).resolve().parents[2]
FACETS = {
    "ptam4": ("idstud", "rater", ["crit2", "crit3", "crit4"]),
    "ratings1": ("idstud", "rater", [f"k{k}" for k in range(1, 6)]),
    "immer01b": ("idstud", "rater", [f"k{k}" for k in range(1, 6)]),
    "immer07": ("pid", "rater", [f"I{k}" for k in range(1, 5)]),
}
# TAM 4.4-2 tam.mml.mfr, lme4 1.1-31 (maximum likelihood), ordinal::clmm (10 nodes), as printed.
TAM_DEVIANCE = {"ptam4": 3412.39, "ratings1": 2526.21, "immer01b": 40320.97, "immer07": 13045.95}
LME4 = {"d": 0.2735, "s": 0.1062, "residual": 1.3872, "mean": 3.2542}
CLMM = {"temp": 3.0619, "contact": 1.8334, "variance": 1.288, "loglik": -81.53}


def folder() -> Path:
    """Where the data should be."""
    return Path(os.environ.get("RATER_ANCHORS", ROOT.parent / "shared" / "rater_anchors"))


def table(name: str) -> dict[str, list[str]]:
    """Columns of one CSV file."""
    with (folder() / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {key: [row[key] for row in rows] for key in rows[0]}


def codes(column: list[str]) -> tuple[list[str], np.ndarray]:
    """Sorted names and the number of each entry."""
    names, number = np.unique(column, return_inverse=True)
    return list(names), number


def ratings(name: str) -> tuple[list[str], np.ndarray, list[str], np.ndarray, np.ndarray]:
    """Persons, their numbers, raters, their numbers, answers (rows, items) with -1 missing."""
    person, rater, items = FACETS[name]
    columns = table(name)
    answer = [[-1 if x in ("", "NA") else int(x) for x in columns[item]] for item in items]
    return (*codes(columns[person]), *codes(columns[rater]), np.array(answer).T)


def facets(name: str) -> dict[str, float]:
    """Largest gaps to TAM: rater severities and EAPs (logits), and the deviance."""
    people, person, raters, rater, items = ratings(name)
    found = reference.facets_mml(person, rater, items)
    tam = table(f"tam_{name}_xsi")
    severity = {
        parameter.removeprefix("rater"): float(value)
        for parameter, facet, value in zip(tam["parameter"], tam["facet"], tam["xsi"], strict=True)
        if facet == "rater"
    }
    gap = [abs(found.severity[raters.index(key)] - value) for key, value in severity.items()]
    persons = table(f"tam_{name}_person")
    number = {key: k for k, key in enumerate(people)}
    eap = [
        abs(found.eap[number[key]] - float(value))
        for key, value in zip(persons["pid"], persons["EAP"], strict=True)
    ]
    return {
        "severity_gap": max(gap), "eap_gap": max(eap),
        "deviance_gap": abs(found.deviance - TAM_DEVIANCE[name]), "n": len(person),
    }  # fmt: skip


def insteval() -> dict[str, float]:
    """Relative gaps of our linear model to lme4 on InstEval, and r of the predictions."""
    columns = table("insteval")
    lecturers, ratee = codes(columns["d"])
    _, rater = codes(columns["s"])
    order = np.argsort(ratee, kind="stable")
    one = np.ones(ratee.size, np.int8)
    pairs = pack(
        rater[order].astype(np.int32), ratee[order].astype(np.int32), 0 * one, one, 0 * one,
        n_ratee=len(lecturers), n_rater=int(rater.max()) + 1, n_item=1,
    )  # fmt: skip
    start = time.perf_counter()
    score = np.array(columns["y"], float)[order]
    found = linear.estimate(pairs, score, rounds=60, final=200)
    seconds = time.perf_counter() - start
    known = table("lme4_insteval_d")
    at = [lecturers.index(name) for name in known["d"]]
    ours = {
        "d": found.value_var, "s": found.severity_var, "residual": float(found.residual_var[0]),
        "mean": float(found.mean[0]),
    }  # fmt: skip
    r = float(np.corrcoef(found.value[at], np.array(known["re"], float))[0, 1])
    gap = {f"{key}_gap": abs(value / LME4[key] - 1) for key, value in ours.items()}
    return {**gap, "r": r, "seconds": seconds, "n": ratee.size}


def wine() -> dict[str, float]:
    """Gaps to ordinal::clmm on the wine data."""
    columns = table("wine")
    design = np.array([
        [temp == "warm", contact == "yes"]
        for temp, contact in zip(columns["temp"], columns["contact"], strict=True)
    ], float)  # fmt: skip
    level = np.array(columns["rating"], int) - 1
    found = reference.cumulative_mixed(level, design, codes(columns["judge"])[1])
    return {
        "temp_gap": abs(found.slope[0] - CLMM["temp"]),
        "contact_gap": abs(found.slope[1] - CLMM["contact"]),
        "variance_gap": abs(found.variance - CLMM["variance"]),
        "loglik_gap": abs(found.loglik - CLMM["loglik"]), "n": level.size,
    }  # fmt: skip


def compare() -> Iterator[dict[str, Any]]:
    """Every anchor, or one line that says the data is absent."""
    if not folder().is_dir():
        yield {"data": "tidak ada; setel RATER_ANCHORS", "n": 0}
        return
    for name in FACETS:
        yield {"data": name, **facets(name)}
    yield {"data": "insteval", **insteval()}
    yield {"data": "wine", **wine()}
