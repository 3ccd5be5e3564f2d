"""The officers' pages: the decision, the standard in force, the runs."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.antarmuka.unduh import unduh_berkas
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.kalibrasi import services
from tera.kalibrasi.forms import AkhiriForm, JalankanForm, PengaktifanForm
from tera.kalibrasi.models import Analisis
from tera.kalibrasi.permissions import (
    PEMBACA,
    PENCATAT,
    PENGELOLA,
    mengenal_analisis,
    peran_analisis,
)
from tera.kalibrasi.selectors.pengaktifan import (
    daftar_pengaktifan,
    pengaktifan_pada,
    standar_pada,
)
from tera.kalibrasi.selectors.periode import pilihan_periode
from tera.kalibrasi.selectors.saran import daftar_analisis
from tera.kalibrasi.services import IsiPengaktifan
from tera.kalibrasi.tampilan import baris_analisis, konteks_analisis, konteks_putusan
from tera.organisasi.models import Periode

NAV = "kalibrasi"
DRAF = "kalibrasi-aktifkan"
JUMLAH_ANALISIS = 10


def _pencatat_atau_404(aktor: Aktor) -> None:
    if not peran_analisis(aktor=aktor, pada=aktor.hari_ini) & PENCATAT:
        raise Http404


@require_safe
@perlu_aktor
def beranda(request: HttpRequest) -> HttpResponse:
    """Whether it is on and by which decision, the standard, the runs."""
    return _beranda(request)


def _beranda(
    request: HttpRequest, form: JalankanForm | None = None, status: int = 200
) -> HttpResponse:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not mengenal_analisis(aktor=aktor, pada=pada):
        raise Http404
    peran = peran_analisis(aktor=aktor, pada=pada)
    semua = list(daftar_pengaktifan(aktor=aktor))
    aktif = next(
        (
            satu
            for satu in semua
            if satu.sejak <= pada and (satu.berakhir_pada is None or satu.berakhir_pada > pada)
        ),
        None,
    )
    daftar = [baris_analisis(satu) for satu in daftar_analisis(aktor=aktor)[:JUMLAH_ANALISIS]]
    boleh = PENGELOLA in peran and aktif is not None
    konteks: dict[str, Any] = {
        "aktif": aktif,
        "menyusul": next((satu for satu in semua if satu.sejak > pada), None),
        "lalu": [satu for satu in semua if satu.berakhir_pada is not None],
        "pembinaan": aktif is not None and pada <= aktif.pembinaan_sampai,
        "standar": standar_pada(instansi_id=aktor.instansi_id, pada=pada),
        "boleh_catat": bool(peran & PENCATAT),
        "boleh_baca": bool(peran & PEMBACA),
        "boleh_jalankan": boleh,
        "mode": aktor.mode_petugas is not None,
        "form": form or (JalankanForm(daftar=pilihan_periode(aktor=aktor)) if boleh else None),
        "daftar": daftar,
        "berjalan": any(satu["berjalan"] for satu in daftar),
    }
    return render_laman(request, "kalibrasi/beranda.html", konteks, nav=NAV, status=status)


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One run for officers of the whole instansi: groups, units, reasons, another standard."""
    konteks = konteks_analisis(_selesai_atau_404(request, pk))
    return render_laman(request, "kalibrasi/analisis.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def putusan(request: HttpRequest, pk: int) -> HttpResponse:
    """The log of decisions with little support, and what their penilai said, without names."""
    konteks = konteks_putusan(_selesai_atau_404(request, pk), request.GET.get("halaman"))
    return render_laman(request, "kalibrasi/putusan.html", konteks, nav=NAV)


def _selesai_atau_404(request: HttpRequest, pk: int) -> Analisis:
    """A finished run, for the readers of the whole instansi."""
    aktor = aktor_wajib(request)
    if not peran_analisis(aktor=aktor, pada=aktor.hari_ini) & PEMBACA:
        raise Http404
    return get_object_or_404(
        daftar_analisis(aktor=aktor).filter(status=Analisis.Status.SELESAI), pk=pk
    )


@require_http_methods(["POST"])
@perlu_aktor
@idempoten
def jalankan(request: HttpRequest) -> HttpResponseBase:
    """Ask for a run; its progress stands on the page."""
    aktor = aktor_wajib(request)
    if PENGELOLA not in peran_analisis(aktor=aktor, pada=aktor.hari_ini):
        raise Http404
    form = JalankanForm(request.POST, daftar=pilihan_periode(aktor=aktor))
    status = 422
    if form.is_valid():
        try:
            services.minta_analisis(
                aktor=aktor,
                periode=get_object_or_404(
                    Periode, pk=form.cleaned_data["periode"], instansi_id=aktor.instansi_id
                ),
                pada=aktor.hari_ini,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        except StatusTidakSesuaiError as galat:
            form.tempel(galat)
            status = 409
        else:
            messages.success(
                request,
                _("Analisis berjalan di belakang layar. Halaman ini menunjukkan kemajuannya."),
            )
            return redirect("kalibrasi:beranda")
    return _beranda(request, form, status)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def aktifkan(request: HttpRequest) -> HttpResponseBase:
    """Record the pejabat pembina's decision."""
    aktor = aktor_wajib(request)
    _pencatat_atau_404(aktor)
    kirim = request.method == "POST"
    form = PengaktifanForm(request.POST if kirim else None, request.FILES if kirim else None)
    status = 200
    if kirim:
        status = 422
        if form.is_valid():
            isi = dict(form.cleaned_data)
            berkas, dampak = isi.pop("berkas"), isi.pop("berkas_dampak")
            try:
                services.aktifkan_analisis(
                    aktor=aktor,
                    isi=IsiPengaktifan(**isi),
                    nama_berkas=berkas.name,
                    isi_berkas=berkas,
                    nama_dampak=dampak.name if dampak else "",
                    isi_dampak=dampak or None,
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
            else:
                selesaikan_draf(request, DRAF)
                messages.success(
                    request, _("Keputusan tercatat. Tahun pertama untuk pembinaan saja.")
                )
                return redirect("kalibrasi:beranda")
    konteks = {
        "form": form,
        "kunci_draf": DRAF,
        "berkas_hilang": kirim and bool(request.FILES),
    }
    return render_laman(request, "kalibrasi/aktifkan.html", konteks, nav=NAV, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def akhiri(request: HttpRequest) -> HttpResponseBase:
    """Switch it off from today on."""
    aktor = aktor_wajib(request)
    _pencatat_atau_404(aktor)
    form = AkhiriForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.akhiri_analisis(
                    aktor=aktor, alasan=form.cleaned_data["alasan"], pada=aktor.hari_ini
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
            else:
                messages.success(
                    request, _("Analisis dimatikan. Saran tidak lagi tampak bagi siapa pun.")
                )
                return redirect("kalibrasi:beranda")
    konteks = {
        "form": form,
        "aktif": pengaktifan_pada(instansi_id=aktor.instansi_id, pada=aktor.hari_ini),
    }
    return render_laman(request, "kalibrasi/akhiri.html", konteks, nav=NAV, status=status)


def _keputusan(request: HttpRequest, pk: int) -> Any:
    aktor = aktor_wajib(request)
    if not mengenal_analisis(aktor=aktor, pada=aktor.hari_ini):
        raise Http404
    return get_object_or_404(
        daftar_pengaktifan(aktor=aktor).select_related("berkas", "berkas_dampak"), pk=pk
    )


@require_safe
@perlu_aktor
def berkas(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision as it was uploaded."""
    return unduh_berkas(_keputusan(request, pk).berkas, f"keputusan-analisis-{pk}")


@require_safe
@perlu_aktor
def berkas_dampak(request: HttpRequest, pk: int) -> HttpResponse:
    """The document of the impact assessment."""
    satu = _keputusan(request, pk)
    if satu.berkas_dampak is None:
        raise Http404
    return unduh_berkas(satu.berkas_dampak, f"penilaian-dampak-{pk}")
