"""My plans, and the page that makes one."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.organisasi.selectors import penilai_pada
from tera.skp.forms.lain import BuatSKPForm, tahun_pilihan
from tera.skp.selectors.pilihan import boleh_disalin, daftar_salinan, penugasan_susun
from tera.skp.selectors.terlihat import skp_disiapkan, skp_saya
from tera.skp.services.susun import buat_skp
from tera.skp.services.syarat_buat import wajib_skp
from tera.skp.views.alat import NADA_STATUS, kabari


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponseBase:
    """My plans per year, and those I prepare for an official."""
    aktor = aktor_wajib(request)
    per_tahun: dict[int, list[dict[str, object]]] = {}
    for skp in skp_saya(aktor=aktor):
        per_tahun.setdefault(skp.tahun, []).append({"skp": skp, "nada": NADA_STATUS[skp.status]})
    disiapkan = [
        {"skp": skp, "nada": NADA_STATUS[skp.status]} for skp in skp_disiapkan(aktor=aktor)
    ]
    konteks = {
        "per_tahun": per_tahun,
        "disiapkan": disiapkan,
        "tahun_ini": aktor.hari_ini.year,
        "punya_pegawai": aktor.pegawai_id is not None,
        # A kepala daerah makes no SKP: no button that would only be refused.
        "boleh_buat": any(
            wajib_skp(penugasan=satu, pada=aktor.hari_ini) for satu in penugasan_susun(aktor=aktor)
        ),
    }
    return render_laman(request, "skp/daftar.html", konteks, nav="skp")


@perlu_aktor
@idempoten
def buat(request: HttpRequest) -> HttpResponseBase:
    """Choose post, year, approach and what to start from."""
    aktor = aktor_wajib(request)
    form = _form(aktor, request)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                return _buat(request, aktor, form)
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.add_error(None, galat.pesan)
                status = galat.status
        else:
            status = 422
    tugas = next(iter(form.daftar_penugasan), None)
    konteks = {
        "form": form,
        "penugasan": tugas,
        "hasil_penilai": penilai_pada(penugasan=tugas, pada=max(aktor.hari_ini, tugas.sejak))
        if tugas
        else None,
    }
    return render_laman(request, "skp/buat.html", konteks, nav="skp", status=status)


def _form(aktor: Aktor, request: HttpRequest) -> BuatSKPForm:
    return BuatSKPForm(
        request.POST if request.method == "POST" else None,
        daftar_penugasan=list(penugasan_susun(aktor=aktor)),
        daftar_tahun=tahun_pilihan(aktor.hari_ini),
        daftar_salinan=list(daftar_salinan(aktor=aktor, skp=None, pada=aktor.hari_ini)),
        saya=aktor.pegawai_id,
    )


def _buat(request: HttpRequest, aktor: Aktor, form: BuatSKPForm) -> HttpResponseBase:
    isi = form.cleaned_data
    pada = aktor.hari_ini
    sumber = None
    if isi["salin_dari"] is not None:
        sumber = get_object_or_404(boleh_disalin(aktor=aktor, pada=pada), pk=isi["salin_dari"])
    skp = buat_skp(
        aktor=aktor,
        penugasan=get_object_or_404(penugasan_susun(aktor=aktor), pk=isi["penugasan"]),
        tahun=isi["tahun"],
        pendekatan=isi["pendekatan"],
        pada=pada,
        salin_dari=sumber,
    )
    kabari(request, _("Draf SKP %(tahun)d dibuat. Isi hasil kerjanya.") % {"tahun": skp.tahun})
    return redirect("skp:sunting", pk=skp.pk)
