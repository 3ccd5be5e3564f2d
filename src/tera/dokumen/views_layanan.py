"""The poster of a service point."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors_layanan import poster_layanan
from tera.dokumen.views import jawab_pdf


@require_safe
@perlu_aktor
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """The poster to hang at the counter: nothing on it is about a person."""
    dokumen = poster_layanan(aktor=aktor_wajib(request), titik_id=pk)
    if dokumen is None:
        raise Http404
    return jawab_pdf(render_pdf(dokumen), f"poster-{pk}.pdf")
