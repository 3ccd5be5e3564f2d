"""Sessions of rating written cases: one's own, the panel's keys, what a session shows."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tera.bimtek.isi import KODE_NILAI, Kasus
from tera.bimtek.models import AhliPanel, JenisSesi, PenilaianKasus, SesiLatihan
from tera.core.aktor import Aktor
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.stats.agreement import krippendorff
from tera.stats.training import Training, assess, panel_key

#: Named experts who must have rated a case blind before their key takes the place of the author's.
AHLI_MINIMUM = 5


def sesi_saya(*, aktor: Aktor) -> QuerySet[SesiLatihan]:
    """Return the aktor's own sessions, newest first; nobody else's exist for anybody."""
    return (
        SesiLatihan.objects.filter(pegawai_id=aktor.pegawai_id or 0, instansi_id=aktor.instansi_id)
        .annotate(
            jumlah=Count("daftar_kasus"),
            dinilai=Count("daftar_kasus", filter=~Q(daftar_kasus__tingkat=[])),
        )
        .order_by("-pk")
    )


def sudah_dilihat(*, pegawai_id: int, jenis: JenisSesi) -> set[str]:
    """Return the codes of the cases of all sessions of this kind: one query."""
    return set(
        PenilaianKasus.objects.filter(sesi__pegawai_id=pegawai_id, sesi__jenis=jenis).values_list(
            "kasus", flat=True
        )
    )


@dataclass(frozen=True, slots=True)
class KunciPanel:
    """The key of a case by the experts of the instansi.

    Attributes:
        tingkat: seven levels in the order of ``KODE_NILAI``.
        penilaian: the experts' own, one row each, without names.
    """

    tingkat: tuple[int, ...]
    penilaian: tuple[tuple[int, ...], ...]


def kunci_panel(*, instansi_id: int, kasus: Iterable[Kasus]) -> dict[str, KunciPanel]:
    """Return the panel's key of each case that enough experts finished rating: one query."""
    versi = {satu.kode: satu.versi for satu in kasus}
    per_kasus: dict[str, dict[int, tuple[int, ...]]] = {}
    for kode, nomor, pegawai, tingkat in (
        PenilaianKasus.objects.filter(
            sesi__instansi_id=instansi_id,
            sesi__jenis=JenisSesi.PANEL,
            sesi__selesai_pada__isnull=False,
            kasus__in=versi,
        )
        .order_by("pk")
        .values_list("kasus", "versi", "sesi__pegawai_id", "tingkat")
    ):
        if versi[kode] == nomor and len(tingkat) == len(KODE_NILAI):
            per_kasus.setdefault(kode, {})[pegawai] = tuple(tingkat)
    return {
        kode: KunciPanel(
            tuple(int(satu) for satu in panel_key(list(penilaian.values()))),
            tuple(penilaian.values()),
        )
        for kode, penilaian in per_kasus.items()
        if len(penilaian) >= AHLI_MINIMUM
    }


def kunci_penyusun(kasus: Kasus) -> list[int]:
    """Return the author's key as seven levels."""
    return [satu.angka for satu in kasus.kunci]


def hitung(*, sesi: SesiLatihan, penilaian: Iterable[PenilaianKasus]) -> Training:
    """Return what a finished session shows against the key it keeps."""
    kunci: Mapping[str, list[int]] = sesi.hasil["kunci"]
    daftar = list(penilaian)
    return assess([satu.tingkat for satu in daftar], [kunci[satu.kasus] for satu in daftar])


def adalah_ahli(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor is a named expert of the panel on that day: one query."""
    return AhliPanel.objects.filter(
        berlaku_pada(pada), pegawai_id=aktor.pegawai_id or 0, instansi_id=aktor.instansi_id
    ).exists()


def kesepakatan_panel(*, instansi_id: int, kasus: Iterable[Kasus]) -> float | None:
    """Return how well the experts agree on these cases: Krippendorff's alpha for ordered levels.

    One query. Rounded to two decimals; None where there is nothing to compare.
    """
    kolom: list[list[int]] = []
    for satu in kunci_panel(instansi_id=instansi_id, kasus=kasus).values():
        kolom += [list(nilai) for nilai in zip(*satu.penilaian, strict=True)]
    if not kolom:
        return None
    ahli = max(len(satu) for satu in kolom)
    # One row per expert of a case; who is who across cases doesn't matter to alpha.
    baris = [[satu[n] if n < len(satu) else -1 for satu in kolom] for n in range(ahli)]
    alpha = krippendorff(baris, "ordinal")
    return None if math.isnan(alpha) else round(alpha, 2)
