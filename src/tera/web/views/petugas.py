"""*Mode petugas*: begin with a reason, end at any time."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_jam
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi.middleware import KUNCI_SESI
from tera.organisasi.services import mode_petugas as layanan
from tera.web.forms.akun import PetugasForm
from tera.web.views.alat import kirim_pesan


@perlu_aktor
@idempoten
def mulai(request: HttpRequest) -> HttpResponse:
    """Ask for the reason and the time, then begin; only for people with a PeranPetugas."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    daftar_peran = layanan.peran_petugas_aktif(aktor=aktor, pada=pada)
    if not daftar_peran:
        raise Http404
    form = PetugasForm(
        request.POST or None, jam_maksimum=layanan.jam_maksimum(aktor=aktor, pada=pada)
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                sesi = layanan.mulai_mode_petugas(aktor=aktor, pada=pada, **form.cleaned_data)
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                request.session[KUNCI_SESI] = sesi.pk
                kirim_pesan(
                    request,
                    "peringatan",
                    _("Mode petugas berjalan sampai pukul %(jam)s. Setiap halaman dicatat.")
                    % {"jam": tulis_jam(sesi.sampai_at, aktor.zona)},
                )
                return redirect("/")
    return render_laman(
        request,
        "web/akun/petugas_mulai.html",
        {"form": form, "daftar_peran": daftar_peran},
        nav="petugas",
        status=status,
    )


@perlu_aktor
@idempoten
def akhiri(request: HttpRequest) -> HttpResponse:
    """Show the running mode with one button; end it."""
    aktor = aktor_wajib(request)
    if request.method == "POST":
        layanan.akhiri_mode_petugas(aktor=aktor)
        request.session.pop(KUNCI_SESI, None)
        kirim_pesan(request, "sukses", _("Mode petugas berakhir."))
        return redirect("/")
    konteks: dict[str, Any] = {"mode": aktor.mode_petugas, "zona": aktor.zona}
    return render_laman(request, "web/akun/petugas_akhiri.html", konteks, nav="petugas")
