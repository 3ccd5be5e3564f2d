"""The letter of an assignment or of a rater by letter: attach the scan, open it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.antarmuka.unduh import unduh_berkas
from tera.core.idempoten import idempoten
from tera.organisasi.forms.inti import SuratForm
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors import laman_inti
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.surat import KOLOM, lampirkan_surat
from tera.organisasi.views.alat_orang import kirim, laman_isian


def _tugas(request: HttpRequest, pk: int, bagian: str) -> Penugasan:
    """Return the assignment when the aktor may see its holder and the letter is named."""
    aktor = aktor_wajib(request)
    tugas = get_object_or_404(
        laman_inti.penugasan_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk
    )
    if not getattr(tugas, KOLOM[bagian][0]):
        raise Http404
    return tugas


@perlu_aktor
def buka(request: HttpRequest, pk: int, bagian: str) -> HttpResponse:
    """The scan, to everyone who may open the profile it stands on."""
    berkas = getattr(_tugas(request, pk, bagian), KOLOM[bagian][1])
    if berkas is None:
        raise Http404
    return unduh_berkas(berkas, f"surat-{bagian}-{pk}")


@perlu_aktor
def lampirkan(request: HttpRequest, pk: int, bagian: str) -> HttpResponse:
    """Attach the scan, or a better one."""
    aktor = aktor_wajib(request)
    tugas = _tugas(request, pk, bagian)
    wajib_kelola(
        aktor=aktor, pada=aktor.hari_ini, perbuatan=_("melampirkan surat"), unit=tugas.unit
    )
    return _lampirkan(request, tugas, bagian)


@idempoten
def _lampirkan(request: HttpRequest, tugas: Penugasan, bagian: Any) -> HttpResponse:
    aktor = aktor_wajib(request)
    kembali = reverse("organisasi:pegawai_rincian", args=[tugas.pegawai_id])

    def kerjakan(isi: dict[str, Any]) -> str:
        lampirkan_surat(
            aktor=aktor,
            pada=aktor.hari_ini,
            penugasan=tugas,
            bagian=bagian,
            nama=isi["berkas"].name,
            isi=isi["berkas"].file,
        )
        return kembali

    return laman_isian(
        request,
        SuratForm(**kirim(request), aktor=aktor),
        kerjakan,
        pesan=_("Pindaian surat tersimpan."),
        nav="pegawai",
        judul=_("Lampirkan surat"),
        tombol=_("Simpan pindaian"),
        kembali=kembali,
        induk=tugas.pegawai.nama_lengkap,
        pengantar=_("Surat %(nomor)s.") % {"nomor": getattr(tugas, KOLOM[bagian][0])},
    )
