"""What of the year's work waits for a person: shown on home, one query."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import Pegawai, Periode
from tera.pelaksanaan.models import CapaianPegawai, Realisasi, StatusLaporan
from tera.pelaksanaan.selectors.tim import diketuai, dinilai
from tera.skp.models import IndikatorKinerja

REALISASI = "realisasi"
CAPAIAN = "capaian"
BATAS = 1000


@dataclass(frozen=True, slots=True)
class ButirTugas:
    """One figure or achievement that waits; ``periode`` is empty for an achievement."""

    jenis: str
    pk: int
    skp_id: int
    periode_id: int
    periode: str
    pegawai_id: int
    nama: str
    teks: str
    catatan: str
    tercapai: bool


@dataclass(frozen=True, slots=True)
class TugasPelaksanaan:
    """Returned to me; reached by my people and not verified; everything that waits for me."""

    dikembalikan: tuple[ButirTugas, ...]
    tercapai: tuple[ButirTugas, ...]
    menunggu: tuple[ButirTugas, ...]
    capaian_menunggu: tuple[ButirTugas, ...]


def tugas_pelaksanaan(*, aktor: Aktor) -> TugasPelaksanaan:
    """Return what waits for the aktor in pelaksanaan: one query whatever the size of the team."""
    saya = aktor.pegawai_id
    if saya is None:
        return TugasPelaksanaan((), (), (), ())
    baris = sorted(_menunggu(saya=saya, hari=aktor.hari_ini), key=lambda satu: (satu[14], satu[1]))
    # A team's rows are of few people and fewer periods: each is put into words once.
    sebut_periode, sebut_nama = cache(_sebut_periode), cache(_sebut_nama)
    daftar = tuple(_butir(satu, sebut_periode, sebut_nama) for satu in baris)
    menunggu = tuple(s for s in daftar if s.jenis == REALISASI and s.pegawai_id != saya)
    return TugasPelaksanaan(
        tuple(satu for satu in daftar if satu.pegawai_id == saya),
        tuple(satu for satu in menunggu if satu.tercapai),
        menunggu,
        tuple(s for s in daftar if s.jenis == CAPAIAN and s.pegawai_id != saya),
    )


@kueri_siap(saya=BigIntegerField(), hari=DateField())
def _menunggu(saya: Isian, hari: Isian) -> QuerySet[Any, Any]:
    kembali = Q(pegawai_id=saya, status=StatusLaporan.DIKEMBALIKAN)
    terbuka = Q(status=StatusLaporan.DILAPORKAN) & ~Q(pegawai_id=saya)
    indikator = IndikatorKinerja.objects.filter(
        rhk__skp=OuterRef("skp"), kunci=OuterRef("indikator_kunci")
    )
    angka = Realisasi.objects.annotate(
        u_jenis=Value(REALISASI, output_field=CharField()),
        u_periode=F("periode_id"),
        u_bagian=F("periode__jenis"),
        u_urut=F("periode__urut"),
        u_tahun=F("periode__tahun"),
        u_teks=Coalesce(
            Subquery(indikator.values("teks")[:1]), F("teks"), output_field=CharField()
        ),
        u_tercapai=F("target_tercapai"),
        u_saat=F("dilaporkan_at"),
    )
    capaian = CapaianPegawai.objects.filter(kembali | (terbuka & dinilai(saya, hari))).annotate(
        u_jenis=Value(CAPAIAN, output_field=CharField()),
        u_periode=Value(0, output_field=IntegerField()),
        u_bagian=Value("", output_field=CharField()),
        u_urut=Value(0, output_field=IntegerField()),
        u_tahun=Value(0, output_field=IntegerField()),
        u_teks=F("judul"),
        u_tercapai=Value(False, output_field=BooleanField()),
        u_saat=F("updated_at"),
    )
    kolom = (
        "u_jenis", "pk", "skp_id", "u_periode", "u_bagian", "u_urut", "u_tahun", "pegawai_id",
        "pegawai__gelar_depan", "pegawai__nama", "pegawai__gelar_belakang", "u_teks", "catatan",
        "u_tercapai", "u_saat",
    )  # fmt: skip
    # Three parts without a common row, each with its index: as one condition with OR in it the
    # databases read everybody's figures.
    bagian = (
        angka.filter(terbuka, dinilai(saya, hari)),
        angka.filter(terbuka, diketuai(saya, hari)).exclude(dinilai(saya, hari)),
        capaian,
    )
    return (
        angka.filter(kembali)
        .order_by()
        .values_list(*kolom)
        .union(*(satu.order_by().values_list(*kolom) for satu in bagian), all=True)[:BATAS]
    )


def _sebut_periode(bagian: str, urut: int, tahun: int) -> str:
    return str(Periode(jenis=bagian, urut=urut, tahun=tahun))


def _sebut_nama(depan: str, nama: str, belakang: str) -> str:
    return Pegawai(gelar_depan=depan, nama=nama, gelar_belakang=belakang).nama_lengkap


def _butir(
    baris: tuple[Any, ...],
    sebut_periode: Callable[[str, int, int], str],
    sebut_nama: Callable[[str, str, str], str],
) -> ButirTugas:
    jenis, pk, skp, periode, bagian, urut, tahun, pegawai, depan, nama, belakang, teks, *sisa = (
        baris
    )
    return ButirTugas(
        jenis=jenis,
        pk=pk,
        skp_id=skp,
        periode_id=periode,
        periode=sebut_periode(bagian, urut, tahun) if periode else "",
        pegawai_id=pegawai,
        nama=sebut_nama(depan, nama, belakang),
        teks=teks,
        catatan=sisa[0],
        tercapai=bool(sisa[1]),
    )
