"""The façade: its example runs as printed, and no broken input gets a number out of any of it."""

import textwrap

import numpy as np
import pytest

from stats.organisasi_acak import Organisation, make
from tera.stats import engine
from tera.stats.engine import Reason

# Predikat 0 Sangat Kurang .. 4 Sangat Baik by hasil kerja (row) and perilaku (column).
MATRIX = np.array([[0, 1, 1], [2, 3, 3], [2, 3, 4]])
LIMITS = (engine.Limit("max", (3,), 0.70), engine.Limit("min", (1, 2), people=1))


def table(o: Organisation, chosen: np.ndarray | None = None) -> dict[str, object]:
    """The arrays that the example names, of an organisation whose heads decide."""
    rows = np.ones(o.rater.size, bool) if chosen is None else chosen
    rng = np.random.default_rng(7)
    n, heads = o.n_ratee, np.arange(o.n_ratee, o.n_rater)
    decided = rng.integers(0, 3, n)
    outcome = rng.integers(0, 3, n)
    final = MATRIX[outcome, decided]
    return {
        "np": np, "rater": o.rater[rows], "ratee": o.ratee[rows], "relation": o.relation[rows],
        "items": o.items[rows], "unit": o.unit, "n_ratee": n, "n_rater": o.n_rater, "seed": 1,
        "decider": heads[o.unit], "me": int(heads[0]), "decided": decided, "heads": heads,
        "outcome": outcome, "matrix": MATRIX, "final": final, "limits": LIMITS,
        "reviewed": np.full((o.unit == 0).sum(), 3), "row_of_pair": 0,
        "group": rng.integers(0, 2, n), "second": heads[(o.unit + 1) % heads.size],
    }  # fmt: skip


def example() -> str:
    doc = engine.__doc__
    return textwrap.dedent(doc[doc.index("    from tera.stats") : doc.index("What may leave")])


def test_the_example_runs_as_printed() -> None:
    o = make(14, 8, seed=3)
    names = table(o)
    exec(compile(example(), "engine.__doc__", "exec"), names)
    assert len(names["lines"]) == 8
    assert any(line.startswith("Bukti lain mendukung") for line in names["lines"])
    assert names["own"].startswith("Anda ")
    assert "dibanding 13 penilai unit serupa" in names["own"]
    assert len(names["patterns"]) == 14
    assert names["first"][-1].startswith("Daftar tinjau, bukan temuan; sekitar ")
    assert names["if_reviewed"].limits[0].count == 8
    assert names["if_reviewed"].limits[0].excess == 3
    counted = names["if_stricter"]
    assert counted.expected.sum() == pytest.approx(counted.people)
    assert counted.people + counted.without_evidence == 112
    now = engine.expected_levels(names["beside"].level_probability(names["cuts"])).expected
    assert counted.expected[0] > now[0]
    assert counted.expected[2] < now[2]
    assert o.ratee[0] in names["if_answered"].ratee
    assert "Bila atasan berjenjang ikut menilai semua pegawai (112 penilaian" in names["health"]
    assert "kelompok ini" in names["gap"]
    assert "simpangan baku biasanya tidak terlihat" in names["gap"]
    assert len(example().splitlines()) <= 38


def only(relations: tuple[int, ...]):
    return lambda o: np.isin(o.relation, relations)


BROKEN = {
    "only supervisors": (only((0,)), Reason.ONE_RATER),
    "units that nothing links": (only((0, 1)), Reason.SEPARATED),
    "nobody answered": (only(()), Reason.NO_RATING),
    "everyone equal": (lambda o: o.items.fill(2), Reason.ALL_EQUAL),
    "one item": (lambda o: None, Reason.ONE_ITEM),
}


@pytest.mark.parametrize("case", BROKEN)
def test_nothing_of_the_facade_says_a_number_without_evidence(case) -> None:
    o = make(10, 7, seed=2)
    cut, reason = BROKEN[case]
    names = table(o, cut(o))
    if reason is Reason.ONE_ITEM:
        names["items"] = names["items"][:, :1]
    text = example().replace("np.full(7, 1)", "np.full(items.shape[1], 1)")
    if_answered = text.index("if_answered")
    line_end = text.index("\n", if_answered)
    what_if = text[if_answered:line_end]
    exec(compile(text[:if_answered] + text[line_end + 1 :], "engine.__doc__", "exec"), names)
    with pytest.raises(ValueError, match=engine.STATUS):
        exec(what_if, names)
    assert all(line.startswith(engine.STATUS) for line in names["lines"])
    assert not names["advice"].ask.any()
    assert names["own"].startswith(engine.STATUS)
    assert np.isnan(names["chance"]).all()
    for pattern in (*names["patterns"], names["if_reviewed"]):
        assert np.isnan([pattern.at_least, *(one.probability for one in pattern.limits)]).all()
        assert {one.band for one in pattern.limits} == {-1}
    assert np.isnan(names["if_stricter"].expected).all()
    assert names["if_stricter"].reason is Reason.FEW_PEOPLE
    agenda = names["agenda"]
    assert not agenda.head.any()
    assert not (agenda.above + agenda.below + agenda.judged).any()
    assert np.isnan([*agenda.lean, agenda.false_heads, agenda.false_people]).all()
    assert (agenda.reason == Reason.NO_RATING).all()
    # The pattern alone may still bring a unit on the agenda: counts need no evidence.
    assert set(agenda.order) == set(np.flatnonzero(agenda.outside))
    assert names["first"][-1] == "Daftar kosong."
    assert names["gap"].startswith(engine.STATUS)
    assert engine.STATUS in names["health"]
    assert np.isnan(names["careless"].careless).all()
    assert names["rings"].score.size == 0
    assert np.isnan(names["beside"].value).all()
    assert (names["beside"].reason != Reason.ENOUGH).all()
