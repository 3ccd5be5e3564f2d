"""The public list of awards: no account, no cookie; only names whose person agreed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from tera.tindak_lanjut.selectors.penghargaan.publik import daftar_publik, instansi_publik


@require_safe
def daftar(request: HttpRequest, kode: str) -> HttpResponse:
    """What was announced in kinds whose names may be public."""
    instansi = instansi_publik(kode=kode)
    if instansi is None:
        raise Http404
    konteks = {
        "instansi": instansi,
        "nama_instansi": instansi.nama,
        "daftar": daftar_publik(instansi=instansi),
    }
    # Without the request: no frame, no session, no form key, so no cookie.
    return HttpResponse(render_to_string("tindak_lanjut/penghargaan/publik.html", konteks))
