"""Succession groups: the list, one group with its members, its steps."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core import workflow
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.talenta import (
    AlasanForm,
    AnggotaForm,
    CariNamaForm,
    DokumenForm,
    KelompokForm,
)
from tera.tindak_lanjut.models import AnggotaSuksesi, KelompokSuksesi
from tera.tindak_lanjut.permissions.talenta import peran_kelompok
from tera.tindak_lanjut.selectors.talenta import suksesi as selectors
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan
from tera.tindak_lanjut.services.talenta import suksesi as services
from tera.tindak_lanjut.services.talenta.baca import catat_daftar
from tera.tindak_lanjut.tampilan_talenta import NADA_STATUS
from tera.tindak_lanjut.tampilan_talenta_langkah import langkah_kelompok
from tera.tindak_lanjut.tampilan_talenta_orang import baris_riwayat
from tera.tindak_lanjut.views.talenta.alat import (
    NAV,
    ambil_atau_404,
    dokumen,
    jangkauan_wajib,
    kirim,
    laman_isian,
    wajib_punya,
)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The groups of the units one serves."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request, petugas=True)
    semua = selectors.kelompok_terlihat(aktor=aktor, jangkauan=luas)
    halaman = Paginator(semua, 30).get_page(request.GET.get("halaman"))
    konteks = {
        "halaman": halaman,
        "daftar": [
            {
                "kelompok": satu,
                "nada": NADA_STATUS[satu.status],
                "lewat": satu.status == KelompokSuksesi.Status.DITETAPKAN
                and satu.tinjau_sebelum is not None
                and satu.tinjau_sebelum < aktor.hari_ini,
            }
            for satu in halaman
        ],
        "boleh_buat": bool(luas.peran & set(services.PENYUSUN)),
    }
    return render_laman(request, "tindak_lanjut/talenta/suksesi_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Open a group for a post."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request, petugas=True)
    wajib_punya(luas.peran, *services.PENYUSUN)
    form = KelompokForm(**kirim(request), instansi_id=aktor.instansi_id)

    def kerjakan(isi: dict[str, Any]) -> str:
        unit_id = isi.pop("unit").pk
        satu = services.buat_kelompok(
            aktor=aktor, isi=services.IsiKelompok(**isi, unit_id=unit_id), pada=aktor.hari_ini
        )
        return reverse("tindak_lanjut:talenta_kelompok", args=[satu.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Kelompok dibuka. Masukkan orangnya beserta kesiapan dan alasannya."),
        judul=_("Buka kelompok rencana suksesi"),
        tombol=_("Buka kelompok"),
        kembali=reverse("tindak_lanjut:talenta_suksesi"),
        induk=_("Rencana suksesi"),
        draf="talenta-kelompok",
    )


def _kelompok(request: HttpRequest, pk: int) -> tuple[Jangkauan, KelompokSuksesi, frozenset[str]]:
    aktor = aktor_wajib(request)
    # Unseen first: a group of another instansi isn't there at all.
    get_object_or_404(KelompokSuksesi, pk=pk, instansi_id=aktor.instansi_id)
    luas = jangkauan_wajib(request, petugas=True)
    satu = ambil_atau_404(selectors.kelompok_terlihat(aktor=aktor, jangkauan=luas), pk)
    return luas, satu, peran_kelompok(jangkauan=luas, kelompok=satu)


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One group: members with readiness and reasons, its basis, its history."""
    aktor = aktor_wajib(request)
    _luas, satu, peran = _kelompok(request, pk)
    catat_daftar(aktor=aktor, jenis="kelompok_suksesi", objek_id=pk, bagian="anggota")
    semua = selectors.anggota(kelompok=satu)
    kini = [a for a in semua if a.sampai is None]
    riwayat = list(workflow.riwayat(jenis="kelompok_suksesi", objek_id=pk))
    disusun = satu.status == KelompokSuksesi.Status.DISUSUN
    langkah = langkah_kelompok(satu, beranggota=bool(kini), riwayat=riwayat)
    konteks = {
        "satu": satu,
        "nada": NADA_STATUS[satu.status],
        "kini": kini,
        "langkah": langkah,
        # On a phone the strip names only its step.
        "giliran": ""
        if satu.status == KelompokSuksesi.Status.DITUTUP
        else next(s["keterangan"] for s in langkah if s["status"] == "kini"),
        "lalu": [a for a in semua if a.sampai is not None],
        "riwayat": baris_riwayat(riwayat, aktor.zona),
        "boleh_ubah": disusun and bool(peran & set(services.PENYUSUN)),
        "boleh_tetapkan": disusun and "pejabat_pembina" in peran,
        "boleh_tinjau": satu.status == KelompokSuksesi.Status.DITETAPKAN
        and bool(peran & set(services.PENYUSUN)),
        "boleh_tutup": satu.status != KelompokSuksesi.Status.DITUTUP and "pejabat_pembina" in peran,
    }
    return render_laman(request, "tindak_lanjut/talenta/kelompok.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def anggota_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a person in; people of boxes 7–9 stand beside the form."""
    aktor = aktor_wajib(request)
    luas, satu, peran = _kelompok(request, pk)
    wajib_punya(peran, *services.PENYUSUN)
    form = AnggotaForm(
        **kirim(request),
        instansi_id=aktor.instansi_id,
        initial={"pegawai": request.GET.get("pegawai", "")},
    )
    cari = CariNamaForm(request.GET or None)
    calon = selectors.calon_kotak(aktor=aktor, jangkauan=luas, cari=cari.kata)

    def kerjakan(isi: dict[str, Any]) -> str:
        services.masukkan_anggota(
            aktor=aktor,
            kelompok=satu,
            isi=services.IsiAnggota(isi["pegawai"].pk, isi["kesiapan"], isi["alasan"]),
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:talenta_kelompok", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Orangnya masuk kelompok."),
        template="tindak_lanjut/talenta/anggota_baru.html",
        draf=f"talenta-anggota-{pk}",
        satu=satu,
        cari=cari,
        calon=list(calon[:20]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def anggota_keluar(request: HttpRequest, pk: int, anggota: int) -> HttpResponse:
    """Take a person out of the group, with the reason."""
    aktor = aktor_wajib(request)
    _luas, satu, peran = _kelompok(request, pk)
    wajib_punya(peran, *services.PENYUSUN)
    orang = get_object_or_404(
        AnggotaSuksesi.objects.select_related("kelompok__unit", "pegawai"),
        pk=anggota,
        kelompok=satu,
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        services.keluarkan_anggota(
            aktor=aktor, anggota=orang, alasan=isi["alasan"], pada=aktor.hari_ini
        )
        return reverse("tindak_lanjut:talenta_kelompok", args=[pk])

    return _langkah(
        request,
        satu,
        AlasanForm,
        kerjakan,
        pesan=_("Orangnya dikeluarkan; barisnya tetap terbaca beserta alasannya."),
        judul=_("Keluarkan dari kelompok"),
        subjudul=orang.pegawai.nama_lengkap,
        tombol=pgettext("seseorang", "Keluarkan"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the group by a document."""
    aktor = aktor_wajib(request)
    _luas, satu, peran = _kelompok(request, pk)
    wajib_punya(peran, "pejabat_pembina")

    def kerjakan(isi: dict[str, Any]) -> str:
        services.tetapkan_kelompok(
            aktor=aktor, kelompok=satu, dokumen=dokumen(isi), pada=aktor.hari_ini
        )
        return reverse("tindak_lanjut:talenta_kelompok", args=[pk])

    return _langkah(
        request,
        satu,
        DokumenForm,
        kerjakan,
        pesan=_("Kelompok ditetapkan. Anggotanya melihatnya di Talenta saya."),
        judul=_("Tetapkan kelompok rencana suksesi"),
        tombol=_("Tetapkan kelompok"),
        pengantar=_("Kelompok ditinjau lagi paling lambat setahun sesudah ditetapkan."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tinjau(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a set group for its yearly review."""
    aktor = aktor_wajib(request)
    _luas, satu, peran = _kelompok(request, pk)
    wajib_punya(peran, *services.PENYUSUN)

    def kerjakan(isi: dict[str, Any]) -> str:
        services.tinjau_kelompok(aktor=aktor, kelompok=satu, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:talenta_kelompok", args=[pk])

    return _langkah(
        request,
        satu,
        AlasanForm,
        kerjakan,
        pesan=_("Kelompok dibuka untuk ditinjau."),
        judul=_("Tinjau kelompok lagi"),
        tombol=_("Buka untuk ditinjau"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the group."""
    aktor = aktor_wajib(request)
    _luas, satu, peran = _kelompok(request, pk)
    wajib_punya(peran, "pejabat_pembina")

    def kerjakan(isi: dict[str, Any]) -> str:
        services.tutup_kelompok(aktor=aktor, kelompok=satu, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:talenta_kelompok", args=[pk])

    return _langkah(
        request,
        satu,
        AlasanForm,
        kerjakan,
        pesan=_("Kelompok ditutup; riwayatnya tetap terbaca."),
        judul=_("Tutup kelompok"),
        tombol=_("Tutup kelompok"),
    )


def _langkah(
    request: HttpRequest, satu: KelompokSuksesi, kelas: Any, kerjakan: Any, **konteks: Any
) -> HttpResponse:
    return laman_isian(
        request,
        kelas(**kirim(request)),
        kerjakan,
        kembali=reverse("tindak_lanjut:talenta_kelompok", args=[satu.pk]),
        induk=satu.jabatan_target,
        draf=f"talenta-suksesi-{satu.pk}",
        **konteks,
    )
