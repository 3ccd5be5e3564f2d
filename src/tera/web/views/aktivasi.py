"""Activation: the person with a code, and the officer who hands codes out."""

import functools
import inspect
from collections.abc import Callable

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.akun import services as akun
from tera.core.akun.batas import TerlaluSeringError
from tera.core.akun.kode import kunci_cetak_baru, kunci_cetak_sah, tulis_kode
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.dokumen.pdf import render_pdf
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import aktivasi as pilih
from tera.organisasi.services import aktivasi as layanan
from tera.web.akun import CARA_KODE, asal_permintaan
from tera.web.forms.akun import AktivasiForm, AturUlangForm, CariUnitForm, TerbitkanForm
from tera.web.surat import surat_aktivasi
from tera.web.views.alat import kirim_pesan

KUE = "kunci_cetak"
JALUR_KUE = "/aktivasi/kelola/"
# Long enough for a jammed printer, too short to come back for somebody else's code.
UMUR_KUE = 15 * 60


@never_cache
@sensitive_post_parameters("kode", "sandi")
def aktivasi(request: HttpRequest) -> HttpResponse:
    """Open an account with its code, then sign in and offer a second factor.

    Not ``idempoten``: the code works once by itself, and a stored digest of the form would cover
    the password.
    """
    if request.user.is_authenticated:
        return redirect("web:keamanan")
    form = AktivasiForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                pengguna = akun.aktifkan_akun(
                    nama_akun=form.cleaned_data["nama_akun"],
                    kode=form.cleaned_data["kode"],
                    sandi=form.cleaned_data["sandi"],
                    asal=asal_permintaan(request),
                )
            except TerlaluSeringError as galat:
                form.add_error(None, galat.pesan)
                status = galat.status
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                # Whoever just chose the password needn't type it again to add a second factor.
                record_authentication(request, pengguna, CARA_KODE, reauthenticated=True)
                kirim_pesan(request, "sukses", _("Akun aktif. Selamat datang di Tera."))
                jawaban: HttpResponse = perform_login(
                    request, pengguna, redirect_url=f"{reverse('web:keamanan')}?baru=1"
                )
                return jawaban
    return render_laman(request, "web/akun/aktivasi.html", {"form": form}, status=status)


# ``unwrap``: the decorators above copy nothing that is set later.
inspect.unwrap(aktivasi).tanpa_kunci = "kode sekali pakai"


@require_safe
@perlu_aktor
def kelola(request: HttpRequest) -> HttpResponse:
    """List the units one looks after with their accounts counted."""
    aktor = aktor_wajib(request)
    daftar = pilih.unit_dikelola(aktor=aktor, pada=aktor.hari_ini)
    if not daftar.exists():
        raise Http404
    cari = CariUnitForm(request.GET)
    kata = cari.cleaned_data["q"].strip() if cari.is_valid() else ""
    if kata:
        daftar = daftar.filter(nama__icontains=kata)
    halaman = Paginator(daftar, 25).get_page(request.GET.get("halaman"))
    return render_laman(
        request,
        "web/akun/kelola.html",
        {
            "cari": cari,
            "jumlah_saringan": 1 if kata else 0,
            "halaman": halaman,
            "daftar": pilih.hitung_aktivasi(
                aktor=aktor, daftar_unit=list(halaman.object_list), pada=aktor.hari_ini
            ),
        },
        nav="aktivasi",
    )


