"""What the pages of the dialogue share: objects through their doors, forms that keep the typed."""

from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.dialog import selectors
from tera.dialog.kalender import Acara, tulis_kalender
from tera.dialog.models import Pertemuan, SesiDiskusi
from tera.dialog.selectors.proses import periode_proses
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.selectors import evaluasi_dibuka

F = TypeVar("F", bound=IsianForm)


def pertemuan_atau_404(request: HttpRequest, pk: int) -> Pertemuan:
    """The meeting if the aktor takes part in it."""
    return get_object_or_404(selectors.pertemuan_terlihat(aktor=aktor_wajib(request)), pk=pk)


def sesi_atau_404(request: HttpRequest, pk: int) -> SesiDiskusi:
    """The session if the aktor leads it or is asked to it."""
    return get_object_or_404(selectors.sesi_terlihat(aktor=aktor_wajib(request)), pk=pk)


def periode_atau_404(request: HttpRequest, pk: int) -> Any:
    """A year of the aktor's instansi."""
    return get_object_or_404(periode_proses(aktor=aktor_wajib(request)), pk=pk)


def hasil_atau_404(request: HttpRequest, pk: int) -> tuple[Evaluasi, frozenset[str]]:
    """The result with the part one plays: its person or its penilai, nobody else."""
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_dibuka(aktor=aktor, pk=pk)
    if evaluasi is None:
        raise Http404
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    bagian = peran & {"pegawai", "penilai"}
    if not bagian:
        raise Http404
    return evaluasi, bagian


def tempel(form: F, galat: MasukanSalahError | StatusTidakSesuaiError) -> int:
    """Show a refusal at its field; returns the status of the page."""
    form.tempel(galat)
    return galat.status


def versi_baru(data: QueryDict, awalan: str, versi: int) -> QueryDict:
    """The typed notes on top of the newest version: so that they can be saved after reading it."""
    salin = data.copy()
    salin[f"{awalan}-versi"] = str(versi)
    return salin


def jawab_kalender(acara: Acara, nama: str) -> HttpResponse:
    """Answer with the calendar file."""
    jawaban = HttpResponse(tulis_kalender(acara), content_type="text/calendar; charset=utf-8")
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}.ics"'
    return jawaban
