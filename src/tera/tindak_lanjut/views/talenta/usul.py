"""Files of promotion, mutation and rotation: list, one file, its steps, its print."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka import tautan
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_berkas
from tera.core import workflow
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.forms.saran import tulis_pegawai, tulis_unit
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors.ringkas import menilai_seseorang
from tera.tindak_lanjut.forms.talenta import AlasanForm
from tera.tindak_lanjut.forms.talenta_usul import (
    KeperluanForm,
    PutusanUsulForm,
    TelaahUsulForm,
    UsulForm,
)
from tera.tindak_lanjut.models import UsulKarier
from tera.tindak_lanjut.permissions.talenta import peran_usul
from tera.tindak_lanjut.selectors.talenta import usul as selectors
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.services.talenta import usul as services
from tera.tindak_lanjut.tampilan_talenta import NADA_STATUS
from tera.tindak_lanjut.tampilan_talenta_langkah import langkah_usul, menunggu_usul
from tera.tindak_lanjut.tampilan_talenta_orang import baris_riwayat
from tera.tindak_lanjut.views.talenta.alat import (
    NAV,
    ambil_atau_404,
    dokumen,
    kirim,
    laman_isian,
    talenta_saya,
    wajib_punya,
)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The files one proposed or reads; those that wait first."""
    aktor = aktor_wajib(request)
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini, pimpinan=False)
    mengusul = "pengelola" in luas.peran or menilai_seseorang(aktor=aktor, pada=aktor.hari_ini)
    if not mengusul and not luas.pembaca:
        raise TidakBerwenangError(
            _("Usul karier dibaca pengusul dan pejabatnya. Usul tentang Anda ada di Talenta saya."),
            ke=talenta_saya(),
        )
    semua = selectors.usul_terlihat(aktor=aktor, jangkauan=luas)
    terbuka = request.GET.get("lihat") != "semua"
    if terbuka:
        semua = selectors.menunggu(semua)
    halaman = Paginator(semua, 30).get_page(request.GET.get("halaman"))
    konteks = {
        "halaman": halaman,
        "daftar": [{"usul": satu, "nada": NADA_STATUS[satu.status]} for satu in halaman],
        "terbuka": terbuka,
        "mengusul": mengusul,
    }
    return render_laman(request, "tindak_lanjut/talenta/usul_daftar.html", konteks, nav=NAV)


def _usul(request: HttpRequest, pk: int) -> tuple[UsulKarier, frozenset[str]]:
    aktor = aktor_wajib(request)
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini, pimpinan=False)
    satu = ambil_atau_404(selectors.usul_terlihat(aktor=aktor, jangkauan=luas), pk)
    request.pegawai_terkait_id = satu.pegawai_id  # type: ignore[attr-defined]
    return satu, peran_usul(aktor=aktor, jangkauan=luas, usul=satu)


