"""Pages of the record of discipline: one's own; the pengelola's, each reading logged."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.format import tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.tindak_lanjut.forms.penghargaan.rekam import (
    AlasanForm,
    BerkasForm,
    JawabKoreksiForm,
    KoreksiForm,
    RekamForm,
)
from tera.tindak_lanjut.permissions.penghargaan import PEMUTUS, PENGELOLA
from tera.tindak_lanjut.selectors.penghargaan import rekam as tanya
from tera.tindak_lanjut.services.penghargaan import rekam as layanan
from tera.tindak_lanjut.services.penghargaan.putaran import wajib_pengelola
from tera.tindak_lanjut.services.penghargaan.rekam import KOLOM_REKAM, IsiRekam
from tera.tindak_lanjut.views.kabar import kabarkan_impor
from tera.tindak_lanjut.views.penghargaan.alat import NAV


def _wajib_petugas(request: HttpRequest) -> frozenset[str]:
    aktor = aktor_wajib(request)
    peran = {kata for kata, _path in daftar_petugas(aktor=aktor, pada=aktor.hari_ini)}
    if not peran & (PENGELOLA | PEMUTUS):
        raise TidakBerwenangError(
            _(
                "Rekam disiplin orang lain hanya dibuka pengelola kinerja dan pejabat yang "
                "memutuskan penghargaan. Rekam Anda sendiri ada di “Rekam saya”."
            )
        )
    return frozenset(peran)


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponseBase:
    """What is recorded about oneself, and one's requests."""
    aktor = aktor_wajib(request)
    konteks = {
        "daftar": tanya.rekam_saya(aktor=aktor),
        "pembaca": [
            {"nama": nama, "waktu": tulis_waktu(saat, aktor.zona)}
            for nama, saat in tanya.pembaca_rekam(aktor=aktor)
        ],
        "koreksi": list(
            tanya.koreksi_terlihat(aktor=aktor).filter(pegawai_id=aktor.pegawai_id or 0)[:20]
        ),
    }
    return render_laman(request, "tindak_lanjut/penghargaan/rekam_saya.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponseBase:
    """Records of others: shown after a search, each logged."""
    aktor = aktor_wajib(request)
    peran = _wajib_petugas(request)
    cari = request.GET.get("q", "")
    konteks = {
        "daftar": layanan.baca_rekam(aktor=aktor, cari=cari),
        "cari": cari,
        "pengelola": bool(peran & PENGELOLA),
        "koreksi": list(tanya.koreksi_terlihat(aktor=aktor).filter(status="diajukan")[:50])
        if peran & PENGELOLA
        else [],
    }
    return render_laman(request, "tindak_lanjut/penghargaan/rekam.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """Write a record."""
    aktor = aktor_wajib(request)
    if "pengelola" not in _wajib_petugas(request):
        wajib_pengelola(aktor, aktor.hari_ini)
    form = RekamForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        pegawai = isi.pop("pegawai")
        layanan.catat_rekam(aktor=aktor, pegawai=pegawai, isi=IsiRekam(**isi), pada=aktor.hari_ini)
        return reverse("tindak_lanjut:penghargaan_rekam") + f"?q={pegawai.nip or pegawai.nama}"

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Rekam tercatat. Orangnya diberi tahu dan bisa meminta koreksi."),
        draf="rekam-disiplin",
        peka=True,
        judul=_("Catat rekam disiplin atau CLTN"),
        tombol=_("Catat"),
        induk=_("Rekam disiplin dan cuti"),
        kembali=reverse("tindak_lanjut:penghargaan_rekam"),
        nav=NAV,
        pengantar=_("Cukup jenis, hari, dan suratnya. Ceritanya tidak ditulis di sini."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponseBase:
    """Read records from a sheet."""
    aktor = aktor_wajib(request)
    wajib_pengelola(aktor, aktor.hari_ini)
    form = BerkasForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi["berkas"]
        hasil = layanan.impor_rekam(
            aktor=aktor, nama=berkas.name, isi=berkas.read(), pada=aktor.hari_ini
        )
        kabarkan_impor(request, hasil)
        return reverse("tindak_lanjut:penghargaan_rekam")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan="",
        judul=_("Impor rekam disiplin dan cuti"),
        tombol=_("Impor"),
        induk=_("Rekam disiplin dan cuti"),
        kembali=reverse("tindak_lanjut:penghargaan_rekam"),
        nav=NAV,
        pengantar=_("Kolomnya: %(kolom)s. JENIS: hukdis_ringan, hukdis_sedang, hukdis_berat, cltn, "
                    "atau bersih.")
        % {"kolom": ", ".join(KOLOM_REKAM)},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def cabut(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Withdraw a record that was wrong."""
    aktor = aktor_wajib(request)
    _wajib_petugas(request)
    rekam = get_object_or_404(tanya.rekam_terlihat(aktor=aktor), pk=pk)
    form = AlasanForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.cabut_rekam(aktor=aktor, rekam=rekam, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:penghargaan_rekam")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Rekam dicabut."),
        draf=f"cabut-rekam-{pk}",
        peka=True,
        judul=_("Cabut rekam"),
        tombol=_("Cabut rekam"),
        induk=_("Rekam disiplin dan cuti"),
        kembali=reverse("tindak_lanjut:penghargaan_rekam"),
        nav=NAV,
        pengantar=_("Yang dicabut tidak dihitung lagi dan tetap terbaca orangnya."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def koreksi_baru(request: HttpRequest) -> HttpResponseBase:
    """Ask for a correction of one's own record; ``?rekam=`` names it."""
    aktor = aktor_wajib(request)
    nomor = request.GET.get("rekam", "")
    rekam = next((satu for satu in tanya.rekam_saya(aktor=aktor) if str(satu.pk) == nomor), None)
    form = KoreksiForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.ajukan_koreksi(aktor=aktor, rekam=rekam, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:penghargaan_rekam_saya")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Permintaan terkirim. Jawabannya muncul di halaman ini."),
        draf=f"koreksi-rekam-{rekam.pk if rekam else 0}",
        peka=True,
        judul=_("Minta koreksi"),
        tombol=_("Kirim permintaan"),
        induk=_("Rekam saya"),
        kembali=reverse("tindak_lanjut:penghargaan_rekam_saya"),
        nav=NAV,
        pengantar=f"{rekam.get_jenis_display()}, {rekam.nomor_surat}" if rekam else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def koreksi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer a request."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.koreksi_terlihat(aktor=aktor), pk=pk)
    if satu.pegawai_id == aktor.pegawai_id:
        return redirect("tindak_lanjut:penghargaan_rekam_saya")
    form = JawabKoreksiForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.jawab_koreksi(
            aktor=aktor,
            koreksi=satu,
            terima=isi["putusan"] == "terima",
            jawaban=isi["jawaban"],
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:penghargaan_rekam")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Jawaban terkirim."),
        draf=f"jawab-koreksi-{pk}",
        peka=True,
        judul=_("Permintaan koreksi %(nama)s") % {"nama": satu.pegawai.nama_lengkap},
        tombol=_("Kirim jawaban"),
        induk=_("Rekam disiplin dan cuti"),
        kembali=reverse("tindak_lanjut:penghargaan_rekam"),
        nav=NAV,
        pengantar=satu.uraian,
    )
