"""The scan of a letter beside its number: of an assignment, or of a rater set by letter."""

import datetime as dt
from typing import IO, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.organisasi.models import Penugasan
from tera.organisasi.services.dasar_orang import salah, wajib_kelola

BagianSurat = Literal["dasar", "penilai"]
#: Which letter of an assignment: its number and its scan.
KOLOM: dict[str, tuple[str, str]] = {
    "dasar": ("dasar", "berkas_dasar"),
    "penilai": ("surat_penilai", "berkas_surat"),
}


@transaction.atomic
def lampirkan_surat(
    *,
    aktor: Aktor,
    pada: dt.date,
    penugasan: Penugasan,
    bagian: BagianSurat,
    nama: str,
    isi: IO[bytes],
) -> Penugasan:
    """Attach the scan to the letter that is already named; a newer scan takes its place.

    The scan before stays in the store and in the audit chain.

    Raises:
        MasukanSalahError: no such letter is named, or the file isn't a PDF, PNG or JPEG to 10 MB.
        TidakBerwenangError: the aktor doesn't keep the records of that unit.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("melampirkan surat"), unit=penugasan.unit)
    nomor, kolom = KOLOM[bagian]
    if not getattr(penugasan, nomor):
        raise salah("berkas", _("Pindaian belum bisa dilampirkan: nomor suratnya belum tercatat."))
    berkas = simpan_berkas(aktor=aktor, nama=nama, isi=isi, keperluan=f"surat_{bagian}")
    setattr(penugasan, kolom, berkas)
    penugasan.save(update_fields=[kolom])
    audit.catat_objek(
        aktor,
        "pegawai",
        penugasan.pegawai_id,
        "lampirkan_surat",
        {
            "penugasan": penugasan.pk,
            "surat": getattr(penugasan, nomor),
            "berkas": berkas.pk,
            "sidik": berkas.sidik,
        },
    )
    return penugasan
