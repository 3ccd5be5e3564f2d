"""Prints of talent: a person's record, and the matrix of a year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core import audit
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors_karier import pemilik_berkas_karier
from tera.dokumen.views import jawab_pdf


@require_safe
@perlu_aktor
def berkas_karier(request: HttpRequest, pk: int) -> HttpResponse:
    """One print, numbered and verifiable; ``pk`` is the reading that was written down."""
    dokumen = terbitan.siap_cetak(
        aktor=aktor_wajib(request), jenis=CetakanDokumen.Jenis.BERKAS_KARIER, objek_id=pk
    )
    if dokumen is None:
        raise Http404
    request.pegawai_terkait_id = pemilik_berkas_karier(pk)  # type: ignore[attr-defined]
    return jawab_pdf(render_pdf(dokumen), f"berkas-karier-{pk}.pdf")


@require_safe
@perlu_aktor
def peta_talenta(request: HttpRequest, pk: int) -> HttpResponse:
    """The matrix of a year, as far as its reader sees it on the page; the reading is audited."""
    aktor = aktor_wajib(request)
    dokumen = terbitan.siap_cetak(aktor=aktor, jenis=CetakanDokumen.Jenis.PETA_TALENTA, objek_id=pk)
    if dokumen is None:
        raise Http404
    audit.catat_objek(aktor, "peta_talenta", pk, "cetak")
    return jawab_pdf(render_pdf(dokumen), f"peta-talenta-{pk}.pdf")
