"""Pages of the vision line: the line of a unit, one butir, typing and importing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi.forms.arah import ButirForm, ImporArahForm, IndikatorForm, PilihUnitForm
from tera.organisasi.forms.orang import SampaiForm
from tera.organisasi.models import ButirPerencanaan, UnitKerja
from tera.organisasi.permissions_orang import boleh_kelola
from tera.organisasi.selectors import arah as tanya
from tera.organisasi.selectors.orang import unit_terlihat
from tera.organisasi.selectors.penilai import penugasan_utama
from tera.organisasi.services import arah as layanan
from tera.organisasi.services.arah_impor import HasilImporArah, impor_arah
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.views.alat_orang import kirim, laman_isian


def _butir(aktor: Aktor, pk: int) -> ButirPerencanaan:
    return get_object_or_404(tanya.butir_terlihat(aktor=aktor), pk=pk)


@perlu_aktor
def arah(request: HttpRequest) -> HttpResponse:
    """Go to the line of the unit asked for, else of one's own unit, else choose one."""
    aktor = aktor_wajib(request)
    form = PilihUnitForm(request.GET if "unit" in request.GET else None, aktor=aktor)
    if form.is_valid():
        return redirect("organisasi:arah_unit", pk=form.cleaned_data["unit"].pk)
    if not form.is_bound and aktor.pegawai_id is not None and "pilih" not in request.GET:
        penugasan = penugasan_utama(pegawai_id=aktor.pegawai_id, pada=aktor.hari_ini)
        if penugasan is not None:
            return redirect("organisasi:arah_unit", pk=penugasan.unit_id)
    return render_laman(
        request,
        "organisasi/arah_pilih.html",
        {
            "form": form,
            "daftar": tanya.unit_berarah(aktor=aktor, pada=aktor.hari_ini)[:100],
            "boleh_impor": boleh_kelola(aktor=aktor, pada=aktor.hari_ini),
        },
        nav="skp",
    )


@perlu_aktor
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """The line of one unit: what it serves, down to its perjanjian kinerja."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    satu: UnitKerja = get_object_or_404(unit_terlihat(aktor=aktor), pk=pk)
    return render_laman(
        request,
        "organisasi/arah_unit.html",
        {
            "unit": satu,
            "cabang": tanya.arah_unit(aktor=aktor, unit=satu, pada=pada),
            "boleh_isi": boleh_kelola(aktor=aktor, pada=pada, unit=satu),
        },
        nav="skp",
    )


@perlu_aktor
@idempoten
def butir_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a line to a unit."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    satu: UnitKerja = get_object_or_404(unit_terlihat(aktor=aktor), pk=pk)
    wajib_kelola(aktor=aktor, pada=pada, unit=satu, perbuatan=_("mengisi garis arah"))
    calon = {b.pk: b for b in tanya.calon_induk(aktor=aktor, unit=satu, pada=pada)[:300]}
    form = ButirForm(
        **kirim(request), aktor=aktor, calon=calon.values(), initial={"sejak": f"{pada.year}-01-01"}
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        induk = calon.get(isi.pop("induk") or 0)
        layanan.tambah_butir(aktor=aktor, unit=satu, induk=induk, pada=pada, **isi)
        return reverse("organisasi:arah_unit", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Butir ditambahkan."),
        judul=_("Tambah butir"),
        tombol=_("Tambah butir"),
        induk=satu.nama,
        kembali=reverse("organisasi:arah_unit", args=[pk]),
        nav="skp",
    )


@perlu_aktor
@idempoten
def butir(request: HttpRequest, pk: int) -> HttpResponse:
    """One line: what it serves upward, its indicators, and a new indicator."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    satu = _butir(aktor, pk)
    form = IndikatorForm(**kirim(request), aktor=aktor, initial={"tahun": pada.year})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.tambah_indikator(aktor=aktor, butir=satu, pada=pada, **isi)
        return reverse("organisasi:arah_butir", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Indikator ditambahkan."),
        template="organisasi/arah_butir.html",
        nav="skp",
        butir=satu,
        garis=tanya.garis_arah_butir(satu)[1:],
        indikator=list(satu.daftar_indikator.order_by("-tahun", "id")),
        boleh_isi=boleh_kelola(aktor=aktor, pada=pada, unit=satu.unit),
    )


@perlu_aktor
@idempoten
def butir_akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """End a line."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    satu = _butir(aktor, pk)
    if request.method == "GET":
        wajib_kelola(aktor=aktor, pada=pada, unit=satu.unit, perbuatan=_("mengakhiri garis arah"))
    form = SampaiForm(**kirim(request), aktor=aktor, initial={"sampai": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.akhiri_butir(aktor=aktor, butir=satu, sampai=isi["sampai"], pada=pada)
        return reverse("organisasi:arah_butir", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Butir diakhiri."),
        judul=_("Akhiri butir"),
        tombol=_("Akhiri butir"),
        induk=satu.unit.nama,
        kembali=reverse("organisasi:arah_butir", args=[pk]),
        nav="skp",
        pengantar=satu.teks,
    )


@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponse:
    """Import a file of lines: checked first, written when no row is refused."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor garis arah"))
    form = ImporArahForm(
        **kirim(request), aktor=aktor, initial={"berlaku": f"{pada.year}-01-01", "periksa": True}
    )
    hasil: HasilImporArah | None = None
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            hasil = impor_arah(
                aktor=aktor,
                nama=isi["berkas"].name,
                data=isi["berkas"].read(),
                berlaku=isi["berlaku"],
                pada=pada,
                periksa=isi["periksa"],
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
    if hasil is not None and hasil.diimpor:
        messages.success(
            request,
            _("Impor selesai: %(tambah)s butir baru, %(ubah)s berubah, %(tetap)s tetap.")
            % {"tambah": hasil.tambah, "ubah": hasil.ubah, "tetap": hasil.tetap},
        )
        return redirect(reverse("organisasi:arah") + "?pilih=ya")
    gagal = bool(form.errors) or (hasil is not None and bool(hasil.ditolak))
    return render_laman(
        request,
        "organisasi/arah_impor.html",
        {"form": form, "hasil": hasil},
        nav="skp",
        status=422 if form.is_bound and gagal else 200,
    )
