"""The room's first page: what comes, what was agreed, what is asked."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.dialog.selectors.pertemuan import (
    kesepakatan_terbuka,
    pertemuan_datang,
    pertemuan_lalu,
)
from tera.dialog.selectors.tanya import pertanyaan_terlihat
from tera.dialog.tampilan import baris_kesepakatan, baris_pertanyaan, baris_pertemuan


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Meetings that come, open agreements, questions, meetings that were."""
    aktor = aktor_wajib(request)
    saya = aktor.pegawai_id
    halaman = Paginator(pertemuan_lalu(aktor=aktor), 20).get_page(request.GET.get("halaman"))
    konteks = {
        "datang": [baris_pertemuan(satu, saya) for satu in pertemuan_datang(aktor=aktor)],
        "kesepakatan": [
            baris_kesepakatan(satu, saya, aktor.hari_ini)
            for satu in kesepakatan_terbuka(aktor=aktor)
        ],
        "pertanyaan": [
            baris_pertanyaan(satu, saya) for satu in pertanyaan_terlihat(aktor=aktor)[:20]
        ],
        "halaman": halaman,
        "lalu": [baris_pertemuan(satu, saya) for satu in halaman],
    }
    return render_laman(request, "dialog/daftar.html", konteks, nav="dialog")
