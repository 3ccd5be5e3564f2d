"""Beside one rating: what other evidence supports; a rater's own strictness."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN, evaluasi_dibuka
from tera.kalibrasi import services
from tera.kalibrasi.forms import AlasanForm
from tera.kalibrasi.selectors.menunggu import putusan_tanpa_alasan
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada
from tera.kalibrasi.selectors.saran import keketatan_saya, saran_evaluasi
from tera.kalibrasi.tampilan import konteks_keketatan, konteks_pegawai, konteks_penilai


def _konteks(request: HttpRequest, pk: int) -> dict[str, Any]:
    """The evaluation as its penilai or its person reads it; for anybody else it isn't there."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_dibuka(aktor=aktor, pk=pk)
    if evaluasi is None:
        raise Http404
    request.pegawai_terkait_id = evaluasi.pegawai_id  # type: ignore[attr-defined]
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    saran = saran_evaluasi(evaluasi=evaluasi, pada=aktor.hari_ini)
    if "penilai" in peran:
        return konteks_penilai(aktor=aktor, evaluasi=evaluasi, saran=saran)
    if "pegawai" in peran and evaluasi.status in SUDAH_DISAMPAIKAN:
        return konteks_pegawai(evaluasi=evaluasi, saran=saran)
    raise Http404


@require_safe
@perlu_aktor
def ringkas(request: HttpRequest, pk: int) -> HttpResponse:
    """The fragment beside the rating, or in *Mengapa hasil ini?*."""
    return render(request, "kalibrasi/_kalibrasi_bukti.html", _konteks(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def bukti(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The same as a page; a POST keeps why the penilai stays with the decision."""
    konteks = _konteks(request, pk)
    form = AlasanForm(
        request.POST if request.method == "POST" else None,
        initial={"teks": konteks["alasan"].teks if konteks.get("alasan") else ""},
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            aktor = aktor_wajib(request)
            try:
                services.catat_alasan(
                    aktor=aktor,
                    evaluasi=konteks["evaluasi"],
                    teks="" if "tetap" in request.POST else form.cleaned_data["teks"],
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                messages.success(request, _("Tercatat. Keputusan tetap pada Anda."))
                return redirect("evaluasi:rincian", pk=pk)
    return render_laman(
        request, "kalibrasi/bukti.html", konteks | {"form": form}, nav="evaluasi", status=status
    )


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponse:
    """A rater's own strictness over the periods, and decisions that wait for a word."""
    aktor = aktor_wajib(request)
    aktif = pengaktifan_pada(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    konteks: dict[str, Any] = {"aktif": aktif}
    if aktif is not None:
        konteks |= konteks_keketatan(list(keketatan_saya(aktor=aktor)))
        konteks["menunggu"] = putusan_tanpa_alasan(aktor=aktor)
    return render_laman(request, "kalibrasi/saya.html", konteks, nav="evaluasi")
