"""Capaian kinerja organisasi: its five levels, and what it means for the head of the unit.

Instrument: SE MenPANRB 3/2023. The leader of the organisation above sets the capaian; it comes
first, then the pattern of distribution, then the predikat (PermenPANRB 6/2022 Pasal 24-25).

Tidak dimodelkan: the annual grid of perjanjian kinerja and ekspektasi (unread), the arithmetic
from indicators to a level (agency practice).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import CapaianOrganisasi, Rating
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["ARTI_CAPAIAN", "RATING_PIMPINAN", "CapaianOrganisasi", "RatingPimpinan",
           "rating_hasil_pimpinan"]  # fmt: skip


def _arti(nilai: Any) -> dict[CapaianOrganisasi, str]:
    return {CapaianOrganisasi(kata): str(arti) for kata, arti in nilai.items()}


def _pemetaan(nilai: Any) -> dict[CapaianOrganisasi, Rating]:
    return {CapaianOrganisasi(kata): Rating(rating) for kata, rating in nilai.items()}


ARTI_CAPAIAN = PUSTAKA.tabel("capaian.toml", "arti_capaian", _arti)
RATING_PIMPINAN = PUSTAKA.tabel("capaian.toml", "rating_pimpinan_unit", _pemetaan)


@dataclass(frozen=True, slots=True)
class RatingPimpinan:
    """The rating hasil kerja that a unit's capaian gives to its head, with its basis."""

    rating: Rating
    dasar: tuple[Dasar, ...]


def rating_hasil_pimpinan(capaian: CapaianOrganisasi, *, pada: date) -> RatingPimpinan:
    """The rating hasil kerja of the head of a unit with this capaian.

    That it follows the capaian was read; the mapping of five levels to three is inferred
    (`mutu` ingatan), so an agency may ask for a reason instead. Source: SE MenPANRB 3/2023.
    """
    ketentuan = RATING_PIMPINAN.pada(pada)
    try:
        return RatingPimpinan(ketentuan.nilai[capaian], ketentuan.dasar)
    except KeyError:
        raise MasukanSalahError(
            f"Capaian organisasi {capaian!s} tidak dikenal. Tulis istimewa, baik, "
            "butuh_perbaikan, kurang, atau sangat_kurang."
        ) from None
