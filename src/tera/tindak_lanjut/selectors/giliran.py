"""Whose turn it is: whoever is asked first may not be who proposed, so each turn has a next one.

A proposal or a request is for the first of its ladder who is neither its person nor its proposer:
the pengelola kinerja, or for work and counselling the atasan of the penilai, then the pejabat yang
berwenang, then the pejabat pembina. Others whom the workflow names may act too; these are told.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from tera.core.kueri import Isian
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada, penilai_pada, penugasan_utama
from tera.organisasi.selectors.petugas import ada_petugas, petugas_unit
from tera.tindak_lanjut.models import (
    Nominasi,
    PermintaanKonseling,
    TinjauanPerjanjian,
    UsulKarier,
    UsulTugas,
)

#: Officers in the order in which they are asked.
TANGGA = ("pengelola", "pyb", "pejabat_pembina")
PEJABAT = TANGGA[1:]
SATU_SATU = (("pengelola",), ("pyb",), ("pejabat_pembina",))


@dataclass(frozen=True, slots=True)
class Giliran:
    """Who is asked now, and as what; nobody when the instansi has none who may."""

    peran: str
    orang: tuple[Pegawai, ...]

    @property
    def daftar_id(self) -> frozenset[int]:
        """Their keys."""
        return frozenset(satu.pk for satu in self.orang)


BELUM_ADA = Giliran("", ())


def giliran_nominasi(*, nominasi: Nominasi, pada: dt.date) -> Giliran:
    """Return who decides a nomination: one query."""
    bukan = {nominasi.pegawai_id, nominasi.pengusul_id}
    return _petugas(nominasi.instansi_id, nominasi.unit.path, bukan, pada)


def giliran_tugas(*, usul: UsulTugas, pada: dt.date) -> Giliran:
    """Return who decides proposed work: the atasan of the penilai, else an officer."""
    bukan = {usul.pegawai_id, usul.pengusul_id}
    return _atasan(usul.pegawai_id, bukan, pada) or _petugas(
        usul.instansi_id, usul.unit.path, bukan, pada
    )


def giliran_karier(*, usul: UsulKarier, putusan: bool, pada: dt.date) -> Giliran:
    """Return who reviews a career file, or with ``putusan`` decides it: one query."""
    bukan = {usul.pegawai_id, usul.pengusul_id}
    tangga: Sequence[Collection[str]] = SATU_SATU
    if putusan:
        bukan |= {usul.penelaah_id or 0}
        tangga = [PEJABAT]
    return _petugas(usul.instansi_id, usul.unit_asal.path, bukan, pada, tangga)


def giliran_konseling(*, pegawai: Pegawai, tujuan: str, pada: dt.date) -> Giliran:
    """Return who names the counsellor of a request.

    One sent past the rater never comes back to the rater: where the only pengelola is that rater,
    it is for the atasan of the penilai, then for an officer above.
    """
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if tugas is None:
        return BELUM_ADA
    hasil = penilai_pada(penugasan=tugas, pada=pada)
    penilai, atasan = hasil.penilai, hasil.atasan_penilai
    if tujuan == PermintaanKonseling.Tujuan.PENILAI:
        return Giliran("penilai", (penilai,)) if penilai else BELUM_ADA
    bukan = {pegawai.pk, penilai.pk if penilai else 0}
    daftar = petugas_unit(
        instansi_id=pegawai.instansi_id, path=tugas.unit.path, pada=pada, peran=TANGGA
    )
    for kata in TANGGA:
        orang = tuple(satu for peran, satu in daftar if peran == kata and satu.pk not in bukan)
        if orang:
            return Giliran(kata, orang)
        if kata == "pengelola" and atasan and atasan.pk not in bukan:
            return Giliran("atasan_penilai", (atasan,))
    return BELUM_ADA


def giliran_perjanjian(*, tinjauan: TinjauanPerjanjian, pada: dt.date) -> Giliran:
    """Return who recommends on an agreement, or decides it."""
    kata = TinjauanPerjanjian.Status
    if tinjauan.status == kata.TERBUKA:
        tugas = penugasan_utama(pegawai_id=tinjauan.pegawai_id, pada=pada)
        penilai = penilai_pada(penugasan=tugas, pada=pada).penilai if tugas else None
        return Giliran("penilai", (penilai,)) if penilai else BELUM_ADA
    if tinjauan.status != kata.DIREKOMENDASIKAN:
        return BELUM_ADA
    pembina = (("pejabat_pembina",),)
    return _petugas(tinjauan.instansi_id, tinjauan.unit.path, {tinjauan.pegawai_id}, pada, pembina)


def _atasan(pegawai_id: int, bukan: Collection[int], pada: dt.date) -> Giliran | None:
    tugas = penugasan_utama(pegawai_id=pegawai_id, pada=pada)
    atasan = penilai_pada(penugasan=tugas, pada=pada).atasan_penilai if tugas else None
    return Giliran("atasan_penilai", (atasan,)) if atasan and atasan.pk not in bukan else None


def _petugas(
    instansi_id: int,
    path: str,
    bukan: Collection[int],
    pada: dt.date,
    tangga: Sequence[Collection[str]] = SATU_SATU,
) -> Giliran:
    daftar = petugas_unit(instansi_id=instansi_id, path=path, pada=pada, peran=TANGGA)
    for anak in tangga:
        cocok = {
            satu.pk: (peran, satu)
            for peran, satu in daftar
            if peran in anak and satu.pk not in bukan
        }
        if cocok:
            return Giliran(next(iter(cocok.values()))[0], tuple(s for _p, s in cocok.values()))
    return BELUM_ADA


# The same as conditions, for home and lists.


def giliran_petugas(
    *,
    jalur: str,
    pada: dt.date | Isian,
    saya: int | Isian,
    peran: Collection[str],
    bukan: Collection[str] = ("pegawai_id", "pengusul_id"),
) -> Q:
    """Return the condition "it is my turn as one of ``peran``" of a row with people ``bukan``."""
    syarat = Q(pk__in=[])
    for i, kata in enumerate(TANGGA):
        if kata not in peran:
            continue
        giliran = Q(ada_petugas(jalur=jalur, pada=pada, peran=[kata], saya=saya))
        if TANGGA[:i]:
            giliran &= ~Q(ada_petugas(jalur=jalur, pada=pada, peran=TANGGA[:i], bukan=bukan))
        syarat |= giliran
    for kolom in bukan:
        syarat &= ~Q(**{kolom: saya})
    return syarat


def giliran_menunjuk(
    *, pada: dt.date | Isian, saya: int | Isian, peran: Collection[str]
) -> QuerySet[PermintaanKonseling]:
    """Return the requests for counselling whose turn is mine as one of ``peran``.

    As "penilai" those sent to the rater; as others those sent past the rater.
    """
    tujuan = PermintaanKonseling.Tujuan
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(pada))
    dinilai = hubungan.filter(penilai_id=saya).values("penugasan__pegawai_id")
    bukan_penilai = ~Q(
        Exists(
            hubungan.filter(
                penilai_id=OuterRef("pegawai_id"),
                penugasan__pegawai_id=OuterRef(OuterRef("pegawai_id")),
            )
        )
    )
    atasan = Q(
        Exists(
            hubungan.filter(
                penugasan__pegawai_id=OuterRef("pegawai_id"), atasan_penilai__isnull=False
            ).exclude(atasan_penilai_id=OuterRef("pegawai_id"))
        )
    )

    def ada(*kata: str) -> Q:
        return Q(
            ada_petugas(
                jalur="jalur", pada=pada, peran=kata, bukan=["pegawai_id"], syarat=bukan_penilai
            )
        )

    def melayani(kata: str) -> Q:
        return Q(ada_petugas(jalur="jalur", pada=pada, peran=[kata], saya=saya))

    diatasi = hubungan.filter(atasan_penilai_id=saya).values("penugasan__pegawai_id")
    cara = {
        "pengelola": melayani("pengelola"),
        "atasan_penilai": Q(pegawai_id__in=diatasi) & ~ada("pengelola"),
        "pyb": melayani("pyb") & ~ada("pengelola") & ~atasan,
        "pejabat_pembina": melayani("pejabat_pembina") & ~ada("pengelola", "pyb") & ~atasan,
    }
    lewat = Q(pk__in=[])
    for kata in peran:
        if kata in cara:
            lewat |= cara[kata]
    syarat = Q(tujuan=tujuan.PENGELOLA) & ~Q(pegawai_id__in=dinilai) & lewat
    if "penilai" in peran:
        syarat |= Q(tujuan=tujuan.PENILAI, pegawai_id__in=dinilai)
    tugas = Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=OuterRef("pegawai_id"))
    return (
        PermintaanKonseling.objects.filter(status=PermintaanKonseling.Status.DIAJUKAN)
        .annotate(jalur=Subquery(tugas.order_by("jenis", "-sejak").values("unit__path")[:1]))
        .filter(syarat)
        .exclude(pegawai_id=saya)
    )
