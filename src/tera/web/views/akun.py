"""Pages of one's own account: safety, who looked, what is held."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tera.angka_kredit.selectors.salinan import salinan_angka_kredit
from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.bimtek.selectors.salinan import salinan_bimtek
from tera.core import clock
from tera.core.akun import selectors, services
from tera.core.idempoten import idempoten
from tera.core.models import Pengguna
from tera.dialog.selectors.salinan import salinan_dialog
from tera.kalibrasi.selectors.salinan import salinan_kalibrasi
from tera.organisasi.selectors.data_diri import (
    DataDiri,
    akses_atas_diri,
    data_diri,
    salinan_data_diri,
)
from tera.organisasi.services.mode_petugas import peran_petugas_aktif
from tera.pelaksanaan.selectors.salinan import salinan_kerja
from tera.tindak_lanjut.selectors.pengembangan.salinan import salinan_pengembangan
from tera.tindak_lanjut.selectors.penghargaan.salinan import salinan_penghargaan
from tera.tindak_lanjut.selectors.talenta.salinan import salinan_talenta
from tera.tindak_lanjut.selectors.tindakan_salinan import salinan_tindakan
from tera.umpan_balik.selectors.salinan import salinan_umpan_balik
from tera.umpan_balik.services.putaran_isi import jawaban_saya
from tera.web.views.alat import kirim_pesan

JUMLAH_RIWAYAT = 15


@require_safe
@perlu_aktor
def keamanan(request: HttpRequest) -> HttpResponse:
    """Show devices, password, second factors and history of one's account."""
    aktor = aktor_wajib(request)
    daftar_sesi = selectors.sesi_aktif(aktor=aktor, kunci_kini=request.session.session_key)
    peristiwa = [
        {
            "judul": satu.judul,
            "waktu": tulis_waktu(satu.waktu, aktor.zona),
            "oleh": satu.oleh or _("Anda sendiri"),
            "catatan": satu.catatan,
            "nada": "peringatan" if satu.oleh else "netral",
        }
        for satu in selectors.peristiwa_akun(aktor=aktor)
    ]
    return render_laman(
        request,
        "web/akun/keamanan.html",
        {
            "zona": aktor.zona,
            "daftar_sesi": daftar_sesi,
            "ada_sesi_lain": any(not satu.kini for satu in daftar_sesi),
            "faktor": selectors.faktor_kedua(aktor=aktor),
            "punya_sandi": bool(
                request.user.is_authenticated and request.user.has_usable_password()
            ),
            "daftar_masuk": selectors.riwayat_masuk(aktor=aktor)[:JUMLAH_RIWAYAT],
            "peristiwa": peristiwa,
        },
        nav="akun",
    )


@require_POST
@perlu_aktor
@idempoten
def keluarkan_perangkat(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Sign out one device, or every device but this one."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna):
        raise PermissionDenied
    jumlah = services.keluarkan_perangkat(
        pengguna=pengguna, hanya=pk, kecuali=request.session.session_key or ""
    )
    if jumlah:
        pesan = ngettext("%d perangkat dikeluarkan.", "%d perangkat dikeluarkan.", jumlah) % jumlah
        kirim_pesan(request, "sukses", pesan)
    else:
        kirim_pesan(request, "info", _("Perangkat itu sudah tidak masuk lagi."))
    return redirect("web:keamanan")


@require_safe
@perlu_aktor
def akses(request: HttpRequest) -> HttpResponse:
    """List who opened data about the aktor in *mode petugas*."""
    aktor = aktor_wajib(request)
    halaman = Paginator(akses_atas_diri(aktor=aktor), 25).get_page(request.GET.get("halaman"))
    return render_laman(
        request, "web/akun/akses.html", {"halaman": halaman, "zona": aktor.zona}, nav="akun"
    )


@require_safe
@perlu_aktor
def data_saya(request: HttpRequest) -> HttpResponse:
    """Show what the system holds of the aktor, and who rates them and why."""
    aktor = aktor_wajib(request)
    data = data_diri(aktor=aktor, pada=aktor.hari_ini)
    return render_laman(
        request,
        "web/akun/data.html",
        {
            "data": data,
            "profil": _profil(data) if data else [],
            "lapor_url": _alamat_lapor(),
            "adalah_petugas": bool(peran_petugas_aktif(aktor=aktor, pada=aktor.hari_ini)),
        },
        nav="akun",
    )


@require_safe
@perlu_aktor
def unduh_data(request: HttpRequest) -> HttpResponseBase:
    """Download one's own data as JSON."""
    aktor = aktor_wajib(request)
    data = data_diri(aktor=aktor, pada=aktor.hari_ini)
    isi: dict[str, Any] = {
        "diunduh_pada": clock.sekarang(),
        "akun": {"nama_akun": getattr(request.user, "nama_akun", ""), "nama": aktor.nama},
        **(salinan_data_diri(data) if data else {}),
        "pelaksanaan": salinan_kerja(aktor=aktor),
        "dialog": salinan_dialog(aktor=aktor),
        "talenta": salinan_talenta(aktor=aktor),
        "pengembangan": salinan_pengembangan(aktor=aktor),
        "tindak_lanjut": salinan_tindakan(aktor=aktor),
        "penghargaan": salinan_penghargaan(aktor=aktor),
        "angka_kredit": salinan_angka_kredit(aktor=aktor),
        "kalibrasi": salinan_kalibrasi(aktor=aktor),
        "bimtek": salinan_bimtek(aktor=aktor),
        "umpan_balik": {
            **salinan_umpan_balik(aktor=aktor, pada=aktor.hari_ini),
            "jawaban_berjalan": jawaban_saya(aktor=aktor),
        },
        "riwayat_masuk": list(
            selectors.riwayat_masuk(aktor=aktor).values(
                "waktu", "berhasil", "cara", "alamat", "perangkat"
            )
        ),
        "akses_petugas": list(
            akses_atas_diri(aktor=aktor).values(
                "nama_petugas", "alasan", "metode", "jalur", "terjadi_at"
            )
        ),
    }
    jawaban = JsonResponse(isi, json_dumps_params={"ensure_ascii": False, "indent": 2})
    jawaban["Content-Disposition"] = 'attachment; filename="data-saya.json"'
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


def _profil(data: DataDiri) -> list[tuple[str, str]]:
    p = data.pegawai
    lahir = ", ".join(satu for satu in (p.tempat_lahir, tulis_tanggal(p.tanggal_lahir)) if satu)
    daftar = [
        (_("Nama"), p.nama_lengkap),
        (_("NIP"), p.nip),
        (_("Status"), p.get_status_display()),
        (_("Golongan"), p.golongan),
        (_("Lahir"), lahir),
        (_("Jenis kelamin"), p.get_jenis_kelamin_display() if p.jenis_kelamin else ""),
        (_("TMT CPNS"), tulis_tanggal(p.tmt_cpns)),
        (_("Pendidikan"), p.pendidikan),
        (_("Surel"), p.surel),
        (_("Nomor HP"), p.no_hp),
        (_("Instansi"), p.instansi.nama),
    ]
    return [(label, str(nilai) or _("belum ada")) for label, nilai in daftar]


def _alamat_lapor() -> str:
    try:
        return reverse("organisasi:lapor_penilai")
    except NoReverseMatch:
        return ""
