"""The page of a pembina: shares of instansi that agreed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.dasbor.selectors.pembina import N_TERKECIL, gambaran_pembina, hak_pembina
from tera.dasbor.tampilan_pembina import konteks_pembina


@require_safe
@perlu_aktor
def pembina(request: HttpRequest) -> HttpResponse:
    """Across instansi, aggregates of 30 and more; for nobody without the grant."""
    aktor = aktor_wajib(request)
    hak = hak_pembina(aktor=aktor)
    if not hak:
        raise Http404
    gambaran = gambaran_pembina(aktor=aktor, hak=hak, tahun=request.GET.get("tahun", ""))
    konteks = konteks_pembina(gambaran) | {"minimum": N_TERKECIL}
    return render_laman(request, "dasbor/pembina.html", konteks, nav="pembina")
