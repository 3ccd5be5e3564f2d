"""The language of a page: what the account says, else this device, else Indonesian.

The browser's own wish is not asked: most Indonesian offices run English browsers.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

DAFTAR_BAHASA = dict(settings.LANGUAGES)


class BahasaMiddleware:
    """Activates the language of each request; stands after the account is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        bahasa = bahasa_permintaan(request)
        request.LANGUAGE_CODE = bahasa
        with translation.override(bahasa):
            jawaban = self.get_response(request)
        jawaban.headers.setdefault("Content-Language", bahasa)
        patch_vary_headers(jawaban, ("Cookie",))
        return jawaban


def bahasa_permintaan(request: HttpRequest) -> str:
    """Return the code of the language; a visitor without a session costs no query."""
    pilihan = ""
    if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
        pilihan = getattr(request.user, "bahasa", "")
    if pilihan not in DAFTAR_BAHASA:
        pilihan = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return pilihan if pilihan in DAFTAR_BAHASA else settings.LANGUAGE_CODE


def tandai_bahasa(jawaban: HttpResponseBase, bahasa: str) -> None:
    """Remember the choice on this device, for the pages before signing in."""
    jawaban.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        bahasa,
        max_age=60 * 60 * 24 * 365,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
