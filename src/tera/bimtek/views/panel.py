"""The panel of experts: named by the pengelola, with how far it is."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.bimtek import services
from tera.bimtek.forms import AhliForm
from tera.bimtek.permissions import mengelola_panel
from tera.bimtek.selectors.latihan import AHLI_MINIMUM
from tera.bimtek.selectors.panel import KeadaanPanel, ahli_instansi, keadaan_panel
from tera.bimtek.selectors.wajib import WAJIB, kesiapan_wajib
from tera.bimtek.tampilan_wajib import kata_kurang
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan


def _hanya_pengelola(request: HttpRequest) -> None:
    aktor = aktor_wajib(request)
    if not mengelola_panel(aktor=aktor, pada=aktor.hari_ini):
        raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kelola(request: HttpRequest) -> HttpResponseBase:
    """Who the experts are, how many cases they keyed; POST names one."""
    _hanya_pengelola(request)
    aktor = aktor_wajib(request)
    form = AhliForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.tunjuk_ahli(aktor=aktor, pada=aktor.hari_ini, **form.cleaned_data)
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(
                request, _("Ahli ditunjuk. Ia menilai kasus dari halaman Latihan menilai.")
            )
            return redirect("bimtek:panel_kelola")
    keadaan = keadaan_panel(aktor=aktor)
    konteks = {
        "form": form,
        "ahli": list(ahli_instansi(aktor=aktor)),
        "keadaan": keadaan,
        "kurang": _kurang(request, keadaan),
        "minimum": AHLI_MINIMUM,
    }
    status = 422 if form.is_bound else 200
    return render_laman(request, "bimtek/panel.html", konteks, nav="bimtek", status=status)


def _kurang(request: HttpRequest, keadaan: KeadaanPanel) -> str:
    """What is missing, where raters are asked for a certificate that nobody can get."""
    aktor = aktor_wajib(request)
    if not kebijakan.nilai(instansi_id=aktor.instansi_id, kunci=WAJIB, pada=aktor.hari_ini):
        return ""
    siap = kesiapan_wajib(aktor=aktor, pada=aktor.hari_ini, keadaan=keadaan)
    return "" if siap.siap else kata_kurang(siap)


@require_POST
@perlu_aktor
@idempoten
def akhiri(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Let an expert go."""
    _hanya_pengelola(request)
    aktor = aktor_wajib(request)
    ahli = get_object_or_404(ahli_instansi(aktor=aktor), pk=pk)
    services.akhiri_ahli(aktor=aktor, ahli=ahli, pada=aktor.hari_ini)
    messages.success(request, _("Tidak lagi ahli panel. Tandanya yang sudah ada tetap dihitung."))
    return redirect("bimtek:panel_kelola")
