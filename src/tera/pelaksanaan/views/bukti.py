"""Evidence: attach, look at, withdraw; a file is served so that nothing in it can run."""

import uuid
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.berkas import baca_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.core.models import TandaTerima
from tera.organisasi.models import Periode
from tera.pelaksanaan import services
from tera.pelaksanaan.forms import BuktiForm, RencanaForm
from tera.pelaksanaan.models import BuktiDukung, CapaianPegawai, RencanaAksi
from tera.pelaksanaan.permissions import PERAN_UMPAN
from tera.pelaksanaan.selectors import kerja
from tera.pelaksanaan.views.alat import (
    NAV,
    dengan_bukti,
    dengan_capaian,
    dengan_lembar,
    kabari,
    peran_lembar,
)
from tera.skp.models import SKP

# Types a browser shows without running anything; the type was judged from the bytes.
TAMPIL = frozenset({"application/pdf", "image/png", "image/jpeg"})


def isi_bukti(form: BuktiForm) -> services.IsiBukti:
    """Return the cleaned form as the service takes it."""
    berkas = form.cleaned_data["berkas"]
    return services.IsiBukti(
        nama=form.cleaned_data["nama"],
        berkas=berkas,
        nama_berkas=berkas.name if berkas else "",
        url=form.cleaned_data["url"],
    )


@perlu_aktor
@dengan_lembar
@idempoten
def lampirkan(
    request: HttpRequest, skp: SKP, periode: Periode, kunci: uuid.UUID
) -> HttpResponseBase:
    """Attach evidence to an RHK; without rencana aksi the page opens that step instead."""
    aktor = aktor_wajib(request)
    rhk = skp.daftar_rhk.filter(kunci=kunci).first()
    if rhk is None or "pegawai" not in peran_lembar(request, skp):
        raise Http404
    daftar = list(
        RencanaAksi.objects.filter(penugasan_id=skp.penugasan_id, periode=periode, rhk_kunci=kunci)
    )
    kirim = request.method == "POST"
    form = BuktiForm(
        request.POST if kirim else None,
        request.FILES if kirim else None,
        daftar_rencana=daftar,
    )
    draf = f"bukti-{skp.pk}-{periode.pk}-{rhk.pk}"
    tujuan = reverse("pelaksanaan:lembar", args=[skp.pk, periode.pk]) + f"#rhk-{rhk.pk}"

    def kerjakan() -> TandaTerima:
        pilih = form.cleaned_data.get("rencana_aksi")
        return services.lampirkan_bukti(
            aktor=aktor,
            skp=skp,
            periode=periode,
            rhk_kunci=kunci,
            isi=isi_bukti(form),
            rencana_aksi=next((satu for satu in daftar if str(satu.pk) == pilih), None),
            pada=aktor.hari_ini,
        )[1]

    status = 200
    if kirim:
        tanda, status = _coba(form, kerjakan)
        if tanda is not None:
            kabari(request, _("Bukti dilampirkan."), tanda)
            selesaikan_draf(request, draf)
            return redirect(tujuan)
    konteks = {
        "skp": skp,
        "periode": periode,
        "rhk": rhk,
        "form": form,
        "rencana": RencanaForm(auto_id=f"r{rhk.pk}_%s"),
        "tanpa_rencana": not daftar,
        "draf": draf,
        "kembali": tujuan,
        "daftar_pembaca": kerja.pembaca_bukti(skp=skp, pada=aktor.hari_ini),
    }
    return render_laman(request, "pelaksanaan/lampirkan.html", konteks, nav=NAV, status=status)


