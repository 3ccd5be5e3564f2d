"""What the pages of talent share: how far one looks, objects through their doors, form pages."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan, jangkauan
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen

NAV = "tindak_lanjut"
M = TypeVar("M", bound=models.Model)


def talenta_saya() -> tuple[str, str]:
    """Where one's own file is, for a refusal that sends its reader there."""
    return _("Buka Talenta saya"), reverse("tindak_lanjut:talenta_saya")


def jangkauan_wajib(request: HttpRequest, *, petugas: bool = False) -> Jangkauan:
    """How far the aktor looks; a refusal for who serves and leads no unit.

    ``petugas``: only officers, not leaders of a unit.
    """
    aktor = aktor_wajib(request)
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini, pimpinan=not petugas)
    if not (luas.pembaca if petugas else luas.ada):
        raise TidakBerwenangError(
            _(
                "Halaman ini untuk pengelola, pejabat yang berwenang, pejabat pembina, dan auditor"
                "%(pimpinan)s. Berkas Anda sendiri ada di Talenta saya."
            )
            % {"pimpinan": "" if petugas else _(", dan pimpinan unit")},
            ke=talenta_saya(),
        )
    return luas


def wajib_punya(peran: frozenset[str], *boleh: str) -> None:
    """Refuse who plays none of the parts before a form is shown."""
    if not peran & set(boleh):
        raise TidakBerwenangError(
            _("Anda membaca halaman ini; mengubahnya bukan bagian peran Anda.")
        )


def ambil_atau_404(daftar: models.QuerySet[M], pk: int) -> M:
    """One row of what the aktor may see."""
    return get_object_or_404(daftar, pk=pk)


def kirim(request: HttpRequest) -> dict[str, Any]:
    """What a form is bound to: nothing on GET."""
    if request.method == "POST":
        return {"data": request.POST, "files": request.FILES}
    return {}


def dokumen(isi: Mapping[str, Any]) -> IsiDokumen:
    """The document of a decision from a cleaned form."""
    berkas = isi.get("berkas")
    return IsiDokumen(
        nomor=isi["nomor"],
        tanggal=isi["tanggal"],
        nama_berkas=berkas.name if berkas else "",
        isi_berkas=berkas,
    )


def laman_isian(
    request: HttpRequest,
    form: IsianForm,
    kerjakan: Callable[[dict[str, Any]], str],
    *,
    pesan: str,
    template: str = "tindak_lanjut/talenta/isian.html",
    draf: str = "",
    **konteks: Any,
) -> HttpResponse:
    """Show a form; when it is sent run ``kerjakan`` and go to the address it returns.

    A refusal stands at its field with everything typed kept.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                with transaction.atomic():
                    tujuan = kerjakan(form.cleaned_data)
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                messages.success(request, pesan)
                if draf:
                    selesaikan_draf(request, draf)
                return redirect(tujuan)
    return render_laman(
        request, template, {"form": form, "draf": draf, **konteks}, nav=NAV, status=status
    )
