"""Pages of kinds and rounds: one's own, open rounds, the round with its candidates, its steps."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.organisasi.forms.saran import tulis_pegawai, tulis_unit
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.tindak_lanjut.forms.penghargaan.putaran import JenisForm, PutaranForm, TimForm
from tera.tindak_lanjut.forms.penghargaan.rekam import AlasanForm
from tera.tindak_lanjut.models import AnggotaTimPenghargaan, JenisPenghargaan, PutaranPenghargaan
from tera.tindak_lanjut.permissions.penghargaan import PELIHAT
from tera.tindak_lanjut.selectors.penghargaan import putaran as tanya
from tera.tindak_lanjut.services.penghargaan import putaran as layanan
from tera.tindak_lanjut.views.penghargaan.alat import (
    NADA_CALON,
    NADA_PUTARAN,
    NADA_SYARAT,
    NAV,
    aksi_putaran,
    langkah_putaran,
    putaran_atau_404,
    putaran_petugas_atau_404,
    riwayat_objek,
    sebutan_syarat,
)

KOLOM_JENIS = tuple(JenisForm.base_fields)


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponseBase:
    """One's own awards and candidacies; the rounds that go on; what was announced."""
    aktor = aktor_wajib(request)
    peran = {kata for kata, _path in daftar_petugas(aktor=aktor, pada=aktor.hari_ini)}
    konteks = {
        "calon": [
            {"calon": satu, "nada": NADA_CALON[satu.status]}
            for satu in tanya.calon_saya(aktor=aktor)
        ],
        "berjalan": [
            {"putaran": satu, "nada": NADA_PUTARAN[satu.status]}
            for satu in tanya.putaran_berjalan(aktor=aktor)
        ],
        "lalu": Paginator(tanya.putaran_lalu(aktor=aktor), tanya.BARIS).get_page(
            request.GET.get("halaman")
        ),
        "pengelola": "pengelola" in peran,
        "petugas": bool(peran & PELIHAT),
    }
    return render_laman(request, "tindak_lanjut/penghargaan/saya.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def jenis(request: HttpRequest) -> HttpResponseBase:
    """The award kinds with their criteria: for everybody."""
    aktor = aktor_wajib(request)
    peran = {kata for kata, _path in daftar_petugas(aktor=aktor, pada=aktor.hari_ini)}
    konteks = {
        "daftar": tanya.jenis_terlihat(aktor=aktor),
        "pengelola": "pengelola" in peran,
        "alamat_publik": reverse(
            "tindak_lanjut:penghargaan_publik", args=[_kode_instansi(aktor.instansi_id)]
        ),
    }
    return render_laman(request, "tindak_lanjut/penghargaan/jenis.html", konteks, nav=NAV)


def _kode_instansi(pk: int) -> str:
    return str(tanya.kode_instansi(instansi_id=pk))


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def jenis_baru(request: HttpRequest) -> HttpResponseBase:
    """A new kind."""
    return _isi_jenis(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def jenis_ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change a kind."""
    aktor = aktor_wajib(request)
    return _isi_jenis(request, get_object_or_404(tanya.jenis_terlihat(aktor=aktor), pk=pk))


def _isi_jenis(request: HttpRequest, satu: JenisPenghargaan | None) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    layanan.wajib_pengelola(aktor, aktor.hari_ini)
    awal = {nama: getattr(satu, nama) for nama in KOLOM_JENIS} if satu else {}
    form = JenisForm(**kirim(request), aktor=aktor, initial=awal)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.simpan_jenis(aktor=aktor, isi=isi, pada=aktor.hari_ini, jenis=satu)
        return reverse("tindak_lanjut:penghargaan_jenis")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Jenis penghargaan disimpan."),
        draf=f"jenis-penghargaan-{satu.pk if satu else 0}",
        judul=satu.nama if satu else _("Jenis penghargaan baru"),
        tombol=_("Simpan jenis"),
        induk=_("Jenis penghargaan"),
        kembali=reverse("tindak_lanjut:penghargaan_jenis"),
        nav=NAV,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """Open a round."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    if not any(kata == "pengelola" for kata, _path in daftar_petugas(aktor=aktor, pada=pada)):
        layanan.wajib_pengelola(aktor, pada)
    form = PutaranForm(
        **kirim(request),
        aktor=aktor,
        daftar_jenis=tanya.jenis_terlihat(aktor=aktor).filter(aktif=True),
        initial={
            "tanggal_usul": pada,
            "unit": tulis_unit(tanya.unit_akar(instansi_id=aktor.instansi_id)),
        },
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        satu = layanan.buka_putaran(
            aktor=aktor, **{**isi, "jenis": form.per_pk[isi["jenis"]]}, pada=pada
        )
        return reverse("tindak_lanjut:penghargaan_putaran", args=[satu.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Putaran dibuka. Cari calon dari data, dan tunjuk timnya."),
        draf="putaran-penghargaan",
        judul=_("Buka putaran penghargaan"),
        tombol=_("Buka putaran"),
        induk=_("Penghargaan"),
        kembali=reverse("tindak_lanjut:penghargaan_saya"),
        nav=NAV,
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The round: criteria for everybody; candidates and views for officers and the committee."""
    aktor = aktor_wajib(request)
    putaran, peran = putaran_atau_404(request, pk)
    petugas = bool(peran & (PELIHAT | {"anggota_tim"}))
    konteks: dict[str, Any] = {
        "putaran": putaran,
        "nada": NADA_PUTARAN[putaran.status],
        "langkah": langkah_putaran(putaran),
        "petugas": petugas,
        "anggota": "anggota_tim" in peran,
        "aksi": aksi_putaran(putaran, peran),
        "pengelola": "pengelola" in peran,
        "bisa_hitung": "pengelola" in peran
        and putaran.status in ("dibuka", "ditelaah")
        and putaran.jenis.aturan != JenisPenghargaan.Aturan.LAIN,
        "bisa_usul": putaran.status == "dibuka" and aktor.hari_ini <= putaran.usul_sampai,
        "penerima": tanya.penerima_diumumkan(putaran=putaran)
        if putaran.status == "diumumkan"
        else [],
    }
    if petugas:
        konteks |= _lembar(request, putaran)
    return render_laman(request, "tindak_lanjut/penghargaan/putaran.html", konteks, nav=NAV)


def _lembar(request: HttpRequest, putaran: PutaranPenghargaan) -> dict[str, Any]:
    aktor = aktor_wajib(request)
    lembar = tanya.lembar_putaran(aktor=aktor, putaran=putaran)
    return {
        "lembar": lembar,
        "daftar_calon": [
            {
                "baris": satu,
                "kesimpulan": sebutan_syarat(satu.fakta.kesimpulan),
                "nada": NADA_SYARAT[satu.fakta.kesimpulan],
                "nada_status": NADA_CALON[satu.calon.status],
            }
            for satu in lembar.daftar_calon
        ],
        "riwayat": riwayat_objek("putaran_penghargaan", putaran.pk, putaran.instansi.zona),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tim(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Name the committee."""
    aktor = aktor_wajib(request)
    putaran, _peran = putaran_petugas_atau_404(request, pk)
    layanan.wajib_atas(aktor, putaran, aktor.hari_ini)
    form = TimForm(**kirim(request), aktor=aktor, initial=_awal_tim(putaran))

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.tunjuk_tim(
            aktor=aktor,
            putaran=putaran,
            daftar=form.daftar(),
            nomor=isi["nomor"],
            tanggal=isi["tanggal"],
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:penghargaan_putaran", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Tim tercatat. Anggotanya diberi tahu."),
        draf=f"tim-penghargaan-{pk}",
        judul=_("Tim penilai penghargaan"),
        tombol=_("Simpan tim"),
        induk=putaran.nama,
        kembali=reverse("tindak_lanjut:penghargaan_putaran", args=[pk]),
        nav=NAV,
        pengantar=_(
            "Nama-nama menurut surat penunjukan. Anggota yang menjadi calon, penilai calon, atau "
            "dekat dengannya abstain tentang orang itu."
        ),
    )


def _awal_tim(putaran: PutaranPenghargaan) -> dict[str, Any]:
    per_jabatan: dict[str, list[str]] = {"ketua": [], "sekretaris": [], "anggota": []}
    for satu in AnggotaTimPenghargaan.objects.filter(putaran=putaran).select_related("pegawai"):
        per_jabatan[satu.jabatan].append(tulis_pegawai(satu.pegawai))
    return {
        "nomor": putaran.nomor_tim,
        "tanggal": putaran.tanggal_tim,
        **{kata: "\n".join(nama) for kata, nama in per_jabatan.items()},
    }


@require_POST
@perlu_aktor
@idempoten
def hitung(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Add the people whom no criterion refuses."""
    aktor = aktor_wajib(request)
    putaran, _peran = putaran_petugas_atau_404(request, pk)
    try:
        n = layanan.hitung_calon(aktor=aktor, putaran=putaran, pada=aktor.hari_ini)
    except MasukanSalahError as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(
            request,
            _("%(n)s calon baru dari data.") % {"n": n}
            if n
            else _("Tidak ada calon baru: yang memenuhi kriteria sudah ada di daftar."),
        )
    return redirect("tindak_lanjut:penghargaan_putaran", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def langkah(request: HttpRequest, pk: int, aksi: str) -> HttpResponseBase:
    """Take a step that needs no words."""
    aktor = aktor_wajib(request)
    putaran, _peran = putaran_petugas_atau_404(request, pk)
    daftar: dict[str, tuple[Callable[..., Any], str]] = {
        "tutup": (layanan.tutup_usulan, _("Usulan ditutup. Tim menelaah calonnya.")),
        "buka": (layanan.buka_usulan, _("Usulan dibuka lagi.")),
        "umumkan": (layanan.umumkan, _("Diumumkan. Penerimanya diberi tahu.")),
    }
    kerjakan, pesan = daftar[aksi]
    hasil = kerjakan(aktor=aktor, putaran=putaran, pada=aktor.hari_ini)
    messages.success(
        request, f"{pesan} {_('Tanda terima %(n)s.') % {'n': hasil.tanda_terima.nomor}}"
    )
    return redirect("tindak_lanjut:penghargaan_putaran", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call the round off."""
    aktor = aktor_wajib(request)
    putaran, _peran = putaran_petugas_atau_404(request, pk)
    layanan.wajib_atas(aktor, putaran, aktor.hari_ini)
    form = AlasanForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.batalkan_putaran(
            aktor=aktor, putaran=putaran, alasan=isi["alasan"], pada=aktor.hari_ini
        )
        return reverse("tindak_lanjut:penghargaan_putaran", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Putaran dibatalkan."),
        draf=f"batal-putaran-{pk}",
        judul=_("Batalkan putaran"),
        tombol=_("Batalkan putaran"),
        induk=putaran.nama,
        kembali=reverse("tindak_lanjut:penghargaan_putaran", args=[pk]),
        nav=NAV,
    )
