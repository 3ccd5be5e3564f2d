"""Choosing the language, signed in or not."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.core.akun.services import pilih_bahasa
from tera.core.galat import MasukanSalahError
from tera.web.bahasa import DAFTAR_BAHASA, tandai_bahasa


@require_POST
def bahasa(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language with the account and on the device, then go on reading."""
    pilihan = request.POST.get("bahasa", "")
    if pilihan not in DAFTAR_BAHASA:
        raise MasukanSalahError(
            _("Bahasa itu tidak dikenal. Pilih salah satu bahasa di bagian bawah halaman.")
        )
    if request.user.is_authenticated:
        pilih_bahasa(pengguna_id=request.user.pk, bahasa=pilihan)
    jawaban = HttpResponseRedirect(_lanjut(request))
    tandai_bahasa(jawaban, pilihan)
    return jawaban


# Choosing a language twice is the same as choosing it once: it needs no idempotency key.
bahasa.tanpa_kunci = "bahasa: pilihan yang sama, hasil yang sama"  # type: ignore[attr-defined]


def _lanjut(request: HttpRequest) -> str:
    """Return the page to go back to: only one of our own."""
    tujuan = request.POST.get("lanjut", "")
    aman = url_has_allowed_host_and_scheme(
        tujuan, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not aman or urlsplit(tujuan).netloc or not tujuan.startswith("/"):
        return reverse("web:beranda")
    return tujuan
