"""Questions about follow-ups: which one may see, what a page shows, what waits."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.core.models import RiwayatStatus
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import HubunganPenilai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas, daftar_petugas
from tera.organisasi.selectors.umum import di_bawah
from tera.regulasi.alur.tindakan import BERJALAN
from tera.tindak_lanjut.models import (
    BimbinganKinerja,
    ButirPerbaikan,
    KeputusanTindakan,
    RencanaPerbaikan,
    TindakLanjut,
    TinjauanPerbaikan,
)
from tera.tindak_lanjut.permissions.tindakan import (
    PEMBACA,
    PEMUTUS,
    dengan_penilai_kini,
)


def dinilai_saya(saya: Any, pada: Any) -> QuerySet[Any, Any]:
    """Return the ids of people the aktor rates today, or stands above whose rater."""
    return HubunganPenilai.objects.filter(
        berlaku_pada(pada), Q(penilai_id=saya) | Q(atasan_penilai_id=saya)
    ).values("penugasan__pegawai_id")


def tindakan_terlihat(
    *, aktor: Aktor, petugas: Sequence[tuple[str, str]] | None = None
) -> QuerySet[TindakLanjut]:
    """Return the follow-ups the aktor may open: own, of people rated, of an officer's units.

    Who decides opens what waits for a decision; pengelola and auditor read lists, and a person's
    plan only in *mode petugas*. ``petugas``: the aktor's parts, where they are known.
    """
    saya, pada = aktor.pegawai_id, aktor.hari_ini
    semua = dengan_penilai_kini(
        TindakLanjut.objects.select_related(
            "pegawai__instansi", "unit", "evaluasi__periode", "instansi", "rencana__penyusun"
        ),
        pada,
    )
    if aktor.adalah_sistem:
        return semua.filter(instansi_id=aktor.instansi_id)
    if saya is None:
        return semua.none()
    if petugas is None:
        petugas = daftar_petugas(aktor=aktor, pada=pada)
    wilayah = wilayah_petugas(petugas, PEMBACA)
    if aktor.mode_petugas is None:
        wilayah = wilayah_petugas(petugas, PEMUTUS) | (
            Q(jenis=TindakLanjut.Jenis.PRIORITAS) & wilayah
        )
    return semua.filter(
        Q(pegawai_id=saya)
        | Q(pegawai_id__in=dinilai_saya(saya, pada))
        | (Q(instansi_id=aktor.instansi_id) & wilayah)
    )


def wilayah_petugas(petugas: Sequence[tuple[str, str]], peran: Collection[str]) -> Q:
    """Return the condition "in a unit that these parts reach"."""
    syarat = Q(pk__in=[])
    for kata, awalan in petugas:
        if kata in peran:
            syarat |= di_bawah(awalan, "unit__path")
    return syarat


def tindakan_saya(*, aktor: Aktor) -> list[TindakLanjut]:
    """Return one's own follow-ups, those under way first, newest first."""
    return list(
        TindakLanjut.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .annotate(jalan=Exists(TindakLanjut.objects.filter(pk=OuterRef("pk"), status__in=BERJALAN)))
        .select_related("rencana", "evaluasi__periode")
        .order_by("-jalan", "-dibuat_pada", "-pk")[:30]
    )


def tindakan_tim(*, aktor: Aktor) -> QuerySet[TindakLanjut]:
    """Return the follow-ups under way of the people one rates, nearest date first."""
    if aktor.pegawai_id is None:
        return TindakLanjut.objects.none()
    dinilai = HubunganPenilai.objects.filter(
        berlaku_pada(aktor.hari_ini), penilai_id=aktor.pegawai_id
    ).values("penugasan__pegawai_id")
    return (
        TindakLanjut.objects.filter(pegawai_id__in=dinilai, status__in=BERJALAN)
        .select_related("pegawai", "rencana", "unit", "evaluasi__periode")
        .order_by("jenis", "tenggat", "pegawai__nama", "pk")
    )


