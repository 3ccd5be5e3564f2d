"""The certificate of a session: asked for, read, and what changed in the law since."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.bimtek import services
from tera.bimtek.selectors.isi import kursus_instansi
from tera.bimtek.selectors.latihan import sesi_saya
from tera.bimtek.selectors.sertifikat import hukum_sesudah, sertifikat_saya
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten

NAV = "bimtek"


@require_POST
@perlu_aktor
@idempoten
def minta(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask for the certificate of one's finished session."""
    aktor = aktor_wajib(request)
    sesi = get_object_or_404(sesi_saya(aktor=aktor), pk=pk)
    try:
        satu = services.terbitkan_sertifikat(aktor=aktor, sesi=sesi, pada=aktor.hari_ini)
    except (MasukanSalahError, StatusTidakSesuaiError) as galat:
        messages.error(request, galat.pesan)
        return redirect("bimtek:sesi", pk=pk)
    messages.success(request, _("Sertifikat terbit."))
    return redirect("bimtek:sertifikat", pk=satu.pk)


@require_safe
@perlu_aktor
def sertifikat(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own certificate, with the law records that are newer than it."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(sertifikat_saya(aktor=aktor), pk=pk)
    kursus = kursus_instansi(instansi_id=aktor.instansi_id).get(satu.kursus)
    konteks = {
        "sertifikat": satu,
        "kursus": kursus,
        "kursus_berubah": kursus is not None and kursus.versi != satu.versi_kursus,
        "berlaku": satu.berlaku_sampai >= aktor.hari_ini,
        "hukum": hukum_sesudah(sertifikat=satu, pada=aktor.hari_ini),
        "persen": 100 * satu.angka["sama"] // satu.angka["tanda"],
    }
    return render_laman(request, "bimtek/sertifikat.html", konteks, nav=NAV)
