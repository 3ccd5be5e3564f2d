"""Courses given to units: the list, one with its counts, reminding, ending, the way to read."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.bimtek import services
from tera.bimtek.forms_sosialisasi import SosialisasiForm
from tera.bimtek.models import Sosialisasi
from tera.bimtek.permissions import peran_naskah
from tera.bimtek.selectors.isi import kursus_instansi
from tera.bimtek.selectors.sosialisasi import (
    K_UNIT,
    belum_dinilai_saya,
    kemajuan_sosialisasi,
    sosialisasi_diurus,
    sosialisasi_penilai,
    unit_pilihan,
    untuk_orang,
)
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten

NAV = "bimtek"
PALING_BANYAK = 100


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """What runs in one's care: as trainer or pengelola, and as rater."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    diurus = list(
        sosialisasi_diurus(aktor=aktor, pada=pada).order_by("-diberikan_pada", "-pk")[
            :PALING_BANYAK
        ]
    )
    dikenal = {satu.pk for satu in diurus}
    penilai = [
        satu
        for satu in sosialisasi_penilai(aktor=aktor, pada=pada).order_by("tenggat")[:PALING_BANYAK]
        if satu.pk not in dikenal
    ]
    memberi = bool(peran_naskah(aktor=aktor, pada=pada))
    if not memberi and not penilai:
        raise Http404
    konteks = {
        "berjalan": [satu for satu in diurus if satu.dihentikan_pada is None],
        "selesai": [satu for satu in diurus if satu.dihentikan_pada],
        "penilai": penilai,
        "memberi": memberi,
        "hari_ini": pada,
    }
    return render_laman(request, "bimtek/sosialisasi_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """Give a course to a unit."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not peran_naskah(aktor=aktor, pada=pada):
        raise Http404
    semua = kursus_instansi(instansi_id=aktor.instansi_id)
    form = SosialisasiForm(
        request.POST if request.method == "POST" else None,
        daftar_kursus=[(kode, satu.judul) for kode, satu in semua.items()],
        daftar_unit=unit_pilihan(aktor=aktor, pada=pada),
        initial={"kursus": "mengenal-kinerja"},
    )
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            satu = services.beri_sosialisasi(
                aktor=aktor,
                kursus=semua[isi["kursus"]],
                unit=isi["unit"],
                tenggat=isi["tenggat"],
                pesan=isi["pesan"],
                pada=pada,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(
                request, _("Sosialisasi diberikan. Orang di unit itu diberi tahu sebentar lagi.")
            )
            return redirect("bimtek:sosialisasi", pk=satu.pk)
    status = 422 if form.is_bound else 200
    return render_laman(
        request, "bimtek/sosialisasi_baru.html", {"form": form}, nav=NAV, status=status
    )


@require_safe
@perlu_aktor
def sosialisasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Counts per unit for those who look after it; a rater's own people who haven't finished."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    diurus = sosialisasi_diurus(aktor=aktor, pada=pada).filter(pk=pk).first()
    satu = diurus or get_object_or_404(sosialisasi_penilai(aktor=aktor, pada=pada), pk=pk)
    konteks = {
        "satu": satu,
        "diurus": diurus is not None,
        "kemajuan": kemajuan_sosialisasi(satu=satu, pada=pada) if diurus else None,
        "k_unit": K_UNIT,
        "belum": list(belum_dinilai_saya(aktor=aktor, satu=satu, pada=pada)[:PALING_BANYAK]),
        "hari_ini": pada,
    }
    return render_laman(request, "bimtek/sosialisasi.html", konteks, nav=NAV)


def _langkah(
    request: HttpRequest, pk: int, kerjakan: Callable[..., Sosialisasi], pesan: str
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    satu = get_object_or_404(sosialisasi_diurus(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    try:
        kerjakan(aktor=aktor, satu=satu, pada=aktor.hari_ini)
    except StatusTidakSesuaiError as galat:
        messages.info(request, galat.pesan)
    else:
        messages.success(request, pesan)
    return redirect("bimtek:sosialisasi", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def ingatkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Remind who hasn't finished."""
    pesan = _("Yang belum selesai diingatkan sebentar lagi.")
    return _langkah(request, pk, services.ingatkan_sosialisasi, pesan)


@require_POST
@perlu_aktor
@idempoten
def hentikan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """End it."""
    pesan = _("Sosialisasi dihentikan. Yang sudah dibaca tetap tercatat.")
    return _langkah(request, pk, services.hentikan_sosialisasi, pesan)


@require_safe
@perlu_aktor
def buka(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Lead a person to the course they were given."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(untuk_orang(saya=aktor.pegawai_id or 0, pada=aktor.hari_ini), pk=pk)
    return redirect("bimtek:kursus", kode=satu.kursus)
