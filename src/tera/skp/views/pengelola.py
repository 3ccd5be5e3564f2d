"""The pengelola's two steps for a plan nobody drafted in time (R-161): draft, then set and send."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors import penilai_pada
from tera.skp.forms.lain import SusunPengelolaForm
from tera.skp.models import SKP
from tera.skp.permissions import hari_peran
from tera.skp.selectors.pengelola import penerima_skp, penugasan_dikelola, sumber_salinan
from tera.skp.services import pengelola as layanan
from tera.skp.views.alat import dengan_skp, kabari, konteks_skp


@perlu_aktor
def susun(request: HttpRequest, penugasan: int) -> HttpResponseBase:
    """Open the draft for one person of the units one keeps; others get 404."""
    aktor = aktor_wajib(request)
    tugas = get_object_or_404(penugasan_dikelola(aktor=aktor, pada=aktor.hari_ini), pk=penugasan)
    request.pegawai_terkait_id = tugas.pegawai_id  # type: ignore[attr-defined]
    return _susun(request, tugas)


@idempoten
def _susun(request: HttpRequest, tugas: Penugasan) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    # What the person wrote before is theirs: shown only in mode petugas.
    sumber = sumber_salinan(penugasan=tugas) if aktor.mode_petugas else SKP.objects.none()
    form = SusunPengelolaForm(request.POST or None, daftar_salinan=list(sumber[:10]))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                skp = layanan.susun_oleh_pengelola(
                    aktor=aktor,
                    penugasan=tugas,
                    tahun=pada.year,
                    pendekatan=form.cleaned_data["pendekatan"],
                    pada=pada,
                    salin_dari=sumber.filter(pk=form.cleaned_data["salin_dari"] or 0).first(),
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.add_error(None, galat.pesan)
                status = galat.status
            else:
                kabari(request, _("Rancangan dibuka. Isi hasil kerjanya, lalu tetapkan."))
                return redirect("skp:sunting", pk=skp.pk)
    konteks = {
        "form": form,
        "tugas": tugas,
        "tahun": pada.year,
        "perlu_mode": aktor.mode_petugas is None,
    }
    return render_laman(request, "skp/pengelola_susun.html", konteks, nav="unit_skp", status=status)


@perlu_aktor
@dengan_skp
@idempoten
def tetapkan(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Say what setting does and to whom it goes; then do it."""
    aktor = aktor_wajib(request)
    konteks = konteks_skp(request, skp)
    galat: MasukanSalahError | None = None
    if request.method == "POST":
        revisi = request.POST.get("revisi", "")
        try:
            hasil = layanan.tetapkan_oleh_pengelola(
                aktor=aktor,
                skp=skp,
                pada=aktor.hari_ini,
                revisi=int(revisi) if revisi.isdecimal() else None,
            )
        except MasukanSalahError as salah:
            galat = salah
        else:
            kabari(request, _("SKP ditetapkan dan dikirim."), hasil)
            return redirect("skp:rincian", pk=skp.pk)
    elif "tetapkan_pengelola" not in konteks["aksi"] or konteks["milik_saya"]:
        return redirect("skp:rincian", pk=skp.pk)
    hari = hari_peran(skp, aktor.hari_ini)
    penilai = penilai_pada(penugasan=skp.penugasan, pada=hari).penilai
    konteks |= {
        "galat": galat,
        "penerima": [
            (sebagai.label, pegawai.nama_lengkap)
            for pegawai, sebagai in penerima_skp(skp=skp, penilai=penilai, pada=hari)
        ]
        if penilai
        else [],
    }
    return render_laman(
        request,
        "skp/pengelola_tetapkan.html",
        konteks,
        nav="unit_skp",
        status=galat.status if galat else 200,
    )
