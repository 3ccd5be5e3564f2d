"""Pages of packages: ask for one, follow its progress, take it; the recap of a unit."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core.aktor import Aktor
from tera.core.berkas import baca_berkas
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.dokumen.models import PaketCetakan
from tera.dokumen.paket import minta_paket
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors_evaluasi import rekap_unit
from tera.dokumen.selectors_paket import (
    boleh_mengemas,
    evaluasi_dikemas,
    paket_terlihat,
    unit_dikemas,
)
from tera.dokumen.views import jawab_pdf
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.selectors.periode import periode_terlihat


class PaketForm(forms.Form):
    """Which unit, which period."""

    periode = forms.ModelChoiceField(
        label=gettext_lazy("Periode"), queryset=Periode.objects.none(), empty_label=None
    )
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit dan semua di bawahnya"),
        queryset=UnitKerja.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: Any, aktor: Aktor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hari = aktor.hari_ini
        bidang_periode, bidang_unit = self.fields["periode"], self.fields["unit"]
        if isinstance(bidang_periode, forms.ModelChoiceField):
            bidang_periode.queryset = (
                periode_terlihat(aktor=aktor)
                .filter(mulai__lte=hari)
                .order_by("-tahun", "-selesai", "jenis")
            )
        if isinstance(bidang_unit, forms.ModelChoiceField):
            bidang_unit.queryset = unit_dikemas(aktor=aktor, pada=hari)


@perlu_aktor
@idempoten
def daftar(request: HttpRequest) -> HttpResponse:
    """My packages, and the form to ask for one."""
    aktor = aktor_wajib(request)
    if not unit_dikemas(aktor=aktor, pada=aktor.hari_ini).exists():
        raise TidakBerwenangError(
            _("Paket dokumen hanya untuk pimpinan unit dan pengelola kinerja.")
        )
    form = PaketForm(request.POST or None, aktor=aktor)
    if request.method == "POST" and form.is_valid():
        try:
            paket = minta_paket(
                aktor=aktor,
                unit=form.cleaned_data["unit"],
                periode=form.cleaned_data["periode"],
                pada=aktor.hari_ini,
            )
        except MasukanSalahError as galat:
            form.add_error("unit", galat.pesan)
        else:
            messages.success(request, _("Paket sedang dibuat. Kemajuannya ada di sini."))
            return redirect("dokumen:paket_rincian", pk=paket.pk)
    return render_laman(
        request,
        "dokumen/paket_daftar.html",
        {"form": form, "daftar": paket_terlihat(aktor=aktor)[:20], "zona": aktor.zona},
        nav="evaluasi",
        status=422 if form.is_bound and form.errors else 200,
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One package with its progress."""
    paket = get_object_or_404(paket_terlihat(aktor=aktor_wajib(request)), pk=pk)
    return render_laman(request, "dokumen/paket_rincian.html", {"paket": paket}, nav="evaluasi")


@require_safe
@perlu_aktor
def unduh(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The ZIP."""
    paket = get_object_or_404(paket_terlihat(aktor=aktor_wajib(request)), pk=pk)
    if paket.berkas is None or paket.status != PaketCetakan.Status.SELESAI:
        raise Http404
    return unduh_isi(baca_berkas(paket.berkas), "application/zip", paket.berkas.nama)


@require_safe
@perlu_aktor
def rekap(request: HttpRequest, periode_pk: int, unit_pk: int) -> HttpResponse:
    """The recap of one unit as PDF."""
    aktor = aktor_wajib(request)
    periode = get_object_or_404(periode_terlihat(aktor=aktor), pk=periode_pk)
    unit = get_object_or_404(
        UnitKerja.objects.select_related("instansi"), pk=unit_pk, instansi_id=aktor.instansi_id
    )
    if not boleh_mengemas(aktor=aktor, unit=unit, pada=aktor.hari_ini):
        raise TidakBerwenangError(
            _("Rekap unit hanya untuk pimpinan unit itu dan pengelola kinerja.")
        )
    dokumen = rekap_unit(
        unit=unit, periode=periode, daftar=evaluasi_dikemas(unit=unit, periode=periode)
    )
    return jawab_pdf(render_pdf(dokumen), f"rekap-{unit.kode}-{periode.pk}.pdf")
