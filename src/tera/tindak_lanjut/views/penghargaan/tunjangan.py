"""Pages of tukin and TPP: the rule's versions, factors for payroll, one's own what-if."""

import datetime as dt
import inspect
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.format import tulis_angka, tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core import lembar
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.organisasi.permissions_orang import boleh_kelola
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.tindak_lanjut.forms.penghargaan.tunjangan import (
    AturanTunjanganForm,
    KehadiranForm,
    SimulasiForm,
    baca_bulan,
)
from tera.tindak_lanjut.permissions.penghargaan import PENGELOLA
from tera.tindak_lanjut.selectors.penghargaan import tunjangan as tanya
from tera.tindak_lanjut.selectors.penghargaan.simulasi import Seandainya, seandainya
from tera.tindak_lanjut.services.penghargaan import tunjangan as layanan
from tera.tindak_lanjut.services.penghargaan.putaran import wajib_pengelola
from tera.tindak_lanjut.services.penghargaan.tunjangan import KOLOM_FAKTOR, baris_faktor
from tera.tindak_lanjut.views.kabar import kabarkan_impor
from tera.tindak_lanjut.views.penghargaan.alat import NAV

KUNCI_SIMULASI = "tunjangan.simulasi"
BARIS = 50


def bulan_diminta(request: HttpRequest) -> dt.date:
    """Return the first day of the month asked for; the last whole month without one."""
    hari = aktor_wajib(request).hari_ini.replace(day=1) - dt.timedelta(days=1)
    return baca_bulan(request.GET.get("bulan", "")) or hari.replace(day=1)


