"""Pages of agency policy: open to everyone it binds, changed by officers of the instansi."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.organisasi.forms.orang import KebijakanForm, besok, nilai_awal
from tera.organisasi.kebijakan import dari_simpanan, tulis_nilai
from tera.organisasi.kebijakan_catatan import catatan
from tera.organisasi.permissions_orang import boleh_kelola
from tera.organisasi.selectors import kebijakan as tanya
from tera.organisasi.services import kebijakan as layanan
from tera.organisasi.views.alat_orang import kirim, laman_isian


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Every policy with its value today and how certain its source is."""
    aktor = aktor_wajib(request)
    kelompok = tanya.kebijakan_kini(aktor=aktor, pada=aktor.hari_ini)
    return render_laman(
        request, "organisasi/kebijakan_daftar.html", {"kelompok": kelompok}, nav="kelola"
    )


@perlu_aktor
@idempoten
def rincian(request: HttpRequest, kode: str) -> HttpResponse:
    """One policy: what it does, its history, and a change as of a day."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    try:
        kini, riwayat = tanya.riwayat_kebijakan(aktor=aktor, kode=kode, pada=pada)
    except KeyError:
        raise Http404 from None
    if not kini.kunci.tampil:
        raise Http404
    form = KebijakanForm(
        **kirim(request),
        aktor=aktor,
        kunci=kini.kunci,
        initial={"nilai": nilai_awal(kini.kunci, kini.nilai), "sejak": besok(pada)},
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.ubah_kebijakan(aktor=aktor, kunci=kode, pada=pada, **isi)
        return reverse("organisasi:kebijakan_rincian", args=[kode])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Perubahan kebijakan tercatat."),
        template="organisasi/kebijakan_rincian.html",
        kini=kini,
        riwayat=[
            {
                "baris": satu,
                "teks": tulis_nilai(kini.kunci, dari_simpanan(kini.kunci, satu.nilai)),
                "menyusul": satu.sejak > pada,
            }
            for satu in riwayat
        ],
        bawaan=tulis_nilai(kini.kunci, kini.kunci.bawaan),
        catatan=catatan(aktor=aktor, kunci=kode),
        boleh_ubah=boleh_kelola(aktor=aktor, pada=pada),
    )


@require_POST
@perlu_aktor
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a change that isn't in force yet."""
    aktor = aktor_wajib(request)
    baris = get_object_or_404(tanya.kebijakan_terlihat(aktor=aktor), pk=pk)
    kode = baris.kunci
    layanan.batalkan_kebijakan(aktor=aktor, baris=baris, pada=aktor.hari_ini)
    messages.success(request, _("Perubahan yang belum berlaku dibatalkan."))
    return redirect("organisasi:kebijakan_rincian", kode=kode)
