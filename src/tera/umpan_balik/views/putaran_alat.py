"""What the pages of the rounds share: reaching a person's list, a round, telling what happened."""

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib
from tera.core.galat import TidakBerwenangError
from tera.core.models import TandaTerima
from tera.umpan_balik.models import PutaranPegawai, PutaranUmpanBalik
from tera.umpan_balik.selectors import putaran as tanya

NAV = "umpan_balik"


def orang_atau_404(request: HttpRequest, pk: int) -> PutaranPegawai:
    """The person in a round, if the aktor may open that list."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.orang_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    # In mode petugas the request is logged with the person it concerns.
    request.pegawai_terkait_id = satu.pegawai_id  # type: ignore[attr-defined]
    return satu


def putaran_atau_404(request: HttpRequest, pk: int) -> PutaranUmpanBalik:
    """The round, for its pengelola; known people without the part are told so."""
    aktor = aktor_wajib(request)
    satu = tanya.putaran_dikelola(aktor=aktor, pada=aktor.hari_ini).filter(pk=pk).first()
    if satu is None:
        if PutaranUmpanBalik.objects.filter(pk=pk, instansi_id=aktor.instansi_id).exists():
            raise TidakBerwenangError(pesan_pengelola())
        raise Http404
    return satu


def pesan_pengelola() -> str:
    """Say who runs rounds."""
    return _("Putaran umpan balik disusun dan dijalankan oleh pengelola kinerja unit itu.")


def kabari(request: HttpRequest, kata: str, tanda: TandaTerima | None = None) -> None:
    """Tell what was done, with the receipt's number."""
    if tanda is not None:
        kata += " " + _("Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
    messages.success(request, kata)
