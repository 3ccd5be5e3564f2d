"""Pages of periods and deadlines."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.organisasi.forms.orang import JadwalKeberatanForm, PeriodeBaruForm, PerpanjangForm
from tera.organisasi.models import JenisPeriode
from tera.organisasi.permissions_orang import KELOLA, boleh_kelola, menjangkau
from tera.organisasi.selectors import periode as tanya
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.services import periode as layanan
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.views.alat_orang import kirim, laman_isian

NADA = {
    "belum_dibuka": ("netral", gettext_lazy("Belum dibuka")),
    "dibuka": ("info", gettext_lazy("Dibuka untuk perencanaan")),
    "berjalan": ("sukses", gettext_lazy("Berjalan")),
    "evaluasi": ("peringatan", gettext_lazy("Masa evaluasi")),
    "selesai": ("netral", gettext_lazy("Selesai")),
}


def _keadaan(periode: Any, pada: Any) -> dict[str, Any]:
    nada, label = NADA[tanya.keadaan_periode(periode, pada)]
    return {"periode": periode, "nada": nada, "label": label}


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The years, newest first."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    tahun = [
        _keadaan(satu.periode, pada) | {"jumlah_bagian": len(satu.daftar_bagian)}
        for satu in tanya.daftar_tahun(aktor=aktor, pada=pada)
    ]
    return render_laman(
        request,
        "organisasi/periode_daftar.html",
        {"daftar": tahun, "boleh_buka": boleh_kelola(aktor=aktor, pada=pada)},
        nav="kelola",
    )


@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One year: its deadlines as extended, its parts, every extension with its reason."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    periode = get_object_or_404(
        tanya.periode_terlihat(aktor=aktor).filter(jenis=JenisPeriode.TAHUNAN), pk=pk
    )
    petugas = daftar_petugas(aktor=aktor, pada=pada)
    perpanjangan = list(tanya.perpanjangan_terlihat(aktor=aktor, tahun=periode.tahun))
    bagian = list(
        tanya.periode_terlihat(aktor=aktor)
        .filter(tahun=periode.tahun)
        .exclude(pk=pk)
        .order_by("mulai")
    )

    def batas(satu: Any, tahap: str) -> tanya.BatasBerlaku:
        return tanya.batas_dari(
            periode=satu, tahap=tahap, path=None, pada=pada, daftar=perpanjangan
        )

    return render_laman(
        request,
        "organisasi/periode_rincian.html",
        {
            **_keadaan(periode, pada),
            "batas_skp": batas(periode, "skp") if periode.batas_skp else None,
            "batas_evaluasi": batas(periode, "evaluasi"),
            "daftar_bagian": [
                _keadaan(satu, pada) | {"batas": batas(satu, "evaluasi")} for satu in bagian
            ],
            "perpanjangan": perpanjangan,
            "jadwal": [periode, *bagian],
            "boleh_jadwal": menjangkau(petugas, peran=KELOLA),
            "boleh_perpanjang": any(peran in KELOLA for peran, _path in petugas),
            "pada": pada,
        },
        nav="kelola",
    )


@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Open a year."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("membuka periode kinerja"))
    ada = tanya.periode_tahunan(aktor=aktor, tahun=pada.year)
    bawaan = kebijakan.nilai(
        instansi_id=aktor.instansi_id, kunci="evaluasi.jenis_periode", pada=pada
    )
    form = PeriodeBaruForm(
        **kirim(request),
        aktor=aktor,
        initial={
            "tahun": pada.year + 1 if ada else pada.year,
            "jenis_bagian": bawaan,
            "dibuka_pada": pada,
        },
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        periode = layanan.buat_periode_tahun(aktor=aktor, pada=pada, **isi)
        return reverse("organisasi:periode_rincian", args=[periode.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Periode dibuka."),
        judul=_("Buka periode tahun"),
        tombol=_("Buka periode"),
        induk=_("Periode"),
        kembali=reverse("organisasi:periode"),
        pengantar=_(
            "Batas penetapan SKP dan evaluasi dihitung dari kebijakan instansi. Sesudah dibuka, "
            "batas hanya bisa dimundurkan lewat perpanjangan."
        ),
    )


@perlu_aktor
@idempoten
def perpanjang(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a deadline later."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    periode = get_object_or_404(tanya.periode_terlihat(aktor=aktor), pk=pk)
    tahunan = tanya.periode_tahunan(aktor=aktor, tahun=periode.tahun) or periode
    form = PerpanjangForm(**kirim(request), aktor=aktor, initial={"tahap": "evaluasi"})
    if periode.batas_skp is None:
        form.fields["tahap"].choices = [("evaluasi", _("Evaluasi kinerja"))]  # type: ignore[attr-defined]
    if request.method == "GET" and not any(
        peran in KELOLA for peran, _path in daftar_petugas(aktor=aktor, pada=pada)
    ):
        wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("memperpanjang batas waktu"))

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.perpanjang_batas(aktor=aktor, periode=periode, pada=pada, **isi)
        return reverse("organisasi:periode_rincian", args=[tahunan.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Batas diperpanjang dan tercatat."),
        judul=_("Perpanjang batas"),
        tombol=_("Perpanjang batas"),
        induk=str(periode),
        kembali=reverse("organisasi:periode_rincian", args=[tahunan.pk]),
        pengantar=_("Batas hanya bisa dimundurkan. Perpanjangan tampil beserta alasannya."),
    )


@perlu_aktor
@idempoten
def jadwal_keberatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Set until when objections are taken by the agency's own calendar."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    periode = get_object_or_404(tanya.periode_terlihat(aktor=aktor), pk=pk)
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengatur jadwal keberatan"))
    tahunan = tanya.periode_tahunan(aktor=aktor, tahun=periode.tahun) or periode
    form = JadwalKeberatanForm(
        **kirim(request),
        aktor=aktor,
        initial={"sampai": periode.keberatan_sampai, "dasar": periode.dasar_keberatan},
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.atur_jadwal_keberatan(aktor=aktor, periode=periode, pada=pada, **isi)
        return reverse("organisasi:periode_rincian", args=[tahunan.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Jadwal keberatan tercatat."),
        judul=_("Jadwal keberatan"),
        tombol=_("Simpan jadwal"),
        induk=str(periode),
        kembali=reverse("organisasi:periode_rincian", args=[tahunan.pk]),
        pengantar=_(
            "Jadwal instansi hanya menambah waktu. Hak 14 hari sesudah dokumen diterima (PP "
            "30/2019 Pasal 59) tidak berkurang: bagi tiap orang berlaku tanggal yang lebih akhir. "
            "Jadwal yang sudah disimpan hanya bisa dimundurkan."
        ),
    )
