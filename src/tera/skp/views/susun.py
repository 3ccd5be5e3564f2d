"""The editor of a plan: rows, autosave, suggestions, copy, paste."""

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.baris import aksi_baris
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TeraError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.organisasi.selectors import penugasan_utama
from tera.skp.forms.editor import EditorSKP
from tera.skp.forms.indikator import saran_baris
from tera.skp.forms.lain import SalinForm, TempelForm
from tera.skp.isi import IsiRHK, IsiSKP, baca_tempelan, isi_dari
from tera.skp.kelengkapan import HasilKelengkapan, Syarat, Temuan, periksa_kelengkapan
from tera.skp.models import SKP, IndikatorKinerja
from tera.skp.permissions import STATUS_SUNTING, boleh_sunting
from tera.skp.pustaka import cari_indikator, periksa_rhk
from tera.skp.selectors.pilihan import (
    boleh_disalin,
    butir_tersedia,
    daftar_salinan,
    rhk_pimpinan_tersedia,
)
from tera.skp.selectors.terlihat import peran_tercatat
from tera.skp.services.penetapan import ajukan_skp
from tera.skp.services.susun import kunci_draf, salin_ke_draf, simpan_isi, tambah_baris
from tera.skp.views.alat import (
    dengan_skp,
    draf_selesai,
    kabari,
    konteks_skp,
    skp_atau_404,
    tandai_tersimpan,
)


