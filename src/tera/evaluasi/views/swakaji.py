"""The person's swakaji, and the blind marks of the atasan penilai."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.evaluasi import selectors, services
from tera.evaluasi.forms import SwakajiForm, TandaButaForm
from tera.evaluasi.models import CatatanKerja, Evaluasi
from tera.evaluasi.services.swakaji import IsiSwakaji
from tera.evaluasi.tampilan.ruang import (
    awal_tanda,
    baris_bahan,
    baris_perilaku,
    batas_swakaji,
    daftar_tanda,
    daftar_tanda_perilaku,
)
from tera.evaluasi.views.alat import evaluasi_atau_404, masih_buta, peran_dan_aksi
from tera.pelaksanaan.selectors import bahan_evaluasi

MASIH_TERBUKA = (Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI)


def kunci_draf_swakaji(pk: int) -> str:
    """Return the key under which the typed swakaji is kept."""
    return f"swakaji-{pk}"


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def swakaji(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Write, keep and send one's own look at the period."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    if evaluasi.pegawai_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Swakaji hanya ditulis pegawai yang dinilai."))
    pada = aktor.hari_ini
    kertas = selectors.kertas_evaluasi(evaluasi=evaluasi, pada=pada, draf=True)
    bahan = bahan_evaluasi(skp=evaluasi.skp, periode=evaluasi.periode)
    lama = getattr(evaluasi, "swakaji", None)
    form = SwakajiForm(
        request.POST if request.method == "POST" else None,
        daftar_tanda=daftar_tanda(bahan=bahan, pada=pada),
        initial={
            **awal_tanda(kertas.oleh(CatatanKerja.Oleh.PEGAWAI)),
            "ringkasan": lama.ringkasan if lama else "",
            "kendala": lama.kendala if lama else "",
            "kebutuhan": lama.kebutuhan if lama else "",
            "revisi": lama.revisi if lama else 0,
        },
    )
    status = 200
    if request.method == "POST":
        jawaban, status = _terima(request, evaluasi, form)
        if jawaban is not None:
            return jawaban
    batas = batas_swakaji(evaluasi=evaluasi, kertas=kertas)
    konteks: dict[str, Any] = {
        "evaluasi": evaluasi,
        "form": form,
        "kunci_draf": kunci_draf_swakaji(pk),
        "terkirim": lama.dikirim_at if lama else None,
        "terbuka": evaluasi.status in MASIH_TERBUKA,
        "batas": batas,
        "lewat": pada > batas,
        "zona": aktor.zona,
        "daftar_rhk": baris_bahan(bahan=bahan, kertas=kertas, form=form, diri=False, umpan=True),
        "perilaku": baris_perilaku(
            kertas=kertas, form=form, pada=pada, mulai=evaluasi.skp.mulai, siapa=(), umpan=True
        ),
    }
    return render_laman(request, "evaluasi/swakaji.html", konteks, nav="evaluasi", status=status)


def _terima(
    request: HttpRequest, evaluasi: Evaluasi, form: SwakajiForm
) -> tuple[HttpResponseBase | None, int]:
    aktor = aktor_wajib(request)
    if not form.is_valid():
        return None, 422
    isi = IsiSwakaji(
        ringkasan=form.cleaned_data["ringkasan"],
        kendala=form.cleaned_data["kendala"],
        kebutuhan=form.cleaned_data["kebutuhan"],
        tanda=form.tanda(),
        revisi=form.cleaned_data["revisi"],
    )
    try:
        if request.POST.get("aksi") == "simpan":
            services.simpan_swakaji(aktor=aktor, evaluasi=evaluasi, isi=isi, pada=aktor.hari_ini)
            messages.success(
                request, _("Tersimpan sebagai draf. Penilai baru membacanya setelah Anda kirim.")
            )
        else:
            _satu, tanda = services.kirim_swakaji(
                aktor=aktor, evaluasi=evaluasi, isi=isi, pada=aktor.hari_ini
            )
            messages.success(
                request, _("Swakaji terkirim. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
            )
    except MasukanSalahError as galat:
        form.tempel(galat)
        return None, 422
    except StatusTidakSesuaiError as galat:
        form.tempel(galat)
        return None, 409
    selesaikan_draf(request, kunci_draf_swakaji(evaluasi.pk))
    return redirect("evaluasi:swakaji", pk=evaluasi.pk), 302


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tanda_buta(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Seven marks by the atasan penilai, beside the material and nothing of the rater's."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    peran, _aksi = peran_dan_aksi(request, evaluasi)
    if "atasan_penilai" not in peran:
        raise TidakBerwenangError(_("Tanda ini hanya dari atasan pejabat penilai."))
    pada = aktor.hari_ini
    kertas = selectors.kertas_evaluasi(evaluasi=evaluasi, pada=pada)
    if request.method != "POST" and not masih_buta(evaluasi, peran, kertas):
        return redirect("evaluasi:rincian", pk=pk)
    form = TandaButaForm(
        request.POST if request.method == "POST" else None,
        daftar_tanda=daftar_tanda_perilaku(pada=pada),
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                tanda = services.tandai_buta(
                    aktor=aktor, evaluasi=evaluasi, tanda=form.tanda(), pada=pada
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                messages.success(
                    request, _("Tanda tersimpan. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
                )
                return redirect("evaluasi:rincian", pk=pk)
    bahan = bahan_evaluasi(skp=evaluasi.skp, periode=evaluasi.periode)
    konteks = {
        "evaluasi": evaluasi,
        "form": form,
        "daftar_rhk": baris_bahan(bahan=bahan, kertas=kertas, form=None, diri=False),
        "capaian_pegawai": bahan.daftar_capaian,
        "perilaku": baris_perilaku(
            kertas=kertas, form=form, pada=pada, mulai=evaluasi.skp.mulai, siapa=()
        ),
    }
    return render_laman(request, "evaluasi/buta.html", konteks, nav="evaluasi", status=status)
