"""Sheets that officers hand in: the head is found, rows are read, wrong ones are named."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError
from tera.core.lembar import Sel, baca_lembar

BARIS_TERBANYAK = 5000


@dataclass(slots=True)
class HasilImpor:
    """What an import did: rows written, rows that were there, and refusals (row, why)."""

    ditulis: int = 0
    sudah_ada: int = 0
    ditolak: list[tuple[int, str]] = field(default_factory=list)


def baca_tabel(
    *, nama: str, isi: bytes, kolom: tuple[str, ...], boleh: tuple[str, ...] = ()
) -> list[tuple[int, dict[str, Any]]]:
    """Return (row number, column → cell) of the first sheet whose head has these columns.

    Raises: MasukanSalahError: a column is missing, or too many rows.
    """
    for _judul, semua in baca_lembar(nama=nama, isi=isi):
        kepala: list[str] | None = None
        hasil: list[tuple[int, dict[str, Any]]] = []
        for nomor, sel in semua:
            if kepala is None:
                calon = [teks_sel(satu).upper() for satu in sel]
                if set(kolom) <= set(calon):
                    kepala = calon
                elif nomor > 20:
                    break
                continue
            if any(teks_sel(satu) for satu in sel):
                baris = dict(zip(kepala, sel, strict=False))
                hasil.append((nomor, {k: baris.get(k) for k in (*kolom, *boleh)}))
            if len(hasil) > BARIS_TERBANYAK:
                raise MasukanSalahError(
                    _("Berkas ini lebih dari %(n)s baris. Bagi menjadi beberapa berkas.")
                    % {"n": BARIS_TERBANYAK}
                )
        if kepala is not None:
            return hasil
    raise MasukanSalahError(
        _(
            "Berkas ini tidak punya kolom yang diperlukan: %(kolom)s. "
            "Tulis nama kolom itu pada baris judulnya."
        )
        % {"kolom": ", ".join(kolom)}
    )


def teks_sel(nilai: Sel) -> str:
    """Return a cell as text; a whole number without its decimal point."""
    if nilai is None:
        return ""
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    return str(nilai).strip()


def tanggal_sel(nilai: Sel, kolom: str) -> dt.date:
    """Return a cell as a date: a real one, or ``31-01-2026``."""
    if isinstance(nilai, dt.datetime):
        return nilai.date()
    if isinstance(nilai, dt.date):
        return nilai
    for pola in ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(teks_sel(nilai), pola).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise MasukanSalahError(
        _("%(kolom)s “%(nilai)s” bukan tanggal. Tulis seperti 31-01-2026.")
        % {"kolom": kolom, "nilai": teks_sel(nilai)[:40]}
    )
