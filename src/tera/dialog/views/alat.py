"""What the pages of the dialogue share: objects through their doors, forms that keep the typed."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib
from tera.antarmuka.unduh import unduh_isi
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.dialog import selectors
from tera.dialog.forms import CatatanForm
from tera.dialog.kalender import Acara, tulis_kalender
from tera.dialog.models import CatatanPertemuan, NotulenSesi, Pertemuan, SesiDiskusi
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


def form_naskah(awalan: str, kini: CatatanPertemuan | NotulenSesi | None) -> CatatanForm:
    """The form of a text of which every version is kept, with its newest version."""
    awal = {"teks": kini.teks, "versi": kini.versi} if kini else {"teks": "", "versi": 0}
    return CatatanForm(prefix=awalan, initial=awal)


def simpan_naskah(
    request: HttpRequest,
    awalan: str,
    tulis: Callable[[dict[str, Any]], object],
    terbaru: Callable[[], CatatanPertemuan | NotulenSesi | None],
) -> tuple[CatatanForm | None, int]:
    """Save what was typed; a form with the status of its page where it was refused.

    The typed text then stands on top of the newest version, so that it can be saved after reading.
    """
    form = CatatanForm(request.POST, prefix=awalan)
    if not form.is_valid():
        return form, 422
    try:
        tulis(form.cleaned_data)
    except (MasukanSalahError, StatusTidakSesuaiError) as galat:
        data, kini = request.POST.copy(), terbaru()
        data[f"{awalan}-versi"] = str(kini.versi if kini else 0)
        form = CatatanForm(data, prefix=awalan)
        form.is_valid()
        return form, tempel(form, galat)
    return None, 302


def jawab_kalender(acara: Acara, nama: str) -> HttpResponse:
    """Answer with the calendar file."""
    return unduh_isi(tulis_kalender(acara), "text/calendar; charset=utf-8", f"{nama}.ics")
