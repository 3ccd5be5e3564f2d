"""What the pages of development share: objects through their doors, one way to take a form."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib
from tera.core.galat import TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import KegiatanPengembangan, RencanaPengembangan
from tera.tindak_lanjut.permissions.pengembangan import peran_orang
from tera.tindak_lanjut.selectors.pengembangan import rencana as tanya
from tera.tindak_lanjut.views.terima import NAV, isian, pergi, tampilkan, terima

#: ``NAV`` and ``isian`` are used by the pages of the topic from here.
__all__ = ["NADA", "NAV", "halaman", "isian", "kegiatan_atau_404", "lakukan", "orang_atau_404",
           "rencana_atau_404", "terima_form", "terkait", "wajib_peran"]  # fmt: skip
F = TypeVar("F", bound=IsianForm)
M = TypeVar("M", bound=models.Model)
NADA = {
    "draf": "peringatan", "diajukan": "info", "dikembalikan": "bahaya", "disetujui": "sukses",
    "ditutup": "netral", "direncanakan": "netral", "berjalan": "utama", "selesai": "info",
    "diverifikasi": "sukses", "dibatalkan": "netral", "dibuka": "utama", "menunggu": "peringatan",
    "terdaftar": "info", "lulus": "sukses", "tidak_lulus": "netral", "diusulkan": "info",
    "ditolak": "netral", "ditarik": "netral", "dihentikan": "netral",
}  # fmt: skip


def terkait(request: HttpRequest, pegawai_id: int) -> None:
    """In mode petugas the request is logged with the person it concerns."""
    request.pegawai_terkait_id = pegawai_id  # type: ignore[attr-defined]


def halaman(
    request: HttpRequest, nama: str, konteks: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page of the topic."""
    return tampilkan(request, f"pengembangan/{nama}", konteks, status)


def orang_atau_404(request: HttpRequest, pk: int) -> Pegawai:
    """A person whose development the aktor reads."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.orang_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    terkait(request, satu.pk)
    return satu


def rencana_atau_404(request: HttpRequest, pk: int) -> RencanaPengembangan:
    """A plan through its door."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.rencana_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    terkait(request, satu.pegawai_id)
    return satu


def kegiatan_atau_404(request: HttpRequest, pk: int) -> KegiatanPengembangan:
    """A row of a plan through its door."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.kegiatan_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    terkait(request, satu.rencana.pegawai_id)
    return satu


def wajib_peran(request: HttpRequest, pegawai_id: int, boleh: frozenset[str], pesan: str) -> None:
    """Refuse whoever plays none of ``boleh`` towards the person, before a form is shown."""
    aktor = aktor_wajib(request)
    if not peran_orang(aktor=aktor, pegawai_id=pegawai_id, pada=aktor.hari_ini) & boleh:
        raise TidakBerwenangError(pesan)


def terima_form(
    request: HttpRequest,
    form: F,
    *,
    kerjakan: Callable[[F], object],
    sukses: str,
    ke: Callable[[Any], tuple[str, int | None]],
    templat: str,
    konteks: Mapping[str, Any],
    draf: str = "",
) -> HttpResponseBase:
    """Show a form, or take it: one service, one redirect; a refusal stands at its field.

    ``ke`` gets what the service returned and names the route and pk the person goes to.
    """
    return terima(
        request,
        form,
        kerjakan=kerjakan,
        sukses=lambda hasil: _kabar(hasil, sukses),
        ke=ke,
        templat=f"pengembangan/{templat}",
        konteks=konteks,
        draf=draf,
    )


def lakukan(
    request: HttpRequest, hasil: object, sukses: str, rute: str, pk: int | None
) -> HttpResponseBase:
    """Say what was done by a button, and go to its page."""
    return pergi(request, _kabar(hasil, sukses), rute, pk)


def _kabar(hasil: object, sukses: str) -> str:
    """What was done, with the receipt of a step."""
    if not isinstance(hasil, HasilLangkah):
        return sukses
    return _("%(kabar)s Tanda terima %(nomor)s.") % {
        "kabar": sukses,
        "nomor": hasil.tanda_terima.nomor,
    }
