"""Bimbingan: the pages."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.tindakan import CatatanForm
from tera.tindak_lanjut.forms.tindakan_pembinaan import BimbinganForm
from tera.tindak_lanjut.models import BimbinganKinerja
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import bimbingan_terlihat
from tera.tindak_lanjut.services.tindakan import pembinaan
from tera.tindak_lanjut.tampilan_tindakan import judul_tindakan
from tera.tindak_lanjut.views.terima import isian, terima
from tera.tindak_lanjut.views.tindakan.alat import tindakan_atau_404


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def bimbingan_baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record a coaching session."""
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    pembinaan.boleh_membimbing(
        peran_tindakan(aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini), tindakan
    )
    return terima(
        request,
        BimbinganForm(isian(request), initial={"tanggal": aktor.hari_ini}),
        kerjakan=lambda f: pembinaan.catat_bimbingan(
            aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Bimbingan dicatat. Pegawai bisa menanggapinya."),
        ke=("tindakan", pk),
        templat="tindakan/bimbingan_baru",
        konteks={"tindakan": tindakan, "judul": judul_tindakan(tindakan)},
        draf=f"bimbingan-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def bimbingan(request: HttpRequest, pk: int, bimbingan_pk: int) -> HttpResponseBase:
    """One session, for the two who spoke; the person answers here."""
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    terlihat = {satu.pk for satu in bimbingan_terlihat(tindakan=tindakan, aktor=aktor)}
    satu = get_object_or_404(
        BimbinganKinerja.objects.select_related("pembimbing", "pegawai"),
        pk=bimbingan_pk if bimbingan_pk in terlihat else 0,
    )
    return terima(
        request,
        CatatanForm(isian(request), label=_("Tanggapan Anda"), initial={"catatan": satu.tanggapan}),
        kerjakan=lambda f: pembinaan.tanggapi_bimbingan(
            aktor=aktor, bimbingan=satu, tanggapan=f.cleaned_data["catatan"], pada=aktor.hari_ini
        ),
        sukses=_("Tanggapan Anda disimpan."),
        ke=("tindakan", pk),
        templat="tindakan/bimbingan",
        konteks={
            "tindakan": tindakan,
            "judul": judul_tindakan(tindakan),
            "satu": satu,
            "milik_saya": satu.pegawai_id == aktor.pegawai_id,
        },
        draf=f"tanggap-bimbingan-{satu.pk}",
    )
