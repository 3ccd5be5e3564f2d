"""Finds the columns of a sheet by header name: any order, any title rows above."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError
from tera.core.lembar import Baris, Sel, baca_lembar

BATAS_BARIS_JUDUL = 60

# Key → header names, the preferred first; spelling is compared by letters and digits only.
# Names of SIASN's data-utama stand beside those of exported spreadsheets. NIK is in no list.
PEGAWAI: Mapping[str, tuple[str, ...]] = {
    "nip": ("NIP", "nipBaru", "NIP Baru", "NIP/NI PPPK", "NIP/NIPPPK", "NI PPPK", "NIP Pegawai"),
    "nama": ("NAMA", "Nama Lengkap", "Nama Pegawai"),
    "gelar_depan": ("GELAR DEPAN", "Gelar Dpn"),
    "gelar_belakang": ("GELAR BELAKANG", "Gelar Blk"),
    "tempat_lahir": ("TEMPAT LAHIR", "Tempat Lahir Nama"),
    "tanggal_lahir": ("TANGGAL LAHIR", "tglLahir", "Tgl. Lahir"),
    "jenis_kelamin": ("JENIS KELAMIN", "Kelamin", "L/P", "JK"),
    "status": (
        "STATUS",
        "statusPegawai",
        "Status Kepegawaian",
        "Status CPNS PNS",
        "jenisPegawaiNama",
        "Jenis Pegawai",
    ),
    "golongan": (
        "GOLONGAN",
        "golRuangAkhir",
        "Gol. Ruang",
        "Golongan Ruang",
        "Gol Akhir Nama",
        "Gol",
    ),
    "tmt_golongan": ("TMT GOLONGAN", "tmtGolAkhir", "TMT Gol"),
    "jenis_jabatan": ("jenisJabatanId", "JENIS JABATAN", "Jenis Jabatan Nama"),
    "jabatan": ("JABATAN", "jabatanNama", "Nama Jabatan"),
    "jenjang": ("JENJANG", "Jenjang Jabatan", "asnJenjangJabatan"),
    "eselon": ("ESELON", "Eselon Nama", "eselonId"),
    "tmt_jabatan": ("TMT JABATAN",),
    "unor": ("UNOR ID", "ID Unor", "Kode Unor"),
    "kedudukan": ("KEDUDUKAN HUKUM", "kedudukanPnsNama", "Kedudukan", "kedudukanPnsId"),
    "tmt_cpns": ("TMT CPNS",),
    "pendidikan": (
        "PENDIDIKAN",
        "tkPendidikanTerakhir",
        "Tingkat Pendidikan",
        "Tingkat Pendidikan Nama",
        "pendidikanTerakhirNama",
    ),
    "surel": ("EMAIL", "Surel", "emailGov", "E-mail"),
    "no_hp": ("NO HP", "Nomor HP", "HP", "noTelp", "No. Telepon"),
}
WAJIB_PEGAWAI = ("nip", "nama", "status", "golongan", "jenis_jabatan", "jabatan", "unor")

UNOR: Mapping[str, tuple[str, ...]] = {
    "id": ("ID", "UNOR ID", "ID Unor", "Kode Unor", "Kode"),
    "atasan": ("ID ATASAN", "Atasan ID", "diatasanId", "Unor Atasan ID"),
    "nama": ("NAMA UNOR", "Unor Nama", "Nama"),
    "jabatan": ("NAMA JABATAN", "Jabatan Pimpinan"),
    "eselon": ("ESELON", "Eselon Nama", "eselonId"),
    "induk": ("INDUK UNOR", "Induk Unor ID", "Unor Induk ID"),
    "pimpinan": ("PEMIMPIN NIP", "NIP Pemimpin", "NIP Pimpinan", "pemimpinPnsNip"),
    "jenis": ("JENIS", "Jenis Unor", "Jenis Unit"),
}
WAJIB_UNOR = ("id", "atasan", "nama")


class Kepala:
    """Where each key stands in the sheet, and the header as the file writes it."""

    def __init__(self, letak: Mapping[str, int], judul: Mapping[str, str], nomor: int) -> None:
        self.nomor = nomor
        self.letak = dict(letak)
        self.judul = dict(judul)

    def sel(self, sel: Sequence[Sel], kunci: str) -> Sel:
        """Return the cell of a key; None when the sheet has no such column or the row is short."""
        nomor = self.letak.get(kunci)
        return None if nomor is None or nomor >= len(sel) else sel[nomor]


def cari_kepala(
    *,
    nama: str,
    isi: bytes,
    kamus: Mapping[str, tuple[str, ...]],
    wajib: Sequence[str],
) -> tuple[Kepala, Iterator[Baris]]:
    """Return the header of the first sheet that has one, and the rows under it.

    Raises:
        MasukanSalahError: no sheet has the required columns; names what is missing.
    """
    terbaik: dict[str, int] = {}
    for _judul, baris in baca_lembar(nama=nama, isi=isi):
        for dilihat, satu in enumerate(baris):
            if dilihat >= BATAS_BARIS_JUDUL:
                break
            letak = _cocokkan(satu[1], kamus)
            if all(kunci in letak for kunci in wajib):
                judul = {kunci: str(satu[1][nomor]).strip() for kunci, nomor in letak.items()}
                return Kepala(letak, judul, satu[0]), baris
            if len(letak) > len(terbaik):
                terbaik = letak
    kurang = ", ".join(kamus[kunci][0].upper() for kunci in wajib if kunci not in terbaik)
    raise MasukanSalahError(
        _(
            "Judul kolom belum lengkap pada berkas “%(nama)s”: tidak ditemukan kolom %(kurang)s. "
            "Tulis nama kolom itu pada baris judul (urutan bebas), lalu unggah lagi."
        )
        % {"nama": nama, "kurang": kurang},
        kode="kolom_tidak_ada",
    )


def _cocokkan(sel: Sequence[Sel], kamus: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    ada: dict[str, int] = {}
    for nomor, isi in enumerate(sel):
        if isinstance(isi, str) and (rapi := _huruf(isi)):
            ada.setdefault(rapi, nomor)
    letak: dict[str, int] = {}
    for kunci, daftar in kamus.items():
        for sebutan in daftar:
            if (nomor_kolom := ada.get(_huruf(sebutan))) is not None:
                letak[kunci] = nomor_kolom
                break
    return letak


def _huruf(teks: str) -> str:
    return "".join(huruf for huruf in teks.casefold() if huruf.isalnum())
