"""The page of a meeting: agenda, notes, agreements."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core import workflow
from tera.core.clock import singkatan_zona
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.dialog import services
from tera.dialog.forms import AgendaForm, BahanForm, KesepakatanForm
from tera.dialog.models import Pertemuan
from tera.dialog.permissions import peran_pertemuan
from tera.dialog.selectors.bahan import agenda_bahan
from tera.dialog.selectors.pertemuan import lembar_pertemuan
from tera.dialog.services.pertemuan import pilih_bahan
from tera.dialog.tampilan import NADA, baris_kesepakatan, lawan_bicara, versi_lama
from tera.dialog.views.alat import form_naskah, pertemuan_atau_404, simpan_naskah, tempel


def kunci_draf(pk: int) -> str:
    """Return the key under which typed notes are kept."""
    return f"pertemuan-{pk}"


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The meeting on one page: agenda, notes, agreements."""
    return _render(request, pertemuan_atau_404(request, pk))


def _render(
    request: HttpRequest, pertemuan: Pertemuan, status: int = 200, **form: Any
) -> HttpResponse:
    aktor = aktor_wajib(request)
    lembar = lembar_pertemuan(pertemuan=pertemuan)
    catatan = lembar.catatan
    aksi = {
        satu.aksi
        for satu in workflow.aksi_tersedia(
            jenis="pertemuan",
            status=pertemuan.status,
            daftar_peran=peran_pertemuan(aktor=aktor, pertemuan=pertemuan),
        )
    }
    if pertemuan.status == Pertemuan.Status.DIJADWALKAN and pertemuan.tanggal > aktor.hari_ini:
        aksi -= {"selesaikan", "mulai"}
    orang = [pertemuan.pegawai, pertemuan.mitra]
    konteks = {
        "pertemuan": pertemuan,
        "lawan": lawan_bicara(pertemuan, aktor.pegawai_id),
        "nada_status": NADA[pertemuan.status],
        "zona_waktu": pertemuan.instansi.zona,
        "zona": singkatan_zona(pertemuan.instansi.zona),
        "aksi": aksi,
        "batal": pertemuan.status == Pertemuan.Status.DIBATALKAN,
        "alasan_batal": _alasan(pertemuan),
        "agenda": lembar.agenda,
        "catatan": catatan,
        "versi_lama": versi_lama(lembar.daftar_catatan, pertemuan.instansi.zona),
        "kesepakatan": [
            baris_kesepakatan(satu, aktor.pegawai_id, aktor.hari_ini) for satu in lembar.kesepakatan
        ],
        "form_agenda": AgendaForm(prefix="agenda"),
        "form_catatan": form_naskah("catatan", catatan),
        "form_sepakat": KesepakatanForm(prefix="sepakat", orang=orang),
        "kunci_draf": kunci_draf(pertemuan.pk),
        **form,
    }
    return render_laman(request, "dialog/pertemuan.html", konteks, nav="dialog", status=status)


def _alasan(pertemuan: Pertemuan) -> str:
    if pertemuan.status != Pertemuan.Status.DIBATALKAN:
        return ""
    akhir = workflow.riwayat(jenis="pertemuan", objek_id=pertemuan.pk).last()
    return f"{akhir.nama_aktor}: {akhir.alasan}" if akhir else ""


@require_POST
@perlu_aktor
@idempoten
def agenda(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Add one's own item."""
    pertemuan = pertemuan_atau_404(request, pk)
    form = AgendaForm(request.POST, prefix="agenda")
    status = 422
    if form.is_valid():
        try:
            services.tambah_agenda(
                aktor=aktor_wajib(request), pertemuan=pertemuan, teks=form.cleaned_data["teks"]
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            status = tempel(form, galat)
        else:
            return redirect("dialog:pertemuan", pk=pk)
    return _render(request, pertemuan, status, form_agenda=form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def bahan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Choose items from what the work shows."""
    aktor = aktor_wajib(request)
    pertemuan = pertemuan_atau_404(request, pk)
    daftar = agenda_bahan(aktor=aktor, pertemuan=pertemuan, pada=aktor.hari_ini)
    form = BahanForm(request.POST if request.method == "POST" else None, daftar=daftar)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                n = services.tambah_agenda(
                    aktor=aktor,
                    pertemuan=pertemuan,
                    daftar_bahan=pilih_bahan(daftar, form.cleaned_data["bahan"]),
                )
            except StatusTidakSesuaiError as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("%(n)s butir masuk agenda.") % {"n": n})
                return redirect("dialog:pertemuan", pk=pk)
    konteks = {
        "pertemuan": pertemuan,
        "lawan": lawan_bicara(pertemuan, aktor.pegawai_id),
        "form": form,
        "ada_bahan": bool(daftar),
    }
    return render_laman(request, "dialog/bahan.html", konteks, nav="dialog", status=status)


@require_POST
@perlu_aktor
@idempoten
def butir(request: HttpRequest, pk: int, butir: int) -> HttpResponseBase:
    """Tick an item, take the tick back, or take one's own item off."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(
        pertemuan_atau_404(request, pk).daftar_agenda.select_related("pertemuan"), pk=butir
    )
    if request.POST.get("aksi") == "hapus":
        services.hapus_agenda(aktor=aktor, butir=satu)
    else:
        services.tandai_dibahas(aktor=aktor, butir=satu, sudah=request.POST.get("aksi") == "bahas")
    return redirect("dialog:pertemuan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def catatan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Save the next version of the shared notes."""
    pertemuan = pertemuan_atau_404(request, pk)
    form, status = simpan_naskah(
        request,
        "catatan",
        lambda isi: services.tulis_catatan(aktor=aktor_wajib(request), pertemuan=pertemuan, **isi),
        lambda: lembar_pertemuan(pertemuan=pertemuan).catatan,
    )
    if form is None:
        messages.success(request, _("Catatan tersimpan. Terbaca Anda berdua."))
        selesaikan_draf(request, kunci_draf(pk))
        return redirect("dialog:pertemuan", pk=pk)
    return _render(request, pertemuan, status, form_catatan=form)


@require_POST
@perlu_aktor
@idempoten
def sepakat(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record an agreement."""
    aktor = aktor_wajib(request)
    pertemuan = pertemuan_atau_404(request, pk)
    form = KesepakatanForm(
        request.POST, prefix="sepakat", orang=[pertemuan.pegawai, pertemuan.mitra]
    )
    status = 422
    if form.is_valid():
        isi = form.cleaned_data
        try:
            services.tambah_kesepakatan(
                aktor=aktor,
                asal=pertemuan,
                uraian=isi["uraian"],
                penanggung_jawab_id=isi["penanggung_jawab"],
                tenggat=isi["tenggat"],
                pada=aktor.hari_ini,
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            status = tempel(form, galat)
        else:
            messages.success(request, _("Kesepakatan tercatat dan muncul di beranda Anda berdua."))
            return redirect("dialog:pertemuan", pk=pk)
    return _render(request, pertemuan, status, form_sepakat=form)
