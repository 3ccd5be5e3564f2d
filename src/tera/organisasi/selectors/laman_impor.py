"""The report of an import in words: codes, how many, what to do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.organisasi.models import ImporData

# Code → (what it is, what to do).
ARTI_KODE = {
    "nip_angka": (
        gettext_lazy("NIP tersimpan sebagai angka"),
        gettext_lazy("Ubah format kolom NIP menjadi Teks, lalu ketik ulang dari SK."),
    ),
    "nip_panjang": (
        gettext_lazy("NIP tidak 18 angka"),
        gettext_lazy("Cocokkan dengan SK, lalu lengkapi angkanya."),
    ),
    "nip_tanggal": (
        gettext_lazy("NIP tidak memuat tanggal yang mungkin"),
        gettext_lazy("Cocokkan tanggal lahir dan TMT pada NIP dengan SK."),
    ),
    "nip_kelamin": (
        gettext_lazy("Angka jenis kelamin pada NIP bukan 1 atau 2"),
        gettext_lazy("Cocokkan NIP dengan SK."),
    ),
    "nip_urut": (
        gettext_lazy("Nomor urut pada NIP 000"),
        gettext_lazy("Cocokkan NIP dengan SK."),
    ),
    "nip_ganda": (
        gettext_lazy("NIP dipakai lebih dari satu baris"),
        gettext_lazy("Sisakan satu baris yang benar, atau betulkan NIP yang salah."),
    ),
    "unor_tidak_dikenal": (
        gettext_lazy("Kode unit tidak ada di pohon unit"),
        gettext_lazy("Impor unor yang terbaru dulu, atau betulkan kodenya."),
    ),
    "golongan_tidak_dikenal": (
        gettext_lazy("Golongan tidak dikenal"),
        gettext_lazy("Tulis I/a sampai IV/e (PNS) atau I sampai XVII (PPPK)."),
    ),
    "wajib_kosong": (
        gettext_lazy("Kolom wajib kosong"),
        gettext_lazy("Isi kolom yang disebut, lalu unggah lagi."),
    ),
    "terlalu_panjang": (
        gettext_lazy("Isi sel terlalu panjang"),
        gettext_lazy("Singkatkan isinya."),
    ),
    "status_tidak_dikenal": (
        gettext_lazy("Status pegawai tidak dikenal"),
        gettext_lazy("Tulis PNS, CPNS, PPPK, atau PPPK Paruh Waktu."),
    ),
    "jenis_jabatan_tidak_dikenal": (
        gettext_lazy("Jenis jabatan atau eselonnya tidak dikenal"),
        gettext_lazy("Tulis 1–4, dan eselon untuk jabatan struktural."),
    ),
    "kedudukan_tidak_dikenal": (
        gettext_lazy("Kedudukan hukum tidak dikenal"),
        gettext_lazy("Tulis Aktif, CLTN, Tugas Belajar, MPP, dan seterusnya."),
    ),
    "siklus": (
        gettext_lazy("Unit saling menjadi atasan"),
        gettext_lazy("Betulkan ID ATASAN salah satu unit yang disebut."),
    ),
    "atasan_tidak_dikenal": (
        gettext_lazy("Unit atasan tidak ada dalam berkas"),
        gettext_lazy("Tambahkan unit atasannya, atau betulkan ID ATASAN."),
    ),
    "id_ganda": (
        gettext_lazy("ID unit dipakai lebih dari satu baris"),
        gettext_lazy("Satu ID satu unit: hapus atau betulkan."),
    ),
    "kelamin_beda_nip": (
        gettext_lazy("Jenis kelamin berbeda dengan NIP"),
        gettext_lazy("Tetap diimpor. Cocokkan dengan SK."),
    ),
    "lahir_beda_nip": (
        gettext_lazy("Tanggal lahir berbeda dengan NIP"),
        gettext_lazy("Tetap diimpor. Cocokkan dengan SK."),
    ),
    "surel_kosong": (
        gettext_lazy("Tanpa surel"),
        gettext_lazy("Tetap diimpor. Pemberitahuan hanya terlihat di Tera."),
    ),
    "surel_salah": (
        gettext_lazy("Surel tidak terbaca"),
        gettext_lazy("Tetap diimpor tanpa surel."),
    ),
    "status_beda_nip": (
        gettext_lazy("Status tidak cocok dengan nomor induk"),
        gettext_lazy("Tetap diimpor menurut kolom STATUS. Periksa."),
    ),
    "mungkin_paruh_waktu": (
        gettext_lazy("Mungkin PPPK Paruh Waktu"),
        gettext_lazy("Tetap diimpor menurut kolom STATUS. Periksa SK-nya."),
    ),
    "tanggal_tidak_terbaca": (
        gettext_lazy("Tanggal tidak terbaca"),
        gettext_lazy("Tetap diimpor tanpa tanggal itu. Tulis dd-mm-yyyy."),
    ),
    "penugasan_lebih_baru": (
        gettext_lazy("Penugasan di Tera lebih baru daripada berkas"),
        gettext_lazy("Tidak diubah. Pakai tanggal berlaku yang lebih baru."),
    ),
    "akun_sudah_ada": (
        gettext_lazy("Akun sudah ada pada instansi lain"),
        gettext_lazy("Pindahkan akunnya bila orangnya pindah."),
    ),
    "pimpinan_tidak_terbaca": (
        gettext_lazy("NIP pimpinan unit tidak terbaca"),
        gettext_lazy("Unit diimpor tanpa pimpinan. Tulis NIP sebagai teks."),
    ),
}


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding of one row."""

    baris: int
    kolom: str
    kode: str
    arti: str
    sifat: str
    nada: str
    pesan: str


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """One code with its words and how many rows it touches."""

    kode: str
    arti: str
    tindakan: str
    jumlah: int
    ditolak: bool


