"""Nominations and challenging work: proposed, decided, taken back."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.pengembangan.rencana import AlasanForm
from tera.tindak_lanjut.forms.pengembangan.usul import NominasiForm, PutusanForm, UsulTugasForm
from tera.tindak_lanjut.models import Nominasi, UsulTugas
from tera.tindak_lanjut.permissions.pengembangan import PEMUTUS, peran_usul
from tera.tindak_lanjut.selectors.pengembangan import pelatihan as tanya_pelatihan
from tera.tindak_lanjut.selectors.pengembangan import usul as tanya
from tera.tindak_lanjut.services.pengembangan import nominasi as layanan_nominasi
from tera.tindak_lanjut.services.pengembangan import tugas as layanan_tugas
from tera.tindak_lanjut.views.pengembangan.alat import (
    halaman,
    isian,
    orang_atau_404,
    terima_form,
    terkait,
)
from tera.tindak_lanjut.views.pengembangan.tampilan_usul import (
    baris_usul,
    konteks_nominasi,
    konteks_tugas,
    pilihan_bukti,
    pilihan_sesi,
)


def nominasi_atau_404(request: HttpRequest, pk: int) -> Nominasi:
    """A nomination through its door."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.nominasi_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    terkait(request, satu.pegawai_id)
    return satu


def tugas_atau_404(request: HttpRequest, pk: int) -> UsulTugas:
    """A proposal of challenging work through its door."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.usul_tugas_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    terkait(request, satu.pegawai_id)
    return satu


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Nominations and challenging work that concern me, or wait for me."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    halaman_nominasi = Paginator(tanya.nominasi_terlihat(aktor=aktor, pada=pada), 20).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "halaman": halaman_nominasi,
        "nominasi": [baris_usul(satu, "nominasi", pada) for satu in halaman_nominasi],
        "tugas": [
            baris_usul(satu, "usul_tugas", pada)
            for satu in tanya.usul_tugas_terlihat(aktor=aktor, pada=pada)[:20]
        ],
    }
    return halaman(request, "usul", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def nominasi_baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Name a person I rate or supervise."""
    aktor = aktor_wajib(request)
    pegawai = orang_atau_404(request, pk)
    layanan_nominasi.unit_pengusulan(aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini)
    form = NominasiForm(
        isian(request),
        pada=aktor.hari_ini,
        daftar_sesi=pilihan_sesi(aktor, aktor.hari_ini),
        bukti=pilihan_bukti(pegawai, aktor.hari_ini),
    )
    return terima_form(
        request,
        form,
        kerjakan=lambda f: _usulkan(request, pk, f.cleaned_data),
        sukses=_("Nominasi diusulkan. Halaman ini menyebut siapa yang memutusnya."),
        ke=lambda satu: ("nominasi", satu.pk),
        templat="usul_form",
        konteks={
            "pegawai": pegawai,
            "judul": _("Nominasikan"),
            "tombol": _("Usulkan nominasi"),
        },
        draf=f"nominasi-{pk}",
    )


def _usulkan(request: HttpRequest, pk: int, isi: dict[str, Any]) -> Nominasi:
    aktor = aktor_wajib(request)
    sesi = isi.pop("sesi")
    return layanan_nominasi.usulkan_nominasi(
        aktor=aktor,
        pegawai=orang_atau_404(request, pk),
        sesi=tanya_pelatihan.sesi_terlihat(aktor=aktor).filter(pk=sesi).first() if sesi else None,
        pada=aktor.hari_ini,
        **isi,
    )


