"""Keeping a person's choices about mail."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.notifikasi.models import JamTenang, PilihanNotifikasi


@transaction.atomic
def simpan_pilihan(
    *, aktor: Aktor, per_kelompok: Mapping[str, str], mulai: int, selesai: int
) -> None:
    """Keep how mail about each group comes, and the quiet hours.

    In the product everything is always told; only mail is chosen.

    Raises:
        TidakBerwenangError: an account without a person has no notifications.
    """
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(
            _("Akun ini tidak terhubung dengan pegawai, jadi tidak punya notifikasi.")
        )
    for kelompok, surel in per_kelompok.items():
        PilihanNotifikasi.objects.update_or_create(
            pegawai_id=aktor.pegawai_id, kelompok=kelompok, defaults={"surel": surel}
        )
    JamTenang.objects.update_or_create(
        pegawai_id=aktor.pegawai_id, defaults={"mulai": mulai, "selesai": selesai}
    )
    audit.catat_objek(
        aktor,
        "pilihan_notifikasi",
        aktor.pegawai_id,
        "simpan",
        {**per_kelompok, "mulai": mulai, "selesai": selesai},
    )
