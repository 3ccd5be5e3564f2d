"""The five questions: when they are open, whether one answered, what may be shown; and how many

people had a meeting, per unit, never fewer than k together.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.dialog.models import (
    HasilProses,
    KeikutsertaanProses,
    Pertemuan,
    TanggapanInstansi,
)
from tera.dialog.permissions import PEMANTAU
from tera.dialog.proses import SimpulUnit, Tampil, gulung, jendela
from tera.organisasi import kebijakan
from tera.organisasi.models import (
    JenisPeriode,
    KebijakanInstansi,
    Penugasan,
    Periode,
    UnitKerja,
)
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas

KUNCI_HARI = "dialog.hari_lima_pertanyaan"


@dataclass(frozen=True, slots=True)
class MasaProses:
    """First and last day on which a period's questions are open, seen from a day."""

    mulai: dt.date
    selesai: dt.date
    pada: dt.date

    @property
    def terbuka(self) -> bool:
        """Whether answers are taken."""
        return self.mulai <= self.pada <= self.selesai

    @property
    def tutup(self) -> bool:
        """Whether the window is over."""
        return self.pada > self.selesai


def masa_proses(*, periode: Periode, pada: dt.date, hari: int | None = None) -> MasaProses:
    """Return the window of a period; ``hari`` when the policy is known already."""
    if hari is None:
        # The policy of the last day: an open window isn't moved under those who answer.
        hari = int(
            kebijakan.nilai(
                instansi_id=periode.instansi_id,
                kunci=KUNCI_HARI,
                pada=periode.selesai,
            )
        )
    awal, akhir = jendela(selesai=periode.selesai, batas=periode.batas_evaluasi, hari=hari)
    return MasaProses(awal, akhir, pada)


def masa_banyak(*, daftar: Sequence[Periode], pada: dt.date) -> dict[int, MasaProses]:
    """Return the windows of periods of one instansi: one query whatever their number."""
    if not daftar:
        return {}
    tersimpan = list(
        KebijakanInstansi.objects.filter(instansi_id=daftar[0].instansi_id, kunci=KUNCI_HARI)
        .order_by("sejak")
        .values_list("sejak", "nilai")
    )
    hasil = {}
    for periode in daftar:
        berlaku = [n for sejak, n in tersimpan if sejak <= periode.selesai]
        hari = kebijakan.dari_kolom(KUNCI_HARI, berlaku[-1] if berlaku else None)
        hasil[periode.pk] = masa_proses(periode=periode, pada=pada, hari=int(hari))
    return hasil


def periode_proses(*, aktor: Aktor) -> QuerySet[Periode]:
    """Return the years of the aktor's instansi, newest first: the questions are asked yearly."""
    return Periode.objects.filter(
        instansi_id=aktor.instansi_id, jenis=JenisPeriode.TAHUNAN
    ).order_by("-tahun")


def sudah_menjawab(*, aktor: Aktor) -> set[int]:
    """Return the ids of the periods in which the aktor has answered: that, never what."""
    return set(
        KeikutsertaanProses.objects.filter(pegawai_id=aktor.pegawai_id or 0).values_list(
            "periode_id", flat=True
        )
    )


def hasil_proses(*, aktor: Aktor, periode: Periode) -> QuerySet[HasilProses]:
    """Return the frozen results of the aktor's instansi in tree order; everybody may read them."""
    return HasilProses.objects.filter(instansi_id=aktor.instansi_id, periode=periode).order_by(
        "path"
    )


def tanggapan(*, aktor: Aktor, periode: Periode) -> list[TanggapanInstansi]:
    """Return what the instansi answered, newest first."""
    return list(
        TanggapanInstansi.objects.filter(instansi_id=aktor.instansi_id, periode=periode).order_by(
            "-pk"
        )[:20]
    )


def berpertemuan(
    *, aktor: Aktor, periode: Periode, pada: dt.date
) -> list[tuple[UnitKerja, Tampil]]:
    """Return per unit how many people there are and how many had a meeting in the period.

    Three queries. Only units in which the aktor is an officer; the rule of blocks is that of the
    five questions, so nobody can tell about fewer than k people.
    """
    hari = min(pada, periode.selesai)
    unit = list(
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id)
        .filter(cakupan_petugas(aktor=aktor, pada=pada, peran=PEMANTAU))
        .order_by("path")
    )
    bertemu = Pertemuan.objects.filter(
        status=Pertemuan.Status.SELESAI,
        dilaksanakan_pada__gte=periode.mulai,
        dilaksanakan_pada__lte=periode.selesai,
        instansi_id=aktor.instansi_id,
    )
    hitung = {
        unit_id: (n, m)
        for unit_id, n, m in Penugasan.objects.filter(
            berlaku_pada(hari), instansi_id=aktor.instansi_id
        )
        .order_by()
        .values("unit_id")
        .annotate(
            n=Count("pegawai_id", distinct=True),
            m=Count(
                "pegawai_id",
                distinct=True,
                filter=Q(pegawai_id__in=bertemu.values("pegawai_id")),
            ),
        )
        .values_list("unit_id", "n", "m")
    }
    tampil = gulung(
        [
            SimpulUnit(
                satu.pk,
                satu.induk_id,
                hitung.get(satu.pk, (0, 0))[0],
                {"bertemu": {"ya": hitung.get(satu.pk, (0, 0))[1]}},
            )
            for satu in unit
        ]
    )
    per_unit = {satu.unit_id: satu for satu in tampil}
    return [(satu, per_unit[satu.pk]) for satu in unit if satu.pk in per_unit]
