"""Texts of citizens: the officer's queue, and what reaches the person they are about.

``masukan_untuk_pegawai`` is the door for other rooms: a text is feedback for a person only when it
was published, isn't under examination, its point has enough answers, and the person's right of
reply was used or has passed. It carries no number.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from tera.core.aktor import Aktor
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada, dinilai_oleh
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.umpan_balik.models import JawabanSKM, MasukanMasyarakat
from tera.umpan_balik.selectors.layanan import PERAN_KELOLA

Status = MasukanMasyarakat.Status
BARIS = 20


@dataclass(frozen=True, slots=True)
class SuaraMasyarakat:
    """One published text about a person, with the person's answer; nothing about its writer."""

    masukan_id: int
    teks: str
    pada: dt.date
    asal: str
    unit: str
    tanggapan: str
    hak_jawab_sampai: dt.date
    sampai_penilai: bool


def masukan_dikelola(*, aktor: Aktor, pada: dt.date) -> QuerySet[MasukanMasyarakat]:
    """Return the texts of the units the aktor manages, the oldest first.

    Nobody moderates what was written about themselves.
    """
    return (
        MasukanMasyarakat.objects.filter(
            cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_KELOLA, kolom="unit__path"),
            instansi_id=aktor.instansi_id,
        )
        .filter(Q(pegawai__isnull=True) | ~Q(pegawai_id=aktor.pegawai_id or 0))
        .select_related("unit", "titik", "forum", "pegawai")
        .order_by("pada", "pk")
    )


def jumlah_menunggu(*, aktor: Aktor, pada: dt.date) -> int:
    """Return how many texts wait for the aktor: two queries."""
    return (
        masukan_dikelola(aktor=aktor, pada=pada).filter(status=Status.MENUNGGU).order_by().count()
    )


def calon_pegawai(*, masukan: MasukanMasyarakat, pada: dt.date) -> list[Penugasan]:
    """Return the people of the unit of a text, by name: whom it may be about."""
    return list(
        Penugasan.objects.filter(
            berlaku_pada(pada),
            unit__path__gte=masukan.unit.path,
            unit__path__lt=masukan.unit.path + "~",
            instansi_id=masukan.instansi_id,
        )
        .select_related("pegawai", "jabatan")
        .order_by("pegawai__nama")[:200]
    )


def cukup_sejak(
    *, daftar: Iterable[MasukanMasyarakat], minimum: int
) -> dict[tuple[str, int], dt.date]:
    """Return since when each point or forum of the texts has enough answers: two queries.

    A point by its counted answers, a forum by its texts; without enough it is absent.
    """
    titik = {satu.titik_id for satu in daftar if satu.titik_id}
    forum = {satu.forum_id for satu in daftar if satu.forum_id}
    hasil: dict[tuple[str, int], dt.date] = {}
    if titik:
        for nomor, hari in (
            JawabanSKM.objects.filter(titik_id__in=titik, dihitung_mulai__isnull=False)
            .annotate(
                urut=Window(
                    RowNumber(), partition_by=[F("titik_id")], order_by=[F("dihitung_mulai").asc()]
                )
            )
            .filter(urut=minimum)
            .values_list("titik_id", "dihitung_mulai")
        ):
            if hari is not None:
                hasil["titik", nomor] = hari
    if forum:
        for nomor, hari in (
            MasukanMasyarakat.objects.filter(forum_id__in=forum)
            .annotate(
                urut=Window(RowNumber(), partition_by=[F("forum_id")], order_by=[F("pada").asc()])
            )
            .filter(urut=minimum)
            .values_list("forum_id", "pada")
        ):
            hasil["forum", nomor] = hari
    return hasil


def masukan_untuk_pegawai(
    *, pegawai: Pegawai | int, sejak: dt.date, sampai: dt.date, pada: dt.date
) -> list[SuaraMasyarakat]:
    """Return the texts about a person that have become feedback by ``pada``, newest first.

    Between ``sejak`` and ``sampai`` by the day they were written. At most four queries.
    """
    return [
        satu
        for satu in suara_pegawai(pegawai=pegawai, pada=pada, sejak=sejak, sampai=sampai)
        if satu.sampai_penilai
    ]


def suara_pegawai(
    *,
    pegawai: Pegawai | int,
    pada: dt.date,
    sejak: dt.date | None = None,
    sampai: dt.date | None = None,
) -> list[SuaraMasyarakat]:
    """Return what the person sees about themselves: published, enough answers, not examined.

    ``sampai_penilai`` says whether the rater sees it too: after the reply, or when its time is
    over. The time begins when the person could first see the text.
    """
    pk = pegawai if isinstance(pegawai, int) else pegawai.pk
    masa = Q()
    if sejak is not None:
        masa &= Q(pada__gte=sejak)
    if sampai is not None:
        masa &= Q(pada__lte=sampai)
    daftar = list(
        MasukanMasyarakat.objects.filter(
            masa, pegawai_id=pk, status=Status.DITERBITKAN, sedang_diperiksa=False
        )
        .select_related("titik", "forum", "unit", "tanggapan")
        .order_by("-pada", "-pk")
    )
    if not daftar:
        return []
    minimum = kebijakan.nilai(
        instansi_id=daftar[0].instansi_id, kunci="publik.n_minimum", pada=pada
    )
    cukup = cukup_sejak(daftar=daftar, minimum=minimum)
    hasil = []
    for satu in daftar:
        if satu.hak_jawab_sampai is None or satu.dikaitkan_pada is None:
            continue  # the database allows no such row: a tie has its days
        kunci = ("titik", satu.titik_id) if satu.titik_id else ("forum", satu.forum_id)
        mulai = cukup.get(kunci)  # type: ignore[arg-type]
        if mulai is None or mulai > pada:
            continue
        lama = satu.hak_jawab_sampai - satu.dikaitkan_pada
        batas = max(satu.dikaitkan_pada, mulai) + lama
        tanggapan = getattr(satu, "tanggapan", None)
        hasil.append(
            SuaraMasyarakat(
                satu.pk,
                satu.teks,
                satu.pada,
                str(satu.titik or satu.forum),
                satu.unit.nama,
                tanggapan.teks if tanggapan else "",
                batas,
                tanggapan is not None or pada > batas,
            )
        )
    return hasil


def dinilai_saya(*, aktor: Aktor, pegawai_id: int, pada: dt.date) -> Pegawai | None:
    """Return the person if the aktor rates them on the day: one query."""
    # Through the person's own key: a number beyond the database is nobody's, not an error.
    orang = Pegawai.objects.filter(pk=pegawai_id)
    satu = dinilai_oleh(aktor=aktor, pada=pada).filter(pegawai__in=orang).first()
    return satu.pegawai if satu else None


def tulisan_layanan(*, titik_id: int) -> QuerySet[MasukanMasyarakat]:
    """Return the published texts about the service at a point, newest first: its officers read."""
    return MasukanMasyarakat.objects.filter(
        titik_id=titik_id,
        status=Status.DITERBITKAN,
        sedang_diperiksa=False,
        tentang=MasukanMasyarakat.Tentang.LAYANAN,
    ).order_by("-pada", "-pk")


def jumlah_per_status(*, daftar: QuerySet[MasukanMasyarakat]) -> dict[str, int]:
    """Return how many texts stand in each state: one query."""
    return dict(daftar.order_by().values_list("status").annotate(n=Count("pk")))
