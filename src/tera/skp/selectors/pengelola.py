"""Who has no draft, when it is the pengelola's turn, and whom a set plan is sent to (R-161)."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    Subquery,
)

from tera.core.aktor import Aktor
from tera.core.kueri import Banyaknya, Isian, KueriSiap, kueri_siap
from tera.organisasi import kebijakan
from tera.organisasi.models import (
    HubunganPenilai,
    Instansi,
    Pegawai,
    Penugasan,
    PeranPetugas,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.skp import pengingat_skp
from tera.skp.models import SKP, PengirimanSKP
from tera.skp.selectors.unit import yang_wajib

KEBIJAKAN = "skp.pengelola_boleh_menetapkan"
PENGINGAT = "skp.pengingat_minggu_kedua"


def giliran_pengelola(*, tahun: int, mulai: dt.date) -> dt.date:
    """Return the first day on which the pengelola may draft a plan that begins on ``mulai``.

    The day after the second week of January; who starts later has as many days of their own.
    """
    batas = pengingat_skp(tahun).sampai
    lama = batas - dt.date(tahun, 1, 1)
    return max(batas, mulai + lama) + dt.timedelta(days=1)


def batas_rancangan(skp: SKP) -> dt.date:
    """Return the last day on which a draft of the person would have come in time."""
    return giliran_pengelola(tahun=skp.tahun, mulai=skp.mulai) - dt.timedelta(days=1)


def masa_pengingat(pada: dt.date) -> bool:
    """Whether the reminder's day of this year has come."""
    return pada >= pengingat_skp(pada.year).dari


def penugasan_dikelola(*, aktor: Aktor, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the assignments in the units of which the aktor is pengelola, one's own left out."""
    return _dikelola(aktor.instansi_id, aktor.pegawai_id or 0, pada).select_related(
        "pegawai", "jabatan", "unit", "instansi"
    )


def _dikelola(instansi: int | Isian, saya: int | Isian, pada: dt.date) -> QuerySet[Penugasan]:
    dikelola = UnitKerja.objects.filter(
        Exists(
            PeranPetugas.objects.filter(berlaku_pada(pada), pegawai_id=saya, peran="pengelola")
            .annotate(jalur=ExpressionWrapper(OuterRef("path"), output_field=CharField()))
            .filter(jalur__startswith=F("unit__path"))
        ),
        instansi_id=instansi,
    )
    return Penugasan.objects.filter(
        unit__in=dikelola.order_by().values("pk"), instansi_id=instansi
    ).exclude(pegawai_id=saya)


def _tanpa_rancangan(daftar: QuerySet[Penugasan], pada: dt.date) -> QuerySet[Penugasan]:
    """Those of ``daftar`` who owe a plan of this year and have none."""
    return yang_wajib(daftar, tahun=pada.year, pada=pada).exclude(
        Exists(
            SKP.objects.filter(penugasan=OuterRef("pk"), tahun=pada.year).exclude(
                status=SKP.Status.DIBATALKAN
            )
        )
    )


def bawahan_tanpa_rancangan(*, aktor: Aktor, pada: dt.date) -> list[Penugasan]:
    """Return the people the aktor rates today who owe a plan of this year and have none.

    By name, with what a row of a list shows.
    """
    return _belum_merancang(pada)(saya=aktor.pegawai_id or 0)


@lru_cache(maxsize=4)
def _belum_merancang(pada: dt.date) -> KueriSiap:
    """Prepared for one day, as ``_hitungan``."""

    @kueri_siap(saya=BigIntegerField())
    def susun(saya: Isian) -> QuerySet[Penugasan]:
        return (
            _tanpa_rancangan(_bawahan(saya, pada), pada)
            .select_related("pegawai", "jabatan")
            .only(
                "pegawai__nama", "pegawai__gelar_depan", "pegawai__gelar_belakang", "jabatan__nama"
            )
            .order_by("pegawai__nama", "pk")
        )

    return susun


def _bawahan(saya: int | Isian, pada: dt.date) -> QuerySet[Penugasan]:
    return Penugasan.objects.filter(
        pk__in=HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=saya).values(
            "penugasan_id"
        )
    )


def sumber_salinan(*, penugasan: Penugasan) -> QuerySet[SKP]:
    """Return the plans of the same person that were set before: what a pengelola may copy."""
    return (
        SKP.objects.filter(
            instansi_id=penugasan.instansi_id,
            pegawai_id=penugasan.pegawai_id,
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
        )
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .order_by("-tahun", "-versi")
    )


def penerima_skp(
    *, skp: SKP, penilai: Pegawai, pada: dt.date
) -> list[tuple[Pegawai, PengirimanSKP.Sebagai]]:
    """Return to whom a plan set by the pengelola goes: the person, the penilai, the head of unit.

    A head who is the person or the penilai isn't named twice.
    """
    penerima = [
        (skp.pegawai, PengirimanSKP.Sebagai.PEGAWAI),
        (penilai, PengirimanSKP.Sebagai.PENILAI),
    ]
    kepala = (
        Penugasan.objects.filter(
            berlaku_pada(pada), unit_id=skp.penugasan.unit_id, memimpin_unit=True
        )
        .exclude(pegawai_id__in=[skp.pegawai_id, penilai.pk])
        .select_related("pegawai")
    )
    sudah: set[int] = set()
    for satu in kepala:
        if satu.pegawai_id not in sudah:
            penerima.append((satu.pegawai, PengirimanSKP.Sebagai.PIMPINAN_UNIT))
            sudah.add(satu.pegawai_id)
    return penerima


