"""Attendance of a day, its code, the sheet that goes out and in, the sheet of JP."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.bimtek.forms_kelas import LembarHadirForm
from tera.bimtek.models import HariKelas, KelasBimtek
from tera.bimtek.selectors.kelas import DaftarHadir, daftar_hadir, peserta_kelas
from tera.bimtek.services import kelas_hadir as layanan
from tera.bimtek.tampilan_kelas import baris_peserta
from tera.bimtek.views.kelas import NAV, kelas_atau_404
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.organisasi.views.alat_orang import kirim, laman_isian

#: The columns that the participants' sheet of a training session reads.
KOLOM_JP = ("NIP", "NAMA", "HADIR", "LULUS", "JP", "NOMOR SERTIFIKAT")
TOLAKAN_TAMPIL = 20


def _hari_atau_404(kelas: KelasBimtek, hari_pk: int) -> HariKelas:
    hari = get_object_or_404(HariKelas, kelas=kelas, pk=hari_pk)
    hari.kelas = kelas
    return hari


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def hadir(request: HttpRequest, pk: int, hari_pk: int) -> HttpResponseBase:
    """The list of a day: one tap a person, or everybody at once."""
    kelas = kelas_atau_404(request, pk)
    hari = _hari_atau_404(kelas, hari_pk)
    aktor = aktor_wajib(request)
    if request.method == "POST":
        tanda = _tanda(request, kelas, hari)
        layanan.tandai_hadir(aktor=aktor, hari=hari, daftar_peserta=tanda, pada=aktor.hari_ini)
        jawaban = redirect("bimtek:kelas_hadir", pk=pk, hari_pk=hari_pk)
        if len(tanda) == 1:
            jawaban["Location"] += f"#p-{next(iter(tanda))}"
        return jawaban
    semua = daftar_hadir(kelas=kelas)
    ini = next(satu for satu in semua if satu.hari.pk == hari.pk)
    baris = [
        baris_peserta(satu, ()) | {"tanda": ini.per_peserta.get(satu.pk)}
        for satu in peserta_kelas(kelas=kelas)
    ]
    # Who said they can't come is out of the way, but can be marked.
    lain = [satu for satu in baris if satu["menolak"] and satu["tanda"] is None]
    lengkap = request.GET.get("semua") == "ya"
    if not lengkap:
        baris = [satu for satu in baris if satu not in lain]
    bisa = kelas.status in {"berlangsung", "selesai"} and hari.tanggal <= aktor.hari_ini
    konteks = {
        "kelas": kelas,
        "hari": hari,
        "semua_hari": [satu.hari for satu in semua],
        "daftar": baris,
        "menolak": 0 if lengkap else len(lain),
        "hadir": ini.hadir,
        "belum": sum(satu["tanda"] is None for satu in baris),
        "bisa": bisa and kelas.dibekukan_pada is None,
        "bisa_kode": bisa and kelas.status == "berlangsung" and hari.tanggal == aktor.hari_ini,
    }
    return render_laman(request, "bimtek/kelas_hadir.html", konteks, nav=NAV)


def _tanda(request: HttpRequest, kelas: KelasBimtek, hari: HariKelas) -> dict[int, bool]:
    """What was tapped: ``12-ya``, ``12-tidak``, or ``semua`` for who isn't marked yet."""
    kata = request.POST.get("tanda", "")
    if kata == "semua":
        ini = next(
            (satu for satu in daftar_hadir(kelas=kelas) if satu.hari.pk == hari.pk),
            DaftarHadir(hari, {}),
        )
        return {
            pk: True
            for pk in kelas.daftar_peserta.exclude(jawaban="menolak").values_list("pk", flat=True)
            if pk not in ini.per_peserta
        }
    nomor, _pisah, ya = kata.partition("-")
    if not nomor.isdecimal() or ya not in {"ya", "tidak"} or len(nomor) > 18:
        raise Http404
    return {int(nomor): ya == "ya"}


@require_POST
@perlu_aktor
@idempoten
def kode(request: HttpRequest, pk: int, hari_pk: int) -> HttpResponseBase:
    """Open the code of today or close it."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    layanan.atur_kode(
        aktor=aktor,
        hari=_hari_atau_404(kelas, hari_pk),
        terbuka=request.POST.get("kode") == "buka",
        pada=aktor.hari_ini,
    )
    return redirect("bimtek:kelas_hadir", pk=pk, hari_pk=hari_pk)


@require_safe
@perlu_aktor
def lembar(request: HttpRequest, pk: int) -> HttpResponse:
    """The attendance of all days as a sheet that can be filled in and handed back."""
    kelas = kelas_atau_404(request, pk)
    isi = tulis_xlsx(
        judul="Kehadiran",
        kolom=layanan.kolom_hadir(kelas),
        baris=layanan.baris_hadir(kelas),
    )
    return unduh_isi(isi, JENIS_XLSX, f"kehadiran-kelas-{pk}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest, pk: int) -> HttpResponse:
    """Attendance from the sheet."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    kembali = reverse("bimtek:kelas_kelola", args=[pk])

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi["berkas"]
        hasil = layanan.impor_hadir(
            aktor=aktor, kelas=kelas, nama=berkas.name, isi=berkas.read(), pada=aktor.hari_ini
        )
        messages.success(
            request,
            _("%(ya)s baris dibaca, %(tidak)s ditolak.")
            % {"ya": hasil.diterima, "tidak": hasil.ditolak},
        )
        for satu in hasil.rincian[:TOLAKAN_TAMPIL]:
            messages.warning(
                request,
                _("Baris %(nomor)s, kolom %(kolom)s: %(sebab)s")
                % {"nomor": satu.baris, "kolom": satu.kolom, "sebab": satu.pesan},
            )
        return kembali

    return laman_isian(
        request, LembarHadirForm(**kirim(request), aktor=aktor), kerjakan, pesan="",
        judul=_("Isi kehadiran dari lembar"), tombol=_("Baca lembar"), induk=kelas.judul,
        kembali=kembali, nav=NAV,
        pengantar=_(
            "Pakai lembar yang diunduh dari halaman kelas: satu kolom untuk tiap hari, diisi ya "
            "atau tidak. Sel kosong tidak mengubah apa pun. Baris yang keliru disebut, yang lain "
            "tersimpan."
        ),
    )  # fmt: skip


@require_safe
@perlu_aktor
def jp(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there every day, in the columns of the participants' sheet of a training session."""
    kelas = kelas_atau_404(request, pk)
    if kelas.status != "selesai":
        raise Http404
    hari = daftar_hadir(kelas=kelas)
    isi = tulis_xlsx(
        judul="Peserta",
        kolom=KOLOM_JP,
        baris=(
            [
                satu.pegawai.nip,
                satu.pegawai.nama_lengkap,
                "ya" if penuh else "tidak",
                "ya" if penuh else "tidak",
                kelas.jp if penuh else "",
                "",
            ]
            for satu in peserta_kelas(kelas=kelas)
            for penuh in [all(h.per_peserta.get(satu.pk) for h in hari)]
        ),
    )
    return unduh_isi(isi, JENIS_XLSX, f"jp-kelas-{pk}.xlsx")