@require_safe
@perlu_aktor
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """List the people of a unit; issue and print their letters; reset one in person."""
    aktor = aktor_wajib(request)
    satu_unit = get_object_or_404(pilih.unit_dikelola(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    daftar = list(pilih.pegawai_unit(aktor=aktor, unit=satu_unit, pada=aktor.hari_ini))
    orang = [
        {"pegawai": satu, "status": pilih.status_akun(satu).value, "diri": _diri(request, satu)}
        for satu in daftar
    ]
    return render_laman(
        request,
        "web/akun/unit.html",
        {
            "unit": satu_unit,
            "orang": orang,
            "jumlah_belum": sum(1 for satu in orang if satu["status"] != "aktif"),
            "kunci_cetak": kunci_cetak_baru(),
            "siap_cetak": _siap(request, daftar),
        },
        nav="aktivasi",
    )


def _bawa_kunci(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Give the issuer's browser the print key with the redirect, also when the form came twice."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        jawaban = view(request, *args, **kwargs)
        kunci = request.POST.get("kunci_cetak", "")
        if jawaban.status_code in {302, 303} and kunci_cetak_sah(kunci):
            jawaban.set_cookie(
                KUE,
                kunci,
                max_age=UMUR_KUE,
                path=JALUR_KUE,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Strict",
            )
        return jawaban

    return bungkus


@require_POST
@perlu_aktor
@_bawa_kunci
@idempoten
def terbitkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue codes for everyone of the unit whose account isn't open."""
    aktor = aktor_wajib(request)
    satu_unit = get_object_or_404(pilih.unit_dikelola(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    form = TerbitkanForm(request.POST)
    if not form.is_valid():
        raise MasukanSalahError(
            _("Kunci cetak formulir ini rusak. Muat ulang halaman, lalu terbitkan lagi.")
        )
    layanan.terbitkan_kode_unit(
        aktor=aktor,
        unit=satu_unit,
        kunci_cetak=form.cleaned_data["kunci_cetak"],
        pada=aktor.hari_ini,
    )
    return redirect("web:aktivasi_unit", pk=pk)


@require_safe
@perlu_aktor
def surat_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Print the letters of a unit while the issuer's browser still holds the key."""
    aktor = aktor_wajib(request)
    satu_unit = get_object_or_404(pilih.unit_dikelola(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    daftar = list(pilih.pegawai_unit(aktor=aktor, unit=satu_unit, pada=aktor.hari_ini))
    return _surat(request, daftar, satu_unit.nama)


@perlu_aktor
@_bawa_kunci
@idempoten
def atur_ulang(request: HttpRequest, pk: int) -> HttpResponse:
    """Reset the account of a person who is present, with reason and identity check."""
    aktor = aktor_wajib(request)
    pegawai = _pegawai_dikelola(request, pk)
    form = AturUlangForm(request.POST or None, initial={"kunci_cetak": kunci_cetak_baru()})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                layanan.atur_ulang_tatap_muka(
                    aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini, **form.cleaned_data
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                return redirect("web:kode_pegawai", pk=pk)
    return render_laman(
        request,
        "web/akun/atur_ulang.html",
        {"pegawai": pegawai, "form": form, "diri": _diri(request, pegawai)},
        nav="aktivasi",
        status=status,
    )


@require_safe
@perlu_aktor
@never_cache
def kode_pegawai(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the code of a reset once more on the screen of the one who issued it."""
    pegawai = _pegawai_dikelola(request, pk)
    daftar = _siap(request, [pegawai])
    return render_laman(
        request,
        "web/akun/kode.html",
        {
            "pegawai": pegawai,
            "siap": daftar[0] if daftar else None,
            "kode": tulis_kode(daftar[0].kode) if daftar else "",
            "alamat_web": settings.TERA_ALAMAT,
        },
        nav="aktivasi",
    )


@require_safe
@perlu_aktor
def surat_pegawai(request: HttpRequest, pk: int) -> HttpResponse:
    """Print the letter of one person."""
    pegawai = _pegawai_dikelola(request, pk)
    return _surat(request, [pegawai], "")


def _surat(request: HttpRequest, daftar: list[Pegawai], nama_unit: str) -> HttpResponse:
    siap = _siap(request, daftar)
    if not siap:
        raise MasukanSalahError(
            _(
                "Surat ini tidak bisa dicetak lagi: kode hanya terbaca 15 menit di peramban yang "
                "menerbitkannya. Terbitkan kode baru; kode lama otomatis tidak berlaku."
            ),
            kode="kode_tidak_terbaca",
        )
    aktor = aktor_wajib(request)
    isi = render_pdf(surat_aktivasi(aktor=aktor, daftar=siap, nama_unit=nama_unit))
    jawaban = HttpResponse(isi, content_type="application/pdf")
    jawaban["Content-Disposition"] = 'inline; filename="surat-aktivasi.pdf"'
    jawaban["Cache-Control"] = "no-store, private"
    return jawaban


def _siap(request: HttpRequest, daftar: list[Pegawai]) -> list[layanan.KodeSiapCetak]:
    kunci = request.COOKIES.get(KUE, "")
    if not kunci_cetak_sah(kunci):
        return []
    aktor = aktor_wajib(request)
    return layanan.kode_siap_cetak(
        aktor=aktor, daftar_pegawai=daftar, kunci_cetak=kunci, zona=aktor.zona
    )


def _pegawai_dikelola(request: HttpRequest, pk: int) -> Pegawai:
    aktor = aktor_wajib(request)
    return get_object_or_404(pilih.pegawai_dikelola(aktor=aktor, pada=aktor.hari_ini), pk=pk)


def _diri(request: HttpRequest, pegawai: Pegawai) -> bool:
    return pegawai.pk == aktor_wajib(request).pegawai_id
