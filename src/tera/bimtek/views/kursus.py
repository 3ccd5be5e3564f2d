"""The courses: the list, one course, one module with its check."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.bimtek import services
from tera.bimtek.forms import LatihanSKPForm, PeriksaForm
from tera.bimtek.isi import Modul
from tera.bimtek.pemuat import daftar_kursus
from tera.bimtek.permissions import mengelola_panel, peran_naskah
from tera.bimtek.selectors.kursus import KemajuanKursus, kemajuan, kemajuan_kursus
from tera.bimtek.selectors.sertifikat import hukum_kursus, sertifikat_saya
from tera.bimtek.selectors.sosialisasi import untuk_orang
from tera.bimtek.tampilan import baris_kursus, baris_modul, hasil_periksa
from tera.bimtek.tampilan_instansi_latihan import KURSUS, tempat_berlatih
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten

NAV = "bimtek"
KURSUS_SKP = "menyusun-skp"


@require_safe
@perlu_aktor
def beranda(request: HttpRequest) -> HttpResponse:
    """All courses with how far one is."""
    aktor = aktor_wajib(request)
    mengelola = mengelola_panel(aktor=aktor, pada=aktor.hari_ini)
    konteks = {
        "tempat": tempat_berlatih(mengelola=mengelola),
        "daftar": [baris_kursus(satu) for satu in kemajuan(aktor=aktor)],
        "mengelola": mengelola,
        "menyusun": bool(peran_naskah(aktor=aktor, pada=aktor.hari_ini)),
        "diminta": list(
            untuk_orang(saya=aktor.pegawai_id or 0, pada=aktor.hari_ini).order_by("tenggat")
        ),
        "hari_ini": aktor.hari_ini,
        "sertifikat": list(sertifikat_saya(aktor=aktor)[:5]),
    }
    return render_laman(request, "bimtek/beranda.html", konteks, nav=NAV)


def _kursus_atau_404(request: HttpRequest, kode: str) -> KemajuanKursus:
    maju = kemajuan_kursus(aktor=aktor_wajib(request), kode=kode)
    if maju is None:
        raise Http404
    return maju


@require_safe
@perlu_aktor
def kursus(request: HttpRequest, kode: str) -> HttpResponse:
    """One course: its modules, and where to go on."""
    aktor = aktor_wajib(request)
    maju = _kursus_atau_404(request, kode)
    tempat = None
    if kode == KURSUS:
        tempat = tempat_berlatih(mengelola=mengelola_panel(aktor=aktor, pada=aktor.hari_ini))
    sejak = maju.dibaca_pada or maju.kursus.sejak
    konteks = {
        "kursus": maju.kursus,
        "tempat": tempat,
        "hukum": hukum_kursus(kursus=maju.kursus, sejak=sejak, pada=aktor.hari_ini),
        "hukum_sejak": sejak,
        "maju": maju,
        "latihan_skp": kode == KURSUS_SKP,
        "daftar": [baris_modul(maju, satu) for satu in maju.kursus.modul],
    }
    return render_laman(request, "bimtek/kursus.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def modul(request: HttpRequest, kode: str, modul_kode: str) -> HttpResponseBase:
    """Read a module, answer its check, see at once why."""
    aktor = aktor_wajib(request)
    maju = _kursus_atau_404(request, kode)
    satu = maju.kursus.satu_modul(modul_kode)
    if satu is None:
        raise Http404
    kunci = f"bimtek-{kode}-{modul_kode}"
    form = PeriksaForm(request.POST if request.method == "POST" else None, modul=satu)
    if request.method == "POST" and form.is_valid():
        try:
            services.selesaikan_modul(
                aktor=aktor,
                kursus=maju.kursus,
                modul=satu,
                jawaban=form.jawaban(),
                pada=aktor.hari_ini,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            return _lanjut(request, maju, satu)
    sudah = maju.sudah(satu) and not form.is_bound and "ulang" not in request.GET
    urutan = [m.kode for m in maju.kursus.modul]
    letak = urutan.index(satu.kode)
    konteks = {
        "kursus": maju.kursus,
        "modul": satu,
        "nomor": letak + 1,
        "jumlah": len(urutan),
        "sudah": sudah,
        "berubah": maju.berubah(satu),
        "hasil": hasil_periksa(satu, maju.per_modul[satu.kode].jawaban) if sudah else [],
        "lanjut": maju.kursus.modul[letak + 1] if letak + 1 < len(urutan) else None,
        "form": form,
        "bidang": [form[nama] for nama in form.fields],
        "kunci_draf": kunci,
    }
    status = 422 if form.is_bound else 200
    return render_laman(request, "bimtek/modul.html", konteks, nav=NAV, status=status)


def _lanjut(request: HttpRequest, maju: KemajuanKursus, satu: Modul) -> HttpResponseBase:
    """Where there was a check its reasons come first; else straight to what is next."""
    messages.success(request, _("Modul “%(judul)s” tercatat selesai.") % {"judul": satu.judul})
    if satu.periksa:
        alamat = redirect("bimtek:modul", kode=maju.kursus.kode, modul_kode=satu.kode)
        alamat["Location"] += "#periksa"
        return alamat
    return redirect("bimtek:kursus", kode=maju.kursus.kode)


@require_safe
@perlu_aktor
def latihan_skp(request: HttpRequest) -> HttpResponse:
    """Rows of a practice SKP with the hints of the product's own checker; nothing is kept."""
    form = LatihanSKPForm(request.GET if "rhk_0" in request.GET else None)
    konteks = {"form": form, "baris": form.baris(), "kursus": daftar_kursus().get(KURSUS_SKP)}
    return render_laman(request, "bimtek/latihan_skp.html", konteks, nav=NAV)
