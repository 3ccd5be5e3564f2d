"""The three forms of angka kredit."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors import pemilik
from tera.dokumen.selectors_angka_kredit import akumulasi_sementara
from tera.dokumen.views import jawab_pdf


@require_safe
@perlu_aktor
def konversi(request: HttpRequest, pk: int) -> HttpResponse:
    """Konversi Predikat Kinerja ke Angka Kredit of one conversion."""
    return _cetak(request, CetakanDokumen.Jenis.KONVERSI_AK, pk)


@require_safe
@perlu_aktor
def penetapan(request: HttpRequest, pk: int) -> HttpResponse:
    """The PAK."""
    return _cetak(request, CetakanDokumen.Jenis.PENETAPAN_AK, pk)


@require_safe
@perlu_aktor
def akumulasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Akumulasi Angka Kredit of a PAK."""
    return _cetak(request, CetakanDokumen.Jenis.AKUMULASI_AK, pk)


@require_safe
@perlu_aktor
def sementara(request: HttpRequest, pk: int) -> HttpResponse:
    """The ledger of a jenjang as it stands today, marked as not established."""
    aktor = aktor_wajib(request)
    dokumen = akumulasi_sementara(aktor=aktor, masa_id=pk, pada=aktor.hari_ini)
    if dokumen is None:
        raise Http404
    return jawab_pdf(render_pdf(dokumen), f"akumulasi-{pk}.pdf")


def _cetak(request: HttpRequest, jenis: CetakanDokumen.Jenis, pk: int) -> HttpResponse:
    aktor = aktor_wajib(request)
    dokumen = terbitan.siap_cetak(aktor=aktor, jenis=jenis, objek_id=pk)
    if dokumen is None:
        raise Http404
    if aktor.mode_petugas is not None:
        request.pegawai_terkait_id = pemilik(jenis=jenis, objek_id=pk)  # type: ignore[attr-defined]
    return jawab_pdf(render_pdf(dokumen), f"{jenis.value.replace('_', '-')}-{pk}.pdf")
