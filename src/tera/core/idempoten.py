"""Idempotency: the same form sent twice, out of order or after a dropped connection acts once."""

import datetime as dt
import functools
import hashlib
import uuid
from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.galat import MasukanSalahError, SedangDipakaiError
from tera.core.models import KunciIdempoten

NAMA_BIDANG = "kunci_idempoten"
Tampilan = TypeVar("Tampilan", bound=Callable[..., HttpResponseBase])


def idempoten(view: Tampilan) -> Tampilan:
    """Make a mutating view answer a repeated key with the first answer.

    The key must be in the form (``{% kunci_idempoten %}``). Only an accepted submission (a
    redirect) is remembered: a refused one may be corrected and sent with the same key.
    """
    return _jadikan_idempoten(view, _sidik)


def idempoten_rahasia(view: Tampilan) -> Tampilan:
    """The same for a form whose content nobody may guess: no digest of it is kept.

    Beside its sender a digest of a few answers is the answers: all there are can be tried.
    """
    return _jadikan_idempoten(view, _tanpa_sidik)


def _jadikan_idempoten(view: Tampilan, sidik_dari: Callable[[HttpRequest], str]) -> Tampilan:
    @functools.wraps(view)
    def bungkus(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in {"POST", "PUT", "PATCH", "DELETE"}:
            return view(request, *args, **kwargs)
        kunci = _baca_kunci(request)
        pengirim = _pengirim(request)
        sidik = sidik_dari(request)
        with transaction.atomic():
            baris, baru = _ambil(pengirim, kunci, request.path, sidik)
            if not baru:
                return _jawab_ulang(baris, request.path, sidik)
            jawaban = view(request, *args, **kwargs)
            if 300 <= jawaban.status_code < 400:
                baris.status = jawaban.status_code
                baris.lokasi = str(jawaban.get("Location", ""))
                baris.save(update_fields=["status", "lokasi"])
            else:
                baris.delete()
            return jawaban

    bungkus.wajib_idempoten = True  # type: ignore[attr-defined]
    return cast(Tampilan, bungkus)


def hapus_kunci_lama() -> int:
    """Drop keys older than 30 days: a device that resends later gets the page's own checks."""
    batas = clock.sekarang() - dt.timedelta(days=30)
    return KunciIdempoten.objects.filter(dibuat_at__lt=batas).delete()[0]


def _baca_kunci(request: HttpRequest) -> uuid.UUID:
    teks = request.POST.get(NAMA_BIDANG) or request.headers.get("Idempotency-Key", "")
    try:
        return uuid.UUID(teks)
    except ValueError as galat:
        raise MasukanSalahError(
            _(
                "Formulir ini tidak membawa kunci kiriman, jadi tidak diproses agar tidak tercatat "
                "dua kali. Muat ulang halaman, lalu kirim lagi; isian Anda masih tersimpan."
            ),
            kode="kunci_idempoten_salah",
        ) from galat


def _pengirim(request: HttpRequest) -> str:
    pengguna: Any = getattr(request, "user", None)
    if pengguna is not None and pengguna.is_authenticated:
        return f"pengguna:{pengguna.pk}"
    return "tamu"


def _sidik(request: HttpRequest) -> str:
    acak = hashlib.sha256()
    for nama in sorted(request.POST):
        if nama != "csrfmiddlewaretoken":
            acak.update(repr((nama, request.POST.getlist(nama))).encode())
    for nama, berkas in sorted(request.FILES.items()):
        acak.update(repr((nama, getattr(berkas, "name", ""), getattr(berkas, "size", 0))).encode())
    return acak.hexdigest()


def _tanpa_sidik(request: HttpRequest) -> str:
    return ""


def _ambil(pengirim: str, kunci: uuid.UUID, jalur: str, sidik: str) -> tuple[KunciIdempoten, bool]:
    try:
        with transaction.atomic():
            return (
                KunciIdempoten.objects.create(
                    pengirim=pengirim,
                    kunci=kunci,
                    jalur=jalur[:300],
                    sidik_isi=sidik,
                    dibuat_at=clock.sekarang(),
                ),
                True,
            )
    except IntegrityError:
        baris = KunciIdempoten.objects.filter(pengirim=pengirim, kunci=kunci).first()
        if baris is None:
            raise SedangDipakaiError(
                _("Kiriman yang sama sedang diproses. Tunggu sebentar, lalu muat ulang halaman.")
            ) from None
        return baris, False


def _jawab_ulang(baris: KunciIdempoten, jalur: str, sidik: str) -> HttpResponse:
    if baris.jalur != jalur[:300] or baris.sidik_isi != sidik:
        raise MasukanSalahError(
            _(
                "Kiriman ini memakai kunci dari kiriman lain yang sudah tercatat, jadi tidak "
                "diproses. Muat ulang halaman, periksa isiannya, lalu kirim lagi."
            ),
            kode="kunci_idempoten_dipakai",
        )
    jawaban = HttpResponseRedirect(baris.lokasi or "/")
    jawaban["X-Tera-Kiriman"] = "ulang"
    return jawaban
