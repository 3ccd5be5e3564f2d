"""Receives what the appraisal says: a result that changed after it was entered elsewhere."""

from django.db import transaction

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.models import Kejadian
from tera.integrasi.models import CatatanEKinerja
from tera.organisasi.models import Instansi


@transaction.atomic
def terima_hasil_diputus(peristiwa: Kejadian) -> None:
    """A result changed after it was entered in e-Kinerja differs from it: officers send it again.

    What e-Kinerja holds stays as it was written down; safe to repeat.
    """
    catatan = (
        CatatanEKinerja.objects.select_for_update(of=("self",))
        .select_related("evaluasi")
        .filter(evaluasi_id=peristiwa.muatan["id"])
        .first()
    )
    if catatan is None:
        return
    evaluasi = catatan.evaluasi
    sama = (catatan.rating_hasil_kerja, catatan.rating_perilaku_kerja) == (
        evaluasi.rating_hasil_kerja,
        evaluasi.rating_perilaku_kerja,
    )
    status = CatatanEKinerja.Status.SUDAH if sama else CatatanEKinerja.Status.BERBEDA
    if status == catatan.status:
        return
    catatan.status = status
    catatan.save(update_fields=["status"])
    zona = Instansi.objects.values_list("zona", flat=True).get(pk=catatan.instansi_id)
    audit.catat_objek(
        Aktor.sistem(catatan.instansi_id, zona),
        "ekinerja",
        evaluasi.pk,
        "hasil_berubah",
        {"status": status},
    )
