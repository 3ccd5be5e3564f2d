"""What changed in the law since one's last look."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.dasbor import services
from tera.dasbor.selectors.hukum import terakhir_dibaca
from tera.regulasi.perubahan import perubahan_sejak

#: Further back than this nobody reads: the newest come first.
BATAS = 100


@require_safe
@perlu_aktor
def hukum(request: HttpRequest) -> HttpResponse:
    """The changes that are news to the aktor, and those of the last year."""
    aktor = aktor_wajib(request)
    terakhir = terakhir_dibaca(aktor=aktor)
    pada = aktor.hari_ini
    konteks = {
        "terakhir": terakhir,
        "baru": perubahan_sejak(terakhir, pada=pada)[:BATAS],
        "lama": [
            satu
            for satu in perubahan_sejak(pada - dt.timedelta(days=366), pada=pada)
            if satu.pada <= terakhir
        ][:BATAS],
        "nanti": perubahan_sejak(pada, pada=dt.date.max)[:BATAS],
    }
    return render_laman(request, "dasbor/hukum.html", konteks)


@require_POST
@perlu_aktor
@idempoten
def dibaca(request: HttpRequest) -> HttpResponseBase:
    """I have read it: it isn't shown again."""
    aktor = aktor_wajib(request)
    services.tandai_dibaca(aktor=aktor, pada=aktor.hari_ini)
    messages.success(request, _("Dicatat. Perubahan berikutnya akan diberitahukan."))
    return redirect("web:beranda")
