"""How far a unit and everything below it is with its plans."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Field,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
)

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, KueriSiap, kueri_siap
from tera.organisasi.models import (
    JenisJabatan,
    JenisPenugasan,
    Penugasan,
    StatusPegawai,
    UnitKerja,
)
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.jabatan import KEDUDUKAN_HUKUM
from tera.skp.models import SKP

PERAN_LIHAT = frozenset({"pengelola", "auditor", "pyb", "pejabat_pembina", "admin"})
BELUM = "belum"
_BIDANG_CAKUPAN: dict[str, Field[Any, Any]] = {
    "instansi_id": BigIntegerField(),
    "awal": CharField(),
    "akhir": CharField(),
}
STATUS_HIDUP = [
    status
    for status in SKP.Status.values
    if status not in {SKP.Status.DIGANTIKAN, SKP.Status.DIBATALKAN}
]


@dataclass(frozen=True, slots=True)
class AngkaUnit:
    """Counts of one unit and everything below it."""

    unit_id: int
    nama: str
    wajib: int
    per_status: dict[str, int]
    terlambat: int

    @property
    def ditetapkan(self) -> int:
        """Plans that were set, also those closed since."""
        return self.per_status.get("ditetapkan", 0) + self.per_status.get("ditutup", 0)

    def jumlah(self, saring: str) -> int:
        """Return how many there are in one state; ``terlambat`` counts the late."""
        return self.terlambat if saring == "terlambat" else self.per_status.get(saring, 0)

    @property
    def persen(self) -> float:
        """Share of set plans in percent; 0 for a unit without anybody."""
        return 100 * self.ditetapkan / self.wajib if self.wajib else 0.0


@dataclass(frozen=True, slots=True)
class RingkasanUnit:
    """A unit's counts, its children's, and the median drafting time in days (None: nothing yet)."""

    unit: UnitKerja
    total: AngkaUnit
    daftar_anak: tuple[AngkaUnit, ...]
    median_hari_susun: float | None
    median_hari_tetap: float | None


@dataclass(frozen=True, slots=True)
class HakRingkasan:
    """Which parts of the tree the aktor may look at, asked once for the whole page."""

    instansi_id: int
    petugas: tuple[tuple[str, str], ...]
    jalur: tuple[str, ...]

    def daftar_unit(self) -> QuerySet[UnitKerja]:
        """Return the units whose summary may be opened."""
        syarat = Q(pk__in=[])
        for awalan in self.jalur:
            syarat |= Q(path__gte=awalan, path__lt=awalan + "~")
        return UnitKerja.objects.filter(syarat, instansi_id=self.instansi_id).order_by("path")

    def boleh_induk(self, unit: UnitKerja) -> bool:
        """Whether the unit above ``unit`` may be opened too: its path says so."""
        induk = unit.path[: -len(f"{unit.pk}/")]
        return unit.induk_id is not None and any(induk.startswith(satu) for satu in self.jalur)

    def pengelola(self, unit: UnitKerja) -> bool:
        """Whether the aktor is pengelola of ``unit``."""
        return any(
            peran == "pengelola" and unit.path.startswith(awalan) for peran, awalan in self.petugas
        )


def hak_ringkasan(*, aktor: Aktor) -> HakRingkasan:
    """Return the units of an officer and those one leads: two queries."""
    hari = aktor.hari_ini
    petugas = tuple(daftar_petugas(aktor=aktor, pada=hari))
    jalur = [awalan for peran, awalan in petugas if peran in PERAN_LIHAT]
    jalur += Penugasan.objects.filter(
        berlaku_pada(hari), pegawai_id=aktor.pegawai_id or 0, memimpin_unit=True
    ).values_list("unit__path", flat=True)
    return HakRingkasan(aktor.instansi_id, petugas, tuple(jalur))


def unit_ringkasan(*, aktor: Aktor) -> QuerySet[UnitKerja]:
    """Return the units whose summary the aktor may open: those of an officer, those one leads."""
    return hak_ringkasan(aktor=aktor).daftar_unit()


def yang_wajib(daftar: QuerySet[Penugasan], *, tahun: int, pada: dt.date) -> QuerySet[Penugasan]:
    """Return those of ``daftar`` that owe a plan of ``tahun``, as it stands on ``pada``."""
    hari = _hari_hitung(tahun, pada)
    return _yang_wajib(daftar, _kedudukan_wajib(hari), hari)


def _yang_wajib(
    daftar: QuerySet[Penugasan], kedudukan: tuple[str, ...], hari: dt.date | Isian
) -> QuerySet[Penugasan]:
    return (
        daftar.filter(
            berlaku_pada(hari),
            jenis__in=[JenisPenugasan.DEFINITIF, JenisPenugasan.PJ],
            pegawai__kedudukan_hukum__in=kedudukan,
        )
        .exclude(jabatan__jenis=JenisJabatan.PEJABAT_NEGARA)
        .exclude(pegawai__status__in=[StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN])
    )


def penugasan_wajib(*, unit: UnitKerja, tahun: int, pada: dt.date) -> QuerySet[Any]:
    """Return the assignments below ``unit`` that owe a plan of ``tahun`` on ``pada``, annotated

    ``status_skp`` (``belum`` when there is none) and ``skp_id_kini``. Exempt people don't count
    (T37); nobody is late for being exempt.
    """
    hari = _hari_hitung(tahun, pada)
    return _penugasan_wajib(_kedudukan_wajib(hari), tahun=tahun, hari=hari, **_cakupan(unit))


def _hari_hitung(tahun: int, pada: dt.date) -> dt.date:
    return min(max(pada, dt.date(tahun, 1, 1)), dt.date(tahun, 12, 31))


def _kedudukan_wajib(hari: dt.date) -> tuple[str, ...]:
    ketentuan = KEDUDUKAN_HUKUM.pada(hari).nilai
    return tuple(str(kedudukan) for kedudukan, isi in ketentuan.items() if isi.wajib_skp)


def _cakupan(unit: UnitKerja) -> dict[str, Any]:
    """A unit and all below it, as a range of paths."""
    return {"instansi_id": unit.instansi_id, "awal": unit.path, "akhir": unit.path + "~"}


def _penugasan_wajib(
    kedudukan: tuple[str, ...], *, instansi_id: Any, awal: Any, akhir: Any, tahun: Any, hari: Any
) -> QuerySet[Any]:
    lebih_dulu = SKP.objects.filter(
        penugasan=OuterRef("skp_kini__penugasan"), tahun=tahun, status__in=STATUS_HIDUP
    ).filter(Q(status=SKP.Status.DITETAPKAN) | Q(versi__gt=OuterRef("skp_kini__versi")))
    daftar = Penugasan.objects.filter(
        instansi_id=instansi_id, unit__path__gte=awal, unit__path__lt=akhir
    )
    return (
        _yang_wajib(daftar, kedudukan, hari)
        .annotate(
            # A join, not a subquery for each person: a third of the time at 10,000 people.
            skp_kini=FilteredRelation(
                "daftar_skp",
                condition=Q(daftar_skp__tahun=tahun, daftar_skp__status__in=STATUS_HIDUP),
            )
        )
        # One plan speaks for a person: the one in force, else the newest version.
        .filter(
            Q(skp_kini__isnull=True)
            | Q(skp_kini__status=SKP.Status.DITETAPKAN)
            | ~Exists(lebih_dulu)
        )
        .annotate(
            status_skp=F("skp_kini__status"),
            skp_id_kini=F("skp_kini__pk"),
            skp_terlambat=F("skp_kini__terlambat"),
        )
    )


@cache
def _hitungan(kedudukan: tuple[str, ...]) -> KueriSiap:
    """The counts by unit and state, prepared for each law on who owes a plan."""

    def susun(**isian: Isian) -> QuerySet[Any, Any]:
        hitungan: QuerySet[Any, Any] = (
            _penugasan_wajib(kedudukan, **isian)
            .order_by()
            .values_list("unit_id", "status_skp", "skp_terlambat")
            .annotate(n=Count("pk"))
        )
        return hitungan

    return kueri_siap(**_BIDANG_CAKUPAN, tahun=IntegerField(), hari=DateField())(susun)


@kueri_siap(**_BIDANG_CAKUPAN)
def _subpohon(instansi_id: Isian, awal: Isian, akhir: Isian) -> QuerySet[Any, Any]:
    return (
        UnitKerja.objects.filter(instansi_id=instansi_id, path__gte=awal, path__lt=akhir)
        .order_by("urut", "nama")
        .values_list("pk", "path", "nama", "induk_id")
    )


def ringkasan_unit(*, unit: UnitKerja, tahun: int, pada: dt.date) -> RingkasanUnit:
    """Return the counts of ``unit`` and its children: three queries whatever the size."""
    hari = _hari_hitung(tahun, pada)
    cakupan = _cakupan(unit)
    subpohon = _subpohon(**cakupan)
    anak = {str(pk): (pk, nama) for pk, _path, nama, induk in subpohon if induk == unit.pk}
    # Which child a unit lies under: the step of its path after ours.
    letak = {
        pk: (path[len(unit.path) :].split("/")[0] if pk != unit.pk else "")
        for pk, path, _nama, _induk in subpohon
    }
    per_anak: dict[str, Counter[str]] = {kunci: Counter() for kunci in ["", *anak]}
    telat: Counter[str] = Counter()
    for unit_id, status, terlambat, n in _hitungan(_kedudukan_wajib(hari))(
        **cakupan, tahun=tahun, hari=hari
    ):
        kunci = letak[unit_id] if letak[unit_id] in anak else ""
        per_anak[kunci][status or BELUM] += n
        if terlambat:
            telat[kunci] += n
    jumlah: Counter[str] = Counter()
    for satu in per_anak.values():
        jumlah.update(satu)
    susun, tetap = waktu_susun(unit=unit, tahun=tahun)
    return RingkasanUnit(
        unit,
        AngkaUnit(unit.pk, unit.nama, jumlah.total(), dict(jumlah), telat.total()),
        tuple(
            AngkaUnit(
                pk,
                nama,
                per_anak[kunci].total(),
                dict(per_anak[kunci]),
                telat[kunci],
            )
            for kunci, (pk, nama) in anak.items()
            if per_anak[kunci].total()
        ),
        susun,
        tetap,
    )


def waktu_susun(*, unit: UnitKerja, tahun: int) -> tuple[float | None, float | None]:
    """Return the median days from first edit to sending, and from sending to setting."""
    susun: list[float] = []
    tetap: list[float] = []
    for mulai, kirim, akhir in _waktu(**_cakupan(unit), tahun=tahun):
        if mulai and kirim:
            susun.append((kirim - mulai).total_seconds() / 86_400)
        if kirim and akhir:
            tetap.append((akhir - kirim).total_seconds() / 86_400)
    return (median(susun) if susun else None, median(tetap) if tetap else None)


@kueri_siap(**_BIDANG_CAKUPAN, tahun=IntegerField())
def _waktu(instansi_id: Isian, awal: Isian, akhir: Isian, tahun: Isian) -> QuerySet[Any, Any]:
    return SKP.objects.filter(
        instansi_id=instansi_id,
        tahun=tahun,
        ditetapkan_at__isnull=False,
        diajukan_at__isnull=False,
        penugasan__unit__path__gte=awal,
        penugasan__unit__path__lt=akhir,
    ).values_list("pertama_disunting_at", "diajukan_at", "ditetapkan_at")
