"""Suggestions while typing a person or a unit: JSON for the combobox."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.organisasi.forms.saran import cari_pegawai, cari_unit, tulis_pegawai, tulis_unit


@require_safe
@perlu_aktor
def saran_orang(request: HttpRequest) -> JsonResponse:
    """Answer up to eight people of the aktor's instansi."""
    aktor = aktor_wajib(request)
    daftar = cari_pegawai(instansi_id=aktor.instansi_id, teks=request.GET.get("q", "")[:200])
    return JsonResponse({"saran": [{"nilai": tulis_pegawai(satu)} for satu in daftar]})


@require_safe
@perlu_aktor
def saran_unit(request: HttpRequest) -> JsonResponse:
    """Answer up to eight units of the aktor's instansi."""
    aktor = aktor_wajib(request)
    daftar = cari_unit(instansi_id=aktor.instansi_id, teks=request.GET.get("q", "")[:200])
    return JsonResponse({"saran": [{"nilai": tulis_unit(satu)} for satu in daftar]})
