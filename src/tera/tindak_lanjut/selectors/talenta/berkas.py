"""One person's talent file: boxes, results, assessments; and the longer record beside it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.selectors.hasil import HasilPredikat, tahunan_per_orang
from tera.organisasi import kebijakan
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.models import CapaianPegawai
from tera.tindak_lanjut.models import (
    AnggotaSuksesi,
    KelompokSuksesi,
    KoreksiFakta,
    KotakTalenta,
    PembacaanTalenta,
    PenilaianPotensi,
    PetaTalenta,
    UsulKarier,
)
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan

TAHUN_HASIL = 5
KUNCI_TAMPIL = "talenta.tampil_kotak"


@dataclass(frozen=True, slots=True)
class BerkasTalenta:
    """What is shown of one person.

    Attributes:
        kotak: rows of matrices, newest year first; for oneself only those that are set.
        hasil: yearly results, newest first.
        potensi: assessments, newest first; empty for who may not read scores.
        tampil_kotak: whether the number of the box is shown.
    """

    kotak: tuple[KotakTalenta, ...]
    hasil: tuple[HasilPredikat, ...]
    potensi: tuple[PenilaianPotensi, ...]
    tampil_kotak: bool = True

    @property
    def terbaru(self) -> KotakTalenta | None:
        """The newest row of a matrix."""
        return self.kotak[0] if self.kotak else None


def berkas_saya(*, aktor: Aktor, pada: dt.date) -> BerkasTalenta:
    """Return the aktor's own file: four queries."""
    saya = aktor.pegawai_id or 0
    kotak = tuple(
        KotakTalenta.objects.filter(
            pegawai_id=saya,
            peta__instansi_id=aktor.instansi_id,
            peta__status=PetaTalenta.Status.DITETAPKAN,
        )
        .select_related("peta")
        # With the row, so that the page asks no question of its own.
        .annotate(
            tampil=kebijakan.kolom_nilai(
                instansi_id=aktor.instansi_id, kunci=KUNCI_TAMPIL, pada=pada
            )
        )
        .order_by("-peta__tahun")
    )
    tampil = kebijakan.dari_kolom(KUNCI_TAMPIL, kotak[0].tampil if kotak else None)
    return BerkasTalenta(kotak, _hasil(aktor, saya, pada), _potensi(aktor, saya), tampil == "kotak")


def tugas_terlihat(
    *, aktor: Aktor, jangkauan: Jangkauan, pegawai_id: int, pada: dt.date
) -> Penugasan | None:
    """Return the post a person holds if it lies in what the aktor reads, else None."""
    daftar = list(
        Penugasan.objects.filter(
            berlaku_pada(pada), instansi_id=aktor.instansi_id, pegawai_id=pegawai_id
        )
        .select_related("pegawai", "jabatan", "unit")
        .order_by("-sejak")
    )
    daftar.sort(key=lambda tugas: tugas.jenis != "definitif")
    for tugas in daftar:
        if jangkauan.membaca(tugas.unit.path) or any(
            tugas.unit.path.startswith(path) for path in jangkauan.dipimpin
        ):
            return tugas
    return None


def berkas_orang(*, aktor: Aktor, pegawai_id: int, nilai: bool, pada: dt.date) -> BerkasTalenta:
    """Return the file of a person one reads; scores only with ``nilai``.

    Whoever calls has asked ``tugas_terlihat`` and writes the reading down.
    """
    kotak = KotakTalenta.objects.filter(pegawai_id=pegawai_id, peta__instansi_id=aktor.instansi_id)
    if not nilai:
        kotak = kotak.filter(peta__status=PetaTalenta.Status.DITETAPKAN)
    return BerkasTalenta(
        tuple(kotak.select_related("peta").order_by("-peta__tahun")),
        _hasil(aktor, pegawai_id, pada),
        _potensi(aktor, pegawai_id) if nilai else (),
    )


def _hasil(aktor: Aktor, pegawai_id: int, pada: dt.date) -> tuple[HasilPredikat, ...]:
    per = tahunan_per_orang(
        instansi_id=aktor.instansi_id,
        dari_tahun=pada.year - TAHUN_HASIL,
        sampai_tahun=pada.year,
        pegawai=[pegawai_id],
    ).get(pegawai_id, {})
    return tuple(per[tahun] for tahun in sorted(per, reverse=True))


def _potensi(aktor: Aktor, pegawai_id: int) -> tuple[PenilaianPotensi, ...]:
    return tuple(
        PenilaianPotensi.objects.filter(
            instansi_id=aktor.instansi_id, pegawai_id=pegawai_id
        ).order_by("-tanggal")[:10]
    )


def pembacaan(*, aktor: Aktor, pegawai_id: int) -> QuerySet[PembacaanTalenta]:
    """Return who read the file, newest first."""
    return (
        PembacaanTalenta.objects.filter(instansi_id=aktor.instansi_id, pegawai_id=pegawai_id)
        .defer("rekaman")
        .order_by("-dibaca_at", "-pk")
    )


def suksesi_orang(*, aktor: Aktor, pegawai_id: int) -> list[AnggotaSuksesi]:
    """Return the groups, set, in which a person stands today."""
    return list(
        AnggotaSuksesi.objects.filter(
            kelompok__instansi_id=aktor.instansi_id,
            kelompok__status=KelompokSuksesi.Status.DITETAPKAN,
            pegawai_id=pegawai_id,
            sampai__isnull=True,
        )
        .select_related("kelompok__unit")
        .order_by("kelompok__jabatan_target")
    )


def usul_orang(*, aktor: Aktor, pegawai_id: int) -> list[UsulKarier]:
    """Return the files of promotion and mutation about a person that left their proposer."""
    return list(
        UsulKarier.objects.filter(instansi_id=aktor.instansi_id, pegawai_id=pegawai_id)
        .filter(~Q(status=UsulKarier.Status.DISUSUN) | Q(pengusul_id=aktor.pegawai_id or 0))
        .select_related("unit_target")
        .order_by("-dibuat_pada", "-pk")[:20]
    )


def koreksi_orang(*, aktor: Aktor, pegawai_id: int) -> list[KoreksiFakta]:
    """Return the corrections a person asked for, newest first."""
    return list(
        KoreksiFakta.objects.filter(instansi_id=aktor.instansi_id, pegawai_id=pegawai_id).order_by(
            "-pk"
        )[:20]
    )


def penugasan_orang(*, aktor: Aktor, pegawai_id: int) -> list[Penugasan]:
    """Return every post a person held here, newest first."""
    return list(
        Penugasan.objects.filter(instansi_id=aktor.instansi_id, pegawai_id=pegawai_id)
        .select_related("jabatan", "unit")
        .order_by("-sejak", "-pk")
    )


def capaian_orang(*, aktor: Aktor, pegawai_id: int) -> list[CapaianPegawai]:
    """Return the verified achievements of a person, newest first."""
    return list(
        CapaianPegawai.objects.filter(
            instansi_id=aktor.instansi_id, pegawai_id=pegawai_id, status="diverifikasi"
        ).order_by("-tanggal", "-pk")[:30]
    )


def koreksi_terlihat(*, aktor: Aktor, jangkauan: Jangkauan) -> QuerySet[KoreksiFakta]:
    """Return one's own corrections, and those asked in units one reads as an officer."""
    return (
        KoreksiFakta.objects.filter(
            Q(pegawai_id=aktor.pegawai_id or 0) | jangkauan.q("unit__path", pimpinan=False),
            instansi_id=aktor.instansi_id,
        )
        .select_related("pegawai", "unit", "berkas")
        .order_by("-pk")
    )
