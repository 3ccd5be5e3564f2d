"""Who fits a post by its recorded criteria, and who did well year after year."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Value

from tera.core.aktor import Aktor
from tera.evaluasi.selectors.hasil import tahunan_per_orang
from tera.organisasi.models import JenisPenugasan, Penugasan, StatusPegawai, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.models import CapaianPegawai
from tera.regulasi.kategori import Predikat
from tera.tindak_lanjut.models import KotakTalenta, PencarianJabatan, PetaTalenta
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan
from tera.tindak_lanjut.selectors.talenta.kriteria import (
    BELUM,
    TERPENUHI,
    FaktaOrang,
    Jawaban,
    Kriteria,
    periksa,
)
from tera.tindak_lanjut.selectors.talenta.sumber import DISIPLIN, PELATIHAN, fakta

#: Years in which somebody is looked at for doing well without a break.
TAHUN_KONSISTEN = 3
_CUKUP = frozenset({Predikat.SANGAT_BAIK.value, Predikat.BAIK.value})
_PEMBACA_SEMUA = frozenset({"pejabat_pembina", "auditor"})
_ASN = (StatusPegawai.PNS, StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU)


@dataclass(frozen=True, slots=True)
class Calon:
    """One person against the criteria."""

    pegawai_id: int
    nama: str
    jabatan: str
    unit: str
    jawaban: tuple[Jawaban, ...]

    @property
    def terpenuhi(self) -> int:
        """How many criteria are met."""
        return sum(satu.keadaan == TERPENUHI for satu in self.jawaban)

    @property
    def belum(self) -> int:
        """How many nobody knows."""
        return sum(satu.keadaan == BELUM for satu in self.jawaban)


@dataclass(frozen=True, slots=True)
class Konsisten:
    """One person who had at least Baik in every year looked at."""

    pegawai_id: int
    nama: str
    jabatan: str
    unit: str
    per_tahun: tuple[tuple[int, str], ...]
    sangat_baik: int


def pencarian_terlihat(*, aktor: Aktor, jangkauan: Jangkauan) -> QuerySet[PencarianJabatan]:
    """Return one's own searches; the pejabat pembina and the auditor see everybody's."""
    semua = PencarianJabatan.objects.filter(instansi_id=aktor.instansi_id)
    if not jangkauan.peran_seluruh & _PEMBACA_SEMUA:
        semua = semua.filter(pencari_id=aktor.pegawai_id or 0)
    return semua.select_related("unit").order_by("-pk")


def boleh_baca_pencarian(
    *, aktor: Aktor, jangkauan: Jangkauan, pencarian: PencarianJabatan
) -> bool:
    """Whether the aktor may read one search; the same rule as ``pencarian_terlihat``."""
    return pencarian.pencari_id == aktor.pegawai_id or bool(
        jangkauan.peran_seluruh & _PEMBACA_SEMUA
    )


def calon_jabatan(
    *, aktor: Aktor, jangkauan: Jangkauan, pencarian: PencarianJabatan, pada: dt.date
) -> list[Calon]:
    """Return everybody in reach against the criteria: most met first, then by name.

    Five queries whatever the number of people, one more for each other source asked. The aktor
    is left out: nobody finds oneself.
    """
    kriteria = Kriteria.dari(pencarian.kriteria)
    path = pencarian.unit.path if pencarian.unit else ""
    semua = _tugas(aktor, jangkauan, pada, path)
    kini: dict[int, Penugasan] = {}
    jenis: dict[int, set[str]] = {}
    for tugas in semua:
        jenis.setdefault(tugas.pegawai_id, set()).add(tugas.jabatan.jenis)
        if _berlaku(tugas, pada) and tugas.jenis == JenisPenugasan.DEFINITIF:
            kini[tugas.pegawai_id] = tugas
    orang = [pk for pk in kini if pk != aktor.pegawai_id]
    lama = max(kriteria.predikat_tahun, 1) if kriteria.predikat_min else 0
    hasil = (
        tahunan_per_orang(
            instansi_id=aktor.instansi_id,
            dari_tahun=pada.year - lama,
            sampai_tahun=pada.year - 1,
        )
        if lama
        else {}
    )
    kotak, capaian = _kotak_dan_capaian(aktor, kriteria)
    latih = (
        fakta(PELATIHAN, instansi_id=aktor.instansi_id, pegawai=orang, pada=pada)
        if kriteria.pelatihan
        else None
    )
    disiplin = (
        fakta(DISIPLIN, instansi_id=aktor.instansi_id, pegawai=orang, pada=pada)
        if kriteria.tanpa_disiplin
        else None
    )
    daftar = []
    for pk in orang:
        tugas = kini[pk]
        nomor, tahun = kotak.get(pk, (None, None))
        satu = FaktaOrang(
            golongan=tugas.pegawai.golongan,
            status=tugas.pegawai.status,
            pendidikan=tugas.pegawai.pendidikan,
            jabatan_sejak=tugas.sejak,
            jenis_pernah=frozenset(jenis[pk]),
            predikat={th: str(isi.predikat) for th, isi in hasil.get(pk, {}).items()},
            kotak=nomor,
            tahun_kotak=tahun,
            capaian=capaian.get(pk, 0),
            pelatihan=None if latih is None else latih.get(pk, ()),
            disiplin=None if disiplin is None else disiplin.get(pk, ()),
        )
        daftar.append(
            Calon(
                pk,
                tugas.pegawai.nama_lengkap,
                tugas.jabatan.nama,
                tugas.unit.nama,
                tuple(periksa(kriteria, satu, pada=pada)),
            )
        )
    daftar.sort(key=lambda calon: (-calon.terpenuhi, calon.nama, calon.pegawai_id))
    return daftar


def kinerja_konsisten(
    *,
    aktor: Aktor,
    jangkauan: Jangkauan,
    pada: dt.date,
    path: str = "",
    sangat_baik: int = 0,
) -> list[Konsisten]:
    """Return who had at least Baik in each of the last three years, most Sangat Baik first.

    Three queries. ``sangat_baik``: at least so many of them Sangat Baik.
    """
    tahun = range(pada.year - TAHUN_KONSISTEN, pada.year)
    hasil = tahunan_per_orang(
        instansi_id=aktor.instansi_id, dari_tahun=tahun[0], sampai_tahun=tahun[-1]
    )
    daftar = []
    for tugas in _tugas(aktor, jangkauan, pada, path, kini=True):
        per = hasil.get(tugas.pegawai_id, {})
        predikat = [str(per[th].predikat) for th in tahun if th in per]
        jumlah = predikat.count(Predikat.SANGAT_BAIK.value)
        if len(predikat) < len(tahun) or not _CUKUP.issuperset(predikat) or jumlah < sangat_baik:
            continue
        daftar.append(
            Konsisten(
                tugas.pegawai_id,
                tugas.pegawai.nama_lengkap,
                tugas.jabatan.nama,
                tugas.unit.nama,
                tuple(zip(tahun, predikat, strict=True)),
                jumlah,
            )
        )
    daftar.sort(key=lambda satu: (-satu.sangat_baik, satu.nama, satu.pegawai_id))
    return daftar


def _tugas(
    aktor: Aktor, jangkauan: Jangkauan, pada: dt.date, path: str, *, kini: bool = False
) -> Sequence[Penugasan]:
    """Every post, or today's definitive one, of ASN whose present unit one reads."""
    sekarang = Penugasan.objects.filter(
        berlaku_pada(pada),
        jangkauan.q("unit__path", pimpinan=kini),
        instansi_id=aktor.instansi_id,
        jenis=JenisPenugasan.DEFINITIF,
        pegawai__status__in=_ASN,
    )
    if path:
        sekarang = sekarang.filter(unit__path__gte=path, unit__path__lt=path + "~")
    daftar = (
        sekarang
        if kini
        else Penugasan.objects.filter(
            instansi_id=aktor.instansi_id, pegawai_id__in=sekarang.values("pegawai_id")
        )
    )
    return list(
        daftar.select_related("pegawai", "jabatan", "unit").only(
            "pegawai_id", "jenis", "sejak", "sampai",
            "pegawai__nama", "pegawai__gelar_depan", "pegawai__gelar_belakang",
            "pegawai__golongan", "pegawai__status", "pegawai__pendidikan",
            "jabatan__nama", "jabatan__jenis", "unit__nama",
        )
    )  # fmt: skip


