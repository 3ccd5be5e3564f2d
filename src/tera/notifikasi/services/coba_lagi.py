"""Trying again what was given up, by the admin."""

import datetime as dt

from django.db import transaction

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.notifikasi.permissions import pastikan_admin
from tera.notifikasi.selectors.gagal import kejadian_gagal, surel_gagal


@transaction.atomic
def coba_lagi_surel(*, aktor: Aktor, daftar_pk: list[int], pada: dt.date) -> int:
    """Let the worker send these mails again; the Message-ID stays. Returns how many."""
    pastikan_admin(aktor=aktor, pada=pada)
    daftar = list(
        surel_gagal(aktor=aktor)
        .filter(pk__in=daftar_pk)
        .select_for_update(of=("self",))
    )  # fmt: skip
    for satu in daftar:
        satu.status = satu.Status.MENUNGGU
        satu.percobaan = 0
        satu.galat = ""
        satu.kirim_at = clock.sekarang()
        satu.save(update_fields=["status", "percobaan", "galat", "kirim_at"])
        audit.catat_objek(aktor, "surel", satu.pk, "coba_lagi")
    return len(daftar)


@transaction.atomic
def coba_lagi_kejadian(*, aktor: Aktor, daftar_pk: list[int], pada: dt.date) -> int:
    """Let the worker deliver these events again; their receivers are idempotent."""
    pastikan_admin(aktor=aktor, pada=pada)
    daftar = list(
        kejadian_gagal(aktor=aktor)
        .filter(pk__in=daftar_pk)
        .select_for_update(of=("self",))
    )  # fmt: skip
    for satu in daftar:
        satu.percobaan = 0
        satu.galat = ""
        satu.coba_lagi_at = clock.sekarang()
        satu.save(update_fields=["percobaan", "galat", "coba_lagi_at"])
        audit.catat_objek(aktor, "kejadian", satu.kejadian_id, "coba_lagi")
    return len(daftar)
