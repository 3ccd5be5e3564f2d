"""The numbers of a dashboard: a unit with everything below it, and each of its children.

Nine queries while the kept counts are fresh, whatever the size.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import BigIntegerField, OuterRef, Q, QuerySet, Subquery

from tera.core.kueri import Isian, kueri_siap
from tera.dasbor.hitungan import REKAP_DASBOR
from tera.dasbor.selectors.cakupan import PilihanPeriode
from tera.evaluasi.hitungan import REKAP_EVALUASI
from tera.evaluasi.models import CapaianOrganisasi
from tera.evaluasi.selectors.pantau import (
    Angka,
    Perpanjangan,
    batas_lewat,
    perpanjangan_evaluasi,
)
from tera.evaluasi.selectors.pembukaan import status_jenis
from tera.organisasi.hitungan import Jumlah, Tanya, jumlah_bersama
from tera.organisasi.models import JenisPeriode, Periode, UnitKerja
from tera.skp.hitungan import MIKRODETIK_SEHARI, REKAP_SKP, RekapSKP
from tera.skp.selectors.unit import AngkaUnit
from tera.skp.selectors.wajib import hari_hitung, kedudukan_wajib
from tera.stats.packed import count, median
from tera.umpan_balik.ikm_hitung import AngkaIKM, JumlahUnsur, tampak
from tera.umpan_balik.ikm_hitung import angka as angka_ikm
from tera.umpan_balik.models import KOLOM_UNSUR


@dataclass(slots=True)
class AngkaDasbor:
    """Counts of one unit and everything below it in a period.

    Attributes:
        skp: plans of the year by state.
        evaluasi: evaluations of the period by state, predikat, lateness.
        lain: what ``HitunganDasbor`` keeps.
        level: the capaian organisasi that was set for exactly this unit, or "".
        ikm: what citizens said, hidden where answers are few.
        disusun: plans whose drafting time is known, of the whole only.
    """

    pk: int
    nama: str
    skp: AngkaUnit
    evaluasi: Angka
    lain: Counter[str] = field(default_factory=Counter)
    level: str = ""
    ikm: AngkaIKM = field(default_factory=lambda: AngkaIKM(0, None))
    disusun: int = 0

    @property
    def persen_ikut(self) -> float | None:
        """Share of those obliged who took part, percent; None for nobody."""
        return persen(self.lain["ikut"], self.lain["wajib"])

    @property
    def persen_lapor(self) -> float | None:
        """Share of those with a plan who reported, percent."""
        return persen(self.lain["melapor"], self.lain["wajib"])

    @property
    def persen_target(self) -> float | None:
        """Share of the reported indicators whose target was reached, percent."""
        return persen(self.lain["target"], self.lain["indikator"])

    @property
    def persen_skp(self) -> float | None:
        """Share of set plans, percent."""
        return persen(self.skp.ditetapkan, self.skp.wajib)

    @property
    def persen_evaluasi(self) -> float | None:
        """Share whose predikat was set, percent."""
        return persen(self.evaluasi.ditetapkan, self.evaluasi.jumlah)

    @property
    def jawaban(self) -> JumlahUnsur:
        """What citizens answered, summed."""
        return JumlahUnsur(self.lain["warga"], tuple(self.lain[satu] for satu in KOLOM_UNSUR))


@dataclass(frozen=True, slots=True)
class Dasbor:
    """A unit's dashboard in a period.

    Attributes:
        hari_susun, hari_tetap: median days of drafting and setting plans of the year.
        hari_susun_lalu: the same of the year before; None: nothing to compare with.
        skp_lalu: plans of the year before.
    """

    unit: UnitKerja
    periode: Periode
    total: AngkaDasbor
    daftar_anak: tuple[AngkaDasbor, ...]
    hari_susun: float | None
    hari_tetap: float | None
    skp_lalu: AngkaUnit
    hari_susun_lalu: float | None
    perpanjangan: Perpanjangan
    minimum: int


def persen(bagian: int, dari: int) -> float | None:
    """Return a share in percent, None of nothing."""
    return 100 * bagian / dari if dari else None


def tanya_skp(*, unit: UnitKerja, tahun: int, pada: dt.date, rinci: bool = False) -> Tanya:
    """Return the question about the plans of a year."""
    hari = hari_hitung(tahun, pada)
    return REKAP_SKP.tanya(
        unit=unit, kunci=tahun, hari=hari, varian=kedudukan_wajib(hari), rinci=rinci
    )


def tanya_evaluasi(
    *,
    unit: UnitKerja,
    periode: Periode,
    pilihan: str,
    pada: dt.date,
    hari_sampai: int,
    rinci: bool = False,
) -> Tanya:
    """Return the question about the evaluations of a period."""
    varian = None
    if periode.jenis != JenisPeriode.TAHUNAN:
        varian = status_jenis(periode=periode, pilihan=pilihan)
    return REKAP_EVALUASI.tanya(
        unit=unit,
        kunci=periode.pk,
        hari=pada - dt.timedelta(days=hari_sampai),
        varian=varian,
        rinci=rinci,
        tahun=periode.tahun,
        mulai=periode.mulai,
        selesai=periode.selesai,
    )


def tanya_lain(*, unit: UnitKerja, periode: Periode, pada: dt.date, rinci: bool = False) -> Tanya:
    """Return the question about everything else of a period."""
    return REKAP_DASBOR.tanya(
        unit=unit,
        kunci=periode.pk,
        hari=pada,
        rinci=rinci,
        tahun=periode.tahun,
        mulai=periode.mulai,
        selesai=periode.selesai,
    )


def dasbor_unit(
    *,
    unit: UnitKerja,
    pilihan: PilihanPeriode,
    aturan: Mapping[str, Any],
    pada: dt.date,
    tanpa: Sequence[str] = (),
) -> Dasbor:
    """Return the dashboard of ``unit``; ``aturan`` is the policy of the instansi on the day.

    ``tanpa``: paths below it that are left out. Medians know no places and leave nothing out.
    """
    periode = pilihan.periode
    perpanjangan = perpanjangan_evaluasi(periode=periode)
    # A unit's own longer deadline, still running: only then it matters where exactly people are.
    rinci = bool(tanpa) or any(path is not None and pada <= baru for path, baru in perpanjangan)
    skp, skp_lalu, evaluasi, lain = jumlah_bersama(
        [
            tanya_skp(unit=unit, tahun=pilihan.tahun, pada=pada, rinci=rinci),
            tanya_skp(unit=unit, tahun=pilihan.tahun - 1, pada=pada, rinci=rinci),
            tanya_evaluasi(
                unit=unit,
                periode=periode,
                pilihan=pilihan.pilihan,
                pada=pada,
                hari_sampai=aturan["evaluasi.hari_penyampaian"],
                rinci=rinci,
            ),
            tanya_lain(unit=unit, periode=periode, pada=pada, rinci=rinci),
        ]
    )
    if tanpa:
        skp, skp_lalu, evaluasi, lain = (
            _tanpa(satu, tuple(tanpa)) for satu in (skp, skp_lalu, evaluasi, lain)
        )
    lewat = batas_lewat(periode=periode, pada=pada, perpanjangan=perpanjangan)
    per_anak = _per_anak(skp, unit, rinci)
    anak: dict[str, AngkaDasbor] = {}
    total = AngkaDasbor(
        unit.pk, unit.nama, angka_skp(unit.pk, unit.nama, _semua(skp)), Angka(unit.pk, unit.nama)
    )
    total.disusun = count(satu[0] for satu in skp.lain)
    for pk, nama, level in _keluarga(unit_id=unit.pk, periode_id=periode.pk):
        if pk == unit.pk:
            total.level = level or ""
        else:
            rencana = angka_skp(pk, nama, per_anak.get(str(pk), Counter()))
            anak[str(pk)] = AngkaDasbor(pk, nama, rencana, Angka(pk, nama), level=level or "")
    for kunci, angka in evaluasi.bagian.items():
        kata, path = _letak(unit, kunci, rinci)
        for satu in (total, anak.get(kata)):
            if satu is not None:
                satu.evaluasi.tambah(angka, lewat=lewat(path))
    for kunci, angka in lain.bagian.items():
        kata, _path = _letak(unit, kunci, rinci)
        for satu in (total, anak.get(kata)):
            if satu is not None:
                satu.lain.update(angka)
    isi_ikm(total, list(anak.values()), minimum=aturan["publik.n_minimum"], pada=pada)
    return Dasbor(
        unit,
        periode,
        total,
        tuple(
            satu
            for satu in anak.values()
            if satu.skp.wajib or satu.evaluasi.jumlah or satu.lain.total()
        ),
        hari_tengah(skp, 0),
        hari_tengah(skp, 1),
        angka_skp(unit.pk, unit.nama, _semua(skp_lalu)),
        hari_tengah(skp_lalu, 0),
        perpanjangan,
        aturan["publik.n_minimum"],
    )


def hari_tengah(jumlah: Jumlah, letak: int) -> float | None:
    """Return the median of one kind of duration in days."""
    tengah = median(satu[letak] for satu in jumlah.lain)
    return None if tengah is None else tengah / MIKRODETIK_SEHARI


def _letak(unit: UnitKerja, kunci: str, rinci: bool) -> tuple[str, str]:
    """The child's key of a part, and the path its deadline is asked for."""
    if not rinci:
        return kunci, unit.path
    return kunci[len(unit.path) :].split("/")[0], kunci


