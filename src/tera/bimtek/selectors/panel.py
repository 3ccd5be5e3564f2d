"""The panel as its pengelola sees it: who the experts are, how far, how well cases agree."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tera.bimtek.isi import Kasus
from tera.bimtek.models import AhliPanel, JenisSesi, PenilaianKasus
from tera.bimtek.selectors.isi import kasus_instansi
from tera.bimtek.selectors.latihan import AHLI_MINIMUM, kesepakatan_panel
from tera.core.aktor import Aktor


def ahli_instansi(*, aktor: Aktor) -> QuerySet[AhliPanel]:
    """Return the experts that are named now, by name."""
    return (
        AhliPanel.objects.filter(instansi_id=aktor.instansi_id, sampai__isnull=True)
        .select_related("pegawai")
        .order_by("pegawai__nama", "pk")
    )


@dataclass(frozen=True, slots=True)
class KeadaanPanel:
    """How far the panel is.

    Attributes:
        per_kasus: (case, experts who finished rating it), by code.
        berkunci: cases with enough experts. kesepakatan: alpha over those, or None.
    """

    per_kasus: tuple[tuple[Kasus, int], ...]
    berkunci: int
    kesepakatan: float | None


def keadaan_panel(*, aktor: Aktor) -> KeadaanPanel:
    """Return how many experts finished each case, never what anyone said: three queries."""
    jumlah = {
        (kode, versi): n
        for kode, versi, n in PenilaianKasus.objects.filter(
            ~Q(tingkat=[]),
            sesi__instansi_id=aktor.instansi_id,
            sesi__jenis=JenisSesi.PANEL,
            sesi__selesai_pada__isnull=False,
        )
        .order_by()
        .values_list("kasus", "versi")
        .annotate(n=Count("sesi__pegawai_id", distinct=True))
    }
    per_kasus = tuple(
        (satu, jumlah.get((satu.kode, satu.versi), 0))
        for satu in kasus_instansi(instansi_id=aktor.instansi_id).values()
    )
    cukup = [satu for satu, n in per_kasus if n >= AHLI_MINIMUM]
    return KeadaanPanel(
        per_kasus=per_kasus,
        berkunci=len(cukup),
        kesepakatan=kesepakatan_panel(instansi_id=aktor.instansi_id, kasus=cukup),
    )
