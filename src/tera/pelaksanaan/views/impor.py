"""Figures from another system, by page: upload and check, then import the kept copy or drop it."""

import functools
from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi.forms.inti import JalankanForm
from tera.organisasi.models import ImporData, Periode
from tera.organisasi.selectors.laman_impor import laporan_impor
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.hasil import HasilImpor
from tera.organisasi.services.impor.unggah import batalkan_impor
from tera.pelaksanaan.forms import ImporRealisasiForm
from tera.pelaksanaan.services.impor import JENIS
from tera.pelaksanaan.services.impor_unggah import impor_unggahan, periksa_unggahan

BATAS_TAMPIL = 200


def _daftar(request: HttpRequest) -> QuerySet[ImporData]:
    aktor = aktor_wajib(request)
    wajib_kelola(aktor=aktor, pada=aktor.hari_ini, perbuatan=_("mengimpor realisasi"))
    return ImporData.objects.filter(instansi_id=aktor.instansi_id, jenis=JENIS).order_by("-id")


@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponseBase:
    """Upload a sheet: it is checked and kept, nothing is written yet."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    menunggu = _daftar(request).filter(status=ImporData.Status.DIPERIKSA)
    daftar = list(
        Periode.objects.filter(instansi_id=aktor.instansi_id, mulai__lte=pada).order_by(
            "-tahun", "-mulai", "jenis"
        )[:40]
    )
    kirim = request.method == "POST"
    form = ImporRealisasiForm(
        request.POST if kirim else None, request.FILES if kirim else None, daftar_periode=daftar
    )
    if kirim and form.is_valid():
        isi = form.cleaned_data
        try:
            baru = periksa_unggahan(
                aktor=aktor,
                nama_berkas=isi["berkas"].name,
                isi=isi["berkas"].read(),
                periode=next(s for s in daftar if str(s.pk) == isi["periode"]),
                pada=pada,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _("Berkas selesai diperiksa. Belum ada yang disimpan."))
            return redirect("pelaksanaan:impor_rincian", pk=baru.pk)
    return render_laman(
        request,
        "pelaksanaan/impor.html",
        {"form": form, "menunggu": menunggu[:20], "zona": aktor.zona},
        nav="kelola",
        status=422 if kirim else 200,
    )


def dengan_impor(
    view: Callable[[HttpRequest, ImporData], HttpResponseBase],
) -> Callable[[HttpRequest, int], HttpResponseBase]:
    """Give the view an import of the instansi; who may not import is refused before any key."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int) -> HttpResponseBase:
        return view(request, get_object_or_404(_daftar(request), pk=pk))

    return bungkus


@perlu_aktor
@dengan_impor
@idempoten
def rincian(request: HttpRequest, impor: ImporData) -> HttpResponseBase:
    """The report of a checked sheet; a POST imports the kept copy."""
    aktor = aktor_wajib(request)
    form = JalankanForm(request.POST if request.method == "POST" else None, aktor=aktor)
    hasil: HasilImpor | None = None
    if request.method == "POST" and form.is_valid():
        hasil = impor_unggahan(
            aktor=aktor,
            impor=impor,
            pada=aktor.hari_ini,
            lewati_salah=form.cleaned_data["lewati_salah"],
        )
        if hasil.diimpor:
            messages.success(
                request,
                _("Impor selesai: %(baru)d realisasi baru, %(ubah)d berubah. %(tanda)s")
                % {
                    "baru": hasil.perubahan["realisasi_baru"],
                    "ubah": hasil.perubahan["realisasi_berubah"],
                    "tanda": " ".join(hasil.catatan),
                },
            )
            return redirect("pelaksanaan:impor_rincian", pk=impor.pk)
    laporan = laporan_impor(impor)
    return render_laman(
        request,
        "pelaksanaan/impor_rincian.html",
        {
            "impor": impor,
            "periode": Periode.objects.filter(pk=impor.ringkasan.get("periode_id", 0)).first(),
            "laporan": laporan,
            "form": form,
            "rincian": laporan.rincian[:BATAS_TAMPIL],
            "sisa": max(0, len(laporan.rincian) - BATAS_TAMPIL),
        },
        nav="kelola",
        status=422 if request.method == "POST" else 200,
    )


@perlu_aktor
@dengan_impor
@idempoten
def batal(request: HttpRequest, impor: ImporData) -> HttpResponseBase:
    """Drop a checked sheet."""
    if request.method == "POST":
        aktor = aktor_wajib(request)
        batalkan_impor(aktor=aktor, pada=aktor.hari_ini, impor=impor)
        messages.success(request, _("Berkas itu tidak diimpor."))
        return redirect("pelaksanaan:impor")
    return redirect("pelaksanaan:impor_rincian", pk=impor.pk)
