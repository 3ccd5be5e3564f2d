"""The list of a unit and its spreadsheet; the mass issue of a year."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.angka_kredit import services
from tera.angka_kredit.forms import TerbitkanForm
from tera.angka_kredit.models import PenerbitanMassal, PilihanJenjang
from tera.angka_kredit.permissions import jalur_pengelola
from tera.angka_kredit.selectors.unit import baris_unit, masa_unit, tanpa_masa, unit_pembaca
from tera.angka_kredit.services.selaras import TAHUN_PERTAMA
from tera.angka_kredit.tampilan import NADA_STATUS
from tera.angka_kredit.tampilan_unit import KOLOM, baris_lembar, baris_tabel, tindakan_pengelola
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.core.sebutan import sebutan_pilihan
from tera.organisasi.models import UnitKerja

PER_HALAMAN = 50
BATAS_TANPA = 50


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Who reaches what when, in a unit and below."""
    aktor = aktor_wajib(request)
    daftar_unit, unit = _unit(request, aktor)
    jenjang = request.GET.get("jenjang", "")
    jenjang = jenjang if jenjang in PilihanJenjang.values else ""
    halaman = Paginator(
        masa_unit(unit=unit, pada=aktor.hari_ini, jenjang=jenjang), PER_HALAMAN
    ).get_page(request.GET.get("halaman"))
    kelola = any(
        unit.path.startswith(satu) for satu in jalur_pengelola(aktor=aktor, pada=aktor.hari_ini)
    )
    konteks = {
        "unit": unit,
        "daftar_unit": daftar_unit,
        "daftar_jenjang": PilihanJenjang.choices,
        "jenjang": jenjang,
        "halaman": halaman,
        "baris": [
            baris_tabel(satu)
            for satu in baris_unit(daftar=list(halaman.object_list), pada=aktor.hari_ini)
        ],
        "tanpa": list(tanpa_masa(unit=unit, pada=aktor.hari_ini)[:BATAS_TANPA]) if kelola else [],
        "kelola": kelola,
        "tindakan": tindakan_pengelola(unit.pk, aktor.hari_ini.year) if kelola else [],
    }
    return render_laman(request, "angka_kredit/unit.html", konteks, nav="tindak_lanjut")


@require_safe
@perlu_aktor
def unduh(request: HttpRequest) -> HttpResponse:
    """The whole list as a spreadsheet."""
    aktor = aktor_wajib(request)
    _daftar, unit = _unit(request, aktor)
    semua = list(masa_unit(unit=unit, pada=aktor.hari_ini))
    isi = tulis_xlsx(
        judul="Angka kredit",
        kolom=KOLOM,
        baris=(baris_lembar(satu) for satu in baris_unit(daftar=semua, pada=aktor.hari_ini)),
    )
    return unduh_isi(isi, JENIS_XLSX, f"angka-kredit-{unit.kode}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def terbitkan(request: HttpRequest) -> HttpResponseBase:
    """Ask for the proposals of a year; see the earlier asks with their progress."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    jalur = jalur_pengelola(aktor=aktor, pada=pada)
    if not jalur:
        raise Http404
    daftar_unit = [
        satu
        for satu in unit_pembaca(aktor=aktor, pada=pada)
        if any(satu.path.startswith(awalan) for awalan in jalur)
    ]
    form = TerbitkanForm(
        request.POST if request.method == "POST" else None,
        daftar_tahun=list(range(pada.year, TAHUN_PERTAMA - 1, -1)),
        daftar_unit=[(satu.pk, satu.nama) for satu in daftar_unit],
        initial={"tahun": pada.year - 1},
    )
    if request.method == "POST" and form.is_valid():
        unit = next(s for s in daftar_unit if s.pk == form.cleaned_data["unit"])
        try:
            services.minta_penerbitan(
                aktor=aktor, unit=unit, tahun=form.cleaned_data["tahun"], pada=pada
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(
                request,
                _("Penerbitan berjalan di belakang layar. Halaman ini menunjukkan kemajuannya."),
            )
            return redirect("angka_kredit:terbitkan")
    daftar = _penerbitan(aktor, daftar_unit)
    hidup = {PenerbitanMassal.Status.MENUNGGU, PenerbitanMassal.Status.BERJALAN}
    konteks = {
        "form": form,
        "daftar": daftar,
        "berjalan": any(satu["satu"].status in hidup for satu in daftar),
    }
    return render_laman(
        request,
        "angka_kredit/terbitkan.html",
        konteks,
        nav="tindak_lanjut",
        status=422 if form.is_bound else 200,
    )


def _unit(request: HttpRequest, aktor: Aktor) -> tuple[list[UnitKerja], UnitKerja]:
    daftar_unit = list(unit_pembaca(aktor=aktor, pada=aktor.hari_ini))
    if not daftar_unit:
        raise Http404
    kode = request.GET.get("unit", "")
    if not kode.isdecimal():
        return daftar_unit, daftar_unit[0]
    return daftar_unit, get_object_or_404(
        unit_pembaca(aktor=aktor, pada=aktor.hari_ini), pk=int(kode)
    )


def _penerbitan(aktor: Aktor, daftar_unit: list[UnitKerja]) -> list[dict[str, Any]]:
    return [
        {
            "satu": satu,
            "status": sebutan_pilihan(satu, "status"),
            "nada": NADA_STATUS[satu.status],
            "persen": 100 * satu.selesai // satu.jumlah if satu.jumlah else 100,
        }
        for satu in PenerbitanMassal.objects.filter(
            instansi_id=aktor.instansi_id, unit__in=[satu.pk for satu in daftar_unit]
        )
        .select_related("unit")
        .order_by("-pk")[:20]
    ]
