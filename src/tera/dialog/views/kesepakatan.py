"""One agreement: done, changed by both, declined."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.dialog import selectors, services
from tera.dialog.forms import UbahKesepakatanForm
from tera.dialog.models import Kesepakatan
from tera.dialog.permissions import peran_kesepakatan
from tera.dialog.services.dasar import wajib_ikut
from tera.dialog.tampilan import NADA
from tera.dialog.views.alat import tempel


def _atau_404(request: HttpRequest, pk: int) -> Kesepakatan:
    return get_object_or_404(selectors.kesepakatan_terlihat(aktor=aktor_wajib(request)), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The agreement with its state; POST proposes a change."""
    aktor = aktor_wajib(request)
    satu = _atau_404(request, pk)
    ikut = peran_kesepakatan(aktor=aktor, kesepakatan=satu)
    form = UbahKesepakatanForm(
        request.POST if request.method == "POST" else None,
        initial={"uraian": satu.uraian, "tenggat": satu.tenggat},
    )
    status = 200
    if request.method == "POST":
        wajib_ikut(ikut)
        status = 422
        if form.is_valid():
            try:
                hasil = services.usulkan_perubahan(
                    aktor=aktor, kesepakatan=satu, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(
                    request,
                    _("Usul perubahan terkirim. Sampai disetujui, kesepakatan lama yang berlaku.")
                    if hasil.pk == pk
                    else _("Kesepakatan diubah."),
                )
                return redirect("dialog:kesepakatan", pk=hasil.pk)
    terbuka = satu.status == Kesepakatan.Status.TERBUKA
    konteks = {
        "kesepakatan": satu,
        "nada_status": NADA[satu.status],
        "lewat": terbuka and satu.tenggat < aktor.hari_ini,
        "boleh": terbuka and bool(ikut),
        "usul_saya": satu.pengusul_id is not None and satu.pengusul_id == aktor.pegawai_id,
        "usul_lain": satu.pengusul_id is not None and satu.pengusul_id != aktor.pegawai_id,
        "pengganti": Kesepakatan.objects.filter(menggantikan=satu).first() if not terbuka else None,
        "form": form,
    }
    return render_laman(request, "dialog/kesepakatan.html", konteks, nav="dialog", status=status)


@require_POST
@perlu_aktor
@idempoten
def selesai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """It is done."""
    aktor = aktor_wajib(request)
    hasil = services.selesaikan_kesepakatan(
        aktor=aktor, kesepakatan=_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(
        request,
        _("Kesepakatan selesai. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor},
    )
    return redirect("dialog:kesepakatan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def setuju(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Agree to the proposed change."""
    aktor = aktor_wajib(request)
    baru = services.setujui_perubahan(
        aktor=aktor, kesepakatan=_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(request, _("Perubahan disetujui. Ini kesepakatan yang berlaku sekarang."))
    return redirect("dialog:kesepakatan", pk=baru.pk)


@require_POST
@perlu_aktor
@idempoten
def tolak(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Withdraw one's own proposal, or decline the other side's."""
    services.batalkan_usul(aktor=aktor_wajib(request), kesepakatan=_atau_404(request, pk))
    messages.success(request, _("Usul perubahan dihapus. Kesepakatan lama tetap berlaku."))
    return redirect("dialog:kesepakatan", pk=pk)
