"""The five anonymous questions: answer, read the frozen result and the instansi's answer."""

import inspect
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.dialog import services
from tera.dialog.forms import ProsesForm, TanggapanForm
from tera.dialog.models import HasilProses, JawabanProses
from tera.dialog.permissions import PEMANTAU, PENANGGAP
from tera.dialog.proses import BUTIR, K_TERKECIL
from tera.dialog.selectors.proses import (
    berpertemuan,
    hasil_proses,
    masa_banyak,
    masa_proses,
    periode_proses,
    sudah_menjawab,
    tanggapan,
)
from tera.dialog.views.alat import periode_atau_404, tempel
from tera.organisasi.permissions import boleh_petugas, peran_petugas


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The years: whether the questions are open, answered, frozen."""
    aktor = aktor_wajib(request)
    sudah = sudah_menjawab(aktor=aktor)
    beku = set(
        HasilProses.objects.filter(instansi_id=aktor.instansi_id)
        .values_list("periode_id", flat=True)
        .distinct()
    )
    baris = []
    daftar_periode = list(periode_proses(aktor=aktor)[:5])
    daftar_masa = masa_banyak(daftar=daftar_periode, pada=aktor.hari_ini)
    for periode in daftar_periode:
        masa = daftar_masa[periode.pk]
        baris.append(
            {
                "periode": periode,
                "masa": masa,
                "terbuka": masa.terbuka,
                "sudah": periode.pk in sudah,
                "beku": periode.pk in beku,
            }
        )
    konteks = {
        "baris": baris,
        "k": K_TERKECIL,
        "pemantau": bool(peran_petugas(aktor=aktor, pada=aktor.hari_ini) & set(PEMANTAU)),
    }
    return render_laman(request, "dialog/proses.html", konteks, nav="dialog")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
def jawab(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer once; nothing typed is kept on the server, on the device or with a key."""
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, pk)
    masa = masa_proses(periode=periode, pada=aktor.hari_ini)
    form = ProsesForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() or not masa.terbuka:
            try:
                services.jawab_proses(
                    aktor=aktor, periode=periode, jawaban=form.cleaned_data, pada=aktor.hari_ini
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Terima kasih. Jawaban Anda sudah dihitung."))
                return redirect("dialog:proses")
    konteks = {
        "periode": periode,
        "terbuka": masa.terbuka,
        "batas": tulis_tanggal(masa.selesai),
        "sudah": periode.pk in sudah_menjawab(aktor=aktor),
        "form": form,
        "bidang": [form[butir] for butir in BUTIR],
        "k": K_TERKECIL,
    }
    return render_laman(request, "dialog/proses_jawab.html", konteks, nav="dialog", status=status)


# A key would keep, beside the account, a digest of five answers: few enough to be guessed.
inspect.unwrap(jawab).tanpa_kunci = "sekali per orang dijaga tabel keikutsertaan"


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def hasil(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The frozen result per unit, for everybody of the instansi; an officer answers by POST."""
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, pk)
    form = TanggapanForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if not boleh_petugas(aktor=aktor, unit=None, pada=aktor.hari_ini, peran=PENANGGAP):
            raise TidakBerwenangError(
                _("Tanggapan instansi ditulis pengelola kinerja atau pejabat pembina instansi.")
            )
        status = 422
        if form.is_valid():
            try:
                services.tanggapi_proses(
                    aktor=aktor, periode=periode, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Tanggapan terbit. Semua pegawai bisa membacanya."))
                selesaikan_draf(request, f"tanggapan-{pk}")
                return redirect("dialog:proses_hasil", pk=pk)
    masa = masa_proses(periode=periode, pada=aktor.hari_ini)
    semua = hasil_proses(aktor=aktor, periode=periode)
    halaman = Paginator(semua, 15).get_page(request.GET.get("halaman"))
    konteks = {
        "periode": periode,
        "tutup": masa.tutup,
        "batas": tulis_tanggal(masa.selesai),
        "halaman": halaman,
        "daftar": [_unit(satu) for satu in halaman],
        "tanggapan": tanggapan(aktor=aktor, periode=periode),
        "boleh_tanggap": boleh_petugas(
            aktor=aktor, unit=None, pada=aktor.hari_ini, peran=PENANGGAP
        ),
        "form": form,
        "k": K_TERKECIL,
    }
    return render_laman(request, "dialog/proses_hasil.html", konteks, nav="dialog", status=status)


def _unit(satu: HasilProses) -> dict[str, Any]:
    pilihan = list(JawabanProses.Pilihan)
    return {
        "nama": satu.nama_unit,
        "jumlah": satu.jumlah,
        "label": [str(teks) for teks in BUTIR.values()],
        "seri": [
            (str(kata.label), [satu.isi.get(butir, {}).get(kata.value, 0) for butir in BUTIR])
            for kata in pilihan
        ],
    }


@require_safe
@perlu_aktor
def pantau(request: HttpRequest, pk: int) -> HttpResponseBase:
    """How many people per unit had a meeting this period: counts only, never fewer than k."""
    aktor = aktor_wajib(request)
    periode = periode_atau_404(request, pk)
    if not peran_petugas(aktor=aktor, pada=aktor.hari_ini) & set(PEMANTAU):
        raise TidakBerwenangError(
            _("Hitungan pertemuan per unit dibaca pengelola kinerja dan auditor.")
        )
    daftar = berpertemuan(aktor=aktor, periode=periode, pada=aktor.hari_ini)
    halaman = Paginator(daftar, 50).get_page(request.GET.get("halaman"))
    konteks = {
        "periode": periode,
        "halaman": halaman,
        "baris": [
            {"unit": unit, "orang": satu.jumlah, "bertemu": satu.isi["bertemu"]["ya"]}
            for unit, satu in halaman
        ],
        "k": K_TERKECIL,
    }
    return render_laman(request, "dialog/pantau.html", konteks, nav="dialog")
