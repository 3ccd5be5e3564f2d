"""What citizens wrote about a person: read and answered by the person, then read by the rater."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.umpan_balik.forms.layanan import TeksForm
from tera.umpan_balik.models import MasukanMasyarakat
from tera.umpan_balik.selectors import suara as tanya
from tera.umpan_balik.services import moderasi as layanan

NAV = "suara"


@perlu_aktor
@require_safe
def saya(request: HttpRequest) -> HttpResponseBase:
    """What was published about oneself, and what one answered."""
    return _saya(request, None, None, 200)


def _saya(
    request: HttpRequest, nomor: int | None, form: TeksForm | None, status: int
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    daftar = tanya.suara_pegawai(pegawai=aktor.pegawai_id or 0, pada=pada)
    konteks = {
        "daftar": [
            (
                satu,
                (
                    form
                    if satu.masukan_id == nomor
                    else TeksForm(auto_id=f"id_{satu.masukan_id}_%s")
                ),
            )
            for satu in daftar
        ],
        "pada": pada,
    }
    return render_laman(request, "umpan_balik/publik/suara.html", konteks, nav=NAV, status=status)


def _kosong(pk: int) -> TeksForm:
    return TeksForm(auto_id=f"id_{pk}_%s")


@perlu_aktor
@require_POST
@idempoten
def tanggapi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer a text about oneself."""
    aktor = aktor_wajib(request)
    masukan = get_object_or_404(
        MasukanMasyarakat, pk=pk, pegawai_id=aktor.pegawai_id or 0, status="diterbitkan"
    )
    form = TeksForm(request.POST, auto_id=f"id_{pk}_%s")
    if form.is_valid():
        try:
            layanan.tanggapi_masukan(
                aktor=aktor, masukan=masukan, teks=form.cleaned_data["teks"], pada=aktor.hari_ini
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(
                request, _("Tanggapan tersimpan dan dibaca bersama tulisan itu sejak sekarang.")
            )
            return redirect("umpan_balik:suara")
    return _saya(request, pk, form, 422)


@perlu_aktor
@require_safe
def pegawai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What has become feedback for somebody one rates, this year and the last."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    orang = tanya.dinilai_saya(aktor=aktor, pegawai_id=pk, pada=pada)
    if orang is None:
        raise Http404
    konteks = {
        "orang": orang,
        "daftar": tanya.masukan_untuk_pegawai(
            pegawai=orang, sejak=dt.date(pada.year - 1, 1, 1), sampai=pada, pada=pada
        ),
    }
    return render_laman(request, "umpan_balik/publik/suara_pegawai.html", konteks, nav="tim")
