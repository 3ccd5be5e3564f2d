"""Texts of one's own: the list, one version with its steps, the editor of a case."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.bimtek import pemuat, services
from tera.bimtek.forms_naskah import (
    AlasanNaskahForm,
    KasusNaskahForm,
    banyak_bukti,
    isian_awal,
)
from tera.bimtek.isi import Kasus
from tera.bimtek.models import JenisNaskah, Naskah, StatusNaskah
from tera.bimtek.pemuat import IsiBimtekError
from tera.bimtek.permissions import peran_naskah, peran_penelaah
from tera.bimtek.selectors.naskah import boleh_diubah, naskah_instansi
from tera.bimtek.services.naskah import JENIS
from tera.bimtek.tampilan_latihan import daftar_bukti
from tera.bimtek.tampilan_naskah import (
    bagian_naskah,
    baris_naskah,
    isi_naskah,
    kunci_naskah,
    riwayat_naskah,
)
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.core.workflow import riwayat
from tera.regulasi.berakhlak import daftar_nilai

NAV = "bimtek"


def _wajib_naskah(request: HttpRequest) -> None:
    aktor = aktor_wajib(request)
    if not peran_naskah(aktor=aktor, pada=aktor.hari_ini):
        raise Http404


def _semua(request: HttpRequest) -> QuerySet[Naskah]:
    _wajib_naskah(request)
    return naskah_instansi(aktor=aktor_wajib(request))


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Every text by state."""
    aktor = aktor_wajib(request)
    semua = _semua(request).exclude(status=StatusNaskah.DIGANTIKAN).defer("isi")
    konteks = {
        "bagian": bagian_naskah(semua.order_by("jenis", "judul", "-versi")),
        "menelaah": bool(peran_penelaah(aktor=aktor, pada=aktor.hari_ini)),
    }
    return render_laman(request, "bimtek/naskah_daftar.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as its reader will see it, with its key, history and next steps."""
    return _laman(request, get_object_or_404(_semua(request), pk=pk))


def _laman(
    request: HttpRequest, satu: Naskah, form: AlasanNaskahForm | None = None, aksi: str = ""
) -> HttpResponse:
    aktor = aktor_wajib(request)
    try:
        isi, galat = isi_naskah(satu), None
    except IsiBimtekError as kurang:
        isi, galat = None, kurang
    penelaah = bool(peran_penelaah(aktor=aktor, pada=aktor.hari_ini))
    milik = satu.penyusun_id == aktor.pegawai_id
    lain = _semua(request).filter(jenis=satu.jenis, kode=satu.kode).exclude(pk=satu.pk)
    konteks: dict[str, Any] = {
        "satu": satu,
        "baris": baris_naskah(satu),
        "kasus": isi if isinstance(isi, Kasus) else None,
        "kursus": isi if satu.jenis == JenisNaskah.KURSUS else None,
        "galat_isi": galat,
        "bukti": daftar_bukti(isi) if isinstance(isi, Kasus) else [],
        "kunci": kunci_naskah(isi, daftar_nilai(pada=aktor.hari_ini), satu.asal)
        if isinstance(isi, Kasus)
        else [],
        "riwayat": riwayat_naskah(riwayat(jenis=JENIS, objek_id=satu.pk)),
        "lain": [baris_naskah(v) for v in lain.defer("isi").order_by("-versi")],
        "milik": milik,
        "draf": boleh_diubah(aktor=aktor, naskah=satu),
        "tarik": milik and satu.status == StatusNaskah.DIAJUKAN,
        "periksa": penelaah and not milik and satu.status == StatusNaskah.DIAJUKAN,
        "cabut": penelaah and satu.status == StatusNaskah.TERBIT,
        "versi_baru": satu.jenis == JenisNaskah.KASUS
        and satu.status not in {StatusNaskah.DRAF, StatusNaskah.DIAJUKAN},
        "form": form or AlasanNaskahForm(),
        "aksi_salah": aksi,
    }
    status = 422 if form is not None else 200
    return render_laman(request, "bimtek/naskah.html", konteks, nav=NAV, status=status)


@require_POST
@perlu_aktor
@idempoten
def langkah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One step of a version; a refusal shows the page again with what was typed."""
    satu = get_object_or_404(_semua(request), pk=pk)
    aksi = request.POST.get("aksi", "")
    kerjakan = {
        "ajukan": _ajukan,
        "tarik": _tarik,
        "kembalikan": _beralasan,
        "terbitkan": _terbitkan,
        "cabut": _beralasan,
        "versi_baru": _versi_baru,
        "hapus": _hapus,
    }.get(aksi)
    if kerjakan is None:
        raise Http404
    return kerjakan(request, satu, aksi)


def _ajukan(request: HttpRequest, satu: Naskah, aksi: str) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    try:
        services.ajukan_naskah(aktor=aktor, naskah=satu, pada=aktor.hari_ini)
    except IsiBimtekError:
        return _sunting_periksa(satu)
    messages.success(request, _("Naskah diajukan. Orang kedua memeriksanya sebelum terbit."))
    return redirect("bimtek:naskah", pk=satu.pk)


def _sunting_periksa(satu: Naskah) -> HttpResponseBase:
    jawaban = redirect("bimtek:naskah_sunting", pk=satu.pk)
    jawaban["Location"] += "?periksa=1"
    return jawaban


def _tarik(request: HttpRequest, satu: Naskah, aksi: str) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    services.tarik_naskah(aktor=aktor, naskah=satu, pada=aktor.hari_ini)
    messages.success(request, _("Naskah kembali menjadi draf Anda."))
    return redirect("bimtek:naskah", pk=satu.pk)


def _terbitkan(request: HttpRequest, satu: Naskah, aksi: str) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    services.terbitkan_naskah(aktor=aktor, naskah=satu, pada=aktor.hari_ini)
    if satu.jenis == JenisNaskah.KASUS:
        messages.success(request, _("Kasus terbit dan ikut diundi dalam latihan menilai."))
    else:
        messages.success(request, _("Kursus terbit dan terbaca semua pegawai."))
    return redirect("bimtek:naskah", pk=satu.pk)


def _beralasan(request: HttpRequest, satu: Naskah, aksi: str) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    form = AlasanNaskahForm(request.POST)
    kerja = services.kembalikan_naskah if aksi == "kembalikan" else services.cabut_naskah
    if form.is_valid():
        try:
            kerja(aktor=aktor, naskah=satu, alasan=form.cleaned_data["alasan"], pada=aktor.hari_ini)
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(
                request,
                _("Naskah kembali kepada penyusunnya.")
                if aksi == "kembalikan"
                else _("Naskah dicabut: tidak diundi dan tidak tampil lagi."),
            )
            return redirect("bimtek:naskah_daftar")
    return _laman(request, satu, form, aksi)


def _versi_baru(request: HttpRequest, satu: Naskah, aksi: str) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    baru = services.buat_versi_baru(aktor=aktor, naskah=satu, pada=aktor.hari_ini)
    return redirect("bimtek:naskah_sunting", pk=baru.pk)


def _hapus(request: HttpRequest, satu: Naskah, aksi: str) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    services.hapus_draf_naskah(aktor=aktor, naskah=satu, pada=aktor.hari_ini)
    messages.success(request, _("Draf dihapus."))
    return redirect("bimtek:naskah_daftar")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """Write a new case."""
    _wajib_naskah(request)
    return _isian(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def sunting(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change one's own draft."""
    satu = get_object_or_404(_semua(request).filter(jenis=JenisNaskah.KASUS), pk=pk)
    if not boleh_diubah(aktor=aktor_wajib(request), naskah=satu):
        raise StatusTidakSesuaiError(
            _("Naskah ini tidak bisa diubah: hanya drafnya, oleh penyusunnya. Buat versi baru.")
        )
    return _isian(request, satu)


def _isian(request: HttpRequest, satu: Naskah | None) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    nilai = daftar_nilai(pada=aktor.hari_ini)
    draf = f"bimtek-naskah-{satu.pk if satu else 'baru'}"
    if request.method == "POST":
        form = KasusNaskahForm(request.POST, nilai=nilai, bukti=banyak_bukti(request.POST.dict()))
        if form.is_valid():
            try:
                kini = services.simpan_kasus(
                    aktor=aktor, isi=form.isi(), pada=aktor.hari_ini, naskah=satu
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                selesaikan_draf(request, draf)
                return _sesudah_simpan(request, kini)
    elif satu is not None and "periksa" in request.GET:
        awal = isian_awal(pemuat.mentah(satu.isi))
        form = KasusNaskahForm(awal, nilai=nilai, bukti=banyak_bukti(awal))
        if form.is_valid():
            form.tandai_kurang()
            if not form.errors:
                _tempel_pemuat(form, satu)
    else:
        awal = isian_awal(pemuat.mentah(satu.isi)) if satu else {}
        form = KasusNaskahForm(initial=awal, nilai=nilai, bukti=banyak_bukti(awal))
    konteks = {"form": form, "satu": satu, "kunci_draf": draf}
    status = 422 if request.method == "POST" else 200
    return render_laman(request, "bimtek/naskah_kasus.html", konteks, nav=NAV, status=status)


def _tempel_pemuat(form: KasusNaskahForm, satu: Naskah) -> None:
    try:
        isi_naskah(satu)
    except IsiBimtekError as galat:
        form.tempel_isi(galat)


def _sesudah_simpan(request: HttpRequest, kini: Naskah) -> HttpResponseBase:
    """Kept; and where it was to be sent, sent, or shown again with all that is missing."""
    if request.POST.get("aksi") == "ajukan":
        return _ajukan(request, kini, "ajukan")
    if request.POST.get("aksi") == "lanjut":
        messages.success(request, _("Draf tersimpan. Lanjutkan mengisi."))
        return redirect("bimtek:naskah_sunting", pk=kini.pk)
    messages.success(request, _("Draf tersimpan. Hanya Anda yang melihatnya sampai diajukan."))
    return redirect("bimtek:naskah", pk=kini.pk)
