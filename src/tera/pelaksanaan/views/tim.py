"""The team live, and verifying: one tap per row, many that were read, return with a note."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.models import Periode
from tera.pelaksanaan import services
from tera.pelaksanaan.forms import KembalikanForm
from tera.pelaksanaan.models import Realisasi
from tera.pelaksanaan.permissions import PERAN_PERIKSA
from tera.pelaksanaan.selectors.kerja import skp_berlaku
from tera.pelaksanaan.selectors.periode import periode_kini
from tera.pelaksanaan.selectors.tim import keadaan_tim, periode_tim, skp_tim
from tera.pelaksanaan.views.alat import (
    NAV,
    angka_bulat,
    kabari,
    peran_lembar,
    pilih_periode,
    sesi,
    skp_atau_404,
)
from tera.skp.models import SKP, IndikatorKinerja


@perlu_aktor
@require_safe
def tim(request: HttpRequest, periode_pk: int | None = None) -> HttpResponseBase:
    """Where everyone is, which targets were reached, what to verify."""
    aktor = aktor_wajib(request)
    semua = periode_tim(aktor=aktor)
    daftar_periode, periode = pilih_periode(aktor, semua, periode_pk)
    lain = _instansi_lain(aktor, semua, periode)
    if periode is None:
        if periode_pk is not None:
            raise Http404
        if lain:
            return redirect("pelaksanaan:tim_periode", periode_pk=lain[0].pk)
        return render_laman(
            request, "pelaksanaan/tim.html", {"tab": "tim", "memimpin": True}, nav=NAV
        )
    keadaan = keadaan_tim(aktor=aktor, periode=periode, sesi=sesi(request), pada=aktor.hari_ini)
    if periode_pk is None and lain and not keadaan.daftar_orang:
        return redirect("pelaksanaan:tim_periode", periode_pk=lain[0].pk)
    konteks = {
        "lain": lain,
        "lintas": periode.instansi_id != aktor.instansi_id,
        "periode": periode,
        "daftar_periode": daftar_periode,
        "keadaan": keadaan,
        "zona": aktor.zona,
        "memimpin": True,
        "tab": "tim",
    }
    return render_laman(request, "pelaksanaan/tim.html", konteks, nav=NAV)


def _instansi_lain(aktor: Aktor, semua: list[Periode], kini: Periode | None) -> list[Periode]:
    """The period of today of each other instansi in which the aktor rates somebody, or of home."""
    rumah = kini.instansi_id if kini else aktor.instansi_id
    hasil = []
    for instansi_id in dict.fromkeys(satu.instansi_id for satu in semua):
        if instansi_id == rumah:
            continue
        daftar = [
            satu
            for satu in semua
            if satu.instansi_id == instansi_id and satu.tahun == aktor.hari_ini.year
        ]
        satu = periode_kini(
            [satu for satu in daftar if satu.jenis != "tahunan"] or daftar, aktor.hari_ini
        )
        if satu is not None:
            hasil.append(satu)
    return hasil


def dengan_realisasi(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view a figure whose plan the person may open; strangers get 404."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        satu = get_object_or_404(Realisasi.objects.select_related("periode", "pegawai"), pk=pk)
        skp = skp_atau_404(request, satu.skp_id)
        return view(request, satu, skp, **kwargs)

    return bungkus


def _lanjut(request: HttpRequest, satu: Realisasi, skp: SKP) -> str:
    """Back to where one came from: the team, or the person's sheet."""
    if request.POST.get("dari") == "lembar":
        kini = skp_berlaku(penugasan_id=satu.penugasan_id, tahun=skp.tahun) or skp
        return reverse("pelaksanaan:lembar", args=[kini.pk, satu.periode_id])
    return reverse("pelaksanaan:tim_periode", args=[satu.periode_id])


