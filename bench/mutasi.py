"""Mutation score of a pure room: how many small faults in it do its tests notice?

``tera.regulasi`` (the law) by default, or ``tera.stats`` (the mathematics of fairness). Each mutant
changes one place of one module (a comparison, ``and``/``or``/``not``, arithmetic, a number or
truth value, a returned value, a raised refusal) and runs, in a process of its own, the tests of the
room that pass over the changed line, then all of them (of ``tera.stats`` the quicker ones, up to a
minute of them in the sound run). A mutant that no test fails has survived. Docstrings, texts,
annotations and decorators are not mutated: a refusal's wording is checked by reading it.

Own script and no library: the usual ones leave code outside functions alone (half of this package
is tables), rewrite the tree on disk and can't sample, so a run takes most of an hour on one core.

Prints one JSON line; survivors go to standard error, one a line.
Run: PYTHONPATH=src:tests python bench/mutasi.py [stats] [n | semua] [seed] [module, …]
"""

from __future__ import annotations

import ast
import contextlib
import copy
import importlib.machinery
import io
import json
import os
import platform
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

AKAR = Path(__file__).resolve().parent.parent
UKURAN = 300
BENIH = 20261125


@dataclass(frozen=True, slots=True)
class Kamar:
    """A room: which modules are left alone, how long a mutant may run, and the pytest options.

    ``semua_detik``: of all tests, those that take so long together in the sound run.
    """

    nama: str
    lewati: frozenset[str]
    batas_detik: int
    semua_detik: float
    opsi: tuple[str, ...]

    @property
    def paket(self) -> Path:
        """Where the modules are."""
        return AKAR / "src" / "tera" / self.nama

    @property
    def uji(self) -> Path:
        """Where the tests are."""
        return AKAR / "tests" / self.nama


# halaman.py draws the documentation pages from the same data: not law. The compiled kernels are
# held against the numpy ones by one test; compiling each mutant would cost half a minute.
KAMAR = {
    "regulasi": Kamar(
        "regulasi", frozenset({"__init__.py", "halaman.py"}), 30, 1e9, ("--noconftest",)
    ),
    "stats": Kamar(
        "stats", frozenset({"__init__.py", "engine.py", "kernels_numba.py"}), 300, 60.0,
        (f"--confcutdir={AKAR / 'tests' / 'stats'}", "-k", "not both_kernels and not machine_code"),
    ),
}  # fmt: skip

PEMBANDING: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
HITUNGAN: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutan:
    """One fault: the node's place in the walk of its module, and which of its variants."""

    berkas: Path
    urut: int
    varian: int
    baris: int
    sebutan: str


def _bagian(pohon: ast.AST) -> Iterator[ast.AST]:
    """Every node that may be mutated, always in the same order."""
    for nama, isi in ast.iter_fields(pohon):
        if nama in {"annotation", "returns", "decorator_list", "type_comment"}:
            continue
        for satu in isi if isinstance(isi, list) else [isi]:
            if isinstance(satu, ast.AST):
                if isinstance(satu, ast.If) and "TYPE_CHECKING" in ast.dump(satu.test):
                    continue
                yield satu
                yield from _bagian(satu)


