"""The penilai's list: establish proposals and PAK; correct what was established."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.angka_kredit import services
from tera.angka_kredit.forms import AlasanForm
from tera.angka_kredit.permissions import peran_terhadap_pegawai
from tera.angka_kredit.selectors.terlihat import (
    konversi_menunggu,
    konversi_terlihat,
    pak_menunggu,
    pegawai_terbaca,
)
from tera.angka_kredit.tampilan import baris_konversi, baris_pak
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core import workflow
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten

PER_HALAMAN = 100


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """What waits for the aktor as Pejabat Penilai Kinerja."""
    aktor = aktor_wajib(request)
    halaman = Paginator(konversi_menunggu(aktor=aktor), PER_HALAMAN).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "halaman": halaman,
        "daftar": [baris_konversi(satu) for satu in halaman],
        "daftar_pak": [baris_pak(satu) for satu in pak_menunggu(aktor=aktor)[:PER_HALAMAN]],
    }
    return render_laman(request, "angka_kredit/konversi.html", konteks, nav="tindak_lanjut")


@require_POST
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest) -> HttpResponseBase:
    """Establish the proposals that are ticked."""
    aktor = aktor_wajib(request)
    nomor = [
        int(satu)
        for satu in request.POST.getlist("konversi")
        if satu.isdecimal() and len(satu) < 18
    ]
    nomor = nomor[:1000]
    tanda, lewat = services.tetapkan_konversi(aktor=aktor, daftar_pk=nomor, pada=aktor.hari_ini)
    if tanda:
        messages.success(
            request,
            _("%(n)s konversi ditetapkan dan masuk buku angka kredit. Tanda terima %(tanda)s.")
            % {"n": len(tanda), "tanda": tanda[0]},
        )
    elif not nomor:
        messages.warning(request, _("Belum ada yang dipilih. Centang dulu, lalu tetapkan."))
    if lewat:
        messages.info(request, _("%(n)s sudah tidak menunggu lagi, jadi dilewati.") % {"n": lewat})
    return redirect("angka_kredit:konversi")


@require_POST
@perlu_aktor
@idempoten
def periodik(request: HttpRequest, pegawai_pk: int) -> HttpResponseBase:
    """Propose a result of a part of the year."""
    aktor = aktor_wajib(request)
    pegawai = get_object_or_404(
        pegawai_terbaca(aktor=aktor).select_related("instansi"), pk=pegawai_pk
    )
    nomor = request.POST.get("evaluasi", "")
    jumlah = services.usulkan_periodik(
        aktor=aktor,
        pegawai=pegawai,
        evaluasi_id=int(nomor) if nomor.isdecimal() and len(nomor) < 18 else 0,
        pada=aktor.hari_ini,
    )
    if jumlah:
        messages.success(request, _("Konversi periodik diusulkan; tetapkan dari daftar."))
    else:
        messages.info(request, _("Bulan-bulan itu sudah dikonversi atau hasilnya belum final."))
    return redirect("angka_kredit:orang", pegawai_pk=pegawai_pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def koreksi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Reverse an established conversion, with a reason."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(konversi_terlihat(aktor=aktor), pk=pk)
    kunci = f"koreksi-ak-{pk}"
    form = AlasanForm(request.POST if request.method == "POST" else None)
    workflow.langkah_berlaku(
        jenis="konversi_predikat",
        aksi="koreksi",
        status=satu.status,
        daftar_peran=peran_terhadap_pegawai(
            aktor=aktor, pegawai=satu.pegawai, pada=aktor.hari_ini,
            penilai_tercatat=satu.penilai_id,
        ),
        objek_id=satu.pk,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.koreksi_konversi(
                aktor=aktor,
                konversi=satu,
                alasan=form.cleaned_data["alasan"],
                pada=aktor.hari_ini,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            messages.success(
                request,
                _("Baris dibalik dan usul baru disusun dari data sekarang. Tanda terima %(t)s.")
                % {"t": hasil.tanda_terima.nomor},
            )
            return redirect("angka_kredit:orang", pegawai_pk=satu.pegawai_id)
    konteks = {"satu": baris_konversi(satu), "form": form, "kunci_draf": kunci}
    return render_laman(
        request,
        "angka_kredit/koreksi.html",
        konteks,
        nav="tindak_lanjut",
        status=422 if form.is_bound else 200,
    )
