"""Recording that a higher room found somebody trained to rate."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.organisasi.models import Pegawai, SertifikatPenilai


@transaction.atomic
def catat_sertifikat_penilai(
    *, aktor: Aktor, pegawai: Pegawai, asal: str, sejak: dt.date, sampai: dt.date
) -> SertifikatPenilai:
    """Record a certificate by where it comes from; safe to repeat.

    Raises: MasukanSalahError: it ends before it begins.
    """
    if sampai < sejak:
        raise MasukanSalahError(
            _("Sertifikat belum dicatat: berakhir sebelum mulai. Periksa masa berlakunya.")
        )
    satu, baru = SertifikatPenilai.objects.get_or_create(
        pegawai=pegawai,
        asal=asal,
        defaults={"instansi_id": pegawai.instansi_id, "sejak": sejak, "sampai": sampai},
    )
    if baru:
        audit.catat_objek(
            aktor,
            "sertifikat_penilai",
            satu.pk,
            "catat",
            {"pegawai_id": pegawai.pk, "asal": asal, "sampai": sampai},
        )
    return satu
