"""The list, opening one, marking read, and the question a waiting page asks."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import parse_etags, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.notifikasi.forms import SaringanForm
from tera.notifikasi.models import KelompokNotifikasi
from tera.notifikasi.selectors.kotak import BELUM, keadaan, notifikasi_milik, tanda_keadaan
from tera.notifikasi.services.baca import tandai_dibaca, tandai_semua_dibaca
from tera.notifikasi.tampilan import alamat, baris, label_lonceng, tulis_jumlah

BARIS = 25


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """My notifications, newest first."""
    aktor = aktor_wajib(request)
    saringan = BELUM if request.GET.get("tampil") == BELUM else ""
    kelompok = request.GET.get("kelompok", "")
    kelompok = kelompok if kelompok in KelompokNotifikasi.values else ""
    semua = notifikasi_milik(aktor=aktor, saringan=saringan, kelompok=kelompok)
    halaman = Paginator(semua, BARIS).get_page(request.GET.get("halaman"))
    belum, terakhir = keadaan(aktor=aktor)
    konteks = {
        "page_obj": halaman,
        "daftar": baris(list(halaman)),
        "belum": belum,
        "terakhir": terakhir,
        "form": SaringanForm(request.GET),
        "jumlah_saringan": bool(saringan) + bool(kelompok),
        "zona": aktor.zona,
        "jalur": request.get_full_path(),
    }
    return render_laman(request, "notifikasi/daftar.html", konteks, nav="notifikasi")


@require_safe
@perlu_aktor
def buka(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one read and go where it leads; links of mails come here."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(notifikasi_milik(aktor=aktor), pk=pk)
    tandai_dibaca(aktor=aktor, notifikasi=satu)
    tujuan = alamat(satu)
    if not tujuan:
        messages.info(request, _("Halaman notifikasi itu sudah tidak ada."))
    return redirect(tujuan or "notifikasi:daftar")


@require_POST
@perlu_aktor
@idempoten
def dibaca(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one read and stay on the list."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(notifikasi_milik(aktor=aktor), pk=pk)
    tandai_dibaca(aktor=aktor, notifikasi=satu)
    return _kembali(request)


@require_POST
@perlu_aktor
@idempoten
def semua_dibaca(request: HttpRequest) -> HttpResponse:
    """Mark everything read that the page knew of."""
    mentah = request.POST.get("sampai", "")
    sampai = int(mentah) if mentah.isdecimal() and len(mentah) < 19 else 0
    n = tandai_semua_dibaca(aktor=aktor_wajib(request), sampai_id=sampai)
    messages.success(
        request,
        ngettext("%(n)s notifikasi ditandai dibaca.", "%(n)s notifikasi ditandai dibaca.", n)
        % {"n": n},
    )
    return _kembali(request)


@require_safe
@perlu_aktor
def kabar(request: HttpRequest) -> HttpResponse:
    """Whether there is something new: 304 from one indexed query, else the unread count."""
    belum, terakhir = keadaan(aktor=aktor_wajib(request))
    tanda = tanda_keadaan(belum, terakhir)
    lama = parse_etags(request.headers.get("If-None-Match", ""))
    jawaban: HttpResponse = (
        HttpResponseNotModified()
        if tanda in lama
        else JsonResponse({"jumlah": tulis_jumlah(belum), "label": label_lonceng(belum)})
    )
    jawaban["ETag"] = tanda
    return jawaban


def _kembali(request: HttpRequest) -> HttpResponse:
    jalur = request.POST.get("kembali", "")
    boleh = url_has_allowed_host_and_scheme(jalur, allowed_hosts=None)
    return redirect(jalur if boleh else "notifikasi:daftar")
