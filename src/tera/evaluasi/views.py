"""Pages of the appraisal: lists, the rater's workspace, the result, a unit's capaian."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.evaluasi import selectors, services, tampilan
from tera.evaluasi.forms import PenilaianForm
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.tampilan_capaian import LembarCapaian, kunci_draf_capaian
from tera.organisasi.models import Periode
from tera.skp.selectors import skp_terlihat


def _periode(request: HttpRequest, pk: int) -> Periode:
    return get_object_or_404(Periode, pk=pk, instansi_id=aktor_wajib(request).instansi_id)


def _evaluasi(request: HttpRequest, pk: int) -> Evaluasi:
    evaluasi = get_object_or_404(selectors.evaluasi_terlihat(aktor=aktor_wajib(request)), pk=pk)
    # In mode petugas the request is logged with the person it concerns.
    request.pegawai_terkait_id = evaluasi.pegawai_id  # type: ignore[attr-defined]
    return evaluasi


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """My results, and the rounds in which I rate others or set a unit's capaian."""
    return render_laman(
        request,
        "evaluasi/daftar.html",
        tampilan.konteks_daftar(aktor=aktor_wajib(request)),
        nav="evaluasi",
    )


@require_safe
@perlu_aktor
def tim(request: HttpRequest, periode_pk: int) -> HttpResponse:
    """The people I rate in one period and where each stands."""
    return render_laman(
        request,
        "evaluasi/tim.html",
        tampilan.konteks_tim(aktor=aktor_wajib(request), periode=_periode(request, periode_pk)),
        nav="evaluasi",
    )


@require_POST
@perlu_aktor
@idempoten
def buka(request: HttpRequest, skp_pk: int, periode_pk: int) -> HttpResponseBase:
    """Open one person's evaluation."""
    aktor = aktor_wajib(request)
    skp = get_object_or_404(skp_terlihat(aktor=aktor), pk=skp_pk)
    evaluasi = services.buka_evaluasi(
        aktor=aktor, skp=skp, periode=_periode(request, periode_pk), pada=aktor.hari_ini
    )
    return redirect("evaluasi:rincian", pk=evaluasi.pk)


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """The rater's workspace, or the result for its owner and those who may read it."""
    evaluasi = _evaluasi(request, pk)
    return _render_rincian(request, evaluasi)


def _render_rincian(
    request: HttpRequest, evaluasi: Evaluasi, form: PenilaianForm | None = None, status: int = 200
) -> HttpResponse:
    konteks = tampilan.konteks_rincian(aktor=aktor_wajib(request), evaluasi=evaluasi, form=form)
    return render_laman(request, "evaluasi/rincian.html", konteks, nav="evaluasi", status=status)


@require_POST
@perlu_aktor
@idempoten
def nilai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Save the two ratings; with ``aksi=tetapkan`` set the predikat in the same step."""
    aktor = aktor_wajib(request)
    evaluasi = _evaluasi(request, pk)
    form = PenilaianForm(request.POST)
    if not form.is_valid():
        tampilan.pastikan_penilai(aktor=aktor, evaluasi=evaluasi)
        return _render_rincian(request, evaluasi, form, 422)
    try:
        hasil = services.nilai_evaluasi(
            aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini, **form.cleaned_data
        )
    except MasukanSalahError as galat:
        form.tambah_galat(galat.per_bidang)
        return _render_rincian(request, evaluasi, form, 422)
    except StatusTidakSesuaiError as galat:
        form.add_error(None, galat.pesan)
        return _render_rincian(request, evaluasi, form, 409)
    messages.success(
        request,
        _("Penilaian %(nama)s tersimpan. Tanda terima %(nomor)s.")
        % {"nama": evaluasi.pegawai.nama_lengkap, "nomor": hasil.tanda_terima.nomor},
    )
    selesaikan_draf(request, tampilan.kunci_draf(pk))
    return redirect("evaluasi:rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def setujui(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Counter-sign as atasan penilai."""
    aktor = aktor_wajib(request)
    services.setujui_penilaian(aktor=aktor, evaluasi=_evaluasi(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Penilaian ini Anda tanda tangani."))
    return redirect("evaluasi:rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Set the predikat."""
    aktor = aktor_wajib(request)
    evaluasi = _evaluasi(request, pk)
    try:
        hasil = services.tetapkan_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    except StatusTidakSesuaiError as galat:
        messages.error(request, galat.pesan)
        return _render_rincian(request, _evaluasi(request, pk), status=409)
    messages.success(
        request,
        _("Predikat ditetapkan. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor},
    )
    return redirect("evaluasi:rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def sampaikan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Deliver the result to the person."""
    aktor = aktor_wajib(request)
    services.sampaikan_evaluasi(aktor=aktor, evaluasi=_evaluasi(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Hasil disampaikan. Pegawai bisa membacanya sekarang."))
    return redirect("evaluasi:rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def terima(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record receipt: it starts the objection window and is not consent."""
    aktor = aktor_wajib(request)
    tanda = services.terima_evaluasi(
        aktor=aktor, evaluasi=_evaluasi(request, pk), pada=aktor.hari_ini
    )
    messages.success(
        request, _("Penerimaan tercatat. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
    )
    return redirect("evaluasi:rincian", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def capaian(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """All units with their capaian on one sheet, saved together."""
    aktor = aktor_wajib(request)
    periode = _periode(request, periode_pk)
    data = request.POST if request.method == "POST" else None
    lembar = LembarCapaian(aktor=aktor, periode=periode, data=data)
    if data is not None:
        try:
            hasil = services.tetapkan_daftar_capaian(
                aktor=aktor, periode=periode, daftar=lembar.isi(), pada=aktor.hari_ini
            )
        except MasukanSalahError as galat:
            lembar.tolak(galat)
        else:
            pesan = _("Capaian %(n)s unit ditetapkan.") % {"n": len(hasil)}
            if len(hasil) == 1:
                pesan = _("Capaian %(unit)s ditetapkan.") % {"unit": hasil[0][0].unit.nama}
            messages.success(request, pesan)
            selesaikan_draf(request, kunci_draf_capaian(periode_pk))
            return redirect("evaluasi:capaian", periode_pk=periode_pk)
    return render_laman(
        request,
        "evaluasi/capaian.html",
        lembar.konteks(),
        nav="evaluasi",
        status=422 if data is not None else 200,
    )
