"""Keeping, once, what practice showed in a semester that is over."""

import datetime as dt

from django.db import transaction

from tera.bimtek.models import JenisSesi, PotretBimtek, SesiLatihan
from tera.bimtek.selectors.kelas_potret import hitung_semester, semester, semester_sebelum
from tera.core import audit
from tera.core.aktor import Aktor


@transaction.atomic
def potret_semester(*, aktor: Aktor, pada: dt.date) -> PotretBimtek | None:
    """Keep the semesters that are over, since the first session; safe to repeat.

    Returns the newest one that was made now; None: nothing was missing. A kept one never changes:
    the same people counted twice, with one more, would show that one.
    """
    pertama = (
        SesiLatihan.objects.filter(
            instansi_id=aktor.instansi_id,
            jenis=JenisSesi.LATIHAN,
            selesai_pada__lt=semester(pada)[0],
        )
        .order_by("selesai_pada")
        .values_list("selesai_pada", flat=True)
        .first()
    )
    baru = None
    if pertama is None:
        return None
    ada = set(
        PotretBimtek.objects.filter(instansi_id=aktor.instansi_id).values_list("mulai", flat=True)
    )
    mulai, selesai = semester(pertama)
    terakhir = semester_sebelum(pada)[0]
    while mulai <= terakhir:
        if mulai not in ada:
            baru = PotretBimtek.objects.create(
                instansi_id=aktor.instansi_id,
                mulai=mulai,
                selesai=selesai,
                isi=hitung_semester(instansi_id=aktor.instansi_id, mulai=mulai, selesai=selesai),
                dihitung_pada=pada,
            )
            audit.catat_objek(aktor, "potret_bimtek", baru.pk, "buat", {"mulai": mulai})
        mulai, selesai = semester(selesai + dt.timedelta(days=1))
    return baru
