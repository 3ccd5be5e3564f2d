"""Konseling: the pages; whoever opens a counselling is noted."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.format import tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.clock import singkatan_zona
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.sebutan import sebutan_pilihan
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.forms.tindakan import CatatanForm
from tera.tindak_lanjut.forms.tindakan_pembinaan import JadwalKonselingForm, LaksanaForm
from tera.tindak_lanjut.models import BacaanKonseling, Konseling, PermintaanKonseling
from tera.tindak_lanjut.permissions.tindakan import peran_konseling, peran_tindakan
from tera.tindak_lanjut.selectors.giliran import giliran_konseling
from tera.tindak_lanjut.selectors.konseling import (
    bacaan,
    daftar_konseling,
    konseling_terlihat,
    orang_bernip,
    permintaan_menunggu,
    permintaan_saya,
)
from tera.tindak_lanjut.services.tindakan import pembinaan
from tera.tindak_lanjut.services.tindakan.pembinaan import IsiJadwalKonseling
from tera.tindak_lanjut.tampilan_giliran import menunggu_giliran
from tera.tindak_lanjut.tampilan_tindakan import judul_tindakan
from tera.tindak_lanjut.views.terima import isian, terima
from tera.tindak_lanjut.views.tindakan.alat import tindakan_atau_404

NADA = {"dijadwalkan": "info", "dilaksanakan": "utama", "dilaporkan": "sukses"}
NADA_PERMINTAAN = {"diajukan": "peringatan", "ditolak": "bahaya"}


@require_safe
@perlu_aktor
def konseling(request: HttpRequest) -> HttpResponseBase:
    """My counsellings, as the person, the counsellor, or who is reported to."""
    aktor = aktor_wajib(request)
    konteks: dict[str, Any] = {
        "baris": [
            {
                "satu": satu,
                "nama": satu.pegawai.nama_lengkap
                if satu.pegawai_id != aktor.pegawai_id
                else satu.konselor.nama_lengkap,
                "peran": _("konselor Anda")
                if satu.pegawai_id == aktor.pegawai_id
                else _("Anda konselornya")
                if satu.konselor_id == aktor.pegawai_id
                else _("rekomendasi untuk Anda"),
                "status": sebutan_pilihan(satu, "status"),
                "nada": NADA.get(satu.status, "netral"),
            }
            for satu in daftar_konseling(aktor=aktor)
        ],
        "permintaan": [
            {
                "satu": satu,
                "status": sebutan_pilihan(satu, "status"),
                "nada": NADA_PERMINTAAN.get(satu.status, "netral"),
                "menunggu": menunggu_giliran(
                    giliran_konseling(
                        pegawai=satu.pegawai, tujuan=satu.tujuan, pada=aktor.hari_ini
                    ),
                    _("Menunggu %(siapa)s menunjuk konselor."),
                )
                if satu.status == PermintaanKonseling.Status.DIAJUKAN
                else "",
            }
            for satu in permintaan_saya(aktor=aktor)
        ],
        "menunggu": list(permintaan_menunggu(aktor=aktor)[:50]),
    }
    konteks["boleh_minta"] = aktor.pegawai_id is not None and not any(
        baris["satu"].status == "diajukan" for baris in konteks["permintaan"]
    )
    return render_laman(
        request, "tindak_lanjut/tindakan/konseling.html", konteks, nav="tindak_lanjut"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def konseling_baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Name a counsellor, a day and a place."""
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    pembinaan.boleh_menunjuk(
        peran_tindakan(aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini), tindakan
    )
    return terima(
        request,
        JadwalKonselingForm(isian(request), initial={"tanggal": aktor.hari_ini}),
        kerjakan=lambda f: pembinaan.jadwalkan_konseling(
            aktor=aktor, tindakan=tindakan, isi=isi_jadwal(f, aktor), pada=aktor.hari_ini
        ),
        sukses=_("Konseling dijadwalkan. Keduanya diberi tahu."),
        ke=lambda satu: (
            ("konseling_rincian", satu.pk)
            if peran_konseling(aktor=aktor, konseling=satu) & {"konselor", "pegawai"}
            else ("tindakan", pk)
        ),
        templat="tindakan/konseling_baru",
        konteks={
            "orang": tindakan.pegawai.nama_lengkap,
            "kembali": reverse("tindak_lanjut:tindakan", args=[pk]),
            "induk": judul_tindakan(tindakan),
        },
    )