@perlu_aktor
@dengan_skp
@idempoten
def sunting(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """The form of a draft: save it, or save and send it."""
    aktor = aktor_wajib(request)
    if request.method != "POST":
        if not boleh_sunting(skp=skp, peran=peran_tercatat(skp, aktor)):
            return redirect("skp:rincian", pk=skp.pk)
        return _tampil(request, skp, _editor(request, skp))
    data = aksi_baris(request.POST)
    letak = _letak_rhk(request)
    if data is not None and letak is None:
        editor = _editor(request, skp, data)
        editor.tunda()
        return _tampil(request, skp, editor)
    # A row that is added is appended below: the form is read as it was sent.
    geser = data is not None and "tambah_baris" not in request.POST
    editor = _editor(request, skp, data if geser else request.POST)
    if not editor.sah():
        return _tampil(request, skp, editor, status=422)
    isi = editor.isi()
    if request.POST.get("tambah_baris"):
        isi = replace(isi, daftar_rhk=(*isi.daftar_rhk, IsiRHK(jenis=request.POST["tambah_baris"])))
    try:
        simpan_isi(
            aktor=aktor,
            skp=skp,
            revisi=editor.revisi,
            isi=isi,
            pada=aktor.hari_ini,
            baris_kosong=data is not None,
        )
    except StatusTidakSesuaiError as galat:
        # Whoever reads what stands now may put the typed text in its place: the page carries on
        # from that revision. A plan that was sent meanwhile refuses again.
        kini = skp_atau_404(request, skp.pk, isi=True)
        editor.revisi = kini.revisi
        return _tampil(request, skp, editor, status=galat.status, galat=galat, kini=kini)
    except MasukanSalahError as galat:
        return _tampil(request, skp, editor, status=galat.status, galat=galat)
    if letak is not None:
        tandai_tersimpan(request, kunci_draf(skp.pk))
        return redirect(f"{reverse('skp:sunting', args=[skp.pk])}#{letak}")
    if request.POST.get("aksi") != "ajukan":
        kabari(request, _("Draf SKP tersimpan."))
        tandai_tersimpan(request, kunci_draf(skp.pk))
        return redirect("skp:sunting", pk=skp.pk)
    return _ajukan(request, skp)


def _letak_rhk(request: HttpRequest) -> str | None:
    """The place to return to when an RHK is added or moved; None for any other button.

    These save at once: a draft kept on the device can then be put back row by row, because the
    page always draws every RHK that it knew.
    """
    tambah = request.POST.get("tambah_baris", "")
    if tambah in {"utama", "tambahan"}:
        jumlah = request.POST.get(f"{tambah}-TOTAL_FORMS", "0")
        return f"{tambah}-{jumlah}" if jumlah.isdecimal() else tambah
    geser = request.POST.get("naik_baris") or request.POST.get("turun_baris") or ""
    prefix, _pisah, nomor = geser.partition("-")
    return prefix if prefix in {"utama", "tambahan"} and nomor.isdecimal() else None


def _ajukan(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    try:
        hasil = ajukan_skp(aktor=aktor, skp=skp, pada=aktor.hari_ini)
    except TeraError as galat:
        # Saved, not sent: show the stored form with what is missing.
        skp = skp_atau_404(request, skp.pk, isi=True)
        return _tampil(
            request, skp, _editor(request, skp), status=galat.status, galat=galat, tersimpan=True
        )
    kabari(request, _("SKP diajukan."), hasil)
    tandai_tersimpan(request, kunci_draf(skp.pk))
    return redirect("skp:rincian", pk=skp.pk)


def _editor(request: HttpRequest, skp: SKP, data: Any = None) -> EditorSKP:
    hari = aktor_wajib(request).hari_ini
    pimpinan = skp.keluarga == SKP.Keluarga.JPT_MANDIRI
    isi = isi_dari(skp)
    return EditorSKP(
        skp=skp,
        isi=isi,
        pilihan_rhk=[] if pimpinan else list(rhk_pimpinan_tersedia(skp=skp, pada=hari)),
        pilihan_butir=list(butir_tersedia(skp=skp)) if pimpinan else [],
        data=data,
    )


def _tampil(
    request: HttpRequest,
    skp: SKP,
    editor: EditorSKP,
    *,
    status: int = 200,
    galat: TeraError | None = None,
    tersimpan: bool = False,
    kini: SKP | None = None,
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    kunci = kunci_draf(skp.pk)
    konteks = konteks_skp(request, skp) | {
        "editor": editor,
        "kunci_draf": kunci,
        "alamat_draf": f"/draf/{kunci}/",
        "galat": galat,
        "kini": kini,
        "judul_galat": _("Tersimpan, tetapi belum diajukan") if tersimpan else _("Belum tersimpan"),
    }
    konteks["draf_selesai"] = kunci if tersimpan else draf_selesai(request, kunci)
    if konteks["draf_selesai"]:
        konteks["tersimpan_pada"] = clock.sekarang().astimezone(ZoneInfo(aktor.zona))
    # What the stored plan still lacks; the page of unsent changes says nothing about them.
    if not editor.belum_tersimpan:
        temuan = _temuan(skp, editor, aktor.instansi_id, aktor.hari_ini)
        konteks["temuan"] = {
            nama: [(satu.pesan, _tempat(satu, editor.awal)) for satu in getattr(temuan, nama)]
            for nama in ("galat", "peringatan", "catatan")
        }
    nav = str(konteks["nav"])
    return render_laman(request, "skp/sunting.html", konteks, nav=nav, status=status)


def _tempat(temuan: Temuan, isi: IsiSKP) -> str:
    """Return the id of the place on the page where a finding is mended."""
    if not temuan.baris:
        return "perilaku" if temuan.kode == "tanpa_ekspektasi" else "utama"
    sampai = isi.daftar_rhk[: temuan.baris]
    jenis = sampai[-1].jenis
    return f"{jenis}-{sum(rhk.jenis == jenis for rhk in sampai) - 1}"


def _temuan(skp: SKP, editor: EditorSKP, instansi_id: int, pada: dt.date) -> HasilKelengkapan:
    """Return what the stored plan still lacks before it may be sent."""
    aturan = kebijakan.semua(instansi_id=instansi_id, pada=pada)
    return periksa_kelengkapan(
        isi=editor.awal,
        keluarga=skp.keluarga,
        pendekatan=skp.pendekatan,
        syarat=Syarat(
            str(aturan["skp.wajib_aspek_kuantitas"]),
            bool(aturan["skp.wajib_ekspektasi_khusus"]),
            editor.ada_rhk_pimpinan,
        ),
    )


@perlu_aktor
def saran_indikator(request: HttpRequest) -> HttpResponseBase:
    """Indicators of the library for what is typed, those of the own post first.

    ``isi`` names what fills the other fields of the same row; the target is an example to change.
    """
    aktor = aktor_wajib(request)
    kata = request.GET.get("q", "")[:100]
    tugas = (
        penugasan_utama(pegawai_id=aktor.pegawai_id, pada=aktor.hari_ini)
        if aktor.pegawai_id
        else None
    )
    jabatan = tugas.jabatan.nama if tugas else None
    return JsonResponse(
        {
            "saran": [
                {
                    "nilai": satu.teks,
                    "keterangan": " · ".join(
                        [
                            str(IndikatorKinerja.Aspek(satu.aspek).label),
                            satu.satuan,
                            satu.sumber_data,
                        ]
                    ),
                    "isi": {
                        "aspek": satu.aspek,
                        "target": satu.contoh_target,
                        "satuan": satu.satuan,
                        "kode_pustaka": satu.kode,
                    },
                }
                for satu in cari_indikator(kata, jabatan=jabatan, batas=8)
            ]
        }
    )


@perlu_aktor
def periksa_teks(request: HttpRequest) -> HttpResponseBase:
    """The gentle reading of one sentence: hints, or none."""
    teks = request.GET.get("teks", "")[:2000]
    if request.GET.get("bagian") == "indikator":
        daftar = saran_baris(
            teks, request.GET.get("target", "")[:200], request.GET.get("satuan", "")[:60]
        )
    else:
        daftar = periksa_rhk(teks)
    return JsonResponse(
        {
            "saran": [
                {"pesan": s.pesan, "mengapa": s.mengapa, "contoh": s.contoh_perbaikan}
                for s in daftar
            ]
        }
    )


@perlu_aktor
@dengan_skp
@idempoten
def tempel(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Rows pasted from a spreadsheet, appended to the draft."""
    aktor = aktor_wajib(request)
    form = TempelForm(request.POST or None, initial={"revisi": skp.revisi})
    masalah: tuple[tuple[int, str], ...] = ()
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            hasil = baca_tempelan(form.cleaned_data["teks"], jenis=form.cleaned_data["jenis"])
            masalah = hasil.daftar_masalah
            if not hasil.daftar_rhk:
                form.add_error("teks", _("Tidak ada baris yang terbaca. Salin empat kolomnya."))
            else:
                tambah_baris(
                    aktor=aktor,
                    skp=skp,
                    daftar_rhk=hasil.daftar_rhk,
                    revisi=form.cleaned_data["revisi"],
                    pada=aktor.hari_ini,
                )
                pesan = _("%(n)d RHK ditambahkan dari tempelan.") % {"n": len(hasil.daftar_rhk)}
                kabari(request, " ".join([pesan, *(f"({n}) {teks}" for n, teks in masalah)]))
                return redirect("skp:sunting", pk=skp.pk)
    konteks = konteks_skp(request, skp) | {"form": form, "masalah": masalah}
    return render_laman(request, "skp/tempel.html", konteks, nav="skp", status=status)


@perlu_aktor
@dengan_skp
@idempoten
def salin(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Rows of last year's or a colleague's plan, appended to the draft."""
    aktor = aktor_wajib(request)
    daftar = list(daftar_salinan(aktor=aktor, skp=skp, pada=aktor.hari_ini))
    form = SalinForm(
        request.POST or None, daftar=daftar, saya=aktor.pegawai_id, initial={"revisi": skp.revisi}
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            sumber = get_object_or_404(
                boleh_disalin(aktor=aktor, pada=aktor.hari_ini), pk=form.cleaned_data["sumber"]
            )
            salin_ke_draf(
                aktor=aktor,
                skp=skp,
                sumber=sumber,
                revisi=form.cleaned_data["revisi"],
                pada=aktor.hari_ini,
            )
            kabari(request, _("RHK disalin. Periksa target dan tautannya."))
            return redirect("skp:sunting", pk=skp.pk)
    konteks = konteks_skp(request, skp) | {
        "form": form,
        "daftar": daftar,
        "bisa": skp.status in STATUS_SUNTING,
    }
    return render_laman(request, "skp/salin.html", konteks, nav="skp", status=status)