@perlu_aktor
@dengan_capaian
@idempoten
def lampirkan_capaian(request: HttpRequest, capaian: CapaianPegawai) -> HttpResponseBase:
    """Attach evidence to an achievement."""
    aktor = aktor_wajib(request)
    if "pegawai" not in peran_lembar(request, capaian.skp):
        raise Http404
    kirim = request.method == "POST"
    form = BuktiForm(request.POST if kirim else None, request.FILES if kirim else None)
    draf = f"bukti-capaian-{capaian.pk}"
    tujuan = reverse("pelaksanaan:capaian", args=[capaian.pk])
    status = 200
    if kirim:
        tanda, status = _coba(
            form,
            lambda: services.lampirkan_bukti_capaian(
                aktor=aktor, capaian=capaian, isi=isi_bukti(form), pada=aktor.hari_ini
            )[1],
        )
        if tanda is not None:
            kabari(request, _("Bukti dilampirkan."), tanda)
            selesaikan_draf(request, draf)
            return redirect(tujuan)
    konteks = {
        "skp": capaian.skp,
        "capaian": capaian,
        "form": form,
        "draf": draf,
        "kembali": tujuan,
        "daftar_pembaca": kerja.pembaca_bukti(skp=capaian.skp, pada=aktor.hari_ini),
    }
    return render_laman(request, "pelaksanaan/lampirkan.html", konteks, nav=NAV, status=status)


def _coba(form: BuktiForm, kerjakan: Any) -> tuple[TandaTerima | None, int]:
    if not form.is_valid():
        return None, 422
    try:
        return kerjakan(), 302
    except (MasukanSalahError, StatusTidakSesuaiError) as galat:
        form.tempel(galat)
        return None, galat.status


@perlu_aktor
@require_safe
@dengan_bukti
def bukti(request: HttpRequest, bukti: BuktiDukung) -> HttpResponseBase:
    """One piece of evidence: preview of a file, or a link with where it leads."""
    peran = peran_lembar(request, bukti.skp)
    konteks = {
        "bukti": bukti,
        "skp": bukti.skp,
        "gambar": bukti.berkas is not None and bukti.berkas.jenis_isi.startswith("image/"),
        "boleh_tarik": "pegawai" in peran and bukti.ditarik_at is None,
        "boleh_umpan": bool(peran & PERAN_UMPAN) and bukti.ditarik_at is None,
        "kembali": tujuan_bukti(bukti),
        "zona": aktor_wajib(request).zona,
    }
    return render_laman(request, "pelaksanaan/bukti.html", konteks, nav=NAV)


def tujuan_bukti(bukti: BuktiDukung) -> str:
    """Return the page the evidence hangs on."""
    if bukti.capaian_id is not None:
        return reverse("pelaksanaan:capaian", args=[bukti.capaian_id])
    if bukti.periode_id is None:
        return reverse("pelaksanaan:saya")
    skp = kerja.skp_berlaku(penugasan_id=bukti.penugasan_id, tahun=bukti.skp.tahun)
    return reverse("pelaksanaan:lembar", args=[skp.pk if skp else bukti.skp_id, bukti.periode_id])


@perlu_aktor
@require_safe
@dengan_bukti
def berkas(request: HttpRequest, bukti: BuktiDukung) -> HttpResponseBase:
    """The stored bytes: shown in place, or kept with ``?unduh=ya``; no script of it ever runs."""
    if bukti.berkas is None:
        raise Http404
    jenis = bukti.berkas.jenis_isi
    unduh = "unduh" in request.GET or jenis not in TAMPIL
    jawaban = HttpResponse(
        baca_berkas(bukti.berkas),
        content_type=jenis if jenis in TAMPIL else "application/octet-stream",
    )
    cara = "attachment" if unduh else "inline"
    jawaban["Content-Disposition"] = f"{cara}; filename*=UTF-8''{quote(bukti.berkas.nama)}"
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cross-Origin-Resource-Policy"] = "same-origin"
    # A PDF viewer is an embedded object with its own styles; nothing else may be loaded or run.
    jawaban["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
        + ("object-src 'self'" if jenis == "application/pdf" else "sandbox")
    )
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@perlu_aktor
@dengan_bukti
@require_POST
@idempoten
def tarik(request: HttpRequest, bukti: BuktiDukung) -> HttpResponseBase:
    """Withdraw one piece of evidence."""
    aktor = aktor_wajib(request)
    services.tarik_bukti(aktor=aktor, bukti=bukti, pada=aktor.hari_ini)
    kabari(request, _("Bukti ditarik."))
    return redirect(tujuan_bukti(bukti))