@dataclass(frozen=True, slots=True)
class LaporanImpor:
    """What the page shows of an import."""

    baris: int
    diterima: int
    ditolak: int
    kelompok: list[KelompokTemuan]
    rincian: list[Temuan]
    hilang: list[list[str]]
    jumlah_hilang: int
    catatan: list[str]
    perubahan: list[tuple[str, int]]
    penolakan: str
    kode: str
    seluruhnya: bool


def arti_kode(kode: str) -> tuple[str, str]:
    """Return what a code means and what to do."""
    arti, tindakan = ARTI_KODE.get(kode, (kode.replace("_", " "), ""))
    return str(arti), str(tindakan)


def laporan_impor(impor: ImporData, *, kode: str = "") -> LaporanImpor:
    """Return the report; ``kode`` keeps only the findings of that code."""
    isi = impor.ringkasan
    alasan: dict[str, int] = isi.get("alasan", {})
    kelompok = [
        KelompokTemuan(satu, *arti_kode(satu), jumlah, ditolak)
        for daftar, ditolak in ((alasan, True), (isi.get("peringatan", {}), False))
        for satu, jumlah in sorted(daftar.items(), key=lambda butir: -butir[1])
    ]
    rincian = [
        Temuan(
            baris,
            kolom,
            satu,
            arti_kode(satu)[0],
            _("Ditolak") if satu in alasan else _("Peringatan"),
            "bahaya" if satu in alasan else "peringatan",
            pesan,
        )
        for baris, kolom, satu, pesan in isi.get("rincian", [])
        if not kode or satu == kode
    ]
    hilang = isi.get("hilang", [])
    return LaporanImpor(
        baris=isi.get("baris", 0),
        diterima=isi.get("diterima", 0),
        ditolak=isi.get("ditolak", 0),
        kelompok=kelompok,
        rincian=rincian,
        hilang=hilang[:100],
        jumlah_hilang=isi.get("jumlah_hilang", 0),
        catatan=isi.get("catatan", []),
        perubahan=[(k.replace("_", " "), n) for k, n in isi.get("perubahan", {}).items()],
        penolakan=isi.get("penolakan", ""),
        kode=kode,
        seluruhnya=impor.jenis == "unor",
    )
