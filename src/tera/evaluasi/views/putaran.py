"""The rater's round: the team of one period, and acts on many of them."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.evaluasi import selectors, services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.putaran import putaran
from tera.evaluasi.tampilan.putaran import konteks_putaran
from tera.evaluasi.views.alat import kabari_banyak, kunci_urutan, periode_dinilai_atau_404, sesi

BATAS_PILIH = 500


@require_safe
@perlu_aktor
def tim(request: HttpRequest, periode_pk: int) -> HttpResponse:
    """The people I rate in one period, those to look at first on top."""
    aktor = aktor_wajib(request)
    periode = periode_dinilai_atau_404(request, periode_pk)
    baris = putaran(aktor=aktor, periode=periode, sesi=sesi(request))
    urutan = [satu.evaluasi.pk for satu in baris if satu.evaluasi is not None]
    # The order of this visit stays while one walks through it.
    if set(request.session.get(kunci_urutan(periode_pk), [])) != set(urutan):
        request.session[kunci_urutan(periode_pk)] = urutan
    konteks = konteks_putaran(aktor=aktor, periode=periode, baris=baris)
    return render_laman(request, "evaluasi/putaran.html", konteks, nav="evaluasi")


def _dipilih(request: HttpRequest, periode_pk: int) -> list[Evaluasi]:
    pilihan = [satu for satu in request.POST.getlist("pilih") if satu.isdecimal()][:BATAS_PILIH]
    return list(
        selectors.evaluasi_terlihat(aktor=aktor_wajib(request)).filter(
            pk__in=pilihan, periode_id=periode_dinilai_atau_404(request, periode_pk).pk
        )
    )


@require_POST
@perlu_aktor
@idempoten
def sesuai_banyak(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """Rate *sesuai* and *sesuai* those that were chosen and opened in this session."""
    aktor = aktor_wajib(request)
    hasil = services.nilai_sesuai_yang_dibaca(
        aktor=aktor,
        daftar=_dipilih(request, periode_pk),
        sesi=sesi(request),
        pada=aktor.hari_ini,
    )
    kabari_banyak(request, hasil, _("%(n)s orang dinilai sesuai ekspektasi untuk keduanya."))
    return redirect("evaluasi:tim", periode_pk=periode_pk)


@require_POST
@perlu_aktor
@idempoten
def tetapkan_banyak(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """Set the predikat of those that were chosen."""
    aktor = aktor_wajib(request)
    hasil = services.tetapkan_banyak(
        aktor=aktor, daftar=_dipilih(request, periode_pk), pada=aktor.hari_ini
    )
    kabari_banyak(request, hasil, _("Predikat %(n)s orang ditetapkan."))
    return redirect("evaluasi:tim", periode_pk=periode_pk)


@require_POST
@perlu_aktor
@idempoten
def sampaikan_banyak(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """Deliver the results of those that were chosen."""
    aktor = aktor_wajib(request)
    hasil = services.sampaikan_banyak(
        aktor=aktor, daftar=_dipilih(request, periode_pk), pada=aktor.hari_ini
    )
    kabari_banyak(request, hasil, _("Hasil %(n)s orang disampaikan."))
    return redirect("evaluasi:tim", periode_pk=periode_pk)