def _varian(node: ast.AST) -> list[ast.AST]:
    """The faults of one node; an empty list for what is left alone."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return [
            ast.Compare(node.left, [ganti()], node.comparators)
            for ganti in PEMBANDING.get(type(node.ops[0]), ())
        ]
    if isinstance(node, ast.Compare):
        hasil: list[ast.AST] = []
        for i, op in enumerate(node.ops):
            for ganti in PEMBANDING.get(type(op), ())[:1]:
                daftar = [*node.ops[:i], ganti(), *node.ops[i + 1 :]]
                hasil.append(ast.Compare(node.left, daftar, node.comparators))
        return hasil
    if isinstance(node, ast.BoolOp):
        lawan = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return [ast.BoolOp(lawan, node.values)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [node.operand]
    if isinstance(node, ast.BinOp) and type(node.op) in HITUNGAN:
        return [ast.BinOp(node.left, HITUNGAN[type(node.op)](), node.right)]
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return [ast.Constant(not node.value)]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return [ast.Constant(node.value + 1)]
    if isinstance(node, ast.Return) and node.value is not None:
        return [] if _kosong(node.value) else [ast.Return(ast.Constant(None))]
    if isinstance(node, ast.Raise):
        return [ast.Pass()]
    return []


def _kosong(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _semua(daftar_berkas: list[Path]) -> list[Mutan]:
    hasil = []
    for berkas in daftar_berkas:
        for urut, node in enumerate(_bagian(ast.parse(berkas.read_text()))):
            for nomor, ganti in enumerate(_varian(node)):
                hasil.append(Mutan(berkas, urut, nomor, node.lineno, _sebut(node, ganti)))  # type: ignore[attr-defined]
    return hasil


def _sebut(lama: ast.AST, baru: ast.AST) -> str:
    potong = [ast.unparse(ast.fix_missing_locations(copy.deepcopy(x))) for x in (lama, baru)]
    return " → ".join(" ".join(satu.split())[:70] for satu in potong)


def _terapkan(mutan: Mutan) -> Any:
    """Compile the module with the fault in it."""
    pohon = ast.parse(mutan.berkas.read_text())
    sasaran = next(n for i, n in enumerate(_bagian(pohon)) if i == mutan.urut)
    ganti = ast.copy_location(_varian(sasaran)[mutan.varian], sasaran)

    class Tukar(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return ganti if node is sasaran else self.generic_visit(node)

    return compile(ast.fix_missing_locations(Tukar().visit(pohon)), str(mutan.berkas), "exec")


def _pytest(kamar: Kamar, pilihan: list[str], *plugin: object) -> int:
    """Run tests in this process, silently, without Django."""
    opsi = ["-q", "-x", "-p", "no:django", "-p", "no:xdist", "-p", "no:terminalreporter"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return int(pytest.main([*opsi, *kamar.opsi, *pilihan], plugins=list(plugin)))


class _Pilih:
    """Keep only the wanted tests, the quick ones first."""

    def __init__(self, urutan: dict[str, float]) -> None:
        self.urutan = urutan

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Drop what doesn't pass over the changed line."""
        items[:] = sorted(
            (satu for satu in items if satu.nodeid in self.urutan),
            key=lambda satu: self.urutan[satu.nodeid],
        )


