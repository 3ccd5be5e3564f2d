"""Importing the jenjang of many JF: the sheet to fill in, its check, then the import."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.angka_kredit.forms import UnggahJFForm
from tera.angka_kredit.models import PilihanJenjang
from tera.angka_kredit.permissions import jalur_pengelola
from tera.angka_kredit.selectors.unit import lembar_kosong
from tera.angka_kredit.services.baca_impor import KOLOM, HasilImporJF, baca_berkas
from tera.angka_kredit.services.impor import buka, impor_jf, segel
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_XLSX, tulis_xlsx

#: Faults shown on the page; a file with more is broken in one and the same way.
BATAS_TEMUAN = 100


def _pengelola(request: HttpRequest) -> Aktor:
    aktor = aktor_wajib(request)
    if not jalur_pengelola(aktor=aktor, pada=aktor.hari_ini):
        raise Http404
    return aktor


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponseBase:
    """Check a file and show what it would do; a second step imports exactly what was checked."""
    aktor = _pengelola(request)
    if "segel" in request.POST:
        return _simpan(request, aktor)
    form = UnggahJFForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
    )
    if request.method != "POST" or not form.is_valid():
        return _tampil(request, form, status=422 if form.is_bound else 200)
    berkas = form.cleaned_data["berkas"]
    try:
        bacaan = baca_berkas(nama=berkas.name, isi=berkas.read())
    except MasukanSalahError as galat:
        form.add_error("berkas", galat.pesan)
        return _tampil(request, form, status=422)
    hasil = impor_jf(
        aktor=aktor, bacaan=bacaan, sumber=berkas.name, pada=aktor.hari_ini, periksa=True
    )
    bersih = not hasil.rincian and hasil.diterima
    return _tampil(
        request,
        UnggahJFForm(),
        hasil,
        nama=berkas.name,
        segelan=segel(aktor=aktor, nama=berkas.name, bacaan=bacaan) if bersih else "",
        status=422 if hasil.rincian else 200,
    )


def _simpan(request: HttpRequest, aktor: Aktor) -> HttpResponse:
    form = UnggahJFForm()
    try:
        nama, bacaan = buka(aktor=aktor, segelan=request.POST["segel"])
        hasil = impor_jf(aktor=aktor, bacaan=bacaan, sumber=nama, pada=aktor.hari_ini)
    except (MasukanSalahError, StatusTidakSesuaiError) as galat:
        messages.error(request, galat.pesan)
        return redirect("angka_kredit:impor")
    if hasil.rincian:
        # Something changed since the check.
        return _tampil(request, form, hasil, nama=nama, status=422)
    messages.success(
        request,
        _(
            "%(n)s jenjang tercatat. Pegawainya mendapat kabar, dan hasil yang final sejak TMT-nya "
            "diusulkan di belakang layar: muncul pada daftar penilai dalam beberapa menit."
        )
        % {"n": hasil.diterima},
    )
    return redirect("angka_kredit:unit")


def _tampil(
    request: HttpRequest,
    form: UnggahJFForm,
    hasil: HasilImporJF | None = None,
    *,
    nama: str = "",
    segelan: str = "",
    status: int = 200,
) -> HttpResponse:
    konteks: dict[str, Any] = {
        "form": form,
        "hasil": hasil,
        "nama": nama,
        "segel": segelan,
        "temuan": hasil.rincian[:BATAS_TEMUAN] if hasil else [],
        "per_jenjang": [
            (str(PilihanJenjang(kunci).label), jumlah)
            for kunci, jumlah in hasil.per_jenjang.items()
        ]
        if hasil
        else [],
    }
    return render_laman(
        request, "angka_kredit/impor.html", konteks, nav="tindak_lanjut", status=status
    )


@require_safe
@perlu_aktor
def lembar(request: HttpRequest) -> HttpResponse:
    """The sheet to fill in: the JF of one's units whose jenjang nobody recorded yet."""
    aktor = _pengelola(request)
    isi = tulis_xlsx(
        judul="Jenjang JF",
        kolom=["Nama", *(daftar[0] for daftar in KOLOM.values())],
        baris=lembar_kosong(aktor=aktor, kolom=list(KOLOM)),
    )
    return unduh_isi(isi, JENIS_XLSX, "jenjang-jf.xlsx")
