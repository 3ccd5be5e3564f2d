"""The page of one person: own, or of somebody one rates."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from tera.angka_kredit.forms import HarapanForm
from tera.angka_kredit.permissions import peran_terhadap_pegawai
from tera.angka_kredit.selectors.lembar import TAHUN_HARAPAN, Harapan, lembar_orang
from tera.angka_kredit.selectors.terlihat import (
    konversi_menunggu,
    pak_menunggu,
    pegawai_terbaca,
)
from tera.angka_kredit.tampilan import konteks_orang
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.evaluasi.models import PilihanPredikat
from tera.organisasi.models import Pegawai

#: Years that a supposition may name: nobody asks for more.
_JAUH = 12


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponse:
    """One's own angka kredit."""
    aktor = aktor_wajib(request)
    pegawai = Pegawai.objects.select_related("instansi").filter(pk=aktor.pegawai_id or 0).first()
    if pegawai is None:
        raise Http404
    return _lembar(request, pegawai, frozenset({"pegawai"}))


@require_safe
@perlu_aktor
def orang(request: HttpRequest, pegawai_pk: int) -> HttpResponse:
    """Somebody's angka kredit, for the penilai, the level above, and officers in mode petugas."""
    aktor = aktor_wajib(request)
    if pegawai_pk == aktor.pegawai_id:
        return redirect("angka_kredit:saya")
    pegawai = get_object_or_404(
        pegawai_terbaca(aktor=aktor).select_related("instansi"), pk=pegawai_pk
    )
    if aktor.mode_petugas is not None:
        request.pegawai_terkait_id = pegawai.pk  # type: ignore[attr-defined]
    peran = peran_terhadap_pegawai(aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini)
    return _lembar(request, pegawai, peran)


def _lembar(request: HttpRequest, pegawai: Pegawai, peran: frozenset[str]) -> HttpResponse:
    aktor = aktor_wajib(request)
    harapan = _harapan(request, aktor.hari_ini.year)
    lembar = lembar_orang(pegawai=pegawai, harapan=harapan, pada=aktor.hari_ini)
    form = HarapanForm(
        daftar_tahun=lembar.daftar_tahun,
        initial={f"h{tahun}": kata for tahun, kata in harapan.per_tahun.items()},
    )
    konteks = konteks_orang(lembar, harapan=harapan, form=form, pada=aktor.hari_ini)
    sendiri = pegawai.pk == aktor.pegawai_id
    konteks |= {
        "sendiri": sendiri,
        "peran": peran,
        "menunggu_saya": sendiri
        and (konversi_menunggu(aktor=aktor).exists() or pak_menunggu(aktor=aktor).exists()),
    }
    return render_laman(request, "angka_kredit/orang.html", konteks, nav="tindak_lanjut")


def _harapan(request: HttpRequest, tahun: int) -> Harapan:
    isi = {}
    for satu in range(tahun - _JAUH, tahun + _JAUH):
        kata = request.GET.get(f"h{satu}", "")
        if kata in PilihanPredikat.values:
            isi[satu] = kata
    # A single choice for all years to come: `bawaan`.
    bawaan = request.GET.get("bawaan", "")
    if bawaan in PilihanPredikat.values:
        return Harapan(isi, bawaan)
    akhir = max(isi, default=0)
    return Harapan(isi, isi[akhir]) if len(isi) >= TAHUN_HARAPAN else Harapan(isi)