class _Catat:
    """Which test passes over which line, and how long it takes."""

    def __init__(self, cov: Any) -> None:
        self.cov = cov
        self.lama: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Give the lines of this test its name."""
        self.cov.switch_context(item.nodeid)
        mulai = time.perf_counter()
        try:
            return (yield)
        finally:
            self.lama[item.nodeid] = time.perf_counter() - mulai


def _dasar(kamar: Kamar) -> tuple[dict[str, float], dict[str, dict[str, list[str]]]]:
    """Run the sound package once, in a child; return each test's time and each line's tests."""
    import coverage

    def kerja() -> object:
        cov = coverage.Coverage(data_file=None, source=[str(kamar.paket)], config_file=False)
        cov.start()
        catat = _Catat(cov)
        kode = _pytest(kamar, [str(kamar.uji)], catat)
        cov.stop()
        data = cov.get_data()
        baris = {
            berkas: {str(k): v for k, v in data.contexts_by_lineno(berkas).items()}
            for berkas in data.measured_files()
        }
        return [kode, catat.lama, baris]

    kode, lama, baris = json.loads(_di_anak(kerja, kamar.batas_detik * 10)[1])
    if kode != 0:
        raise SystemExit(f"tests/{kamar.nama} fails without any mutant: repair that first.")
    return lama, baris


def _di_anak(kerja: Any, batas: int) -> tuple[int, str]:
    """Run ``kerja`` in a forked child; returns its exit status and what it answered."""
    baca, tulis = os.pipe()
    anak = os.fork()
    if anak == 0:
        os.close(baca)
        signal.alarm(batas)
        try:
            isi = json.dumps(kerja())
        except BaseException as galat:
            isi = json.dumps(f"{type(galat).__name__}: {galat}")
        with os.fdopen(tulis, "w") as pipa:
            pipa.write(isi)
        os._exit(0)
    os.close(tulis)
    with os.fdopen(baca) as pipa:
        isi = pipa.read()
    return os.waitpid(anak, 0)[1], isi


def _uji(kamar: Kamar, mutan: Mutan, urutan: dict[str, float]) -> bool:
    """Whether some test notices the fault; a run that never ends is noticed too."""

    def kerja() -> int:
        kode = _terapkan(mutan)
        asli = importlib.machinery.SourceFileLoader.get_code

        def get_code(self: Any, fullname: str) -> Any:
            return kode if self.path == str(mutan.berkas) else asli(self, fullname)

        importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
        daftar = sorted({str(AKAR / nama.split("::")[0]) for nama in urutan})
        return _pytest(kamar, daftar, _Pilih(urutan))

    status, isi = _di_anak(kerja, kamar.batas_detik)
    return status != 0 or isi != "0"


def _sebagian(lama: dict[str, float], detik: float) -> dict[str, float]:
    """The quickest tests that take at most so long together."""
    hasil: dict[str, float] = {}
    for nama in sorted(lama, key=lama.__getitem__):
        detik -= lama[nama]
        if detik < 0:
            break
        hasil[nama] = lama[nama]
    return hasil


def _siapkan() -> None:
    """Import, before forking, all that is heavy and not under test."""
    os.chdir(AKAR)
    sys.path[:0] = [str(AKAR / "src"), str(AKAR / "tests")]
    import holidays  # noqa: F401
    import scipy.optimize
    import scipy.sparse.csgraph
    import scipy.special
    import scipy.stats  # noqa: F401
    from hypothesis import Phase, settings, strategies  # noqa: F401

    # The same examples for every mutant, and no search for the smallest: a failure is enough.
    settings.register_profile(
        "mutasi",
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
    )
    settings.load_profile("mutasi")


def main() -> None:
    """Measure and print."""
    argumen = sys.argv[1:]
    kamar = KAMAR[argumen.pop(0) if argumen[:1] and argumen[0] in KAMAR else "regulasi"]
    n = 0 if argumen[:1] == ["semua"] else int(argumen[0]) if argumen else UKURAN
    benih = int(argumen[1]) if len(argumen) > 1 else BENIH
    hanya = set(argumen[2:])
    _siapkan()
    lama, baris = _dasar(kamar)
    cepat = _sebagian(lama, kamar.semua_detik)
    daftar = _semua(
        sorted(
            berkas
            for berkas in kamar.paket.glob("*.py")
            if berkas.name not in kamar.lewati and (not hanya or berkas.stem in hanya)
        )
    )
    pilihan = daftar if not n or n >= len(daftar) else random.Random(benih).sample(daftar, n)
    hidup = []
    for mutan in sorted(pilihan, key=lambda m: (m.berkas, m.baris)):
        nama = baris.get(str(mutan.berkas), {}).get(str(mutan.baris), [])
        # First the tests seen on that line, then all: what is read once and remembered shows up in
        # the first test that asked for it only.
        dulu = {k: v for k, v in lama.items() if k in nama}
        if not (dulu and _uji(kamar, mutan, dulu)) and not _uji(kamar, mutan, cepat):
            hidup.append(mutan)
            print(f"{mutan.berkas.name}:{mutan.baris}: {mutan.sebutan}", file=sys.stderr)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    print(
        json.dumps(
            {
                "name": f"{kamar.nama}_mutation_score",
                "value": round(100 * (1 - len(hidup) / len(pilihan)), 1),
                "unit": "%",
                "n": len(pilihan),
                "mutants": len(daftar),
                "survived": len(hidup),
                "seed": benih,
                "commit": commit.stdout.strip() or "tanpa-commit",
                "python": platform.python_version(),
                "database": None,
            }
        )
    )


if __name__ == "__main__":
    main()
