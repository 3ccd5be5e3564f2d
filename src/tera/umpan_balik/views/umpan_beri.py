"""Give feedback and ask for it: whom, about what, the words with advice, one tap to the rater."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import dinilai_oleh, penilai_pada
from tera.umpan_balik.berkelanjutan_kata import Nasihat, daftar_nasihat
from tera.umpan_balik.forms.umpan import BeriForm, MintaForm, PilihForm, TolakForm
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from tera.umpan_balik.selectors import berkelanjutan as tanya
from tera.umpan_balik.selectors.hubungan_pemberi import (
    KE_ATAS,
    daftar_rekan,
    kelompok_rekan,
)
from tera.umpan_balik.selectors.sasaran import (
    Sasaran,
    kelompok_sasaran,
    sasaran_permintaan,
    sasaran_tersedia,
)
from tera.umpan_balik.services import berkelanjutan as layanan
from tera.umpan_balik.services import permintaan as layanan_permintaan
from tera.umpan_balik.tampilan.umpan import baris_permintaan, sebut_hubungan
from tera.umpan_balik.views.umpan import BARIS, NAV


@perlu_aktor
@require_safe
def pilih(request: HttpRequest) -> HttpResponseBase:
    """Whom do I want to tell something? The nearest people, or anybody found by name."""
    aktor = aktor_wajib(request)
    form = PilihForm(request.GET if "orang" in request.GET else None, aktor=aktor)
    if form.is_bound and form.is_valid():
        return redirect("umpan_balik:beri", pk=form.cleaned_data["orang"].pk)
    konteks = {
        "kelompok": kelompok_rekan(daftar_rekan(aktor=aktor, pada=aktor.hari_ini)),
        "form": form,
    }
    return render_laman(
        request,
        "umpan_balik/umpan/pilih.html",
        konteks,
        nav=NAV,
        status=422 if form.is_bound else 200,
    )


def _penerima(aktor: Aktor, pk: int) -> Pegawai:
    """Somebody of one's instansi, or whom one rates by letter; 404 for others."""
    orang = Pegawai.objects.filter(pk=pk)
    serumah = orang.filter(instansi_id=aktor.instansi_id).first()
    if serumah is not None:
        return serumah
    dinilai = dinilai_oleh(aktor=aktor, pada=aktor.hari_ini).filter(pegawai__in=orang).first()
    if dinilai is None:
        raise Http404
    return dinilai.pegawai


