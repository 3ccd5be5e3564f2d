"""Which parts a person plays towards a follow-up, a counselling, the review of an agreement."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, OuterRef, QuerySet, Subquery

from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, UnitKerja
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.tindak_lanjut.models import (
    Konseling,
    PermintaanKonseling,
    TindakLanjut,
    TinjauanPerjanjian,
)
from tera.tindak_lanjut.selectors.giliran import giliran_konseling

M = TypeVar("M", bound=Model)

#: Officers who read the follow-ups of their units; the auditor reads only.
PEMBACA = ("pengelola", "pyb", "pejabat_pembina", "auditor")
#: Who decides an arrow of the path.
PEMUTUS = frozenset({"pyb", "pejabat_pembina"})


def peran_orang(
    *,
    aktor: Aktor,
    pegawai_id: int,
    unit: UnitKerja,
    penilai_id: int | None,
    atasan_id: int | None,
    petugas: Sequence[tuple[str, str]],
) -> frozenset[str]:
    """The parts towards a person today; officers reach the unit the result came from."""
    if aktor.adalah_sistem:
        return frozenset({"sistem"} if aktor.instansi_id == unit.instansi_id else ())
    saya = aktor.pegawai_id
    # Nobody decides about oneself, whatever letter one holds.
    if saya is None or saya == pegawai_id:
        return frozenset({"pegawai"} if saya else ())
    peran: set[str] = set()
    if saya == penilai_id:
        peran.add("penilai")
    if saya == atasan_id:
        peran.add("atasan_penilai")
    if aktor.instansi_id == unit.instansi_id:
        peran |= {kata for kata, awalan in petugas if unit.path.startswith(awalan)}
    return frozenset(peran)


def peran_tindakan(
    *,
    aktor: Aktor,
    tindakan: TindakLanjut | TinjauanPerjanjian,
    pada: dt.date,
    petugas: Sequence[tuple[str, str]] | None = None,
) -> frozenset[str]:
    """The parts towards a follow-up, or the review of an agreement.

    A row of ``dengan_penilai_kini`` costs no query for the rater; ``petugas`` none for officers.
    """
    if not hasattr(tindakan, "penilai_kini"):
        dikenal = dengan_penilai_kini(type(tindakan)._default_manager.all(), pada)
        nilai = dikenal.filter(pk=tindakan.pk).values_list("penilai_kini", "atasan_kini").first()
        tindakan.penilai_kini, tindakan.atasan_kini = nilai or (None, None)  # type: ignore[union-attr]
    return peran_orang(
        aktor=aktor,
        pegawai_id=tindakan.pegawai_id,
        unit=tindakan.unit,
        penilai_id=tindakan.penilai_kini,  # type: ignore[union-attr]
        atasan_id=tindakan.atasan_kini,  # type: ignore[union-attr]
        petugas=daftar_petugas(aktor=aktor, pada=pada) if petugas is None else petugas,
    )


def dengan_penilai_kini(daftar: QuerySet[M], pada: dt.date) -> QuerySet[M]:
    """Add who rates the person on the day, and who stands above: of the main assignment."""
    hubungan = HubunganPenilai.objects.filter(
        berlaku_pada(pada), berlaku_pada(pada, "penugasan__"),
        penugasan__pegawai_id=OuterRef("pegawai_id"),
    ).order_by("penugasan__jenis", "-penugasan__sejak", "pk")  # fmt: skip
    hasil: QuerySet[M] = daftar.annotate(  # type: ignore[assignment]
        penilai_kini=Subquery(hubungan.values("penilai_id")[:1]),
        atasan_kini=Subquery(hubungan.values("atasan_penilai_id")[:1]),
    )
    return hasil


def peran_permintaan(
    *, aktor: Aktor, permintaan: PermintaanKonseling, pada: dt.date
) -> frozenset[str]:
    """The parts towards a request: whose turn it is names the counsellor, nobody else.

    One sent past the rater isn't for the rater, whatever else the rater is.
    """
    saya = aktor.pegawai_id
    if saya is None:
        return frozenset()
    if saya == permintaan.pegawai_id:
        return frozenset({"pegawai"})
    giliran = giliran_konseling(pegawai=permintaan.pegawai, tujuan=permintaan.tujuan, pada=pada)
    return frozenset({giliran.peran} if saya in giliran.daftar_id else ())


def peran_konseling(*, aktor: Aktor, konseling: Konseling) -> frozenset[str]:
    """The counsellor and the person; ``penerima`` is reported to and reads the advice alone."""
    bagian = {
        "konselor": konseling.konselor_id,
        "pegawai": konseling.pegawai_id,
        "penerima": konseling.penerima_laporan_id,
    }
    return frozenset(kata for kata, siapa in bagian.items() if siapa and siapa == aktor.pegawai_id)