def tindakan_petugas(
    *, aktor: Aktor, jenis: str = "", status: str = "", cari: str = ""
) -> QuerySet[TindakLanjut]:
    """Return the follow-ups of an officer's units; ``status`` "berjalan" takes those under way."""
    wilayah = cakupan_petugas(aktor=aktor, pada=aktor.hari_ini, peran=PEMBACA, kolom="unit__path")
    daftar = TindakLanjut.objects.filter(wilayah, instansi_id=aktor.instansi_id)
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    if status == "berjalan":
        daftar = daftar.filter(status__in=BERJALAN)
    elif status:
        daftar = daftar.filter(status=status)
    if cari:
        daftar = daftar.filter(Q(pegawai__nama__icontains=cari) | Q(pegawai__nip__startswith=cari))
    return daftar.select_related("pegawai", "unit", "rencana", "evaluasi__periode").order_by(
        "-tahun", "jenis", "tenggat", "pegawai__nama", "pk"
    )


def daftar_prioritas(*, aktor: Aktor, tahun: int | None) -> QuerySet[TindakLanjut]:
    """Return who is on the priority list of a year in an officer's units, by name."""
    daftar = tindakan_petugas(aktor=aktor, jenis=TindakLanjut.Jenis.PRIORITAS).exclude(
        status=TindakLanjut.Status.DITUTUP
    )
    if tahun is not None:
        daftar = daftar.filter(tahun=tahun)
    return daftar.order_by("-tahun", "pegawai__nama", "pk")


def tahun_prioritas(*, aktor: Aktor) -> list[int]:
    """Return the years that have a list, newest first."""
    return list(
        daftar_prioritas(aktor=aktor, tahun=None)
        .order_by("-tahun")
        .values_list("tahun", flat=True)
        .distinct()
    )


def jabatan_per_orang(daftar: list[int], pada: dt.date) -> dict[int, str]:
    """Return today's post of each person, definitif first: one query."""
    hasil: dict[int, str] = {}
    for pegawai, nama in (
        Penugasan.objects.filter(berlaku_pada(pada), pegawai_id__in=daftar)
        .order_by("pegawai_id", "jenis", "-sejak")
        .values_list("pegawai_id", "jabatan__nama")
    ):
        hasil.setdefault(pegawai, nama)
    return hasil


@dataclass(frozen=True, slots=True)
class LembarTindakan:
    """What the page of one follow-up shows beside its row; five queries."""

    rencana: RencanaPerbaikan | None
    butir: list[ButirPerbaikan] = field(default_factory=list)
    tinjauan: list[TinjauanPerbaikan] = field(default_factory=list)
    keputusan: list[KeputusanTindakan] = field(default_factory=list)
    riwayat: list[RiwayatStatus] = field(default_factory=list)


def lembar_tindakan(*, tindakan: TindakLanjut) -> LembarTindakan:
    """Return plan, reviews, decisions and history; the caller checked who asks.

    What can't be there yet isn't asked for.
    """
    rencana = rencana_dari(tindakan)
    return LembarTindakan(
        rencana,
        list(rencana.daftar_butir.order_by("urut")) if rencana else [],
        list(rencana.daftar_tinjauan.select_related("peninjau").order_by("urut"))
        if rencana and rencana.mulai
        else [],
        []
        if tindakan.status in {"diusulkan", "perbaikan"}
        else list(tindakan.daftar_keputusan.order_by("pk")),
        list(
            RiwayatStatus.objects.filter(
                Q(jenis="tindak_lanjut", objek_id=tindakan.pk)
                | Q(jenis="rencana_perbaikan", objek_id=rencana.pk if rencana else 0)
            ).order_by("id")
        ),
    )


def rencana_dari(tindakan: TindakLanjut) -> RencanaPerbaikan | None:
    """Return the plan of a follow-up, if one was begun; no query where it was read with it."""
    try:
        return tindakan.rencana
    except RencanaPerbaikan.DoesNotExist:
        return None


def sedang_keberatan(tindakan: TindakLanjut) -> bool:
    """Whether the result is being objected to (a late letter): then nothing moves on."""
    if tindakan.evaluasi is None:
        return False
    return tindakan.evaluasi.status not in {Evaluasi.Status.FINAL, Evaluasi.Status.DIPUTUS}


def bimbingan_terlihat(*, tindakan: TindakLanjut, aktor: Aktor) -> list[BimbinganKinerja]:
    """Return the coaching sessions: only the two who spoke read them."""
    return list(
        BimbinganKinerja.objects.filter(
            Q(pegawai_id=aktor.pegawai_id) | Q(pembimbing_id=aktor.pegawai_id), tindakan=tindakan
        )
        .select_related("pembimbing")
        .order_by("-tanggal", "-pk")[:50]
    )
