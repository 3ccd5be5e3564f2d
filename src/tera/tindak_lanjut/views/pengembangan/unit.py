"""The training needs of a unit: the picture, the list behind a number, the sheet, the effect."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.antarmuka.unduh import unduh_isi
from tera.core.galat import TidakBerwenangError
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.organisasi.models import UnitKerja
from tera.organisasi.permissions import peran_petugas
from tera.tindak_lanjut.models import Kesenjangan
from tera.tindak_lanjut.permissions.pengembangan import PENYUSUN
from tera.tindak_lanjut.selectors.pengembangan import unit as tanya
from tera.tindak_lanjut.selectors.pengembangan.dampak import dampak_pelatihan
from tera.tindak_lanjut.selectors.pengembangan.jp import pemenuhan_jp_unit
from tera.tindak_lanjut.views.pengembangan.alat import halaman
from tera.tindak_lanjut.views.pengembangan.tampilan import nama_jenis, tahun_dipilih
from tera.tindak_lanjut.views.pengembangan.tampilan_pelatihan import tabel_dampak


def _unit(request: HttpRequest) -> UnitKerja:
    aktor = aktor_wajib(request)
    kata = request.GET.get("unit", "")
    pk = int(kata) if kata.isdecimal() and len(kata) < 19 else None
    satu = tanya.unit_kebutuhan(aktor=aktor, pk=pk, pada=aktor.hari_ini)
    if satu is None and pk is None:
        raise TidakBerwenangError(
            _("Kebutuhan pelatihan dibaca pimpinan unit dan pengelola kinerja unit itu.")
        )
    if satu is None:
        raise Http404
    return satu


@require_safe
@perlu_aktor
def kebutuhan(request: HttpRequest) -> HttpResponse:
    """Counts per need, kind and unit below; each leads to its list."""
    aktor = aktor_wajib(request)
    unit = _unit(request)
    tahun = tahun_dipilih(request, aktor.hari_ini)
    isi = tanya.kebutuhan_unit(unit=unit, tahun=tahun)
    label = dict(Kesenjangan.choices)
    konteks = {
        "unit": unit,
        "tahun": tahun,
        "isi": isi,
        "jp": pemenuhan_jp_unit(aktor=aktor, unit=unit, tahun=tahun, pada=aktor.hari_ini),
        "bagan": [(str(label[kata]), n) for kata, n in isi.per_kesenjangan.items()],
        "kesenjangan": [(kata, label[kata], n) for kata, n in isi.per_kesenjangan.items()],
        "jenis": [(kata, nama_jenis(kata, aktor.hari_ini), n) for kata, n in isi.per_jenis.items()],
        "tahun_lain": [n for n in (tahun - 1, tahun + 1) if n <= aktor.hari_ini.year + 1],
    }
    return halaman(request, "kebutuhan", konteks)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Who plans to learn what, until when."""
    aktor = aktor_wajib(request)
    unit = _unit(request)
    tahun = tahun_dipilih(request, aktor.hari_ini)
    semua = tanya.daftar_kebutuhan(unit=unit, tahun=tahun, **_saringan(request))
    isi = Paginator(semua, 50).get_page(request.GET.get("halaman"))
    konteks = {
        "unit": unit,
        "tahun": tahun,
        "halaman": isi,
        "daftar": [_baris(satu, aktor.hari_ini) for satu in isi],
        "saring": request.GET.urlencode(),
    }
    return halaman(request, "kebutuhan_daftar", konteks)


@require_safe
@perlu_aktor
def lembar(request: HttpRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    aktor = aktor_wajib(request)
    unit = _unit(request)
    tahun = tahun_dipilih(request, aktor.hari_ini)
    semua = tanya.daftar_kebutuhan(unit=unit, tahun=tahun, **_saringan(request))
    judul = _("Kebutuhan pelatihan %(tahun)s") % {"tahun": tahun}
    kolom = [_("Nama"), _("Unit"), _("Kelompok"), _("Kegiatan"), _("Jenis"), _("JP"), _("Target")]
    isi = tulis_xlsx(
        judul=judul[:31],
        kolom=kolom,
        baris=(list(_baris(satu, aktor.hari_ini).values()) for satu in semua.iterator(500)),
    )
    return unduh_isi(isi, JENIS_XLSX, f"kebutuhan-pelatihan-{tahun}.xlsx")


@require_safe
@perlu_aktor
def dampak(request: HttpRequest) -> HttpResponse:
    """How the trainings of a year worked, in counts."""
    aktor = aktor_wajib(request)
    if not peran_petugas(aktor=aktor, pada=aktor.hari_ini) & PENYUSUN:
        raise TidakBerwenangError(_("Dampak pelatihan dibaca pengelola kinerja dan pimpinan."))
    tahun = tahun_dipilih(request, aktor.hari_ini)
    konteks = {
        "tahun": tahun,
        "kolom": [_("Pelatihan"), _("Lulus"), _("Dipakai (peserta)"), _("Dipakai (penilai)"),
                  _("Naik"), _("Tetap"), _("Turun"), _("Belum terukur")],
        "baris": tabel_dampak(dampak_pelatihan(aktor=aktor, tahun=tahun)),
    }  # fmt: skip
    return halaman(request, "dampak", konteks)


def _saringan(request: HttpRequest) -> dict[str, str]:
    return {nama: request.GET.get(nama, "")[:60] for nama in ("kesenjangan", "jenis")}


def _baris(satu: Any, pada: Any) -> dict[str, Any]:
    return {
        "nama": satu.rencana.pegawai.nama_lengkap,
        "unit": satu.rencana.unit.nama,
        "kelompok": str(Kesenjangan(satu.kesenjangan).label),
        "kegiatan": satu.kegiatan,
        "jenis": nama_jenis(satu.jenis, pada),
        "jp": satu.jp,
        "target": satu.target_pada,
    }
