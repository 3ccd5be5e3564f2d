"""Pages about units: capaian on one sheet and its grounds, distribution, how far each is."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.antarmuka.unduh import unduh_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.evaluasi import selectors, services
from tera.evaluasi.forms import AlasanForm, LengkapiCapaianForm
from tera.evaluasi.models import CapaianOrganisasi
from tera.evaluasi.permissions import boleh_menetapkan_capaian
from tera.evaluasi.selectors.distribusi import unit_dan_anak
from tera.evaluasi.selectors.jangkauan import jangkauan
from tera.evaluasi.selectors.pantau import (
    BARIS,
    SARINGAN,
    letak_pantau,
    pantau_unit,
    permintaan_buka,
    perpanjangan_evaluasi,
    senarai_pantau,
)
from tera.evaluasi.tampilan.capaian import LembarCapaian, kunci_draf_capaian
from tera.evaluasi.tampilan.distribusi import konteks_daftar_distribusi, konteks_distribusi
from tera.evaluasi.tampilan.pantau import konteks_pantau
from tera.evaluasi.views.alat import periode_atau_404
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def capaian(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """All units with their capaian on one sheet, saved together."""
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, periode_pk)
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


def _capaian_terlihat(request: HttpRequest, periode_pk: int, unit_pk: int) -> CapaianOrganisasi:
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, periode_pk)
    for unit, satu, _boleh in selectors.daftar_capaian(aktor=aktor, periode=periode):
        if unit.pk == unit_pk and satu is not None:
            satu.unit = unit
            satu.periode = periode
            return satu
    raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def capaian_unit(request: HttpRequest, periode_pk: int, unit_pk: int) -> HttpResponseBase:
    """What one unit's level stands on, and the document of an outside decision."""
    aktor = aktor_wajib(request)
    satu = _capaian_terlihat(request, periode_pk, unit_pk)
    boleh = boleh_menetapkan_capaian(aktor=aktor, unit=satu.unit, pada=aktor.hari_ini)
    tahunan = satu.periode.jenis == JenisPeriode.TAHUNAN
    form = LengkapiCapaianForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        tahunan=tahunan,
        initial={
            "uraian_hasil": satu.uraian_hasil,
            "uraian_ekspektasi": satu.uraian_ekspektasi,
        },
    )
    status = 200
    if request.method == "POST":
        if not boleh:
            raise TidakBerwenangError(_("Capaian dilengkapi pimpinan setingkat di atas unit ini."))
        status = 422
        if form.is_valid():
            isi = form.cleaned_data
            try:
                _satu, tanda = services.lengkapi_capaian(
                    aktor=aktor,
                    capaian=satu,
                    uraian_hasil=isi["uraian_hasil"],
                    uraian_ekspektasi=isi.get("uraian_ekspektasi", satu.uraian_ekspektasi),
                    nama_berkas=isi["berkas"].name if isi["berkas"] else "",
                    isi_berkas=isi["berkas"] or None,
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                messages.success(
                    request, _("Tersimpan. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
                )
                return redirect(request.path)
    konteks = {"capaian": satu, "boleh": boleh, "form": form, "tahunan": tahunan}
    return render_laman(
        request, "evaluasi/capaian_unit.html", konteks, nav="evaluasi", status=status
    )


@require_safe
@perlu_aktor
def capaian_berkas(request: HttpRequest, periode_pk: int, unit_pk: int) -> HttpResponse:
    """The document of the decision about one unit."""
    satu = _capaian_terlihat(request, periode_pk, unit_pk)
    if satu.berkas_keputusan is None:
        raise Http404
    return unduh_berkas(satu.berkas_keputusan, f"capaian-{periode_pk}-{unit_pk}")


@require_safe
@perlu_aktor
def distribusi_daftar(request: HttpRequest, periode_pk: int) -> HttpResponse:
    """Every unit whose pattern the aktor may see."""
    aktor = aktor_wajib(request)
    konteks = konteks_daftar_distribusi(
        aktor=aktor,
        periode=periode_atau_404(request, periode_pk),
        aturan=kebijakan.semua(instansi_id=aktor.instansi_id, pada=aktor.hari_ini),
    )
    return render_laman(request, "evaluasi/distribusi_daftar.html", konteks, nav="evaluasi")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def distribusi(request: HttpRequest, periode_pk: int, unit_pk: int) -> HttpResponseBase:
    """One unit's counts against the pattern; what if by address; a POST explains."""
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, periode_pk)
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    letak = jangkauan(aktor=aktor, pada=aktor.hari_ini)
    terlihat = unit_dan_anak(
        unit_id=unit_pk, jangkauan=letak, instansi_id=aktor.instansi_id, aturan=aturan
    )
    if terlihat is None:
        raise Http404
    unit, anak = terlihat
    form = AlasanForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                _satu, tanda = services.jelaskan_distribusi(
                    aktor=aktor,
                    unit=unit,
                    periode=periode,
                    alasan=form.cleaned_data["alasan"],
                    pada=aktor.hari_ini,
                )
                messages.success(
                    request,
                    _("Penjelasan tercatat. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor},
                )
                return redirect("evaluasi:distribusi", periode_pk=periode_pk, unit_pk=unit_pk)
            if not letak.boleh_menjelaskan(unit):
                raise TidakBerwenangError(
                    _("Penjelasan distribusi ditulis pimpinan unit ini atau pimpinan di atasnya.")
                )
        except StatusTidakSesuaiError as galat:
            form.add_error(None, galat.pesan)
            status = 409
    konteks = konteks_distribusi(
        aktor=aktor,
        unit=unit,
        periode=periode,
        aturan=aturan,
        tanya=request.GET.dict(),
        anak=anak,
        boleh_menjelaskan=letak.boleh_menjelaskan(unit),
    )
    konteks["form"] = form
    return render_laman(request, "evaluasi/distribusi.html", konteks, nav="evaluasi", status=status)


@require_safe
@perlu_aktor
def pantau(request: HttpRequest, periode_pk: int, unit_pk: int | None = None) -> HttpResponse:
    """How far a unit and its children are; the people in one state; who waits for whom."""
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, periode_pk)
    letak = letak_pantau(aktor=aktor, pk=unit_pk)
    if letak is None and unit_pk is not None:
        raise Http404
    if letak is None:
        raise TidakBerwenangError(
            _(
                "Pemantauan evaluasi hanya untuk pengelola kinerja, pimpinan unit, dan auditor. "
                "Bila seharusnya Anda, hubungi pengelola kinerja instansi."
            )
        )
    pada, unit, hari_sampai = aktor.hari_ini, letak.unit, letak.hari_sampai
    pilihan = JenisPeriode.BULANAN if periode.ada_bulanan else JenisPeriode.TRIWULAN
    perpanjangan = perpanjangan_evaluasi(periode=periode)
    hasil = pantau_unit(
        unit=unit,
        periode=periode,
        pilihan=pilihan,
        pada=pada,
        hari_sampai=hari_sampai,
        perpanjangan=perpanjangan,
    )
    saring = request.GET.get("status", "")
    saring = saring if saring in SARINGAN else "terlambat" if hasil.total.terlambat else "terbuka"
    penomor: Paginator[Any] = Paginator(
        senarai_pantau(
            unit=unit,
            periode=periode,
            saring=saring,
            pada=pada,
            hari_sampai=hari_sampai,
            perpanjangan=perpanjangan,
            hasil=hasil,
        ),
        BARIS,
    )
    # The summary has already counted them.
    penomor.count = hasil.total.banyak(saring)
    halaman = penomor.get_page(request.GET.get("halaman"))
    konteks = konteks_pantau(
        hasil=hasil,
        periode=periode,
        saring=saring,
        halaman=halaman,
        permintaan=permintaan_buka(unit=unit),
        hari_sampai=hari_sampai,
        induk=letak.induk,
        hari_ini=pada,
    )
    return render_laman(request, "evaluasi/pantau.html", konteks, nav="pantau")