def isi_jadwal(form: JadwalKonselingForm, aktor: Aktor) -> IsiJadwalKonseling:
    """What was typed, with the people behind the numbers."""
    d = form.cleaned_data
    penilai = d["jenis_konselor"] == Konseling.Konselor.PENILAI and not d["nip"]
    konselor = (
        Pegawai.objects.filter(pk=aktor.pegawai_id or 0).first()
        if penilai
        else orang_bernip(aktor=aktor, nip=d["nip"])
    )
    if konselor is None:
        pesan = _("Tidak ada pegawai aktif instansi Anda dengan NIP itu. Periksa angkanya.")
        raise MasukanSalahError(pesan, per_bidang={"nip": [pesan]})
    return IsiJadwalKonseling(
        jenis_konselor=d["jenis_konselor"],
        konselor=konselor,
        penerima_laporan=orang_bernip(aktor=aktor, nip=d["penerima"]) if d["penerima"] else None,
        dasar=d["dasar"],
        tanggal=d["tanggal"],
        jam=d["jam"],
        tempat=d["tempat"],
        konselor_luar=d["konselor_luar"],
    )


@require_safe
@perlu_aktor
def konseling_rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One counselling: who is reported to sees the advice alone."""
    aktor = aktor_wajib(request)
    satu = _terlihat(request, pk)
    bagian = BacaanKonseling.Bagian
    tertulis = satu.status in {Konseling.Status.DILAKSANAKAN, Konseling.Status.DILAPORKAN}
    awal = peran_konseling(aktor=aktor, konseling=satu)
    permintaan = permintaan_dari(satu)
    dibuka = bagian.CATATAN if tertulis and awal & {"konselor"} else bagian.JADWAL
    if permintaan is not None and awal == {"konselor"} and not tertulis:
        dibuka = bagian.PERMINTAAN
    if awal == {"penerima"}:
        dibuka = bagian.REKOMENDASI
    peran = pembinaan.baca_konseling(aktor=aktor, konseling=satu, bagian=dibuka)
    pihak = bool(peran & {"konselor", "pegawai"})
    konteks: dict[str, Any] = {
        "satu": satu,
        "status_teks": sebutan_pilihan(satu, "status"),
        "nada": NADA.get(satu.status, "netral"),
        "zona": singkatan_zona(satu.instansi.zona),
        "pihak": pihak,
        "tertulis": tertulis,
        "permintaan": permintaan if pihak else None,
        "konselor_saya": "konselor" in peran,
        "boleh_laksana": "konselor" in peran and satu.status == Konseling.Status.DIJADWALKAN,
        "boleh_lapor": "konselor" in peran and satu.status == Konseling.Status.DILAKSANAKAN,
        "boleh_batal": pihak and satu.status == Konseling.Status.DIJADWALKAN,
        "rekomendasi": [Konseling.Rekomendasi(kata).label for kata in satu.rekomendasi],
        "bacaan": [
            {
                "judul": baca.get_bagian_display(),
                "waktu": tulis_waktu(baca.dibaca_at, satu.instansi.zona),
                "oleh": baca.pembaca.nama_lengkap,
            }
            for baca in (bacaan(konseling=satu) if "pegawai" in peran else [])
        ],
        "perangkat_tanpa_draf": True,
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/konseling_rincian.html", konteks, nav="tindak_lanjut"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def konseling_laksana(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The counsellor's form; what is typed is never kept on the device."""
    aktor = aktor_wajib(request)
    satu = _terlihat(request, pk)
    pembinaan.wajib_konselor(peran_konseling(aktor=aktor, konseling=satu))
    return terima(
        request,
        LaksanaForm(isian(request), initial={"tanggal": min(satu.tanggal, aktor.hari_ini)}),
        kerjakan=lambda f: pembinaan.laksanakan_konseling(
            aktor=aktor, konseling=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Tersimpan. Laporkan rekomendasinya bila sudah siap."),
        ke=("konseling_rincian", pk),
        templat="tindakan/konseling_laksana",
        konteks={"satu": satu},
    )


@require_POST
@perlu_aktor
@idempoten
def konseling_lapor(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Report the advice."""
    aktor = aktor_wajib(request)
    pembinaan.laporkan_konseling(aktor=aktor, konseling=_terlihat(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Rekomendasi dilaporkan; catatannya tetap tertutup."))
    return redirect("tindak_lanjut:konseling_rincian", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def konseling_batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call it off."""
    aktor = aktor_wajib(request)
    satu = _terlihat(request, pk)
    return terima(
        request,
        CatatanForm(isian(request), label=_("Alasan")),
        kerjakan=lambda f: pembinaan.batalkan_konseling(
            aktor=aktor, konseling=satu, alasan=f.cleaned_data["catatan"], pada=aktor.hari_ini
        ),
        sukses=_("Konseling dibatalkan. Pihak lain diberi tahu."),
        ke=("konseling_rincian", pk),
        templat="tindakan/konseling_batal",
        konteks={"satu": satu},
    )


def _terlihat(request: HttpRequest, pk: int) -> Konseling:
    return get_object_or_404(konseling_terlihat(aktor=aktor_wajib(request)), pk=pk)


def permintaan_dari(konseling: Konseling) -> PermintaanKonseling | None:
    """What the person asked for, if one's own request led here."""
    try:
        return konseling.permintaan
    except PermintaanKonseling.DoesNotExist:
        return None
