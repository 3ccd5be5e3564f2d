"""What the pages of development share: objects through their doors, one way to take a form."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import KegiatanPengembangan, RencanaPengembangan
from tera.tindak_lanjut.permissions.pengembangan import peran_orang
from tera.tindak_lanjut.selectors.pengembangan import rencana as tanya

NAV = "tindak_lanjut"
FOLDER = "tindak_lanjut/pengembangan"
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
    return render_laman(request, f"{FOLDER}/{nama}.html", konteks, nav=NAV, status=status)


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
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = kerjakan(form)
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                return _pergi(request, hasil, sukses, *ke(hasil), draf)
    return halaman(request, templat, {"form": form, "kunci_draf": draf, **konteks}, status)


def lakukan(
    request: HttpRequest, hasil: object, sukses: str, rute: str, pk: int | None
) -> HttpResponseBase:
    """Say what was done by a button, and go to its page."""
    return _pergi(request, hasil, sukses, rute, pk, "")


def _pergi(
    request: HttpRequest, hasil: object, sukses: str, rute: str, pk: int | None, draf: str
) -> HttpResponseBase:
    if isinstance(hasil, HasilLangkah):
        sukses = _("%(kabar)s Tanda terima %(nomor)s.") % {
            "kabar": sukses,
            "nomor": hasil.tanda_terima.nomor,
        }
    messages.success(request, sukses)
    if draf:
        selesaikan_draf(request, draf)
    nama = f"tindak_lanjut:{rute}"
    return redirect(nama) if pk is None else redirect(nama, pk=pk)


def isian(request: HttpRequest) -> Any:
    """The posted data, None for a page that is only looked at."""
    return request.POST if request.method == "POST" else None
