"""PPPK agreements: the review list, one review, recording agreements one by one or by sheet."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_berkas
from tera.core import workflow
from tera.core.idempoten import idempoten
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.tampilan.dasar import lencana_predikat
from tera.organisasi.permissions_orang import boleh_kelola
from tera.organisasi.services.perjanjian import (
    catat_perjanjian,
    impor_perjanjian,
    wajib_kelola_perjanjian,
)
from tera.tindak_lanjut.forms.tindakan import CatatanForm
from tera.tindak_lanjut.forms.tindakan_pembinaan import (
    LembarPerjanjianForm,
    PerjanjianForm,
    PutusPerjanjianForm,
    RekomendasiForm,
)
from tera.tindak_lanjut.models import TinjauanPerjanjian
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.giliran import giliran_perjanjian
from tera.tindak_lanjut.selectors.perjanjian import daftar_tinjauan, tinjauan_terlihat
from tera.tindak_lanjut.services.tindakan import perjanjian as services
from tera.tindak_lanjut.tampilan_giliran import siapa_giliran
from tera.tindak_lanjut.views.terima import Galat
from tera.tindak_lanjut.views.tindakan.alat import tempel, wajib_langkah

NADA = {"terbuka": "peringatan", "direkomendasikan": "info", "diputus": "sukses"}
TEMPLAT = "tindak_lanjut/tindakan/"


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The agreements that end soon, the nearest first."""
    aktor = aktor_wajib(request)
    lampau = request.GET.get("lampau") == "1"
    halaman = Paginator(daftar_tinjauan(aktor=aktor, terbuka=not lampau), 30).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "baris": [
            {
                "satu": satu,
                "status": sebutan_pilihan(satu, "status"),
                "nada": NADA.get(satu.status, "netral"),
                "lewat": satu.status == "terbuka" and satu.usul_paling_lambat < aktor.hari_ini,
            }
            for satu in halaman
        ],
        "halaman": halaman,
        "lampau": lampau,
        "boleh_catat": boleh_kelola(aktor=aktor, pada=aktor.hari_ini),
        "hari_ini": aktor.hari_ini,
    }
    return render_laman(request, f"{TEMPLAT}perjanjian.html", konteks, nav="tindak_lanjut")


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One review."""
    return _render(request, _terlihat(request, pk))


def _render(
    request: HttpRequest,
    satu: TinjauanPerjanjian,
    status: int = 200,
    form: RekomendasiForm | None = None,
    form_putus: PutusPerjanjianForm | None = None,
    form_kembali: CatatanForm | None = None,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    peran = peran_tindakan(aktor=aktor, tindakan=satu, pada=aktor.hari_ini)
    aksi = {
        langkah.aksi
        for langkah in workflow.aksi_tersedia(
            jenis="tinjauan_perjanjian", status=satu.status, daftar_peran=peran
        )
    }
    terakhir: dict[str, Any] = (
        {"predikat_terakhir": satu.predikat_terakhir, "tahun_predikat": satu.tahun_predikat}
        if satu.direkomendasikan_pada
        else services.predikat_terakhir(satu, aktor.hari_ini)
    )
    konteks = {
        "satu": satu,
        "status_teks": sebutan_pilihan(satu, "status"),
        "nada": NADA.get(satu.status, "netral"),
        "predikat": lencana_predikat(terakhir["predikat_terakhir"]),
        "tahun_predikat": terakhir["tahun_predikat"],
        "lewat": satu.status == "terbuka" and satu.usul_paling_lambat < aktor.hari_ini,
        "boleh_rekomendasi": "rekomendasikan" in aksi,
        "boleh_putus": "putuskan" in aksi,
        "form": form or RekomendasiForm(),
        "form_putus": form_putus or PutusPerjanjianForm(initial={"keputusan": satu.rekomendasi}),
        "form_kembali": form_kembali or CatatanForm(),
        "hari_ini": aktor.hari_ini,
        "milik_saya": "pegawai" in peran,
        "menunggu": _menunggu(satu, aktor.hari_ini),
    }
    return render_laman(
        request, f"{TEMPLAT}perjanjian_rincian.html", konteks, nav="tindak_lanjut", status=status
    )


def _menunggu(satu: TinjauanPerjanjian, pada: dt.date) -> str:
    """Who acts now, by name; empty once decided, and where nobody is known."""
    siapa = siapa_giliran(giliran_perjanjian(tinjauan=satu, pada=pada))
    return _("Menunggu %(siapa)s.") % {"siapa": siapa} if siapa else ""


@require_POST
@perlu_aktor
@idempoten
def rekomendasi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The rater recommends."""
    aktor = aktor_wajib(request)
    satu = _terlihat(request, pk)
    wajib_langkah(request, "tinjauan_perjanjian", "rekomendasikan", satu, satu)
    form = RekomendasiForm(request.POST)
    if not form.is_valid():
        return _render(request, satu, 422, form=form)
    d = form.cleaned_data
    try:
        services.rekomendasikan(
            aktor=aktor,
            tinjauan=satu,
            rekomendasi=d["rekomendasi"],
            target_tercapai=d["target_tercapai"] == "ya",
            dinilai_tim=d["dinilai_tim"],
            alasan=d["alasan"],
            pada=aktor.hari_ini,
        )
    except Galat as galat:
        return _render(request, satu, tempel(form, galat), form=form)
    messages.success(request, _("Rekomendasi dikirim kepada pejabat pembina kepegawaian."))
    return redirect("tindak_lanjut:perjanjian_rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def kembalikan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The pejabat pembina asks for more."""
    aktor = aktor_wajib(request)
    satu = _terlihat(request, pk)
    wajib_langkah(request, "tinjauan_perjanjian", "kembalikan", satu, satu)
    form = CatatanForm(request.POST)
    if not form.is_valid():
        return _render(request, satu, 422, form_kembali=form)
    services.kembalikan_rekomendasi(
        aktor=aktor, tinjauan=satu, catatan=form.cleaned_data["catatan"], pada=aktor.hari_ini
    )
    messages.success(request, _("Dikembalikan kepada penilai dengan catatan Anda."))
    return redirect("tindak_lanjut:perjanjian_rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def putuskan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The decision with its letter."""
    aktor = aktor_wajib(request)
    satu = _terlihat(request, pk)
    wajib_langkah(request, "tinjauan_perjanjian", "putuskan", satu, satu)
    form = PutusPerjanjianForm(request.POST, request.FILES)
    if not form.is_valid():
        return _render(request, satu, 422, form_putus=form)
    d = form.cleaned_data
    try:
        services.putuskan_perjanjian(
            aktor=aktor,
            tinjauan=satu,
            isi=services.IsiPutusanPerjanjian(
                d["keputusan"], d["alasan"], d["nomor"], d["tanggal"], d["berkas"].name,
                d["berkas"].file,
            ),
            pada=aktor.hari_ini,
        )  # fmt: skip
    except Galat as galat:
        return _render(request, satu, tempel(form, galat), form_putus=form)
    messages.success(request, _("Keputusan dicatat. Pegawai diberi tahu."))
    return redirect("tindak_lanjut:perjanjian_rincian", pk=pk)


@require_safe
@perlu_aktor
def surat(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan of the decision."""
    satu = get_object_or_404(
        tinjauan_terlihat(aktor=aktor_wajib(request)), pk=pk, berkas_keputusan__isnull=False
    )
    assert satu.berkas_keputusan is not None  # asked for above
    return unduh_berkas(satu.berkas_keputusan, f"keputusan-perjanjian-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def catat(request: HttpRequest) -> HttpResponseBase:
    """Record one agreement."""
    aktor = aktor_wajib(request)
    wajib_kelola_perjanjian(aktor=aktor, pada=aktor.hari_ini)
    form = PerjanjianForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                catat_perjanjian(aktor=aktor, pada=aktor.hari_ini, **form.cleaned_data)
                dekat = services.segarkan_sesudah_impor(aktor=aktor, pada=aktor.hari_ini)
            except Galat as galat:
                status = tempel(form, galat)
            else:
                pesan = (
                    _("Perjanjian dicatat dan masuk daftar tinjau.")
                    if dekat
                    else _("Perjanjian dicatat. Masuk daftar ini sendiri menjelang akhirnya.")
                )
                messages.success(request, pesan)
                return redirect("tindak_lanjut:perjanjian")
    return render_laman(
        request, f"{TEMPLAT}perjanjian_catat.html",
        {"form": form, "form_lembar": LembarPerjanjianForm()}, nav="tindak_lanjut", status=status,
    )  # fmt: skip


@require_POST
@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponseBase:
    """Record the agreements of a sheet; rows with a fault are named."""
    aktor = aktor_wajib(request)
    wajib_kelola_perjanjian(aktor=aktor, pada=aktor.hari_ini)
    form = LembarPerjanjianForm(request.POST, request.FILES)
    hasil = None
    status = 422
    if form.is_valid():
        berkas = form.cleaned_data["lembar"]
        try:
            hasil = impor_perjanjian(
                aktor=aktor, nama_berkas=berkas.name, isi=berkas.read(), pada=aktor.hari_ini
            )
            status = 200
            services.segarkan_sesudah_impor(aktor=aktor, pada=aktor.hari_ini)
        except Galat as galat:
            status = tempel(form, galat)
    return render_laman(
        request, f"{TEMPLAT}perjanjian_catat.html",
        {"form": PerjanjianForm(), "form_lembar": form, "hasil": hasil}, nav="tindak_lanjut",
        status=status,
    )  # fmt: skip


def _terlihat(request: HttpRequest, pk: int) -> TinjauanPerjanjian:
    return get_object_or_404(tinjauan_terlihat(aktor=aktor_wajib(request)), pk=pk)