def _mundur(instansi_id: int, pada: dt.date) -> dt.date:
    hari = kebijakan.nilai(instansi_id=instansi_id, kunci=layanan.HARI_MUNDUR, pada=pada)
    return pada - dt.timedelta(days=int(hari))


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def beri(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell somebody about their work; wording about the person is pointed out once, never refused.

    ``?sasaran=`` a key of the work, ``?permintaan=`` the request it answers.
    """
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    orang = _penerima(aktor, pk)
    tugas = layanan.tugas_penerima(pegawai=orang, pada=pada)
    hubungan = layanan.pastikan_pemberi(aktor=aktor, tugas=tugas, pada=pada)
    permintaan = _permintaan(request, aktor, orang)
    sasaran = _pilihan(aktor, orang, permintaan, _mundur(tugas.instansi_id, pada))
    form = BeriForm(
        request.POST if request.method == "POST" else None,
        sasaran=kelompok_sasaran(sasaran, pada.year),
        ke_atas=hubungan in KE_ATAS,
        initial={
            "jenis": _jenis(request),
            "sasaran": sasaran_permintaan(permintaan).kunci
            if permintaan
            else request.GET.get("sasaran", ""),
            "tanggal": pada,
        },
    )
    nasihat: list[Nasihat] = []
    draf = f"umpan-{orang.pk}"
    if form.is_bound and form.is_valid():
        isi = form.isi()
        if "apa_adanya" not in request.POST:
            nasihat = daftar_nasihat(teks=isi.teks, jenis=isi.jenis)
        if not nasihat:
            try:
                umpan, tanda = layanan.beri_umpan_balik(
                    aktor=aktor, penerima=orang, isi=isi, pada=pada, permintaan=permintaan
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                messages.success(
                    request,
                    _("Umpan balik terkirim; %(nama)s bisa membacanya. Tanda terima %(nomor)s.")
                    % {"nama": orang.nama_lengkap, "nomor": tanda.nomor},
                )
                selesaikan_draf(request, draf)
                return redirect("umpan_balik:umpan", pk=umpan.pk)
    konteks = {
        "orang": orang,
        "tugas": tugas,
        "sebagai": sebut_hubungan(hubungan),
        "ke_atas": hubungan in KE_ATAS,
        "permintaan": baris_permintaan(satu=permintaan, pada=pada) if permintaan else None,
        "form": form,
        "nasihat": nasihat,
        "draf": draf,
    }
    return render_laman(
        request,
        "umpan_balik/umpan/beri.html",
        konteks,
        nav=NAV,
        status=422 if form.is_bound else 200,
    )


def _permintaan(request: HttpRequest, aktor: Aktor, orang: Pegawai) -> PermintaanUmpanBalik | None:
    """The open request named in the address, if it is that person's to the aktor."""
    kunci = request.GET.get("permintaan", "")
    if not kunci.isdecimal() or len(kunci) > 18:
        return None
    return (
        tanya.permintaan_masuk(aktor=aktor, pada=aktor.hari_ini)
        .filter(pk=int(kunci), peminta=orang)
        .first()
    )


def _pilihan(
    aktor: Aktor, orang: Pegawai, permintaan: PermintaanUmpanBalik | None, sejak: dt.date
) -> list[Sasaran]:
    daftar = sasaran_tersedia(aktor=aktor, pegawai_id=orang.pk, sejak=sejak, pada=aktor.hari_ini)
    diminta = sasaran_permintaan(permintaan) if permintaan else None
    if diminta is not None and diminta.kunci not in {satu.kunci for satu in daftar}:
        daftar.append(diminta)
    return daftar


def _jenis(request: HttpRequest) -> str:
    kata = request.GET.get("jenis", "")
    return kata if kata in UmpanBalik.Jenis.values else UmpanBalik.Jenis.SARAN.value


@perlu_aktor
@require_safe
def daftar_permintaan(request: HttpRequest) -> HttpResponseBase:
    """What I asked for, newest first, with its state."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    konteks = {
        "daftar": [
            baris_permintaan(satu=satu, pada=pada)
            for satu in tanya.permintaan_keluar(aktor=aktor)[: 5 * BARIS]
        ],
        "tab": "permintaan",
    }
    return render_laman(request, "umpan_balik/umpan/permintaan.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def minta(request: HttpRequest) -> HttpResponse:
    """Ask several people about one piece of my work; the rater is ticked already."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    rekan = daftar_rekan(aktor=aktor, pada=pada)
    sasaran = sasaran_tersedia(
        aktor=aktor,
        pegawai_id=aktor.pegawai_id or 0,
        sejak=_mundur(aktor.instansi_id, pada),
        pada=pada,
    )
    form = MintaForm(
        request.POST if request.method == "POST" else None,
        aktor=aktor,
        rekan=rekan,
        sasaran=kelompok_sasaran(sasaran, pada.year),
        initial={
            "kepada": [satu.pk for satu in rekan if satu.kelompok == "penilai"],
            "sasaran": request.GET.get("sasaran", ""),
        },
    )
    if form.is_bound and form.is_valid():
        isi = form.cleaned_data
        try:
            baru = layanan_permintaan.minta_umpan_balik(
                aktor=aktor,
                kepada=form.orang(),
                sasaran=isi["sasaran"],
                pesan=isi["pesan"],
                pada=pada,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _kabar(baru))
            selesaikan_draf(request, "umpan-minta")
            return redirect("umpan_balik:permintaan")
    return render_laman(
        request,
        "umpan_balik/umpan/minta.html",
        {"form": form},
        nav=NAV,
        status=422 if form.is_bound else 200,
    )


def _kabar(baru: list[PermintaanUmpanBalik]) -> str:
    return _("Permintaan terkirim kepada %(nama)s.") % {
        "nama": ", ".join(satu.kepada.nama_lengkap for satu in baru)
    }


@perlu_aktor
@require_POST
@idempoten
def minta_cepat(request: HttpRequest) -> HttpResponseBase:
    """Ask my rater with one tap, about the piece of work named in the form."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    diri = get_object_or_404(Pegawai, pk=aktor.pegawai_id or 0)
    penilai = penilai_pada(
        penugasan=layanan.tugas_penerima(pegawai=diri, pada=pada), pada=pada
    ).penilai
    if penilai is None:
        raise MasukanSalahError(
            _("Belum terkirim: Anda belum punya penilai. Pilih sendiri orang yang Anda mintai.")
        )
    baru = layanan_permintaan.minta_umpan_balik(
        aktor=aktor,
        kepada=[penilai],
        sasaran=request.POST.get("sasaran", "umum"),
        pesan="",
        pada=pada,
    )
    messages.success(request, _kabar(baru))
    kembali = request.POST.get("kembali", "")
    aman = url_has_allowed_host_and_scheme(kembali, allowed_hosts=None) and kembali.startswith("/")
    return redirect(kembali if aman else reverse("umpan_balik:permintaan"))


def _masuk_atau_404(request: HttpRequest, pk: int) -> PermintaanUmpanBalik:
    aktor = aktor_wajib(request)
    return get_object_or_404(
        PermintaanUmpanBalik.objects.select_related("peminta"),
        pk=pk,
        kepada_id=aktor.pegawai_id or 0,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline a request."""
    aktor = aktor_wajib(request)
    permintaan = _masuk_atau_404(request, pk)
    form = TolakForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        layanan_permintaan.tolak_permintaan(
            aktor=aktor,
            permintaan=permintaan,
            alasan=form.cleaned_data["alasan"],
            pada=aktor.hari_ini,
        )
        messages.success(request, _("Permintaan ditolak; yang meminta diberi tahu."))
        return redirect("umpan_balik:saya")
    konteks = {"satu": baris_permintaan(satu=permintaan, pada=aktor.hari_ini), "form": form}
    return render_laman(
        request,
        "umpan_balik/umpan/tolak.html",
        konteks,
        nav=NAV,
        status=422 if form.is_bound else 200,
    )


@perlu_aktor
@require_POST
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take my request back."""
    aktor = aktor_wajib(request)
    permintaan = get_object_or_404(PermintaanUmpanBalik, pk=pk, peminta_id=aktor.pegawai_id or 0)
    layanan_permintaan.batalkan_permintaan(aktor=aktor, permintaan=permintaan, pada=aktor.hari_ini)
    messages.success(request, _("Permintaan dibatalkan."))
    return redirect("umpan_balik:permintaan")
