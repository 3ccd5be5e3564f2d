"""What is missing before raters can be asked for a certificate, in words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tera.bimtek.permissions import mengelola_panel
from tera.bimtek.selectors.latihan import AHLI_MINIMUM
from tera.bimtek.selectors.wajib import KesiapanWajib, kesiapan_wajib
from tera.core.aktor import Aktor
from tera.organisasi.kebijakan_catatan import CatatanKebijakan


def kata_kurang(siap: KesiapanWajib) -> str:
    """Say what the panel still lacks."""
    isi = {
        "berkunci": siap.berkunci,
        "perlu": siap.perlu,
        "ahli": siap.ahli,
        "kurang": siap.kurang_ahli,
        "minimum": AHLI_MINIMUM,
    }
    if siap.kurang_ahli:
        return (
            _(
                "Belum ada sertifikat yang memberi hak menilai: panel baru punya %(ahli)s dari "
                "%(minimum)s ahli, dan %(berkunci)s dari %(perlu)s kasus yang perlu berkunci. "
                "Tunjuk %(kurang)s ahli lagi."
            )
            % isi
        )
    return (
        _(
            "Belum ada sertifikat yang memberi hak menilai: %(berkunci)s dari %(perlu)s kasus yang "
            "perlu sudah dinilai %(minimum)s ahli. Minta para ahli menilai kasus berikutnya."
        )
        % isi
    )


def catatan_wajib(aktor: Aktor) -> CatatanKebijakan | None:
    """What stands beside the policy while the panel isn't ready; None once it is."""
    pada = aktor.hari_ini
    siap = kesiapan_wajib(aktor=aktor, pada=pada)
    if siap.siap:
        return None
    if not mengelola_panel(aktor=aktor, pada=pada):
        return CatatanKebijakan(kata_kurang(siap))
    return CatatanKebijakan(kata_kurang(siap), _("Buka panel ahli"), reverse("bimtek:panel_kelola"))
