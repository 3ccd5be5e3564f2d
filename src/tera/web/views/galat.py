"""Error pages: what happened, what is safe, what to do."""

import sys
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tera.core.middleware import asal, basis_data_sibuk, ketikan, kirim_lagi


def csrf_gagal(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's key is stale: say that nothing is lost, and let the page fetch a fresh key."""
    if "application/json" in request.headers.get("Accept", ""):
        jawaban: HttpResponse = JsonResponse(
            {"galat": {"kode": "csrf_basi", "pesan": _("Kunci halaman sudah kedaluwarsa.")}},
            status=403,
        )
    else:
        jawaban = render(request, "403_csrf.html", {"kembali_url": asal(request)}, status=403)
    jawaban["X-Tera-Csrf"] = "basi"
    return jawaban


def tidak_berwenang(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403."""
    # Django's own refusals carry words for programmers; a person reads the rule of the house.
    return render(request, "403.html", {"kembali_url": asal(request)}, status=403)


def tidak_ditemukan(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404: also what a stranger sees of an object that exists."""
    return render(request, "404.html", {"kembali_url": asal(request)}, status=404)


def galat_server(request: HttpRequest) -> HttpResponse:
    """500: asks nothing of the database, the frame or the session, which may be what is broken."""
    # Django calls this while the exception is being handled, whichever layer it came from.
    if basis_data_sibuk(sys.exc_info()[1]):
        return _sibuk(request)
    isi = render_to_string("500.html", {"latihan": settings.TERA_LATIHAN})
    return HttpResponse(isi, status=500)


def _sibuk(request: HttpRequest) -> HttpResponse:
    """503: the database is held or gone for a moment; the form as it was, to send again."""
    # Saving the session would wait for the same database once more.
    if hasattr(request, "session"):
        request.session.modified = False
    if "application/json" in request.headers.get("Accept", ""):
        pesan = _("Sistem sedang sibuk; permintaan ini belum diproses. Coba lagi sebentar lagi.")
        jawaban: HttpResponse = JsonResponse(
            {"galat": {"kode": "sedang_sibuk", "pesan": pesan}}, status=503
        )
    else:
        isi = {
            "latihan": settings.TERA_LATIHAN,
            "kirim_lagi": kirim_lagi(request),
            "ketikan": ketikan(request),
            "tujuan": request.get_full_path(),
            "kiriman": request.method != "GET",
            "kembali_url": asal(request),
        }
        jawaban = HttpResponse(render_to_string("503.html", isi), status=503)
    jawaban["Retry-After"] = "5"
    jawaban["Cache-Control"] = "no-store"
    return jawaban
