"""Conditions that several questions share: not ended yet, below a unit."""

import datetime as dt

from django.db.models import Q


def belum_berakhir(pada: dt.date, awalan: str = "") -> Q:
    """Return the condition that a dated row is in force on ``pada`` or starts later."""
    return Q(**{f"{awalan}sampai__isnull": True}) | Q(**{f"{awalan}sampai__gte": pada})


def di_bawah(path: str, kolom: str = "path") -> Q:
    """Return the condition that a unit's path column is ``path`` or below it.

    A range, not LIKE: both databases use the index (docs/adr/0004-pohon.md).
    """
    return Q(**{f"{kolom}__gte": path, f"{kolom}__lt": path + "~"})
