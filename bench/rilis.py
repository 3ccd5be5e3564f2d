"""Figures of anonymous answers: histories of releases that isolate a rater, a late rater guessed.

Run: ``python bench/rilis.py [--riwayat 10000] [--tebakan 20000]``. Prints JSON lines.

- **T12_mengisolasi**: random histories of four releases (up to 12 raters, groups that grow and
  shrink, missing answers); after each the sums shown so far are tried with every whole
  coefficient of -2 to 2, which is complete for four sums and shares no code with the desk.
- **T12_ambang_saja**: the same histories where only "at least k answers" is asked.
- **tebak_langsung**, **tebak_beku**: how often the best guess finds the level of the last rater,
  with live exact means from three answers, and with one frozen release of the desk.
"""

import argparse
import itertools
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from tera.stats.release import DEFAULT_K, MEAN_STEP, ReleaseDesk

PRIOR = np.array([0.12, 0.44, 0.44])
SEEDS = (11, 12, 13, 14)
BATAS_ORANG, BATAS_RILIS = 12, 4
BOBOT = {
    m: np.array(list(itertools.product(range(-2, 3), repeat=m))) for m in range(1, BATAS_RILIS + 1)
}


def mengisolasi(sets: list[frozenset[int]], k: int) -> bool:
    """Whether a combination of these sums (at most four) speaks of 1 to k - 1 raters."""
    if not sets:
        return False
    anggota = np.array([[r in satu for r in range(BATAS_ORANG)] for satu in sets], int)
    terlibat = ((BOBOT[len(sets)] @ anggota) != 0).sum(1)
    return bool(((terlibat > 0) & (terlibat < k)).any())


def riwayat_acak(jumlah: int, seed: int, k: int) -> tuple[int, int, int]:
    """Return how many histories isolate somebody: with the desk, with the threshold; releases."""
    rng = np.random.default_rng(seed)
    meja_bocor = ambang_bocor = rilis = 0
    for _ in range(jumlah):
        orang = int(rng.integers(k, BATAS_ORANG + 1))
        jawaban = rng.choice([-1, 0, 1, 2], (BATAS_ORANG, 3), p=[0.05, 0.15, 0.4, 0.4])
        jawaban = jawaban.astype(np.int8)
        meja, ambang = ReleaseDesk(k=k), []
        peserta = rng.random(orang) < 0.7
        for _tahap in range(BATAS_RILIS):
            peserta = peserta ^ (rng.random(orang) < 0.2)
            batas = int(rng.integers(0, orang + 1))
            grup = {
                "a": [int(r) for r in np.flatnonzero(peserta) if r < batas],
                "b": [int(r) for r in np.flatnonzero(peserta) if r >= batas],
            }
            _hasil, baru = meja.release(grup, jawaban)
            if len(baru.history) <= BATAS_RILIS:
                meja = baru
            for satu in grup.values():
                if len(satu) >= k and len(ambang) < BATAS_RILIS:
                    ambang.append(frozenset(satu))
        rilis += len(meja.history)
        meja_bocor += mengisolasi(list(meja.history), k)
        ambang_bocor += mengisolasi(ambang, k)
    return meja_bocor, ambang_bocor, rilis


@cache
def _tebakan(n: int, daftar_jumlah: tuple[int, ...]) -> int:
    """The likeliest level of one of ``n`` raters whose answers sum to one of these."""
    lain = np.array([1.0])
    for _ in range(n - 1):
        lain = np.convolve(lain, PRIOR)
    return int(
        np.argmax(
            [
                PRIOR[v] * sum(lain[s - v] for s in daftar_jumlah if 0 <= s - v < lain.size)
                for v in range(3)
            ]
        )
    )


def tebak(kali: int, seed: int, beku: bool) -> float:
    """Return how often the level of the last rater is guessed; the guesser knows n and the rest."""
    rng = np.random.default_rng(seed)
    kena = 0
    for _ in range(kali):
        n = int(rng.integers(3, 8))
        x = rng.choice(3, n, p=PRIOR).astype(np.int8)
        jumlah = int(x.sum())
        if not beku:
            # Before and after the last answer: the difference is the answer.
            sebelum = int(x[:-1].sum()) if n > 3 else None
            g = jumlah - sebelum if sebelum is not None else _tebakan(n, (jumlah,))
        else:
            hasil, _meja = ReleaseDesk().release({"rekan": range(n)}, x[:, None])
            g = int(PRIOR.argmax())
            if hasil.groups:
                satu = hasil.groups[0].items[0]
                mungkin = [
                    s for s in range(2 * n + 1) if round(s / n / MEAN_STEP) * MEAN_STEP == satu.mean
                ]
                g = _tebakan(n, (0, n, 2 * n) if satu.unanimous else tuple(mungkin))
        kena += g == int(x[-1])
    return kena / kali


def main() -> None:
    """Print one JSON line per figure."""
    argumen = argparse.ArgumentParser(description=__doc__)
    argumen.add_argument("--riwayat", type=int, default=10_000)
    argumen.add_argument("--tebakan", type=int, default=20_000)
    isi = argumen.parse_args()
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()

    def cetak(nama: str, nilai: float, satuan: str, n: int, **lain: object) -> None:
        print(json.dumps({"name": nama, "value": nilai, "unit": satuan, "n": n, **lain,
                          "seeds": SEEDS, "commit": commit}), flush=True)  # fmt: skip

    per = -(-isi.riwayat // len(SEEDS))
    for k in (3, DEFAULT_K):
        hasil = [riwayat_acak(per, seed, k) for seed in SEEDS]
        meja, ambang, rilis = (sum(kolom) for kolom in zip(*hasil, strict=True))
        cetak("T12_mengisolasi", meja, "riwayat", per * len(SEEDS), k=k, sets_shown=rilis)
        cetak("T12_ambang_saja", ambang, "riwayat", per * len(SEEDS), k=k)
    per = -(-isi.tebakan // len(SEEDS))
    for nama, beku in (("tebak_langsung", False), ("tebak_beku", True)):
        benar = sum(tebak(per, seed, beku) for seed in SEEDS) / len(SEEDS)
        cetak(nama, round(benar, 3), "bagian", per * len(SEEDS))
    cetak("tebak_tanpa_rilis", float(PRIOR.max()), "bagian", 0)


if __name__ == "__main__":
    main()
