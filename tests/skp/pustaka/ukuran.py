"""Precision and recall of the sentence checker on `pernyataan.toml`, for the test and the bench."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tera.skp.pustaka import periksa_indikator, periksa_rhk

BERKAS = Path(__file__).with_name("pernyataan.toml")
LABEL_MASALAH = {"rhk": "aktivitas", "indikator": "tidak_terukur"}
LABEL_BAIK = {"rhk": "hasil", "indikator": "terukur"}


@dataclass(frozen=True)
class Ukuran:
    """Counts over n statements; "problem" (aktivitas, tidak_terukur) is the class looked for."""

    n: int
    tepat: int
    keliru: int
    terlewat: int

    @property
    def presisi(self) -> float:
        """Share of the flagged statements that are a problem."""
        return self.tepat / (self.tepat + self.keliru)

    @property
    def recall(self) -> float:
        """Share of the problems that are flagged."""
        return self.tepat / (self.tepat + self.terlewat)


@cache
def daftar_pernyataan() -> tuple[dict[str, Any], ...]:
    """The labelled statements, as they stand in the file."""
    return tuple(tomllib.loads(BERKAS.read_text(encoding="utf-8"))["daftar"])


def bermasalah(pernyataan: dict[str, Any]) -> bool:
    """Whether the checker sees a problem; hints on style (penulisan) don't count."""
    if pernyataan["jenis"] == "rhk":
        daftar = periksa_rhk(pernyataan["teks"])
    else:
        daftar = periksa_indikator(
            pernyataan["teks"], pernyataan["target"], pernyataan.get("satuan")
        )
    return any(saran.golongan != "penulisan" for saran in daftar)


def ukur(*, uji: bool | None = None, jenis: str | None = None) -> Ukuran:
    """The figures for all statements, or only the held-out (`uji`) or one `jenis`."""
    dipilih = [
        p for p in daftar_pernyataan() if uji in (None, p["uji"]) and jenis in (None, p["jenis"])
    ]
    pasangan = [(p["label"] == LABEL_MASALAH[p["jenis"]], bermasalah(p)) for p in dipilih]
    return Ukuran(
        n=len(dipilih),
        tepat=pasangan.count((True, True)),
        keliru=pasangan.count((False, True)),
        terlewat=pasangan.count((True, False)),
    )
