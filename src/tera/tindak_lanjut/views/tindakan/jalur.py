"""Decisions: one arrow of the path with its letter, the priority list, closing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.regulasi.alur import cari_langkah
from tera.tindak_lanjut.forms.tindakan import CatatanForm, KeputusanForm
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import rencana_dari
from tera.tindak_lanjut.services.tindakan import jalur
from tera.tindak_lanjut.services.tindakan.hasil import dasar_rekaman
from tera.tindak_lanjut.tampilan_tindakan import LABEL_AKSI, dasar_tampil, judul_tindakan
from tera.tindak_lanjut.views.tindakan.alat import (
    Galat,
    tempel,
    tindakan_atau_404,
    wajib_langkah,
)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def putuskan(request: HttpRequest, pk: int, aksi: str) -> HttpResponseBase:
    """Record one decision with its letter."""
    aktor = aktor_wajib(request)
    if aksi not in jalur.AKSI_KEPUTUSAN:
        raise Http404
    tindakan = tindakan_atau_404(request, pk)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini)
    jalur.boleh_memutus(tindakan, aksi, peran)
    kirim = request.method == "POST"
    form = KeputusanForm(request.POST if kirim else None, request.FILES if kirim else None)
    status = 200
    if kirim:
        status = 422
        if form.is_valid():
            try:
                hasil = jalur.putuskan_jalur(
                    aktor=aktor, tindakan=tindakan, aksi=aksi, isi=form.isi(), pada=aktor.hari_ini
                )
            except Galat as galat:
                status = tempel(form, galat)
            else:
                messages.success(
                    request,
                    _("Keputusan dicatat. Tanda terima %(nomor)s.")
                    % {"nomor": hasil.tanda_terima.nomor},
                )
                return redirect("tindak_lanjut:tindakan", pk=pk)
    langkah = cari_langkah("tindak_lanjut", aksi, tindakan.status)
    konteks = {
        "tindakan": tindakan,
        "judul": judul_tindakan(tindakan),
        "judul_aksi": LABEL_AKSI[aksi],
        "syarat": langkah.syarat if langkah else "",
        "dasar": dasar_tampil(dasar_rekaman(langkah.dasar)) if langkah else [],
        "halangan": jalur.halangan_jalur(tindakan, aksi, aktor.hari_ini, rencana_dari(tindakan)),
        "form": form,
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/putuskan.html", konteks, nav="tindak_lanjut", status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tuntaskan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say what was done for somebody of the list."""
    return _beralasan(
        request, pk, "tuntaskan", jalur.tuntaskan_prioritas, _("Catat tindak lanjutnya"),
        _("Misalnya: masuk kelompok rencana suksesi, atau diusulkan ikut pelatihan kepemimpinan."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tutup(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Close what shouldn't stand."""
    return _beralasan(
        request, pk, "tutup", jalur.tutup_tindakan, _("Tutup tindak lanjut"),
        _("Misalnya keadaan kahar sepanjang tahun itu, atau data jabatannya keliru. Pegawai "
          "membaca alasannya."),
    )  # fmt: skip


def _beralasan(
    request: HttpRequest,
    pk: int,
    aksi: str,
    lakukan: Callable[..., Any],
    judul: str,
    bantuan: str,
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    wajib_langkah(request, "tindak_lanjut", aksi, tindakan, tindakan)
    form = CatatanForm(request.POST if request.method == "POST" else None, label=_("Alasan"))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                lakukan(
                    aktor=aktor, tindakan=tindakan, alasan=form.cleaned_data["catatan"],
                    pada=aktor.hari_ini,
                )  # fmt: skip
            except Galat as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Dicatat. Pegawai membacanya di halaman ini."))
                return redirect("tindak_lanjut:tindakan", pk=pk)
    konteks = {
        "tindakan": tindakan,
        "judul": judul_tindakan(tindakan),
        "judul_aksi": judul,
        "bantuan": bantuan,
        "form": form,
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/alasan.html", konteks, nav="tindak_lanjut", status=status
    )
