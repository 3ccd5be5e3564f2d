"""A result spoken about: meetings on it, questions, the thread; its fragment beside the result."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.aktor import Aktor
from tera.core.clock import singkatan_zona
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.dialog import selectors, services
from tera.dialog.forms import JawabForm, TanyaForm
from tera.dialog.models import Pertemuan
from tera.dialog.selectors.pertemuan import pertemuan_hasil
from tera.dialog.selectors.tanya import baris_hasil, pertanyaan_hasil, utas
from tera.dialog.services.pertemuan import BELUM_DISAMPAIKAN, BELUM_DITETAPKAN
from tera.dialog.tampilan import NADA, baris_pertanyaan, baris_pertemuan, masa_keberatan
from tera.dialog.views.alat import hasil_atau_404, tempel
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.tampilan.dasar import lencana_predikat


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def hasil(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Meetings and questions about one result; POST asks."""
    aktor = aktor_wajib(request)
    evaluasi, peran = hasil_atau_404(request, pk)
    disampaikan = evaluasi.status not in BELUM_DISAMPAIKAN
    boleh_tanya = "pegawai" in peran and disampaikan
    # Before delivery the person may not read a line of it.
    form = TanyaForm(
        request.POST if request.method == "POST" else None,
        daftar=baris_hasil(evaluasi=evaluasi) if disampaikan else [],
        initial={"baris": "umum:"},
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() or not boleh_tanya:
            try:
                satu = services.ajukan_pertanyaan(
                    aktor=aktor,
                    evaluasi=evaluasi,
                    baris=form.cleaned_data.get("baris", ""),
                    teks=form.cleaned_data.get("teks", ""),
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(
                    request,
                    _("Pertanyaan terkirim kepada %(nama)s.") % {"nama": satu.penilai.nama_lengkap},
                )
                selesaikan_draf(request, f"tanya-{pk}")
                return redirect("dialog:pertanyaan", pk=satu.pk)
    konteks = {
        **_ringkas(request, evaluasi, peran),
        "predikat": lencana_predikat(evaluasi.predikat) if disampaikan else None,
        "disampaikan": disampaikan,
        "keberatan": masa_keberatan(evaluasi, aktor.hari_ini),
        "boleh_tanya": boleh_tanya,
        "form": form,
    }
    return render_laman(request, "dialog/hasil.html", konteks, nav="dialog", status=status)


def _ringkas(request: HttpRequest, evaluasi: Evaluasi, peran: frozenset[str]) -> dict[str, Any]:
    aktor = aktor_wajib(request)
    belum = BELUM_DITETAPKAN if "penilai" in peran else BELUM_DISAMPAIKAN
    return {
        "evaluasi": evaluasi,
        "pertemuan": [
            baris_pertemuan(satu, aktor.pegawai_id)
            | {"sudah": satu.status == Pertemuan.Status.SELESAI, "ikut": _ikut(satu, aktor)}
            for satu in pertemuan_hasil(evaluasi=evaluasi)
        ],
        "pertanyaan": [
            baris_pertanyaan(satu, aktor.pegawai_id)
            for satu in pertanyaan_hasil(aktor=aktor, evaluasi=evaluasi)
        ],
        "boleh_jadwal": evaluasi.status not in belum and evaluasi.penilai_id is not None,
        "pegawai": "pegawai" in peran,
    }


def _ikut(pertemuan: Pertemuan, aktor: Aktor) -> bool:
    return aktor.pegawai_id in {pertemuan.pegawai_id, pertemuan.mitra_id}


@require_safe
@perlu_aktor
def ringkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The fragment beside the result: spoken about on which day, which questions are open."""
    evaluasi, peran = hasil_atau_404(request, pk)
    return render(request, "dialog/_dialog_hasil.html", _ringkas(request, evaluasi, peran))


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def pertanyaan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One thread; POST answers or asks again."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(selectors.pertanyaan_terlihat(aktor=aktor), pk=pk)
    form = JawabForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.kirim_jawaban(
                    aktor=aktor, pertanyaan=satu, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Terkirim. Pihak lain membacanya di beranda."))
                selesaikan_draf(request, f"jawab-{pk}")
                return redirect("dialog:pertanyaan", pk=pk)
    services.catat_dibaca(aktor=aktor, pertanyaan=satu)
    konteks = {
        "pertanyaan": satu,
        "penanya": satu.penanya_id == aktor.pegawai_id,
        "nada_status": NADA[satu.status],
        "utas": utas(pertanyaan=satu),
        "keberatan": masa_keberatan(satu.evaluasi, aktor.hari_ini),
        "zona_waktu": satu.instansi.zona,
        "zona": singkatan_zona(satu.instansi.zona),
        "form": form,
    }
    return render_laman(request, "dialog/pertanyaan.html", konteks, nav="dialog", status=status)
