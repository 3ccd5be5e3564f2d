"""The dashboard of a unit and the lists behind its numbers."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core.lembar import JENIS_XLSX
from tera.dasbor.kata import KATA
from tera.dasbor.lembar import buat_lembar
from tera.dasbor.selectors.cakupan import LetakDasbor
from tera.dasbor.selectors.daftar import BARIS, DAFTAR_UKURAN
from tera.dasbor.selectors.opd import dasbor_opd, jalur_opd_lain
from tera.dasbor.selectors.tren import BANYAK_TAHUN, BATAS_TERDAHULU
from tera.dasbor.selectors.tren import tren as tanya_tren
from tera.dasbor.tambahan import kartu_tambahan
from tera.dasbor.tampilan import konteks_dasbor, konteks_opd, tanya
from tera.dasbor.tampilan_daftar import daftar_baris
from tera.dasbor.tampilan_tren import konteks_tren
from tera.dasbor.views.alat import NAV, hitung, permintaan, permintaan_atau_404
from tera.evaluasi.selectors.hasil import predikat_terdahulu


@require_safe
@perlu_aktor
def unit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The unit's numbers, charts, what waits, the units below."""
    minta = permintaan(request, pk)
    if isinstance(minta, LetakDasbor):
        return render_laman(request, "dasbor/kosong.html", {"unit": minta.unit}, nav=NAV)
    konteks = konteks_dasbor(
        hasil=hitung(minta), letak=minta.letak, pilihan=minta.pilihan, pada=minta.pada
    )
    return render_laman(request, "dasbor/unit.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest, pk: int, ukuran: str) -> HttpResponse:
    """The people or documents behind one number."""
    if ukuran not in DAFTAR_UKURAN:
        raise Http404
    minta = permintaan_atau_404(request, pk)
    sendiri = request.GET.get("opd") == "1"
    if sendiri:
        minta = replace(minta, tanpa=jalur_opd_lain(minta.letak.unit))
    satu = DAFTAR_UKURAN[ukuran]
    penomor: Paginator[Any] = Paginator(satu.daftar(minta), BARIS)
    halaman = penomor.get_page(request.GET.get("halaman"))
    konteks = {
        "unit": minta.letak.unit,
        "pilihan": minta.pilihan,
        "periode": minta.pilihan.periode,
        "tanya": tanya(minta.pilihan),
        "kata": KATA[ukuran],
        "ukuran": ukuran,
        "sendiri": sendiri,
        "halaman": halaman,
        "jumlah": penomor.count,
        "baris": daftar_baris(halaman.object_list, satu.bentuk),
    }
    return render_laman(request, "dasbor/daftar.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def opd(request: HttpRequest, pk: int) -> HttpResponse:
    """Each OPD at and below a unit, side by side."""
    minta = permintaan_atau_404(request, pk)
    unit = minta.letak.unit
    hasil = dasbor_opd(unit=unit, pilihan=minta.pilihan, aturan=minta.aturan, pada=minta.pada)
    konteks = konteks_opd(hasil, unit, minta.pilihan) | {
        "unit": unit,
        "pilihan": minta.pilihan,
        "periode": minta.pilihan.periode,
        "tanya": tanya(minta.pilihan),
    }
    return render_laman(request, "dasbor/opd.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def tren(request: HttpRequest, pk: int) -> HttpResponse:
    """The numbers over years and over the parts of one year."""
    minta = permintaan_atau_404(request, pk)
    unit = minta.letak.unit
    tahun, bagian = tanya_tren(
        unit=unit, pilihan=minta.pilihan, aturan=minta.aturan, pada=minta.pada
    )
    terdahulu = {
        th: angka
        for th, angka in predikat_terdahulu(
            unit=unit,
            dari_tahun=minta.pilihan.tahun - BANYAK_TAHUN + 1,
            sampai_tahun=minta.pilihan.tahun,
            pada=minta.pada,
        ).items()
        if angka.total() >= BATAS_TERDAHULU
    }
    konteks = konteks_tren(tahun=tahun, bagian=bagian, terdahulu=terdahulu)
    konteks |= {"unit": unit, "pilihan": minta.pilihan, "tanya": tanya(minta.pilihan)}
    konteks["tambahan"] = kartu_tambahan(minta)
    return render_laman(request, "dasbor/tren.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def unduh(request: HttpRequest, pk: int) -> HttpResponse:
    """The same numbers as a spreadsheet."""
    minta = permintaan_atau_404(request, pk)
    nama = f"dasbor-{minta.letak.unit.pk}-{minta.pilihan.periode.pk}.xlsx"
    return unduh_isi(buat_lembar(hitung(minta)), JENIS_XLSX, nama)
