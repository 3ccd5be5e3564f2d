"""Achievements: one's own list, one sheet each, verified or returned by the penilai."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.format import tulis_angka
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.workflow import aksi_tersedia, riwayat
from tera.pelaksanaan import services
from tera.pelaksanaan.forms import CapaianForm, KembalikanForm
from tera.pelaksanaan.models import CapaianPegawai
from tera.pelaksanaan.selectors import kerja
from tera.pelaksanaan.selectors.tim import memimpin_kerja
from tera.pelaksanaan.views.alat import (
    NADA_STATUS,
    NAV,
    angka_bulat,
    dengan_capaian,
    kabari,
    peran_lembar,
    skp_atau_404,
)
from tera.skp.models import SKP


@perlu_aktor
@require_safe
def daftar(request: HttpRequest) -> HttpResponseBase:
    """My achievements, the newest first."""
    aktor = aktor_wajib(request)
    skp = next(
        (s for s in kerja.skp_kerja(aktor=aktor) if s.mulai <= aktor.hari_ini <= s.selesai), None
    )
    konteks = {
        "daftar": CapaianPegawai.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .select_related("pemeriksa")
        .prefetch_related("daftar_bukti"),
        "skp": skp,
        "nada": NADA_STATUS,
        "memimpin": memimpin_kerja(aktor=aktor),
        "tab": "capaian",
    }
    return render_laman(request, "pelaksanaan/capaian_daftar.html", konteks, nav=NAV)


def _isi(form: CapaianForm) -> services.IsiCapaian:
    isi = dict(form.cleaned_data)
    return services.IsiCapaian(rhk_kunci=isi.pop("rhk"), revisi=isi.pop("revisi") or 0, **isi)


@perlu_aktor
@idempoten
def baru(request: HttpRequest, skp_pk: int) -> HttpResponseBase:
    """Report an achievement."""
    aktor = aktor_wajib(request)
    skp = skp_atau_404(request, skp_pk)
    if "pegawai" not in peran_lembar(request, skp):
        raise Http404
    kirim = request.method == "POST"
    form = CapaianForm(
        request.POST if kirim else None,
        initial={"tanggal": aktor.hari_ini},
        daftar_rhk=list(skp.daftar_rhk.all()),
    )
    draf = f"capaian-baru-{skp.pk}"
    status = 422 if kirim else 200
    if kirim and form.is_valid():
        try:
            satu, tanda = services.laporkan_capaian(
                aktor=aktor, skp=skp, isi=_isi(form), pada=aktor.hari_ini
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = galat.status
        else:
            kabari(request, _("Capaian dilaporkan. Lampirkan buktinya di sini."), tanda)
            selesaikan_draf(request, draf)
            return redirect("pelaksanaan:capaian", pk=satu.pk)
    return _form(request, skp, form, draf, status)


def _form(
    request: HttpRequest,
    skp: SKP,
    form: CapaianForm,
    draf: str,
    status: int,
    capaian: CapaianPegawai | None = None,
) -> HttpResponseBase:
    konteks = {"skp": skp, "form": form, "draf": draf, "capaian": capaian}
    return render_laman(request, "pelaksanaan/capaian_form.html", konteks, nav=NAV, status=status)


@perlu_aktor
@dengan_capaian
@idempoten
def ubah(request: HttpRequest, capaian: CapaianPegawai) -> HttpResponseBase:
    """Correct an achievement."""
    aktor = aktor_wajib(request)
    if "pegawai" not in peran_lembar(request, capaian.skp):
        raise Http404
    kirim = request.method == "POST"
    skp = kerja.skp_berlaku(penugasan_id=capaian.penugasan_id, tahun=capaian.skp.tahun)
    form = CapaianForm(
        request.POST if kirim else None,
        initial={
            "judul": capaian.judul,
            "rhk": capaian.rhk_kunci or "",
            "tanggal": capaian.tanggal,
            "keadaan_sebelum": capaian.keadaan_sebelum,
            "keadaan_sesudah": capaian.keadaan_sesudah,
            "nilai_sebelum": _angka(capaian.nilai_sebelum),
            "nilai_sesudah": _angka(capaian.nilai_sesudah),
            "satuan": capaian.satuan,
            "cara": capaian.cara,
            "revisi": capaian.revisi,
        },
        daftar_rhk=list((skp or capaian.skp).daftar_rhk.all()),
    )
    draf = f"capaian-{capaian.pk}"
    status = 422 if kirim else 200
    if kirim and form.is_valid():
        try:
            _satu, tanda = services.perbaiki_capaian(
                aktor=aktor, capaian=capaian, isi=_isi(form), pada=aktor.hari_ini
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = galat.status
        else:
            kabari(request, _("Capaian dikirim lagi."), tanda)
            selesaikan_draf(request, draf)
            return redirect("pelaksanaan:capaian", pk=capaian.pk)
    return _form(request, capaian.skp, form, draf, status, capaian)


def _angka(nilai: Any) -> str:
    return "" if nilai is None else tulis_angka(nilai)


@perlu_aktor
@require_safe
@dengan_capaian
def rincian(request: HttpRequest, capaian: CapaianPegawai) -> HttpResponseBase:
    """One achievement with its evidence and history."""
    return _rincian(request, capaian, KembalikanForm())


def _rincian(
    request: HttpRequest, capaian: CapaianPegawai, form: KembalikanForm, status: int = 200
) -> HttpResponseBase:
    peran = peran_lembar(request, capaian.skp)
    rhk = (
        capaian.skp.daftar_rhk.filter(kunci=capaian.rhk_kunci).first()
        if capaian.rhk_kunci
        else None
    )
    konteks = {
        "capaian": capaian,
        "skp": capaian.skp,
        "rhk": rhk,
        "daftar_bukti": capaian.daftar_bukti.filter(ditarik_at__isnull=True),
        "nada": NADA_STATUS[capaian.status],
        "milik": "pegawai" in peran,
        "aksi": {
            langkah.aksi
            for langkah in aksi_tersedia(
                jenis="capaian_pegawai", status=capaian.status, daftar_peran=peran
            )
        },
        "riwayat": riwayat(jenis="capaian_pegawai", objek_id=capaian.pk),
        "form": form,
        "zona": aktor_wajib(request).zona,
    }
    return render_laman(request, "pelaksanaan/capaian.html", konteks, nav=NAV, status=status)


@perlu_aktor
@dengan_capaian
@require_POST
@idempoten
def verifikasi(request: HttpRequest, capaian: CapaianPegawai) -> HttpResponseBase:
    """Confirm an achievement."""
    aktor = aktor_wajib(request)
    hasil = services.verifikasi_capaian(
        aktor=aktor,
        capaian=capaian,
        pada=aktor.hari_ini,
        revisi=angka_bulat(request.POST.get("revisi")),
    )
    pesan = _("Capaian %(nama)s diverifikasi.") % {"nama": capaian.pegawai.nama_lengkap}
    kabari(request, pesan, hasil.tanda_terima)
    return redirect("pelaksanaan:capaian", pk=capaian.pk)


@perlu_aktor
@dengan_capaian
@require_POST
@idempoten
def kembalikan(request: HttpRequest, capaian: CapaianPegawai) -> HttpResponseBase:
    """Return an achievement with a note."""
    aktor = aktor_wajib(request)
    if "penilai" not in peran_lembar(request, capaian.skp):
        raise TidakBerwenangError(_("Capaian hanya dikembalikan pejabat penilai pegawai ini."))
    form = KembalikanForm(request.POST)
    form.is_valid()
    try:
        hasil = services.kembalikan_capaian(
            aktor=aktor,
            capaian=capaian,
            catatan=form.cleaned_data.get("catatan", ""),
            pada=aktor.hari_ini,
        )
    except MasukanSalahError as galat:
        if not form.errors:
            form.tempel(galat)
        return _rincian(request, capaian, form, 422)
    pesan = _("Capaian %(nama)s dikembalikan.") % {"nama": capaian.pegawai.nama_lengkap}
    kabari(request, pesan, hasil.tanda_terima)
    return redirect("pelaksanaan:capaian", pk=capaian.pk)
