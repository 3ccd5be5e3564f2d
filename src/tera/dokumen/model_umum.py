"""What every printed document may carry: frozen, plain values, no Django."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verifikasi:
    """What makes a print checkable: the number of the document and its public address."""

    nomor: str
    url: str
