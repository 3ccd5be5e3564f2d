"""Pages of imports: upload and check, read the report, carry out or drop, download the faults."""

import functools
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core import clock
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_CSV, JENIS_XLSX, tulis_csv, tulis_xlsx
from tera.organisasi.forms.inti import JalankanForm, UnggahForm
from tera.organisasi.models import ImporData
from tera.organisasi.selectors.laman_impor import laporan_impor
from tera.organisasi.selectors.laman_inti import daftar_impor
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.unggah import (
    baca_kemajuan,
    batalkan_impor,
    mulai_impor,
    periksa_unggahan,
)
from tera.organisasi.views.alat_orang import kirim, laman_isian

PER_HALAMAN = 50


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """History, and the upload form: a POST checks the file and shows its report."""
    aktor = aktor_wajib(request)
    wajib_kelola(aktor=aktor, pada=aktor.hari_ini, perbuatan=_("mengimpor data"))
    return _unggah(request)


@idempoten
def _unggah(request: HttpRequest) -> HttpResponse:
    aktor = aktor_wajib(request)
    form = UnggahForm(**kirim(request), aktor=aktor, initial={"berlaku": aktor.hari_ini})

    def kerjakan(isi: dict[str, Any]) -> str:
        impor = periksa_unggahan(
            aktor=aktor,
            pada=aktor.hari_ini,
            jenis=isi["jenis"],
            nama=isi["berkas"].name,
            isi=isi["berkas"].read(),
            berlaku=isi["berlaku"],
        )
        return reverse("organisasi:impor_rincian", args=[impor.pk])

    halaman = Paginator(daftar_impor(aktor=aktor), 20).get_page(request.GET.get("halaman"))
    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Berkas selesai diperiksa. Belum ada yang disimpan."),
        template="organisasi/impor_daftar.html",
        halaman=halaman,
        zona=clock.singkatan_zona(aktor.zona),
    )


def _ambil(request: HttpRequest, pk: int) -> ImporData:
    aktor = aktor_wajib(request)
    wajib_kelola(aktor=aktor, pada=aktor.hari_ini, perbuatan=_("mengimpor data"))
    return get_object_or_404(daftar_impor(aktor=aktor), pk=pk)


@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of one import."""
    impor = _ambil(request, pk)
    laporan = laporan_impor(impor, kode=request.GET.get("kode", ""))
    return render_laman(
        request,
        "organisasi/impor_rincian.html",
        {
            "impor": impor,
            "laporan": laporan,
            "halaman": Paginator(laporan.rincian, PER_HALAMAN).get_page(request.GET.get("halaman")),
            "form": JalankanForm(aktor=aktor_wajib(request)),
            "kemajuan": baca_kemajuan(pk) if impor.status == "berjalan" else {},
        },
        nav="kelola",
    )


def dengan_impor(
    view: Callable[[HttpRequest, ImporData], HttpResponseBase],
) -> Callable[[HttpRequest, int], HttpResponseBase]:
    """Refuse who may not import before the key of the form is asked for; a GET goes to the page."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int) -> HttpResponseBase:
        impor = _ambil(request, pk)
        if request.method != "POST":
            return redirect("organisasi:impor_rincian", pk=pk)
        return view(request, impor)

    return bungkus


@perlu_aktor
@dengan_impor
@idempoten
def jalankan(request: HttpRequest, impor: ImporData) -> HttpResponse:
    """Carry out a checked import."""
    aktor = aktor_wajib(request)
    form = JalankanForm(request.POST, aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        mulai_impor(aktor=aktor, pada=aktor.hari_ini, impor=impor, lewati_salah=isi["lewati_salah"])
        return reverse("organisasi:impor_rincian", args=[impor.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Impor dijalankan. Hasilnya ada di halaman ini."),
        template="organisasi/impor_rincian.html",
        impor=impor,
        laporan=laporan_impor(impor),
        halaman=Paginator(laporan_impor(impor).rincian, PER_HALAMAN).get_page(1),
    )


@perlu_aktor
@dengan_impor
@idempoten
def batal(request: HttpRequest, impor: ImporData) -> HttpResponse:
    """Drop a checked import."""
    aktor = aktor_wajib(request)
    batalkan_impor(aktor=aktor, pada=aktor.hari_ini, impor=impor)
    return redirect("organisasi:impor")


@perlu_aktor
def unduh(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    """The findings as XLSX or CSV, to hand to whoever keeps the source file."""
    impor = _ambil(request, pk)
    kolom = [_("Baris"), _("Kolom"), _("Kode"), _("Temuan"), _("Yang perlu dilakukan")]
    baris = [
        (satu.baris, satu.kolom, satu.kode, satu.sifat, satu.pesan)
        for satu in laporan_impor(impor).rincian
    ]
    if bentuk == "xlsx":
        isi, jenis = tulis_xlsx(judul=_("Temuan impor"), kolom=kolom, baris=baris), JENIS_XLSX
    elif bentuk == "csv":
        isi, jenis = tulis_csv(kolom=kolom, baris=baris), JENIS_CSV
    else:
        raise Http404
    return unduh_isi(isi, jenis, f"temuan-impor-{pk}.{bentuk}")
