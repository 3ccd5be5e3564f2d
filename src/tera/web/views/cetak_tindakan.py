"""Printed forms from result to action: a read that must be noted is noted before it is printed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors_tindakan import formulir_konseling, formulir_perjanjian
from tera.dokumen.views import jawab_pdf
from tera.tindak_lanjut.models import BacaanKonseling
from tera.tindak_lanjut.selectors.konseling import konseling_terlihat
from tera.tindak_lanjut.selectors.perjanjian import tinjauan_terlihat
from tera.tindak_lanjut.services.tindakan.pembinaan import baca_konseling


@require_safe
@perlu_aktor
def konseling(request: HttpRequest, pk: int) -> HttpResponse:
    """The counsellor's form: for the counsellor and the person alone."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(konseling_terlihat(aktor=aktor), pk=pk)
    if aktor.pegawai_id not in {satu.pegawai_id, satu.konselor_id} or not satu.dilaksanakan_pada:
        raise Http404
    baca_konseling(aktor=aktor, konseling=satu, bagian=BacaanKonseling.Bagian.CETAKAN)
    with override(settings.LANGUAGE_CODE):
        return jawab_pdf(render_pdf(formulir_konseling(satu)), f"konseling-{pk}.pdf")


@require_safe
@perlu_aktor
def perjanjian(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of an agreement's review, once there is a recommendation."""
    satu = get_object_or_404(
        tinjauan_terlihat(aktor=aktor_wajib(request)).exclude(rekomendasi=""), pk=pk
    )
    with override(settings.LANGUAGE_CODE):
        return jawab_pdf(render_pdf(formulir_perjanjian(satu)), f"perjanjian-{pk}.pdf")
