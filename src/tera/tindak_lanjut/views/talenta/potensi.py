"""Assessments of potensial: the file that is imported, its faults, what was imported before."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.talenta import UnggahPotensiForm
from tera.tindak_lanjut.selectors.talenta.peta import riwayat_potensi
from tera.tindak_lanjut.services.talenta.potensi import HasilPotensi, impor_potensi
from tera.tindak_lanjut.views.talenta.alat import NAV, jangkauan_wajib, kirim, wajib_punya

#: Faults shown on the page; a file with more is broken in one and the same way.
BATAS_GALAT = 100


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponse:
    """Import a file of assessments: everything is written, or the faults are shown."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request, petugas=True)
    wajib_punya(luas.peran_seluruh, "pengelola")
    form = UnggahPotensiForm(**kirim(request))
    hasil: HasilPotensi | None = None
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                hasil = impor_potensi(
                    aktor=aktor,
                    nama=berkas.name,
                    isi=berkas.read(),
                    sumber=form.cleaned_data["sumber"],
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            else:
                if not hasil.galat:
                    messages.success(
                        request,
                        _("%(tambah)s asesmen baru, %(ubah)s diperbarui, %(tetap)s tidak berubah.")
                        % {"tambah": hasil.tambah, "ubah": hasil.ubah, "tetap": hasil.tetap},
                    )
                    return redirect("tindak_lanjut:talenta_potensi")
    konteks = {
        "form": form,
        "hasil": hasil,
        "galat": hasil.galat[:BATAS_GALAT] if hasil else [],
        "riwayat": riwayat_potensi(aktor=aktor),
    }
    return render_laman(
        request, "tindak_lanjut/talenta/potensi.html", konteks, nav=NAV, status=status
    )
