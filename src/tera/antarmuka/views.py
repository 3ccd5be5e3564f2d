"""The pages ``/gaya/`` show every component in all its states; they hold no data of anyone."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka import gaya as contoh
from tera.antarmuka.baris import aksi_baris, tunda_periksa

HALAMAN_GALAT = {
    "403": ("403.html", 403),
    "404": ("404.html", 404),
    "409": ("409.html", 409),
    "500": ("500.html", 500),
    "503": ("503.html", 503),
    "csrf": ("403_csrf.html", 403),
    "luring": ("antarmuka/luring.html", 200),
    "penolakan": ("antarmuka/penolakan.html", 422),
}


def _render(
    request: HttpRequest, templat: str, isi: dict[str, Any], aktif: str, status: int = 200
) -> HttpResponse:
    kerangka = contoh.kerangka(aktif, tema=request.COOKIES.get("tema", ""))
    kerangka["merek"] = request.GET.get("merek", "")
    kerangka["perangkat_bersama"] = "bersama" in request.GET
    return render(request, f"antarmuka/gaya/{templat}.html", {**kerangka, **isi}, status=status)


@require_safe
def gaya(request: HttpRequest) -> HttpResponse:
    """All components."""
    return _render(
        request, "komponen", contoh.komponen(request.GET.get("halaman", "3")), "komponen"
    )


@require_safe
def dasbor(request: HttpRequest) -> HttpResponse:
    """All charts, as on a unit's dashboard."""
    return _render(request, "dasbor", contoh.dasbor(), "dasbor")


@require_http_methods(["GET", "POST"])
def formulir(request: HttpRequest) -> HttpResponse:
    """A long form with rows: errors, drafts, resend."""
    if request.method != "POST":
        form, formset = contoh.formulir_awal()
        selesai = "gaya-skp" if "selesai" in request.GET else ""
        isi = {"form": form, "formset": formset, "draf_selesai": selesai}
        return _render(request, "formulir", isi, "formulir")
    data = aksi_baris(request.POST)
    form, formset = contoh.formulir_isi(data or request.POST)
    if data is not None:
        tunda_periksa(form, formset)
    elif all([form.is_valid(), formset.is_valid()]):
        return redirect(f"{request.path}?selesai")
    isi = {"form": form, "formset": formset, "draf_selesai": ""}
    return _render(request, "formulir", isi, "formulir", status=200 if data is not None else 422)


@require_safe
def publik(request: HttpRequest) -> HttpResponse:
    """The frame without navigation: a sign-in page."""
    return _render(request, "publik", {"form": contoh.MasukForm()}, "publik")


@require_safe
def galat(request: HttpRequest, nama: str) -> HttpResponse:
    """One of the error pages."""
    if nama not in HALAMAN_GALAT:
        raise Http404
    templat, status = HALAMAN_GALAT[nama]
    return render(request, templat, {"galat": contoh.PENOLAKAN}, status=status)
