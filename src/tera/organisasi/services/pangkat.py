"""The day of a pangkat that the master data lack: filled once, never written over."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from tera.core import massal
from tera.core.aktor import Aktor
from tera.organisasi.models import Pegawai

SEKALI_TULIS = 500


@transaction.atomic
def lengkapi_tmt_golongan(*, aktor: Aktor, hari: Mapping[int, dt.date]) -> int:
    """Fill the TMT golongan of people (by key) who have none; returns how many were filled."""
    orang = list(
        Pegawai.objects.select_for_update(of=("self",))
        .filter(instansi_id=aktor.instansi_id, pk__in=list(hari), tmt_golongan__isnull=True)
        .order_by("pk")
    )
    for satu in orang:
        satu.tmt_golongan = hari[satu.pk]
    Pegawai.objects.bulk_update(orang, ["tmt_golongan"], batch_size=SEKALI_TULIS)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="pegawai",
            aksi="lengkapi_tmt_golongan",
            aktor=aktor,
            bidang={"tmt_golongan": satu.tmt_golongan},
        )
        for satu in orang
    )
    return len(orang)
