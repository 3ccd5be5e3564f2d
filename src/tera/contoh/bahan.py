"""What the invented kabupaten is put together from: names, offices, districts, posts."""

import tomllib
from importlib import resources

_NAMA = tomllib.loads((resources.files("tera.contoh") / "data" / "nama.toml").read_text("utf-8"))
PRIA: list[str] = _NAMA["pria"].split()
WANITA: list[str] = _NAMA["wanita"].split()
MARGA: list[str] = _NAMA["marga"].split()
DINAS = (
    ("0108", "Dinas Pekerjaan Umum", ("Bina Marga", "Cipta Karya", "Sumber Daya Air")),
    ("0109", "Dinas Sosial", ("Rehabilitasi Sosial", "Perlindungan Jaminan Sosial")),
    ("0110", "Dinas Pertanian", ("Tanaman Pangan", "Penyuluhan")),
    ("0111", "Dinas Perikanan", ("Perikanan Tangkap", "Budi Daya")),
    ("0112", "Badan Perencanaan Pembangunan Daerah", ("Perencanaan", "Data dan Evaluasi")),
    ("0113", "Badan Keuangan dan Aset Daerah", ("Anggaran", "Perbendaharaan", "Aset")),
    ("0114", "Dinas Penanaman Modal dan Perizinan", ("Pelayanan Perizinan",)),
    ("0115", "Dinas Komunikasi dan Informatika", ("Layanan Informatika", "Informasi Publik")),
    ("0116", "Satuan Polisi Pamong Praja", ("Ketertiban Umum",)),
    ("0117", "Dinas Perpustakaan dan Arsip", ("Perpustakaan", "Kearsipan")),
)
DISTRIK = ("Muara Cahaya", "Teluk Dalam", "Pulau Karang", "Bukit Hijau", "Sungai Jernih")
JF_DINAS = {
    "0108": ("Pengelola Pengadaan Barang/Jasa",),
    "0109": ("Pekerja Sosial",),
    "0110": ("Penyuluh Pertanian",),
    "0112": ("Perencana", "Statistisi"),
    "0114": ("Penata Perizinan",),
    "0115": ("Pranata Komputer", "Pranata Hubungan Masyarakat"),
    "0116": ("Polisi Pamong Praja",),
    "0117": ("Pustakawan", "Arsiparis"),
}
PELAKSANA = (
    "Pengadministrasi Perkantoran", "Penelaah Teknis Kebijakan", "Pengolah Data dan Informasi",
    "Pengelola Layanan Operasional", "Operator Layanan Operasional", "Bendahara",
)  # fmt: skip
PUSKESMAS = (
    ("Perawat", 9), ("Bidan", 8), ("Dokter", 2), ("Apoteker", 1), ("Nutrisionis", 1),
    ("Perekam Medis", 1), ("Pengadministrasi Perkantoran", 1),
)  # fmt: skip
GOLONGAN = {"Ahli Pertama": "III/a III/b", "Ahli Muda": "III/c III/d", "Ahli Madya": "IV/a IV/b",
             "Terampil": "II/c II/d", "Mahir": "III/a III/b"}  # fmt: skip
