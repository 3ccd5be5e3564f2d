"""One's own talent file, the file of a person one reads, and corrections of facts."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_berkas
from tera.core import workflow
from tera.core.idempoten import idempoten
from tera.organisasi.models import Penugasan
from tera.tindak_lanjut.forms.talenta import JawabKoreksiForm, KoreksiForm
from tera.tindak_lanjut.models import KoreksiFakta, PembacaanTalenta
from tera.tindak_lanjut.permissions.talenta import peran_koreksi
from tera.tindak_lanjut.selectors.talenta import berkas as selectors
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan, jangkauan
from tera.tindak_lanjut.services.talenta import koreksi as services
from tera.tindak_lanjut.services.talenta.baca import catat_baca, peran_baca
from tera.tindak_lanjut.tampilan_talenta_orang import (
    baris_riwayat,
    konteks_berkas,
    konteks_koreksi,
)
from tera.tindak_lanjut.views.talenta.alat import (
    NAV,
    ambil_atau_404,
    jangkauan_wajib,
    kirim,
    laman_isian,
    wajib_punya,
)


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponse:
    """One's own file: the box once it is set, what it is made of, who read it."""
    aktor = aktor_wajib(request)
    diri = aktor.pegawai_id or 0
    konteks = {
        **konteks_berkas(selectors.berkas_saya(aktor=aktor, pada=aktor.hari_ini)),
        "koreksi": konteks_koreksi(selectors.koreksi_orang(aktor=aktor, pegawai_id=diri)),
        "suksesi": selectors.suksesi_orang(aktor=aktor, pegawai_id=diri),
        "usul": selectors.usul_orang(aktor=aktor, pegawai_id=diri),
        "pembacaan": selectors.pembacaan(aktor=aktor, pegawai_id=diri)[:5],
        "diri": True,
        "zona": aktor.zona,
    }
    return render_laman(request, "tindak_lanjut/talenta/saya.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def pembacaan(request: HttpRequest) -> HttpResponse:
    """Everybody who read one's own file."""
    aktor = aktor_wajib(request)
    semua = selectors.pembacaan(aktor=aktor, pegawai_id=aktor.pegawai_id or 0)
    konteks = {
        "halaman": Paginator(semua, 50).get_page(request.GET.get("halaman")),
        "zona": aktor.zona,
    }
    return render_laman(request, "tindak_lanjut/talenta/pembacaan.html", konteks, nav=NAV)


def _tugas(request: HttpRequest, pk: int) -> tuple[Jangkauan, Penugasan]:
    """The post of a person one reads; the reading is known to *mode petugas* too."""
    aktor = aktor_wajib(request)
    # A number that no row carries is nobody's, not an error of the database.
    if pk > BigIntegerField.MAX_BIGINT:
        raise Http404
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini)
    tugas = selectors.tugas_terlihat(
        aktor=aktor, jangkauan=luas, pegawai_id=pk, pada=aktor.hari_ini
    )
    if tugas is None:
        raise Http404
    request.pegawai_terkait_id = pk  # type: ignore[attr-defined]
    return luas, tugas


