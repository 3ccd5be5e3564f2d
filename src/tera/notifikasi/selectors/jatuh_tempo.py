"""Whose deadline comes or has passed: one query per question, whatever the number of people."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import (
    HubunganPenilai,
    Instansi,
    JenisJabatan,
    JenisPenugasan,
    JenisPeriode,
    Periode,
    PerpanjanganBatas,
    StatusPegawai,
)
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.periode import batas_dari
from tera.regulasi.jabatan import KedudukanHukum, kewajiban_skp
from tera.skp.models import SKP

AWAL, AKHIR, LEWAT = "awal", "akhir", "lewat"
#: So long after its day an escalation or an opening is still told: a worker may have stood still.
HARI_SUSULAN = 7


@dataclass(frozen=True, slots=True)
class Jarak:
    """How many days before and after a deadline the instansi speaks, by policy."""

    awal: int
    akhir: int
    eskalasi: int

    def tahap(self, batas: dt.date, pada: dt.date) -> str:
        """Return the stage ``pada`` lies in towards ``batas``; an empty text between stages."""
        sisa = (batas - pada).days
        if 0 <= sisa <= self.akhir:
            return AKHIR
        if 0 <= sisa <= self.awal:
            return AWAL
        if self.eskalasi and self.eskalasi <= -sisa <= self.eskalasi + HARI_SUSULAN:
            return LEWAT
        return ""


@dataclass(frozen=True, slots=True)
class BatasOrang:
    """One person's deadline at a stage."""

    pegawai_id: int
    penilai_id: int
    atasan_id: int | None
    periode: Periode
    batas: dt.date
    tahap: str
    diajukan: bool = False


class _Batas:
    """The deadlines of one step of one instansi's periods, asked once for all units."""

    def __init__(
        self, tahap: str, daftar: Collection[Periode], jarak: Jarak, pada: dt.date
    ) -> None:
        self.tahap, self.jarak, self.pada = tahap, jarak, pada
        self.perpanjangan = list(
            PerpanjanganBatas.objects.filter(periode__in=daftar, tahap=tahap).select_related("unit")
        )
        self._ingat: dict[tuple[int, str], tuple[dt.date, str]] = {}
        self.dekat = [satu for satu in daftar if self._mungkin(satu)]

    def _mungkin(self, periode: Periode) -> bool:
        batas = [periode.batas_skp if self.tahap == "skp" else periode.batas_evaluasi] + [
            satu.batas_baru for satu in self.perpanjangan if satu.periode_id == periode.pk
        ]
        return any(satu and self.jarak.tahap(satu, self.pada) for satu in batas)

    def untuk(self, periode: Periode, path: str) -> tuple[dt.date, str]:
        """Return the deadline of a unit and the stage of today towards it."""
        kunci = (periode.pk, path)
        if kunci not in self._ingat:
            batas = batas_dari(
                periode=periode,
                tahap=self.tahap,
                path=path,
                pada=self.pada,
                daftar=self.perpanjangan,
            ).tanggal
            self._ingat[kunci] = (batas, self.jarak.tahap(batas, self.pada))
        return self._ingat[kunci]


def periode_mulai_dibuka(*, instansi: Instansi, pada: dt.date) -> list[int]:
    """Return the years whose opening day has come, and in which people may still plan."""
    return list(
        Periode.objects.filter(
            instansi=instansi,
            jenis=JenisPeriode.TAHUNAN,
            dibuka_pada__lte=pada,
            dibuka_pada__gt=pada - dt.timedelta(days=HARI_SUSULAN),
            batas_skp__gte=pada,
        ).values_list("pk", flat=True)
    )


def skp_jatuh_tempo(*, instansi: Instansi, jarak: Jarak, pada: dt.date) -> list[BatasOrang]:
    """Return whose plan isn't set while its deadline nears or has passed."""
    tahunan = Periode.objects.filter(
        instansi=instansi,
        jenis=JenisPeriode.TAHUNAN,
        batas_skp__isnull=False,
        tahun__gte=pada.year - 1,
        dibuka_pada__lte=pada,
    ).select_related("instansi")
    batas = _Batas(PerpanjanganBatas.Tahap.SKP, list(tahunan), jarak, pada)
    hasil = []
    for periode in batas.dekat:
        for siapa, path, sejak, penilai, atasan, diajukan, *sifat in _belum_skp(
            instansi, periode, pada
        ):
            hari, tahap = batas.untuk(periode, path)
            # Whoever began after the deadline has not missed it.
            if tahap and sejak <= hari and _wajib(*sifat, pada=pada):
                hasil.append(BatasOrang(siapa, penilai, atasan, periode, hari, tahap, diajukan))
    return hasil


