"""First page of the room, and the lists: one's team, an officer's units, the priority list."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.organisasi.permissions import peran_petugas
from tera.organisasi.selectors.ringkas import menilai_seseorang
from tera.tindak_lanjut import hub
from tera.tindak_lanjut.forms.tindakan import SaringForm
from tera.tindak_lanjut.permissions.tindakan import PEMBACA, PEMUTUS
from tera.tindak_lanjut.selectors.tindakan import (
    daftar_prioritas,
    jabatan_per_orang,
    tahun_prioritas,
    tindakan_petugas,
    tindakan_saya,
    tindakan_terlihat,
    tindakan_tim,
)
from tera.tindak_lanjut.tampilan_tindakan import baris_tindakan


def peran_laman(request: HttpRequest, aktor: Aktor) -> tuple[frozenset[str], bool]:
    """The parts as an officer and whether one rates anyone: the frame's answer when it has one."""
    bagian = getattr(request, "bagian_bilah", None)
    if bagian is not None:
        return bagian[0], bagian[1]
    pada = aktor.hari_ini
    return peran_petugas(aktor=aktor, pada=pada), menilai_seseorang(aktor=aktor, pada=pada)


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponse:
    """What follows for me, and where everything of the room is."""
    aktor = aktor_wajib(request)
    kartu = hub.kartu(aktor, *peran_laman(request, aktor))
    konteks = {
        "milik": [baris_tindakan(satu) for satu in tindakan_saya(aktor=aktor)],
        "kelompok": [
            {"kunci": kunci, "kartu": [satu for satu in kartu if satu.kelompok == kunci]}
            for kunci in ("saya", "tim", "kelola")
        ],
    }
    return render_laman(request, "tindak_lanjut/tindakan/saya.html", konteks, nav="tindak_lanjut")


@require_safe
@perlu_aktor
def tim(request: HttpRequest) -> HttpResponse:
    """The people I support, those whose plan waits first."""
    aktor = aktor_wajib(request)
    halaman = Paginator(tindakan_tim(aktor=aktor), 30).get_page(request.GET.get("halaman"))
    konteks = {"baris": [baris_tindakan(satu) for satu in halaman], "halaman": halaman}
    return render_laman(request, "tindak_lanjut/tindakan/tim.html", konteks, nav="tindak_lanjut")


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The follow-ups of an officer's units."""
    aktor = aktor_wajib(request)
    _petugas(request, aktor)
    saring = SaringForm({"status": "berjalan", **request.GET.dict()})
    isi = saring.cleaned_data if saring.is_valid() else {"status": "berjalan"}
    halaman = Paginator(tindakan_petugas(aktor=aktor, **isi), 30).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "baris": [baris_tindakan(satu) for satu in halaman],
        "halaman": halaman,
        "saring": saring,
        # Pengelola and auditor open a person's plan only in mode petugas.
        "boleh_buka": aktor.mode_petugas is not None
        or bool(peran_laman(request, aktor)[0] & PEMUTUS),
        "aktif": sum(bool(isi.get(nama)) for nama in ("jenis", "cari")),
    }
    return render_laman(request, "tindak_lanjut/tindakan/daftar.html", konteks, nav="tindak_lanjut")


@require_safe
@perlu_aktor
def prioritas(request: HttpRequest) -> HttpResponse:
    """Sangat Baik two years running: who, on what basis."""
    aktor = aktor_wajib(request)
    _petugas(request, aktor)
    semua = tahun_prioritas(aktor=aktor)
    minta = request.GET.get("tahun", "")
    tahun = int(minta) if minta.isdecimal() and int(minta) in semua else next(iter(semua), None)
    halaman = Paginator(daftar_prioritas(aktor=aktor, tahun=tahun), 30).get_page(
        request.GET.get("halaman")
    )
    jabatan = jabatan_per_orang([satu.pegawai_id for satu in halaman], aktor.hari_ini)
    konteks = {
        "baris": [baris_tindakan(satu, jabatan.get(satu.pegawai_id, "")) for satu in halaman],
        "halaman": halaman,
        "tahun": tahun,
        "daftar_tahun": semua,
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/prioritas.html", konteks, nav="tindak_lanjut"
    )


@require_safe
@perlu_aktor
def dari_hasil(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Where the result page's "Apa sesudah ini?" leads: the follow-up of that result, or all."""
    satu = (
        tindakan_terlihat(aktor=aktor_wajib(request))
        .filter(evaluasi__in=Evaluasi.objects.filter(pk=pk))
        .order_by("pk")
        .first()
    )
    if satu is None:
        return redirect("tindak_lanjut:saya")
    return redirect("tindak_lanjut:tindakan", pk=satu.pk)


def _petugas(request: HttpRequest, aktor: Aktor) -> None:
    """These lists are for officers; others don't learn that there is one."""
    if not peran_laman(request, aktor)[0] & set(PEMBACA):
        raise Http404
