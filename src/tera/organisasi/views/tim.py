"""Pages of working teams."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.forms.orang import AnggotaForm, KetuaForm, SampaiForm, TimForm
from tera.organisasi.models import AnggotaTim, TimKerja
from tera.organisasi.permissions_orang import KELOLA, boleh_atur_tim
from tera.organisasi.selectors import tim as tanya
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.services import tim as layanan
from tera.organisasi.views.alat_orang import kirim, laman_isian


def _tim(aktor: Aktor, pk: int) -> TimKerja:
    return get_object_or_404(tanya.tim_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)


def _boleh_bentuk(aktor: Aktor) -> bool:
    pada = aktor.hari_ini
    return bool(tanya.jalur_dipimpin(aktor=aktor, pada=pada)) or any(
        peran in KELOLA for peran, _path in daftar_petugas(aktor=aktor, pada=pada)
    )


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The teams the aktor has to do with."""
    aktor = aktor_wajib(request)
    return render_laman(
        request,
        "organisasi/tim_daftar.html",
        {
            "daftar": tanya.tim_terlihat(aktor=aktor, pada=aktor.hari_ini)[:200],
            "boleh_bentuk": _boleh_bentuk(aktor),
            "pada": aktor.hari_ini,
        },
        nav="tim",
    )


@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Form a team."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not _boleh_bentuk(aktor):
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa membentuk tim kerja: hanya pimpinan unit atau pengelola kinerja "
                "yang boleh. Minta salah satunya membentuknya."
            )
        )
    form = TimForm(**kirim(request), aktor=aktor, initial={"sejak": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        tim = layanan.bentuk_tim(
            aktor=aktor,
            unit_id=isi["unit"].pk,
            nama=isi["nama"],
            ketua_id=isi["ketua"].pk,
            sejak=isi["sejak"],
            sampai=isi["sampai"],
            dasar=isi["dasar"],
            pada=pada,
        )
        return reverse("organisasi:tim_rincian", args=[tim.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Tim dibentuk. Tambahkan anggotanya."),
        judul=_("Bentuk tim kerja"),
        tombol=_("Bentuk tim"),
        induk=_("Tim kerja"),
        kembali=reverse("organisasi:tim"),
        nav="tim",
        pengantar=_(
            "Ketua tim memberi tugas dan umpan balik; rating dan predikat tetap ditetapkan pejabat "
            "penilai. Tim dibentuk oleh pimpinan unit, atasannya, atau pengelola kinerja."
        ),
    )


@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One team with its members."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    tim = _tim(aktor, pk)
    return render_laman(
        request,
        "organisasi/tim_rincian.html",
        {
            "tim": tim,
            "anggota": list(tanya.anggota_tim(tim=tim, pada=pada)),
            "boleh_atur": boleh_atur_tim(aktor=aktor, unit=tim.unit, pada=pada),
            "pada": pada,
        },
        nav="tim",
    )


@perlu_aktor
@idempoten
def anggota(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a member."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    tim = _tim(aktor, pk)
    form = AnggotaForm(**kirim(request), aktor=aktor, initial={"sejak": max(pada, tim.sejak)})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.tambah_anggota(
            aktor=aktor,
            tim=tim,
            pegawai_id=isi["pegawai"].pk,
            sejak=isi["sejak"],
            sampai=isi["sampai"],
            pada=pada,
        )
        return reverse("organisasi:tim_rincian", args=[pk])

    return _laman_tim(request, tim, form, kerjakan, _("Tambah anggota"), _("Anggota ditambahkan."))


@perlu_aktor
@idempoten
def ketua(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the leader."""
    aktor = aktor_wajib(request)
    tim = _tim(aktor, pk)
    form = KetuaForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.ganti_ketua(
            aktor=aktor,
            tim=tim,
            ketua_id=isi["ketua"].pk,
            dasar=isi["dasar"],
            pada=aktor.hari_ini,
        )
        return reverse("organisasi:tim_rincian", args=[pk])

    return _laman_tim(request, tim, form, kerjakan, _("Ganti ketua"), _("Ketua tim diganti."))


@perlu_aktor
@idempoten
def bubar(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a team."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    tim = _tim(aktor, pk)
    form = SampaiForm(**kirim(request), aktor=aktor, initial={"sampai": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.bubarkan_tim(aktor=aktor, tim=tim, sampai=isi["sampai"], pada=pada)
        return reverse("organisasi:tim_rincian", args=[pk])

    return _laman_tim(request, tim, form, kerjakan, _("Bubarkan tim"), _("Tim dibubarkan."))


@require_POST
@perlu_aktor
@idempoten
def akhiri_anggota(request: HttpRequest, pk: int) -> HttpResponse:
    """End a membership today."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    baris = get_object_or_404(
        AnggotaTim.objects.select_related("tim__unit").filter(
            tim__in=tanya.tim_terlihat(aktor=aktor, pada=pada).values("pk")
        ),
        pk=pk,
    )
    layanan.akhiri_anggota(aktor=aktor, anggota=baris, sampai=pada, pada=pada)
    messages.success(request, _("Keanggotaan berakhir hari ini."))
    return redirect("organisasi:tim_rincian", pk=baris.tim_id)


def _laman_tim(
    request: HttpRequest, tim: TimKerja, form: Any, kerjakan: Any, judul: str, pesan: str
) -> HttpResponse:
    aktor = aktor_wajib(request)
    if request.method == "GET":
        layanan.wajib_atur(aktor, tim.unit, aktor.hari_ini)
    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=pesan,
        judul=judul,
        tombol=judul,
        induk=tim.nama,
        kembali=reverse("organisasi:tim_rincian", args=[tim.pk]),
        nav="tim",
    )
