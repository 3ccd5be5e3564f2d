"""What the pages share: the unit in one's scope, the period, the policy of the day."""

from typing import Any

from django.http import Http404, HttpRequest

from tera.antarmuka.laman import aktor_wajib
from tera.dasbor.selectors.angka import Dasbor, dasbor_unit
from tera.dasbor.selectors.cakupan import LetakDasbor, letak_dasbor, pilihan_periode
from tera.dasbor.selectors.daftar import Permintaan
from tera.organisasi import kebijakan

NAV = "dasbor"


def letak_atau_404(request: HttpRequest, pk: int | None) -> LetakDasbor:
    """The unit, if it is one's to look at; anybody else's scope doesn't exist."""
    letak = letak_dasbor(aktor=aktor_wajib(request), pk=pk)
    if letak is None:
        raise Http404
    return letak


def permintaan(request: HttpRequest, pk: int | None) -> Permintaan | LetakDasbor:
    """What the address asks for: four queries; only the unit where no year was ever opened."""
    aktor = aktor_wajib(request)
    letak = letak_atau_404(request, pk)
    pilihan = pilihan_periode(
        aktor=aktor,
        tahun=request.GET.get("tahun", ""),
        periode=request.GET.get("periode", ""),
    )
    if pilihan is None:
        return letak
    aturan: dict[str, Any] = kebijakan.semua(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    return Permintaan(aktor, letak, pilihan, aturan, aktor.hari_ini)


def permintaan_atau_404(request: HttpRequest, pk: int | None) -> Permintaan:
    """The same where a page has nothing to show without a year."""
    tanya = permintaan(request, pk)
    if isinstance(tanya, LetakDasbor):
        raise Http404
    return tanya


def hitung(tanya: Permintaan) -> Dasbor:
    """The numbers that were asked for."""
    return dasbor_unit(
        unit=tanya.letak.unit, pilihan=tanya.pilihan, aturan=tanya.aturan, pada=tanya.pada
    )
