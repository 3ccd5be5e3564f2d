"""Who fits a post: searches that are kept, their results, and who did well year after year."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.talenta import CariForm, SaringKonsistenForm
from tera.tindak_lanjut.models import PencarianJabatan
from tera.tindak_lanjut.selectors.talenta import cocok as selectors
from tera.tindak_lanjut.selectors.talenta.peta import unit_pilihan
from tera.tindak_lanjut.services.talenta.baca import catat_daftar
from tera.tindak_lanjut.services.talenta.cari import PENCARI, cari_calon
from tera.tindak_lanjut.tampilan_talenta_cari import baris_calon, baris_konsisten, kata_kriteria
from tera.tindak_lanjut.views.talenta.alat import (
    NAV,
    jangkauan_wajib,
    kirim,
    laman_isian,
    wajib_punya,
)

PER_HALAMAN = 25


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """One's own searches, newest first."""
    luas = jangkauan_wajib(request, petugas=True)
    semua = selectors.pencarian_terlihat(aktor=aktor_wajib(request), jangkauan=luas)
    konteks = {
        "halaman": Paginator(semua, 30).get_page(request.GET.get("halaman")),
        "boleh_cari": bool(luas.peran & set(PENCARI)),
    }
    return render_laman(request, "tindak_lanjut/talenta/cocok_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Write down what a post asks for, and search."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request, petugas=True)
    wajib_punya(luas.peran, *PENCARI)
    form = CariForm(**kirim(request), instansi_id=aktor.instansi_id)

    def kerjakan(isi: dict[str, Any]) -> str:
        satu = cari_calon(
            aktor=aktor,
            jabatan=isi["jabatan_target"],
            unit_id=isi["unit"].pk if isi["unit"] else None,
            keperluan=isi["keperluan"],
            kriteria=form.kriteria(),
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:talenta_cocok_hasil", args=[satu.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Pencarian tersimpan. Tiap orang disebut kriteria mana yang terpenuhi."),
        judul=_("Siapa cocok untuk jabatan ini"),
        tombol=_("Cari"),
        pengantar=_(
            "Tidak ada nilai gabungan: daftar menghitung kriteria yang terpenuhi dan menyebut "
            "alasannya. Keputusan tetap lewat usul yang ditelaah dan diputus pejabatnya."
        ),
        kembali=reverse("tindak_lanjut:talenta_cocok"),
        induk=_("Pencarian untuk jabatan"),
        draf="talenta-cari",
    )


@require_safe
@perlu_aktor
def hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """The people against the criteria; each look at the list is audited."""
    aktor = aktor_wajib(request)
    # Unseen first: a search of another instansi isn't there at all.
    satu = get_object_or_404(
        PencarianJabatan.objects.select_related("unit"), pk=pk, instansi_id=aktor.instansi_id
    )
    luas = jangkauan_wajib(request, petugas=True)
    if not selectors.boleh_baca_pencarian(aktor=aktor, jangkauan=luas, pencarian=satu):
        raise Http404
    catat_daftar(aktor=aktor, jenis="pencarian_jabatan", objek_id=pk, bagian="hasil")
    calon = selectors.calon_jabatan(
        aktor=aktor, jangkauan=luas, pencarian=satu, pada=aktor.hari_ini
    )
    halaman = Paginator(calon, PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "satu": satu,
        "kriteria": kata_kriteria(satu.kriteria),
        "halaman": halaman,
        "daftar": [baris_calon(orang) for orang in halaman],
        "jumlah": len(calon),
        "boleh_usul": "pengelola" in luas.peran,
    }
    return render_laman(request, "tindak_lanjut/talenta/cocok_hasil.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def konsisten(request: HttpRequest) -> HttpResponse:
    """Who had at least Baik in each of the last three years."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request)
    form = SaringKonsistenForm(request.GET or None, unit=unit_pilihan(aktor=aktor, jangkauan=luas))
    path, sangat_baik = form.pilihan()
    semua = selectors.kinerja_konsisten(
        aktor=aktor, jangkauan=luas, pada=aktor.hari_ini, path=path, sangat_baik=sangat_baik
    )
    catat_daftar(
        aktor=aktor, jenis="kinerja_konsisten", objek_id=aktor.instansi_id, bagian="daftar"
    )
    halaman = Paginator(semua, 50).get_page(request.GET.get("halaman"))
    tahun = range(aktor.hari_ini.year - selectors.TAHUN_KONSISTEN, aktor.hari_ini.year)
    konteks = {
        "form": form,
        "aktif": sum((bool(path), bool(sangat_baik))),
        "halaman": halaman,
        "daftar": [baris_konsisten(orang) for orang in halaman],
        "jumlah": len(semua),
        "tahun": list(tahun),
    }
    return render_laman(request, "tindak_lanjut/talenta/konsisten.html", konteks, nav=NAV)
