"""What people of a kind of jabatan write about their work: read from ``data/kerja.toml``."""

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from tera.skp.pustaka import pustaka_jabatan
from tera.skp.pustaka.indikator_pustaka import Indikator, daftar_jabatan_pustaka

UMUM = "umum"


@dataclass(frozen=True, slots=True)
class Harian:
    """One activity of a day: what, counted in what, at least and at most how many."""

    kegiatan: str
    satuan: str
    sedikitnya: int
    paling_banyak: int


@dataclass(frozen=True, slots=True)
class Tulisan:
    """The sentences of one kind of jabatan."""

    rencana: tuple[tuple[str, str], ...]
    harian: tuple[Harian, ...]
    ringkasan: tuple[str, ...]
    kendala: tuple[str, ...]
    kebutuhan: tuple[str, ...]
    kalimat: dict[str, str] = field(default_factory=dict)


@cache
def _semua() -> dict[str, Tulisan]:
    isi = (resources.files("tera.contoh") / "data" / "kerja.toml").read_text("utf-8")
    return {kode: _baca(satu) for kode, satu in tomllib.loads(isi).items()}


def _baca(satu: dict[str, Any]) -> Tulisan:
    harian = []
    for teks in satu["harian"]:
        kegiatan, satuan, sedikitnya, paling_banyak = teks.split("|")
        harian.append(Harian(kegiatan, satuan, int(sedikitnya), int(paling_banyak)))
    return Tulisan(
        rencana=tuple((teks, target) for teks, _batas, target in map(_belah, satu["rencana"])),
        harian=tuple(harian),
        ringkasan=tuple(satu["ringkasan"]),
        kendala=tuple(satu["kendala"]),
        kebutuhan=tuple(satu["kebutuhan"]),
        kalimat=dict(satu.get("kalimat", {})),
    )


def _belah(teks: str) -> tuple[str, str, str]:
    return teks.partition("|")


@cache
def tulisan_jabatan(jabatan: str) -> Tulisan:
    """Return the sentences of a jabatan; those of everybody where its kind has none of its own."""
    pustaka = pustaka_jabatan(jabatan)
    return _semua().get(pustaka.kode if pustaka else UMUM, _semua()[UMUM])


@cache
def indikator_per_kode() -> dict[str, Indikator]:
    """The indicators of the shipped library by their code."""
    return {
        satu.kode: satu for jabatan in daftar_jabatan_pustaka() for satu in jabatan.daftar_indikator
    }


def kalimat_realisasi(*, kode: str, periode: str, acak: random.Random) -> tuple[str, str]:
    """Return what stands beside a figure and its source, by the code of the library."""
    indikator = indikator_per_kode().get(kode)
    if indikator is None:
        return (f"Laporan yang diterima atasan sampai {periode}.", "Buku agenda unit")
    milik = _semua().get(indikator.kode_jabatan)
    teks = milik.kalimat.get(kode.partition(".")[2], "") if milik else ""
    if not teks and acak.random() < 0.6:
        sumber = indikator.sumber_data
        if not sumber[1].isupper():
            sumber = sumber[0].lower() + sumber[1:]
        teks = f"Dihitung dari {sumber}."
    return (teks.format(periode=periode), indikator.sumber_data[:200])
