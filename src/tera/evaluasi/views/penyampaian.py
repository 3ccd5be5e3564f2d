"""Delivering a result on screen or on paper, its scan, and taking a set result back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_berkas
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.evaluasi import services
from tera.evaluasi.forms import AlasanForm, KertasForm
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import dengan_penilai
from tera.evaluasi.selectors.pantau import unit_pantau
from tera.evaluasi.tampilan.rincian import masih_rahasia
from tera.evaluasi.views.alat import evaluasi_atau_404, peran_dan_aksi


@require_POST
@perlu_aktor
@idempoten
def sampaikan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Deliver the result to the person on screen."""
    aktor = aktor_wajib(request)
    services.sampaikan_evaluasi(
        aktor=aktor, evaluasi=evaluasi_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(request, _("Hasil disampaikan. Pegawai bisa membacanya sekarang."))
    return redirect("evaluasi:rincian", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kertas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record a delivery on paper with its day, witness and scan."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    peran, aksi = peran_dan_aksi(request, evaluasi)
    if not peran & {"penilai", "pengelola"}:
        raise TidakBerwenangError(_("Penyampaian dicatat pejabat penilai atau pengelola kinerja."))
    form = KertasForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            isi = form.cleaned_data
            try:
                hasil = services.sampaikan_di_kertas(
                    aktor=aktor,
                    evaluasi=evaluasi,
                    diterima_pada=isi["diterima_pada"],
                    saksi=isi["saksi"],
                    nama_berkas=isi["berkas"].name,
                    isi_berkas=isi["berkas"],
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                messages.success(
                    request,
                    _("Penyampaian tercatat. Tanda terima %(nomor)s.")
                    % {"nomor": hasil.tanda_terima.nomor},
                )
                return redirect("evaluasi:rincian", pk=pk)
    konteks = {"evaluasi": evaluasi, "form": form, "bisa": "sampaikan" in aksi}
    return render_laman(request, "evaluasi/kertas.html", konteks, nav="evaluasi", status=status)


@require_safe
@perlu_aktor
def berkas(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan that proves a delivery on paper."""
    evaluasi = evaluasi_atau_404(request, pk)
    if evaluasi.berkas_penyampaian is None or masih_rahasia(
        aktor=aktor_wajib(request), evaluasi=evaluasi
    ):
        raise Http404
    return unduh_berkas(evaluasi.berkas_penyampaian, f"penyampaian-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def minta_buka(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask the pengelola to agree that a set result goes back to rated."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    peran, aksi = peran_dan_aksi(request, evaluasi)
    if "penilai" not in peran:
        raise TidakBerwenangError(_("Buka kembali diminta pejabat penilai yang menetapkannya."))
    form = AlasanForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            services.minta_buka_kembali(
                aktor=aktor,
                evaluasi=evaluasi,
                alasan=form.cleaned_data["alasan"],
                pada=aktor.hari_ini,
            )
            messages.success(
                request, _("Permintaan terkirim. Tunggu persetujuan pengelola kinerja.")
            )
            return redirect("evaluasi:rincian", pk=pk)
    konteks = {"evaluasi": evaluasi, "form": form, "bisa": "buka_kembali" in aksi}
    return render_laman(request, "evaluasi/minta_buka.html", konteks, nav="evaluasi", status=status)


@require_POST
@perlu_aktor
@idempoten
def setujui_buka(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Agree as pengelola: the request and its reason are seen, not the ratings."""
    aktor = aktor_wajib(request)
    evaluasi = get_object_or_404(
        dengan_penilai(
            Evaluasi.objects.filter(unit__in=unit_pantau(aktor=aktor)), pada=aktor.hari_ini
        ).select_related("unit"),
        pk=pk,
    )
    services.setujui_buka_kembali(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    messages.success(
        request, _("Disetujui. Pejabat penilai kini bisa membuka kembali penilaiannya.")
    )
    return redirect(
        "evaluasi:pantau_unit", periode_pk=evaluasi.periode_id, unit_pk=evaluasi.unit_id
    )


@require_POST
@perlu_aktor
@idempoten
def buka_kembali(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take a set result back to rated, as agreed."""
    aktor = aktor_wajib(request)
    services.buka_kembali(aktor=aktor, evaluasi=evaluasi_atau_404(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Penilaian dibuka kembali. Perbaiki, lalu tetapkan lagi."))
    return redirect("evaluasi:rincian", pk=pk)
