""" "Penilai saya salah": one's own reports, the officers' queue, and each step taken."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.models import RiwayatStatus
from tera.organisasi.models import LaporanPenilai, Penugasan
from tera.organisasi.selectors.orang import PERAN_PEMBACA
from tera.organisasi.selectors.penilai import HasilPenilai, berlaku_pada, penilai_pada
from tera.organisasi.selectors.petugas import cakupan_petugas, daftar_petugas
from tera.regulasi.alur import Langkah

KELOLA = frozenset({"pengelola", "admin"})
TERBUKA = (LaporanPenilai.Status.DILAPORKAN, LaporanPenilai.Status.DIPROSES)


@dataclass(frozen=True, slots=True)
class PenugasanSaya:
    """One of the aktor's assignments with who is recorded as its rater, and an open report."""

    penugasan: Penugasan
    penilai: HasilPenilai
    laporan: LaporanPenilai | None


@dataclass(frozen=True, slots=True)
class RincianLaporan:
    """One report as its page shows it: the recorded rater today, its steps, what may be done."""

    laporan: LaporanPenilai
    penilai_kini: HasilPenilai
    daftar_riwayat: tuple[RiwayatStatus, ...]
    daftar_aksi: tuple[Langkah, ...]


def laporan_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[LaporanPenilai]:
    """Return the reports the aktor made, and as an officer those of one's units, newest first."""
    return _dasar(aktor).filter(
        Q(pegawai_id=aktor.pegawai_id)
        | cakupan_petugas(
            aktor=aktor,
            pada=pada,
            peran=PERAN_PEMBACA,
            kolom="penugasan__unit__path",
        )
    )


def laporan_saya(*, aktor: Aktor) -> QuerySet[LaporanPenilai]:
    """Return the aktor's own reports, newest first."""
    return _dasar(aktor).filter(pegawai_id=aktor.pegawai_id or 0)


def antrean_laporan(
    *, aktor: Aktor, pada: dt.date, terbuka: bool = True
) -> QuerySet[LaporanPenilai]:
    """Return the reports an officer must work on: oldest open first, or the closed ones."""
    daftar = _dasar(aktor).filter(
        cakupan_petugas(aktor=aktor, pada=pada, peran=KELOLA, kolom="penugasan__unit__path")
    )
    if terbuka:
        return daftar.filter(status__in=TERBUKA).order_by("dibuat_at", "id")
    return daftar.exclude(status__in=TERBUKA)


def penugasan_saya(*, aktor: Aktor, pada: dt.date) -> list[PenugasanSaya]:
    """Return the aktor's assignments on ``pada``, each with its recorded rater."""
    if aktor.pegawai_id is None:
        return []
    terbuka = {
        satu.penugasan_id: satu for satu in laporan_saya(aktor=aktor).filter(status__in=TERBUKA)
    }
    daftar = Penugasan.objects.filter(
        berlaku_pada(pada), instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id
    ).select_related("pegawai", "jabatan", "unit", "instansi")
    return [
        PenugasanSaya(satu, penilai_pada(penugasan=satu, pada=pada), terbuka.get(satu.pk))
        for satu in daftar.order_by("jenis", "-sejak")
    ]


def daftar_peran_laporan(*, aktor: Aktor, laporan: LaporanPenilai, pada: dt.date) -> frozenset[str]:
    """Return the aktor's parts towards a report; an officer's own report is for another officer."""
    if aktor.pegawai_id == laporan.pegawai_id:
        return frozenset({"pegawai"})
    if aktor.adalah_sistem:
        return frozenset({"sistem"})
    path = laporan.penugasan.unit.path
    return frozenset(
        kata
        for kata, awalan in daftar_petugas(aktor=aktor, pada=pada)
        if kata in KELOLA and path.startswith(awalan)
    )


def rincian_laporan(*, aktor: Aktor, laporan: LaporanPenilai, pada: dt.date) -> RincianLaporan:
    """Return one report with its steps and the acts open to the aktor."""
    return RincianLaporan(
        laporan,
        penilai_pada(penugasan=laporan.penugasan, pada=pada),
        tuple(workflow.riwayat(jenis="laporan_penilai", objek_id=laporan.pk)),
        tuple(
            workflow.aksi_tersedia(
                jenis="laporan_penilai",
                status=laporan.status,
                daftar_peran=daftar_peran_laporan(aktor=aktor, laporan=laporan, pada=pada),
            )
        ),
    )


def _dasar(aktor: Aktor) -> QuerySet[LaporanPenilai]:
    return (
        LaporanPenilai.objects.filter(instansi_id=aktor.instansi_id)
        .select_related(
            "pegawai",
            "penugasan__unit",
            "penugasan__jabatan",
            "penugasan__pegawai",
            "penugasan__instansi",
            "penilai_tercatat",
            "penilai_seharusnya",
        )
        .order_by("-dibuat_at", "-id")
    )
