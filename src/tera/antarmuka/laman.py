"""View helpers every room uses: who asks, and one way to render a page."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.draf import hapus_draf
from tera.core.middleware import asal

Tampilan = TypeVar("Tampilan", bound=Callable[..., HttpResponseBase])


def aktor_wajib(request: HttpRequest) -> Aktor:
    """Return the aktor of a request that passed ``perlu_aktor``."""
    aktor: Aktor | None = getattr(request, "aktor", None)
    if not aktor:
        raise PermissionError("view without perlu_aktor")
    return aktor


def perlu_aktor(view: Tampilan) -> Tampilan:
    """Let only signed-in people pass; others go to the sign-in page, programs get 401."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not getattr(request, "aktor", None):
            if "application/json" in request.headers.get("Accept", ""):
                return JsonResponse(
                    {"galat": {"kode": "belum_masuk", "pesan": _("Masuk dulu untuk melanjutkan.")}},
                    status=401,
                )
            # After signing in the browser asks by GET: a door for forms sends back to its page.
            kembali = (
                request.get_full_path() if request.method in {"GET", "HEAD"} else asal(request)
            )
            return redirect_to_login(kembali or "/")
        jawaban = view(request, *args, **kwargs)
        jawaban.headers.setdefault("Cache-Control", "private, no-cache")
        return jawaban

    return cast(Tampilan, bungkus)


def render_laman(
    request: HttpRequest,
    template: str,
    konteks: Mapping[str, Any] | None = None,
    *,
    nav: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render a page of the house; ``nav`` is the key of the navigation item that is lit."""
    request.nav_aktif = nav  # type: ignore[attr-defined]
    return render(request, template, {"nav_aktif": nav, **(konteks or {})}, status=status)


KUNCI_SESI_DRAF = "draf_selesai"


def selesaikan_draf(request: HttpRequest, kunci: str) -> None:
    """Drop the draft of the accepted form ``kunci``, on the device with the next page."""
    hapus_draf(pengguna_id=aktor_wajib(request).pengguna_id or 0, kunci=kunci)
    request.session[KUNCI_SESI_DRAF] = kunci
