"""After a training: the certificate on file, and whether it is used at work."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.models import Berkas
from tera.tindak_lanjut.models import DampakPelatihan, PesertaPelatihan
from tera.tindak_lanjut.permissions.pengembangan import mengelola, peran_orang
from tera.tindak_lanjut.selectors.pengembangan.dampak import siap_ditanya
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import bisa_dilaporkan
from tera.tindak_lanjut.services.pengembangan.dasar import bukan_anda, bukan_sekarang, tolak
from tera.tindak_lanjut.services.pengembangan.kegiatan import selesaikan_kegiatan


@transaction.atomic
def simpan_sertifikat(
    *,
    aktor: Aktor,
    peserta: PesertaPelatihan,
    nomor: str,
    berkas: Berkas,
    pada: dt.date,
    laporkan: bool = False,
) -> PesertaPelatihan:
    """Put the scan of a certificate to a passed place: the person or a pengelola.

    ``laporkan``: the person says that the row of the plan it was for is done by it.

    Raises: TidakBerwenangError. StatusTidakSesuaiError: not passed.
    """
    boleh_sertifikat(aktor, peserta, pada)
    if peserta.status != PesertaPelatihan.Status.LULUS:
        bukan_sekarang(_("Sertifikat diunggah sesudah pengelola mencatat Anda lulus."))
    bidang = {"berkas": berkas.pk, "nomor": nomor.strip()[:100]}
    PesertaPelatihan.objects.filter(pk=peserta.pk).update(
        sertifikat=berkas, nomor_sertifikat=bidang["nomor"] or peserta.nomor_sertifikat
    )
    audit.catat_objek(aktor, "peserta_pelatihan", peserta.pk, "sertifikat", bidang)
    peserta.refresh_from_db()
    if laporkan and aktor.pegawai_id == peserta.pegawai_id and bisa_dilaporkan(peserta=peserta):
        laporkan_kegiatan(aktor=aktor, peserta=peserta, pada=pada)
    return peserta


def laporkan_kegiatan(*, aktor: Aktor, peserta: PesertaPelatihan, pada: dt.date) -> None:
    """Report the row of the plan done by its training; the rater verifies as ever."""
    baris = peserta.kegiatan
    assert baris is not None  # the caller asked ``bisa_dilaporkan``
    with override(settings.LANGUAGE_CODE):
        hasil = hasil_pelatihan(peserta)
    selesaikan_kegiatan(
        aktor=aktor,
        kegiatan=baris,
        hasil=hasil,
        jp=peserta.jp,
        selesai_pada=max(peserta.sesi.selesai, baris.mulai_pada or peserta.sesi.selesai),
        pada=pada,
    )


def hasil_pelatihan(peserta: PesertaPelatihan) -> str:
    """What a passed training says as the result of a row; the person may say it otherwise."""
    isi = {
        "judul": peserta.sesi.pelatihan.judul,
        "jp": peserta.jp,
        "nomor": peserta.nomor_sertifikat,
    }
    if peserta.nomor_sertifikat:
        return _("Lulus pelatihan “%(judul)s” (%(jp)s JP), sertifikat nomor %(nomor)s.") % isi
    return _("Lulus pelatihan “%(judul)s” (%(jp)s JP).") % isi


def boleh_sertifikat(aktor: Aktor, peserta: PesertaPelatihan, pada: dt.date) -> None:
    """Refuse whoever is neither the person nor a pengelola."""
    if aktor.pegawai_id != peserta.pegawai_id and not mengelola(aktor=aktor, pada=pada):
        bukan_anda(_("Sertifikat diunggah pesertanya sendiri atau pengelola kinerja."))


@transaction.atomic
def jawab_dampak(
    *, aktor: Aktor, peserta: PesertaPelatihan, pakai: str, contoh: str, pada: dt.date
) -> DampakPelatihan:
    """Say whether what was learnt is used: the person or the penilai, once for each side.

    Raises: TidakBerwenangError, StatusTidakSesuaiError: not yet, or answered. MasukanSalahError.
    """
    sisi = sisi_dampak(aktor=aktor, peserta=peserta, pada=pada)
    if not sisi:
        bukan_anda(_("Dampak pelatihan dijawab pesertanya dan pejabat penilainya."))
    siap = siap_ditanya(instansi_id=peserta.instansi_id, pada=pada)
    if not PesertaPelatihan.objects.filter(siap, pk=peserta.pk).exists():
        bukan_sekarang(_("Dampaknya ditanyakan sesudah hasil evaluasi berikutnya disampaikan."))
    if pakai not in DampakPelatihan.Pakai.values:
        tolak("pakai", _("Pilih salah satu jawaban."))
    satu, baru = DampakPelatihan.objects.get_or_create(
        peserta=peserta,
        sisi=sisi,
        defaults={
            "penjawab_id": aktor.pegawai_id or 0,
            "pakai": pakai,
            "contoh": contoh.strip()[:4000],
            "dijawab_pada": pada,
        },
    )
    if not baru:
        bukan_sekarang(_("Pertanyaan ini sudah Anda jawab. Terima kasih."))
    audit.catat_objek(
        aktor, "peserta_pelatihan", peserta.pk, "jawab_dampak", {"sisi": sisi, "pakai": pakai}
    )
    return satu


def sisi_dampak(*, aktor: Aktor, peserta: PesertaPelatihan, pada: dt.date) -> str:
    """Return the side the aktor answers for; empty for others."""
    peran = peran_orang(aktor=aktor, pegawai_id=peserta.pegawai_id, pada=pada)
    if "pegawai" in peran:
        return DampakPelatihan.Sisi.PEGAWAI.value
    return DampakPelatihan.Sisi.PENILAI.value if "penilai" in peran else ""
