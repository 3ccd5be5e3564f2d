"""The rater: queue, reading in a row, setting, returning."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.skp.forms.lain import KembalikanForm
from tera.skp.models import SKP
from tera.skp.selectors.antrean import (
    antrean_penilai,
    daftar_antrean,
    isi_pembanding,
    skp_bawahan,
    tetangga,
)
from tera.skp.selectors.pengelola import bawahan_tanpa_rancangan
from tera.skp.services import penetapan
from tera.skp.services.penetapan import sidik_sesi
from tera.skp.views.alat import NADA_STATUS, dengan_skp, kabari, konteks_skp, skp_atau_404
from tera.skp.views.rincian import baris_lampiran, baris_perilaku


def _sesi(request: HttpRequest) -> str:
    return sidik_sesi(request.session.session_key)


@perlu_aktor
def antrean(request: HttpRequest) -> HttpResponseBase:
    """What waits for me, and where the others of my people are."""
    aktor = aktor_wajib(request)
    tahun = aktor.hari_ini.year
    menunggu = daftar_antrean(aktor=aktor, sesi=_sesi(request))
    konteks = {
        "daftar": menunggu,
        "ada_dibaca": any(satu.dibaca_at for satu in menunggu),
        "bawahan": [
            {"skp": skp, "nada": NADA_STATUS[skp.status]}
            for skp in skp_bawahan(aktor=aktor, tahun=tahun)
        ],
        "belum": bawahan_tanpa_rancangan(aktor=aktor, pada=aktor.hari_ini),
        "tahun": tahun,
        "zona": aktor.zona,
    }
    return render_laman(request, "skp/antrean.html", konteks, nav="tim")


@perlu_aktor
def tinjau(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Read one sent plan with last year's beside it; opening it is recorded."""
    skp = skp_atau_404(request, pk, isi=True)
    return _tinjau(request, skp, KembalikanForm())


def _tinjau(
    request: HttpRequest, skp: SKP, form: KembalikanForm, status: int = 200
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    sesi = _sesi(request)
    konteks = konteks_skp(request, skp)
    letak = tetangga(aktor=aktor, skp=skp, sesi=sesi)
    if "tetapkan" in konteks["aksi"] and not letak.sudah_dibaca:
        penetapan.catat_baca(aktor=aktor, skp=skp, sesi=sesi)
    konteks |= {
        "perilaku": baris_perilaku(skp),
        "lampiran": baris_lampiran(skp),
        "pembanding": isi_pembanding(skp=skp),
        "letak": letak,
        "form": form,
    }
    return render_laman(request, "skp/tinjau.html", konteks, nav="tim", status=status)


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def tetapkan(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Set the plan that was read, then go on to the next."""
    aktor = aktor_wajib(request)
    revisi = request.POST.get("revisi", "")
    berikut = tetangga(aktor=aktor, skp=skp).berikut
    hasil = penetapan.tetapkan_skp(
        aktor=aktor,
        skp=skp,
        pada=aktor.hari_ini,
        revisi=int(revisi) if revisi.isdecimal() else None,
    )
    pesan = _("SKP %(nama)s ditetapkan.") % {"nama": skp.pegawai.nama_lengkap}
    kabari(request, pesan, hasil)
    return redirect("skp:tinjau", pk=berikut) if berikut else redirect("skp:antrean")


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def kembalikan(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Return the plan with a note."""
    aktor = aktor_wajib(request)
    form = KembalikanForm(request.POST)
    berikut = tetangga(aktor=aktor, skp=skp).berikut
    revisi = request.POST.get("revisi", "")
    try:
        form.is_valid()
        hasil = penetapan.kembalikan_skp(
            aktor=aktor,
            skp=skp,
            catatan=form.cleaned_data.get("catatan", ""),
            pada=aktor.hari_ini,
            revisi=int(revisi) if revisi.isdecimal() else None,
        )
    except MasukanSalahError as galat:
        if not form.errors:
            form.add_error("catatan", galat.pesan)
        skp = skp_atau_404(request, skp.pk, isi=True)
        return _tinjau(request, skp, form, status=422)
    pesan = _("SKP %(nama)s dikembalikan.") % {"nama": skp.pegawai.nama_lengkap}
    kabari(request, pesan, hasil)
    return redirect("skp:tinjau", pk=berikut) if berikut else redirect("skp:antrean")


@perlu_aktor
@require_POST
@idempoten
def tetapkan_banyak(request: HttpRequest) -> HttpResponseBase:
    """Set every ticked plan that was read in this session."""
    aktor = aktor_wajib(request)
    sesi = _sesi(request)
    dipilih = [int(pk) for pk in request.POST.getlist("skp") if pk.isdecimal()]
    daftar = list(antrean_penilai(aktor=aktor, sesi=sesi).filter(pk__in=dipilih))
    if not daftar:
        messages.warning(request, _("Belum ada SKP yang dipilih. Centang yang sudah Anda baca."))
        return redirect("skp:antrean")
    hasil = penetapan.tetapkan_yang_dibaca(
        aktor=aktor, daftar=daftar, sesi=sesi, pada=aktor.hari_ini
    )
    if hasil.ditetapkan:
        nomor = ", ".join(nomor for _skp, nomor in hasil.ditetapkan)
        kabari(
            request,
            _("%(n)d SKP ditetapkan. Tanda terima: %(nomor)s.")
            % {"n": len(hasil.ditetapkan), "nomor": nomor},
        )
    for skp, sebab in hasil.ditolak:
        messages.error(request, f"{skp.pegawai.nama_lengkap}: {sebab}")
    return redirect("skp:antrean")
