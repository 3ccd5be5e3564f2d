"""Public pages of the OPDs of an instansi that opened them: no account, no person."""

from types import SimpleNamespace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tera.core import clock
from tera.dasbor.selectors import publik
from tera.dasbor.tampilan_publik import konteks_opd
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi
from tera.umpan_balik.views.publik import bahasa_warga, halaman_warga

#: Seconds a page may be kept by whoever carries it.
SIMPAN = 900


def _terbuka(kode: str) -> tuple[Instansi, dict[str, Any], Any]:
    """The instansi with its policy and day, where it has opened these pages; else 404."""
    instansi = publik.instansi_publik(kode=kode)
    if instansi is None:
        raise Http404
    pada = clock.hari_ini(instansi.zona)
    aturan = kebijakan.semua(instansi_id=instansi.pk, pada=pada)
    if not aturan["dasbor.halaman_publik"]:
        raise Http404
    return instansi, aturan, pada


def _halaman(
    request: HttpRequest, templat: str, konteks: dict[str, Any], instansi: Instansi, unit: Any
) -> HttpResponse:
    bahasa = bahasa_warga(request)
    with translation.override(bahasa):
        return halaman_warga(
            templat,
            konteks,
            asal=SimpleNamespace(instansi=instansi, unit=unit),
            bahasa=bahasa,
            alamat=request.path,
        )


@require_safe
@cache_control(public=True, max_age=SIMPAN)
def daftar(request: HttpRequest, kode: str) -> HttpResponse:
    """The OPDs of the instansi."""
    instansi, _aturan, pada = _terbuka(kode)
    konteks = {"daftar": publik.daftar_opd(instansi=instansi, pada=pada), "kode": kode}
    return _halaman(
        request, "dasbor/publik/daftar.html", konteks, instansi, SimpleNamespace(nama="")
    )


@require_safe
@cache_control(public=True, max_age=SIMPAN)
def opd(request: HttpRequest, kode: str, pk: int) -> HttpResponse:
    """One OPD in one year."""
    instansi, aturan, pada = _terbuka(kode)
    halaman = publik.halaman_opd(
        instansi=instansi, pk=pk, tahun=request.GET.get("tahun", ""), aturan=aturan, pada=pada
    )
    if halaman is None:
        raise Http404
    bahasa = bahasa_warga(request)
    with translation.override(bahasa):
        konteks = konteks_opd(halaman, kode=kode, aturan=aturan)
    return _halaman(request, "dasbor/publik/opd.html", konteks, instansi, halaman.unit)