@require_safe
@perlu_aktor
def orang(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a person; each reading is written down, for the person to see."""
    aktor = aktor_wajib(request)
    if pk == aktor.pegawai_id:
        return redirect("tindak_lanjut:talenta_saya")
    luas, tugas = _tugas(request, pk)
    peran = luas.peran_atas(tugas.unit.path)
    nilai = luas.membaca(tugas.unit.path)
    catat_baca(
        aktor=aktor,
        pegawai_id=pk,
        hal=PembacaanTalenta.Hal.BERKAS,
        peran=peran_baca(peran, memimpin=not nilai),
        pada=aktor.hari_ini,
    )
    berkas = selectors.berkas_orang(aktor=aktor, pegawai_id=pk, nilai=nilai, pada=aktor.hari_ini)
    konteks = {**konteks_berkas(berkas), "tugas": tugas, "nilai": nilai, "peran": peran}
    return render_laman(request, "tindak_lanjut/talenta/orang.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def riwayat(request: HttpRequest, pk: int) -> HttpResponse:
    """Posts, achievements, groups, files and corrections of a person one reads as an officer."""
    aktor = aktor_wajib(request)
    luas, tugas = _tugas(request, pk)
    if not luas.membaca(tugas.unit.path):
        raise Http404
    konteks = {
        "tugas": tugas,
        "jabatan": selectors.penugasan_orang(aktor=aktor, pegawai_id=pk),
        "capaian": selectors.capaian_orang(aktor=aktor, pegawai_id=pk),
        "suksesi": selectors.suksesi_orang(aktor=aktor, pegawai_id=pk),
        "usul": selectors.usul_orang(aktor=aktor, pegawai_id=pk),
        "koreksi": konteks_koreksi(selectors.koreksi_orang(aktor=aktor, pegawai_id=pk)),
    }
    return render_laman(request, "tindak_lanjut/talenta/riwayat.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def koreksi_baru(request: HttpRequest) -> HttpResponse:
    """Ask for a fact to be put right."""
    aktor = aktor_wajib(request)
    form = KoreksiForm(**kirim(request), initial={"fakta": request.GET.get("fakta")})

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi.pop("berkas")
        services.ajukan_koreksi(
            aktor=aktor,
            isi=services.IsiKoreksi(
                **isi,
                nama_berkas=berkas.name if berkas else "",
                isi_berkas=berkas or None,
            ),
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:talenta_saya")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Koreksi terkirim kepada pengelola. Jawabannya muncul di halaman ini."),
        judul=_("Ajukan koreksi fakta"),
        tombol=_("Kirim koreksi"),
        pengantar=_(
            "Untuk fakta yang keliru. Keberatan atas predikat diajukan dari halaman hasilnya, "
            "dalam 14 hari sesudah dokumen diterima."
        ),
        kembali=reverse("tindak_lanjut:talenta_saya"),
        induk=_("Talenta saya"),
        draf="talenta-koreksi",
    )


@require_safe
@perlu_aktor
def koreksi_daftar(request: HttpRequest) -> HttpResponse:
    """The corrections that wait in the units one serves, then the answered ones."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request, petugas=True)
    semua = selectors.koreksi_terlihat(aktor=aktor, jangkauan=luas)
    terbuka = request.GET.get("lihat") != "semua"
    if terbuka:
        semua = semua.filter(status=KoreksiFakta.Status.DIAJUKAN).order_by("pk")
    halaman = Paginator(semua, 30).get_page(request.GET.get("halaman"))
    konteks = {"halaman": halaman, "daftar": konteks_koreksi(list(halaman)), "terbuka": terbuka}
    return render_laman(request, "tindak_lanjut/talenta/koreksi_daftar.html", konteks, nav=NAV)


def _koreksi(request: HttpRequest, pk: int) -> tuple[KoreksiFakta, frozenset[str]]:
    aktor = aktor_wajib(request)
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini, pimpinan=False)
    satu = ambil_atau_404(selectors.koreksi_terlihat(aktor=aktor, jangkauan=luas), pk)
    request.pegawai_terkait_id = satu.pegawai_id  # type: ignore[attr-defined]
    return satu, peran_koreksi(aktor=aktor, jangkauan=luas, koreksi=satu)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def koreksi(request: HttpRequest, pk: int) -> HttpResponse:
    """One correction with its history; the pengelola of the unit answers by POST."""
    aktor = aktor_wajib(request)
    satu, peran = _koreksi(request, pk)
    if request.method == "POST":
        wajib_punya(peran, "pengelola")
    form = JawabKoreksiForm(**kirim(request))

    def kerjakan(isi: dict[str, Any]) -> str:
        services.jawab_koreksi(
            aktor=aktor,
            koreksi=satu,
            diperbaiki=isi["hasil"] == "perbaiki",
            jawaban=isi["jawaban"],
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:talenta_koreksi", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Jawaban terkirim. Pegawainya melihat apa yang diputuskan dan mengapa."),
        template="tindak_lanjut/talenta/koreksi.html",
        draf=f"talenta-jawab-{pk}",
        satu=satu,
        kolom=konteks_koreksi([satu])[0],
        riwayat=baris_riwayat(workflow.riwayat(jenis="koreksi_fakta", objek_id=pk), aktor.zona),
        boleh_jawab="pengelola" in peran and satu.status == KoreksiFakta.Status.DIAJUKAN,
        boleh_batal="pegawai" in peran and satu.status == KoreksiFakta.Status.DIAJUKAN,
        diri="pegawai" in peran,
    )


@require_POST
@perlu_aktor
@idempoten
def koreksi_batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own request back."""
    aktor = aktor_wajib(request)
    satu, _peran = _koreksi(request, pk)
    services.batalkan_koreksi(aktor=aktor, koreksi=satu, pada=aktor.hari_ini)
    return redirect("tindak_lanjut:talenta_koreksi", pk=pk)


@require_safe
@perlu_aktor
def koreksi_berkas(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan that came with a correction."""
    satu, _peran = _koreksi(request, pk)
    if satu.berkas is None:
        raise Http404
    return unduh_berkas(satu.berkas, f"bukti-koreksi-{pk}")
