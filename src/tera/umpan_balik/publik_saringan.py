"""What a citizen's text loses before it is stored, by a local list of words: no model decides.

An allegation isn't stored at all: it belongs to SP4N-LAPOR! or the agency's reporting channel,
where the writer is protected. Sentences with somebody's health or a child are cut; numbers that
name a person are masked. The list is a help, not a guarantee: an officer reads every text before
anyone else does.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BERKAS = Path(__file__).parent / "data" / "saringan.toml"
PANJANG_TEKS = 2000
_KALIMAT = re.compile(r"(?<=[.!?])\s+|\n+")
_SUREL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A digit, then digits with the separators people put between them.
_ANGKA = re.compile(r"(?<![\w])\+?\d(?:[\s.\-()]{0,2}\d){7,}(?!\w)")
_UANG = re.compile(r"(?:rp|idr)\.?\s*$", re.IGNORECASE)

KESEHATAN = "[kalimat tentang kesehatan dipotong]"
ANAK = "[kalimat tentang anak dipotong]"
NOMOR_IDENTITAS = "[nomor identitas disamarkan]"
NOMOR_TELEPON = "[nomor telepon disamarkan]"
NOMOR = "[nomor disamarkan]"
SUREL = "[surel disamarkan]"


@dataclass(frozen=True, slots=True)
class HasilSaring:
    """The text as it is stored (empty for an allegation), and what was taken out."""

    teks: str
    dugaan: bool = False
    disaring: tuple[str, ...] = ()


def saring_teks(teks: str) -> HasilSaring:
    """Return what of ``teks`` may be stored."""
    rapi = teks.strip()
    if not rapi:
        return HasilSaring("")
    if _ada(rapi, "dugaan"):
        return HasilSaring("", dugaan=True)
    disaring: list[str] = []
    potongan = [_kalimat(satu, disaring) for satu in _KALIMAT.split(rapi) if satu.strip()]
    hasil = " ".join(potongan)
    hasil = _SUREL.sub(lambda _m: _catat(disaring, "surel", SUREL), hasil)
    hasil = _ANGKA.sub(lambda m: _nomor(m, disaring), hasil)
    return HasilSaring(hasil, disaring=tuple(dict.fromkeys(disaring)))


def samarkan_nama(teks: str) -> str:
    """Return a typed name without numbers and addresses."""
    return _ANGKA.sub(NOMOR, _SUREL.sub(SUREL, teks.strip()))[:80]


@cache
def _pola(jenis: str) -> re.Pattern[str]:
    with BERKAS.open("rb") as isi:
        daftar: Sequence[str] = tomllib.load(isi)[jenis]
    kata = sorted((re.escape(satu).replace(r"\ ", r"\s+") for satu in daftar), key=len)
    # A short word must stand alone ("aids"); a longer one may carry an ending ("memerasnya").
    pendek = [satu for satu in kata if len(satu) <= 4]
    panjang = [satu for satu in kata if len(satu) > 4]
    return re.compile(
        rf"\b(?:(?:{'|'.join(pendek) or 'x^'})\b|(?:{'|'.join(panjang)})(?:\w{{0,4}})\b)",
        re.IGNORECASE,
    )


def _ada(teks: str, jenis: str) -> bool:
    return bool(_pola(jenis).search(teks))


def _kalimat(kalimat: str, disaring: list[str]) -> str:
    if _ada(kalimat, "anak"):
        return _catat(disaring, "anak", ANAK)
    if _ada(kalimat, "kesehatan"):
        return _catat(disaring, "kesehatan", KESEHATAN)
    return kalimat.strip()


def _catat(disaring: list[str], jenis: str, pengganti: str) -> str:
    disaring.append(jenis)
    return pengganti


def _nomor(cocok: re.Match[str], disaring: list[str]) -> str:
    teks = cocok.group()
    if _UANG.search(cocok.string[: cocok.start()]):
        return teks
    angka = re.sub(r"\D", "", teks)
    if len(angka) >= 15:
        return _catat(disaring, "nomor_identitas", NOMOR_IDENTITAS)
    if teks.startswith("+") or angka.startswith(("0", "62", "8")):
        return _catat(disaring, "nomor_telepon", NOMOR_TELEPON)
    return _catat(disaring, "nomor", NOMOR)
