"""Whether the policy that asks raters for a certificate can be met in this instansi."""

import datetime as dt
from dataclasses import dataclass

from tera.bimtek.selectors.latihan import AHLI_MINIMUM
from tera.bimtek.selectors.panel import KeadaanPanel, ahli_instansi, keadaan_panel
from tera.core.aktor import Aktor
from tera.organisasi import kebijakan

WAJIB = "bimtek.wajib_sebelum_menilai"


@dataclass(frozen=True, slots=True)
class KesiapanWajib:
    """What the panel has against what a certificate that gives the right to rate asks for.

    Attributes:
        ahli: experts named now. berkunci: cases with enough experts. perlu: cases of one practice.
    """

    ahli: int
    berkunci: int
    perlu: int

    @property
    def siap(self) -> bool:
        """Whether a practice of the panel's cases alone can be drawn."""
        return self.berkunci >= self.perlu

    @property
    def kurang_ahli(self) -> int:
        """How many experts are missing before any case can be keyed."""
        return max(0, AHLI_MINIMUM - self.ahli)


def kesiapan_wajib(
    *, aktor: Aktor, pada: dt.date, keadaan: KeadaanPanel | None = None
) -> KesiapanWajib:
    """Return how far the panel is from what the policy needs: 5 queries, 2 with ``keadaan``."""
    return KesiapanWajib(
        ahli=ahli_instansi(aktor=aktor).count(),
        berkunci=(keadaan or keadaan_panel(aktor=aktor)).berkunci,
        perlu=int(
            kebijakan.nilai(instansi_id=aktor.instansi_id, kunci="bimtek.jumlah_kasus", pada=pada)
        ),
    )
