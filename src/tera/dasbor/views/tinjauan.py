"""The instansi's yearly review: the list, one review, its agreements."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.dasbor import services
from tera.dasbor.forms import (
    CatatanTinjauanForm,
    HasilKesepakatanForm,
    KesepakatanTinjauanForm,
)
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.dasbor.permissions import peran_kesepakatan
from tera.dasbor.selectors import tinjauan as tanya
from tera.dasbor.services.tinjauan import wajib_penulis
from tera.dasbor.tampilan_tinjauan import konteks_tinjauan, kunci_draf
from tera.dasbor.views.alat import NAV
from tera.organisasi.models import Pegawai, Periode


def _hak(request: HttpRequest) -> tanya.HakTinjauan:
    hak = tanya.hak_tinjauan(aktor=aktor_wajib(request))
    if not hak.baca:
        raise Http404
    return hak


def _atau_404(request: HttpRequest, pk: int) -> TinjauanTahunan:
    _hak(request)
    return get_object_or_404(tanya.daftar_tinjauan(aktor=aktor_wajib(request)), pk=pk)


def _tempel(form: Form, galat: MasukanSalahError | StatusTidakSesuaiError) -> int:
    per_bidang = getattr(galat, "per_bidang", {})
    for bidang, daftar in per_bidang.items():
        form.add_error(bidang if bidang in form.fields else None, daftar)
    if not per_bidang:
        form.add_error(None, galat.pesan)
    return 409 if isinstance(galat, StatusTidakSesuaiError) else 422


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The reviews of the instansi, and the years that wait for one."""
    aktor, hak = aktor_wajib(request), _hak(request)
    konteks = {
        "hak": hak,
        "daftar": list(tanya.daftar_tinjauan(aktor=aktor)),
        "belum": list(tanya.tahun_tanpa_tinjauan(aktor=aktor)),
    }
    return render_laman(request, "dasbor/tinjauan_daftar.html", konteks, nav=NAV)


@require_POST
@perlu_aktor
@idempoten
def susun(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """Begin the review of a year: its figures are frozen."""
    aktor = aktor_wajib(request)
    _hak(request)
    periode = get_object_or_404(Periode, pk=periode_pk, instansi_id=aktor.instansi_id)
    satu = services.susun_tinjauan(aktor=aktor, periode=periode, pada=aktor.hari_ini)
    messages.success(request, _("Angka tahun ini dibekukan. Tulis catatan dan kesepakatannya."))
    return redirect("dasbor:tinjauan", pk=satu.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One review; a POST writes the note."""
    aktor, satu = aktor_wajib(request), _atau_404(request, pk)
    isian = request.POST if request.method == "POST" else None
    form = CatatanTinjauanForm(isian, initial={"catatan": satu.catatan, "revisi": satu.revisi})
    status = 200
    if isian is not None:
        wajib_penulis(aktor, aktor.hari_ini)
        status = 422
        if form.is_valid():
            try:
                services.tulis_catatan(
                    aktor=aktor, tinjauan=satu, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = _tempel(form, galat)
            else:
                messages.success(request, _("Catatan tersimpan."))
                selesaikan_draf(request, kunci_draf(pk))
                return redirect("dasbor:tinjauan", pk=pk)
    return _tampil(request, satu, form=form, status=status)


def _tampil(
    request: HttpRequest,
    satu: TinjauanTahunan,
    *,
    form: Form | None = None,
    sepakat: Form | None = None,
    status: int = 200,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    konteks: dict[str, Any] = konteks_tinjauan(
        tinjauan=satu,
        hak=tanya.hak_tinjauan(aktor=aktor),
        daftar=list(tanya.kesepakatan_tinjauan(tinjauan=satu)),
        pada=aktor.hari_ini,
    )
    konteks["form"] = form or CatatanTinjauanForm(
        initial={"catatan": satu.catatan, "revisi": satu.revisi}
    )
    konteks["sepakat"] = sepakat or KesepakatanTinjauanForm()
    return render_laman(request, "dasbor/tinjauan.html", konteks, nav=NAV, status=status)


@require_POST
@perlu_aktor
@idempoten
def bekukan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Count again while the review is being written."""
    aktor = aktor_wajib(request)
    services.bekukan_ulang(aktor=aktor, tinjauan=_atau_404(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Angkanya dihitung lagi."))
    return redirect("dasbor:tinjauan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Set the review."""
    aktor, satu = aktor_wajib(request), _atau_404(request, pk)
    try:
        hasil = services.tetapkan_tinjauan(aktor=aktor, tinjauan=satu, pada=aktor.hari_ini)
    except MasukanSalahError as galat:
        messages.error(request, galat.pesan)
        return _tampil(request, satu, status=422)
    messages.success(
        request,
        _("Tinjauan ditetapkan. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor},
    )
    return redirect("dasbor:tinjauan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def sepakati(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record an agreement."""
    aktor, satu = aktor_wajib(request), _atau_404(request, pk)
    wajib_penulis(aktor, aktor.hari_ini)
    form = KesepakatanTinjauanForm(request.POST)
    if not form.is_valid():
        return _tampil(request, satu, sepakat=form, status=422)
    isi = form.cleaned_data
    orang = Pegawai.objects.filter(nip=isi["nip"], instansi_id=aktor.instansi_id).first()
    try:
        services.catat_kesepakatan(
            aktor=aktor,
            tinjauan=satu,
            uraian=isi["uraian"],
            penanggung_jawab_id=orang.pk if orang else 0,
            tenggat=isi["tenggat"],
            pada=aktor.hari_ini,
        )
    except MasukanSalahError as galat:
        return _tampil(request, satu, sepakat=form, status=_tempel(form, galat))
    messages.success(request, _("Kesepakatan tercatat."))
    return redirect("dasbor:tinjauan", pk=pk)


@require_safe
@perlu_aktor
def kesepakatan_saya(request: HttpRequest) -> HttpResponse:
    """The open agreements one is to do oneself."""
    aktor = aktor_wajib(request)
    konteks = {
        "daftar": list(tanya.kesepakatan_saya(aktor=aktor)),
        "hari_ini": aktor.hari_ini,
    }
    return render_laman(request, "dasbor/kesepakatan_saya.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kesepakatan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One agreement; a POST ends it: done, or given up."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.kesepakatan_terlihat(aktor=aktor), pk=pk)
    peran = peran_kesepakatan(aktor=aktor, kesepakatan=satu, pada=aktor.hari_ini)
    form = HasilKesepakatanForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        batal = request.POST.get("aksi") == "batalkan"
        if form.is_valid():
            layanan = services.batalkan_kesepakatan if batal else services.selesaikan_kesepakatan
            try:
                hasil = layanan(
                    aktor=aktor,
                    kesepakatan=satu,
                    hasil=form.cleaned_data["hasil"],
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = _tempel(form, galat)
            else:
                messages.success(
                    request,
                    _("Tercatat. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor},
                )
                return redirect("dasbor:kesepakatan", pk=pk)
    terbuka = satu.status == KesepakatanTinjauan.Status.TERBUKA
    konteks = {
        "kesepakatan": satu,
        "form": form,
        "boleh": terbuka and bool(peran & {"peserta", "pengelola", "pejabat_pembina"}),
        "boleh_batal": terbuka and bool(peran & {"pengelola", "pejabat_pembina"}),
        "lewat": terbuka and satu.tenggat < aktor.hari_ini,
        "baca": tanya.hak_tinjauan(aktor=aktor).baca,
    }
    return render_laman(request, "dasbor/kesepakatan.html", konteks, nav=NAV, status=status)
