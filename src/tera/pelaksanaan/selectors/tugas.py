"""What of the year's work waits for a person: shown on home, one query."""

from dataclasses import dataclass
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
    """One figure or achievement that waits.

    Home counts many and names few, so the words are made of the one that is named.
    """

    jenis: str
    pk: int
    skp_id: int
    periode_id: int
    bagian: tuple[str, int, int]
    pegawai_id: int
    sebutan: tuple[str, str, str]
    teks: str
    catatan: str
    tercapai: bool

    @property
    def periode(self) -> str:
        """The period in words, empty for an achievement."""
        jenis, urut, tahun = self.bagian
        return str(Periode(jenis=jenis, urut=urut, tahun=tahun)) if self.periode_id else ""

    @property
    def nama(self) -> str:
        """The person's name with its degrees."""
        depan, nama, belakang = self.sebutan
        return Pegawai(gelar_depan=depan, nama=nama, gelar_belakang=belakang).nama_lengkap


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
    daftar = tuple(_butir(satu) for satu in baris)
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


def _butir(baris: tuple[Any, ...]) -> ButirTugas:
    jenis, pk, skp, periode, bagian, urut, tahun, pegawai, depan, nama, belakang, teks, *sisa = (
        baris
    )
    return ButirTugas(
        jenis=jenis,
        pk=pk,
        skp_id=skp,
        periode_id=periode,
        bagian=(bagian, urut, tahun),
        pegawai_id=pegawai,
        sebutan=(depan, nama, belakang),
        teks=teks,
        catatan=sisa[0],
        tercapai=bool(sisa[1]),
    )
