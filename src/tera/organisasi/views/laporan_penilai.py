"""The officers' queue of "penilai saya salah", and one report with its steps."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tera.antarmuka.format import tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.idempoten import idempoten
from tera.core.sebutan import sebutan_peran
from tera.organisasi.forms.orang import PerbaikiForm, TolakForm
from tera.organisasi.forms.saran import tulis_pegawai
from tera.organisasi.models import LaporanPenilai
from tera.organisasi.permissions_orang import KELOLA
from tera.organisasi.selectors import laporan_penilai as tanya
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.services import laporan_penilai as layanan
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.views.alat_orang import kirim, laman_isian

JUDUL = {
    "proses": gettext_lazy("Mulai dikerjakan"),
    "perbaiki": gettext_lazy("Diperbaiki"),
    "tolak": gettext_lazy("Tidak diubah"),
}


def _laporan(aktor: Aktor, pk: int) -> LaporanPenilai:
    return get_object_or_404(tanya.laporan_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)


@perlu_aktor
def antrean(request: HttpRequest) -> HttpResponse:
    """The queue: open reports oldest first, or those that are closed."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not any(peran in KELOLA for peran, _path in daftar_petugas(aktor=aktor, pada=pada)):
        wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("membuka antrean laporan"))
    selesai = request.GET.get("status") == "selesai"
    daftar = tanya.antrean_laporan(aktor=aktor, pada=pada, terbuka=not selesai)
    return render_laman(
        request,
        "organisasi/laporan_antrean.html",
        {
            "halaman": Paginator(daftar, 50).get_page(request.GET.get("halaman")),
            "selesai": selesai,
            "zona": aktor.zona,
        },
        nav="penilai",
    )


@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: what was said, who is recorded, each step, what may be done."""
    aktor = aktor_wajib(request)
    rincian = tanya.rincian_laporan(aktor=aktor, laporan=_laporan(aktor, pk), pada=aktor.hari_ini)
    laporan = rincian.laporan
    riwayat = [
        {
            "judul": JUDUL.get(satu.aksi, satu.aksi),
            "waktu": tulis_waktu(satu.terjadi_at, aktor.zona),
            "oleh": satu.nama_aktor,
            "peran": sebutan_peran(satu.peran),
            "catatan": satu.alasan,
        }
        for satu in reversed(rincian.daftar_riwayat)
    ]
    riwayat.append(
        {
            "judul": _("Dilaporkan"),
            "waktu": tulis_waktu(laporan.dibuat_at, aktor.zona),
            "oleh": laporan.pegawai.nama_lengkap,
            "peran": "pegawai",
            "catatan": "",
        }
    )
    return render_laman(
        request,
        "organisasi/laporan_rincian.html",
        {
            "laporan": laporan,
            "rincian": rincian,
            "riwayat": riwayat,
            "langkah": _langkah(laporan),
            "aksi": {satu.aksi for satu in rincian.daftar_aksi},
            "milik_saya": laporan.pegawai_id == aktor.pegawai_id,
        },
        nav="penilai",
    )


def _langkah(laporan: LaporanPenilai) -> list[dict[str, str]]:
    urut = {"dilaporkan": 1, "diproses": 2, "diperbaiki": 3, "ditolak": 3}[laporan.status]
    akhir = _("Tidak diubah") if laporan.status == "ditolak" else _("Diperbaiki")
    label = [_("Dilaporkan"), _("Dikerjakan"), akhir if urut == 3 else _("Selesai")]
    keadaan = ["selesai", "kini", "nanti"] if urut < 3 else ["selesai"] * 3
    return [{"label": satu, "status": status} for satu, status in zip(label, keadaan, strict=True)]


@require_POST
@perlu_aktor
@idempoten
def proses(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a report up."""
    aktor = aktor_wajib(request)
    layanan.proses_laporan(aktor=aktor, laporan=_laporan(aktor, pk), pada=aktor.hari_ini)
    messages.success(request, _("Laporan mulai dikerjakan. Pelapor melihatnya."))
    return redirect("organisasi:laporan_rincian", pk=pk)


@perlu_aktor
@idempoten
def perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a report as repaired."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    laporan = _laporan(aktor, pk)
    usulan = laporan.penilai_seharusnya
    form = PerbaikiForm(
        **kirim(request),
        aktor=aktor,
        initial={"penilai": tulis_pegawai(usulan) if usulan else ""},
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi["berkas"]
        layanan.perbaiki_laporan(
            aktor=aktor,
            laporan=laporan,
            jawaban=isi["jawaban"],
            pada=pada,
            penilai_id=isi["penilai"].pk if isi["penilai"] else None,
            surat=isi["surat"],
            berkas=berkas.file if berkas else None,
            nama_berkas=berkas.name if berkas else "",
        )
        return reverse("organisasi:laporan_rincian", args=[pk])

    return _laman(
        request,
        laporan,
        form,
        kerjakan,
        aksi="perbaiki",
        judul=_("Selesaikan laporan"),
        tombol=_("Simpan perbaikan"),
        pesan=_("Laporan selesai. Pelapor melihat jawabannya."),
    )


@perlu_aktor
@idempoten
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a report without a change, with the reason."""
    aktor = aktor_wajib(request)
    laporan = _laporan(aktor, pk)
    form = TolakForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.tolak_laporan(
            aktor=aktor, laporan=laporan, jawaban=isi["jawaban"], pada=aktor.hari_ini
        )
        return reverse("organisasi:laporan_rincian", args=[pk])

    return _laman(
        request,
        laporan,
        form,
        kerjakan,
        aksi="tolak",
        judul=_("Tutup laporan tanpa perubahan"),
        tombol=_("Tutup dengan alasan"),
        pesan=_("Laporan ditutup. Pelapor melihat alasannya."),
    )


def _laman(
    request: HttpRequest,
    laporan: LaporanPenilai,
    form: Any,
    kerjakan: Any,
    *,
    aksi: str,
    **tampilan: Any,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    if request.method == "GET":
        workflow.langkah_berlaku(
            jenis="laporan_penilai",
            aksi=aksi,
            status=laporan.status,
            daftar_peran=tanya.daftar_peran_laporan(
                aktor=aktor, laporan=laporan, pada=aktor.hari_ini
            ),
            objek_id=laporan.pk,
        )
    return laman_isian(
        request,
        form,
        kerjakan,
        nav="penilai",
        induk=_("Laporan penilai"),
        kembali=reverse("organisasi:laporan_rincian", args=[laporan.pk]),
        **tampilan,
    )
