"""One way to take a form: valid, one service, one redirect; a refusal stands at its field."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError

NAV = "tindak_lanjut"
F = TypeVar("F", bound=IsianForm)
#: The refusals that a form shows; others are pages of their own.
Galat = (MasukanSalahError, StatusTidakSesuaiError)
#: The route and pk one goes to.
Tujuan = tuple[str, int | None]


def terima(
    request: HttpRequest,
    form: F,
    *,
    kerjakan: Callable[[F], Any],
    sukses: str | Callable[[Any], str],
    ke: Tujuan | Callable[[Any], Tujuan],
    templat: str,
    konteks: Mapping[str, Any],
    draf: str = "",
) -> HttpResponseBase:
    """Show a form, or take it.

    ``kerjakan`` calls the service; ``sukses`` and ``ke`` may ask what it returned. Templates read
    the key of the draft as ``kunci_draf``.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = kerjakan(form)
            except Galat as galat:
                form.tempel(galat)
                status = galat.status
            else:
                kabar = sukses(hasil) if callable(sukses) else sukses
                return pergi(request, kabar, *(ke(hasil) if callable(ke) else ke), draf)
    return tampilkan(request, templat, {"form": form, "kunci_draf": draf, **konteks}, status)


def tampilkan(
    request: HttpRequest, templat: str, konteks: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page of the room."""
    return render_laman(request, f"tindak_lanjut/{templat}.html", konteks, nav=NAV, status=status)


def pergi(
    request: HttpRequest, kabar: str, rute: str, pk: int | None, draf: str = ""
) -> HttpResponse:
    """Say what was done, drop its draft, and go on."""
    messages.success(request, kabar)
    if draf:
        selesaikan_draf(request, draf)
    nama = f"tindak_lanjut:{rute}"
    return redirect(nama) if pk is None else redirect(nama, pk=pk)


def isian(request: HttpRequest) -> Any:
    """The posted data, None for a page that is only looked at."""
    return request.POST if request.method == "POST" else None
