"""Naming the experts of the panel and letting them go."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.bimtek.models import AhliPanel
from tera.bimtek.permissions import mengelola_panel
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import Pegawai


@transaction.atomic
def tunjuk_ahli(*, aktor: Aktor, nip: str, keahlian: str, pada: dt.date) -> AhliPanel:
    """Name an expert by NIP, with what makes them one.

    Raises: TidakBerwenangError; MasukanSalahError: no such employee, named already, no reason.
    """
    _wajib_pengelola(aktor, pada)
    orang = Pegawai.objects.filter(instansi_id=aktor.instansi_id, nip=nip.strip()).first()
    if orang is None:
        raise MasukanSalahError(
            _("Ahli belum ditunjuk."),
            per_bidang={
                "nip": [_("Tidak ada pegawai dengan NIP itu di instansi Anda. Periksa angkanya.")]
            },
        )
    if not keahlian.strip():
        raise MasukanSalahError(
            _("Ahli belum ditunjuk."),
            per_bidang={"keahlian": [_("Tulis mengapa ia ahli, misalnya pengalaman menilainya.")]},
        )
    try:
        with transaction.atomic():
            ahli = AhliPanel.objects.create(
                instansi_id=aktor.instansi_id,
                pegawai=orang,
                keahlian=keahlian.strip(),
                sejak=pada,
                nama_penunjuk=aktor.nama,
            )
    except IntegrityError as galat:
        raise MasukanSalahError(
            _("Ahli belum ditunjuk."),
            per_bidang={"nip": [_("Orang ini sudah ahli panel. Tidak perlu ditunjuk lagi.")]},
        ) from galat
    audit.catat_objek(
        aktor, "ahli_panel", ahli.pk, "tunjuk", {"pegawai_id": orang.pk, "pada": pada}
    )
    return ahli


@transaction.atomic
def akhiri_ahli(*, aktor: Aktor, ahli: AhliPanel, pada: dt.date) -> AhliPanel:
    """Let an expert go: nothing new is rated; what was rated keeps its part in the key.

    Raises: TidakBerwenangError.
    """
    _wajib_pengelola(aktor, pada)
    kini = AhliPanel.objects.select_for_update().get(pk=ahli.pk, instansi_id=aktor.instansi_id)
    if kini.sampai is None:
        kini.sampai = max(kini.sejak, pada - dt.timedelta(days=1))
        kini.save(update_fields=["sampai"])
        audit.catat_objek(aktor, "ahli_panel", kini.pk, "akhiri", {"sampai": kini.sampai})
    return kini


def _wajib_pengelola(aktor: Aktor, pada: dt.date) -> None:
    if not mengelola_panel(aktor=aktor, pada=pada):
        raise TidakBerwenangError(
            _("Ahli panel hanya ditunjuk pengelola kinerja seluruh instansi.")
        )
