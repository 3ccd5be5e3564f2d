"""The improvement plan: write, send, answer, begin, review, conclude."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tera.antarmuka.baris import aksi_baris, tunda_periksa
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.tindakan import (
    ButirFormSet,
    CatatanForm,
    KesimpulanForm,
    RencanaForm,
)
from tera.tindak_lanjut.models import RencanaPerbaikan, TindakLanjut, TinjauanPerbaikan
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import rencana_dari
from tera.tindak_lanjut.selectors.tindakan_bahan import bahan_rencana, butir_awal
from tera.tindak_lanjut.services.tindakan import perbaikan
from tera.tindak_lanjut.tampilan_tindakan import judul_tindakan
from tera.tindak_lanjut.views.terima import Galat, isian, terima
from tera.tindak_lanjut.views.tindakan.alat import (
    rencana_atau_404,
    tempel,
    tindakan_atau_404,
    wajib_langkah,
)
from tera.tindak_lanjut.views.tindakan.rincian import render_tindakan


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def susun(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Write the plan; "simpan" keeps it, "kirim" also sends it to the person."""
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    perbaikan.boleh_menyusun(
        peran_tindakan(aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini), tindakan
    )
    rencana = rencana_dari(tindakan)
    if request.method != "POST":
        return _render(request, tindakan, *_form_awal(tindakan, rencana, aktor.hari_ini))
    if (data := aksi_baris(request.POST)) is not None:
        form, formset = RencanaForm(data), ButirFormSet(data, prefix="butir")
        tunda_periksa(form, formset)
        return _render(request, tindakan, form, formset)
    form, formset = RencanaForm(request.POST), ButirFormSet(request.POST, prefix="butir")
    if not (form.is_valid() and formset.is_valid()):
        return _render(request, tindakan, form, formset, 422)
    try:
        perbaikan.simpan_rencana(
            aktor=aktor,
            tindakan=tindakan,
            pengantar=form.cleaned_data["pengantar"],
            butir=[satu.isi() for satu in formset.ordered_forms if satu.has_changed()],
            revisi=form.cleaned_data["revisi"],
            kirim="kirim" in request.POST,
            pada=aktor.hari_ini,
        )
    except Galat as galat:
        return _render(request, tindakan, form, formset, tempel(form, galat))
    selesaikan_draf(request, f"rencana-perbaikan-{pk}")
    messages.success(
        request,
        _("Rencana dikirim. Pegawai membaca dan menjawabnya.")
        if "kirim" in request.POST
        else _("Rencana disimpan. Kirim bila sudah dibicarakan berdua."),
    )
    return redirect("tindak_lanjut:tindakan", pk=pk)


def _form_awal(
    tindakan: TindakLanjut, rencana: RencanaPerbaikan | None, pada: dt.date
) -> tuple[Any, Any]:
    if rencana is None:
        awal = butir_awal(tindakan=tindakan, pada=pada)
        return RencanaForm(initial={"revisi": 0}), ButirFormSet(prefix="butir", initial=awal)
    butir = list(
        rencana.daftar_butir.order_by("urut").values(
            "asal", "rujukan", "uraian", "bukti", "ukuran", "dukungan", "tenggat"
        )
    )
    form = RencanaForm(initial={"pengantar": rencana.pengantar, "revisi": rencana.revisi})
    return form, ButirFormSet(prefix="butir", initial=butir)


def _render(
    request: HttpRequest, tindakan: TindakLanjut, form: Any, formset: Any, status: int = 200
) -> HttpResponse:
    konteks = {
        "tindakan": tindakan,
        "judul": judul_tindakan(tindakan),
        "form": form,
        "formset": formset,
        "bahan": bahan_rencana(tindakan=tindakan),
        "rencana": rencana_dari(tindakan),
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/rencana.html", konteks, nav="tindak_lanjut", status=status
    )