def _belum_skp(instansi: Instansi, periode: Periode, pada: dt.date) -> Any:
    milik = SKP.objects.filter(penugasan=OuterRef("penugasan"), tahun=periode.tahun)
    return (
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            ~Exists(milik.filter(status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP])),
            instansi=instansi,
            penilai__isnull=False,
            penugasan__jenis__in=[JenisPenugasan.DEFINITIF, JenisPenugasan.PJ],
        )
        .annotate(diajukan=Exists(milik.filter(status=SKP.Status.DIAJUKAN)))
        .values_list(
            "penugasan__pegawai_id",
            "penugasan__unit__path",
            "penugasan__sejak",
            "penilai_id",
            "atasan_penilai_id",
            "diajukan",
            "penugasan__pegawai__status",
            "penugasan__jabatan__jenis",
            "penugasan__pegawai__kedudukan_hukum",
        )
    )


def _wajib(status: str, jabatan: str, kedudukan: str, *, pada: dt.date) -> bool:
    if status in {StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN}:
        return False
    if jabatan == JenisJabatan.PEJABAT_NEGARA:
        return False
    return kewajiban_skp(KedudukanHukum(kedudukan), pada=pada).wajib_skp


def nilai_jatuh_tempo(*, instansi: Instansi, jarak: Jarak, pada: dt.date) -> list[BatasOrang]:
    """Return whose predikat isn't set while the deadline of the appraisal nears or has passed."""
    batas = _Batas(PerpanjanganBatas.Tahap.EVALUASI, _periode_berakhir(instansi, pada), jarak, pada)
    atasan = HubunganPenilai.objects.filter(
        berlaku_pada(pada), penugasan=OuterRef("skp__penugasan"), penilai=OuterRef("penilai")
    )
    daftar = (
        Evaluasi.objects.filter(
            instansi=instansi,
            periode__in=batas.dekat,
            penilai__isnull=False,
            status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI],
        )
        .annotate(atasan=Subquery(atasan.values("atasan_penilai_id")[:1]))
        .values_list("pegawai_id", "unit__path", "penilai_id", "atasan", "periode_id")
    )
    return _terhitung(daftar, batas)


def _terhitung(daftar: Any, batas: _Batas) -> list[BatasOrang]:
    per_pk = {satu.pk: satu for satu in batas.dekat}
    hasil = []
    for siapa, path, penilai, atasan, periode_id in daftar:
        hari, tahap = batas.untuk(per_pk[periode_id], path)
        if tahap:
            hasil.append(BatasOrang(siapa, penilai, atasan, per_pk[periode_id], hari, tahap))
    return hasil


def swakaji_jatuh_tempo(
    *, instansi: Instansi, jarak: Jarak, hari_swakaji: int, pada: dt.date
) -> list[BatasOrang]:
    """Return whose swakaji isn't sent while its deadline nears; afterwards it is only noted."""
    jeda = dt.timedelta(days=hari_swakaji)
    dekat = {
        satu.pk: satu
        for satu in _periode_berakhir(instansi, pada)
        if jarak.tahap(satu.selesai + jeda, pada) in {AWAL, AKHIR}
    }
    daftar = (
        Evaluasi.objects.filter(
            instansi=instansi, periode__in=list(dekat), status=Evaluasi.Status.TERBUKA
        )
        .exclude(swakaji__dikirim_at__isnull=False)
        .values_list("pegawai_id", "periode_id")
    )
    return [
        BatasOrang(
            siapa,
            0,
            None,
            dekat[periode_id],
            dekat[periode_id].selesai + jeda,
            jarak.tahap(dekat[periode_id].selesai + jeda, pada),
        )
        for siapa, periode_id in daftar
    ]


def _periode_berakhir(instansi: Instansi, pada: dt.date) -> list[Periode]:
    return list(
        Periode.objects.filter(
            instansi=instansi, selesai__lt=pada, tahun__gte=pada.year - 1
        ).select_related("instansi")
    )


def hasil_belum_tuntas(*, instansi: Instansi, pada: dt.date) -> list[dict[str, Any]]:
    """Return delivered results of the last weeks: not received, or received and not yet final."""
    lama = pada - dt.timedelta(days=60)
    daftar: Any = Evaluasi.objects.filter(
        Q(diterima_pada__isnull=True, disampaikan_pada__gte=lama)
        | Q(diterima_pada__gte=lama, diterima_pada__lte=pada)
        # The agency's calendar may keep the window open for longer.
        | Q(diterima_pada__lte=pada, periode__keberatan_sampai__gte=pada),
        instansi=instansi,
        status=Evaluasi.Status.DISAMPAIKAN,
    ).values(
        "pk",
        "pegawai_id",
        "periode_id",
        "disampaikan_pada",
        "diterima_pada",
        "unit__pola_hari_kerja",
        "periode__keberatan_sampai",
    )
    return list(daftar)
