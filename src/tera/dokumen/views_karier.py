"""The print of a person's record, for who made it and for the person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
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
