"""Officers and heads of units: how far the work is; names and counts, no content."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import TidakBerwenangError
from tera.pelaksanaan.selectors.unit import BARIS, ringkasan_kerja_unit, senarai_belum
from tera.pelaksanaan.views.alat import NAV, angka_bulat, periode_instansi
from tera.skp.selectors.unit import hak_ringkasan


@perlu_aktor
@require_safe
def unit(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """Counts of a unit and its children in a period, and who has reported nothing yet."""
    aktor = aktor_wajib(request)
    satu = hak_ringkasan(aktor=aktor).unit(pk)
    if satu is None and pk is not None:
        raise Http404
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
        penomor: Paginator[Any] = Paginator(
            senarai_belum(unit=satu, periode=periode, ringkasan=ringkasan), BARIS
        )
        # The summary has already counted them.
        penomor.count = ringkasan.total.belum
        konteks |= {
            "ringkasan": ringkasan,
            "halaman": penomor.get_page(request.GET.get("halaman")),
        }
    return render_laman(request, "pelaksanaan/unit.html", konteks, nav=NAV)
