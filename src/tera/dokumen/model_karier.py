"""View model of a person's record for a decider: frozen, plain values, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tera.dokumen.model import Identitas, Logo, Verifikasi


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianKarier:
    """One part: a table when it has columns, else pairs of label and value."""

    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasKarier:
    """The record of one person as it was printed, for whom and what for."""

    nama_instansi: str
    pegawai: Identitas
    keperluan: str
    untuk: str
    tanggal: date
    bagian: tuple[BagianKarier, ...]
    tidak_dimuat: str
    logo: Logo | None = None
    verifikasi: Verifikasi | None = None
    judul: str = "Berkas Karier Pegawai"
