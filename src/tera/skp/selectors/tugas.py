"""Work somebody was given by letter that a plan may take in: teams led, additional tasks."""

from dataclasses import dataclass

from django.db.models import Q

from tera.organisasi.models import JenisPenugasan, Penugasan, TimKerja
from tera.skp.models import SKP


@dataclass(frozen=True, slots=True)
class Tawaran:
    """One row a plan may take in: its key, the words, the letter it stands on."""

    kunci: str
    teks: str
    dasar: str


def tugas_ditawarkan(*, skp: SKP) -> list[Tawaran]:
    """Return teams led and additional tasks inside the days of the plan that aren't in it yet.

    The caller opened the plan through its door. Three queries.
    """
    dalam = Q(sejak__lte=skp.selesai) & (Q(sampai__isnull=True) | Q(sampai__gte=skp.mulai))
    daftar = [
        Tawaran(f"tim:{satu.pk}", satu.nama, satu.dasar)
        for satu in TimKerja.objects.filter(
            dalam, ketua_id=skp.pegawai_id, instansi_id=skp.instansi_id
        ).order_by("sejak", "pk")
    ]
    daftar += [
        Tawaran(f"tugas:{satu.pk}", satu.jabatan.nama, satu.dasar)
        for satu in Penugasan.objects.filter(
            dalam,
            pegawai_id=skp.pegawai_id,
            instansi_id=skp.instansi_id,
            jenis=JenisPenugasan.TUGAS_TAMBAHAN,
        )
        .exclude(pk=skp.penugasan_id)
        .select_related("jabatan")
        .order_by("sejak", "pk")
    ]
    sudah = set(skp.daftar_rhk.values_list("teks", flat=True))
    return [satu for satu in daftar if satu.teks not in sudah]
