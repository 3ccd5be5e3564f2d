"""How a person's work stands in a list: counts, no rows."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from tera.organisasi.models import Periode
from tera.pelaksanaan.models import Realisasi, StatusLaporan


@dataclass(frozen=True, slots=True)
class RingkasanKerja:
    """One person's standing in a list: how much is reported, verified, reached and returned."""

    dilaporkan: int
    diverifikasi: int
    dikembalikan: int
    tercapai: int


KOSONG = RingkasanKerja(0, 0, 0, 0)


def ringkasan_kerja(
    *, daftar_penugasan: Collection[int], periode: Periode
) -> dict[int, RingkasanKerja]:
    """Return the standing per assignment in exactly this period: one query."""
    return {
        satu["penugasan_id"]: RingkasanKerja(
            satu["dilaporkan"], satu["diverifikasi"], satu["dikembalikan"], satu["tercapai"]
        )
        for satu in Realisasi.objects.filter(penugasan__in=daftar_penugasan, periode=periode)
        .values("penugasan_id")
        .annotate(
            dilaporkan=Count("id", filter=Q(status=StatusLaporan.DILAPORKAN)),
            diverifikasi=Count("id", filter=Q(status=StatusLaporan.DIVERIFIKASI)),
            dikembalikan=Count("id", filter=Q(status=StatusLaporan.DIKEMBALIKAN)),
            tercapai=Count("id", filter=Q(target_tercapai=True)),
        )
    }
