"""What an evaluation stands on: per RHK the targets, what was reached, evidence, reasons."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import (
    Count,
    DateField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Greatest, Least

from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.organisasi.models import Pegawai, Periode
from tera.pelaksanaan.hitung import hitung_kemajuan
from tera.pelaksanaan.models import (
    BuktiDukung,
    CapaianPegawai,
    FaktorLuarKendali,
    ProgresHarian,
    Realisasi,
    StatusLaporan,
)
from tera.skp.models import SKP, RencanaHasilKerja


@dataclass(frozen=True, slots=True)
class RealisasiTerbaca:
    """What is read of one reported figure: thousands of them, so no row of the model is built.

    Attributes:
        periode: shared by the figures of one period; other columns than name and last day are
            read when asked for.
        pemeriksa: the name with degrees of who verified or returned it; empty for nobody.
    """

    periode: Periode
    pemeriksa: str
    teks: str
    nilai: Decimal | None
    satuan: str
    arah: str
    angka_target: Decimal | None
    persen: Decimal | None
    target_tercapai: bool
    asal: str
    sumber_data: str
    data_per: dt.date | None
    status: str


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator with the newest realisasi up to the period, if any."""

    kunci: uuid.UUID
    aspek: str
    teks: str
    target: str
    satuan: str
    realisasi: RealisasiTerbaca | None

    @property
    def melampaui(self) -> bool:
        """Whether the reported figure is strictly better than the target it was reported under."""
        satu = self.realisasi
        return (
            satu is not None
            and satu.status != StatusLaporan.DIKEMBALIKAN
            and hitung_kemajuan(
                nilai=satu.nilai, target=satu.angka_target, arah=satu.arah
            ).melampaui
        )


@dataclass(frozen=True, slots=True)
class BarisRHK:
    """One RHK with everything reported under it."""

    kunci: uuid.UUID
    jenis: str
    teks: str
    teks_pimpinan: str
    perspektif: str
    daftar_indikator: tuple[BarisIndikator, ...]
    daftar_bukti: tuple[BuktiDukung, ...]
    faktor: str
    penugasan_dari: str = ""


@dataclass(frozen=True, slots=True)
class BahanEvaluasi:
    """The material of one evaluation; five queries whatever the number of rows.

    Attributes:
        daftar_capaian: achievements dated inside the period, whatever their status.
        jumlah_progres, hari_progres: lines and days of progres harian; never rated by themselves.
    """

    daftar_rhk: tuple[BarisRHK, ...]
    daftar_capaian: tuple[CapaianPegawai, ...]
    jumlah_progres: int
    hari_progres: int

    @property
    def ada_di_atas_target(self) -> bool:
        """Whether any indicator passed its target."""
        return any(satu.melampaui for rhk in self.daftar_rhk for satu in rhk.daftar_indikator)

    @property
    def ada_capaian_terverifikasi(self) -> bool:
        """Whether any achievement was verified by the atasan."""
        return any(satu.status == StatusLaporan.DIVERIFIKASI for satu in self.daftar_capaian)

    @property
    def tanpa_bukti(self) -> tuple[str, ...]:
        """The RHK that have a realisasi and no evidence, by text."""
        return tuple(
            rhk.teks
            for rhk in self.daftar_rhk
            if not rhk.daftar_bukti and any(satu.realisasi for satu in rhk.daftar_indikator)
        )

    def persen_rata_rata(self) -> Decimal | None:
        """Mean of the indicators' percentages, each capped at 100: a picture, never a rating."""
        daftar = [
            min(satu.realisasi.persen, Decimal(100))
            for rhk in self.daftar_rhk
            for satu in rhk.daftar_indikator
            if satu.realisasi is not None and satu.realisasi.persen is not None
        ]
        return sum(daftar, Decimal(0)) / len(daftar) if daftar else None


def bahan_evaluasi(*, skp: SKP, periode: Periode) -> BahanEvaluasi:
    """Gather what was done under ``skp`` by the end of ``periode``; the caller checked who asks."""
    return bahan_banyak(daftar_skp=[skp], periode=periode)[skp.pk]


