"""The list behind every number of a dashboard: the same definition, people by name.

Names, states and which indicator it is, never what somebody reported or was told. Who has which
predikat is for the heads above; an officer reads counts, and in *mode petugas* what that opens.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)

from tera.core.aktor import Aktor
from tera.dasbor.hitungan import realisasi_rentang, skp_berlaku, syarat_ikut
from tera.dasbor.selectors.angka import AngkaDasbor
from tera.dasbor.selectors.cakupan import LetakDasbor, PilihanPeriode
from tera.evaluasi.models import Evaluasi, PilihanPredikat
from tera.evaluasi.selectors.kertas import SUDAH_DITETAPKAN
from tera.evaluasi.selectors.pantau import orang_pantau, perpanjangan_evaluasi
from tera.evaluasi.selectors.pembukaan import skp_dievaluasi
from tera.evaluasi.selectors.terlihat import evaluasi_terlihat
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors.umum import di_bawah
from tera.pelaksanaan.models import CapaianPegawai, Realisasi, StatusLaporan
from tera.skp.models import SKP, IndikatorKinerja
from tera.skp.selectors.unit import BELUM
from tera.skp.selectors.wajib import penugasan_wajib

#: Rows on one page of a list.
BARIS = 25
#: Lists of evaluations that show who has which result.
AWALAN_PREDIKAT = "predikat_"


#: Rows that carry their unit themselves; others have it through their penugasan.
_UNIT_SENDIRI = frozenset({"tugas", "evaluasi"})


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What a list is asked for: whose scope, which unit and period, on which day.

    ``tanpa``: paths below the unit that are left out, as the row of an OPD leaves out OPDs below.
    """

    aktor: Aktor
    letak: LetakDasbor
    pilihan: PilihanPeriode
    aturan: Mapping[str, Any]
    pada: dt.date
    tanpa: tuple[str, ...] = ()

    @property
    def rentang(self) -> dict[str, Any]:
        """First and last day of the period."""
        return {"mulai": self.pilihan.periode.mulai, "selesai": self.pilihan.periode.selesai}


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One number of the page: how it is read from the counts, and the rows behind it.

    Attributes:
        bentuk: what a row is: ``tugas``, ``skp``, ``lama``, ``evaluasi``, ``capaian`` or
            ``realisasi``.
    """

    angka: Callable[[AngkaDasbor], int]
    kueri: Callable[[Permintaan], QuerySet[Any]]
    bentuk: str

    def daftar(self, tanya: Permintaan) -> QuerySet[Any]:
        """Return the rows behind the number, without what the request leaves out."""
        kolom = "unit__path" if self.bentuk in _UNIT_SENDIRI else "penugasan__unit__path"
        semua = self.kueri(tanya)
        for path in tanya.tanpa:
            semua = semua.exclude(di_bawah(path, kolom))
        return semua


def _skp(*status: str) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        daftar = penugasan_wajib(unit=tanya.letak.unit, tahun=tanya.pilihan.tahun, pada=tanya.pada)
        syarat = Q(status_skp__in=[satu for satu in status if satu != BELUM])
        if BELUM in status:
            syarat |= Q(status_skp__isnull=True)
        return _tugas(daftar.filter(syarat))

    return Ukuran(
        lambda angka: sum(angka.skp.per_status.get(satu, 0) for satu in status), kueri, "tugas"
    )


def _tugas(daftar: QuerySet[Any]) -> QuerySet[Any]:
    return daftar.select_related("pegawai", "jabatan", "unit").order_by("pegawai__nama", "pk")


def _skp_terlambat(tanya: Permintaan) -> QuerySet[Any]:
    return _tugas(
        penugasan_wajib(unit=tanya.letak.unit, tahun=tanya.pilihan.tahun, pada=tanya.pada).filter(
            skp_terlambat=True
        )
    )


def _skp_wajib(tanya: Permintaan) -> QuerySet[Any]:
    return _tugas(
        penugasan_wajib(unit=tanya.letak.unit, tahun=tanya.pilihan.tahun, pada=tanya.pada)
    )


def _lama_susun(tanya: Permintaan) -> QuerySet[Any]:
    """The plans behind the median of drafting, the longest first."""
    lama = F("diajukan_at") - F("pertama_disunting_at")
    return (
        SKP.objects.filter(
            di_bawah(tanya.letak.unit.path, "penugasan__unit__path"),
            penugasan__unit__instansi_id=tanya.letak.unit.instansi_id,
            tahun=tanya.pilihan.tahun,
            pertama_disunting_at__isnull=False,
            diajukan_at__isnull=False,
            ditetapkan_at__isnull=False,
        )
        .annotate(lama=ExpressionWrapper(lama, output_field=DurationField()))
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .order_by("-lama", "pegawai__nama", "pk")
    )


def _evaluasi(*status: str) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        return _urut(_evaluasi_unit(tanya).filter(status__in=status))

    return Ukuran(
        lambda angka: sum(angka.evaluasi.status[satu] for satu in status), kueri, "evaluasi"
    )


def _evaluasi_unit(tanya: Permintaan) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(
        di_bawah(tanya.letak.unit.path, "unit__path"), periode=tanya.pilihan.periode
    )


def _urut(daftar: QuerySet[Evaluasi]) -> QuerySet[Evaluasi]:
    return daftar.select_related("pegawai", "penilai", "unit", "skp__penugasan__jabatan").order_by(
        "pegawai__nama", "pk"
    )


def _pantau(saring: str) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        return orang_pantau(
            unit=tanya.letak.unit,
            periode=tanya.pilihan.periode,
            saring=saring,
            pada=tanya.pada,
            hari_sampai=tanya.aturan["evaluasi.hari_penyampaian"],
            perpanjangan=perpanjangan_evaluasi(periode=tanya.pilihan.periode),
        )

    return Ukuran(lambda angka: angka.evaluasi.banyak(saring), kueri, "evaluasi")


def _belum_dibuka(tanya: Permintaan) -> QuerySet[Any]:
    return (
        skp_dievaluasi(periode=tanya.pilihan.periode, pilihan=tanya.pilihan.pilihan)
        .filter(di_bawah(tanya.letak.unit.path, "penugasan__unit__path"))
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .order_by("pegawai__nama", "pk")
    )


def _predikat(predikat: str) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        daftar = _evaluasi_unit(tanya).filter(predikat=predikat)
        # Nobody reads one's own result here before it is delivered.
        daftar = daftar.exclude(
            pegawai_id=tanya.aktor.pegawai_id or 0, status=Evaluasi.Status.DITETAPKAN
        )
        if not (tanya.aktor.adalah_sistem or tanya.letak.jangkauan.memimpin(tanya.letak.unit)):
            daftar = daftar.filter(pk__in=evaluasi_terlihat(aktor=tanya.aktor).values("pk"))
        return _urut(daftar)

    return Ukuran(lambda angka: angka.evaluasi.predikat[predikat], kueri, "evaluasi")


def _peserta(tanya: Permintaan) -> QuerySet[Penugasan]:
    """Who is to take part: people with a plan in force in the period."""
    berlaku = skp_berlaku(tahun=tanya.pilihan.tahun, **tanya.rentang)
    return Penugasan.objects.filter(
        Exists(berlaku.filter(penugasan_id=OuterRef("pk"))),
        di_bawah(tanya.letak.unit.path, "unit__path"),
        instansi_id=tanya.letak.unit.instansi_id,
    )


def _ikut(sudah: bool) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        syarat = syarat_ikut(**tanya.rentang)
        return _tugas(_peserta(tanya).filter(syarat if sudah else ~syarat))

    return Ukuran(
        lambda angka: angka.lain["ikut"] if sudah else angka.lain["wajib"] - angka.lain["ikut"],
        kueri,
        "tugas",
    )


def _lapor(sudah: bool) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        ada = Exists(realisasi_rentang(**tanya.rentang).filter(penugasan_id=OuterRef("pk")))
        return _tugas(_peserta(tanya).filter(ada if sudah else ~ada))

    return Ukuran(
        lambda angka: (
            angka.lain["melapor"] if sudah else angka.lain["wajib"] - angka.lain["melapor"]
        ),
        kueri,
        "tugas",
    )


def _target(tanya: Permintaan) -> QuerySet[Realisasi]:
    """One row per indicator that reached its target: the latest report that did."""
    tercapai = realisasi_rentang(**tanya.rentang).filter(target_tercapai=True)
    # An indicator is of one person: by the person an index finds its few reports; by its key alone
    # every report of the agency would be read for each.
    sesudah = tercapai.filter(
        pegawai_id=OuterRef("pegawai_id"), indikator_kunci=OuterRef("indikator_kunci")
    ).filter(
        Q(periode__selesai__gt=OuterRef("periode__selesai"))
        | Q(periode__selesai=OuterRef("periode__selesai"), pk__gt=OuterRef("pk"))
    )
    berlaku = skp_berlaku(tahun=tanya.pilihan.tahun, **tanya.rentang)
    return (
        tercapai.filter(
            ~Exists(sesudah),
            Exists(berlaku.filter(penugasan_id=OuterRef("penugasan_id"))),
            di_bawah(tanya.letak.unit.path, "penugasan__unit__path"),
            instansi_id=tanya.letak.unit.instansi_id,
        )
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit", "periode")
        .order_by("pegawai__nama", "pk")
    )


def teks_indikator(daftar: Iterable[Realisasi]) -> dict[uuid.UUID, str]:
    """Return what each indicator of one page of reports says: its latest wording, one query."""
    return dict(
        IndikatorKinerja.objects.filter(kunci__in={satu.indikator_kunci for satu in daftar})
        .order_by("pk")
        .values_list("kunci", "teks")
    )


def _capaian(status: str, kolom: str) -> Ukuran:
    def kueri(tanya: Permintaan) -> QuerySet[Any]:
        return (
            CapaianPegawai.objects.filter(
                di_bawah(tanya.letak.unit.path, "penugasan__unit__path"),
                instansi_id=tanya.letak.unit.instansi_id,
                status=status,
                tanggal__gte=tanya.pilihan.periode.mulai,
                tanggal__lte=tanya.pilihan.periode.selesai,
            )
            .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
            .order_by("-tanggal", "-pk")
        )

    return Ukuran(lambda angka: angka.lain[kolom], kueri, "capaian")


#: Every number that leads to a list, by the word in its address.
DAFTAR_UKURAN: Mapping[str, Ukuran] = {
    "skp_wajib": Ukuran(lambda angka: angka.skp.wajib, _skp_wajib, "tugas"),
    "skp_ditetapkan": _skp("ditetapkan", "ditutup"),
    "skp_belum": _skp(BELUM),
    "skp_draf": _skp("draf"),
    "skp_diajukan": _skp("diajukan"),
    "skp_dikembalikan": _skp("dikembalikan"),
    "skp_terlambat": Ukuran(lambda angka: angka.skp.terlambat, _skp_terlambat, "tugas"),
    "lama_susun": Ukuran(lambda angka: angka.disusun, _lama_susun, "lama"),
    "evaluasi_ditetapkan": _evaluasi(*SUDAH_DITETAPKAN),
    "evaluasi_belum_dibuka": Ukuran(
        lambda angka: angka.evaluasi.status["belum_dibuka"], _belum_dibuka, "skp"
    ),
    "evaluasi_terbuka": _evaluasi(Evaluasi.Status.TERBUKA),
    "evaluasi_dinilai": _evaluasi(Evaluasi.Status.DINILAI),
    "evaluasi_belum_sampai": _pantau("belum_sampai"),
    "evaluasi_terlambat": _pantau("terlambat"),
    **{f"{AWALAN_PREDIKAT}{satu}": _predikat(satu) for satu in PilihanPredikat.values},
    "ikut": _ikut(True),
    "belum_ikut": _ikut(False),
    "melapor": _lapor(True),
    "belum_melapor": _lapor(False),
    "target": Ukuran(lambda angka: angka.lain["target"], _target, "realisasi"),
    "capaian": _capaian(StatusLaporan.DIVERIFIKASI, "capaian"),
    "capaian_tunggu": _capaian(StatusLaporan.DILAPORKAN, "capaian_tunggu"),
}
__all__ = [
    "AWALAN_PREDIKAT",
    "BARIS",
    "DAFTAR_UKURAN",
    "Permintaan",
    "Ukuran",
    "teks_indikator",
]
