"""The performance dialogue about a plan: notes by its parties."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.skp.models import SKP, CatatanDialog
from tera.skp.permissions import peran_skp


@transaction.atomic
def catat_dialog(
    *, aktor: Aktor, skp: SKP, teks: str, pada: dt.date, rhk_kunci: uuid.UUID | None = None
) -> CatatanDialog:
    """Write a note of the performance dialogue: the person, the rater, the team leader.

    Raises:
        TidakBerwenangError, MasukanSalahError: not a party; empty or too long.
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    if aktor.pegawai_id is None or not peran & {"pegawai", "penilai", "ketua_tim", "penyiap"}:
        raise TidakBerwenangError(
            _("Catatan dialog hanya ditulis pegawai, penilai, atau ketua timnya.")
        )
    teks = teks.strip()
    if not teks or len(teks) > 2000:
        pesan = _("Catatan dialog kosong atau lebih dari 2.000 huruf. Tulis catatannya.")
        raise MasukanSalahError(pesan, per_bidang={"teks": [pesan]})
    catatan = CatatanDialog.objects.create(
        skp=skp,
        penulis_id=aktor.pegawai_id,
        rhk_kunci=rhk_kunci,
        teks=teks,
        dibuat_at=clock.sekarang(),
    )
    audit.catat_objek(aktor, "skp", skp.pk, "catat_dialog", {"teks": teks})
    return catatan
