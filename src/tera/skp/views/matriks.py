"""Matriks Peran Hasil: the grid, one column at a time, people, moving a column's rows."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.organisasi.models import Pegawai
from tera.skp.forms.lain import PindahkanForm
from tera.skp.models import SKP, RencanaHasilKerja
from tera.skp.permissions import PERAN_SUSUN
from tera.skp.selectors import matriks as pilih
from tera.skp.services import matriks as layanan
from tera.skp.services.versi import pindahkan_turunan
from tera.skp.views.alat import alamat_cetak, dengan_skp, kabari, konteks_skp


@perlu_aktor
def saya(request: HttpRequest) -> HttpResponseBase:
    """Go to the matrix of my plan, or say how to begin."""
    skp = pilih.skp_matriks_saya(aktor=aktor_wajib(request))
    if skp is not None:
        return redirect("skp:matriks", pk=skp.pk)
    return render_laman(request, "skp/matriks_kosong.html", {}, nav="tim")


@perlu_aktor
@dengan_skp
def tampil(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """The grid (wide) or one column (narrow)."""
    hari = aktor_wajib(request).hari_ini
    isi = pilih.matriks_peran_hasil(skp=skp, pada=hari)
    konteks = konteks_skp(request, skp)
    konteks |= {
        "matriks": isi,
        "terlepas": list(pilih.turunan_terlepas(skp=skp)),
        "boleh_isi": bool(konteks["peran"] & PERAN_SUSUN),
        "kata": request.GET.get("cari", ""),
        "calon": list(pilih.calon_peserta(skp=skp, kata=request.GET.get("cari", ""), pada=hari)),
        "alamat_cetak": alamat_cetak("matriks", skp.pk),
    }
    return render_laman(request, "skp/matriks.html", konteks, nav="tim")


@perlu_aktor
@dengan_skp
@idempoten
def kolom(request: HttpRequest, skp: SKP, rhk: int) -> HttpResponseBase:
    """One column: each person's text."""
    aktor = aktor_wajib(request)
    baris = get_object_or_404(skp.daftar_rhk, pk=rhk)
    baris.skp = skp
    if request.method == "POST":
        hasil = layanan.isi_kolom(
            aktor=aktor, rhk=baris, daftar=_baca_kolom(request), pada=aktor.hari_ini
        )
        kabari(request, _ringkas(hasil))
        return redirect("skp:matriks", pk=skp.pk)
    isi = pilih.matriks_peran_hasil(skp=skp, pada=aktor.hari_ini)
    letak = next((n for n, satu in enumerate(isi.daftar_kolom) if satu.pk == rhk), None)
    konteks = konteks_skp(request, skp)
    konteks |= {
        "rhk": baris,
        "alamat_matriks": reverse("skp:matriks", args=[skp.pk]),
        "baris": [(satu.peserta, satu.daftar_sel[letak]) for satu in isi.daftar_baris]
        if letak is not None
        else [],
        "boleh_isi": bool(konteks["peran"] & PERAN_SUSUN),
    }
    return render_laman(request, "skp/kolom.html", konteks, nav="tim")


def _baca_kolom(request: HttpRequest) -> list[layanan.IsiSel]:
    """Fields ``sel-<pegawai>-teks`` and ``sel-<pegawai>-sifat``."""
    daftar = []
    for nama in request.POST:
        awalan, _pisah, akhir = nama.partition("-")
        nomor, _pisah, bagian = akhir.partition("-")
        if awalan == "sel" and bagian == "teks" and nomor.isdecimal():
            sifat = request.POST.get(f"sel-{nomor}-sifat", "bagian")
            daftar.append(layanan.IsiSel(int(nomor), request.POST[nama][:2000], sifat))
    return daftar


def _ringkas(hasil: layanan.HasilKolom) -> str:
    bagian = [
        teks % {"n": n}
        for n, teks in (
            (hasil.masuk_draf, _("%(n)d masuk ke draf SKP")),
            (hasil.menunggu, _("%(n)d menunggu draf dibuat")),
            (hasil.usulan, _("%(n)d menjadi usulan versi baru")),
            (hasil.dikosongkan, _("%(n)d dikosongkan")),
        )
        if n
    ]
    if not bagian:
        return _("Tidak ada sel yang berubah.")
    return _("Kolom tersimpan: %(isi)s.") % {"isi": ", ".join(bagian)}


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def peserta(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Add a person of another unit."""
    aktor = aktor_wajib(request)
    nomor = request.POST.get("pegawai", "")
    orang = get_object_or_404(
        Pegawai, instansi_id=aktor.instansi_id, pk=int(nomor) if nomor.isdecimal() else 0
    )
    layanan.tambah_peserta(aktor=aktor, skp=skp, pegawai=orang, pada=aktor.hari_ini)
    kabari(request, _("%(nama)s masuk ke matriks.") % {"nama": orang.nama_lengkap})
    return redirect(f"{reverse('skp:matriks', args=[skp.pk])}#peserta")


@perlu_aktor
@dengan_skp
@idempoten
def pindah(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Move the rows under one column to another, so that the column can go."""
    aktor = aktor_wajib(request)
    tujuan = [(rhk.pk, rhk.teks) for rhk in skp.daftar_rhk.exclude(teks="")]
    terlepas = {
        rhk.rhk_pimpinan_id: rhk.rhk_pimpinan.teks
        for rhk in pilih.turunan_terlepas(skp=skp)
        if rhk.rhk_pimpinan_id and rhk.rhk_pimpinan
    }
    asal = [(pk, f"{teks} ({_('versi lama')})") for pk, teks in terlepas.items()] + tujuan
    form = PindahkanForm(request.POST or None, asal=asal, tujuan=tujuan)
    if request.method == "POST" and form.is_valid():
        daftar = RencanaHasilKerja.objects.select_related("skp__penugasan__unit", "skp__pegawai")
        jumlah = pindahkan_turunan(
            aktor=aktor,
            dari=daftar.get(pk=form.cleaned_data["dari"]),
            ke=daftar.get(pk=form.cleaned_data["ke"]),
            pada=aktor.hari_ini,
        )
        kabari(request, _("%(n)d RHK bawahan dipindahkan.") % {"n": jumlah})
        return redirect("skp:matriks", pk=skp.pk)
    konteks = konteks_skp(request, skp) | {"form": form}
    status = 422 if request.method == "POST" else 200
    return render_laman(request, "skp/pindah.html", konteks, nav="tim", status=status)
