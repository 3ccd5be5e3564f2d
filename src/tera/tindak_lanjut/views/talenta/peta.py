"""The matrix of a year: list of years, the nine boxes with who is in them, its steps."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.talenta import (
    AlasanForm,
    DokumenForm,
    SaringPetaForm,
    TahunForm,
    TelaahPetaForm,
    tahun_awal,
)
from tera.tindak_lanjut.models import PetaTalenta
from tera.tindak_lanjut.permissions.talenta import peran_peta
from tera.tindak_lanjut.selectors.talenta import peta as selectors
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan
from tera.tindak_lanjut.services.talenta import peta as services
from tera.tindak_lanjut.services.talenta.baca import catat_daftar
from tera.tindak_lanjut.tampilan_talenta import daftar_pintu, konteks_matriks, langkah_peta
from tera.tindak_lanjut.views.talenta.alat import (
    NAV,
    ambil_atau_404,
    dokumen,
    jangkauan_wajib,
    kirim,
    laman_isian,
    wajib_punya,
)

PER_HALAMAN = 50


def _peta(request: HttpRequest, pk: int) -> tuple[Jangkauan, PetaTalenta]:
    aktor = aktor_wajib(request)
    # Unseen first: a matrix of another instansi isn't there at all.
    peta = ambil_atau_404(PetaTalenta.objects.filter(instansi_id=aktor.instansi_id), pk)
    luas = jangkauan_wajib(request)
    if not luas.pembaca and peta.status != PetaTalenta.Status.DITETAPKAN:
        raise Http404
    return luas, peta


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The years that have a matrix, and the ways into this topic."""
    luas = jangkauan_wajib(request)
    semua = selectors.peta_terlihat(aktor=aktor_wajib(request), jangkauan=luas)
    konteks = {
        "daftar": list(semua[:20]),
        "boleh_susun": "pengelola" in luas.peran_seluruh,
        "pintu": daftar_pintu(luas),
    }
    return render_laman(request, "tindak_lanjut/talenta/peta_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Make the matrix of a year."""
    aktor = aktor_wajib(request)
    wajib_punya(jangkauan_wajib(request).peran_seluruh, "pengelola")
    form = TahunForm(**kirim(request), initial={"tahun": tahun_awal(aktor.hari_ini)})

    def kerjakan(isi: dict[str, Any]) -> str:
        peta = services.susun_peta(aktor=aktor, tahun=isi["tahun"], pada=aktor.hari_ini)
        return reverse("tindak_lanjut:talenta_matriks", args=[peta.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Peta disusun dari hasil dan asesmen yang ada hari ini. Periksa, lalu sidangkan."),
        judul=_("Susun peta talenta"),
        tombol=_("Susun peta"),
        pengantar=_(
            "Tera menempatkan orang yang punya hasil kinerja tahun itu dan asesmen potensial yang "
            "masih berlaku. Yang belum lengkap disebut, tidak ditempatkan. Peta tidak pernah "
            "mengubah predikat."
        ),
        kembali=reverse("tindak_lanjut:talenta"),
        induk=_("Peta talenta"),
    )


@require_safe
@perlu_aktor
def matriks(request: HttpRequest, pk: int) -> HttpResponse:
    """The nine boxes with counts; with ``?kotak=`` the people of one box."""
    aktor = aktor_wajib(request)
    luas, peta = _peta(request, pk)
    form = SaringPetaForm(
        request.GET or None, unit=selectors.unit_pilihan(aktor=aktor, jangkauan=luas)
    )
    terlihat = selectors.kotak_terlihat(aktor=aktor, jangkauan=luas, peta=peta)
    tersaring = selectors.saring(terlihat, **form.pilihan())
    pilihan = request.GET.get("kotak", "")
    halaman = None
    if pilihan:
        orang = selectors.isi_kotak(tersaring, pilihan)
        halaman = Paginator(orang, PER_HALAMAN).get_page(request.GET.get("halaman"))
        catat_daftar(aktor=aktor, jenis="peta_talenta", objek_id=peta.pk, bagian=pilihan)
    konteks = {
        "peta": peta,
        "form": form,
        "halaman": halaman,
        "langkah": langkah_peta(peta),
        **konteks_matriks(request, peta, selectors.hitung(tersaring), pilihan, luas.peran_seluruh),
    }
    return render_laman(request, "tindak_lanjut/talenta/matriks.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def perbarui(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an unreviewed matrix again from today's facts and policy."""
    aktor = aktor_wajib(request)
    luas, peta = _peta(request, pk)
    wajib_punya(peran_peta(jangkauan=luas, peta=peta), "pengelola")

    def kerjakan(isi: dict[str, Any]) -> str:
        services.perbarui_peta(aktor=aktor, peta=peta, pada=aktor.hari_ini)
        return reverse("tindak_lanjut:talenta_matriks", args=[pk])

    return _langkah(
        request,
        peta,
        None,
        kerjakan,
        pesan=_("Peta dihitung ulang dari fakta hari ini."),
        judul=_("Hitung ulang peta"),
        tombol=_("Hitung ulang"),
        pengantar=_(
            "Hasil kinerja, asesmen, dan kebijakan hari ini dipakai. Susunan sekarang diganti."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def telaah(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the sitting of the Komite Talenta."""
    aktor = aktor_wajib(request)
    luas, peta = _peta(request, pk)
    wajib_punya(peran_peta(jangkauan=luas, peta=peta), "pengelola")

    def kerjakan(isi: dict[str, Any]) -> str:
        services.telaah_peta(aktor=aktor, peta=peta, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:talenta_matriks", args=[pk])

    return _langkah(
        request,
        peta,
        TelaahPetaForm,
        kerjakan,
        pesan=_("Sidang komite tercatat. Peta menunggu penetapan pejabat pembina."),
        judul=_("Catat sidang Komite Talenta"),
        tombol=_("Catat sidang"),
        draf=f"talenta-telaah-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a reviewed matrix back."""
    aktor = aktor_wajib(request)
    luas, peta = _peta(request, pk)
    wajib_punya(peran_peta(jangkauan=luas, peta=peta), "pengelola", "pejabat_pembina")

    def kerjakan(isi: dict[str, Any]) -> str:
        services.kembalikan_peta(aktor=aktor, peta=peta, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:talenta_matriks", args=[pk])

    return _langkah(
        request,
        peta,
        AlasanForm,
        kerjakan,
        pesan=_("Peta dikembalikan untuk disusun lagi."),
        judul=_("Kembalikan peta"),
        tombol=_("Kembalikan"),
        draf=f"talenta-kembali-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the matrix by a document."""
    aktor = aktor_wajib(request)
    luas, peta = _peta(request, pk)
    wajib_punya(peran_peta(jangkauan=luas, peta=peta), "pejabat_pembina")

    def kerjakan(isi: dict[str, Any]) -> str:
        services.tetapkan_peta(aktor=aktor, peta=peta, dokumen=dokumen(isi), pada=aktor.hari_ini)
        return reverse("tindak_lanjut:talenta_matriks", args=[pk])

    return _langkah(
        request,
        peta,
        DokumenForm,
        kerjakan,
        pesan=_("Peta ditetapkan dan beku. Setiap orang melihat tempatnya sendiri."),
        judul=_("Tetapkan peta talenta"),
        tombol=_("Tetapkan peta"),
        pengantar=_(
            "Sesudah ditetapkan peta tidak bisa diubah. Koreksi fakta sesudahnya masuk peta tahun "
            "berikutnya dan tertulis di berkas orangnya."
        ),
        draf=f"talenta-tetap-{pk}",
    )


def _langkah(
    request: HttpRequest, peta: PetaTalenta, kelas: Any, kerjakan: Any, **konteks: Any
) -> HttpResponse:
    form = (kelas or IsianForm)(**kirim(request))
    return laman_isian(
        request,
        form,
        kerjakan,
        kembali=reverse("tindak_lanjut:talenta_matriks", args=[peta.pk]),
        induk=_("Peta talenta %(tahun)s") % {"tahun": peta.tahun},
        **konteks,
    )
