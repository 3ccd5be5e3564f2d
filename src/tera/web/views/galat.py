"""Error pages: what happened, what is safe, what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tera.core.middleware import asal


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
    return HttpResponse(render_to_string("500.html"), status=500)
