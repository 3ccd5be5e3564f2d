"""The daily look at open objections: who decides may have left, or may no longer."""

import datetime as dt

from django.db import transaction

from tera.core import audit, kejadian
from tera.core.aktor import Aktor
from tera.evaluasi.models import Keberatan
from tera.evaluasi.selectors.pemutus import halangan, tentukan_pemutus
from tera.evaluasi.services.keberatan.dasar import kunci_keberatan, muatan
from tera.organisasi.selectors.pejabat_atas import masih_menjabat


def segarkan_pemutus(*, instansi_id: int, zona: str, pada: dt.date) -> int:
    """Hand on the open objections of one instansi whose decider can't decide; returns how many.

    Who was named stays as long as that person holds a post and nothing stands in the way: an
    objection doesn't wander with every change of the tree.
    """
    aktor = Aktor.sistem(instansi_id, zona)
    daftar = Keberatan.objects.filter(instansi_id=instansi_id).exclude(
        status=Keberatan.Status.DIPUTUS
    )
    return sum(_segarkan(aktor, satu, pada) for satu in daftar.order_by("pk"))


@transaction.atomic
def _segarkan(aktor: Aktor, keberatan: Keberatan, pada: dt.date) -> bool:
    kini, evaluasi = kunci_keberatan(keberatan)
    if kini.status == Keberatan.Status.DIPUTUS:
        return False
    if (
        kini.kepada is not None
        and not halangan(evaluasi=evaluasi, calon=kini.kepada, pada=pada)
        and masih_menjabat(pegawai=kini.kepada, pada=pada)
    ):
        return False
    baru = tentukan_pemutus(evaluasi=evaluasi, pada=pada)
    pk = baru.pegawai.pk if baru.pegawai else None
    if (pk, baru.dasar) == (kini.kepada_id, kini.dasar_kepada):
        return False
    lama = kini.kepada_id
    kini.kepada = baru.pegawai
    kini.dasar_kepada = baru.dasar
    kini.penjelasan_kepada = baru.penjelasan
    kini.save(update_fields=["kepada", "dasar_kepada", "penjelasan_kepada", "updated_at"])
    audit.catat_objek(
        aktor, "keberatan", kini.pk, "alihkan", {"kepada_id": pk, "dasar_kepada": baru.dasar}
    )
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama="keberatan.alihkan",
        muatan={"id": kini.pk, "kepada_lama_id": lama, **muatan(kini)},
    )
    return True
