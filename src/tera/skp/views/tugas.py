"""Teams led and additional tasks of the person, taken into the draft as rows."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.skp.forms.lain import TugasForm
from tera.skp.isi import IsiRHK
from tera.skp.models import SKP
from tera.skp.selectors.tugas import tugas_ditawarkan
from tera.skp.services.susun import tambah_baris
from tera.skp.views.alat import dengan_skp, kabari, konteks_skp

#: By letter besides one's own post: the form's second group.
SKP_TAMBAHAN = "tambahan"


@perlu_aktor
@dengan_skp
@idempoten
def tugas(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Choose which of them become rows of hasil kerja tambahan."""
    daftar = tugas_ditawarkan(skp=skp)
    form = TugasForm(request.POST or None, daftar=daftar, initial={"revisi": skp.revisi})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            aktor = aktor_wajib(request)
            dipilih = [satu for satu in daftar if satu.kunci in form.cleaned_data["tugas"]]
            tambah_baris(
                aktor=aktor,
                skp=skp,
                daftar_rhk=[
                    IsiRHK(teks=satu.teks, jenis=SKP_TAMBAHAN, penugasan_dari=satu.dasar)
                    for satu in dipilih
                ],
                revisi=form.cleaned_data["revisi"],
                pada=aktor.hari_ini,
            )
            kabari(request, _("%(n)d tugas masuk draf. Lengkapi target.") % {"n": len(dipilih)})
            return redirect("skp:sunting", pk=skp.pk)
    konteks = konteks_skp(request, skp) | {"form": form, "daftar": daftar}
    return render_laman(request, "skp/tugas.html", konteks, nav="skp", status=status)