def _tanpa(jumlah: Jumlah, paths: tuple[str, ...]) -> Jumlah:
    """The sums without what lies at or below some paths; they were asked for by path."""
    bagian = {path: n for path, n in jumlah.bagian.items() if not path.startswith(paths)}
    return replace(jumlah, bagian=bagian)


def _per_anak(jumlah: Jumlah, unit: UnitKerja, rinci: bool) -> dict[str, Counter[str]]:
    """The sums by child; "" for the unit itself."""
    hasil: dict[str, Counter[str]] = {}
    for kunci, angka in jumlah.bagian.items():
        hasil.setdefault(_letak(unit, kunci, rinci)[0], Counter()).update(angka)
    return hasil


def _semua(jumlah: Jumlah) -> Counter[str]:
    """The sums of the unit with everything below it."""
    return sum(jumlah.bagian.values(), Counter[str]())


def angka_skp(pk: int, nama: str, angka: Counter[str]) -> AngkaUnit:
    """Return the plans of one unit by state."""
    per_status = {satu: angka[satu] for satu in RekapSKP.kolom if satu != "terlambat"}
    return AngkaUnit(
        pk,
        nama,
        sum(per_status.values()),
        {satu: n for satu, n in per_status.items() if n},
        angka["terlambat"],
    )