def _isi(isi: dict[str, Any]) -> services.IsiUsul:
    return services.IsiUsul(
        jenis=isi["jenis"],
        jabatan_target=isi["jabatan_target"],
        jenis_jabatan=isi["jenis_jabatan"],
        unit_target_id=isi["unit_target"].pk,
        alasan=isi["alasan"],
        bukti=isi["bukti"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Write a file; it stays with its proposer until it is sent."""
    aktor = aktor_wajib(request)
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini, pimpinan=False)
    if "pengelola" not in luas.peran and not menilai_seseorang(aktor=aktor, pada=aktor.hari_ini):
        raise TidakBerwenangError(
            _("Yang bisa mengusulkan: pengelola unitnya, atau pejabat penilai orang itu.")
        )
    awal = {"pegawai": _orang(request), "jabatan_target": request.GET.get("jabatan", "")}
    form = UsulForm(**kirim(request), instansi_id=aktor.instansi_id, initial=awal)

    def kerjakan(isi: dict[str, Any]) -> str:
        satu = services.susun_usul(
            aktor=aktor, pegawai=isi["pegawai"], isi=_isi(isi), pada=aktor.hari_ini
        )
        return reverse("tindak_lanjut:talenta_usul", args=[satu.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Usul tersimpan. Periksa, lalu ajukan."),
        judul=_("Susun usul karier"),
        tombol=_("Simpan usul"),
        kembali=reverse("tindak_lanjut:talenta_usul_daftar"),
        induk=_("Usul karier"),
        draf="talenta-usul",
    )


def _orang(request: HttpRequest) -> str:
    """The person that a page sent one here with, as the field writes people."""
    kunci = request.GET.get("pegawai", "")
    if not kunci.isdecimal() or len(kunci) > 15:
        return ""
    orang = Pegawai.objects.filter(
        pk=int(kunci), instansi_id=aktor_wajib(request).instansi_id
    ).first()
    return tulis_pegawai(orang) if orang else ""


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a file that isn't sent, or came back."""
    aktor = aktor_wajib(request)
    satu, _peran = _usul(request, pk)
    if satu.pengusul_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Hanya pengusulnya yang mengubah isi usul ini."))
    awal = {
        "jenis": satu.jenis,
        "jabatan_target": satu.jabatan_target,
        "jenis_jabatan": satu.jenis_jabatan,
        "unit_target": tulis_unit(satu.unit_target),
        "alasan": satu.alasan,
        "bukti": satu.bukti,
    }
    form = UsulForm(**kirim(request), instansi_id=aktor.instansi_id, baru=False, initial=awal)

    def kerjakan(isi: dict[str, Any]) -> str:
        services.ubah_usul(aktor=aktor, usul=satu, isi=_isi(isi))
        return reverse("tindak_lanjut:talenta_usul", args=[pk])

    return _langkah(
        request,
        "ubah",
        satu,
        form,
        kerjakan,
        pesan=_("Perubahan tersimpan."),
        judul=_("Ubah usul"),
        tombol=_("Simpan usul"),
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: what is asked, its review and decision, its history, what one may do."""
    aktor = aktor_wajib(request)
    satu, peran = _usul(request, pk)
    tersedia = {
        langkah.aksi
        for langkah in workflow.aksi_tersedia(
            jenis="usul_karier", status=satu.status, daftar_peran=peran
        )
    }
    pengusul = satu.pengusul_id == aktor.pegawai_id
    riwayat = list(workflow.riwayat(jenis="usul_karier", objek_id=pk))
    konteks = {
        "satu": satu,
        "langkah": langkah_usul(satu, riwayat),
        "menunggu": menunggu_usul(satu, aktor.hari_ini),
        "nada": NADA_STATUS[satu.status],
        "riwayat": baris_riwayat(riwayat, aktor.zona),
        "boleh_ubah": pengusul and satu.status in services.BISA_DIUBAH,
        "boleh_ajukan": pengusul and "ajukan" in tersedia,
        "boleh_batal": pengusul and "batalkan" in tersedia,
        "boleh_telaah": not pengusul and "telaah" in tersedia,
        "boleh_kembalikan": not pengusul and "kembalikan" in tersedia,
        "boleh_putus": not pengusul
        and "setujui" in tersedia
        and satu.penelaah_id != aktor.pegawai_id,
        "boleh_cetak": bool(peran - {"penilai"}),
    }
    return render_laman(request, "tindak_lanjut/talenta/usul.html", konteks, nav=NAV)


@require_POST
@perlu_aktor
@idempoten
def ajukan(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the file."""
    aktor = aktor_wajib(request)
    satu, _peran = _usul(request, pk)
    services.ajukan_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini)
    return redirect("tindak_lanjut:talenta_usul", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own file back."""
    aktor = aktor_wajib(request)
    satu, _peran = _usul(request, pk)
    services.batalkan_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini)
    return redirect("tindak_lanjut:talenta_usul", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def telaah(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the review."""
    aktor = aktor_wajib(request)
    satu, peran = _usul(request, pk)
    wajib_punya(peran, "pengelola", "pyb", "pejabat_pembina")
    services.wajib_bukan_pengusul(aktor, satu)

    def kerjakan(isi: dict[str, Any]) -> str:
        services.telaah_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:talenta_usul", args=[pk])

    return _langkah(
        request,
        "telaah",
        satu,
        TelaahUsulForm(**kirim(request)),
        kerjakan,
        pesan=_("Telaah tercatat. Usul menunggu putusan pejabatnya."),
        judul=_("Telaah usul"),
        tombol=_("Catat telaah"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the file back."""
    aktor = aktor_wajib(request)
    satu, peran = _usul(request, pk)
    wajib_punya(peran, "pengelola", "pyb", "pejabat_pembina")
    services.wajib_bukan_pengusul(aktor, satu)

    def kerjakan(isi: dict[str, Any]) -> str:
        services.kembalikan_usul(aktor=aktor, usul=satu, pada=aktor.hari_ini, **isi)
        return reverse("tindak_lanjut:talenta_usul", args=[pk])

    return _langkah(
        request,
        "kembalikan",
        satu,
        AlasanForm(**kirim(request)),
        kerjakan,
        pesan=_("Usul dikembalikan kepada pengusulnya."),
        judul=_("Kembalikan usul"),
        tombol=_("Kembalikan"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def putus(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide the file."""
    aktor = aktor_wajib(request)
    satu, peran = _usul(request, pk)
    wajib_punya(peran, "pyb", "pejabat_pembina")
    services.wajib_pemutus(aktor, satu)

    def kerjakan(isi: dict[str, Any]) -> str:
        setuju = isi["hasil"] == "setuju"
        services.putuskan_usul(
            aktor=aktor,
            usul=satu,
            disetujui=setuju,
            alasan=isi["alasan"],
            dokumen=dokumen(isi) if setuju else None,
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:talenta_usul", args=[pk])

    return _langkah(
        request,
        "putus",
        satu,
        PutusanUsulForm(**kirim(request)),
        kerjakan,
        pesan=_("Putusan tercatat dan diberitahukan kepada orangnya dan pengusulnya."),
        judul=_("Putuskan usul"),
        tombol=_("Simpan putusan"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def cetak(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the print is for; then it is made, numbered, and shown to the person."""
    aktor = aktor_wajib(request)
    satu, peran = _usul(request, pk)
    wajib_punya(peran, "pengelola", "pyb", "pejabat_pembina", "auditor")

    def kerjakan(isi: dict[str, Any]) -> str:
        baris = services.siapkan_cetakan(
            aktor=aktor,
            pegawai_id=satu.pegawai_id,
            usul=satu,
            pada=aktor.hari_ini,
            **isi,
        )
        return tautan.alamat("talenta.cetak", baris.pk) or reverse(
            "tindak_lanjut:talenta_usul", args=[pk]
        )

    return _langkah(
        request,
        "cetak",
        satu,
        KeperluanForm(**kirim(request), initial={"keperluan": _("Bahan putusan usul karier")}),
        kerjakan,
        pesan=_("Cetakan tercatat; orangnya melihat siapa yang mencetak dan untuk apa."),
        judul=_("Cetak berkas karier"),
        tombol=_("Cetak PDF"),
    )


@require_safe
@perlu_aktor
def berkas(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan of the decision."""
    satu, _peran = _usul(request, pk)
    if satu.berkas_dokumen is None:
        raise Http404
    return unduh_berkas(satu.berkas_dokumen, f"putusan-usul-{pk}")


def _langkah(
    request: HttpRequest, aksi: str, satu: UsulKarier, form: Any, kerjakan: Any, **konteks: Any
) -> HttpResponse:
    return laman_isian(
        request,
        form,
        kerjakan,
        kembali=reverse("tindak_lanjut:talenta_usul", args=[satu.pk]),
        induk=_("Usul karier"),
        subjudul=f"{satu.pegawai.nama_lengkap} · {satu.jabatan_target}",
        # Each step its own: what a reviewer typed is no decision.
        draf=f"talenta-usul-{satu.pk}-{aksi}",
        **konteks,
    )
