"""Who in a unit reaches what when: a page of people, a fixed number of queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tera.angka_kredit.models import (
    CaraMasuk,
    FaktaJF,
    KonversiPredikat,
    MasaJenjang,
    PilihanJenjang,
)
from tera.angka_kredit.permissions import PEMBACA
from tera.angka_kredit.selectors.buku import NOL, bawaan, fakta_pegawai, jumlah_per_masa
from tera.angka_kredit.selectors.kelayakan import kelayakan_orang
from tera.angka_kredit.selectors.lembar import bulan_pertama
from tera.core.aktor import Aktor
from tera.evaluasi.selectors.hasil import tahunan_per_orang
from tera.organisasi.models import JenisJabatan, Pegawai, Penugasan, UnitKerja
from tera.organisasi.permissions import cakupan_petugas
from tera.organisasi.selectors import berlaku_pada
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import Kelayakan, Putusan
from tera.regulasi.proyeksi import proyeksi

#: A JF (a post held) whose holder has no running jenjang.
_TANPA_MASA = Q(
    ~Exists(MasaJenjang.objects.filter(pegawai_id=OuterRef("pegawai_id"), selesai__isnull=True)),
    jabatan__jenis=JenisJabatan.FUNGSIONAL,
    jenis="definitif",
    pegawai__status__in=("pns", "cpns"),
)
#: Years of results the law may ask for, and one to spare.
TAHUN_LALU = 3


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One JF: the sum, what the law says, and the earliest days if every predikat is Baik."""

    masa: MasaJenjang
    jumlah: Decimal
    kelayakan: Kelayakan | None
    tmt_pangkat: dt.date | None
    tmt_jenjang: dt.date | None

    @property
    def siap(self) -> bool:
        """Whether a rise may be considered, or an official must decide, now."""
        putusan = {Putusan.DAPAT, Putusan.KEPUTUSAN_PEJABAT}
        return self.kelayakan is not None and bool(
            {self.kelayakan.pangkat.putusan, self.kelayakan.jenjang.putusan} & putusan
        )


