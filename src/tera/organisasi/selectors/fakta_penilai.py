"""The facts "who rates whom" is decided on: loaded in a fixed number of queries, then pure data."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from tera.organisasi import kebijakan
from tera.organisasi.models import (
    CakupanDelegasi,
    HubunganPenilai,
    Instansi,
    KebijakanInstansi,
    Pegawai,
    Penugasan,
    RiwayatInduk,
    UnitKerja,
)
from tera.regulasi.jabatan import KEDUDUKAN_HUKUM
from tera.regulasi.kategori import KedudukanHukum

KUNCI_DELEGASI = "penilai.kepala_jf_perlu_delegasi"
Ruas = tuple[dt.date, dt.date | None, int | None]


@dataclass(frozen=True, slots=True)
class FaktaTugas:
    """One assignment as the algorithm sees it."""

    id: int
    pegawai_id: int
    unit_id: int
    jenis_jabatan: str
    jabatan: str
    jenis: str
    memimpin: bool
    sejak: dt.date
    sampai: dt.date | None
    khusus_id: int | None
    surat: str
    khusus_sejak: dt.date | None = None
    khusus_sampai: dt.date | None = None

    def khusus(self, pada: dt.date) -> int | None:
        """The rater set by letter for this assignment, on the day; nobody rates oneself."""
        if (
            self.khusus_id in {None, self.pegawai_id}
            or (self.khusus_sejak and pada < self.khusus_sejak)
            or (self.khusus_sampai and pada > self.khusus_sampai)
        ):
            return None
        return self.khusus_id

    def berlaku(self, pada: dt.date) -> bool:
        """Whether the assignment stands on the day."""
        return self.sejak <= pada and (self.sampai is None or pada <= self.sampai)


@dataclass(frozen=True, slots=True)
class FaktaUnit:
    """One unit; ``ruas`` says where it hung: (from, to or None, parent or None), oldest first."""

    id: int
    nama: str
    ruas: tuple[Ruas, ...]

    def induk(self, pada: dt.date) -> int | None:
        """The parent on the day; days outside what is known get the nearest known parent."""
        pilih = self.ruas[0] if self.ruas else None
        for ruas in self.ruas:
            if ruas[0] <= pada:
                pilih = ruas
        return pilih[2] if pilih else None


@dataclass(frozen=True, slots=True)
class FaktaPegawai:
    """One person who may rate: the name, and whether the kedudukan hukum leaves the post in use."""

    id: int
    nama: str
    aktif: bool
    kedudukan: str
    instansi_id: int


@dataclass(frozen=True, slots=True)
class FaktaDelegasi:
    """One head under one letter, in one unit."""

    penerima_id: int
    unit_id: int
    surat: str
    sejak: dt.date
    sampai: dt.date | None

    def berlaku(self, pada: dt.date) -> bool:
        """Whether the letter stands on the day."""
        return self.sejak <= pada and (self.sampai is None or pada <= self.sampai)


@dataclass(frozen=True, slots=True)
class Fakta:
    """Everything about one instansi from ``sejak`` on that decides who rates whom."""

    instansi_id: int
    jenis_instansi: str
    unit: dict[int, FaktaUnit]
    daftar_tugas: list[FaktaTugas]
    pegawai: dict[int, FaktaPegawai]
    daftar_delegasi: list[FaktaDelegasi]
    # (from, JF heads need a letter), oldest first.
    daftar_kebijakan: list[tuple[dt.date, bool]]
    # Recorded raters of people of other instansi who rate here by letter.
    penilai_luar: dict[int, int] = field(default_factory=dict)

    def perlu_delegasi(self, pada: dt.date) -> bool:
        """Whether a JF who heads a unit rates only under a letter, on the day."""
        nilai = bool(kebijakan.kunci_kebijakan(KUNCI_DELEGASI).bawaan)
        for sejak, isi in self.daftar_kebijakan:
            if sejak <= pada:
                nilai = isi
        return nilai

    def daftar_titik(self, sejak: dt.date) -> list[dt.date]:
        """The days from ``sejak`` on where an answer may change, in order, ``sejak`` first."""
        titik = {sejak}
        for tugas in self.daftar_tugas:
            titik.add(tugas.sejak)
            if tugas.sampai:
                titik.add(tugas.sampai + dt.timedelta(days=1))
            if tugas.khusus_sejak:
                titik.add(tugas.khusus_sejak)
            if tugas.khusus_sampai:
                titik.add(tugas.khusus_sampai + dt.timedelta(days=1))
        for delegasi in self.daftar_delegasi:
            titik.add(delegasi.sejak)
            if delegasi.sampai:
                titik.add(delegasi.sampai + dt.timedelta(days=1))
        for unit in self.unit.values():
            titik.update(ruas[0] for ruas in unit.ruas)
        titik.update(sejak_kebijakan for sejak_kebijakan, _ in self.daftar_kebijakan)
        return sorted(t for t in titik if t >= sejak)


def muat_fakta(*, instansi_id: int, sejak: dt.date, sampai: dt.date | None = None) -> Fakta:
    """Load the facts of ``sejak`` … ``sampai`` (open when None): ten queries at most."""
    jenis = Instansi.objects.values_list("jenis", flat=True).get(pk=instansi_id)
    masih = Q(sampai__isnull=True) | Q(sampai__gte=sejak)
    mulai = Q() if sampai is None else Q(sejak__lte=sampai)
    daftar_tugas = [
        FaktaTugas(*baris)
        for baris in Penugasan.objects.filter(masih, mulai, instansi_id=instansi_id)
        .order_by("id")
        .values_list(
            "id",
            "pegawai_id",
            "unit_id",
            "jabatan__jenis",
            "jabatan__nama",
            "jenis",
            "memimpin_unit",
            "sejak",
            "sampai",
            "penilai_khusus_id",
            "surat_penilai",
            "penilai_khusus_sejak",
            "penilai_khusus_sampai",
        )
        .iterator(chunk_size=5000)
    ]
    daftar_delegasi = [
        FaktaDelegasi(*baris)
        for baris in CakupanDelegasi.objects.filter(
            Q(delegasi__sampai__isnull=True) | Q(delegasi__sampai__gte=sejak),
            delegasi__instansi_id=instansi_id,
        ).values_list(
            "penerima_id",
            "unit_id",
            "delegasi__nomor_surat",
            "delegasi__sejak",
            "delegasi__sampai",
        )
    ]
    penilai_mungkin = {t.pegawai_id for t in daftar_tugas if t.memimpin}
    penilai_mungkin |= {d.penerima_id for d in daftar_delegasi}
    khusus = {t.khusus_id for t in daftar_tugas if t.khusus_id}
    pegawai = _pegawai(instansi_id, penilai_mungkin | khusus)
    luar = [p.id for p in pegawai.values() if p.instansi_id != instansi_id]
    penilai_luar: dict[int, int] = {}
    if luar:
        penilai_luar = dict(
            HubunganPenilai.objects.filter(
                masih, penugasan__pegawai_id__in=luar, penilai__isnull=False
            )
            .order_by("sejak")
            .values_list("penugasan__pegawai_id", "penilai_id")
        )
        pegawai |= _pegawai(instansi_id, set(penilai_luar.values()))
    return Fakta(
        instansi_id=instansi_id,
        jenis_instansi=jenis,
        unit=_unit(instansi_id),
        daftar_tugas=daftar_tugas,
        pegawai=pegawai,
        daftar_delegasi=daftar_delegasi,
        daftar_kebijakan=[
            (hari, bool(isi))
            for hari, isi in KebijakanInstansi.objects.filter(
                instansi_id=instansi_id, kunci=KUNCI_DELEGASI
            )
            .order_by("sejak")
            .values_list("sejak", "nilai")
        ],
        penilai_luar=penilai_luar,
    )


def _unit(instansi_id: int) -> dict[int, FaktaUnit]:
    ruas: dict[int, list[Ruas]] = {}
    for unit_id, sejak, sampai, induk_id in (
        RiwayatInduk.objects.filter(unit__instansi_id=instansi_id)
        .order_by("sejak")
        .values_list("unit_id", "sejak", "sampai", "induk_id")
    ):
        ruas.setdefault(unit_id, []).append((sejak, sampai, induk_id))
    return {
        pk: FaktaUnit(pk, nama, tuple(ruas.get(pk) or [(sejak, None, induk_id)]))
        for pk, nama, induk_id, sejak in UnitKerja.objects.filter(
            instansi_id=instansi_id
        ).values_list("id", "nama", "induk_id", "sejak")
    }


def _pegawai(instansi_id: int, daftar_id: Collection[int]) -> dict[int, FaktaPegawai]:
    # A large instansi has thousands of heads: asking for all of its people would read too much,
    # a long IN list would pass the parameter limit of the database, so it goes by pieces.
    nomor = sorted(daftar_id)
    hasil: dict[int, FaktaPegawai] = {}
    for awal in range(0, len(nomor), 10_000):
        for pegawai in Pegawai.objects.filter(pk__in=nomor[awal : awal + 10_000]).only(
            "id", "nama", "gelar_depan", "gelar_belakang", "kedudukan_hukum", "instansi_id"
        ):
            hasil[pegawai.pk] = FaktaPegawai(
                pegawai.pk,
                pegawai.nama_lengkap,
                aktif_menjabat(pegawai.kedudukan_hukum),
                pegawai.kedudukan_hukum,
                pegawai.instansi_id,
            )
    return hasil


def aktif_menjabat(kedudukan: str) -> bool:
    """Whether someone in this kedudukan hukum works, so can rate: the same who must make an SKP."""
    try:
        return KEDUDUKAN_HUKUM.terakhir.nilai[KedudukanHukum(kedudukan)].wajib_skp
    except (ValueError, KeyError):
        return True
