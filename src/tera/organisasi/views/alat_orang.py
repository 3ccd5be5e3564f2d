"""One way to run a form page: show, refuse with everything kept, redirect."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError

Kerjakan = Callable[[dict[str, Any]], str]


def laman_isian(
    request: HttpRequest,
    form: IsianForm,
    kerjakan: Kerjakan,
    *,
    pesan: str,
    template: str = "organisasi/isian.html",
    nav: str = "kelola",
    **tampilan: Any,
) -> HttpResponse:
    """Run ``kerjakan`` with the cleaned input and go to the address it returns, or show the form.

    ``pesan`` is said after success; empty when ``kerjakan`` says its own.

    ``tampilan`` of the plain form page: ``judul``, ``tombol``, ``kembali``, ``induk`` (label of the
    page one came from), ``pengantar``, ``nada`` (``bahaya`` for what can't be undone), ``draf``
    (key under which what is typed is kept), ``peka`` (kept by the server alone, never on a device).
    """
    if request.method == "POST" and form.is_valid():
        try:
            # A refusal after the first write must leave nothing behind.
            with transaction.atomic():
                tujuan = kerjakan(form.cleaned_data)
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            if pesan:
                messages.success(request, pesan)
            if tampilan.get("draf"):
                selesaikan_draf(request, tampilan["draf"])
            return redirect(tujuan)
    status = 422 if form.is_bound and form.errors else 200
    return render_laman(request, template, {"form": form, **tampilan}, nav=nav, status=status)


def kirim(request: HttpRequest) -> dict[str, Any]:
    """Return the data a form is bound to: nothing on GET."""
    if request.method == "POST":
        return {"data": request.POST, "files": request.FILES}
    return {}
