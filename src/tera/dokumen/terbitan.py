"""The register of prints: a number and a token per content, and whether it still stands."""

import dataclasses
import secrets

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from tera.core import clock, tanda_terima
from tera.core.aktor import Aktor
from tera.dokumen.model import Dokumen, DokumenEvaluasi, SampulEvaluasi, Verifikasi
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.selectors import susun
from tera.organisasi.models import Instansi

_KATA = {
    "skp": "SKP", "matriks": "MPH", "sampul_evaluasi": "DEK", "evaluasi": "EKP",
    "konversi_ak": "KAK", "akumulasi_ak": "AAK", "penetapan_ak": "PAK",
    "berkas_karier": "BKR", "surat_penghargaan": "SPH", "daftar_penghargaan": "DPH",
    "peta_talenta": "PTL", "sertifikat": "SLM", "notulen": "NRK",
}  # fmt: skip


def terbitkan(
    *, aktor: Aktor, jenis: CetakanDokumen.Jenis, objek_id: int, dokumen: Dokumen
) -> Verifikasi:
    """Register the content of ``dokumen`` and return what its QR code says."""
    sidik = sidik_dokumen(dokumen)
    cetakan = CetakanDokumen.objects.filter(jenis=jenis, objek_id=objek_id, sidik_isi=sidik).first()
    if cetakan is None:
        try:
            with transaction.atomic():
                cetakan = CetakanDokumen.objects.create(
                    instansi_id=aktor.instansi_id,
                    token=secrets.token_hex(16),
                    nomor=_nomor(jenis, aktor),
                    jenis=jenis,
                    objek_id=objek_id,
                    sidik_isi=sidik,
                    dicetak_at=clock.sekarang(),
                    pengguna_id=aktor.pengguna_id,
                )
        except IntegrityError:
            cetakan = CetakanDokumen.objects.get(jenis=jenis, objek_id=objek_id, sidik_isi=sidik)
    return Verifikasi(
        nomor=cetakan.nomor,
        url=settings.TERA_ALAMAT + reverse("web:periksa", args=[cetakan.token]),
    )


def siap_cetak(*, aktor: Aktor, jenis: CetakanDokumen.Jenis, objek_id: int) -> Dokumen | None:
    """Return the document as it is printed now, registered and numbered; None when unseen.

    A draft can change any minute: it is printed with its mark and without a verifiable number.
    """
    dokumen = susun(aktor=aktor, jenis=jenis, objek_id=objek_id)
    if dokumen is None or getattr(dokumen, "belum_berlaku", False):
        return dokumen
    verifikasi = terbitkan(aktor=aktor, jenis=jenis, objek_id=objek_id, dokumen=dokumen)
    return dataclasses.replace(dokumen, verifikasi=verifikasi)  # type: ignore[arg-type]


def cari(token: str) -> CetakanDokumen | None:
    """Return the print of ``token``, if any."""
    return CetakanDokumen.objects.select_related("instansi").filter(token=token).first()


def masih_sama(cetakan: CetakanDokumen) -> bool:
    """Whether printing the same document today would give the same content."""
    instansi: Instansi = cetakan.instansi
    dokumen = susun(
        aktor=Aktor.sistem(instansi.pk, instansi.zona),
        jenis=CetakanDokumen.Jenis(cetakan.jenis),
        objek_id=cetakan.objek_id,
    )
    return dokumen is not None and sidik_dokumen(dokumen) == cetakan.sidik_isi


def sidik_dokumen(dokumen: Dokumen) -> str:
    """Return the digest of what a document says, without its own number and picture."""
    isi = dataclasses.asdict(dokumen)
    isi.pop("verifikasi", None)
    isi.pop("logo", None)
    if isinstance(dokumen, SampulEvaluasi | DokumenEvaluasi):
        # Delivery and receipt follow the decision; they don't make its print wrong.
        isi.pop("status", None)
        isi.pop("tanda_pegawai", None)
    return tanda_terima.sidik_isi(isi)


def _nomor(jenis: CetakanDokumen.Jenis, aktor: Aktor) -> str:
    kata = _KATA[jenis.value]
    acak = secrets.token_hex(4).upper()
    return f"{kata}-{clock.hari_ini(aktor.zona):%Y%m%d}-{acak}"
