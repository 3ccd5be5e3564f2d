"""Writes cases and courses as TOML: the text that ``pemuat`` reads, the same for the same content.

The version and the mark of the key aren't part of it: a text keeps its digest when it travels.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from tera.bimtek.isi import KODE_NILAI, Kasus, Kursus

_KASUS = ("kode", "judul", "rumpun", "jenjang", "tingkat_kunci", "uraian")


def tulis_kasus(isi: Mapping[str, Any]) -> str:
    """Return the text of a case; what is missing is written empty, so that a draft has a text.

    Args:
        isi: the keys of a case, ``bukti`` a list of tables, ``kunci`` a table per value.
    """
    kunci = isi.get("kunci", {})
    urut: dict[str, Any] = {nama: isi.get(nama, "") for nama in _KASUS}
    urut["bukti"] = [
        {"jenis": satu.get("jenis", ""), "teks": satu.get("teks", "")}
        for satu in isi.get("bukti", ())
    ]
    urut["kunci"] = {
        kode: {nama: kunci.get(kode, {}).get(nama, "") for nama in ("tingkat", "alasan")}
        for kode in KODE_NILAI
    }
    return _tabel(urut)


def teks_kasus(kasus: Kasus) -> str:
    """Return the text of a case that was read."""
    isi = asdict(kasus)
    isi["kunci"] = {satu.nilai: asdict(satu) for satu in kasus.kunci}
    return tulis_kasus(isi)


def teks_kursus(kursus: Kursus) -> str:
    """Return the text of a course that was read; its version is always 1 here."""
    return _tabel({"versi": 1} | _biasa(asdict(kursus)) | {"versi": 1})


def teks_berkas(teks: str, versi: int) -> str:
    """Return a text as its file has it: the version stands in it, on top."""
    tanpa = teks.removeprefix("versi = 1\n")
    return f"versi = {versi}\n{tanpa}"


def teks_manifes(isi: Mapping[str, Any]) -> str:
    """Return plain tables as TOML."""
    return _tabel(isi)


def sidik(teks: str) -> str:
    """Return the digest of a text: SHA-256, hex."""
    return hashlib.sha256(teks.encode()).hexdigest()


def _biasa(isi: Any) -> Any:
    """Tuples as lists, tables without empty lists of tables."""
    if isinstance(isi, Mapping):
        return {nama: _biasa(nilai) for nama, nilai in isi.items()}
    if isinstance(isi, tuple | list):
        return [_biasa(satu) for satu in isi]
    return isi


def _tabel(isi: Mapping[str, Any], jalur: str = "") -> str:
    """Plain keys first, then the tables below them: TOML knows no way back up."""
    polos, dalam = [], []
    for nama, nilai in isi.items():
        letak = f"{jalur}{nama}"
        if isinstance(nilai, Mapping):
            # A table of tables needs no head of its own.
            kepala = "" if all(isinstance(n, Mapping) for n in nilai.values()) else f"[{letak}]\n"
            dalam.append(f"{kepala}{_tabel(nilai, f'{letak}.')}")
        elif _daftar_tabel(nilai):
            dalam += [f"[[{letak}]]\n{_tabel(satu, f'{letak}.')}" for satu in nilai]
        else:
            polos.append(f"{nama} = {_nilai(nilai)}\n")
    kepala_isi = "".join(polos)
    return "\n".join(satu for satu in (kepala_isi, *dalam) if satu)


def _daftar_tabel(nilai: Any) -> bool:
    return isinstance(nilai, Sequence) and bool(nilai) and isinstance(nilai[0], Mapping)


def _nilai(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    if isinstance(nilai, dt.date):
        return nilai.isoformat()
    if isinstance(nilai, int | float):
        return repr(nilai)
    if isinstance(nilai, str):
        return _teks(nilai)
    return f"[{', '.join(map(_nilai, nilai))}]"


def _teks(nilai: str) -> str:
    """A text of several lines stands as it is read; else a JSON string is a TOML string too."""
    rapi = nilai.replace("\r\n", "\n").replace("\r", "\n").strip()
    if "\n" not in rapi:
        return json.dumps(rapi, ensure_ascii=False).replace("\x7f", "\\u007f")
    baris = [json.dumps(satu, ensure_ascii=False)[1:-1] for satu in rapi.split("\n")]
    isi = "\n".join(satu.replace("\x7f", "\\u007f") for satu in baris)
    return f'"""\n{isi}\n"""'
