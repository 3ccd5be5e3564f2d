"""Printed documents: each is made from its record at the moment it is asked for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.dokumen import terbitan
from tera.dokumen.formulir import DAFTAR_FORMULIR, formulir_kosong
from tera.dokumen.model import BentukFormulir, Keluarga, Pendekatan
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors import pemilik, susun_awal

AWAL = {
    "dokumen": CetakanDokumen.Jenis.SAMPUL_EVALUASI,
    "formulir": CetakanDokumen.Jenis.EVALUASI,
}


@require_safe
@perlu_aktor
def skp(request: HttpRequest, pk: int) -> HttpResponse:
    """The SKP with its Lampiran."""
    return _cetak(request, CetakanDokumen.Jenis.SKP, pk)


@require_safe
@perlu_aktor
def matriks(request: HttpRequest, pk: int) -> HttpResponse:
    """The Matriks Peran Hasil of the leader whose SKP this is."""
    return _cetak(request, CetakanDokumen.Jenis.MATRIKS, pk)


@require_safe
@perlu_aktor
def sampul_evaluasi(request: HttpRequest, pk: int) -> HttpResponse:
    """The Dokumen Evaluasi Kinerja Pegawai."""
    return _cetak(request, CetakanDokumen.Jenis.SAMPUL_EVALUASI, pk)


@require_safe
@perlu_aktor
def evaluasi(request: HttpRequest, pk: int) -> HttpResponse:
    """The form Evaluasi Kinerja Pegawai."""
    return _cetak(request, CetakanDokumen.Jenis.EVALUASI, pk)


@require_safe
@perlu_aktor
def surat_penghargaan(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter of an awarded person."""
    return _cetak(request, CetakanDokumen.Jenis.SURAT_PENGHARGAAN, pk)


@require_safe
@perlu_aktor
def daftar_penghargaan(request: HttpRequest, pk: int) -> HttpResponse:
    """The people of a round of awards."""
    return _cetak(request, CetakanDokumen.Jenis.DAFTAR_PENGHARGAAN, pk)


@require_safe
@perlu_aktor
def sertifikat(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate of practice in rating."""
    return _cetak(request, CetakanDokumen.Jenis.SERTIFIKAT, pk)


@require_safe
@perlu_aktor
def notulen(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes of a calibration meeting."""
    return _cetak(request, CetakanDokumen.Jenis.NOTULEN, pk)


@require_safe
@perlu_aktor
def evaluasi_awal(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    """A document of the first result, for the parties of a decided objection."""
    aktor = aktor_wajib(request)
    jenis = AWAL.get(bentuk)
    dokumen = susun_awal(aktor=aktor, jenis=jenis, objek_id=pk) if jenis else None
    if dokumen is None:
        raise Http404
    if aktor.mode_petugas is not None:
        request.pegawai_terkait_id = pemilik(  # type: ignore[attr-defined]
            jenis=CetakanDokumen.Jenis.EVALUASI, objek_id=pk
        )
    return jawab_pdf(render_pdf(dokumen), f"{bentuk}-sebelum-keberatan-{pk}.pdf")


def _cetak(request: HttpRequest, jenis: CetakanDokumen.Jenis, pk: int) -> HttpResponse:
    aktor = aktor_wajib(request)
    dokumen = terbitan.siap_cetak(aktor=aktor, jenis=jenis, objek_id=pk)
    if dokumen is None:
        raise Http404
    if aktor.mode_petugas is not None:
        request.pegawai_terkait_id = pemilik(jenis=jenis, objek_id=pk)  # type: ignore[attr-defined]
    return jawab_pdf(render_pdf(dokumen), f"{jenis.value}-{pk}.pdf")


@require_safe
@perlu_aktor
def formulir(request: HttpRequest) -> HttpResponse:
    """Blank forms for offices without network."""
    return render_laman(
        request, "dokumen/formulir.html", {"daftar": DAFTAR_FORMULIR}, nav="formulir"
    )


@require_safe
@perlu_aktor
def kosong(request: HttpRequest, bentuk: str, keluarga: str, pendekatan: str) -> HttpResponse:
    """One blank form."""
    try:
        dokumen = formulir_kosong(
            aktor=aktor_wajib(request),
            bentuk=BentukFormulir(bentuk),
            keluarga=Keluarga(keluarga.replace("-", "_")),
            pendekatan=Pendekatan(pendekatan),
        )
    except ValueError as galat:
        raise Http404 from galat
    return jawab_pdf(render_pdf(dokumen), f"formulir-{bentuk}-{keluarga}-{pendekatan}.pdf")


def jawab_pdf(isi: bytes, nama: str) -> HttpResponse:
    """Answer with a PDF that the browser shows and nobody caches."""
    jawaban = HttpResponse(isi, content_type="application/pdf")
    jawaban["Content-Disposition"] = f'inline; filename="{nama}"'
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