@require_POST
@perlu_aktor
@idempoten
def kirim(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send the plan as it was kept."""
    aktor = aktor_wajib(request)
    perbaikan.ajukan_rencana(
        aktor=aktor, rencana=rencana_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(request, _("Rencana dikirim. Pegawai membaca dan menjawabnya."))
    return redirect("tindak_lanjut:tindakan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def setujui(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The person agrees."""
    aktor = aktor_wajib(request)
    hasil = perbaikan.setujui_rencana(
        aktor=aktor,
        rencana=rencana_atau_404(request, pk),
        catatan=request.POST.get("catatan", ""),
        pada=aktor.hari_ini,
    )
    messages.success(
        request,
        _("Rencana disetujui dan mulai berjalan. Tanda terima %(nomor)s.")
        % {"nomor": hasil.tanda_terima.nomor},
    )
    return redirect("tindak_lanjut:tindakan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def minta_ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The person wants something changed first."""
    aktor = aktor_wajib(request)
    rencana = rencana_atau_404(request, pk)
    form = CatatanForm(request.POST)
    if not form.is_valid():
        return render_tindakan(request, rencana.tindakan, 422, form_minta=form)
    perbaikan.minta_ubah(
        aktor=aktor, rencana=rencana, catatan=form.cleaned_data["catatan"], pada=aktor.hari_ini
    )
    messages.success(request, _("Catatan Anda dikirim. Penilai memperbaiki rencananya."))
    return redirect("tindak_lanjut:tindakan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def jalankan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Begin without an answer, after its days are over."""
    aktor = aktor_wajib(request)
    perbaikan.jalankan_rencana(
        aktor=aktor, rencana=rencana_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(request, _("Rencana berjalan; tercatat belum dijawab pegawai."))
    return redirect("tindak_lanjut:tindakan", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tinjauan(request: HttpRequest, pk: int, urut: int) -> HttpResponseBase:
    """One review date: the person writes the progress, the rater what was found."""
    aktor = aktor_wajib(request)
    rencana = rencana_atau_404(request, pk)
    satu = get_object_or_404(
        TinjauanPerbaikan.objects.select_related("peninjau"), rencana=rencana, urut=urut
    )
    satu.rencana = rencana
    peran = peran_tindakan(aktor=aktor, tindakan=rencana.tindakan, pada=aktor.hari_ini)
    milik_saya = "pegawai" in peran
    form = CatatanForm(
        isian(request),
        label=_("Kemajuan saya") if milik_saya else _("Catatan tinjauan"),
        initial={"catatan": satu.kemajuan if milik_saya else satu.catatan},
    )
    return terima(
        request,
        form,
        kerjakan=lambda f: _tulis_tinjauan(request, satu, f.cleaned_data["catatan"], milik_saya),
        sukses=_("Tersimpan. Pihak lain membacanya di halaman ini."),
        ke=("tindakan", pk),
        templat="tindakan/tinjauan",
        konteks={
            "tindakan": rencana.tindakan,
            "judul": judul_tindakan(rencana.tindakan),
            "rencana": rencana,
            "butir": rencana.daftar_butir.order_by("urut"),
            "satu": satu,
            "milik_saya": milik_saya,
            "boleh": bool(peran & {"pegawai", "penilai"}) and rencana.status == "berjalan",
        },
        draf=f"tinjauan-{pk}-{urut}-{'p' if milik_saya else 'a'}",
    )


def _tulis_tinjauan(
    request: HttpRequest, satu: TinjauanPerbaikan, teks: str, milik_saya: bool
) -> None:
    aktor = aktor_wajib(request)
    if milik_saya:
        perbaikan.tulis_kemajuan(aktor=aktor, tinjauan=satu, teks=teks, pada=aktor.hari_ini)
    else:
        perbaikan.catat_tinjauan(aktor=aktor, tinjauan=satu, catatan=teks, pada=aktor.hari_ini)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def simpulkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Conclude the plan."""
    aktor = aktor_wajib(request)
    rencana = rencana_atau_404(request, pk)
    wajib_langkah(request, "rencana_perbaikan", "simpulkan_membaik", rencana, rencana.tindakan)
    return terima(
        request,
        KesimpulanForm(isian(request)),
        kerjakan=lambda f: perbaikan.simpulkan(
            aktor=aktor,
            rencana=rencana,
            membaik=f.cleaned_data["membaik"] == "ya",
            kesimpulan=f.cleaned_data["kesimpulan"],
            pada=aktor.hari_ini,
        ),
        sukses=_("Kesimpulan dicatat. Pegawai bisa menanggapinya."),
        ke=("tindakan", pk),
        templat="tindakan/simpulkan",
        konteks={
            "tindakan": rencana.tindakan,
            "judul": judul_tindakan(rencana.tindakan),
            "rencana": rencana,
            "butir": rencana.daftar_butir.order_by("urut"),
            "tinjauan": rencana.daftar_tinjauan.order_by("urut"),
        },
        draf=f"kesimpulan-{pk}",
    )


@require_POST
@perlu_aktor
@idempoten
def tanggapi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The person's word on the conclusion."""
    aktor = aktor_wajib(request)
    rencana = rencana_atau_404(request, pk)
    form = CatatanForm(request.POST)
    if not form.is_valid():
        return render_tindakan(request, rencana.tindakan, 422, form_tanggap=form)
    perbaikan.tanggapi_kesimpulan(
        aktor=aktor, rencana=rencana, tanggapan=form.cleaned_data["catatan"], pada=aktor.hari_ini
    )
    messages.success(request, _("Tanggapan Anda disimpan di samping kesimpulannya."))
    return redirect("tindak_lanjut:tindakan", pk=pk)
