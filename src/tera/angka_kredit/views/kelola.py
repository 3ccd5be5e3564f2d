"""What the pengelola records about a JF: jenjang, facts, PAK; and the person's word about facts."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.angka_kredit import services
from tera.angka_kredit.forms import AkhiriForm, FaktaForm, JawabForm, LaporForm, MasaForm
from tera.angka_kredit.models import CaraMasuk, FaktaJF, MasaJenjang
from tera.angka_kredit.selectors.perpindahan import hitung_perpindahan
from tera.angka_kredit.selectors.terlihat import fakta_terlihat, pegawai_dikelola
from tera.angka_kredit.selectors.unit import isian_awal
from tera.angka_kredit.services import IsiMasa
from tera.angka_kredit.tampilan import baris_fakta
from tera.angka_kredit.tampilan_masa import konteks_perpindahan
from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.antarmuka.unduh import unduh_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.organisasi.models import Pegawai


def _pegawai(request: HttpRequest, pk: int) -> Pegawai:
    return get_object_or_404(
        pegawai_dikelola(aktor=aktor_wajib(request)).select_related("instansi"), pk=pk
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def masa(request: HttpRequest, pegawai_pk: int) -> HttpResponseBase:
    """Record a jenjang; where one runs, the rise to the next."""
    aktor = aktor_wajib(request)
    pegawai = _pegawai(request, pegawai_pk)
    kunci = f"masa-jf-{pegawai_pk}"
    daftar = _daftar_masa(pegawai)
    kini = _kini(daftar)
    form = _form_masa(
        pegawai,
        daftar,
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
    )
    hitung = request.method == "POST" and "hitung" in request.POST
    if request.method == "POST" and not hitung and form.is_valid():
        isi: dict[str, Any] = dict(form.cleaned_data)
        berkas = isi.pop("berkas")
        isi |= {kata: isi[kata] or 0 for kata in ("ak_lama", "ak_penyesuaian")}
        naik = kini is not None and isi["cara_masuk"] == CaraMasuk.KENAIKAN_JENJANG
        try:
            (services.naikkan_jenjang if naik else services.catat_masa)(
                aktor=aktor,
                pegawai=pegawai,
                isi=IsiMasa(**isi),
                pada=aktor.hari_ini,
                nama_berkas=berkas.name if berkas else "",
                berkas=berkas or None,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            messages.success(
                request, _("Jenjang tercatat. Hasil yang final diusulkan untuk dikonversi.")
            )
            return redirect("angka_kredit:masa", pegawai_pk=pegawai_pk)
    konteks = _konteks_masa(pegawai, daftar, form) | {
        "hitungan": _hitungan(pegawai, form) if form.is_bound else None,
        "hitung": hitung,
        "berkas_hilang": bool(request.FILES),
    }
    if hitung:
        # Only the computation was asked for: what is still empty isn't a fault yet.
        form.errors.clear()
        return render_laman(request, "angka_kredit/masa.html", konteks, nav="tindak_lanjut")
    return _render(request, "angka_kredit/masa.html", konteks, form)


def _daftar_masa(pegawai: Pegawai) -> list[MasaJenjang]:
    return list(MasaJenjang.objects.filter(pegawai=pegawai).order_by("-mulai"))


def _kini(daftar: list[MasaJenjang]) -> MasaJenjang | None:
    return next((satu for satu in daftar if satu.selesai is None), None)


def _form_masa(pegawai: Pegawai, daftar: list[MasaJenjang], *kiriman: Any) -> MasaForm:
    naik = {"cara_masuk": CaraMasuk.KENAIKAN_JENJANG} if _kini(daftar) else {}
    return MasaForm(*kiriman, initial=isian_awal(pegawai) | naik)


def _konteks_masa(
    pegawai: Pegawai, daftar: list[MasaJenjang], form: MasaForm, akhiri: AkhiriForm | None = None
) -> dict[str, Any]:
    return {
        "pegawai": pegawai,
        "daftar": daftar,
        "kini": _kini(daftar),
        "form": form,
        "form_akhiri": akhiri or AkhiriForm(prefix="akhiri"),
        "kunci_draf": f"masa-jf-{pegawai.pk}",
    }


def _hitungan(pegawai: Pegawai, form: MasaForm) -> dict[str, Any] | None:
    dasar = form.dasar_hitungan
    if dasar is None or form.data.get("cara_masuk") != CaraMasuk.PERPINDAHAN:
        return None
    hitungan = hitung_perpindahan(
        pegawai=pegawai, tertinggi=bool(form.cleaned_data.get("pangkat_tertinggi")), **dasar
    )
    return konteks_perpindahan(hitungan.rekaman())


@require_http_methods(["POST"])
@perlu_aktor
@idempoten
def akhiri(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Somebody leaves the JF."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(
        MasaJenjang.objects.select_related("pegawai__instansi").filter(
            pegawai__in=pegawai_dikelola(aktor=aktor).values("pk"), selesai__isnull=True
        ),
        pk=pk,
    )
    pegawai = satu.pegawai
    form = AkhiriForm(request.POST, prefix="akhiri")
    if form.is_valid():
        try:
            services.akhiri_masa(aktor=aktor, masa=satu, pada=aktor.hari_ini, **form.cleaned_data)
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(
                request,
                _("Masa jenjang berakhir; bukunya tetap terbaca. %(nama)s mendapat kabar.")
                % {"nama": pegawai.nama_lengkap},
            )
            return redirect("angka_kredit:masa", pegawai_pk=pegawai.pk)
    daftar = _daftar_masa(pegawai)
    konteks = _konteks_masa(pegawai, daftar, _form_masa(pegawai, daftar), form)
    return _render(request, "angka_kredit/masa.html", konteks, form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def fakta(request: HttpRequest, pegawai_pk: int) -> HttpResponseBase:
    """The facts of a person and a form for the next."""
    aktor = aktor_wajib(request)
    pegawai = _pegawai(request, pegawai_pk)
    kunci = f"fakta-jf-{pegawai_pk}"
    form = FaktaForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
    )
    if request.method == "POST" and form.is_valid():
        isi: dict[str, Any] = dict(form.cleaned_data)
        berkas = isi.pop("berkas")
        try:
            services.catat_fakta(
                aktor=aktor,
                pegawai=pegawai,
                pada=aktor.hari_ini,
                positif=isi.pop("hasil") == "ya",
                nama_berkas=berkas.name if berkas else "",
                berkas=berkas or None,
                **isi,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            messages.success(
                request, _("Tercatat. %(nama)s mendapat kabar.") % {"nama": pegawai.nama_lengkap}
            )
            return redirect("angka_kredit:fakta", pegawai_pk=pegawai_pk)
    daftar = FaktaJF.objects.filter(pegawai=pegawai).order_by("-tanggal", "-pk")
    konteks = {
        "pegawai": pegawai,
        "daftar": [baris_fakta(satu) for satu in daftar],
        "form": form,
        "kunci_draf": kunci,
    }
    return _render(request, "angka_kredit/fakta.html", konteks, form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def laporkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The person says that a fact is wrong."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(fakta_terlihat(aktor=aktor), pk=pk, pegawai_id=aktor.pegawai_id)
    kunci = f"lapor-fakta-jf-{pk}"
    form = LaporForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.laporkan_fakta(
                aktor=aktor, fakta=satu, teks=form.cleaned_data["teks"], pada=aktor.hari_ini
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            messages.success(
                request,
                _("Laporan terkirim ke pengelola kinerja. Tanda terima %(t)s.")
                % {"t": hasil.tanda_terima.nomor},
            )
            return redirect("angka_kredit:saya")
    konteks = {"satu": baris_fakta(satu), "form": form, "kunci_draf": kunci}
    return _render(request, "angka_kredit/fakta_lapor.html", konteks, form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def jawab(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The pengelola keeps the fact or takes it back."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(
        fakta_terlihat(aktor=aktor).filter(pegawai__in=pegawai_dikelola(aktor=aktor).values("pk")),
        pk=pk,
    )
    kunci = f"jawab-fakta-jf-{pk}"
    form = JawabForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.jawab_laporan(
                aktor=aktor,
                fakta=satu,
                cabut=form.cleaned_data["putusan"] == "cabut",
                teks=form.cleaned_data["teks"],
                pada=aktor.hari_ini,
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            messages.success(request, _("Jawaban tercatat dan terbaca pegawainya."))
            return redirect("angka_kredit:fakta", pegawai_pk=satu.pegawai_id)
    konteks = {"satu": baris_fakta(satu), "form": form, "kunci_draf": kunci}
    return _render(request, "angka_kredit/fakta_jawab.html", konteks, form)


@require_safe
@perlu_aktor
def berkas_fakta(request: HttpRequest, pk: int) -> HttpResponse:
    """The document of a fact."""
    satu = get_object_or_404(fakta_terlihat(aktor=aktor_wajib(request)), pk=pk)
    if satu.berkas is None:
        raise Http404
    return unduh_berkas(satu.berkas, f"fakta-{satu.jenis}-{pk}")


def _render(
    request: HttpRequest, templat: str, konteks: dict[str, Any], form: IsianForm
) -> HttpResponse:
    return render_laman(
        request, templat, konteks, nav="tindak_lanjut", status=422 if form.is_bound else 200
    )
