"""Continuous feedback: what was said about me, what I said, one piece, somebody I rate."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.umpan_balik.berkelanjutan_kata import daftar_nasihat
from tera.umpan_balik.forms.umpan import PerbaikiForm, TanggapiForm
from tera.umpan_balik.models import UmpanBalik
from tera.umpan_balik.selectors import berkelanjutan as tanya
from tera.umpan_balik.services import berkelanjutan as layanan
from tera.umpan_balik.tampilan.umpan import baris_permintaan, baris_umpan, daftar_umpan

NAV = "umpan_balik"
BARIS = 20


def jam_ubah(aktor: Aktor) -> int:
    """How many hours a giver may still correct: one query."""
    return int(
        kebijakan.nilai(instansi_id=aktor.instansi_id, kunci=layanan.JAM_UBAH, pada=aktor.hari_ini)
    )


def umpan_atau_404(request: HttpRequest, pk: int) -> UmpanBalik:
    """One piece through its door."""
    aktor = aktor_wajib(request)
    return get_object_or_404(tanya.umpan_balik_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)


@perlu_aktor
@require_safe
def saya(request: HttpRequest) -> HttpResponseBase:
    """What was said about my work, newest first, and the requests that wait for me."""
    aktor = aktor_wajib(request)
    halaman = _halaman(request, tanya.umpan_balik_diterima(aktor=aktor))
    daftar = daftar_umpan(daftar=halaman, aktor=aktor, jam=jam_ubah(aktor))
    layanan.catat_dibaca(aktor=aktor, daftar_id=[s["isi"].pk for s in daftar if s["baru"]])
    konteks = {
        "halaman": halaman,
        "daftar": daftar,
        "menunggu": _menunggu(aktor),
        "tab": "saya",
    }
    return render_laman(request, "umpan_balik/umpan/saya.html", konteks, nav=NAV)


def _menunggu(aktor: Aktor) -> list[dict[str, Any]]:
    pada = aktor.hari_ini
    return [
        baris_permintaan(satu=satu, pada=pada)
        for satu in tanya.permintaan_masuk(aktor=aktor, pada=pada)[:50]
    ]


@perlu_aktor
@require_safe
def diberikan(request: HttpRequest) -> HttpResponseBase:
    """What I gave, newest first."""
    aktor = aktor_wajib(request)
    halaman = _halaman(request, tanya.umpan_balik_diberikan(aktor=aktor))
    konteks = {
        "halaman": halaman,
        "daftar": daftar_umpan(daftar=halaman, aktor=aktor, jam=jam_ubah(aktor)),
        "tab": "diberikan",
    }
    return render_laman(request, "umpan_balik/umpan/diberikan.html", konteks, nav=NAV)


@perlu_aktor
@require_safe
def pegawai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What was said about somebody I rate, or whose rater I supervise."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    orang = tanya.pegawai_dinilai(aktor=aktor, pegawai_id=pk, pada=pada)
    if orang is None:
        raise Http404
    halaman = _halaman(
        request, tanya.umpan_balik_pegawai(aktor=aktor, pegawai_id=orang.pk, pada=pada)
    )
    konteks = {
        "orang": orang,
        "halaman": halaman,
        "daftar": daftar_umpan(daftar=halaman, aktor=aktor, jam=jam_ubah(aktor)),
    }
    return render_laman(request, "umpan_balik/umpan/pegawai.html", konteks, nav="tim")


@perlu_aktor
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One piece: its words, those before, the answer."""
    return _rincian(request, umpan_atau_404(request, pk), TanggapiForm(), 200)


def _rincian(
    request: HttpRequest, umpan: UmpanBalik, form: TanggapiForm, status: int
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    baris = baris_umpan(satu=umpan, aktor=aktor, jam=jam_ubah(aktor))
    if baris["baru"]:
        layanan.catat_dibaca(aktor=aktor, daftar_id=[umpan.pk])
    konteks = {
        "satu": baris,
        "umpan": umpan,
        "form": form,
        "versi": [] if baris["ditarik"] else list(umpan.daftar_versi.all()),
        "zona": aktor.zona,
    }
    return render_laman(request, "umpan_balik/umpan/rincian.html", konteks, nav=NAV, status=status)


@perlu_aktor
@require_POST
@idempoten
def tanggapi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer what was said about me."""
    umpan = umpan_atau_404(request, pk)
    form = TanggapiForm(request.POST)
    if form.is_valid():
        try:
            layanan.tanggapi_umpan_balik(
                aktor=aktor_wajib(request), umpan=umpan, teks=form.cleaned_data["teks"]
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _("Tanggapan terkirim dan terbaca oleh pemberinya."))
            return redirect("umpan_balik:umpan", pk=pk)
    return _rincian(request, umpan, form, 422)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what I said, within the hours of the policy."""
    aktor = aktor_wajib(request)
    umpan = umpan_atau_404(request, pk)
    layanan.pastikan_bisa_diubah(aktor=aktor, umpan=umpan, pada=aktor.hari_ini)
    form = PerbaikiForm(
        request.POST if request.method == "POST" else None,
        initial={"jenis": umpan.jenis, "teks": umpan.teks},
    )
    nasihat = []
    if form.is_bound and form.is_valid():
        isi = form.cleaned_data
        if "apa_adanya" not in request.POST:
            nasihat = daftar_nasihat(teks=isi["teks"], jenis=isi["jenis"])
        if not nasihat:
            try:
                layanan.perbaiki_umpan_balik(aktor=aktor, umpan=umpan, pada=aktor.hari_ini, **isi)
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                messages.success(request, _("Umpan balik dibetulkan; kata yang lama tersimpan."))
                return redirect("umpan_balik:umpan", pk=pk)
    konteks = {
        "satu": baris_umpan(satu=umpan, aktor=aktor, jam=0),
        "umpan": umpan,
        "form": form,
        "nasihat": nasihat,
    }
    return render_laman(
        request,
        "umpan_balik/umpan/perbaiki.html",
        konteks,
        nav=NAV,
        status=422 if form.is_bound else 200,
    )


@perlu_aktor
@require_POST
@idempoten
def tarik(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take back what I said."""
    aktor = aktor_wajib(request)
    layanan.tarik_umpan_balik(aktor=aktor, umpan=umpan_atau_404(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Umpan balik ditarik; isinya tidak terbaca lagi."))
    return redirect(reverse("umpan_balik:diberikan"))


def _halaman(request: HttpRequest, daftar: Any) -> Any:
    return Paginator(daftar, BARIS).get_page(request.GET.get("halaman"))
