"""One evaluation: the rater's workspace, or the result; rating, setting, receiving."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.evaluasi import selectors, services
from tera.evaluasi.forms import PenilaianForm
from tera.evaluasi.models import Evaluasi, LevelRating
from tera.evaluasi.services.penilaian import catat_baca, pastikan_penilai
from tera.evaluasi.tampilan.daftar import konteks_daftar
from tera.evaluasi.tampilan.dasar import kunci_draf
from tera.evaluasi.tampilan.rincian import konteks_rahasia, konteks_rincian, masih_rahasia
from tera.evaluasi.tampilan.ruang import form_penilaian, konteks_ruang
from tera.evaluasi.views.alat import (
    evaluasi_atau_404,
    kunci_urutan,
    masih_buta,
    peran_dan_aksi,
    periode_dinilai_atau_404,
    sesi,
)
from tera.pelaksanaan.selectors import bahan_evaluasi
from tera.skp.selectors import skp_terlihat

MENILAI = frozenset({"nilai", "ubah_nilai"})


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """My results and swakaji, and the rounds in which I rate others or set a unit's capaian."""
    return render_laman(
        request, "evaluasi/daftar.html", konteks_daftar(aktor=aktor_wajib(request)), nav="evaluasi"
    )


@require_POST
@perlu_aktor
@idempoten
def buka(request: HttpRequest, skp_pk: int, periode_pk: int) -> HttpResponseBase:
    """Open one person's evaluation: the rater to rate, the person to write the swakaji."""
    aktor = aktor_wajib(request)
    skp = get_object_or_404(skp_terlihat(aktor=aktor), pk=skp_pk)
    evaluasi = services.buka_evaluasi(
        aktor=aktor,
        skp=skp,
        periode=periode_dinilai_atau_404(request, periode_pk),
        pada=aktor.hari_ini,
    )
    if evaluasi.pegawai_id == aktor.pegawai_id:
        return redirect("evaluasi:swakaji", pk=evaluasi.pk)
    return redirect("evaluasi:rincian", pk=evaluasi.pk)


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The rater's workspace, or the result for its owner and those who may read it."""
    return _render(request, evaluasi_atau_404(request, pk))


