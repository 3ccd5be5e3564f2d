"""Mentoring and coaching: my pairs, a new one, agreeing, meeting, ending."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.workflow import HasilLangkah, aksi_tersedia
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.forms.pengembangan.rencana import AlasanForm
from tera.tindak_lanjut.forms.pengembangan.usul import (
    HasilPendampinganForm,
    PendampinganForm,
    TemuForm,
)
from tera.tindak_lanjut.models import KegiatanPengembangan, Pendampingan
from tera.tindak_lanjut.permissions.pengembangan import peran_pasangan
from tera.tindak_lanjut.selectors.pengembangan import usul as tanya
from tera.tindak_lanjut.selectors.pengembangan.rencana import calon_pembimbing
from tera.tindak_lanjut.services.pengembangan import pendampingan as layanan
from tera.tindak_lanjut.views.pengembangan.alat import (
    halaman,
    isian,
    kegiatan_atau_404,
    lakukan,
    orang_atau_404,
    terima_form,
)
from tera.tindak_lanjut.views.pengembangan.tampilan_usul import baris_pasangan, konteks_pasangan

RUTE = "pendampingan"


def pasangan_atau_404(request: HttpRequest, pk: int) -> Pendampingan:
    """A pair through its door."""
    aktor = aktor_wajib(request)
    return get_object_or_404(tanya.pendampingan_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """My pairs, and those of the people I rate."""
    aktor = aktor_wajib(request)
    semua = tanya.pendampingan_terlihat(aktor=aktor, pada=aktor.hari_ini)[:50]
    konteks = {
        "daftar": [baris_pasangan(satu, aktor.pegawai_id) for satu in semua],
        "saya": aktor.pegawai_id,
    }
    return halaman(request, "pendampingan_daftar", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Propose a mentor or coach for me, or for somebody I rate."""
    aktor = aktor_wajib(request)
    pegawai = orang_atau_404(request, pk)
    kegiatan = _kegiatan(request, pegawai)
    form = PendampinganForm(
        isian(request),
        calon=calon_pembimbing(pegawai_id=pegawai.pk, pada=aktor.hari_ini),
        instansi_id=aktor.instansi_id,
        initial={"mulai": aktor.hari_ini}
        | ({"tujuan": kegiatan.kegiatan, "selesai": kegiatan.target_pada} if kegiatan else {}),
    )
    return terima_form(
        request,
        form,
        kerjakan=lambda f: _usulkan(request, pegawai, kegiatan, f.cleaned_data),
        sukses=_("Pendampingan diusulkan; menunggu persetujuan pihak lain."),
        ke=lambda satu: (RUTE, satu.pk),
        templat="pendampingan_form",
        konteks={"pegawai": pegawai, "milik": pegawai.pk == aktor.pegawai_id},
        draf=f"pendampingan-{pk}",
    )


def _kegiatan(request: HttpRequest, pegawai: Pegawai) -> KegiatanPengembangan | None:
    """The row of the plan that a mentor is asked for (``?kegiatan=``)."""
    kunci = request.GET.get("kegiatan", "")
    if not kunci.isdecimal():
        return None
    satu = kegiatan_atau_404(request, int(kunci))
    return satu if satu.rencana.pegawai_id == pegawai.pk else None


def _usulkan(
    request: HttpRequest,
    pegawai: Pegawai,
    kegiatan: KegiatanPengembangan | None,
    isi: dict[str, Any],
) -> Pendampingan:
    aktor = aktor_wajib(request)
    return layanan.usulkan_pendampingan(
        aktor=aktor, pegawai=pegawai, pembimbing_id=isi.pop("pembimbing"), kegiatan=kegiatan,
        pada=aktor.hari_ini, **isi,
    )  # fmt: skip


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One pair: goal, period, agreements of both, meetings, outcome."""
    aktor = aktor_wajib(request)
    satu = pasangan_atau_404(request, pk)
    peran = peran_pasangan(aktor=aktor, pasangan=satu)
    aksi = {
        s.aksi for s in aksi_tersedia(jenis="pendampingan", status=satu.status, daftar_peran=peran)
    }
    return halaman(
        request, "pendampingan",
        konteks_pasangan(aktor, satu, aksi, tanya.daftar_temu(pasangan=satu)),
    )  # fmt: skip


@require_POST
@perlu_aktor
@idempoten
def setuju(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Agree as one of the two."""
    aktor = aktor_wajib(request)
    satu = layanan.setujui_pendampingan(
        aktor=aktor, pasangan=pasangan_atau_404(request, pk), pada=aktor.hari_ini
    )
    kabar = (
        _("Pendampingan dimulai.")
        if satu.status == Pendampingan.Status.BERJALAN
        else _("Anda menyetujui; menunggu pihak lain.")
    )
    return lakukan(request, satu, kabar, RUTE, pk)


def _tutup() -> dict[str, tuple[Callable[..., HasilLangkah], str, str]]:
    return {
        "tolak": (layanan.tolak_pendampingan, _("Tolak pendampingan"), _("Ditolak.")),
        "hentikan": (
            layanan.hentikan_pendampingan, _("Hentikan pendampingan"), _("Dihentikan."),
        ),
        "selesai": (
            layanan.selesaikan_pendampingan, _("Selesaikan pendampingan"), _("Selesai."),
        ),
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tutup(request: HttpRequest, pk: int, aksi: str) -> HttpResponseBase:
    """Decline, stop, or end with the outcome."""
    aktor = aktor_wajib(request)
    satu = pasangan_atau_404(request, pk)
    _wajib_ikut(request, satu)
    kerjakan, judul, kabar = _tutup()[aksi]
    bentuk = HasilPendampinganForm if aksi == "selesai" else AlasanForm
    return terima_form(
        request,
        bentuk(isian(request)),
        kerjakan=lambda f: kerjakan(
            aktor=aktor, pasangan=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=kabar,
        ke=lambda _hasil: (RUTE, pk),
        templat="kata",
        konteks={
            "judul": judul, "siapa": satu.tujuan[:200], "tombol": judul, "remah_pasangan": pk,
        },
        draf=f"pendampingan-{aksi}-{pk}",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def temu(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Plan a meeting of the pair."""
    aktor = aktor_wajib(request)
    satu = pasangan_atau_404(request, pk)
    _wajib_ikut(request, satu)
    return terima_form(
        request,
        TemuForm(isian(request), initial={"tanggal": aktor.hari_ini}),
        kerjakan=lambda f: layanan.jadwalkan_temu(
            aktor=aktor, pasangan=satu, isi=f.isi(), pada=aktor.hari_ini
        ),
        sukses=_("Pertemuan dijadwalkan; pihak lain diberi tahu."),
        ke=lambda _hasil: (RUTE, pk),
        templat="kata",
        konteks={
            "judul": _("Jadwalkan pertemuan"),
            "siapa": satu.tujuan[:200],
            "tombol": _("Jadwalkan pertemuan"),
            "remah_pasangan": pk,
        },
        draf=f"pendampingan-temu-{pk}",
    )


def _wajib_ikut(request: HttpRequest, satu: Pendampingan) -> None:
    if not peran_pasangan(aktor=aktor_wajib(request), pasangan=satu):
        raise TidakBerwenangError(_("Langkah ini hanya untuk pembimbing dan yang dibimbing."))