@perlu_aktor
@dengan_realisasi
@require_POST
@idempoten
def verifikasi(request: HttpRequest, satu: Realisasi, skp: SKP) -> HttpResponseBase:
    """Confirm one figure as it was read."""
    aktor = aktor_wajib(request)
    hasil = services.verifikasi_realisasi(
        aktor=aktor,
        realisasi=satu,
        pada=aktor.hari_ini,
        revisi=angka_bulat(request.POST.get("revisi")),
    )
    pesan = _("Realisasi %(nama)s diverifikasi.") % {"nama": satu.pegawai.nama_lengkap}
    kabari(request, pesan, hasil.tanda_terima)
    return redirect(_lanjut(request, satu, skp))


@perlu_aktor
@dengan_realisasi
@idempoten
def kembalikan(request: HttpRequest, satu: Realisasi, skp: SKP) -> HttpResponseBase:
    """Return one figure with a note."""
    aktor = aktor_wajib(request)
    if not peran_lembar(request, skp) & PERAN_PERIKSA:
        raise TidakBerwenangError(
            _("Realisasi hanya dikembalikan pejabat penilai atau ketua tim pegawai ini.")
        )
    kirim = request.method == "POST"
    form = KembalikanForm(request.POST if kirim else None)
    draf = f"kembali-realisasi-{satu.pk}"
    if kirim:
        form.is_valid()
        try:
            hasil = services.kembalikan_realisasi(
                aktor=aktor,
                realisasi=satu,
                catatan=form.cleaned_data.get("catatan", ""),
                pada=aktor.hari_ini,
            )
        except MasukanSalahError as galat:
            if not form.errors:
                form.tempel(galat)
        else:
            pesan = _("Realisasi %(nama)s dikembalikan.") % {"nama": satu.pegawai.nama_lengkap}
            kabari(request, pesan, hasil.tanda_terima)
            selesaikan_draf(request, draf)
            return redirect(_lanjut(request, satu, skp))
    konteks = {
        "satu": satu,
        "skp": skp,
        "indikator": IndikatorKinerja.objects.filter(
            rhk__skp=skp, kunci=satu.indikator_kunci
        ).first(),
        "form": form,
        "draf": draf,
        "dari": request.POST.get("dari") or request.GET.get("dari", ""),
    }
    status = 422 if kirim else 200
    return render_laman(request, "pelaksanaan/kembalikan.html", konteks, nav=NAV, status=status)


@perlu_aktor
@require_POST
@idempoten
def verifikasi_banyak(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """Verify every ticked figure that was read in this session."""
    aktor = aktor_wajib(request)
    periode = next((satu for satu in periode_tim(aktor=aktor) if satu.pk == periode_pk), None)
    if periode is None:
        raise Http404
    dipilih = [int(pk) for pk in request.POST.getlist("realisasi") if angka_bulat(pk)]
    daftar = list(
        Realisasi.objects.filter(
            pk__in=dipilih,
            periode=periode,
            penugasan__in=skp_tim(aktor=aktor, periode=periode).values("penugasan"),
        ).select_related("pegawai")
    )
    if not daftar:
        messages.warning(request, _("Belum ada yang dipilih. Centang yang sudah Anda baca."))
        return redirect("pelaksanaan:tim_periode", periode_pk=periode.pk)
    hasil = services.verifikasi_yang_dibaca(
        aktor=aktor, daftar=daftar, sesi=sesi(request), pada=aktor.hari_ini
    )
    if hasil.diverifikasi:
        nomor = ", ".join(nomor for _satu, nomor in hasil.diverifikasi)
        kabari(
            request,
            _("%(n)d realisasi diverifikasi. Tanda terima: %(nomor)s.")
            % {"n": len(hasil.diverifikasi), "nomor": nomor},
        )
    for satu, sebab in hasil.ditolak:
        messages.error(request, f"{satu.pegawai.nama_lengkap}: {sebab}")
    return redirect("pelaksanaan:tim_periode", periode_pk=periode.pk)
