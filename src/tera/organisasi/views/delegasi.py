"""Pages of delegation letters."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_berkas
from tera.core.aktor import Aktor
from tera.core.idempoten import idempoten
from tera.organisasi.forms.orang import AkhiriForm, DelegasiForm, SaringCalonForm
from tera.organisasi.permissions_orang import KELOLA
from tera.organisasi.selectors import delegasi as tanya
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.services import delegasi as layanan
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.views.alat_orang import kirim, laman_isian


def _pengelola(aktor: Aktor) -> bool:
    daftar_peran = daftar_petugas(aktor=aktor, pada=aktor.hari_ini)
    return any(peran in KELOLA for peran, _path in daftar_peran)


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The letters an officer keeps, or that name the aktor."""
    aktor = aktor_wajib(request)
    return render_laman(
        request,
        "organisasi/delegasi_daftar.html",
        {
            "daftar": tanya.delegasi_terlihat(aktor=aktor, pada=aktor.hari_ini)[:200],
            "boleh_buat": _pengelola(aktor),
            "pada": aktor.hari_ini,
        },
        nav="kelola",
    )


@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Choose the heads of a subtree at once, then record the letter."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not _pengelola(aktor):
        wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mencatat pendelegasian"))
    saring = SaringCalonForm(
        request.GET if "unit" in request.GET else None,
        aktor=aktor,
        daftar_jenis=tanya.daftar_jenis_unit(aktor=aktor),
    )
    calon: list[tanya.CalonPenerima] = []
    if saring.is_valid():
        calon = tanya.calon_penerima(
            aktor=aktor,
            unit=saring.cleaned_data["unit"],
            pada=pada,
            jenis_unit=saring.cleaned_data["jenis"],
        )
    form = DelegasiForm(
        **kirim(request),
        aktor=aktor,
        pilihan_penerima=[
            (
                satu.kunci,
                f"{satu.penugasan.pegawai.nama_lengkap} · {satu.penugasan.unit.nama}"
                + (_(" (sudah punya surat)") if satu.sudah_dicakup else ""),
            )
            for satu in calon
        ],
        initial={
            "penerima": [satu.kunci for satu in calon if not satu.sudah_dicakup],
            "sejak": pada,
        },
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        surat = isi["surat"]
        delegasi = layanan.buat_delegasi(
            aktor=aktor,
            pemberi_id=isi["pemberi"].pk,
            nomor_surat=isi["nomor_surat"],
            tanggal_surat=isi["tanggal_surat"],
            sejak=isi["sejak"],
            sampai=isi["sampai"],
            daftar_penerima=form.daftar_penerima(),
            pada=pada,
            surat=surat.file if surat else None,
            nama_surat=surat.name if surat else "",
        )
        return reverse("organisasi:delegasi_rincian", args=[delegasi.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Surat pendelegasian tercatat. Penilai yang terkena sudah dihitung ulang."),
        template="organisasi/delegasi_baru.html",
        saring=saring,
        calon=calon,
        disaring=saring.is_bound and saring.is_valid(),
    )


@perlu_aktor
@idempoten
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter with its heads; an officer may end it."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    delegasi = get_object_or_404(tanya.delegasi_terlihat(aktor=aktor, pada=pada), pk=pk)
    form = AkhiriForm(**kirim(request), aktor=aktor, initial={"sampai": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.akhiri_delegasi(aktor=aktor, delegasi=delegasi, pada=pada, **isi)
        return reverse("organisasi:delegasi_rincian", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Pendelegasian diakhiri. Penilai yang terkena sudah dihitung ulang."),
        template="organisasi/delegasi_rincian.html",
        delegasi=delegasi,
        cakupan=list(tanya.cakupan(delegasi=delegasi)),
        boleh_akhiri=_pengelola(aktor) and (delegasi.sampai is None or delegasi.sampai > pada),
        sudah_berakhir=delegasi.sampai is not None and delegasi.sampai < pada,
    )


@perlu_aktor
def surat(request: HttpRequest, pk: int) -> HttpResponse:
    """The scanned letter."""
    aktor = aktor_wajib(request)
    delegasi = get_object_or_404(tanya.delegasi_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    if delegasi.berkas is None:
        raise Http404
    return unduh_berkas(delegasi.berkas, f"surat-delegasi-{pk}")
