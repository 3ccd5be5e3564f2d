"""Bimbingan: the pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.tindakan import CatatanForm
from tera.tindak_lanjut.forms.tindakan_pembinaan import BimbinganForm
from tera.tindak_lanjut.models import BimbinganKinerja
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import bimbingan_terlihat
from tera.tindak_lanjut.services.tindakan import pembinaan
from tera.tindak_lanjut.tampilan_tindakan import judul_tindakan
from tera.tindak_lanjut.views.tindakan.alat import Galat, tempel, tindakan_atau_404


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def bimbingan_baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record a coaching session."""
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    pembinaan.boleh_membimbing(
        peran_tindakan(aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini), tindakan
    )
    form = BimbinganForm(
        request.POST if request.method == "POST" else None, initial={"tanggal": aktor.hari_ini}
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                pembinaan.catat_bimbingan(
                    aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini, **form.cleaned_data
                )
            except Galat as galat:
                status = tempel(form, galat)
            else:
                selesaikan_draf(request, f"bimbingan-{pk}")
                messages.success(request, _("Bimbingan dicatat. Pegawai bisa menanggapinya."))
                return redirect("tindak_lanjut:tindakan", pk=pk)
    konteks = {"tindakan": tindakan, "judul": judul_tindakan(tindakan), "form": form}
    return render_laman(
        request, "tindak_lanjut/tindakan/bimbingan_baru.html", konteks, nav="tindak_lanjut",
        status=status,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def bimbingan(request: HttpRequest, pk: int, bimbingan_pk: int) -> HttpResponseBase:
    """One session, for the two who spoke; the person answers here."""
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    terlihat = {satu.pk for satu in bimbingan_terlihat(tindakan=tindakan, aktor=aktor)}
    satu = get_object_or_404(
        BimbinganKinerja.objects.select_related("pembimbing", "pegawai"),
        pk=bimbingan_pk if bimbingan_pk in terlihat else 0,
    )
    form = CatatanForm(
        request.POST if request.method == "POST" else None,
        label=_("Tanggapan Anda"),
        initial={"catatan": satu.tanggapan},
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            pembinaan.tanggapi_bimbingan(
                aktor=aktor, bimbingan=satu, tanggapan=form.cleaned_data["catatan"],
                pada=aktor.hari_ini,
            )  # fmt: skip
            selesaikan_draf(request, f"tanggap-bimbingan-{satu.pk}")
            messages.success(request, _("Tanggapan Anda disimpan."))
            return redirect("tindak_lanjut:tindakan", pk=pk)
    konteks = {
        "tindakan": tindakan,
        "judul": judul_tindakan(tindakan),
        "satu": satu,
        "form": form,
        "milik_saya": satu.pegawai_id == aktor.pegawai_id,
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/bimbingan.html", konteks, nav="tindak_lanjut",
        status=status,
    )  # fmt: skip
