"""Officers and heads of units: how far the work is; names and counts, no content."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import TidakBerwenangError
from tera.pelaksanaan.selectors.unit import belum_melapor, ringkasan_kerja_unit
from tera.pelaksanaan.views.alat import NAV, angka_bulat, periode_instansi
from tera.skp.selectors.unit import unit_ringkasan


@perlu_aktor
@require_safe
def unit(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """Counts of a unit and its children in a period, and who has reported nothing yet."""
    aktor = aktor_wajib(request)
    boleh = unit_ringkasan(aktor=aktor)
    satu = get_object_or_404(boleh, pk=pk) if pk else boleh.first()
    if satu is None:
        raise TidakBerwenangError(
            _(
                "Ringkasan pelaksanaan hanya untuk pengelola kinerja, pimpinan unit, dan auditor. "
                "Bila seharusnya Anda, hubungi pengelola kinerja instansi."
            )
        )
    daftar_periode, periode = periode_instansi(request, angka_bulat(request.GET.get("periode")))
    if periode is None and request.GET.get("periode"):
        raise Http404
    konteks = {
        "unit": satu,
        "daftar_periode": daftar_periode,
        "periode": periode,
    }
    if periode is not None:
        ringkasan = ringkasan_kerja_unit(unit=satu, periode=periode)
        penomor = Paginator(belum_melapor(unit=satu, periode=periode, ringkasan=ringkasan), 25)
        # The summary has already counted them.
        penomor.count = ringkasan.total.belum
        konteks |= {
            "ringkasan": ringkasan,
            "halaman": penomor.get_page(request.GET.get("halaman")),
        }
    return render_laman(request, "pelaksanaan/unit.html", konteks, nav=NAV)
