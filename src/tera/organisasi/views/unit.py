"""Pages of the unit tree and of people whose rater needs attention."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import TidakBerwenangError
from tera.organisasi import permissions
from tera.organisasi.permissions_orang import KELOLA
from tera.organisasi.selectors import laman_inti, orang

PER_HALAMAN = 50


@perlu_aktor
def pohon(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One level of the tree: units with heads and counts; links lead up and down."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    induk = get_object_or_404(orang.unit_terlihat(aktor=aktor), pk=pk) if pk else None
    jalan, daftar = laman_inti.pohon_unit(aktor=aktor, pada=pada, induk=induk)
    return render_laman(
        request,
        "organisasi/unit_pohon.html",
        {
            "induk": induk,
            "jalan": jalan,
            "daftar": daftar,
            "boleh_impor": bool(permissions.peran_petugas(aktor=aktor, pada=pada) & KELOLA),
        },
        nav="unit",
    )


@perlu_aktor
def penilai(request: HttpRequest) -> HttpResponse:
    """People without a valid rater or with one found by climbing: why, and what to do."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    peran = permissions.peran_petugas(aktor=aktor, pada=pada)
    if not peran & laman_inti.PEMBACA_DAFTAR and not aktor.adalah_sistem:
        raise TidakBerwenangError(
            _(
                "Daftar penilai hanya untuk pengelola kinerja, admin, dan auditor. Bila penilai "
                "Anda salah, laporkan dari beranda."
            )
        )
    semua = laman_inti.hubungan_bermasalah(aktor=aktor, pada=pada)
    kelompok = laman_inti.kelompok_penilai(semua)
    pilih = request.GET.get("kendala", "")
    daftar = semua.filter(kendala=pilih) if pilih else semua
    return render_laman(
        request,
        "organisasi/penilai_daftar.html",
        {
            "kelompok": kelompok,
            "jumlah_tanpa": sum(k.jumlah for k in kelompok if k.tanpa_penilai),
            "jumlah_naik": sum(k.jumlah for k in kelompok if not k.tanpa_penilai),
            "jumlah_baik": laman_inti.jumlah_dinilai(aktor=aktor, pada=pada),
            "pilih": pilih,
            "judul_pilih": next((k.judul for k in kelompok if k.kendala == pilih), ""),
            "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman")),
            "boleh_kelola": bool(peran & KELOLA),
        },
        nav="penilai",
    )
