"""What a departing rater leaves about one person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.evaluasi import services
from tera.evaluasi.forms import KeluarForm
from tera.evaluasi.models import EvaluasiKeluar
from tera.evaluasi.services.keluar import IsiKeluar


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def keluar(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Fill (or correct) the exit evaluation of somebody one has rated; only its writer sees it."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(
        EvaluasiKeluar.objects.filter(penilai_id=aktor.pegawai_id or 0).select_related(
            "pegawai", "skp__penugasan__jabatan", "skp__penugasan__unit"
        ),
        pk=pk,
    )
    form = KeluarForm(
        request.POST if request.method == "POST" else None,
        initial={
            "rating_hasil_kerja": satu.rating_hasil_kerja,
            "rating_perilaku_kerja": satu.rating_perilaku_kerja,
            "catatan": satu.catatan,
            "revisi": satu.revisi,
        },
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _satu, tanda = services.isi_evaluasi_keluar(
                    aktor=aktor,
                    keluar=satu,
                    isi=IsiKeluar(**form.cleaned_data),
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                messages.success(
                    request,
                    _("Evaluasi keluar tersimpan. Tanda terima %(nomor)s.")
                    % {"nomor": tanda.nomor},
                )
                return redirect("evaluasi:daftar")
    konteks = {"keluar": satu, "form": form}
    return render_laman(request, "evaluasi/keluar.html", konteks, nav="evaluasi", status=status)
