"""What the pages of the room share: the door of a sheet, tabs, messages, drafts."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib
from tera.core.aktor import Aktor
from tera.core.models import TandaTerima
from tera.organisasi.models import Periode
from tera.pelaksanaan.models import CapaianPegawai, RencanaAksi
from tera.pelaksanaan.selectors import kerja
from tera.pelaksanaan.selectors.periode import daftar_periode, periode_kini, semua_periode
from tera.skp.models import SKP
from tera.skp.selectors.terlihat import peran_tercatat
from tera.skp.services.penetapan import sidik_sesi

NAV = "pelaksanaan"
NADA_STATUS = kerja.NADA_STATUS


def skp_atau_404(request: HttpRequest, pk: int) -> SKP:
    """Return the plan of the address; strangers get 404, mode petugas logs the person."""
    skp = kerja.buka_kerja(aktor=aktor_wajib(request), pk=pk)
    if skp is None:
        raise Http404
    request.pegawai_terkait_id = skp.pegawai_id  # type: ignore[attr-defined]
    return skp


def dengan_lembar(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view the plan and the period of the address; strangers get 404."""

    @functools.wraps(view)
    def bungkus(
        request: HttpRequest, skp_pk: int, periode_pk: int, **kwargs: Any
    ) -> HttpResponseBase:
        skp = skp_atau_404(request, skp_pk)
        daftar = daftar_periode(skp=skp)
        periode = next((satu for satu in daftar if satu.pk == periode_pk), None)
        if periode is None:
            raise Http404
        request.daftar_periode = daftar  # type: ignore[attr-defined]
        return view(request, skp, periode, **kwargs)

    return bungkus


def dengan_bukti(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view the evidence of the address; strangers get 404."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        bukti = kerja.bukti_terlihat(aktor=aktor_wajib(request), pk=pk)
        if bukti is None:
            raise Http404
        request.pegawai_terkait_id = bukti.pegawai_id  # type: ignore[attr-defined]
        return view(request, bukti, **kwargs)

    return bungkus


def dengan_rencana(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view one's own rencana aksi of the address; everyone else gets 404."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        rencana = get_object_or_404(
            RencanaAksi.objects.select_related("periode", "skp"),
            pk=pk,
            pegawai_id=aktor_wajib(request).pegawai_id or 0,
        )
        return view(request, rencana, **kwargs)

    return bungkus


def dengan_capaian(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view an achievement whose plan the person may open; strangers get 404."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        capaian = get_object_or_404(
            CapaianPegawai.objects.select_related("pegawai", "pemeriksa"), pk=pk
        )
        capaian.skp = skp_atau_404(request, capaian.skp_id)
        return view(request, capaian, **kwargs)

    return bungkus


def peran_lembar(request: HttpRequest, skp: SKP) -> frozenset[str]:
    """Return the parts read together with the plan; the rater on record keeps theirs: no query."""
    aktor = aktor_wajib(request)
    peran = set(peran_tercatat(skp, aktor))
    if aktor.pegawai_id is not None and skp.penilai_id == aktor.pegawai_id:
        peran.add("penilai")
    return frozenset(peran)


def sesi(request: HttpRequest) -> str:
    """Return what a reading is tied to."""
    return sidik_sesi(request.session.session_key)


def kabari(request: HttpRequest, pesan: str, tanda: TandaTerima | None = None) -> None:
    """Tell what was done, with the number of its receipt."""
    if tanda is not None:
        pesan = _("%(pesan)s Tanda terima %(nomor)s.") % {"pesan": pesan, "nomor": tanda.nomor}
    messages.success(request, pesan)


def angka_bulat(teks: str | None) -> int | None:
    """Return a whole number of a form, None when it isn't one."""
    return int(teks) if teks and teks.isdecimal() and len(teks) < 10 else None


def periode_instansi(request: HttpRequest, pk: int | None) -> tuple[list[Periode], Periode | None]:
    """Return the working periods of the year of ``pk`` (None: this year's) and the one meant.

    One query.
    """
    aktor = aktor_wajib(request)
    return pilih_periode(aktor, semua_periode(aktor=aktor), pk)


def pilih_periode(
    aktor: Aktor, semua: list[Periode], pk: int | None
) -> tuple[list[Periode], Periode | None]:
    """Choose from ``semua`` the working periods of one year and one instansi, and the one meant."""
    dipilih = next((satu for satu in semua if satu.pk == pk), None)
    tahun = dipilih.tahun if dipilih else aktor.hari_ini.year
    rumah = dipilih.instansi_id if dipilih else aktor.instansi_id
    setahun = [satu for satu in semua if satu.tahun == tahun and satu.instansi_id == rumah]
    daftar = [satu for satu in setahun if satu.jenis != "tahunan"] or setahun
    if pk is None:
        dipilih = periode_kini(daftar, aktor.hari_ini)
    return daftar, dipilih
