"""A rater's round of one period: the team on one page, exceptions first, a fixed cost."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    Exists,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Cast

from tera.core.aktor import Aktor
from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.evaluasi.models import (
    CapaianOrganisasi,
    CatatanKerja,
    Evaluasi,
    PembacaanEvaluasi,
)
from tera.evaluasi.selectors.capaian import capaian_banyak
from tera.evaluasi.selectors.kertas import SUDAH_DITETAPKAN
from tera.evaluasi.selectors.pembukaan import BERLAKU, cocok_jenis
from tera.evaluasi.selectors.pengecualian import pengecualian
from tera.organisasi.models import HubunganPenilai, JenisPeriode, Periode, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.models import Realisasi
from tera.skp.models import SKP, IndikatorKinerja


@dataclass(frozen=True, slots=True)
class BarisPutaran:
    """One person of a rater's team in a period.

    Attributes:
        evaluasi: None while it isn't open.
        dibaca: whether the rater opened the person in this session.
        terakhir: the newest set predikat before this period; empty for none.
        pengecualian: what asks for a closer look, in words.
        unit_capaian, capaian: the unit that counts for the person, and what was set.
    """

    skp: SKP
    evaluasi: Evaluasi | None
    dibaca: bool
    jumlah_indikator: int
    jumlah_realisasi: int
    terakhir: str
    pengecualian: tuple[str, ...]
    unit_capaian: UnitKerja
    capaian: CapaianOrganisasi | None


def periode_putaran(*, instansi_id: int, pk: int) -> Any:
    """Return a period of an instansi with ``ada_bulanan``: whether its year has months."""
    return _periode.satu(instansi_id=instansi_id, pk=pk)


def periode_dinilai(*, aktor: Aktor) -> QuerySet[Any]:
    """Return the periods of the aktor's instansi, and of those where a letter makes them rate

    somebody; with ``ada_bulanan``.
    """
    return _dengan_bulanan(_dinilai(aktor.instansi_id, aktor.pegawai_id or 0, aktor.hari_ini))


def periode_dinilai_satu(*, aktor: Aktor, pk: int) -> Any:
    """Return one period of ``periode_dinilai``, or None."""
    return _periode_dinilai.satu(
        instansi=aktor.instansi_id, saya=aktor.pegawai_id or 0, hari=aktor.hari_ini, pk=pk
    )


@kueri_siap(
    instansi=BigIntegerField(), saya=BigIntegerField(), hari=DateField(), pk=BigIntegerField()
)
def _periode_dinilai(instansi: Isian, saya: Isian, hari: Isian, pk: Isian) -> QuerySet[Any]:
    return _dengan_bulanan(_dinilai(instansi, saya, hari)).filter(pk=pk)


def _dinilai(instansi: int | Isian, saya: int | Isian, hari: dt.date | Isian) -> Q:
    dinilai = HubunganPenilai.objects.filter(berlaku_pada(hari), penilai_id=saya)
    return (
        Q(instansi_id=instansi)
        | Q(instansi__in=dinilai.values("instansi"))
        | Q(pk__in=Evaluasi.objects.filter(penilai_id=saya).values("periode"))
    )


@kueri_siap(instansi_id=BigIntegerField(), pk=BigIntegerField())
def _periode(instansi_id: Isian, pk: Isian) -> QuerySet[Any]:
    return _dengan_bulanan(Q(instansi_id=instansi_id, pk=pk))


def _dengan_bulanan(syarat: Q) -> QuerySet[Any]:
    bulanan = Periode.objects.filter(
        instansi=OuterRef("instansi"), tahun=OuterRef("tahun"), jenis=JenisPeriode.BULANAN
    )
    return (
        Periode.objects.filter(syarat)
        .select_related("instansi")
        .annotate(ada_bulanan=Exists(bulanan))
    )


def putaran(*, aktor: Aktor, periode: Any, sesi: str) -> list[BarisPutaran]:
    """Return the team of the period, those to look at first on top: seven queries.

    Plans and evaluations carry only what the page shows.
    """
    daftar_skp = _tim(aktor, periode)
    if not daftar_skp:
        return []
    evaluasi = {
        satu.skp.penugasan_id: satu
        for satu in _evaluasi(
            periode=periode.pk,
            tugas=[skp.penugasan_id for skp in daftar_skp],
            saya=aktor.pegawai_id or 0,
            sesi=sesi,
        )
    }
    terbaru = _realisasi(daftar_skp, periode)
    diri = _tanda_diri(evaluasi.values())
    terakhir = _terakhir(daftar_skp, periode)
    capaian = capaian_banyak(
        daftar={skp.penugasan.unit_id: skp.penugasan.unit for skp in daftar_skp}.values(),
        periode=periode,
    )
    baris = []
    for skp in daftar_skp:
        satu = evaluasi.get(skp.penugasan_id)
        laporan = terbaru[skp.penugasan_id]
        jumlah: int = skp.jumlah_indikator
        baris.append(
            BarisPutaran(
                skp=skp,
                evaluasi=satu,
                dibaca=bool(satu and satu.dibaca),
                jumlah_indikator=jumlah,
                jumlah_realisasi=len(laporan),
                terakhir=terakhir.get(skp.pegawai_id, ""),
                pengecualian=tuple(
                    pengecualian(
                        periode,
                        jumlah,
                        laporan.values(),
                        diri.get(satu.pk, {}) if satu else {},
                        satu,
                        terakhir.get(skp.pegawai_id, ""),
                    )
                ),
                unit_capaian=capaian[skp.penugasan.unit_id][0],
                capaian=capaian[skp.penugasan.unit_id][1],
            )
        )
    return sorted(baris, key=_urut)


def _urut(satu: BarisPutaran) -> tuple[int, int, str]:
    urutan: list[str | None] = [
        None,
        Evaluasi.Status.TERBUKA,
        Evaluasi.Status.DINILAI,
        Evaluasi.Status.DITETAPKAN,
    ]
    status = satu.evaluasi.status if satu.evaluasi else None
    tahap = urutan.index(status) if status in urutan else len(urutan)
    return max(tahap, 1), -len(satu.pengecualian), satu.skp.pegawai.nama


def _tim(aktor: Aktor, periode: Any) -> list[Any]:
    daftar = _skp_tim(
        saya=aktor.pegawai_id or 0,
        hari=aktor.hari_ini,
        instansi=periode.instansi_id,
        periode=periode.pk,
        tahun=periode.tahun,
        mulai=periode.mulai,
        selesai=periode.selesai,
    )
    pilihan = JenisPeriode.BULANAN if periode.ada_bulanan else JenisPeriode.TRIWULAN
    return [
        skp
        for skp in daftar
        if cocok_jenis(status=skp.pegawai.status, periode=periode, pilihan=pilihan)
    ]


@kueri_siap(
    saya=BigIntegerField(),
    hari=DateField(),
    instansi=BigIntegerField(),
    periode=BigIntegerField(),
    tahun=IntegerField(),
    mulai=DateField(),
    selesai=DateField(),
)
def _skp_tim(
    saya: Isian,
    hari: Isian,
    instansi: Isian,
    periode: Isian,
    tahun: Isian,
    mulai: Isian,
    selesai: Isian,
) -> QuerySet[Any]:
    indikator = (
        IndikatorKinerja.objects.filter(rhk__skp=OuterRef("pk"))
        .order_by()
        .values("rhk__skp")
        .annotate(n=Count("pk"))
        .values("n")
    )
    # Three parts, each by its index: as one condition with OR the databases read every plan.
    milik = [
        Q(
            penugasan__in=HubunganPenilai.objects.filter(
                berlaku_pada(hari), penilai_id=saya
            ).values("penugasan")
        ),
        Q(penilai_id=saya, penugasan__sampai__lt=hari),
        Q(
            penugasan__in=Evaluasi.objects.filter(periode=periode, penilai_id=saya).values(
                "skp__penugasan"
            )
        ),
    ]
    satu, *lain = (SKP.objects.filter(syarat).order_by().values("pk") for syarat in milik)
    return (
        SKP.objects.filter(
            pk__in=satu.union(*lain),
            instansi_id=instansi,
            tahun=tahun,
            status__in=BERLAKU,
            mulai__lte=selesai,
            selesai__gte=mulai,
        )
        .exclude(pegawai_id=saya)
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .only(
            "pegawai__nama",
            "pegawai__gelar_depan",
            "pegawai__gelar_belakang",
            "pegawai__status",
            "penugasan__jabatan__nama",
            "penugasan__unit__nama",
            "penugasan__unit__path",
        )
        .annotate(jumlah_indikator=Subquery(indikator))
        .order_by("pegawai__nama", "pk")
    )


@kueri_siap(
    periode=BigIntegerField(), tugas=DaftarNomor(), saya=BigIntegerField(), sesi=CharField()
)
def _evaluasi(periode: Isian, tugas: Isian, saya: Isian, sesi: Isian) -> QuerySet[Any]:
    dibaca = PembacaanEvaluasi.objects.filter(evaluasi=OuterRef("pk"), pegawai_id=saya, sesi=sesi)
    return (
        Evaluasi.objects.filter(periode=periode, skp__penugasan__in=tugas)
        .select_related("skp", "swakaji")
        .only(
            "status",
            "rating_hasil_kerja",
            "rating_perilaku_kerja",
            "predikat",
            "perlu_tanda_tangan_atasan",
            "disetujui_oleh_id",
            "skp__penugasan_id",
            "swakaji__dikirim_at",
        )
        .annotate(dibaca=Exists(dibaca))
    )


def _realisasi(
    daftar_skp: Collection[SKP], periode: Periode
) -> defaultdict[int, dict[Any, dict[str, Any]]]:
    """The newest report per indicator: of this period, or of the year so far for the year."""
    hasil: defaultdict[int, dict[Any, dict[str, Any]]] = defaultdict(dict)
    for baris in _laporan(
        tugas=[skp.penugasan_id for skp in daftar_skp],
        tahun=periode.tahun,
        dari=dt.date.min if periode.jenis == JenisPeriode.TAHUNAN else periode.selesai,
        sampai=periode.selesai,
    ):
        satu = dict(zip(KOLOM_LAPORAN, baris, strict=True))
        hasil[satu["penugasan_id"]][satu["indikator_kunci"]] = satu
    return hasil


KOLOM_LAPORAN = (
    "penugasan_id",
    "indikator_kunci",
    "status",
    "target_tercapai",
    "persen_kasar",
    "aspek",
    "arah",
)


@kueri_siap(tugas=DaftarNomor(), tahun=IntegerField(), dari=DateField(), sampai=DateField())
def _laporan(tugas: Isian, tahun: Isian, dari: Isian, sampai: Isian) -> QuerySet[Any, Any]:
    # A count grows through the year: a quarter of it is no shortfall in March.
    aspek = IndikatorKinerja.objects.filter(
        kunci=OuterRef("indikator_kunci"), rhk__skp=OuterRef("skp")
    ).values("aspek")[:1]
    return (
        Realisasi.objects.filter(
            penugasan__in=tugas,
            periode__tahun=tahun,
            periode__selesai__gte=dari,
            periode__selesai__lte=sampai,
        )
        # Compared with whole percents only: a Decimal for each costs more than the query.
        .annotate(aspek=Subquery(aspek), persen_kasar=Cast("persen", FloatField()))
        .order_by("periode__selesai", "id")
        .values_list(*KOLOM_LAPORAN)
    )


def _tanda_diri(daftar: Collection[Evaluasi]) -> dict[int, dict[tuple[str, str], str]]:
    """Marks of the swakaji that were sent, per evaluation."""
    terkirim = [
        satu.pk
        for satu in daftar
        if getattr(satu, "swakaji", None) and satu.swakaji.dikirim_at is not None
    ]
    hasil: dict[int, dict[tuple[str, str], str]] = {}
    for pk, unsur, kunci, level in _tanda(daftar=terkirim) if terkirim else ():
        hasil.setdefault(pk, {})[unsur, kunci] = level
    return hasil


@kueri_siap(daftar=DaftarNomor())
def _tanda(daftar: Isian) -> QuerySet[Any, Any]:
    return CatatanKerja.objects.filter(
        evaluasi__in=daftar, oleh=CatatanKerja.Oleh.PEGAWAI
    ).values_list("evaluasi_id", "unsur", "kunci", "level")


def _terakhir(daftar_skp: Collection[SKP], periode: Periode) -> dict[int, str]:
    """The newest set periodic predikat before the period, per person."""
    return dict(
        _predikat(
            pegawai=[skp.pegawai_id for skp in daftar_skp],
            sebelum=periode.selesai
            if periode.jenis != JenisPeriode.TAHUNAN
            else periode.selesai + dt.timedelta(days=1),
            sejak=periode.mulai - dt.timedelta(days=186),
        )
    )


@kueri_siap(pegawai=DaftarNomor(), sebelum=DateField(), sejak=DateField())
def _predikat(pegawai: Isian, sebelum: Isian, sejak: Isian) -> QuerySet[Any, Any]:
    return (
        Evaluasi.objects.filter(
            pegawai__in=pegawai,
            periode__selesai__lt=sebelum,
            periode__selesai__gte=sejak,
            status__in=SUDAH_DITETAPKAN,
        )
        .exclude(periode__jenis=JenisPeriode.TAHUNAN)
        .order_by("periode__selesai", "pk")
        .values_list("pegawai_id", "predikat")
    )
