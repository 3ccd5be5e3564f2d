"""Texts in and out of the instansi as one file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.bimtek import services
from tera.bimtek.forms_naskah import EksporNaskahForm, ImporNaskahForm
from tera.bimtek.paket import PaketDitolakError
from tera.bimtek.permissions import peran_penelaah
from tera.bimtek.selectors.naskah import naskah_terbit
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten

NAV = "bimtek"


def _wajib_penelaah(request: HttpRequest) -> None:
    aktor = aktor_wajib(request)
    if not peran_penelaah(aktor=aktor, pada=aktor.hari_ini):
        raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def ekspor(request: HttpRequest) -> HttpResponseBase:
    """Choose published texts; POST gives their package."""
    _wajib_penelaah(request)
    aktor = aktor_wajib(request)
    semua = naskah_terbit(aktor=aktor)
    pilihan = [
        (satu.pk, _("%(judul)s, versi %(versi)s") % {"judul": satu.judul, "versi": satu.versi})
        for satu in semua
    ]
    kirim = request.method == "POST"
    form = EksporNaskahForm(
        request.POST if kirim else None, pilihan=pilihan, initial={"pk": [n for n, _j in pilihan]}
    )
    if kirim and form.is_valid():
        try:
            isi = services.ekspor_naskah(
                aktor=aktor,
                pada=aktor.hari_ini,
                daftar_pk=form.cleaned_data["pk"],
                lisensi=form.cleaned_data["lisensi"],
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            return unduh_isi(isi, "application/zip", f"naskah-bimtek-{aktor.hari_ini}.zip")
    konteks = {"form": form, "ada": bool(pilihan)}
    status = 422 if kirim else 200
    return render_laman(request, "bimtek/naskah_ekspor.html", konteks, nav=NAV, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponse:
    """Check a package, and store it when asked to; the report names every file."""
    _wajib_penelaah(request)
    aktor = aktor_wajib(request)
    kirim = request.method == "POST"
    form = ImporNaskahForm(request.POST if kirim else None, request.FILES if kirim else None)
    laporan: list[services.BarisImpor] = []
    salah: tuple[tuple[str, str, str], ...] = ()
    simpan = False
    if kirim and form.is_valid():
        simpan = form.cleaned_data["simpan"]
        nama, isi = form.cleaned_data["berkas"]
        try:
            laporan = services.impor_naskah(
                aktor=aktor,
                isi=isi,
                nama=nama,
                pada=aktor.hari_ini,
                periksa=not simpan,
            )
        except PaketDitolakError as galat:
            form.add_error("berkas", galat.pesan)
            salah = galat.laporan
    konteks = {"form": form, "laporan": laporan, "salah": salah, "simpan": simpan}
    status = 422 if kirim and form.errors else 200
    return render_laman(request, "bimtek/naskah_impor.html", konteks, nav=NAV, status=status)
