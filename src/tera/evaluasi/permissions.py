"""Which parts a person plays towards an evaluation or a unit's capaian on a day."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from tera.core.aktor import Aktor
from tera.core.kueri import Isian
from tera.evaluasi.models import Evaluasi
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import HubunganPenilai, UnitKerja
from tera.organisasi.selectors.arah import jalur_ke_atas
from tera.organisasi.selectors.ringkas import unit_dipimpin


def dengan_penilai(daftar: QuerySet[Evaluasi], *, pada: dt.date | Isian) -> QuerySet[Evaluasi]:
    """Annotate ``penilai_kini`` and ``atasan_kini``: who rates on the day, and who stands above.

    Of an ended assignment, the last ones it had.
    """
    hubungan = HubunganPenilai.objects.filter(
        penugasan=OuterRef("skp__penugasan"), sejak__lte=pada
    ).order_by("-sejak")
    return daftar.annotate(
        penilai_kini=Subquery(hubungan.values("penilai_id")[:1]),
        atasan_kini=Subquery(hubungan.values("atasan_penilai_id")[:1]),
    )


def peran_terhadap_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> frozenset[str]:
    """The parts towards the person's assignment; the recorded penilai stays penilai.

    No query where the row carries ``dengan_penilai`` and the aktor is the person or the rater.
    """
    if not hasattr(evaluasi, "penilai_kini"):
        kini: Any = dengan_penilai(Evaluasi.objects.filter(pk=evaluasi.pk), pada=pada).get()
        evaluasi.penilai_kini = kini.penilai_kini  # type: ignore[attr-defined]
        evaluasi.atasan_kini = kini.atasan_kini  # type: ignore[attr-defined]
    return peran_banyak(aktor=aktor, daftar=[evaluasi], pada=pada)[evaluasi.pk]


def peran_banyak(
    *, aktor: Aktor, daftar: Iterable[Evaluasi], pada: dt.date
) -> dict[int, frozenset[str]]:
    """Return the parts towards many evaluations (rows of ``dengan_penilai``): at most one query."""
    if aktor.adalah_sistem:
        return {
            satu.pk: frozenset({"sistem"} if satu.instansi_id == aktor.instansi_id else ())
            for satu in daftar
        }
    hasil: dict[int, frozenset[str]] = {}
    petugas: list[tuple[str, str]] | None = None
    saya = aktor.pegawai_id
    for satu in daftar:
        peran: set[str] = set()
        if saya is not None and satu.pegawai_id == saya:
            peran.add("pegawai")
        elif saya is not None:
            if saya in {satu.penilai_id, satu.penilai_kini}:  # type: ignore[attr-defined]
                peran.add("penilai")
            if saya == satu.atasan_kini:  # type: ignore[attr-defined]
                peran.add("atasan_penilai")
        if not peran & {"pegawai", "penilai"} and aktor.instansi_id == satu.instansi_id:
            if petugas is None:
                petugas = organisasi.daftar_petugas(aktor=aktor, pada=pada)
            peran |= {kata for kata, awalan in petugas if satu.unit.path.startswith(awalan)}
        hasil[satu.pk] = frozenset(peran)
    return hasil


def tanda_masih_buta(*, evaluasi: Evaluasi, peran: Iterable[str], sudah_ditandai: bool) -> bool:
    """Whether this person must not see the rater's marks and ratings yet."""
    return (
        evaluasi.tanda_buta
        and "atasan_penilai" in peran
        and not sudah_ditandai
        and evaluasi.status in {Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI}
    )


def boleh_menetapkan_capaian(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> bool:
    """Whether the aktor leads a level above ``unit``: nobody sets the capaian of one's own unit.

    The root unit has no level above inside the instansi: an outside decision is recorded by an
    officer (pengelola or pejabat pembina) with its number.
    """
    if aktor.pegawai_id is None:
        return False
    if unit.induk_id is None:
        return organisasi.boleh_petugas(
            aktor=aktor, unit=unit, pada=pada, peran={"pengelola", "pejabat_pembina"}
        )
    return (
        unit_dipimpin(aktor=aktor, pada=pada)
        .filter(pk__in=set(jalur_ke_atas(unit)) - {unit.pk})
        .exists()
    )
