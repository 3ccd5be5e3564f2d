"""Figures from another system, by page: check first, then write."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi.models import Periode
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.hasil import HasilImpor
from tera.pelaksanaan.forms import ImporRealisasiForm
from tera.pelaksanaan.services.impor import impor_realisasi

BATAS_TAMPIL = 200


@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponseBase:
    """Upload a sheet; with *periksa saja* nothing is written."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor realisasi"))
    daftar = list(
        Periode.objects.filter(instansi_id=aktor.instansi_id, mulai__lte=pada).order_by(
            "-tahun", "-mulai", "jenis"
        )[:40]
    )
    kirim = request.method == "POST"
    form = ImporRealisasiForm(
        request.POST if kirim else None, request.FILES if kirim else None, daftar_periode=daftar
    )
    hasil: HasilImpor | None = None
    if kirim and form.is_valid():
        isi = form.cleaned_data
        try:
            hasil = impor_realisasi(
                aktor=aktor,
                nama_berkas=isi["berkas"].name,
                isi=isi["berkas"].read(),
                periode=next(s for s in daftar if str(s.pk) == isi["periode"]),
                pada=pada,
                periksa=isi["periksa"],
                lewati_salah=isi["lewati_salah"],
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
    if hasil is not None and hasil.diimpor:
        messages.success(
            request,
            _("Impor selesai: %(baru)d realisasi baru, %(ubah)d berubah. %(tanda)s")
            % {
                "baru": hasil.perubahan["realisasi_baru"],
                "ubah": hasil.perubahan["realisasi_berubah"],
                "tanda": " ".join(hasil.catatan),
            },
        )
        return redirect("pelaksanaan:impor")
    gagal = bool(form.errors) or (hasil is not None and bool(hasil.ditolak))
    konteks = {
        "form": form,
        "hasil": hasil,
        "rincian": hasil.rincian[:BATAS_TAMPIL] if hasil else [],
        "sisa": max(0, len(hasil.rincian) - BATAS_TAMPIL) if hasil else 0,
    }
    return render_laman(
        request,
        "pelaksanaan/impor.html",
        konteks,
        nav="kelola",
        status=422 if kirim and gagal else 200,
    )