def _berlaku(tugas: Penugasan, pada: dt.date) -> bool:
    return tugas.sejak <= pada and (tugas.sampai is None or tugas.sampai >= pada)


def _kotak_dan_capaian(
    aktor: Aktor, kriteria: Kriteria
) -> tuple[dict[int, tuple[int, int]], Counter[int]]:
    """Per person (box, year) of the newest set matrix, and how many achievements were verified.

    One query, none where neither is asked; box 0 stands for an achievement.
    """
    bagian: list[QuerySet[Any, Any]] = []
    if kriteria.suksesi:
        bagian.append(
            KotakTalenta.objects.filter(
                peta__instansi_id=aktor.instansi_id,
                peta__status=PetaTalenta.Status.DITETAPKAN,
                kotak__isnull=False,
            )
            .order_by()
            .values_list("pegawai_id", "kotak", "peta__tahun")
        )
    if kriteria.capaian_min:
        bagian.append(
            CapaianPegawai.objects.filter(instansi_id=aktor.instansi_id, status="diverifikasi")
            .order_by()
            .values_list("pegawai_id", Value(0), Value(0))
        )
    kotak: dict[int, tuple[int, int]] = {}
    capaian: Counter[int] = Counter()
    for pk, nomor, tahun in bagian[0].union(*bagian[1:], all=True) if bagian else ():
        if not nomor:
            capaian[pk] += 1
        elif pk not in kotak or kotak[pk][1] < tahun:
            kotak[pk] = (nomor, tahun)
    return kotak, capaian


def unit_dalam(*, aktor: Aktor, jangkauan: Jangkauan, pk: int) -> UnitKerja | None:
    """Return a unit one reads, else None."""
    return UnitKerja.objects.filter(jangkauan.q(), Q(pk=pk), instansi_id=aktor.instansi_id).first()