def bahan_banyak(*, daftar_skp: Collection[SKP], periode: Periode) -> dict[int, BahanEvaluasi]:
    """Gather the same for many plans, by the plan's id: five queries whatever their number."""
    isi: dict[str, Any] = {
        "tugas": [skp.penugasan_id for skp in daftar_skp],
        "tahun": periode.tahun,
        "selesai": periode.selesai,
    }
    terbaru = _terbaru(periode, _realisasi(**isi))
    bukti: defaultdict[tuple[int, uuid.UUID], list[BuktiDukung]] = defaultdict(list)
    for berkas in _bukti(**isi):
        if berkas.rhk_kunci:
            bukti[berkas.penugasan_id, berkas.rhk_kunci].append(berkas)
    faktor: defaultdict[tuple[int, uuid.UUID], list[str]] = defaultdict(list)
    for tugas_id, kunci, uraian in _faktor(**isi):
        faktor[tugas_id, kunci].append(uraian)
    capaian: defaultdict[int, list[CapaianPegawai]] = defaultdict(list)
    awal, akhir = _tahun_berjalan(periode)
    for prestasi in _capaian(tugas=isi["tugas"], awal=awal, akhir=akhir):
        capaian[prestasi.penugasan_id].append(prestasi)
    rhk = _rhk_per_skp(daftar_skp, periode)
    return {
        skp.pk: BahanEvaluasi(
            daftar_rhk=tuple(
                _baris_rhk(satu, terbaru[skp.penugasan_id], bukti, faktor, skp.penugasan_id)
                for satu in rhk[skp.pk].values()
            ),
            daftar_capaian=tuple(
                satu
                for satu in capaian[skp.penugasan_id]
                if _rentang(skp, periode)[0] <= satu.tanggal <= _rentang(skp, periode)[1]
            ),
            jumlah_progres=_progres(rhk[skp.pk])[0],
            hari_progres=_progres(rhk[skp.pk])[1],
        )
        for skp in daftar_skp
    }


# The key, the columns of ``RealisasiTerbaca`` after its two relations, then those of the relations.
KOLOM_REALISASI = (
    "penugasan_id",
    "indikator_kunci",
    "teks",
    "nilai",
    "satuan",
    "arah",
    "angka_target",
    "persen",
    "target_tercapai",
    "asal",
    "sumber_data",
    "data_per",
    "status",
    "periode_id",
    "periode__jenis",
    "periode__urut",
    "periode__selesai",
    "pemeriksa_id",
    "pemeriksa__nama",
    "pemeriksa__gelar_depan",
    "pemeriksa__gelar_belakang",
)


@kueri_siap(tugas=DaftarNomor(), tahun=IntegerField(), selesai=DateField())
def _realisasi(tugas: Isian, tahun: Isian, selesai: Isian) -> QuerySet[Any, Any]:
    return (
        Realisasi.objects.filter(
            penugasan__in=tugas, periode__tahun=tahun, periode__selesai__lte=selesai
        )
        .order_by("periode__selesai", "periode__jenis", "id")
        .values_list(*KOLOM_REALISASI)
    )


def _terbaru(
    periode: Periode, daftar: Collection[tuple[Any, ...]]
) -> defaultdict[int, dict[uuid.UUID, RealisasiTerbaca]]:
    """The newest figure of each indicator per assignment, from rows in the order of periods."""
    baris = {(satu[0], satu[1]): satu for satu in daftar}
    per_periode: dict[int, Periode] = {}
    nama: dict[int | None, str] = {None: ""}
    hasil: defaultdict[int, dict[uuid.UUID, RealisasiTerbaca]] = defaultdict(dict)
    for (tugas, kunci), satu in baris.items():
        pk, jenis, urut, selesai, siapa, inti, depan, belakang = satu[13:]
        if pk not in per_periode:
            per_periode[pk] = Periode.from_db(
                None,
                ("id", "tahun", "jenis", "urut", "selesai"),
                (pk, periode.tahun, jenis, urut, selesai),
            )
        if siapa not in nama:
            nama[siapa] = Pegawai(
                nama=inti, gelar_depan=depan, gelar_belakang=belakang
            ).nama_lengkap
        hasil[tugas][kunci] = RealisasiTerbaca(per_periode[pk], nama[siapa], *satu[2:13])
    return hasil


@kueri_siap(tugas=DaftarNomor(), tahun=IntegerField(), selesai=DateField())
def _bukti(tugas: Isian, tahun: Isian, selesai: Isian) -> QuerySet[BuktiDukung]:
    return BuktiDukung.objects.filter(
        Q(periode__isnull=True) | Q(periode__selesai__lte=selesai),
        penugasan__in=tugas,
        skp__tahun=tahun,
        rhk_kunci__isnull=False,
        ditarik_at__isnull=True,
    ).select_related("berkas")


@kueri_siap(tugas=DaftarNomor(), tahun=IntegerField(), selesai=DateField())
def _faktor(tugas: Isian, tahun: Isian, selesai: Isian) -> QuerySet[Any, Any]:
    return (
        FaktorLuarKendali.objects.filter(
            penugasan__in=tugas, periode__tahun=tahun, periode__selesai__lte=selesai
        )
        .order_by("periode__selesai")
        .values_list("penugasan_id", "rhk_kunci", "uraian")
    )


@kueri_siap(tugas=DaftarNomor(), awal=DateField(), akhir=DateField())
def _capaian(tugas: Isian, awal: Isian, akhir: Isian) -> QuerySet[CapaianPegawai]:
    return CapaianPegawai.objects.filter(
        penugasan__in=tugas, tanggal__gte=awal, tanggal__lte=akhir
    ).select_related("pemeriksa")


