"""Officers and heads of units: how far the units are; and the rubrik."""

import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.organisasi.permissions import boleh_petugas
from tera.skp.forms.lain import RubrikForm
from tera.skp.selectors.pengelola import (
    KEBIJAKAN,
    PENGINGAT,
    giliran_pengelola,
    masa_pengingat,
)
from tera.skp.selectors.rubrik import daftar_unsur, daftar_versi_rubrik, rubrik_berlaku
from tera.skp.selectors.unit import BARIS, BELUM, hak_ringkasan, ringkasan_unit, senarai_orang
from tera.skp.services.rubrik import tetapkan_rubrik
from tera.skp.views.alat import NADA_STATUS

SARINGAN = (BELUM, "draf", "diajukan", "dikembalikan", "ditetapkan", "terlambat")


@perlu_aktor
def unit(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """Counts of a unit and its children, and the people by state."""
    aktor = aktor_wajib(request)
    hak = hak_ringkasan(aktor=aktor)
    satu = hak.unit(pk)
    if satu is None and pk is not None:
        raise Http404
    if satu is None:
        raise TidakBerwenangError(
            _(
                "Ringkasan SKP hanya untuk pengelola kinerja, pimpinan unit, dan auditor. Bila "
                "seharusnya Anda, hubungi pengelola kinerja instansi."
            )
        )
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isdecimal() and len(teks) == 4 else aktor.hari_ini.year
    saring = request.GET.get("status", BELUM)
    saring = saring if saring in SARINGAN else BELUM
    ringkasan = ringkasan_unit(unit=satu, tahun=tahun, pada=aktor.hari_ini)
    penomor: Paginator[Any] = Paginator(
        senarai_orang(ringkasan=ringkasan, tahun=tahun, pada=aktor.hari_ini, saring=saring), BARIS
    )
    # The summary has already counted them.
    penomor.count = ringkasan.total.jumlah(saring)
    halaman = penomor.get_page(request.GET.get("halaman"))
    konteks = {
        "giliran": _giliran(aktor, hak.pengelola(satu), tahun) if saring == BELUM else None,
        "unit": satu,
        "induk": satu.induk_id if hak.boleh_induk(satu) else None,
        "ringkasan": ringkasan,
        "tahun": tahun,
        "saring": saring,
        "daftar_saring": SARINGAN,
        "halaman": halaman,
        "nada": NADA_STATUS,
    }
    return render_laman(request, "skp/unit.html", konteks, nav="unit_skp")


def _giliran(aktor: Aktor, pengelola: bool, tahun: int) -> dict[str, object] | None:
    """What the pengelola of the unit may do about those without a draft; None for others."""
    pada = aktor.hari_ini
    if not pengelola or tahun != pada.year or not masa_pengingat(pada):
        return None
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=pada)
    mulai = giliran_pengelola(tahun=tahun, mulai=dt.date(tahun, 1, 1))
    return {
        "ingatkan": aturan[PENGINGAT],
        "boleh": aturan[KEBIJAKAN] and pada >= mulai,
        "diizinkan": aturan[KEBIJAKAN],
        "mulai": mulai,
        "saya": aktor.pegawai_id,
    }


@perlu_aktor
def rubrik(request: HttpRequest) -> HttpResponseBase:
    """The criteria everyone reads, from planning on."""
    aktor = aktor_wajib(request)
    berlaku = rubrik_berlaku(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    konteks = {
        "rubrik": berlaku,
        "daftar_unsur": daftar_unsur(berlaku, aktor.hari_ini),
        "daftar_versi": daftar_versi_rubrik(aktor=aktor),
        "boleh_ubah": boleh_petugas(aktor=aktor, unit=None, pada=aktor.hari_ini, peran="pengelola"),
    }
    return render_laman(request, "skp/rubrik.html", konteks, nav="skp")


@perlu_aktor
@idempoten
def rubrik_baru(request: HttpRequest) -> HttpResponseBase:
    """A new dated version by the pengelola."""
    aktor = aktor_wajib(request)
    if not boleh_petugas(aktor=aktor, unit=None, pada=aktor.hari_ini, peran="pengelola"):
        raise TidakBerwenangError(
            _("Rubrik hanya ditetapkan pengelola kinerja. Sampaikan usulan Anda kepadanya.")
        )
    berlaku = rubrik_berlaku(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    form = RubrikForm(request.POST or None, kriteria=berlaku.daftar_kriteria)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                tetapkan_rubrik(
                    aktor=aktor,
                    versi=form.cleaned_data["versi"],
                    sejak=form.cleaned_data["sejak"],
                    dasar=form.cleaned_data["dasar"],
                    kriteria=form.isi(),
                    pada=aktor.hari_ini,
                )
                return redirect("skp:rubrik")
            except MasukanSalahError as galat:
                form.tempel(galat)
    kelompok = [
        (unsur.nama, [(label, form[f"{k['kode']}.uraian"], form[f"{k['kode']}.contoh"])
                      for label, k in unsur.daftar_tingkat])
        for unsur in daftar_unsur(berlaku, aktor.hari_ini)
    ]  # fmt: skip
    konteks = {"form": form, "kelompok": kelompok}
    return render_laman(request, "skp/rubrik_baru.html", konteks, nav="skp", status=status)
