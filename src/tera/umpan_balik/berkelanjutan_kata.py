"""Advice about wording: about the work instead of the person, concrete instead of sweeping.

A list of words on the agency's own machine: no text leaves it, no model decides, and nothing is
refused. Whoever gives feedback reads the advice once and may send as it is.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from tera.umpan_balik.models import UmpanBalik

BERKAS = Path(__file__).parent / "data" / "kata_umpan_balik.toml"
#: With fewer words nobody can tell what happened.
KATA_TERSEDIKIT = 6
#: Kinds of words, in the order in which the advice is read.
DAFTAR_JENIS = ("sifat", "pribadi", "mutlak", "banding")


@dataclass(frozen=True, slots=True)
class Nasihat:
    """One piece of advice: its kind, the words it is about (empty: the whole text), what to do."""

    jenis: str
    kutipan: str
    saran: str


def daftar_nasihat(*, teks: str, jenis: str) -> list[Nasihat]:
    """Return the advice for ``teks``, at most one of each kind; empty when there is none.

    ``jenis``: a word of ``UmpanBalik.Jenis``; praise in sweeping words is left alone.
    """
    hasil = []
    for kata in DAFTAR_JENIS:
        if kata == "mutlak" and jenis == UmpanBalik.Jenis.APRESIASI:
            continue
        if kutipan := _temukan(teks, kata):
            hasil.append(Nasihat(kata, kutipan, _saran(kata)))
    if len(teks.split()) < KATA_TERSEDIKIT:
        hasil.append(Nasihat("singkat", "", _saran("singkat")))
    return hasil


def _saran(jenis: str) -> str:
    return {
        "sifat": _(
            "Ini tentang orangnya. Sebut yang dikerjakan dan akibatnya, misalnya “laporan masuk "
            "tiga hari setelah tenggat, sehingga rekap tertunda”."
        ),
        "pribadi": _(
            "Ini keadaan pribadi. Umpan balik hanya tentang pekerjaan; sebaiknya dihapus."
        ),
        "mutlak": _("Ini pukul rata dan mudah dibantah. Sebut kapan dan berapa kali."),
        "banding": _(
            "Ini membandingkan dengan orang lain. Bandingkan dengan target pekerjaannya sendiri."
        ),
        "singkat": _(
            "Ini sangat singkat. Tambahkan situasinya, apa yang dilakukan, dan akibatnya."
        ),
    }[jenis]


def _temukan(teks: str, jenis: str) -> str:
    """The first words of the kind that no exception covers; empty for none."""
    pola = _pola()
    tertutup = [(cocok.start(), cocok.end()) for cocok in pola["kecuali"].finditer(teks)]
    for cocok in pola[jenis].finditer(teks):
        if not any(awal <= cocok.start() and cocok.end() <= akhir for awal, akhir in tertutup):
            return cocok.group()
    return ""


@cache
def _pola() -> Mapping[str, re.Pattern[str]]:
    with BERKAS.open("rb") as isi:
        data: dict[str, list[str]] = tomllib.load(isi)
    return {jenis: _susun(daftar) for jenis, daftar in data.items()}


def _susun(daftar: list[str]) -> re.Pattern[str]:
    kata = sorted((re.escape(satu).replace(r"\ ", r"\s+") for satu in daftar), key=len)
    return re.compile(rf"\b(?:{'|'.join(reversed(kata))})\b", re.IGNORECASE)
