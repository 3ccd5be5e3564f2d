"""Turns a view model into the plain values that the typst templates read as JSON."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import segno

from tera.dokumen import teks
from tera.dokumen.model import (
    AkunBaru,
    BagianHandout,
    BarisHasilKerja,
    BarisPerilaku,
    BentukFormulir,
    CapaianOrganisasi,
    Dokumen,
    DokumenEvaluasi,
    DokumenSKP,
    FormulirKosong,
    Handout,
    Identitas,
    Indikator,
    Keluarga,
    Logo,
    MatriksPeranHasil,
    Pendekatan,
    RekapUnit,
    SampulEvaluasi,
    SuratAktivasi,
    Verifikasi,
)
from tera.dokumen.model_angka_kredit import (
    AkumulasiAngkaKredit,
    KonversiAngkaKredit,
    PenetapanCetak,
)
from tera.dokumen.model_bimtek import SertifikatCetak
from tera.dokumen.model_dasbor import LaporanDasbor
from tera.dokumen.model_kalibrasi import NotulenRapat
from tera.dokumen.model_karier import BerkasKarier
from tera.dokumen.model_layanan import PosterLayanan
from tera.dokumen.model_penghargaan import (
    DaftarPenghargaan,
    SuratPenghargaan,
)
from tera.dokumen.model_talenta import LaporanPeta
from tera.dokumen.model_tindakan import FormulirTindakan
from tera.dokumen.ukuran import GARIS_UTUH, garis_baris, potongan

Data = dict[str, Any]

_KOLOM_MATRIKS = 5
_LOGO_TERBESAR = 512_000

# Shape of the drawn curve, order Sangat Kurang .. Sangat Baik. A shape, not a quota: the form
# shows no figures (regulasi-tambahan, row K-3).
_KURVA = {
    CapaianOrganisasi.ISTIMEWA: [0, 1, 3, 7, 13],
    CapaianOrganisasi.BAIK: [2, 3, 6, 11, 2],
    CapaianOrganisasi.BUTUH_PERBAIKAN: [3, 4, 10, 4, 3],
    CapaianOrganisasi.KURANG: [2, 11, 6, 3, 2],
    CapaianOrganisasi.SANGAT_KURANG: [13, 7, 3, 1, 0],
}
_PUNCAK = {
    CapaianOrganisasi.ISTIMEWA: "Sangat Baik",
    CapaianOrganisasi.BAIK: "Baik",
    CapaianOrganisasi.BUTUH_PERBAIKAN: "Butuh Perbaikan",
    CapaianOrganisasi.KURANG: "Kurang/Misconduct",
    CapaianOrganisasi.SANGAT_KURANG: "Sangat Kurang",
}


def kode_qr(isi: str) -> str:
    """A QR code as SVG text, quiet zone included.

    The mask is fixed: any of the eight is readable, and trying them all costs 4 ms a document.
    """
    penyangga = io.BytesIO()
    segno.make_qr(isi, error="m", mask=3, boost_error=False).save(
        penyangga, kind="svg", border=4, xmldecl=False
    )
    return penyangga.getvalue().decode()


def _logo_svg(logo: Logo) -> str:
    """The emblem as SVG text; a PNG is wrapped, because typst has no base64 reader."""
    if len(logo.isi) > _LOGO_TERBESAR:
        raise ValueError("Lambang terlalu besar: paling besar 512 kB. Perkecil gambarnya.")
    if logo.isi.startswith(b"\x89PNG\r\n\x1a\n"):
        lebar = int.from_bytes(logo.isi[16:20], "big")
        tinggi = int.from_bytes(logo.isi[20:24], "big")
        kode = base64.b64encode(logo.isi).decode()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar}" height="{tinggi}" '
            f'viewBox="0 0 {lebar} {tinggi}"><image width="{lebar}" height="{tinggi}" '
            f'href="data:image/png;base64,{kode}"/></svg>'
        )
    svg = logo.isi.decode("utf-8", errors="replace")
    if "<svg" not in svg:
        raise ValueError("Lambang bukan PNG atau SVG. Unggah berkas PNG atau SVG.")
    return svg


def _identitas(orang: Identitas) -> Data:
    return {
        "nama": teks.teks_cetak(orang.nama),
        "nip": orang.nip,
        "nip_cetak": teks.teks_cetak(orang.nip or ""),
        "baris": [
            {"label": b["label"], "isi": teks.teks_cetak(b["isi"])}
            for b in teks.baris_identitas(orang)
        ],
    }


def _akun(akun: AkunBaru) -> Data:
    return {
        "nama": teks.teks_cetak(akun.nama),
        "unit_kerja": teks.teks_cetak(akun.unit_kerja),
        "nama_akun": teks.teks_cetak(akun.nama_akun, boleh_pecah=False),
        "kode": teks.kode_berkelompok(teks.teks_cetak(akun.kode, boleh_pecah=False)),
        "berlaku_sampai": teks.tanggal_indonesia(akun.berlaku_sampai),
    }


def nilai_templat(nilai: object) -> Any:
    """Plain JSON value of a part of a view model, every text cleaned by `teks_cetak`."""
    if isinstance(nilai, Enum):
        return nilai.value
    if isinstance(nilai, str):
        return teks.teks_cetak(nilai)
    if nilai is None or isinstance(nilai, int):
        return nilai
    if isinstance(nilai, date):
        return teks.tanggal_indonesia(nilai)
    if isinstance(nilai, tuple):
        return [nilai_templat(satu) for satu in nilai]
    if isinstance(nilai, Identitas):
        return _identitas(nilai)
    if isinstance(nilai, Verifikasi):
        url = teks.teks_cetak(nilai.url, boleh_pecah=False)
        nomor = teks.teks_cetak(nilai.nomor, boleh_pecah=False)
        return {"url": url, "nomor": nomor, "qr": kode_qr(url)}
    if isinstance(nilai, Logo):
        return {"svg": _logo_svg(nilai), "alt": teks.teks_cetak(nilai.teks_alternatif) or "Lambang"}
    if isinstance(nilai, AkunBaru):
        return _akun(nilai)
    if is_dataclass(nilai):
        data: Data = {f.name: nilai_templat(getattr(nilai, f.name)) for f in fields(nilai)}
        if isinstance(nilai, BarisHasilKerja | BarisPerilaku | BagianHandout):
            batas = GARIS_UTUH * 2 if isinstance(nilai, BagianHandout) else GARIS_UTUH
            data["utuh"] = garis_baris(nilai) <= batas
        if isinstance(nilai, BarisHasilKerja):
            data["ukuran"] = bool(nilai.daftar_indikator)
            data |= potongan(nilai)
        return data
    raise TypeError(f"Nilai {type(nilai).__name__} tidak dapat dicetak.")


def _kosong(formulir: FormulirKosong) -> DokumenSKP | DokumenEvaluasi | SampulEvaluasi:
    """The form of `formulir.bentuk` with nothing in it and room to write."""
    if formulir.bentuk in {BentukFormulir.SKP, BentukFormulir.EVALUASI} and not formulir.perilaku:
        raise ValueError("Formulir ini memuat perilaku kerja: isi `perilaku` dengan nilainya.")
    tahun = formulir.tahun or 1
    mulai, selesai = date(tahun, 1, 1), date(tahun, 12, 31)
    orang = Identitas(nama="")
    if formulir.bentuk is BentukFormulir.SAMPUL:
        return SampulEvaluasi(
            nama_instansi=formulir.nama_instansi,
            periode="Triwulan I / II / III / IV – Akhir",
            periode_mulai=mulai,
            periode_selesai=selesai,
            pegawai=orang,
            penilai=orang,
            atasan_penilai=orang,
            logo=formulir.logo,
        )
    aspek = (
        ("Kuantitas", "Kualitas", "Waktu")
        if formulir.keluarga is Keluarga.JA_JF and formulir.pendekatan is Pendekatan.KUANTITATIF
        else ("",)
    )
    baris = BarisHasilKerja(
        rencana_hasil_kerja="",
        daftar_indikator=tuple(Indikator(teks="", aspek=satu) for satu in aspek),
    )
    isi: dict[str, Any] = {
        "keluarga": formulir.keluarga,
        "pendekatan": formulir.pendekatan,
        "nama_instansi": formulir.nama_instansi,
        "periode_mulai": mulai,
        "periode_selesai": selesai,
        "pegawai": orang,
        "penilai": orang,
        "utama": (baris,) * formulir.jumlah_utama,
        "tambahan": (baris,) * formulir.jumlah_tambahan,
        "perilaku": formulir.perilaku,
        "logo": formulir.logo,
    }
    if formulir.bentuk is BentukFormulir.EVALUASI:
        return DokumenEvaluasi(periode="Triwulan I / II / III / IV – Akhir", **isi)
    return DokumenSKP(**isi)


def _lengkapi_evaluasi(data: Data, dokumen: DokumenEvaluasi | SampulEvaluasi) -> None:
    data["label_capaian"] = _label(teks.LABEL_CAPAIAN, dokumen.capaian_organisasi)
    data["label_predikat"] = _label(teks.LABEL_PREDIKAT, dokumen.predikat)
    data["pilihan_capaian"] = list(teks.LABEL_CAPAIAN.values())
    data["pilihan_predikat"] = list(teks.LABEL_PREDIKAT.values())
    if isinstance(dokumen, SampulEvaluasi):
        return
    data["label_hasil"] = _label(teks.LABEL_RATING, dokumen.rating_hasil_kerja)
    data["label_perilaku"] = _label(teks.LABEL_RATING, dokumen.rating_perilaku_kerja)
    data["pilihan_rating"] = list(teks.LABEL_RATING.values())
    capaian = dokumen.capaian_organisasi
    data["kurva"] = [] if capaian is None else _KURVA[capaian]
    data["alt_kurva"] = (
        "Sumbu kurva distribusi predikat yang belum diisi: dari Sangat Kurang sampai Sangat Baik."
        if capaian is None
        else "Kurva distribusi predikat kinerja pegawai, dari Sangat Kurang sampai Sangat Baik; "
        f"puncaknya pada predikat {_PUNCAK[capaian]}."
    )
    hasil = (dokumen.rating_hasil_kerja, dokumen.rating_perilaku_kerja, dokumen.predikat, capaian)
    data["ada_pilihan"] = None in hasil


def _lengkapi_matriks(data: Data, dokumen: MatriksPeranHasil) -> None:
    for baris in dokumen.baris:
        if len(baris.sel) != len(dokumen.kolom):
            raise ValueError(
                f"Baris {baris.nama} punya {len(baris.sel)} sel, kolomnya {len(dokumen.kolom)}."
            )
    kolom = [{"nomor": i, "teks": t} for i, t in enumerate(data["kolom"], start=1)]
    banyak = -(-len(kolom) // _KOLOM_MATRIKS) or 1
    lebar = -(-len(kolom) // banyak)
    data["potongan"] = [
        {
            "kolom": kolom[i * lebar : (i + 1) * lebar],
            "sel": [baris["sel"][i * lebar : (i + 1) * lebar] for baris in data["baris"]],
        }
        for i in range(banyak)
    ]


_TEMPLAT: dict[type[Any], str] = {
    DokumenSKP: "skp",
    DokumenEvaluasi: "evaluasi",
    SampulEvaluasi: "sampul",
    MatriksPeranHasil: "matriks",
    RekapUnit: "rekap",
    SuratAktivasi: "surat",
    Handout: "handout",
    PosterLayanan: "poster",
    BerkasKarier: "berkas_karier",
    KonversiAngkaKredit: "angka_kredit",
    AkumulasiAngkaKredit: "angka_kredit",
    PenetapanCetak: "angka_kredit",
    LaporanDasbor: "dasbor",
    FormulirTindakan: "tindakan",
    SuratPenghargaan: "surat_penghargaan",
    DaftarPenghargaan: "daftar_penghargaan",
    LaporanPeta: "peta_talenta",
    SertifikatCetak: "sertifikat",
    NotulenRapat: "notulen",
}


def _judul_dan_kaki(data: Data, dokumen: Dokumen) -> None:
    """Title, description and running foot: they name the document, its person and its version."""
    judul = data["judul"]
    orang = next((data[k]["nama"] for k in ("pegawai", "pimpinan") if k in data), "")
    orang = orang or data.get("nama", "")
    unit = data.get("unit_kerja", "") or data.get("peran", "")
    bagian = [judul, orang or unit]
    data["judul_dokumen"] = " – ".join(satu for satu in bagian if satu)
    data["penerbit"] = data["nama_instansi"] or "Tera"
    data["uraian"] = data["judul_dokumen"]
    if "periode_penilaian" in data:
        data["uraian"] += f", {data['periode_penilaian']}"
    if "versi" in data and not data["kosong"]:
        bagian += [f"Versi {data['versi']}", data["status"]]
    data["kaki"] = " · ".join(satu for satu in bagian if satu)


#: Documents that speak of no period of appraisal.
TANPA_PERIODE = (
    SuratAktivasi, Handout, PosterLayanan, BerkasKarier, FormulirTindakan, LaporanPeta,
    SuratPenghargaan, DaftarPenghargaan, SertifikatCetak, NotulenRapat,
)  # fmt: skip


def data_dokumen(dokumen: Dokumen) -> tuple[str, Data]:
    """Name of the template and the values it prints, for any document of `model`.

    Raises ValueError, in Bahasa Indonesia, for a model that cannot be a correct form: an emblem
    that is no PNG or SVG, a matrix row of the wrong width, a blank form without its values.
    """
    kosong = isinstance(dokumen, FormulirKosong)
    asal = _kosong(dokumen) if isinstance(dokumen, FormulirKosong) else dokumen
    data: Data = nilai_templat(asal)
    data["kosong"] = kosong
    # PDF/UA refuses an empty title.
    data["judul"] = data["judul"] or "Dokumen"
    data.setdefault("verifikasi", None)
    data.setdefault("status", "")
    data.setdefault("belum_berlaku", False)
    data.setdefault("logo", None)
    if not isinstance(asal, TANPA_PERIODE):
        data["periode_penilaian"] = teks.periode_penilaian(asal.periode_mulai, asal.periode_selesai)
    if isinstance(dokumen, FormulirKosong) and dokumen.tahun is None:
        data["periode_penilaian"] = f"{'.' * 24} SD {'.' * 24} TAHUN {'.' * 10}"
    if isinstance(asal, DokumenSKP):
        data["bagian"] = "semua"
    elif isinstance(asal, DokumenEvaluasi | SampulEvaluasi):
        _lengkapi_evaluasi(data, asal)
    elif isinstance(asal, MatriksPeranHasil):
        _lengkapi_matriks(data, asal)
    if isinstance(asal, KonversiAngkaKredit | AkumulasiAngkaKredit | PenetapanCetak):
        mulai, selesai = asal.periode_mulai, asal.periode_selesai
        data["masa_penilaian"] = (
            f"{teks.tanggal_indonesia(mulai)} sampai {teks.tanggal_indonesia(selesai)}"
        )
    if isinstance(asal, SuratAktivasi | Handout | PosterLayanan):
        data["alamat_web"] = teks.teks_cetak(asal.alamat_web, boleh_pecah=False)
    if isinstance(asal, SuratAktivasi | PosterLayanan):
        data["qr"] = kode_qr(data["alamat_web"])
    _judul_dan_kaki(data, asal)
    if isinstance(dokumen, FormulirKosong):
        data["bagian"] = dokumen.bentuk.value
        if dokumen.bentuk is BentukFormulir.LAMPIRAN:
            data["judul_dokumen"] = data["kaki"] = f"Lampiran {data['judul']}"
    return _TEMPLAT[type(asal)], data


def _label(label: Mapping[Any, str], nilai: object) -> str:
    return "" if nilai is None else label[nilai]
