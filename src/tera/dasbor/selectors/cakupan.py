"""Which units one may look at: those one leads, those one serves as an officer, and below."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, QuerySet

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.evaluasi.selectors.jangkauan import PIMPINAN, Jangkauan, jangkauan
from tera.organisasi.models import JenisPeriode, Periode, UnitKerja
from tera.organisasi.selectors.wilayah import boleh_induk, unit_di

#: Officers who look at the units they serve.
PERAN_LIHAT = frozenset({"pengelola", "auditor", "pyb", "pejabat_pembina", "admin"})


@dataclass(frozen=True, slots=True)
class LetakDasbor:
    """A unit that may be looked at, and whether the one above it may be opened too."""

    unit: UnitKerja
    induk: int | None
    jangkauan: Jangkauan

    def petugas(self, *peran: str) -> bool:
        """Whether the aktor serves over this unit in one of the parts."""
        return self.jangkauan.petugas(self.unit, peran)


def letak_dasbor(*, aktor: Aktor, pk: int | None) -> LetakDasbor | None:
    """Return a unit of the aktor's scope, without ``pk`` the highest; None for nobody's.

    Two queries. Who rates people without heading a unit has no unit here.
    """
    wilayah = jangkauan(aktor=aktor, pada=aktor.hari_ini)
    jalur = [path for kata, path in wilayah.daftar if kata == PIMPINAN or kata in PERAN_LIHAT]
    unit = unit_di(instansi_id=aktor.instansi_id, jalur=jalur, pk=pk)
    if unit is None:
        return None
    return LetakDasbor(unit, unit.induk_id if boleh_induk(unit, jalur) else None, wilayah)


@dataclass(frozen=True, slots=True)
class PilihanPeriode:
    """The period a page is about, with the others to choose from.

    Attributes:
        periode: the year or a part of it.
        daftar_tahun: years that have periods, newest first.
        bagian: the yearly period and its parts, in order.
    """

    periode: Periode
    daftar_tahun: tuple[int, ...]
    bagian: tuple[Periode, ...]
    semua: tuple[Periode, ...]

    @property
    def tahun(self) -> int:
        """The year."""
        return int(self.periode.tahun)

    @property
    def tahunan(self) -> Periode:
        """The yearly period."""
        return self.bagian[0]

    @property
    def pilihan(self) -> str:
        """The kind of part in which most people of the year are evaluated."""
        bulanan = any(satu.jenis == JenisPeriode.BULANAN for satu in self.bagian)
        return JenisPeriode.BULANAN if bulanan else JenisPeriode.TRIWULAN


def pilihan_periode(*, aktor: Aktor, tahun: str = "", periode: str = "") -> PilihanPeriode | None:
    """Return the period asked for by words of an address, else this year's; None without any.

    One query. An unknown or foreign period isn't an error: the page shows the year instead.
    """
    semua = tuple(_daftar_periode(instansi_id=aktor.instansi_id))
    daftar_tahun = tuple(
        sorted({p.tahun for p in semua if p.jenis == JenisPeriode.TAHUNAN}, reverse=True)
    )
    if not daftar_tahun:
        return None
    satu = next((p for p in semua if str(p.pk) == periode and p.tahun in daftar_tahun), None)
    if tahun.isdecimal() and int(tahun) in daftar_tahun:
        dipilih = int(tahun)
    elif satu is not None:
        dipilih = satu.tahun
    else:
        kini = aktor.hari_ini.year
        dipilih = next((t for t in daftar_tahun if t <= kini), daftar_tahun[-1])
    bagian = tuple(p for p in semua if p.tahun == dipilih)
    if satu is None or satu.tahun != dipilih:
        satu = bagian[0]
    return PilihanPeriode(satu, daftar_tahun, bagian, semua)


@kueri_siap(instansi_id=BigIntegerField())
def _daftar_periode(instansi_id: Isian) -> QuerySet[Periode]:
    # "tahunan" sorts before "triwulan" but after "bulanan": the longest first.
    return Periode.objects.filter(instansi_id=instansi_id).order_by(
        "-tahun", "mulai", "-selesai", "urut"
    )
