"""An uploaded sheet of figures is kept after its check, so that importing needs no second upload.

The copy holds only the columns that are read; the daily job of organisasi throws it away.
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.berkas import baca_berkas
from tera.core.galat import StatusTidakSesuaiError
from tera.core.lembar import periksa_lembar
from tera.organisasi.models import ImporData, Periode
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.hasil import HasilImpor
from tera.organisasi.services.impor.unggah import pindah_status, saring_lembar, simpan_unggahan
from tera.pelaksanaan.services.impor import JENIS, impor_realisasi
from tera.pelaksanaan.services.impor_baca import REALISASI, WAJIB


def periksa_unggahan(
    *, aktor: Aktor, nama_berkas: str, isi: bytes, periode: Periode, pada: dt.date
) -> ImporData:
    """Check an uploaded sheet and keep it with its report until it is imported or dropped.

    Raises:
        MasukanSalahError: the file can't be read, lacks a column, or holds no row.
        TidakBerwenangError: the aktor doesn't keep the records of the whole instansi.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor realisasi"))
    periksa_lembar(nama=nama_berkas, isi=isi)
    saringan = saring_lembar(nama=nama_berkas, isi=isi, kamus=REALISASI, wajib=WAJIB)
    hasil = impor_realisasi(
        aktor=aktor,
        nama_berkas=nama_berkas,
        isi=saringan,
        periode=periode,
        pada=pada,
        periksa=True,
    )
    return simpan_unggahan(
        aktor=aktor,
        nama=nama_berkas,
        isi=isi,
        saringan=saringan,
        hasil=hasil,
        tambahan={"periode_id": periode.pk},
    )


@transaction.atomic
def impor_unggahan(
    *, aktor: Aktor, impor: ImporData, pada: dt.date, lewati_salah: bool
) -> HasilImpor:
    """Import a checked sheet from its kept copy; every row is judged again as of now.

    Where rows are refused and not to be skipped, nothing is written and the copy stays.

    Raises:
        StatusTidakSesuaiError: it was imported or dropped already, or its copy is gone.
        TidakBerwenangError: the aktor doesn't keep the records of the whole instansi.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor realisasi"))
    kini = ImporData.objects.select_related("berkas").get(pk=impor.pk, jenis=JENIS)
    if kini.berkas is None:
        raise StatusTidakSesuaiError(
            kini.ringkasan.get("penolakan")
            or _("Salinan berkasnya sudah dibuang. Unggah lagi bila masih diperlukan.")
        )
    pindah_status(kini, ImporData.Status.DIPERIKSA, ImporData.Status.BERJALAN)
    hasil = impor_realisasi(
        aktor=aktor,
        nama_berkas=kini.nama_berkas,
        isi=baca_berkas(kini.berkas),
        periode=Periode.objects.get(pk=kini.ringkasan["periode_id"], instansi_id=aktor.instansi_id),
        pada=pada,
        lewati_salah=lewati_salah,
        baris_impor=kini,
    )
    if not hasil.diimpor:
        pindah_status(kini, ImporData.Status.BERJALAN, ImporData.Status.DIPERIKSA)
    return hasil
