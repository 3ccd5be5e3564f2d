"""One place in a session: its result, certificate, and whether it is used; all by one sheet."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.antarmuka.unduh import unduh_berkas, unduh_isi
from tera.core.berkas import simpan_berkas
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.tindak_lanjut.forms.pengembangan.pelatihan import (
    DampakForm,
    HasilForm,
    ImporPesertaForm,
    SertifikatForm,
)
from tera.tindak_lanjut.models import PesertaPelatihan
from tera.tindak_lanjut.permissions.pengembangan import mengelola
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import bisa_dilaporkan, peserta_sesi
from tera.tindak_lanjut.selectors.pengembangan.ukur import Diukur, ukur
from tera.tindak_lanjut.services.pengembangan import pelatihan as layanan
from tera.tindak_lanjut.services.pengembangan import sertifikat as layanan_sertifikat
from tera.tindak_lanjut.services.pengembangan.lembar_peserta import (
    KOLOM,
    baris_lembar,
    impor_peserta,
)
from tera.tindak_lanjut.views.kabar import kabarkan_impor
from tera.tindak_lanjut.views.pengembangan.alat import NAV, isian, terima_form
from tera.tindak_lanjut.views.pengembangan.pelatihan import peserta_atau_404, sesi_atau_404


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def hasil(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Attendance and result of one person, for who keeps the catalogue."""
    aktor = aktor_wajib(request)
    satu = peserta_atau_404(request, pk)
    if not mengelola(aktor=aktor, pada=aktor.hari_ini):
        raise TidakBerwenangError(_("Hasil pelatihan dicatat pengelola kinerja."))
    return terima_form(
        request,
        HasilForm(isian(request), initial={"jp": satu.sesi.pelatihan.jp}),
        kerjakan=lambda f: layanan.catat_hasil(
            aktor=aktor, peserta=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Hasil dicatat."),
        ke=lambda _hasil: ("sesi_pelatihan", satu.sesi_id),
        templat="peserta_form",
        konteks=_konteks(satu, _("Catat hasil"), _("Simpan hasil")),
        draf=f"peserta-hasil-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def sertifikat(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Upload the scan of a certificate."""
    aktor = aktor_wajib(request)
    satu = peserta_atau_404(request, pk)
    layanan_sertifikat.boleh_sertifikat(aktor, satu, aktor.hari_ini)
    milik = aktor.pegawai_id == satu.pegawai_id
    terbuka = satu.kegiatan if milik and bisa_dilaporkan(peserta=satu) else None
    return terima_form(
        request,
        SertifikatForm(
            isian(request),
            request.FILES or None,
            initial={"nomor": satu.nomor_sertifikat},
            kegiatan=terbuka.kegiatan if terbuka else "",
        ),
        kerjakan=lambda f: layanan_sertifikat.simpan_sertifikat(
            aktor=aktor,
            peserta=satu,
            nomor=f.cleaned_data["nomor"],
            berkas=simpan_berkas(
                aktor=aktor,
                nama=f.cleaned_data["berkas"].name,
                isi=f.cleaned_data["berkas"].file,
                keperluan="sertifikat",
            ),
            laporkan=f.cleaned_data.get("laporkan", False),
            pada=aktor.hari_ini,
        ),
        sukses=_("Sertifikat tersimpan."),
        ke=lambda _hasil: (
            ("pengembangan_kegiatan", terbuka.pk)
            if terbuka
            else ("pelatihan", satu.sesi.pelatihan_id)
            if milik
            else ("sesi_pelatihan", satu.sesi_id)
        ),
        templat="peserta_form",
        konteks=_konteks(satu, _("Unggah sertifikat"), _("Simpan sertifikat")),
    )


@require_safe
@perlu_aktor
def unduh(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate as a download."""
    satu = peserta_atau_404(request, pk)
    if satu.sertifikat is None:
        raise Http404
    return unduh_berkas(satu.sertifikat, f"sertifikat-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def dampak(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Whether what was learnt is used: the person or the penilai."""
    aktor = aktor_wajib(request)
    satu = peserta_atau_404(request, pk)
    if not layanan_sertifikat.sisi_dampak(aktor=aktor, peserta=satu, pada=aktor.hari_ini):
        raise TidakBerwenangError(_("Dampak pelatihan dijawab pesertanya dan pejabat penilainya."))
    return terima_form(
        request,
        DampakForm(isian(request)),
        kerjakan=lambda f: layanan_sertifikat.jawab_dampak(
            aktor=aktor, peserta=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Terima kasih. Jawaban Anda tersimpan."),
        ke=lambda _hasil: ("katalog", None),
        templat="peserta_form",
        konteks={
            **_konteks(satu, _("Dampak pelatihan"), _("Kirim jawaban")),
            "ukuran": ukur(daftar=[Diukur.peserta(satu)])[satu.pk],
        },
        draf=f"dampak-{pk}",
    )


@require_safe
@perlu_aktor
def lembar(request: HttpRequest, pk: int) -> HttpResponse:
    """The participants as a sheet that can be filled in and handed back."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    layanan.wajib_mengelola(aktor, aktor.hari_ini)
    isi = tulis_xlsx(
        judul="Peserta",
        kolom=KOLOM,
        baris=(baris_lembar(satu) for satu in peserta_sesi(sesi=sesi)),
    )
    return unduh_isi(isi, JENIS_XLSX, f"peserta-sesi-{pk}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Participants and results from a sheet."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    layanan.wajib_mengelola(aktor, aktor.hari_ini)
    kembali = reverse("tindak_lanjut:sesi_pelatihan", args=[pk])

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi["berkas"]
        kabarkan_impor(
            request,
            impor_peserta(
                aktor=aktor, sesi=sesi, nama=berkas.name, isi=berkas.read(), pada=aktor.hari_ini
            ),
        )
        return kembali

    return laman_isian(
        request,
        ImporPesertaForm(**kirim(request)),
        kerjakan,
        pesan=_("Lembar dibaca."),
        judul=_("Isi peserta dari lembar"),
        tombol=_("Baca lembar"),
        induk=sesi.pelatihan.judul,
        kembali=kembali,
        nav=NAV,
        pengantar=_(
            "Pakai lembar yang diunduh dari halaman sesi. Kolomnya NIP, HADIR dan LULUS (ya atau "
            "tidak), JP, NOMOR SERTIFIKAT. Yang belum terdaftar didaftarkan selama ada kursi; "
            "hasil yang sudah tercatat tidak diganti. Baris yang keliru disebut, yang lain "
            "tersimpan."
        ),
    )


def _konteks(satu: PesertaPelatihan, judul: str, tombol: str) -> dict[str, object]:
    return {"satu": satu, "judul": judul, "tombol": tombol}
