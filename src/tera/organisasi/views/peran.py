"""Pages of officers' parts."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.idempoten import idempoten
from tera.organisasi.forms.orang import AkhiriForm, PeranForm
from tera.organisasi.permissions_orang import ADMIN
from tera.organisasi.selectors import peran as tanya
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services import peran as layanan
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.views.alat_orang import kirim, laman_isian


def _admin(aktor: Aktor) -> bool:
    daftar_peran = daftar_petugas(aktor=aktor, pada=aktor.hari_ini)
    return any(kata in ADMIN for kata, _path in daftar_peran)


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Who holds which part; past ones on request."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    semua = request.GET.get("semua") == "ya"
    terlihat = tanya.peran_terlihat(aktor=aktor, pada=pada)
    if not semua:
        terlihat = terlihat.filter(belum_berakhir(pada))
    return render_laman(
        request,
        "organisasi/peran_daftar.html",
        {
            "halaman": Paginator(terlihat, 50).get_page(request.GET.get("halaman")),
            "boleh_beri": _admin(aktor),
            "semua": semua,
            "pada": pada,
        },
        nav="kelola",
    )


@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Give a part."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not _admin(aktor):
        wajib_kelola(aktor=aktor, pada=pada, peran=ADMIN, perbuatan=_("memberi peran petugas"))
    form = PeranForm(**kirim(request), aktor=aktor, initial={"sejak": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.beri_peran(
            aktor=aktor,
            pegawai_id=isi["pegawai"].pk,
            peran=isi["peran"],
            unit_id=isi["unit"].pk,
            sejak=isi["sejak"],
            sampai=isi["sampai"],
            dasar=isi["dasar"],
            pada=pada,
        )
        return reverse("organisasi:peran")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Peran diberikan."),
        judul=_("Beri peran petugas"),
        tombol=_("Beri peran"),
        induk=_("Peran petugas"),
        kembali=reverse("organisasi:peran"),
        pengantar=_(
            "Peran berlaku untuk satu unit dan semua unit di bawahnya, dengan surat. Tidak "
            "seorang pun memberi peran kepada dirinya sendiri."
        ),
    )


@perlu_aktor
@idempoten
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """End a part."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    baris = get_object_or_404(tanya.peran_terlihat(aktor=aktor, pada=pada), pk=pk)
    if request.method == "GET":
        wajib_kelola(
            aktor=aktor, pada=pada, unit=baris.unit, peran=ADMIN, perbuatan=_("mengakhiri peran")
        )
    form = AkhiriForm(**kirim(request), aktor=aktor, initial={"sampai": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.akhiri_peran(aktor=aktor, baris=baris, pada=pada, **isi)
        return reverse("organisasi:peran")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Peran diakhiri."),
        judul=_("Akhiri peran"),
        tombol=_("Akhiri peran"),
        induk=_("Peran petugas"),
        kembali=reverse("organisasi:peran"),
        pengantar=_("%(peran)s untuk %(unit)s: %(nama)s.")
        % {
            "peran": baris.get_peran_display(),
            "unit": baris.unit.nama,
            "nama": baris.pegawai.nama_lengkap,
        },
    )
