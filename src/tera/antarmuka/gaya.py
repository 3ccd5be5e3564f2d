"""Invented content of the component pages; nothing here is read by the product."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from tera.antarmuka.baris import BarisFormSet
from tera.antarmuka.widget import TanggalInput, TeksPanjang

NAMA_PANJANG = (
    "Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodiningrat-Hutasoit, S.Kom., M.Kom., Ph.D."
)
JABATAN_PANJANG = (
    "Analis Pengelolaan Keuangan Anggaran Pendapatan dan Belanja Daerah Ahli Muda pada "
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
)
PENOLAKAN = SimpleNamespace(
    status=422,
    kode="target_kosong",
    pesan="SKP belum bisa diajukan: baris 2 belum punya target. Isi target, lalu ajukan lagi.",
    per_bidang={},
)


def kerangka(aktif: str, *, tema: str = "") -> dict[str, Any]:
    """Return the context of the frame, as the context processor gives it."""
    daftar = [
        ("komponen", "Komponen", "/gaya/", "layout-grid", "Contoh"),
        ("formulir", "Formulir", "/gaya/formulir/", "target-arrow", "Contoh"),
        ("dasbor", "Dasbor", "/gaya/dasbor/", "chart-bar", "Contoh"),
        ("publik", "Halaman publik", "/gaya/publik/", "login", "Lain"),
        ("galat", "Halaman galat", "/gaya/galat/404/", "alert-triangle", "Lain"),
        ("luring", "Halaman luring", "/gaya/galat/luring/", "wifi-off", "Lain"),
    ]
    return {
        "navigasi": [
            {
                "label": label,
                "url": url,
                "ikon": ikon,
                "aktif": kunci == aktif,
                "jumlah": 3 if kunci == "formulir" else 0,
                "kelompok": kelompok,
            }
            for kunci, label, url, ikon, kelompok in daftar
        ],
        "nama_instansi": "Kabupaten Contoh",
        "nama_pengguna": "Siti Rahayu, S.A.P.",
        "peran_pengguna": "Analis Kebijakan Ahli Muda",
        "menu_pengguna": [
            {"label": "Data saya", "url": "/gaya/#data", "ikon": "id-badge-2"},
            {"label": "Siapa yang melihat data saya", "url": "/gaya/#lihat", "ikon": "eye"},
        ],
        "beranda_url": "/gaya/",
        "pemberitahuan_url": "/gaya/#pemberitahuan",
        "jumlah_pemberitahuan": 3,
        "label_pemberitahuan": "Notifikasi: 3 belum dibaca",
        "nama_zona": "WIB",
        "tema": tema,
    }


class RatingForm(forms.Form):
    """The rating picker in three states, and the kinds of field."""

    hasil = forms.ChoiceField(
        label="Rating hasil kerja",
        help_text="Bandingkan realisasi dengan target dan umpan balik berkelanjutan.",
        choices=[
            ("di_bawah", "Di bawah ekspektasi"),
            ("sesuai", "Sesuai ekspektasi"),
            ("di_atas", "Di atas ekspektasi"),
        ],
        widget=forms.RadioSelect,
        initial="sesuai",
    )
    setuju = forms.BooleanField(label="Saya sudah membaca bukti dan umpan balik")
    saluran = forms.MultipleChoiceField(
        label="Kabar dikirim lewat",
        required=False,
        choices=[("surel", "Surel"), ("produk", "Di dalam Tera")],
        widget=forms.CheckboxSelectMultiple,
    )
    anggaran = forms.DecimalField(label="Anggaran", required=False)
    capaian = forms.DecimalField(label="Capaian", required=False)
    berkas = forms.FileField(label="Unggah bukti", required=False, help_text="PDF atau foto, 5 MB.")
    terkunci = forms.CharField(label="NIP", disabled=True, initial="199001012015012001")


class CariForm(forms.Form):
    """Fields of the filter bar."""

    q = forms.CharField(label="Cari nama atau NIP", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Semua"), ("draf", "Draf")]
    )


class MasukForm(forms.Form):
    """A sign-in form; it does nothing here."""

    nama_akun = forms.CharField(label="Nama akun atau NIP")
    sandi = forms.CharField(label="Kata sandi", widget=forms.PasswordInput)


class RencanaForm(forms.Form):
    """The head of a plan."""

    rencana = forms.CharField(
        label="Rencana hasil kerja",
        widget=TeksPanjang,
        help_text="Tulis hasilnya, bukan kegiatannya.",
    )
    batas = forms.DateField(label="Selesai paling lambat", widget=TanggalInput)


class IndikatorForm(forms.Form):
    """One row."""

    aspek = forms.ChoiceField(
        label="Aspek",
        choices=[("kuantitas", "Kuantitas"), ("kualitas", "Kualitas"), ("waktu", "Waktu")],
    )
    indikator = forms.CharField(label="Indikator kinerja individu", max_length=200)
    target = forms.CharField(label="Target tahunan", max_length=40)


IndikatorFormSet: type[BaseFormSet[Any]] = formset_factory(
    IndikatorForm, formset=BarisFormSet, extra=0, can_order=True, can_delete=True
)


def formulir_awal() -> tuple[RencanaForm, BaseFormSet[Any]]:
    """Return the form as first shown."""
    hasil = "Tersusunnya rekomendasi kebijakan peningkatan mutu layanan kesehatan primer"
    baris = [
        ("kuantitas", "Jumlah rekomendasi kebijakan layanan kesehatan primer", "12 dokumen"),
        ("kualitas", "Persentase rekomendasi yang ditindaklanjuti", "90 persen"),
        ("waktu", "Rata-rata waktu penyusunan setiap rekomendasi", ""),
    ]
    return (
        RencanaForm(initial={"rencana": hasil, "batas": "2026-12-15"}),
        IndikatorFormSet(
            prefix="indikator",
            initial=[{"aspek": a, "indikator": i, "target": t} for a, i, t in baris],
        ),
    )


def formulir_isi(data: QueryDict) -> tuple[RencanaForm, BaseFormSet[Any]]:
    """Return the form bound to what was sent."""
    return RencanaForm(data), IndikatorFormSet(data, prefix="indikator")


def komponen(halaman: str) -> dict[str, Any]:
    """Return what the page of all components shows."""
    tahap = ("Rencana", "Pelaksanaan", "Evaluasi", "Tindak lanjut")
    salah = RatingForm({"salah-anggaran": "seratus"}, prefix="salah")
    return {
        "langkah_kini": [
            {"label": tahap[0], "status": "selesai", "keterangan": "12 Januari 2026"},
            {"label": tahap[1], "status": "kini", "keterangan": "9 hari lagi"},
            {"label": tahap[2], "status": "nanti"},
            {"label": tahap[3], "status": "nanti"},
        ],
        "langkah_ditolak": [
            {"label": "Draf", "status": "selesai"},
            {"label": "Dikembalikan", "status": "ditolak", "keterangan": "oleh Budi Santoso"},
            {"label": "Ditetapkan", "status": "nanti"},
        ],
        "daftar_nada": ["netral", "info", "sukses", "peringatan", "bahaya", "utama"],
        "tugas": [
            {
                "judul": "Perbaiki SKP 2026 yang dikembalikan",
                "keterangan": "Target baris 2 belum terukur, kata Budi Santoso.",
                "batas": "31 Januari 2026, lewat 2 hari",
                "nada": "bahaya",
                "url": "/gaya/formulir/",
                "aksi": "Perbaiki",
            },
            {
                "judul": "Isi progres Triwulan I",
                "batas": "5 April 2026, 9 hari lagi",
                "nada": "peringatan",
                "url": "/gaya/formulir/",
                "aksi": "Isi progres",
            },
            {
                "judul": f"Beri umpan balik kepada {NAMA_PANJANG}",
                "batas": "30 Juni 2026",
                "url": "/gaya/formulir/",
                "aksi": "Beri umpan balik",
            },
        ],
        "form": RatingForm(),
        "form_salah": salah,
        "cari": CariForm(),
        "halaman": Paginator(range(412), 20).get_page(halaman),
        "nama_panjang": NAMA_PANJANG,
        "jabatan_panjang": JABATAN_PANJANG,
        "pegawai": [
            ("Andi Wijaya", "Pranata Komputer Ahli Pertama", "Draf", "netral", 0),
            ("Budi Santoso", "Kepala Bidang Layanan", "Ditetapkan", "sukses", 1274),
            (NAMA_PANJANG, JABATAN_PANJANG, "Lewat batas waktu", "bahaya", 12.5),
        ],
        "riwayat": [
            {
                "judul": "Dikembalikan dengan catatan",
                "waktu": "14 Januari 2026 pukul 09.41 WIB",
                "oleh": "Budi Santoso",
                "peran": "penilai",
                "catatan": "Target baris 2 belum terukur. Sebutkan jumlah dokumennya.",
                "nada": "bahaya",
                "ikon": "arrow-back-up",
            },
            {
                "judul": "Diajukan ke atasan",
                "waktu": "12 Januari 2026 pukul 16.02 WIB",
                "oleh": "Siti Rahayu",
                "nada": "info",
                "ikon": "send",
            },
            {"judul": "Draf dibuat", "waktu": "5 Januari 2026", "oleh": "Siti Rahayu"},
        ],
        "bukti": [
            {
                "nama": "Rekomendasi-kebijakan-triwulan-I-edisi-revisi-akhir-sekali.pdf",
                "url": "#bukti",
                "jenis": "berkas",
                "keterangan": "1,4 MB · 12 Maret 2026",
                "lencana": "Diverifikasi",
                "nada": "sukses",
            },
            {"nama": "Notula rapat di drive instansi", "url": "#bukti", "jenis": "tautan"},
            {"nama": "Waktu tunggu turun dari 42 menjadi 17 menit", "jenis": "catatan"},
        ],
        "kuadran_kolom": ["Di bawah", "Sesuai", "Di atas"],
        "kuadran_baris": [
            {
                "label": "Di atas",
                "sel": [
                    {"label": "Kurang", "jumlah": 2, "nada": "peringatan"},
                    {"label": "Baik", "jumlah": 31, "nada": "info"},
                    {"label": "Sangat baik", "jumlah": 12, "nada": "sukses"},
                ],
            },
            {
                "label": "Sesuai",
                "sel": [
                    {"label": "Kurang", "jumlah": 5, "nada": "peringatan"},
                    {"label": "Baik", "jumlah": 204, "nada": "info", "aktif": True},
                    {"label": "Baik", "jumlah": 44, "nada": "info"},
                ],
            },
            {
                "label": "Di bawah",
                "sel": [
                    {"label": "Sangat kurang", "jumlah": 0, "nada": "bahaya"},
                    {"label": "Butuh perbaikan", "jumlah": 7, "nada": "peringatan"},
                    {"label": "Butuh perbaikan", "jumlah": 1, "nada": "peringatan"},
                ],
            },
        ],
        "penjelasan": {
            "di_bawah": "Sebagian besar target belum tercapai.",
            "sesuai": "Target tercapai seperti disepakati.",
            "di_atas": "Hampir semua target terlampaui, dengan bukti.",
        },
        "menu": [
            {"label": "Unduh PDF", "url": "#", "ikon": "download"},
            {"label": "Batalkan pengajuan", "url": "#", "ikon": "x", "bahaya": True},
        ],
        "fakta": [
            ("Periode", "1 Januari–31 Desember 2026"),
            ("Unit kerja", "Dinas Kesehatan"),
            ("Penilai", "Budi Santoso"),
        ],
    }


def dasbor() -> dict[str, Any]:
    """Return what the sample dashboard shows."""
    bidang = ["Sekretariat", "Kesehatan Masyarakat", "P2P", "Pelayanan Kesehatan", "UPTD Lab"]
    bulan = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    return {
        "bidang": bidang,
        "seri_status": [
            ("Ditetapkan", [52, 61, 48, 70, 30]),
            ("Diajukan", [18, 22, 9, 12, 18]),
            ("Draf", [3, 6, 4, 2, 4]),
        ],
        "kemajuan": [("Sangat baik", 12), ("Baik", 279), ("Butuh perbaikan", 8), ("Kurang", 7)],
        "bulan": bulan,
        "seri_bulan": [
            ("2026", [12, 25, 41, 48, 52, 66, 71, 74, 80, None, None, None]),
            ("2025", [8, 14, 30, 33, 47, 50, 58, 61, 70, 78, 85, 93]),
        ],
        "titik": [
            ("Penilai A", 0.12, -0.2, 0.44),
            ("Penilai B", -0.61, -1.02, -0.2),
            ("Penilai C", 0.48, None, None),
        ],
        "tepi": [0, 20, 40, 60, 80, 100, 120],
        "jumlah": [2, 7, 31, 120, 204, 48],
        "panas_baris": ["Berorientasi pelayanan", "Akuntabel", "Kompeten", "Harmonis"],
        "panas_kolom": ["TW I", "TW II", "TW III", "TW IV"],
        "panas_nilai": [[62, 70, 75, 81], [58, 61, 60, 66], [71, 70, 74, None], [80, 84, 88, 90]],
    }