class _BarisRencana(NamedTuple):
    """What a row of RHK × indikator carries, in the order of ``KOLOM_RHK``."""

    skp_id: int
    kunci: uuid.UUID
    jenis: str
    teks: str
    perspektif: str
    penugasan_dari: str
    teks_pimpinan: str | None
    kunci_indikator: uuid.UUID | None
    aspek: str
    teks_indikator: str
    target: str
    satuan: str
    n_progres: int | None
    hari_progres: int | None


KOLOM_RHK = (
    "skp_id",
    "kunci",
    "jenis",
    "teks",
    "perspektif",
    "penugasan_dari",
    "rhk_pimpinan__teks",
    "daftar_indikator__kunci",
    "daftar_indikator__aspek",
    "daftar_indikator__teks",
    "daftar_indikator__target",
    "daftar_indikator__satuan",
    "n_progres",
    "hari_progres",
)
#: Rows of each RHK of one plan.
RHK = dict[uuid.UUID, list[_BarisRencana]]


@kueri_siap(daftar_skp=DaftarNomor(), awal=DateField(), selesai=DateField())
def _baris_rencana(daftar_skp: Isian, awal: Isian, selesai: Isian) -> QuerySet[Any, Any]:
    progres = (
        ProgresHarian.objects.filter(
            penugasan=OuterRef("skp__penugasan"),
            tanggal__gte=Greatest(OuterRef("skp__mulai"), awal),
            tanggal__lte=Least(OuterRef("skp__selesai"), selesai),
        )
        .order_by()
        .values("penugasan")
    )
    return (
        RencanaHasilKerja.objects.filter(skp__in=daftar_skp)
        .annotate(
            n_progres=Subquery(progres.annotate(n=Count("id")).values("n")),
            hari_progres=Subquery(progres.annotate(n=Count("tanggal", distinct=True)).values("n")),
        )
        .order_by(
            "skp_id", "-jenis", "urut", "id", "daftar_indikator__urut", "daftar_indikator__id"
        )
        .values_list(*KOLOM_RHK)
    )


def _rhk_per_skp(daftar_skp: Collection[SKP], periode: Periode) -> defaultdict[int, RHK]:
    """Rows of RHK × indikator per plan, with the counts of progres harian on each: one query."""
    awal, akhir = _tahun_berjalan(periode)
    hasil: defaultdict[int, RHK] = defaultdict(dict)
    for satu in map(
        _BarisRencana._make,
        _baris_rencana(daftar_skp=[skp.pk for skp in daftar_skp], awal=awal, selesai=akhir),
    ):
        hasil[satu.skp_id].setdefault(satu.kunci, []).append(satu)
    return hasil


def _progres(rhk: RHK) -> tuple[int, int]:
    """Lines and days of progres harian: the same on every row of a plan."""
    return next(
        ((baris[0].n_progres or 0, baris[0].hari_progres or 0) for baris in rhk.values()), (0, 0)
    )


def _baris_rhk(
    isi: list[_BarisRencana],
    terbaru: dict[uuid.UUID, RealisasiTerbaca],
    bukti: dict[tuple[int, uuid.UUID], list[BuktiDukung]],
    faktor: dict[tuple[int, uuid.UUID], list[str]],
    penugasan_id: int,
) -> BarisRHK:
    rhk = isi[0]
    return BarisRHK(
        kunci=rhk.kunci,
        jenis=rhk.jenis,
        teks=rhk.teks,
        teks_pimpinan=rhk.teks_pimpinan or "",
        perspektif=rhk.perspektif,
        penugasan_dari=rhk.penugasan_dari,
        daftar_indikator=tuple(
            BarisIndikator(
                kunci=satu.kunci_indikator,
                aspek=satu.aspek,
                teks=satu.teks_indikator,
                target=satu.target,
                satuan=satu.satuan,
                realisasi=terbaru.get(satu.kunci_indikator),
            )
            for satu in isi
            if satu.kunci_indikator is not None
        ),
        daftar_bukti=tuple(bukti.get((penugasan_id, rhk.kunci), ())),
        faktor="\n".join(faktor.get((penugasan_id, rhk.kunci), ())),
    )


def _tahun_berjalan(periode: Periode) -> tuple[dt.date, dt.date]:
    return dt.date(periode.tahun, 1, 1), periode.selesai


def _rentang(skp: SKP, periode: Periode) -> tuple[dt.date, dt.date]:
    """The days that count: the year up to the end of the period, inside the plan."""
    mulai = max(skp.mulai, dt.date(periode.tahun, 1, 1))
    return (mulai, min(skp.selesai, periode.selesai))
