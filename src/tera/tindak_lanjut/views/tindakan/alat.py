"""What the topic's pages share: objects through their doors, refusals at their fields."""

from typing import Any, TypeVar

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib
from tera.core import workflow
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.tindak_lanjut.models import RencanaPerbaikan, TindakLanjut
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import rencana_dari, tindakan_terlihat

F = TypeVar("F", bound=IsianForm)


def petugas_laman(request: HttpRequest) -> list[tuple[str, str]]:
    """The aktor's parts as an officer, asked once per request."""
    daftar: list[tuple[str, str]] | None = getattr(request, "petugas_tindakan", None)
    if daftar is None:
        aktor = aktor_wajib(request)
        daftar = daftar_petugas(aktor=aktor, pada=aktor.hari_ini)
        request.petugas_tindakan = daftar  # type: ignore[attr-defined]
    return daftar


def tindakan_atau_404(request: HttpRequest, pk: int) -> TindakLanjut:
    """The follow-up if the aktor may open it."""
    satu = get_object_or_404(
        tindakan_terlihat(aktor=aktor_wajib(request), petugas=petugas_laman(request)), pk=pk
    )
    if aktor_wajib(request).mode_petugas is not None:
        request.pegawai_terkait_id = satu.pegawai_id  # type: ignore[attr-defined]
    return satu


def rencana_atau_404(request: HttpRequest, pk: int) -> RencanaPerbaikan:
    """The plan of a follow-up the aktor may open."""
    tindakan = tindakan_atau_404(request, pk)
    rencana = rencana_dari(tindakan)
    if rencana is None:
        raise Http404
    rencana.tindakan = tindakan
    return rencana


def wajib_langkah(
    request: HttpRequest, jenis: str, aksi: str, objek: Any, tindakan: TindakLanjut | Any
) -> None:
    """Refuse as the workflow would, before a page is shown or anything is typed."""
    aktor = aktor_wajib(request)
    peran = peran_tindakan(
        aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini, petugas=petugas_laman(request)
    )
    workflow.langkah_berlaku(
        jenis=jenis, aksi=aksi, status=objek.status, daftar_peran=peran, objek_id=objek.pk
    )


def tempel(form: F, galat: Any) -> int:
    """Show a refusal at its field; returns the status of the page."""
    form.tempel(galat)
    return int(galat.status)
