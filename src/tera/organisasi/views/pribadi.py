"""Pages about oneself: helpers, close relations, and "penilai saya salah"."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, selesaikan_draf
from tera.core.idempoten import idempoten
from tera.organisasi.forms.orang import HubunganForm, LaporForm, PenyiapForm
from tera.organisasi.selectors import hubungan as tanya_hubungan
from tera.organisasi.selectors import laporan_penilai as tanya_laporan
from tera.organisasi.selectors import penyiap as tanya_penyiap
from tera.organisasi.services import hubungan as layanan_hubungan
from tera.organisasi.services import laporan_penilai as layanan_laporan
from tera.organisasi.services import penyiap as layanan_penyiap
from tera.organisasi.views.alat_orang import kirim, laman_isian


@perlu_aktor
@idempoten
def penyiap(request: HttpRequest) -> HttpResponse:
    """Whom I named to draft for me, and for whom I may draft."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    form = PenyiapForm(**kirim(request), aktor=aktor, initial={"sejak": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan_penyiap.tunjuk_penyiap(
            aktor=aktor,
            penyiap_id=isi["penyiap"].pk,
            sejak=isi["sejak"],
            sampai=isi["sampai"],
            dasar=isi["dasar"],
            pada=pada,
        )
        return reverse("organisasi:penyiap")

    daftar = list(tanya_penyiap.penyiap_terlihat(aktor=aktor)[:100])
    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Penyiap ditunjuk. Ia melihat penunjukan ini di halaman yang sama."),
        template="organisasi/penyiap.html",
        nav="akun",
        penyiap_saya=[satu for satu in daftar if satu.pejabat_id == aktor.pegawai_id],
        saya_menyiapkan=[satu for satu in daftar if satu.penyiap_id == aktor.pegawai_id],
        pada=pada,
    )


@require_POST
@perlu_aktor
@idempoten
def akhiri_penyiap(request: HttpRequest, pk: int) -> HttpResponse:
    """End a nomination today."""
    aktor = aktor_wajib(request)
    baris = get_object_or_404(tanya_penyiap.penyiap_terlihat(aktor=aktor), pk=pk)
    layanan_penyiap.akhiri_penyiap(aktor=aktor, baris=baris, pada=aktor.hari_ini)
    messages.success(request, _("Penunjukan diakhiri."))
    return redirect("organisasi:penyiap")


@perlu_aktor
@idempoten
def hubungan(request: HttpRequest) -> HttpResponse:
    """Declare a close relation, and read those one may read (each reading is logged)."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    form = HubunganForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan_hubungan.nyatakan_hubungan(
            aktor=aktor, pihak_id=isi["pihak"].pk, jenis=isi["jenis"], pada=pada
        )
        return reverse("organisasi:hubungan")

    daftar = layanan_hubungan.baca_hubungan(aktor=aktor, pada=pada)
    saya = {aktor.pegawai_id}
    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Pernyataan tercatat."),
        template="organisasi/hubungan.html",
        nav="akun",
        milik=[satu for satu in daftar if saya & {satu.penyata_id, satu.pihak_id}],
        diawasi=[satu for satu in daftar if not saya & {satu.penyata_id, satu.pihak_id}],
        pegawai_id=aktor.pegawai_id,
        pada=pada,
    )


@require_POST
@perlu_aktor
@idempoten
def akhiri_hubungan(request: HttpRequest, pk: int) -> HttpResponse:
    """End one's declaration today."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    baris = get_object_or_404(tanya_hubungan.hubungan_terlihat(aktor=aktor, pada=pada), pk=pk)
    layanan_hubungan.akhiri_hubungan(aktor=aktor, baris=baris, pada=pada)
    messages.success(request, _("Pernyataan diakhiri."))
    return redirect("organisasi:hubungan")


@perlu_aktor
@idempoten
def lapor_penilai(request: HttpRequest) -> HttpResponse:
    """Penilai saya salah: who is recorded, a form, and my reports with each step."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    daftar = tanya_laporan.penugasan_saya(aktor=aktor, pada=pada)
    form = LaporForm(
        **kirim(request),
        aktor=aktor,
        daftar_penugasan=[satu.penugasan for satu in daftar if satu.laporan is None],
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        seharusnya = isi["seharusnya"]
        laporan, _tanda = layanan_laporan.laporkan_penilai(
            aktor=aktor,
            penugasan_id=isi["penugasan"],
            seharusnya_id=seharusnya.pk if seharusnya else None,
            keterangan=isi["keterangan"],
            pada=pada,
        )
        selesaikan_draf(request, "lapor-penilai")
        return reverse("organisasi:laporan_rincian", args=[laporan.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Laporan terkirim. Tanda terimanya tersimpan di menu Tanda terima."),
        template="organisasi/lapor_penilai.html",
        nav="beranda",
        daftar=daftar,
        bisa_lapor=any(satu.laporan is None for satu in daftar),
        laporan_saya=list(tanya_laporan.laporan_saya(aktor=aktor)[:20]),
        zona=aktor.zona,
    )
