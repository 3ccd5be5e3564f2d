"""How I want mail."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.clock import singkatan_zona
from tera.core.idempoten import idempoten
from tera.notifikasi.forms import PilihanForm
from tera.notifikasi.selectors.pilihan import pilihan_orang
from tera.notifikasi.services.pilihan import simpan_pilihan


@perlu_aktor
@idempoten
def pilihan(request: HttpRequest) -> HttpResponse:
    """Choose per group when mail comes, and the quiet hours."""
    aktor = aktor_wajib(request)
    kini = pilihan_orang(aktor=aktor, pada=aktor.hari_ini)
    form = PilihanForm(
        request.POST or None,
        initial={**kini.per_kelompok, "mulai": kini.mulai, "selesai": kini.selesai},
    )
    if request.method == "POST" and form.is_valid():
        simpan_pilihan(
            aktor=aktor,
            per_kelompok=form.per_kelompok(),
            mulai=form.cleaned_data["mulai"],
            selesai=form.cleaned_data["selesai"],
        )
        messages.success(request, _("Pilihan notifikasi disimpan."))
        return redirect("notifikasi:pilihan")
    konteks = {
        "form": form,
        "kini": kini,
        "jam_ringkasan": f"{kini.jam_ringkasan:02d}.00",
        "zona_singkat": singkatan_zona(aktor.zona),
        "surel_aktif": settings.TERA_SUREL_AKTIF,
    }
    status = 422 if form.is_bound else 200
    return render_laman(
        request, "notifikasi/pilihan.html", konteks, nav="notifikasi", status=status
    )
