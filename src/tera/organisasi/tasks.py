"""Background work of the room: imports of many rows, the daily purge of their copies."""

import datetime as dt

from django_tasks import task

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.galat import TeraError
from tera.organisasi.models import ImporData, Instansi, Pegawai
from tera.organisasi.services.impor.salinan import (
    buang_salinan,
    lepaskan_impor,
    lepaskan_mandek,
)
from tera.organisasi.services.impor.unggah import (
    hapus_kemajuan,
    selesaikan_impor,
    tulis_kemajuan,
)


@task()
def jalankan_impor(
    impor_id: int, pengguna_id: int | None, pegawai_id: int | None, pada: str
) -> None:
    """Carry out a started import as the person who confirmed it; a refusal is kept to be read."""
    impor = ImporData.objects.select_related("instansi", "berkas").get(pk=impor_id)
    if impor.status != ImporData.Status.BERJALAN:
        return  # delivered twice: the first one did it
    pegawai = Pegawai.objects.filter(pk=pegawai_id or 0).first()
    aktor = Aktor(
        pengguna_id=pengguna_id,
        instansi_id=impor.instansi_id,
        pegawai_id=pegawai_id,
        nama=pegawai.nama_lengkap if pegawai else impor.nama_aktor,
        zona=impor.instansi.zona,
    )
    try:
        selesaikan_impor(
            aktor=aktor,
            pada=dt.date.fromisoformat(pada),
            impor=impor,
            kemajuan=tulis_kemajuan(impor_id),
        )
    except TeraError as galat:
        impor.ringkasan = {**impor.ringkasan, "penolakan": galat.pesan}
        impor.save(update_fields=["ringkasan"])
    finally:
        hapus_kemajuan(impor_id)


def menyerah(impor_id: int, *_isi: object) -> None:
    """Give an import back whose job killed every worker that took it."""
    impor = ImporData.objects.select_related("instansi").get(pk=impor_id)
    lepaskan_impor(aktor=Aktor.sistem(impor.instansi_id, impor.instansi.zona), impor=impor)
    hapus_kemajuan(impor_id)


def bersihkan_semua() -> None:
    """The daily look at kept copies over every instansi, each as of its own day."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        aktor = Aktor.sistem(pk, zona)
        lepaskan_mandek(aktor=aktor)
        buang_salinan(aktor=aktor, pada=clock.hari_ini(zona))
