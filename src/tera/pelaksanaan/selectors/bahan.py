"""What an evaluation stands on: per RHK the targets, what was reached, evidence, reasons."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q

from tera.organisasi.models import Periode
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
class BarisIndikator:
    """One indicator with the newest realisasi up to the period, if any."""

    kunci: uuid.UUID
    aspek: str
    teks: str
    target: str
    satuan: str
    realisasi: Realisasi | None

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


@dataclass(frozen=True, slots=True)
class BahanEvaluasi:
    """The material of one evaluation; seven queries whatever the number of rows.

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
    terbaru: dict[uuid.UUID, Realisasi] = {}
    for satu in (
        Realisasi.objects.filter(
            penugasan_id=skp.penugasan_id,
            periode__tahun=periode.tahun,
            periode__selesai__lte=periode.selesai,
        )
        .select_related("periode", "pemeriksa")
        .order_by("periode__selesai", "periode__jenis", "id")
    ):
        terbaru[satu.indikator_kunci] = satu
    bukti: defaultdict[uuid.UUID, list[BuktiDukung]] = defaultdict(list)
    for berkas in BuktiDukung.objects.filter(
        Q(periode__isnull=True) | Q(periode__selesai__lte=periode.selesai),
        penugasan_id=skp.penugasan_id,
        skp__tahun=periode.tahun,
        rhk_kunci__isnull=False,
        ditarik_at__isnull=True,
    ).select_related("berkas"):
        if berkas.rhk_kunci:
            bukti[berkas.rhk_kunci].append(berkas)
    faktor: defaultdict[uuid.UUID, list[str]] = defaultdict(list)
    for kunci, uraian in (
        FaktorLuarKendali.objects.filter(
            penugasan_id=skp.penugasan_id,
            periode__tahun=periode.tahun,
            periode__selesai__lte=periode.selesai,
        )
        .order_by("periode__selesai")
        .values_list("rhk_kunci", "uraian")
    ):
        faktor[kunci].append(uraian)
    progres = ProgresHarian.objects.filter(
        penugasan_id=skp.penugasan_id, tanggal__range=_rentang(skp, periode)
    ).aggregate(n=Count("id"), hari=Count("tanggal", distinct=True))
    return BahanEvaluasi(
        daftar_rhk=tuple(
            _baris_rhk(rhk, terbaru, bukti[rhk.kunci], faktor[rhk.kunci])
            for rhk in skp.daftar_rhk.select_related("rhk_pimpinan").prefetch_related(
                "daftar_indikator"
            )
        ),
        daftar_capaian=tuple(
            CapaianPegawai.objects.filter(
                penugasan_id=skp.penugasan_id, tanggal__range=_rentang(skp, periode)
            ).select_related("pemeriksa")
        ),
        jumlah_progres=progres["n"],
        hari_progres=progres["hari"],
    )


@dataclass(frozen=True, slots=True)
class RingkasanKerja:
    """One person's standing in a list: how much is reported, verified, reached and returned."""

    dilaporkan: int
    diverifikasi: int
    dikembalikan: int
    tercapai: int


KOSONG = RingkasanKerja(0, 0, 0, 0)


def ringkasan_kerja(
    *, daftar_penugasan: Collection[int], periode: Periode
) -> dict[int, RingkasanKerja]:
    """Return the standing per assignment in exactly this period: one query."""
    return {
        satu["penugasan_id"]: RingkasanKerja(
            satu["dilaporkan"], satu["diverifikasi"], satu["dikembalikan"], satu["tercapai"]
        )
        for satu in Realisasi.objects.filter(penugasan__in=daftar_penugasan, periode=periode)
        .values("penugasan_id")
        .annotate(
            dilaporkan=Count("id", filter=Q(status=StatusLaporan.DILAPORKAN)),
            diverifikasi=Count("id", filter=Q(status=StatusLaporan.DIVERIFIKASI)),
            dikembalikan=Count("id", filter=Q(status=StatusLaporan.DIKEMBALIKAN)),
            tercapai=Count("id", filter=Q(target_tercapai=True)),
        )
    }


def _baris_rhk(
    rhk: RencanaHasilKerja,
    terbaru: dict[uuid.UUID, Realisasi],
    bukti: list[BuktiDukung],
    faktor: list[str],
) -> BarisRHK:
    return BarisRHK(
        kunci=rhk.kunci,
        jenis=rhk.jenis,
        teks=rhk.teks,
        teks_pimpinan=rhk.rhk_pimpinan.teks if rhk.rhk_pimpinan else "",
        perspektif=rhk.perspektif,
        daftar_indikator=tuple(
            BarisIndikator(
                kunci=satu.kunci,
                aspek=satu.aspek,
                teks=satu.teks,
                target=satu.target,
                satuan=satu.satuan,
                realisasi=terbaru.get(satu.kunci),
            )
            for satu in rhk.daftar_indikator.all()
        ),
        daftar_bukti=tuple(bukti),
        faktor="\n".join(faktor),
    )


def _rentang(skp: SKP, periode: Periode) -> tuple[dt.date, dt.date]:
    """The days that count: the year up to the end of the period, inside the plan."""
    mulai = max(skp.mulai, dt.date(periode.tahun, 1, 1))
    return (mulai, min(skp.selesai, periode.selesai))