@require_safe
@perlu_aktor
def nominasi(request: HttpRequest, pk: int) -> HttpResponse:
    """One nomination with its evidence and decision."""
    aktor = aktor_wajib(request)
    satu = nominasi_atau_404(request, pk)
    peran = peran_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini)
    return halaman(request, "usul_rincian", konteks_nominasi(aktor, satu, peran))


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def nominasi_putus(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Decide it."""
    aktor = aktor_wajib(request)
    satu = nominasi_atau_404(request, pk)
    _wajib(request, satu, PEMUTUS)
    return _putus(
        request, "nominasi", satu,
        lambda isi: layanan_nominasi.putuskan_nominasi(
            aktor=aktor, nominasi=satu, pada=aktor.hari_ini, **isi
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def nominasi_tarik(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take it back."""
    aktor = aktor_wajib(request)
    satu = nominasi_atau_404(request, pk)
    _wajib(request, satu, frozenset({"pegawai", "penilai"}))
    return _tarik(
        request, "nominasi", satu,
        lambda isi: layanan_nominasi.tarik_nominasi(
            aktor=aktor, nominasi=satu, pada=aktor.hari_ini, **isi
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tugas_baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Propose challenging work for a person I rate or supervise."""
    aktor = aktor_wajib(request)
    pegawai = orang_atau_404(request, pk)
    layanan_nominasi.unit_pengusulan(aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini)
    return terima_form(
        request,
        UsulTugasForm(isian(request), bukti=pilihan_bukti(pegawai, aktor.hari_ini)),
        kerjakan=lambda f: layanan_tugas.usulkan_tugas(
            aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Usul tugas terkirim. Halaman ini menyebut siapa yang memutusnya."),
        ke=lambda satu: ("usul_tugas", satu.pk),
        templat="usul_form",
        konteks={
            "pegawai": pegawai,
            "judul": _("Usulkan tugas menantang"),
            "tombol": _("Usulkan tugas"),
        },
        draf=f"usul-tugas-{pk}",
    )


@require_safe
@perlu_aktor
def tugas(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal of challenging work with its evidence and decision."""
    aktor = aktor_wajib(request)
    satu = tugas_atau_404(request, pk)
    peran = peran_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini)
    return halaman(request, "usul_rincian", konteks_tugas(aktor, satu, peran))


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tugas_putus(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Decide it."""
    aktor = aktor_wajib(request)
    satu = tugas_atau_404(request, pk)
    _wajib(request, satu, layanan_tugas.MEMUTUS)
    return _putus(
        request, "usul_tugas", satu,
        lambda isi: layanan_tugas.putuskan_tugas(
            aktor=aktor, usul=satu, pada=aktor.hari_ini, **isi
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tugas_tarik(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take it back."""
    aktor = aktor_wajib(request)
    satu = tugas_atau_404(request, pk)
    _wajib(request, satu, frozenset({"pegawai", "penilai"}))
    return _tarik(
        request, "usul_tugas", satu,
        lambda isi: layanan_tugas.tarik_tugas(aktor=aktor, usul=satu, pada=aktor.hari_ini, **isi),
    )  # fmt: skip


def _wajib(request: HttpRequest, satu: Nominasi | UsulTugas, boleh: frozenset[str]) -> None:
    aktor = aktor_wajib(request)
    if not peran_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini) & boleh:
        raise TidakBerwenangError(
            _("Langkah ini bukan untuk Anda: pengusul tidak memutus usulnya sendiri.")
        )


def _putus(
    request: HttpRequest,
    rute: str,
    satu: Nominasi | UsulTugas,
    kerjakan: Callable[[dict[str, Any]], object],
) -> HttpResponseBase:
    return terima_form(
        request,
        PutusanForm(isian(request)),
        kerjakan=lambda f: kerjakan(f.cleaned_data),
        sukses=_("Putusan dicatat."),
        ke=lambda _hasil: (rute, satu.pk),
        templat="kata",
        konteks={
            "judul": _("Putuskan usul"),
            "siapa": satu.pegawai.nama_lengkap,
            "tombol": _("Catat putusan"),
            "remah_usul": True,
        },
        draf=f"putus-{rute}-{satu.pk}",
    )


def _tarik(
    request: HttpRequest,
    rute: str,
    satu: Nominasi | UsulTugas,
    kerjakan: Callable[[dict[str, Any]], object],
) -> HttpResponseBase:
    return terima_form(
        request,
        AlasanForm(isian(request)),
        kerjakan=lambda f: kerjakan(f.cleaned_data),
        sukses=_("Usul ditarik; alasannya tetap terbaca."),
        ke=lambda _hasil: (rute, satu.pk),
        templat="kata",
        konteks={
            "judul": _("Tarik usul"),
            "siapa": satu.pegawai.nama_lengkap,
            "tombol": _("Tarik usul"),
            "remah_usul": True,
        },
        draf=f"tarik-{rute}-{satu.pk}",
    )