def isi_ikm(
    total: AngkaDasbor, daftar: Sequence[AngkaDasbor], *, minimum: int, pada: dt.date
) -> None:
    """Set the index of the unit and its children, hiding what few answers would tell."""
    sendiri = total.jawaban.n - sum(satu.jawaban.n for satu in daftar)
    boleh = tampak([satu.jawaban.n for satu in daftar] + [sendiri], minimum=minimum)
    cukup = total.jawaban.n >= minimum
    total.ikm = angka_ikm(total.jawaban, pada=pada, boleh=cukup)
    for satu, tampil in zip(daftar, boleh, strict=False):
        satu.ikm = angka_ikm(satu.jawaban, pada=pada, boleh=cukup and tampil)


@kueri_siap(unit_id=BigIntegerField(), periode_id=BigIntegerField())
def _keluarga(unit_id: Isian, periode_id: Isian) -> QuerySet[Any, Any]:
    """The unit and its children with the capaian set for each."""
    return (
        UnitKerja.objects.filter(Q(pk=unit_id) | Q(induk_id=unit_id))
        .annotate(
            level=Subquery(
                CapaianOrganisasi.objects.filter(
                    unit_id=OuterRef("pk"), periode_id=periode_id
                ).values("level")[:1]
            )
        )
        .order_by("urut", "nama")
        .values_list("pk", "nama", "level")
    )
