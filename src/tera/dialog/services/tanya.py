"""Tanya-jawab about a delivered result. It never stops the objection's clock."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core import audit, clock, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.dialog.models import Jawaban, Pertanyaan
from tera.dialog.permissions import peran_pertanyaan
from tera.dialog.selectors.tanya import baris_hasil
from tera.dialog.services.dasar import teks_wajib, tolak
from tera.dialog.services.pertemuan import BELUM_DISAMPAIKAN
from tera.evaluasi.models import Evaluasi


@transaction.atomic
def ajukan_pertanyaan(
    *, aktor: Aktor, evaluasi: Evaluasi, baris: str, teks: str, pada: dt.date
) -> Pertanyaan:
    """Ask about one line (``baris``: a key of ``baris_hasil``) of one's own delivered result.

    Raises:
        TidakBerwenangError: someone else's result. StatusTidakSesuaiError: not delivered, or it has
        no penilai to ask. MasukanSalahError: an unknown line, nothing asked.
    """
    if aktor.pegawai_id is None or evaluasi.pegawai_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Hanya pegawai yang dinilai yang bertanya tentang hasilnya."))
    if evaluasi.status in BELUM_DISAMPAIKAN or evaluasi.penilai_id is None:
        raise StatusTidakSesuaiError(
            _("Hasil ini belum disampaikan. Anda bisa bertanya begitu hasilnya terbaca.")
        )
    with override(settings.LANGUAGE_CODE):  # what is kept is Indonesian, whatever one reads
        pilihan = {satu.kunci: satu for satu in baris_hasil(evaluasi=evaluasi)}
    if baris not in pilihan:
        tolak("baris", _("Baris itu tidak ada pada hasil ini. Pilih dari daftar."))
    satu = pilihan[baris]
    pertanyaan = Pertanyaan.objects.create(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        penanya_id=aktor.pegawai_id,
        penilai_id=evaluasi.penilai_id,
        bagian=satu.bagian,
        kunci=satu.kode,
        baris="" if satu.bagian == Pertanyaan.Bagian.UMUM else satu.teks[:500],
        teks=teks_wajib(teks, "teks"),
        diajukan_at=clock.sekarang(),
    )
    audit.catat_objek(aktor, "pertanyaan", pertanyaan.pk, "ajukan", {"teks": pertanyaan.teks})
    _kabarkan("pertanyaan_diajukan", pertanyaan)
    return pertanyaan


@transaction.atomic
def kirim_jawaban(*, aktor: Aktor, pertanyaan: Pertanyaan, teks: str, pada: dt.date) -> Jawaban:
    """Answer as penilai, or ask again as the person; a further answer completes the thread.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    peran = peran_pertanyaan(aktor=aktor, pertanyaan=pertanyaan)
    if not peran:
        raise TidakBerwenangError(_("Tanya-jawab ini milik pegawai dan pejabat penilainya."))
    kini = Pertanyaan.objects.select_for_update(of=("self",)).get(pk=pertanyaan.pk)
    bersih = teks_wajib(teks, "teks")
    jawaban = Jawaban.objects.create(
        pertanyaan=kini,
        penulis_id=aktor.pegawai_id or 0,
        teks=bersih,
        ditulis_at=clock.sekarang(),
    )
    terbuka = kini.status == Pertanyaan.Status.TERBUKA
    menjawab = "penilai" in peran
    if terbuka == menjawab:
        workflow.jalankan(
            objek=kini,
            jenis="pertanyaan",
            aksi="jawab" if menjawab else "tanya_lagi",
            aktor=aktor,
            daftar_peran=peran,
            pada=pada,
            bidang={"jawaban_dibaca_at": None},
            isi={"teks": bersih},
        )
    else:
        if menjawab:
            Pertanyaan.objects.filter(pk=kini.pk).update(jawaban_dibaca_at=None)
        audit.catat_objek(aktor, "pertanyaan", kini.pk, "lengkapi", {"teks": bersih})
    _kabarkan("pertanyaan_dijawab" if menjawab else "pertanyaan_diajukan", kini)
    return jawaban


def catat_dibaca(*, aktor: Aktor, pertanyaan: Pertanyaan) -> None:
    """Remember that the person saw the answer; a page seen again writes nothing."""
    if (
        aktor.pegawai_id == pertanyaan.penanya_id
        and pertanyaan.status == Pertanyaan.Status.TERJAWAB
        and pertanyaan.jawaban_dibaca_at is None
    ):
        Pertanyaan.objects.filter(pk=pertanyaan.pk, jawaban_dibaca_at__isnull=True).update(
            jawaban_dibaca_at=clock.sekarang()
        )


def _kabarkan(nama: str, pertanyaan: Pertanyaan) -> None:
    kejadian.terbitkan(
        instansi_id=pertanyaan.instansi_id,
        nama=f"dialog.{nama}",
        muatan={
            "id": pertanyaan.pk,
            "penanya_id": pertanyaan.penanya_id,
            "penilai_id": pertanyaan.penilai_id,
        },
    )
