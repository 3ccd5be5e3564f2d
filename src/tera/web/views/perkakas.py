"""Small endpoints of the machine: drafts, fresh form keys, service worker, health, verification."""

import json
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.paginator import Paginator
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.draf import ambil_draf, hapus_draf, simpan_draf
from tera.core.galat import MasukanSalahError
from tera.web import verifikasi


@require_http_methods(["GET", "PUT", "DELETE"])
@perlu_aktor
def draf(request: HttpRequest, kunci: str) -> HttpResponseBase:
    """Read, keep or drop what the signed-in person typed into one form."""
    pengguna_id = aktor_wajib(request).pengguna_id or 0
    if request.method == "GET":
        ada = ambil_draf(pengguna_id=pengguna_id, kunci=kunci)
        if ada is None:
            return JsonResponse({"isi": None, "versi": 0})
        return JsonResponse(
            {"isi": ada.isi, "versi": ada.versi, "disimpan_pada": ada.disimpan_at.isoformat()}
        )
    if request.method == "DELETE":
        hapus_draf(pengguna_id=pengguna_id, kunci=kunci)
        return JsonResponse({"isi": None, "versi": 0})
    baru = simpan_draf(
        pengguna_id=pengguna_id, kunci=kunci, isi=_isi(request.body), ukuran=len(request.body)
    )
    return JsonResponse({"versi": baru.versi, "disimpan_pada": baru.disimpan_at.isoformat()})


# Writing a draft twice is the same as writing it once: it needs no idempotency key.
draf.tanpa_kunci = "draf: yang terbaru menang"  # type: ignore[attr-defined]


def _isi(badan: bytes) -> dict[str, Any]:
    try:
        kiriman = json.loads(badan)
        isi = kiriman["isi"]
    except (ValueError, KeyError, TypeError, RecursionError):
        isi = None
    if not isinstance(isi, dict):
        raise MasukanSalahError(
            _("Draf tidak terbaca, jadi tidak disimpan di server. Isian tetap ada di perangkat.")
        )
    return isi


@require_safe
@never_cache
def csrf(request: HttpRequest) -> JsonResponse:
    """A fresh form key for a page that has grown old; says whether its person is signed in."""
    return JsonResponse({"token": get_token(request), "masuk": bool(request.user.is_authenticated)})


@require_safe
def pekerja_layanan(request: HttpRequest) -> HttpResponse:
    """The service worker, served from the root so that it covers every page."""
    lokasi = finders.find("antarmuka/sw.js")
    if lokasi:
        with open(str(lokasi), "rb") as berkas:
            isi = berkas.read()
    else:
        with staticfiles_storage.open("antarmuka/sw.js") as berkas:
            isi = berkas.read()
    jawaban = HttpResponse(isi, content_type="text/javascript; charset=utf-8")
    jawaban["Cache-Control"] = "no-cache"
    return jawaban


@require_safe
def luring(request: HttpRequest) -> HttpResponse:
    """The page shown without network: the service worker keeps it on the device."""
    return render(request, "antarmuka/luring.html")


@require_safe
@never_cache
def sehat(request: HttpRequest) -> HttpResponse:
    """Whether this node can serve: one round trip to the database."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT 1")
    return HttpResponse("sehat\n", content_type="text/plain")


@require_safe
@never_cache
def periksa(request: HttpRequest, token: str) -> HttpResponse:
    """Anyone may check a receipt or a document: valid or changed, number, date, instansi."""
    hasil = verifikasi.periksa(token)
    if hasil is None:
        if len(token) != 32:
            raise Http404
        return render(request, "web/periksa.html", {"hasil": None}, status=404)
    return render(request, "web/periksa.html", {"hasil": hasil})


@require_safe
@never_cache
def akar_audit(request: HttpRequest) -> HttpResponse:
    """The daily roots of the audit chains, for anyone to keep and compare."""
    penomor = Paginator(verifikasi.daftar_akar(), 31)
    halaman = penomor.get_page(request.GET.get("halaman"))
    return render(request, "web/akar_audit.html", {"halaman": halaman})
