"""Kept copies of uploaded files are thrown away after the days of the policy; reports stay."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.berkas import hapus_berkas
from tera.organisasi import kebijakan
from tera.organisasi.models import ImporData

KUNCI = "impor.hari_simpan_salinan"
MANDEK = dt.timedelta(days=1)


def buang_salinan(*, aktor: Aktor, pada: dt.date) -> int:
    """Throw away the copies older than the policy allows on ``pada``; each is in the audit.

    A checked import that was never carried out is dropped with its copy: it needs a new upload.
    """
    hari = int(kebijakan.nilai(instansi_id=aktor.instansi_id, kunci=KUNCI, pada=pada))
    batas = clock.awal_hari(pada - dt.timedelta(days=hari), aktor.zona)
    daftar = (
        ImporData.objects.filter(
            instansi_id=aktor.instansi_id, berkas__isnull=False, dibuat_at__lt=batas
        )
        .exclude(status=ImporData.Status.BERJALAN)
        .values_list("pk", flat=True)
    )
    return sum(_buang(aktor, pk, hari) for pk in list(daftar))


@transaction.atomic
def _buang(aktor: Aktor, pk: int, hari: int) -> bool:
    impor = (
        ImporData.objects.select_for_update(of=("self",))
        .filter(pk=pk, berkas__isnull=False)
        .exclude(status=ImporData.Status.BERJALAN)
        .first()
    )
    if impor is None or impor.berkas is None:
        return False
    berkas = impor.berkas
    impor.berkas = None
    if impor.status == ImporData.Status.DIPERIKSA:
        impor.status = ImporData.Status.DIBATALKAN
        impor.ringkasan = {
            **impor.ringkasan,
            "penolakan": _(
                "Tidak diimpor dalam %(hari)d hari, jadi salinan berkasnya dibuang. Unggah lagi "
                "bila masih diperlukan."
            )
            % {"hari": hari},
        }
    impor.save(update_fields=["berkas", "status", "ringkasan"])
    audit.catat_objek(
        aktor,
        "impor",
        impor.pk,
        "buang_salinan",
        {"nama": impor.nama_berkas, "sidik": berkas.sidik, "hari": hari},
    )
    hapus_berkas(berkas)
    return True


def lepaskan_mandek(*, aktor: Aktor) -> int:
    """Give imports whose worker died a day ago back to be started again; nothing was written."""
    daftar = ImporData.objects.filter(
        instansi_id=aktor.instansi_id,
        status=ImporData.Status.BERJALAN,
        dibuat_at__lt=clock.sekarang() - MANDEK,
    )
    return sum(lepaskan_impor(aktor=aktor, impor=satu) for satu in daftar)


def lepaskan_impor(*, aktor: Aktor, impor: ImporData) -> bool:
    """Give an import that nobody carries out any more back to be started again."""
    ringkasan = {
        **impor.ringkasan,
        "penolakan": _("Impor terhenti di tengah jalan; tidak ada yang tersimpan. Ulangi."),
    }
    berubah = ImporData.objects.filter(pk=impor.pk, status=ImporData.Status.BERJALAN).update(
        status=ImporData.Status.DIPERIKSA, ringkasan=ringkasan
    )
    if berubah:
        audit.catat_objek(aktor, "impor", impor.pk, "lepaskan_mandek", {"nama": impor.nama_berkas})
    return bool(berubah)
