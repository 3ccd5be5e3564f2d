"""The form of a respondent: with an account, or by a signed link."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten_rahasia
from tera.umpan_balik.forms.putaran import JawabanForm
from tera.umpan_balik.models import HubunganResponden, PutaranPegawai, Responden
from tera.umpan_balik.selectors import putaran as tanya
from tera.umpan_balik.services import putaran_isi as layanan
from tera.umpan_balik.views.putaran_alat import NAV, kabari


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten_rahasia
def isi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Fill in or correct one form."""
    aktor = aktor_wajib(request)
    responden = tanya.formulir_terbuka(aktor=aktor, pk=pk)
    if responden is None:
        raise Http404
    satu = responden.putaran_pegawai
    tersimpan = layanan.jawaban_tersimpan(aktor=aktor, responden=responden)
    form = _form(request, satu, tersimpan)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                tanda = layanan.isi_umpan_balik(
                    aktor=aktor, responden=responden, isi=_baca(form), pada=aktor.hari_ini
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                kabari(
                    request,
                    _("Formulir tersimpan dalam amplop tertutup. Anda boleh memperbaikinya sampai "
                      "putaran ditutup."),
                    tanda,
                )  # fmt: skip
                selesaikan_draf(request, f"umpan-balik-{pk}")
                return redirect("umpan_balik:putaran")
    konteks = _konteks(responden, form) | {
        "kunci_draf": f"umpan-balik-{pk}",
        "tersimpan": tersimpan is not None,
    }
    return render_laman(request, "umpan_balik/putaran_isi.html", konteks, nav=NAV, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@idempoten_rahasia
def undangan(request: HttpRequest, token: str) -> HttpResponseBase:
    """The form of a partner who came by a signed link; one use."""
    diundang = layanan.undangan_dari_token(token)
    if diundang is None:
        raise Http404
    responden = diundang.responden
    pada = clock.hari_ini(responden.putaran_pegawai.instansi.zona)
    if pada > diundang.berlaku_sampai:
        raise Http404
    form = _form(request, responden.putaran_pegawai, None, bernama=False)
    status = 200
    if request.method == "POST" and not responden.sudah_mengisi:
        status = 422
        if form.is_valid():
            try:
                layanan.isi_umpan_balik_mitra(undangan=diundang, isi=_baca(form), pada=pada)
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                return redirect("umpan_balik:putaran_undangan", token=token)
    konteks = _konteks(responden, form) | {
        "selesai": responden.sudah_mengisi,
        "mitra": diundang,
    }
    jawaban = render(request, "umpan_balik/putaran_undangan.html", konteks, status=status)
    # The address is the key to the form: no other site may learn it.
    jawaban["Referrer-Policy"] = "no-referrer"
    jawaban["Cache-Control"] = "no-store"
    return jawaban


def _form(
    request: HttpRequest,
    satu: PutaranPegawai,
    tersimpan: dict[str, Any] | None,
    *,
    bernama: bool = True,
) -> JawabanForm:
    butir = satu.putaran.butir
    awal: dict[str, Any] = {}
    if tersimpan is not None:
        awal = {
            f"nilai-{satu_butir['kode']}": str(level)
            for satu_butir, level in zip(butir, tersimpan["nilai"], strict=True)
        } | {nama: tersimpan[nama] for nama in ("teks", "apa_adanya", "catatan_bernama")}
    return JawabanForm(
        request.POST if request.method == "POST" else None,
        butir=butir,
        bernama=bernama,
        initial=awal,
    )


def _baca(form: JawabanForm) -> layanan.IsiJawaban:
    return layanan.IsiJawaban(
        nilai=form.nilai(),
        teks=form.cleaned_data["teks"],
        apa_adanya=form.cleaned_data["apa_adanya"],
        tetap_kirim=form.cleaned_data["tetap_kirim"],
        catatan_bernama=form.cleaned_data.get("catatan_bernama", ""),
    )


def _konteks(responden: Responden, form: JawabanForm) -> dict[str, Any]:
    satu = responden.putaran_pegawai
    return {
        "satu": satu,
        "responden": responden,
        "form": form,
        "baris": form.baris(),
        "diri": responden.hubungan == HubunganResponden.DIRI,
        "terbuka": satu.status == PutaranPegawai.Status.BERJALAN,
        "k": satu.putaran.k,
        "k_kurang": satu.putaran.k - 1,
    }
