"""View models of the printed documents: frozen, typed, plain values, no Django.

A selector fills one of these and `tera.dokumen.pdf.render_pdf` prints it. Every text is printed
literally. An empty text is printed as a blank place, never as "None". Forms and their columns:
PermenPANRB 6/2022 as read in the dossier, sections 1.5, 1.6 and 1.10.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tera.dokumen.model_angka_kredit import FormulirAngkaKredit as FormulirAngkaKredit
from tera.dokumen.model_dasbor import LaporanDasbor
from tera.dokumen.model_kalibrasi import CetakanMenilai
from tera.dokumen.model_karier import BerkasKarier as BerkasKarier
from tera.dokumen.model_layanan import PosterLayanan as PosterLayanan
from tera.dokumen.model_penghargaan import DaftarPenghargaan, SuratPenghargaan
from tera.dokumen.model_talenta import LaporanPeta as LaporanPeta
from tera.dokumen.model_tindakan import FormulirTindakan as FormulirTindakan
from tera.dokumen.model_umum import Verifikasi as Verifikasi


class Keluarga(StrEnum):
    """The two families of forms: A for JPT and heads of independent units, B for JA and JF."""

    JPT_MANDIRI = "jpt_mandiri"
    JA_JF = "ja_jf"


class Pendekatan(StrEnum):
    """The approach, chosen when the SKP period is created."""

    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


class CapaianOrganisasi(StrEnum):
    """Capaian kinerja organisasi, five levels."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class Rating(StrEnum):
    """Rating hasil kerja and rating perilaku kerja, three levels."""

    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"