@require_safe
@perlu_aktor
def aturan(request: HttpRequest) -> HttpResponseBase:
    """The versions of the rule: for everybody, it is about everybody's pay."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    semua = list(tanya.daftar_aturan(instansi_id=aktor.instansi_id))
    kini = next((satu for satu in semua if satu.berlaku_mulai <= pada), None)
    konteks = {
        "daftar": [
            {
                "aturan": satu,
                "berlaku": satu == kini,
                "nanti": satu.berlaku_mulai > pada,
                "faktor": [
                    (_("Sangat Baik"), satu.faktor_sangat_baik),
                    (_("Baik"), satu.faktor_baik),
                    (_("Butuh Perbaikan"), satu.faktor_butuh_perbaikan),
                    (_("Kurang"), satu.faktor_kurang),
                    (_("Sangat Kurang"), satu.faktor_sangat_kurang),
                ],
            }
            for satu in semua
        ],
        "pengelola": boleh_kelola(aktor=aktor, pada=pada, peran=PENGELOLA),
        "simulasi": kebijakan.nilai(instansi_id=aktor.instansi_id, kunci=KUNCI_SIMULASI, pada=pada),
    }
    return render_laman(request, "tindak_lanjut/penghargaan/aturan.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def aturan_baru(request: HttpRequest) -> HttpResponseBase:
    """Write a version."""
    aktor = aktor_wajib(request)
    wajib_pengelola(aktor, aktor.hari_ini)
    form = AturanTunjanganForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.catat_aturan(aktor=aktor, isi=isi, pada=aktor.hari_ini)
        return reverse("tindak_lanjut:penghargaan_aturan")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Aturan tercatat dan berlaku sejak tanggalnya."),
        draf="aturan-tunjangan",
        judul=_("Versi baru aturan tunjangan"),
        tombol=_("Catat aturan"),
        induk=_("Aturan tunjangan"),
        kembali=reverse("tindak_lanjut:penghargaan_aturan"),
        nav=NAV,
        pengantar=_(
            "Semua angka persen. 60/40 dan CPNS 80 adalah kebiasaan yang sering dijumpai, bukan "
            "aturan nasional: isi menurut peraturan instansi Anda."
        ),
    )


@require_POST
@perlu_aktor
@idempoten
def aturan_cabut(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take back a version that isn't in force yet."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.daftar_aturan(instansi_id=aktor.instansi_id), pk=pk)
    layanan.cabut_aturan(aktor=aktor, aturan=satu, pada=aktor.hari_ini)
    messages.success(request, _("Versi yang belum berlaku itu dicabut."))
    return redirect("tindak_lanjut:penghargaan_aturan")


@require_safe
@perlu_aktor
def faktor(request: HttpRequest) -> HttpResponseBase:
    """The factors of a month, a page at a time; the reading is logged."""
    aktor = aktor_wajib(request)
    bulan = bulan_diminta(request)
    nomor = request.GET.get("halaman", "1")
    awal = (max(int(nomor), 1) - 1 if nomor.isdecimal() and len(nomor) < 6 else 0) * BARIS
    aturan_bulan, daftar, n = layanan.baca_faktor(
        aktor=aktor, bulan=bulan, pada=aktor.hari_ini, tujuan="layar", awal=awal, jumlah=BARIS
    )
    konteks = {
        "aturan": aturan_bulan,
        "daftar": daftar,
        "dengan_laporan": aturan_bulan is not None
        and aturan_bulan.tabel_laporan != aturan_bulan.TabelLaporan.TIDAK,
        "dengan_tanpa": aturan_bulan is not None and aturan_bulan.potongan_tanpa_laporan > 0,
        "dari_laporan": aturan_bulan is not None
        and aturan_bulan.sumber_capaian == aturan_bulan.SumberCapaian.LAPORAN,
        "bulan": bulan,
        "halaman": Paginator(range(n), BARIS).get_page(nomor),
    }
    return render_laman(request, "tindak_lanjut/penghargaan/faktor.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def faktor_unduh(request: HttpRequest, bentuk: str) -> HttpResponseBase:
    """The factors of a month for payroll, as XLSX or CSV."""
    aktor = aktor_wajib(request)
    bulan = bulan_diminta(request)
    if bentuk not in ("xlsx", "csv"):
        raise Http404
    aturan_bulan, daftar, _n = layanan.baca_faktor(
        aktor=aktor, bulan=bulan, pada=aktor.hari_ini, tujuan="ekspor"
    )
    if aturan_bulan is None:  # the page says so and offers to record one
        return redirect(f"{reverse('tindak_lanjut:penghargaan_faktor')}?bulan={bulan:%Y-%m}")
    sampai = tanya.akhir_aturan(aturan_bulan)
    baris = (baris_faktor(satu, bulan, aturan_bulan, sampai) for satu in daftar)
    isi = (
        lembar.tulis_xlsx(judul=f"Faktor {bulan:%Y-%m}", kolom=KOLOM_FAKTOR, baris=baris)
        if bentuk == "xlsx"
        else lembar.tulis_csv(kolom=KOLOM_FAKTOR, baris=baris)
    )
    jenis = lembar.JENIS_XLSX if bentuk == "xlsx" else lembar.JENIS_CSV
    return unduh_isi(isi, jenis, f"faktor-{bulan:%Y-%m}.{bentuk}")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kehadiran(request: HttpRequest) -> HttpResponseBase:
    """Read the month's attendance cuts."""
    aktor = aktor_wajib(request)
    wajib_pengelola(aktor, aktor.hari_ini)
    form = KehadiranForm(
        **kirim(request), aktor=aktor, initial={"bulan": f"{bulan_diminta(request):%Y-%m}"}
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi["berkas"]
        hasil = layanan.impor_kehadiran(
            aktor=aktor,
            bulan=isi["bulan"],
            nama=berkas.name,
            isi=berkas.read(),
            pada=aktor.hari_ini,
        )
        kabarkan_impor(request, hasil)
        return reverse("tindak_lanjut:penghargaan_faktor") + f"?bulan={isi['bulan']:%Y-%m}"

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan="",
        judul=_("Impor potongan kehadiran"),
        tombol=_("Impor"),
        induk=_("Faktor tunjangan"),
        kembali=reverse("tindak_lanjut:penghargaan_faktor"),
        nav=NAV,
        pengantar=_("Kolomnya NIP dan POTONGAN (persen); boleh ditambah CAPAIAN (persen), "
                    "LAPORAN TIDAK SESUAI (jumlah laporan harian), dan TANPA LAPORAN (ya bila "
                    "sebulan tidak ada laporan). Alasan tidak hadir tidak diperlukan. Berkas "
                    "kedua menggantikan yang pertama."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponseBase:
    """One's own month, and a what-if where the instansi allows it; nothing is kept."""
    aktor = aktor_wajib(request)
    bulan = bulan_diminta(request)
    boleh = bool(
        kebijakan.nilai(instansi_id=aktor.instansi_id, kunci=KUNCI_SIMULASI, pada=aktor.hari_ini)
    )
    isi = tanya.faktor_saya(aktor=aktor, bulan=bulan)
    form = SimulasiForm(**kirim(request), aktor=aktor) if boleh and isi else None
    hasil: Seandainya | None = None
    status = 200
    if form is not None and isi is not None and request.method == "POST":
        status = 422
        if form.is_valid():
            status = 200
            hasil = seandainya(aturan=isi[0], kini=isi[1], bulan=bulan, **form.cleaned_data)
    konteks = {
        "bulan": bulan,
        "aturan": isi[0] if isi else None,
        "kini": isi[1] if isi else None,
        "dari_laporan": isi is not None and isi[0].sumber_capaian == "laporan",
        "pembaca": [
            {
                "nama": satu.pembaca.nama_lengkap,
                "bulan": satu.bulan,
                "cara": satu.get_tujuan_display(),
                "waktu": tulis_waktu(satu.dibaca_at, aktor.zona),
            }
            for satu in tanya.pembaca_faktor(aktor=aktor)
        ],
        "boleh": boleh,
        "form": form,
        "hasil": hasil,
        "jumlah": tulis_angka(hasil.jumlah, 0) if hasil else "",
        "jumlah_kini": tulis_angka(hasil.jumlah_kini, 0)
        if hasil and hasil.jumlah_kini is not None
        else "",
    }
    return render_laman(
        request,
        "tindak_lanjut/penghargaan/tunjangan_saya.html",
        konteks,
        nav=NAV,
        status=status,
    )


inspect.unwrap(saya).tanpa_kunci = "menghitung saja, tidak menyimpan apa pun"
