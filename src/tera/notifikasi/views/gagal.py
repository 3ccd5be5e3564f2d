"""What couldn't be delivered: the admin reads the cause and tries again."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.notifikasi.permissions import pastikan_admin
from tera.notifikasi.selectors.gagal import kejadian_gagal, surel_gagal, surel_terlambat
from tera.notifikasi.services.coba_lagi import coba_lagi_kejadian, coba_lagi_surel

BARIS = 25


@require_safe
@perlu_aktor
def gagal(request: HttpRequest) -> HttpResponse:
    """Mails and events given up, with their cause."""
    aktor = aktor_wajib(request)
    pastikan_admin(aktor=aktor, pada=aktor.hari_ini)
    halaman = Paginator(surel_gagal(aktor=aktor), BARIS).get_page(request.GET.get("halaman"))
    konteks = {
        "page_obj": halaman,
        "kejadian": list(kejadian_gagal(aktor=aktor)[:BARIS]),
        "terlambat": surel_terlambat(aktor=aktor),
        "surel_aktif": settings.TERA_SUREL_AKTIF,
        "zona": aktor.zona,
    }
    return render_laman(request, "notifikasi/gagal.html", konteks, nav="kelola")


@require_POST
@perlu_aktor
@idempoten
def coba_lagi(request: HttpRequest) -> HttpResponse:
    """Send the chosen mails and deliver the chosen events again."""
    aktor = aktor_wajib(request)
    n = coba_lagi_surel(aktor=aktor, daftar_pk=_nomor(request, "surel"), pada=aktor.hari_ini)
    n += coba_lagi_kejadian(aktor=aktor, daftar_pk=_nomor(request, "kejadian"), pada=aktor.hari_ini)
    if n:
        messages.success(request, _("%(n)s kiriman dicoba lagi oleh pekerja.") % {"n": n})
    else:
        messages.info(
            request, _("Tidak ada yang dicoba lagi: kiriman itu sudah tidak ada di daftar.")
        )
    return redirect("notifikasi:gagal")


def _nomor(request: HttpRequest, bidang: str) -> list[int]:
    return [
        int(satu) for satu in request.POST.getlist(bidang) if satu.isdecimal() and len(satu) < 19
    ]
