"""The rubrik in force: the instansi's dated version, else the shipped proposal."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, DateField, QuerySet
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.regulasi.berakhlak import daftar_nilai
from tera.regulasi.kategori import Rating
from tera.skp.models import VersiRubrik
from tera.skp.pustaka import rubrik_bawaan


@dataclass(frozen=True, slots=True)
class RubrikBerlaku:
    """The rubrik of a day; ``sejak`` is None for the shipped one."""

    versi: str
    sifat: str
    dasar: str
    sejak: dt.date | None
    daftar_kriteria: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class UnsurRubrik:
    """One element with its three levels, for the page."""

    kode: str
    nama: str
    daftar_tingkat: tuple[tuple[str, dict[str, Any]], ...]


def rubrik_berlaku(*, instansi_id: int, pada: dt.date) -> RubrikBerlaku:
    """Return the rubrik in force on ``pada``: one query."""
    satu = _versi.satu(instansi_id=instansi_id, pada=pada)
    kolom = ("versi", "sifat", "dasar", "sejak", "isi")
    return rubrik_dari({nama: getattr(satu, nama) for nama in kolom} if satu else None)


def rubrik_dari(
    versi: Mapping[str, Any] | None, *, muat: Callable[[Any], Any] = lambda nilai: nilai
) -> RubrikBerlaku:
    """Return the rubrik of a stored row (None: the shipped one); ``muat`` opens its JSON."""
    if versi is not None:
        sejak = versi["sejak"]
        return RubrikBerlaku(
            versi["versi"],
            versi["sifat"],
            versi["dasar"],
            dt.date.fromisoformat(sejak) if isinstance(sejak, str) else sejak,
            tuple(muat(versi["isi"])["kriteria"]),
        )
    bawaan = rubrik_bawaan()
    return RubrikBerlaku(
        bawaan.versi,
        bawaan.sifat,
        "",
        None,
        tuple(
            {
                "kode": satu.kode,
                "unsur": satu.unsur,
                "tingkat": satu.tingkat,
                "uraian": list(satu.uraian),
                "contoh": list(satu.contoh),
            }
            for satu in bawaan.daftar_kriteria
        ),
    )


@kueri_siap(instansi_id=BigIntegerField(), pada=DateField())
def _versi(instansi_id: Isian, pada: Isian) -> QuerySet[VersiRubrik]:
    return VersiRubrik.objects.filter(instansi_id=instansi_id, sejak__lte=pada).order_by("-sejak")[
        :1
    ]


def daftar_unsur(rubrik: RubrikBerlaku, pada: dt.date) -> tuple[UnsurRubrik, ...]:
    """Return the rubrik grouped by element, hasil kerja first, levels from the top."""
    nama = {"hasil_kerja": _("Hasil kerja")} | {n.kode: n.nama for n in daftar_nilai(pada=pada)}
    tingkat = [(str(r), r.label) for r in (Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH)]
    isi: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for satu in rubrik.daftar_kriteria:
        isi.setdefault((satu["unsur"], satu["tingkat"]), []).append(satu)
    return tuple(
        UnsurRubrik(
            kode,
            sebut,
            tuple((label, satu) for kata, label in tingkat for satu in isi.get((kode, kata), ())),
        )
        for kode, sebut in nama.items()
    )


def daftar_versi_rubrik(*, aktor: Aktor) -> QuerySet[VersiRubrik]:
    """Return the instansi's own versions, newest first."""
    return VersiRubrik.objects.filter(instansi_id=aktor.instansi_id).order_by("-sejak")