@dataclass(frozen=True, slots=True)
class HitunganBeranda:
    """What home asks of the plans, in one query.

    Attributes:
        menunggu: sent plans that wait for the aktor as penilai.
        tim_belum, kelola_belum: people without a draft among those one rates, and in the units
            one is pengelola of; 0 before the second week of January, or when the instansi
            switched the reminder off.
        kiriman: plans set by a pengelola that were sent to the aktor and not opened yet; the
            first of them is ``kiriman_skp`` of ``kiriman_nama``.
    """

    menunggu: int
    tim_belum: int
    kelola_belum: int
    kiriman: int
    kiriman_skp: int | None
    kiriman_nama: str
    kiriman_saya: bool


def hitungan_beranda(*, aktor: Aktor, pada: dt.date, pengelola: bool) -> HitunganBeranda:
    """Count what home tells about plans: one query (and the parts of a pengelola)."""
    saya = aktor.pegawai_id or 0
    kueri = _hitungan(pada, pengelola)
    baris = dict(
        zip(
            _kolom_hitungan(pada, pengelola),
            kueri.satu(instansi=aktor.instansi_id, saya=saya),
            strict=True,
        )
    )
    ingat = kebijakan.dari_kolom(PENGINGAT, baris.get("pengingat"))
    return HitunganBeranda(
        menunggu=baris["menunggu"],
        tim_belum=baris.get("tim_belum", 0) if ingat else 0,
        kelola_belum=baris.get("kelola_belum", 0) if ingat else 0,
        kiriman=baris["kiriman"],
        kiriman_skp=baris["kiriman_skp"],
        kiriman_nama=baris["kiriman_nama"] or "",
        kiriman_saya=baris["kiriman_pegawai"] == saya,
    )


def _kolom_hitungan(pada: dt.date, pengelola: bool) -> tuple[str, ...]:
    kolom = ("menunggu", "kiriman", "kiriman_skp", "kiriman_pegawai", "kiriman_nama")
    if not masa_pengingat(pada):
        return kolom
    return (*kolom, "pengingat", "tim_belum", *(("kelola_belum",) if pengelola else ()))


@lru_cache(maxsize=8)  # a day in three time zones, with a pengelola's column and without
def _hitungan(pada: dt.date, pengelola: bool) -> KueriSiap:
    """The counts of one day: who owes a plan follows the law of that day, so the day is fixed."""

    @kueri_siap(instansi=BigIntegerField(), saya=BigIntegerField())
    def susun(instansi: Isian, saya: Isian) -> QuerySet[Any, Any]:
        dinilai = HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=saya)
        kiriman = PengirimanSKP.objects.filter(pegawai_id=saya, dibaca_at__isnull=True)
        satu = kiriman.order_by("dikirim_at", "id")
        kolom: dict[str, Any] = {
            "menunggu": Banyaknya(
                SKP.objects.filter(
                    status=SKP.Status.DIAJUKAN, penugasan_id__in=dinilai.values("penugasan_id")
                ).values("pk")
            ),
            "kiriman": Banyaknya(kiriman.order_by().values("pk")),
            "kiriman_skp": Subquery(satu.values("skp_id")[:1]),
            "kiriman_pegawai": Subquery(satu.values("skp__pegawai_id")[:1]),
            "kiriman_nama": Subquery(satu.values("skp__pegawai__nama")[:1]),
            "pengingat": Subquery(
                kebijakan.kolom_nilai(instansi_id=instansi, kunci=PENGINGAT, pada=pada)
            ),
            "tim_belum": Banyaknya(
                _tanpa_rancangan(_bawahan(saya, pada), pada).order_by().values("pk")
            ),
            "kelola_belum": Banyaknya(
                _tanpa_rancangan(_dikelola(instansi, saya, pada), pada).order_by().values("pk")
            ),
        }
        nama = _kolom_hitungan(pada, pengelola)
        return (
            Instansi.objects.filter(pk=instansi)
            .annotate(**{satu: kolom[satu] for satu in nama})
            .values_list(*nama)
        )

    return susun


@dataclass(frozen=True, slots=True)
class KirimanTampil:
    """One recipient as the plan's page tells it."""

    nama: str
    sebagai: str
    kiriman: PengirimanSKP


def daftar_kiriman(*, skp: SKP) -> list[KirimanTampil]:
    """Return to whom the plan was sent and who opened it; one query."""
    return [
        KirimanTampil(satu.pegawai.nama_lengkap, satu.get_sebagai_display(), satu)
        for satu in skp.daftar_pengiriman.select_related("pegawai")
    ]