def unit_pembaca(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return the units whose list the aktor may see as an officer."""
    return UnitKerja.objects.filter(
        cakupan_petugas(aktor=aktor, pada=pada, peran=PEMBACA),
        instansi_id=aktor.instansi_id,
        sampai__isnull=True,
    ).order_by("path")


def masa_unit(*, unit: UnitKerja, pada: dt.date, jenjang: str = "") -> QuerySet[MasaJenjang]:
    """Return the jenjang held in the unit and below, by name."""
    daftar = MasaJenjang.objects.filter(
        instansi_id=unit.instansi_id,
        selesai__isnull=True,
        pegawai__in=_di_unit(unit, pada).values("pegawai_id"),
    )
    if jenjang:
        daftar = daftar.filter(jenjang=jenjang)
    return daftar.select_related("pegawai").order_by("pegawai__nama", "pk")


def tanpa_masa(*, unit: UnitKerja, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the JF of the unit and below whose jenjang nobody recorded yet."""
    return (
        _di_unit(unit, pada)
        .filter(_TANPA_MASA)
        .select_related("pegawai", "jabatan", "unit")
        .order_by("pegawai__nama", "pk")
    )


def baris_unit(*, daftar: Sequence[MasaJenjang], pada: dt.date) -> list[BarisUnit]:
    """Return the rows of some people: six queries, whatever their number."""
    if not daftar:
        return []
    pegawai = [satu.pegawai_id for satu in daftar]
    asal = _masa_asal(daftar)
    jumlah = jumlah_per_masa([satu.pk for satu in [*daftar, *asal.values()]])
    tahunan = tahunan_per_orang(
        instansi_id=daftar[0].instansi_id,
        dari_tahun=pada.year - TAHUN_LALU,
        sampai_tahun=pada.year,
        pegawai=pegawai,
    )
    fakta: defaultdict[int, list[FaktaJF]] = defaultdict(list)
    for satu in fakta_pegawai(pegawai):
        fakta[satu.pegawai_id].append(satu)
    akhir, usul = _bulan_akhir(daftar)
    hasil = []
    for masa in daftar:
        predikat = {th: s.predikat for th, s in tahunan.get(masa.pegawai_id, {}).items()}
        terkumpul = bawaan(masa) + jumlah.get(masa.pk, NOL)
        dulu = asal.get(masa.pk)
        layak = kelayakan_orang(
            pegawai=masa.pegawai,
            masa=masa,
            jumlah=terkumpul,
            fakta=fakta[masa.pegawai_id],
            predikat=predikat,
            pada=pada,
            jumlah_asal=None if dulu is None else bawaan(dulu) + jumlah.get(dulu.pk, NOL),
        )
        hasil.append(
            _baris(masa, terkumpul, layak, predikat, akhir.get(masa.pk), usul[masa.pk], pada)
        )
    return hasil


def _baris(
    masa: MasaJenjang,
    terkumpul: Decimal,
    layak: Kelayakan | None,
    predikat: dict[int, str],
    akhir: tuple[int, int] | None,
    menunggu: Decimal,
    pada: dt.date,
) -> BarisUnit:
    if layak is None:
        return BarisUnit(masa, terkumpul, None, None, None)
    maju = proyeksi(
        jenjang=Jenjang(masa.jenjang),
        jumlah=max(terkumpul + menunggu, NOL),
        kebutuhan_pangkat=None if layak.pangkat.dari_asal else layak.pangkat.kebutuhan,
        kebutuhan_jenjang=layak.jenjang.kebutuhan,
        bulan_mulai=dt.date(akhir[0] + akhir[1] // 12, akhir[1] % 12 + 1, 1)
        if akhir
        else bulan_pertama(masa),
        harapan={},
        bawaan=Predikat.BAIK,
        predikat={th: Predikat(kata) for th, kata in predikat.items()},
        tmt_pangkat=masa.pegawai.tmt_golongan,
        tmt_jenjang=masa.mulai,
        pada=pada,
    )
    return BarisUnit(masa, terkumpul, layak, maju.tmt_pangkat, maju.tmt_jenjang)


def _masa_asal(daftar: Sequence[MasaJenjang]) -> dict[int, MasaJenjang]:
    """The jenjang that each kenaikan jenjang closed, by the key of the one held: one query."""
    naik = {
        (satu.pegawai_id, satu.mulai - dt.timedelta(days=1)): satu.pk
        for satu in daftar
        if satu.cara_masuk == CaraMasuk.KENAIKAN_JENJANG
    }
    return {
        naik[satu.pegawai_id, satu.selesai]: satu
        for satu in MasaJenjang.objects.filter(
            pegawai__in=[pegawai for pegawai, _hari in naik], selesai__isnull=False
        )
        if satu.selesai is not None and (satu.pegawai_id, satu.selesai) in naik
    }


def _bulan_akhir(
    daftar: Sequence[MasaJenjang],
) -> tuple[dict[int, tuple[int, int]], defaultdict[int, Decimal]]:
    """The last month that is converted or proposed, and the sum that waits: one query."""
    akhir: dict[int, tuple[int, int]] = {}
    usul: defaultdict[int, Decimal] = defaultdict(lambda: NOL)
    for masa, status, tahun, bulan, nilai in KonversiPredikat.objects.filter(
        masa__in=[satu.pk for satu in daftar],
        status__in=[KonversiPredikat.Status.DIUSULKAN, KonversiPredikat.Status.DITETAPKAN],
    ).values_list("masa_id", "status", "tahun", "bulan_selesai", "nilai"):
        akhir[masa] = max(akhir.get(masa, (0, 0)), (tahun, bulan))
        if status == KonversiPredikat.Status.DIUSULKAN:
            usul[masa] += nilai
    return akhir, usul


def _di_unit(unit: UnitKerja, pada: dt.date) -> QuerySet[Penugasan]:
    return Penugasan.objects.filter(
        berlaku_pada(pada),
        instansi_id=unit.instansi_id,
        unit__path__gte=unit.path,
        unit__path__lt=unit.path + "~",
    )


def isian_awal(pegawai: Pegawai) -> dict[str, Any]:
    """Return what the form of a jenjang begins with: from the post held."""
    tugas = (
        pegawai.daftar_penugasan.filter(sampai__isnull=True, jenis="definitif")
        .select_related("jabatan")
        .first()
    )
    jabatan = tugas.jabatan if tugas else None
    return {
        "jabatan": jabatan.nama if jabatan else "",
        "jenjang": jabatan.jenjang if jabatan else "",
        "golongan": pegawai.golongan,
        "tmt_golongan": pegawai.tmt_golongan,
    }


def lembar_kosong(*, aktor: Aktor, kolom: Sequence[str]) -> Iterator[list[Any]]:
    """Yield the rows of the sheet to fill in, with what is known; one's own row is left out."""
    tugas = (
        Penugasan.objects.filter(
            cakupan_petugas(
                aktor=aktor, pada=aktor.hari_ini, peran=("pengelola",), kolom="unit__path"
            ),
            berlaku_pada(aktor.hari_ini),
            instansi_id=aktor.instansi_id,
        )
        .filter(_TANPA_MASA)
        .exclude(pegawai_id=aktor.pegawai_id or 0)
    )
    for satu in tugas.select_related("pegawai", "jabatan").order_by("pegawai__nama", "pk"):
        jenjang = satu.jabatan.jenjang
        isi = {
            "nip": satu.pegawai.nip,
            "jabatan": satu.jabatan.nama,
            "jenjang": str(PilihanJenjang(jenjang).label)
            if jenjang in PilihanJenjang.values
            else "",
            "golongan": satu.pegawai.golongan,
            "mulai": satu.sejak if satu.jabatan.jenjang else "",
            "tmt_pangkat": satu.pegawai.tmt_golongan or "",
        }
        yield [satu.pegawai.nama_lengkap, *(isi.get(kunci, "") for kunci in kolom)]