class Predikat(StrEnum):
    """Predikat kinerja pegawai, five levels."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class BentukFormulir(StrEnum):
    """Which blank form is printed."""

    SKP = "skp"
    LAMPIRAN = "lampiran"
    EVALUASI = "evaluasi"
    SAMPUL = "sampul"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The emblem of the instansi: PNG or SVG bytes and the sentence read aloud in its place."""

    isi: bytes
    teks_alternatif: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas:
    """A person as the form shows them; `nip` is None for officials without NIP (e.g. a Bupati).

    The fifth row is UNIT KERJA, or INSTANSI when `unit_kerja` is empty and `instansi` is not
    (the right block of the JPT form).
    """

    nama: str
    nip: str | None = None
    pangkat: str = ""
    jabatan: str = ""
    unit_kerja: str = ""
    instansi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UmpanBalik:
    """One piece of umpan balik berkelanjutan and the person or role who gave it."""

    pemberi: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """One indikator with its target; `realisasi` is printed by the evaluation only."""

    teks: str
    target: str = ""
    aspek: str = ""
    realisasi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisHasilKerja:
    """One rencana hasil kerja; `umpan_balik` is printed by the evaluation only."""

    rencana_hasil_kerja: str
    daftar_indikator: tuple[Indikator, ...] = ()
    rhk_pimpinan: str = ""
    perspektif: str = ""
    penugasan_dari: str = ""
    umpan_balik: tuple[UmpanBalik, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPerilaku:
    """One BerAKHLAK value with its guides and what the leader expects of it."""

    nilai: str
    panduan: tuple[str, ...]
    ekspektasi_khusus: str = ""
    umpan_balik: tuple[UmpanBalik, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lampiran:
    """The three lists agreed in the dialog kinerja, in the order of the form."""

    dukungan_sumber_daya: tuple[str, ...] = ()
    skema_pertanggungjawaban: tuple[str, ...] = ()
    konsekuensi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persetujuan:
    """The place of a signature.

    `keterangan` stands where the ink would be, e.g. "Disetujui secara elektronik, 12 Januari 2026
    pukul 09.41 WIB". Without `tempat` or `tanggal` a dotted line is printed to write on.
    """

    tempat: str = ""
    tanggal: date | None = None
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenSKP:
    """Sasaran Kinerja Pegawai with its Lampiran.

    `status` is printed as it stands; `belum_berlaku` draws it as a mark at the top of the page.
    """

    keluarga: Keluarga
    pendekatan: Pendekatan
    nama_instansi: str
    periode_mulai: date
    periode_selesai: date
    pegawai: Identitas
    penilai: Identitas
    utama: tuple[BarisHasilKerja, ...]
    tambahan: tuple[BarisHasilKerja, ...] = ()
    perilaku: tuple[BarisPerilaku, ...] = ()
    lampiran: Lampiran = Lampiran()
    tanda_pegawai: Persetujuan = Persetujuan()
    tanda_penilai: Persetujuan = Persetujuan()
    judul: str = "Sasaran Kinerja Pegawai"
    versi: int = 1
    status: str = ""
    belum_berlaku: bool = False
    catatan: str = ""
    verifikasi: Verifikasi | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenEvaluasi:
    """Evaluasi Kinerja Pegawai: the plan with realisasi and umpan balik, ratings and predikat.

    `periode` is the words after PERIODE, e.g. "Triwulan II" or "Akhir". A value that is None is
    printed as the choices of the blank form.
    """

    keluarga: Keluarga
    pendekatan: Pendekatan
    nama_instansi: str
    periode: str
    periode_mulai: date
    periode_selesai: date
    pegawai: Identitas
    penilai: Identitas
    utama: tuple[BarisHasilKerja, ...]
    tambahan: tuple[BarisHasilKerja, ...] = ()
    perilaku: tuple[BarisPerilaku, ...] = ()
    capaian_organisasi: CapaianOrganisasi | None = None
    rating_hasil_kerja: Rating | None = None
    rating_perilaku_kerja: Rating | None = None
    predikat: Predikat | None = None
    tanda_penilai: Persetujuan = Persetujuan()
    judul: str = "Evaluasi Kinerja Pegawai"
    versi: int = 1
    status: str = ""
    belum_berlaku: bool = False
    catatan: str = ""
    verifikasi: Verifikasi | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampulEvaluasi:
    """Dokumen Evaluasi Kinerja Pegawai: seven numbered sections, 6 on the right, 7 on the left."""

    nama_instansi: str
    periode: str
    periode_mulai: date
    periode_selesai: date
    pegawai: Identitas
    penilai: Identitas
    atasan_penilai: Identitas
    capaian_organisasi: CapaianOrganisasi | None = None
    predikat: Predikat | None = None
    catatan_rekomendasi: str = ""
    tanda_penilai: Persetujuan = Persetujuan()
    tanda_pegawai: Persetujuan = Persetujuan()
    judul: str = "Dokumen Evaluasi Kinerja Pegawai"
    versi: int = 1
    status: str = ""
    belum_berlaku: bool = False
    verifikasi: Verifikasi | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisMatriks:
    """One person of the matrix; `sel` has one text per column, empty where there is no role."""

    nama: str
    jabatan: str = ""
    peran: str = ""
    sel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatriksPeranHasil:
    """Matriks Peran Hasil: columns are the leader's RHK, rows are people, a cell is a role."""

    nama_instansi: str
    unit_kerja: str
    periode_mulai: date
    periode_selesai: date
    pimpinan: Identitas
    kolom: tuple[str, ...]
    baris: tuple[BarisMatriks, ...]
    judul: str = "Matriks Peran Hasil"
    versi: int = 1
    status: str = ""
    belum_berlaku: bool = False
    verifikasi: Verifikasi | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRekap:
    """One person of the recap of a unit."""

    nama: str
    nip: str
    jabatan: str
    rating_hasil_kerja: str
    rating_perilaku_kerja: str
    predikat: str
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RekapUnit:
    """The results of a unit in a period, with the capaian they stand on and the counts.

    `jumlah` pairs each predikat with its count, from Sangat Baik down.
    """

    nama_instansi: str
    unit_kerja: str
    periode: str
    periode_mulai: date
    periode_selesai: date
    daftar_capaian: tuple[str, ...]
    baris: tuple[BarisRekap, ...]
    jumlah: tuple[tuple[str, int], ...]
    judul: str = "Rekap Evaluasi Kinerja Pegawai"
    versi: int = 1
    status: str = ""
    belum_berlaku: bool = False
    verifikasi: Verifikasi | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulirKosong:
    """A blank form to fill in by pen, for offices without network.

    `perilaku` are the seven values to print; `tahun` is printed if given, else left to write.
    """

    bentuk: BentukFormulir
    keluarga: Keluarga = Keluarga.JA_JF
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF
    nama_instansi: str = ""
    tahun: int | None = None
    jumlah_utama: int = 4
    jumlah_tambahan: int = 2
    perilaku: tuple[BarisPerilaku, ...] = ()
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AkunBaru:
    """One account to hand over; `kode` is the one-time code without separators."""

    nama: str
    nama_akun: str
    kode: str
    berlaku_sampai: date
    unit_kerja: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratAktivasi:
    """Activation letters of one unit, one page per person."""

    nama_instansi: str
    unit_kerja: str
    alamat_web: str
    daftar_akun: tuple[AkunBaru, ...]
    langkah: tuple[str, ...]
    cara_atur_ulang: str
    kontak: str = ""
    tanggal: date | None = None
    judul: str = "Surat Aktivasi Akun"
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianHandout:
    """One section of a handout: an opening sentence, numbered steps, a closing remark."""

    judul: str
    pengantar: str = ""
    langkah: tuple[str, ...] = ()
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A printable guide for one peran, two pages when its text is of the usual length."""

    judul: str
    peran: str
    bagian: tuple[BagianHandout, ...]
    ringkasan: str = ""
    alamat_web: str = ""
    kontak: str = ""
    nama_instansi: str = ""
    logo: Logo | None = None


Dokumen = (
    DokumenSKP
    | DokumenEvaluasi
    | SampulEvaluasi
    | MatriksPeranHasil
    | RekapUnit
    | FormulirKosong
    | SuratAktivasi
    | Handout
    | PosterLayanan
    | BerkasKarier
    | FormulirAngkaKredit
    | LaporanDasbor
    | FormulirTindakan
    | SuratPenghargaan
    | DaftarPenghargaan
    | LaporanPeta
    | CetakanMenilai
)
