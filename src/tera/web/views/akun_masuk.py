"""allauth's pages under our addresses: an input that can't be accepted is answered with 422."""

import inspect
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import (
    LoginView,
    PasswordChangeView,
    PasswordResetFromKeyView,
    PasswordResetView,
    PasswordSetView,
    ReauthenticateView,
)
from allauth.decorators import rate_limit
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.web import latihan
from tera.web.forms.akun import LupaSandiForm


class _Jawab422:
    def form_invalid(self, form: Any) -> HttpResponse:
        jawaban: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        jawaban.status_code = 422
        return jawaban


class MasukView(_Jawab422, LoginView):  # type: ignore[misc]
    """Sign in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Offer the invented people where this installation is for practice."""
        daftar = latihan.daftar_orang()
        return {
            **super().get_context_data(**kwargs),
            "orang_utama": [satu for satu in daftar if satu.utama],
            "orang_lain": [satu for satu in daftar if not satu.utama],
        }


_masuk = MasukView.as_view()


def masuk(request: HttpRequest) -> HttpResponseBase:
    """Sign in by NIP or account name."""
    jawaban: HttpResponseBase = _masuk(request)
    return jawaban


# Signing in twice is signing in once, and a stored digest of the form would cover the password.
masuk.tanpa_kunci = "sandi"  # type: ignore[attr-defined]


@require_POST
@rate_limit(action="login")  # type: ignore[untyped-decorator]
def masuk_latihan(request: HttpRequest) -> HttpResponseBase:
    """Sign in as an invented person, without a password; 404 unless this is for practice."""
    if not settings.TERA_LATIHAN:
        raise Http404
    pengguna = latihan.akun_latihan(request.POST.get("akun", ""))
    if pengguna is None:
        pesan = _(
            "Orang itu tidak bisa dipilih: akunnya tidak ada atau sedang dinonaktifkan dalam "
            "latihan ini. Pilih orang lain; besok pagi semuanya kembali seperti semula."
        )
        messages.warning(request, pesan)
        return redirect("account_login")
    # Not through the steps of a sign-in: a second factor that one set up while practising would
    # shut everybody else out until the night.
    penyesuai = get_adapter()
    penyesuai.login(request, pengguna)
    jawaban: HttpResponseBase = penyesuai.post_login(
        request,
        pengguna,
        email_verification=None,
        signal_kwargs=None,
        email=None,
        signup=False,
        redirect_url="/",
    )
    return jawaban


inspect.unwrap(masuk_latihan).tanpa_kunci = "masuk dua kali sama dengan masuk sekali"


class GantiSandiView(_Jawab422, PasswordChangeView):  # type: ignore[misc]
    """Change one's password."""

    success_url = reverse_lazy("web:keamanan")


class BuatSandiView(_Jawab422, PasswordSetView):  # type: ignore[misc]
    """Set a password where there is none."""

    success_url = reverse_lazy("web:keamanan")


class PeriksaUlangView(_Jawab422, ReauthenticateView):  # type: ignore[misc]
    """Type the password again before a sensitive change."""


class PasangAplikasiView(_Jawab422, ActivateTOTPView):  # type: ignore[misc]
    """Set up an authenticator app."""


class SandiTautanView(_Jawab422, PasswordResetFromKeyView):  # type: ignore[misc]
    """Set a new password through the link of a mail."""


class LupaSandiView(_Jawab422, PasswordResetView):  # type: ignore[misc]
    """Explain the reset in person; by mail only where the installation can send mail."""

    form_class = LupaSandiForm
    template_name = "web/akun/lupa_sandi.html"

    def get_form_class(self) -> type[LupaSandiForm]:
        """Ask for the account name, not for an address."""
        return LupaSandiForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send the link; 404 without a mail server."""
        if not settings.TERA_SUREL_AKTIF:
            raise Http404
        jawaban: HttpResponseBase = super().post(request, *args, **kwargs)
        return jawaban

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether mail is offered."""
        return {**super().get_context_data(**kwargs), "surel_aktif": settings.TERA_SUREL_AKTIF}


def ke_keamanan(request: HttpRequest) -> HttpResponse:
    """allauth's own lists are parts of our page."""
    return redirect("web:keamanan")
