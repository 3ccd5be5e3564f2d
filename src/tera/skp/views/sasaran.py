"""The vision line seen from the work: which sasaran somebody works on, and which nobody does."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.skp.selectors.arah import sasaran_dikerjakan


@require_safe
@perlu_aktor
def sasaran(request: HttpRequest) -> HttpResponse:
    """Every sasaran in force with its count of RHK; those without come first."""
    aktor = aktor_wajib(request)
    daftar = sasaran_dikerjakan(aktor=aktor, pada=aktor.hari_ini)
    konteks = {
        "kosong": [satu for satu in daftar if not satu.jumlah_rhk],
        "dikerjakan": [satu for satu in daftar if satu.jumlah_rhk],
        "jumlah": len(daftar),
        "tahun": aktor.hari_ini.year,
    }
    return render_laman(request, "skp/sasaran.html", konteks, nav="kelola")
