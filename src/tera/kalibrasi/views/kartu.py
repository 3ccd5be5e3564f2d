"""The cards of a unit with their what-if, one decision, and the penilai's answer."""

from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.kalibrasi import services
from tera.kalibrasi.forms import JawabForm, KartuForm
from tera.kalibrasi.models import KartuRapat, PesertaRapat, RapatKalibrasi, UnitRapat
from tera.kalibrasi.permissions import memutus
from tera.kalibrasi.selectors.rapat import halangan, kartu_penilai, rapat_terlihat, saran_kartu
from tera.kalibrasi.services.kartu import sudah_berubah
from tera.kalibrasi.tampilan_rapat import (
    baris_unit,
    kartu_tampil,
    keadaan_permintaan,
    konteks_unit,
    sebut_halangan,
    sebut_salah,
)
from tera.kalibrasi.views.rapat import NAV
from tera.organisasi import kebijakan

Status = RapatKalibrasi.Status
TERBUKA = frozenset({Status.BERLANGSUNG, Status.DITUTUP})


def _unit(request: HttpRequest, pk: int) -> UnitRapat:
    """Return a unit of a meeting that sits or is closed; ``duduk``: the aktor was invited."""
    aktor = aktor_wajib(request)
    return get_object_or_404(
        UnitRapat.objects.filter(
            rapat__in=rapat_terlihat(aktor=aktor).values("pk"), rapat__status__in=TERBUKA
        )
        .select_related("unit", "rapat__periode", "rapat__analisis", "rapat__instansi")
        .annotate(
            duduk=Exists(
                PesertaRapat.objects.filter(
                    rapat=OuterRef("rapat"), pegawai_id=aktor.pegawai_id or 0
                )
            )
        ),
        pk=pk,
    )


def _duduk(request: HttpRequest, unit: Any) -> tuple[bool, str]:
    """Whether the aktor sits in the meeting, and why the cards of this unit stay closed."""
    aktor = aktor_wajib(request)
    saya = aktor.pegawai_id
    if saya is None or not unit.duduk:
        return False, ""
    sebab = halangan(
        rapat=unit.rapat, daftar_unit=[unit], daftar_pegawai=[saya], pada=aktor.hari_ini
    )
    return True, sebab.get((unit.pk, saya), "")


@require_safe
@perlu_aktor
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: its cards and the what-if for members; its counts for officers."""
    aktor, satu = aktor_wajib(request), _unit(request, pk)
    rapat = satu.rapat
    duduk, sebab = _duduk(request, satu)
    konteks: dict[str, Any] = {
        **baris_unit(satu),
        "rapat": rapat,
        "salah": sebut_salah(rapat),
        "halangan": sebut_halangan(sebab) if sebab else "",
        "melihat": duduk and not sebab,
    }
    if konteks["melihat"]:
        semua = list(satu.daftar_kartu.all())
        konteks |= konteks_unit(
            rapat=rapat,
            unit=satu,
            daftar=semua,
            saran=saran_kartu(rapat=rapat, daftar=semua, pada=aktor.hari_ini),
            tanya=request.GET.dict(),
            aturan=kebijakan.semua(
                instansi_id=rapat.instansi_id, pada=rapat.dibuka_pada or rapat.tanggal
            ),
        )
        konteks["pemutus"] = memutus(aktor=aktor, rapat=rapat)
        konteks["memutus"] = konteks["pemutus"] and rapat.status == Status.BERLANGSUNG
    elif not duduk and rapat.status == Status.DITUTUP:
        konteks["putusan"] = [
            {
                "kode": kartu.kode,
                "jenis": kartu.get_jenis_display(),
                "keputusan": kartu.get_keputusan_display() if kartu.keputusan else "",
                "alasan": kartu.alasan,
                "jawaban": kartu.get_jawaban_display() if kartu.jawaban else "",
            }
            for kartu in satu.daftar_kartu.all()
        ]
    return render_laman(request, "kalibrasi/rapat_unit.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kartu(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One card; a POST writes the meeting's word on it."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(KartuRapat, pk=pk, unit__rapat__instansi_id=aktor.instansi_id)
    baris = _unit(request, satu.unit_id)
    duduk, sebab = _duduk(request, baris)
    if not duduk or sebab or not memutus(aktor=aktor, rapat=baris.rapat):
        raise Http404
    satu.unit = baris
    form = KartuForm(
        request.POST if request.method == "POST" else None,
        initial={"keputusan": satu.keputusan, "alasan": satu.alasan},
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.putuskan_kartu(
                    aktor=aktor, kartu=satu, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
            else:
                messages.success(request, _("Kartu %(kode)s diputus.") % {"kode": satu.kode})
                return redirect("kalibrasi:rapat_unit", pk=baris.pk)
    saran = saran_kartu(rapat=baris.rapat, daftar=[satu], pada=aktor.hari_ini)
    konteks = {
        "rapat": baris.rapat,
        "unit": baris,
        "form": form,
        "kartu": kartu_tampil(
            satu, saran.get(satu.evaluasi_id), baris.rapat.dibuka_pada or baris.rapat.tanggal
        ),
    }
    return render_laman(request, "kalibrasi/rapat_kartu.html", konteks, nav=NAV, status=status)


@require_safe
@perlu_aktor
def permintaan_daftar(request: HttpRequest) -> HttpResponse:
    """The requests of meetings to the aktor as penilai."""
    semua = list(kartu_penilai(aktor=aktor_wajib(request))[:100])
    konteks = {
        "menunggu": [satu for satu in semua if not satu.jawaban],
        "lalu": [satu for satu in semua if satu.jawaban],
    }
    return render_laman(request, "kalibrasi/permintaan_daftar.html", konteks, nav="evaluasi")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def permintaan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One request; a POST answers it."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(kartu_penilai(aktor=aktor), pk=pk)
    keadaan = keadaan_permintaan(satu)
    form = JawabForm(
        request.POST if request.method == "POST" else None,
        hanya_tetap=keadaan["jalan"] == "kata" and not sudah_berubah(satu),
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _kartu, tanda = services.jawab_permintaan(
                    aktor=aktor, kartu=satu, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
            else:
                messages.success(
                    request,
                    _("Jawaban tercatat. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor},
                )
                return redirect("kalibrasi:permintaan", pk=pk)
    pada = satu.unit.rapat.dibuka_pada or satu.unit.rapat.tanggal
    konteks = {
        "satu": satu,
        "kartu": kartu_tampil(satu, None, pada),
        "keadaan": keadaan,
        "berubah": sudah_berubah(satu),
        "form": form,
        "jawaban": satu.get_jawaban_display() if satu.jawaban else "",
    }
    return render_laman(
        request, "kalibrasi/permintaan.html", konteks, nav="evaluasi", status=status
    )
