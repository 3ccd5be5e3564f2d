"""Proposals one may read, and the evidence they stand on; mentoring pairs."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.evaluasi.models import PilihanPredikat
from tera.evaluasi.selectors.hasil import tahunan_per_orang
from tera.organisasi.models import Pegawai
from tera.organisasi.permissions import cakupan_petugas
from tera.pelaksanaan.models import CapaianPegawai, StatusLaporan
from tera.tindak_lanjut.models import (
    KegiatanPengembangan,
    Nominasi,
    Pendampingan,
    TemuPendampingan,
    UsulTugas,
)
from tera.tindak_lanjut.permissions.pengembangan import BACA
from tera.tindak_lanjut.selectors.pengembangan.rencana import orang_dinilai

#: So many achievements, and so many rows of the plan, are offered as evidence at the most.
BUKTI_TERBANYAK = 20
_ORANG = ("pegawai", "pengusul", "pemutus", "unit", "instansi")


def _syarat(aktor: Aktor, pada: dt.date) -> Q:
    """The person, the proposer, who rates or supervises, and officers of the unit."""
    saya = aktor.pegawai_id or 0
    return (
        Q(pegawai_id=saya)
        | Q(pengusul_id=saya)
        | Q(pegawai_id__in=orang_dinilai(aktor=aktor, pada=pada))
        | (
            Q(instansi_id=aktor.instansi_id)
            & cakupan_petugas(aktor=aktor, pada=pada, peran=BACA, kolom="unit__path")
        )
    )


def nominasi_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[Nominasi]:
    """Return the nominations the aktor may open, open ones first."""
    if aktor.pegawai_id is None:
        return Nominasi.objects.none()
    return (
        Nominasi.objects.filter(_syarat(aktor, pada))
        .select_related(*_ORANG, "sesi__pelatihan", "kegiatan")
        .order_by("-diusulkan_pada", "-pk")
    )


def usul_tugas_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[UsulTugas]:
    """Return the proposals of challenging work the aktor may open, newest first."""
    if aktor.pegawai_id is None:
        return UsulTugas.objects.none()
    return (
        UsulTugas.objects.filter(_syarat(aktor, pada))
        .select_related(*_ORANG, "tim", "penugasan")
        .order_by("-diusulkan_pada", "-pk")
    )


def pendampingan_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[Pendampingan]:
    """Return the pairs the aktor is in, proposed, or whose person the aktor rates."""
    saya = aktor.pegawai_id
    if saya is None:
        return Pendampingan.objects.none()
    return (
        Pendampingan.objects.filter(
            Q(pegawai_id=saya)
            | Q(pembimbing_id=saya)
            | Q(pengusul_id=saya)
            | Q(pegawai_id__in=orang_dinilai(aktor=aktor, pada=pada, atasan=False))
        )
        .select_related("pegawai", "pembimbing", "pengusul", "instansi", "kegiatan")
        .order_by("-mulai", "-pk")
    )


def pasangan_kegiatan(*, kegiatan: KegiatanPengembangan) -> Pendampingan | None:
    """Return the newest pair asked for a row of the plan: one query."""
    return (
        Pendampingan.objects.filter(kegiatan=kegiatan)
        .select_related("pembimbing")
        .order_by("-pk")
        .first()
    )


def daftar_temu(*, pasangan: Pendampingan) -> list[TemuPendampingan]:
    """Return the meetings of a pair, newest first: days and states, not what was said."""
    return list(
        TemuPendampingan.objects.filter(pendampingan=pasangan)
        .select_related("pertemuan")
        .order_by("-pertemuan__tanggal", "-pk")
    )


def bukti_orang(*, pegawai: Pegawai, pada: dt.date) -> list[dict[str, Any]]:
    """Return what a proposal can stand on today, in words with its key: four queries.

    Final results of three years, verified achievements, agreed rows of the plan. The words are
    kept with the proposal as they are now, in Indonesian.
    """
    tahunan = tahunan_per_orang(
        instansi_id=pegawai.instansi_id,
        dari_tahun=pada.year - 3,
        sampai_tahun=pada.year,
        pegawai=[pegawai.pk],
    ).get(pegawai.pk, {})
    bukti: list[dict[str, Any]] = [
        {
            "jenis": "hasil",
            "pk": satu.evaluasi_id,
            "teks": _("Predikat %(tahun)s: %(predikat)s")
            % {"tahun": tahun, "predikat": PilihanPredikat(satu.predikat).label},
            "pada": akhir_bulan(tahun, satu.bulan_selesai).isoformat(),
        }
        for tahun, satu in sorted(tahunan.items(), reverse=True)
    ]
    bukti += [
        {"jenis": "capaian", "pk": satu.pk, "teks": satu.judul, "pada": satu.tanggal.isoformat()}
        for satu in CapaianPegawai.objects.filter(
            pegawai=pegawai, status=StatusLaporan.DIVERIFIKASI
        ).order_by("-tanggal", "pk")[:BUKTI_TERBANYAK]
    ]
    bukti += [
        {
            "jenis": "kegiatan",
            "pk": satu.pk,
            "teks": f"{satu.kegiatan} ({satu.get_status_display().lower()})",
            "pada": satu.target_pada.isoformat(),
        }
        for satu in KegiatanPengembangan.objects.filter(
            rencana__pegawai=pegawai, disetujui_pada__isnull=False
        )
        .exclude(status=KegiatanPengembangan.Status.DIBATALKAN)
        .order_by("-target_pada", "pk")[:BUKTI_TERBANYAK]
    ]
    return bukti


def kunci_bukti(butir: dict[str, Any]) -> str:
    """Return the key of one piece of evidence: by what it is chosen (a result of before Tera has
    no number, its last day stands for it).
    """
    return f"{butir['jenis']}:{butir['pk'] or butir['pada']}"


def akhir_bulan(tahun: int, bulan: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(tahun + bulan // 12, bulan % 12 + 1, 1) - dt.timedelta(days=1)