def _render(
    request: HttpRequest, evaluasi: Evaluasi, form: PenilaianForm | None = None, status: int = 200
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    peran, aksi = peran_dan_aksi(request, evaluasi)
    kertas = selectors.kertas_evaluasi(evaluasi=evaluasi, pada=aktor.hari_ini)
    if masih_buta(evaluasi, peran, kertas):
        return redirect("evaluasi:tanda_buta", pk=evaluasi.pk)
    if masih_rahasia(aktor=aktor, evaluasi=evaluasi):
        konteks = konteks_rahasia(aktor=aktor, evaluasi=evaluasi, kertas=kertas)
        return render_laman(
            request, "evaluasi/rincian.html", konteks, nav="evaluasi", status=status
        )
    bahan = bahan_evaluasi(skp=evaluasi.skp, periode=evaluasi.periode)
    if aksi & MENILAI:
        catat_baca_sekali(request, evaluasi)
        if form is None:
            form = form_penilaian(
                evaluasi=evaluasi, bahan=bahan, kertas=kertas, pada=aktor.hari_ini
            )
            if f"ruang-{evaluasi.pk}" in request.session:
                form.initial |= request.session.pop(f"ruang-{evaluasi.pk}")
        konteks = konteks_ruang(
            aktor=aktor,
            evaluasi=evaluasi,
            bahan=bahan,
            kertas=kertas,
            form=form,
            aksi=aksi,
            letak=letak_putaran(request, evaluasi),
        )
        return render_laman(request, "evaluasi/ruang.html", konteks, nav="evaluasi", status=status)
    konteks = konteks_rincian(
        aktor=aktor, evaluasi=evaluasi, bahan=bahan, kertas=kertas, peran=peran, aksi=aksi
    )
    return render_laman(request, "evaluasi/rincian.html", konteks, nav="evaluasi", status=status)


def catat_baca_sekali(request: HttpRequest, evaluasi: Evaluasi) -> None:
    """Record the reading; the session remembers, so that a page seen again writes nothing."""
    dibaca = request.session.get("evaluasi_dibaca", [])
    if evaluasi.pk in dibaca:
        return
    catat_baca(aktor=aktor_wajib(request), evaluasi=evaluasi, sesi=sesi(request))
    request.session["evaluasi_dibaca"] = [*dibaca, evaluasi.pk][-500:]


def letak_putaran(request: HttpRequest, evaluasi: Evaluasi) -> dict[str, Any]:
    """Where this person stands in the round as it was last shown: no query."""
    urutan = request.session.get(kunci_urutan(evaluasi.periode_id), [])
    if evaluasi.pk not in urutan:
        return {"sebelum": None, "berikut": None, "nomor": 0, "jumlah": len(urutan)}
    letak = urutan.index(evaluasi.pk)
    return {
        "sebelum": urutan[letak - 1] if letak else None,
        "berikut": urutan[letak + 1] if letak + 1 < len(urutan) else None,
        "nomor": letak + 1,
        "jumlah": len(urutan),
    }


@require_POST
@perlu_aktor
@idempoten
def nilai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Save the marks and both ratings; with ``aksi=catatan`` the marks alone."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    peran, _aksi = peran_dan_aksi(request, evaluasi)
    pastikan_penilai(peran=peran)
    kertas = selectors.kertas_evaluasi(evaluasi=evaluasi, pada=aktor.hari_ini)
    bahan = bahan_evaluasi(skp=evaluasi.skp, periode=evaluasi.periode)
    form = form_penilaian(
        evaluasi=evaluasi, bahan=bahan, kertas=kertas, pada=aktor.hari_ini, data=request.POST
    )
    catatan_saja = request.POST.get("aksi") == "catatan"
    lengkap = form.is_valid()
    try:
        if catatan_saja:
            services.tandai_evaluasi(
                aktor=aktor, evaluasi=evaluasi, tanda=form.tanda(), pada=aktor.hari_ini
            )
            messages.success(request, _("Catatan kerja tersimpan. Sarannya ada di bawah catatan."))
            # What else was typed comes back with the page, beside the suggestion.
            request.session[f"ruang-{pk}"] = {
                nama: request.POST[nama]
                for nama in form.fields
                if nama in request.POST and nama != "revisi"
            }
            return redirect("evaluasi:rincian", pk=pk)
        if not lengkap:
            return _render(request, evaluasi, form, 422)
        hasil = services.nilai_evaluasi(
            aktor=aktor,
            evaluasi=evaluasi,
            pada=aktor.hari_ini,
            predikat=request.POST.get("predikat", ""),
            **form.isi(),
        )
    except MasukanSalahError as galat:
        form.tempel(galat)
        return _render(request, evaluasi, form, 422)
    except StatusTidakSesuaiError as galat:
        form.tempel(galat)
        return _render(request, evaluasi, form, 409)
    messages.success(
        request,
        _("Penilaian %(nama)s tersimpan. Tanda terima %(nomor)s.")
        % {"nama": evaluasi.pegawai.nama_lengkap, "nomor": hasil.tanda_terima.nomor},
    )
    selesaikan_draf(request, kunci_draf(pk))
    if request.POST.get("aksi") == "lanjut":
        return _lanjut(request, evaluasi)
    return redirect("evaluasi:rincian", pk=pk)


def _lanjut(request: HttpRequest, evaluasi: Evaluasi) -> HttpResponseBase:
    """Go to the next person of the round, or back to the round."""
    berikut = letak_putaran(request, evaluasi)["berikut"]
    if berikut is not None:
        return redirect("evaluasi:rincian", pk=berikut)
    return redirect("evaluasi:tim", periode_pk=evaluasi.periode_id)


@require_POST
@perlu_aktor
@idempoten
def sesuai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Rate *sesuai* and *sesuai* the person that was opened, then go on to the next."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    peran, _aksi = peran_dan_aksi(request, evaluasi)
    pastikan_penilai(peran=peran)
    hasil = services.nilai_sesuai_yang_dibaca(
        aktor=aktor, daftar=[evaluasi], sesi=sesi(request), pada=aktor.hari_ini
    )
    if hasil.ditolak:
        messages.error(request, hasil.ditolak[0][1])
        return _render(request, evaluasi_atau_404(request, pk), status=409)
    messages.success(
        request,
        _("%(nama)s: %(level)s untuk keduanya. Tanda terima %(nomor)s.")
        % {
            "nama": evaluasi.pegawai.nama_lengkap,
            "level": LevelRating.SESUAI.label,
            "nomor": hasil.berhasil[0][1],
        },
    )
    selesaikan_draf(request, kunci_draf(pk))
    return _lanjut(request, evaluasi)


@require_POST
@perlu_aktor
@idempoten
def setujui(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Counter-sign as atasan penilai."""
    aktor = aktor_wajib(request)
    services.setujui_penilaian(
        aktor=aktor, evaluasi=evaluasi_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(request, _("Penilaian ini Anda tanda tangani."))
    return redirect("evaluasi:rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Set the predikat."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    try:
        hasil = services.tetapkan_evaluasi(
            aktor=aktor,
            evaluasi=evaluasi,
            pada=aktor.hari_ini,
            predikat=request.POST.get("predikat", ""),
        )
    except StatusTidakSesuaiError as galat:
        messages.error(request, galat.pesan)
        return _render(request, evaluasi_atau_404(request, pk), status=409)
    messages.success(
        request,
        _("Predikat ditetapkan. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor},
    )
    return redirect("evaluasi:rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def terima(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record receipt: it starts the objection window and is not consent."""
    aktor = aktor_wajib(request)
    tanda = services.terima_evaluasi(
        aktor=aktor, evaluasi=evaluasi_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(
        request, _("Penerimaan tercatat. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
    )
    return redirect("evaluasi:rincian", pk=pk)
