"""The list of subcommands: each names its function; rooms bring their own (imports)."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]


def daftarkan(sub: "SubParsers", umum: argparse.ArgumentParser) -> None:
    """Add every subcommand to ``sub``; ``umum`` carries the options all of them have."""
    from tera.angka_kredit import cli as angka_kredit
    from tera.bimtek import cli as bimtek
    from tera.cli import cadangan, dokumen, instansi, latihan, layanan, pemeriksaan, regulasi
    from tera.dasbor import cli as dasbor
    from tera.integrasi import cli as integrasi
    from tera.kalibrasi import cli as kalibrasi
    from tera.organisasi import cli as organisasi
    from tera.organisasi import cli_arah
    from tera.pelaksanaan import cli as pelaksanaan

    p = sub.add_parser("migrate", parents=[umum], help="siapkan atau mutakhirkan basis data")
    p.set_defaults(jalankan=layanan.migrasi)

    p = sub.add_parser("jalan", parents=[umum], help="jalankan server web dan pekerja")
    p.add_argument("--alamat-ikat", default="127.0.0.1", metavar="IP", help="bawaan 127.0.0.1")
    p.add_argument("--port", type=int, default=None, help="bawaan TERA_PORT atau 8000")
    p.add_argument("--pekerja-web", type=int, default=0, metavar="N", help="bawaan: jumlah inti")
    p.add_argument("--utas", type=int, default=3, metavar="N", help="utas tiap pekerja web")
    p.add_argument("--tanpa-pekerja", action="store_true", help="jangan jalankan pekerja latar")
    p.set_defaults(jalankan=layanan.jalan)

    p = sub.add_parser("pekerja", parents=[umum], help="jalankan pekerja latar")
    p.add_argument("--sekali", action="store_true", help="kerjakan yang menunggu, lalu berhenti")
    p.set_defaults(jalankan=layanan.pekerja)

    p = sub.add_parser("periksa", parents=[umum], help="periksa pengaturan sebelum dipakai")
    p.set_defaults(jalankan=pemeriksaan.periksa)

    p = sub.add_parser(
        "cadangkan", parents=[umum], help="simpan basis data dan berkas ke satu arsip"
    )
    p.add_argument("berkas", help="arsip yang akan ditulis, misalnya tera-2026-11-25.zip")
    p.add_argument(
        "--dengan-rahasia", action="store_true", help="ikutkan folder rahasia/ (bawaan: tidak)"
    )
    p.set_defaults(jalankan=cadangan.cadangkan)
    p = sub.add_parser("pulihkan", parents=[umum], help="pulihkan dari arsip, lalu periksa")
    p.add_argument("berkas", help="arsip buatan tera cadangkan")
    p.add_argument("--timpa", action="store_true", help="ganti pemasangan yang sudah berisi data")
    p.set_defaults(jalankan=cadangan.pulihkan)

    p_inst = sub.add_parser("instansi", parents=[umum], help="kelola instansi")
    sub_inst = p_inst.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_inst.add_parser("tambah", parents=[umum], help="tambah satu instansi")
    p.add_argument("kode")
    p.add_argument("--nama", required=True)
    p.add_argument("--zona", default="WIB", choices=["WIB", "WITA", "WIT"])
    p.add_argument("--jenis", default="daerah", choices=["daerah", "pusat"])
    p.set_defaults(jalankan=instansi.tambah)
    p = sub_inst.add_parser("daftar", parents=[umum], help="daftar instansi")
    p.set_defaults(jalankan=instansi.daftar)

    p_pet = sub.add_parser("petugas", parents=[umum], help="petugas pertama sebuah instansi")
    sub_pet = p_pet.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_pet.add_parser(
        "tambah", parents=[umum], help="beri peran dan kode aktivasi kepada seorang pegawai"
    )
    p.add_argument("nip", help="NIP pegawai yang sudah diimpor")
    p.add_argument("--instansi", required=True, metavar="KODE")
    p.add_argument("--peran", default="admin", choices=["admin", "pengelola", "auditor"])
    p.add_argument("--dasar", required=True, metavar="SURAT", help="nomor surat penunjukan")
    p.set_defaults(jalankan=instansi.tambah_petugas)

    p_pem = sub.add_parser("pembina", parents=[umum], help="hak melihat gambaran antarinstansi")
    dasbor.daftarkan(p_pem.add_subparsers(dest="aksi", required=True, metavar="AKSI"), umum)

    p_kal = sub.add_parser("kalibrasi", parents=[umum], help="analisis objektivitas")
    kalibrasi.daftarkan(p_kal.add_subparsers(dest="aksi", required=True, metavar="AKSI"), umum)

    p_bim = sub.add_parser("bimtek", parents=[umum], help="naskah bimtek sebagai berkas")
    bimtek.daftarkan(p_bim.add_subparsers(dest="aksi", required=True, metavar="AKSI"), umum)

    p_contoh = sub.add_parser("contoh", parents=[umum], help="data contoh")
    sub_contoh = p_contoh.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_contoh.add_parser("muat", parents=[umum], help="muat instansi contoh")
    p.add_argument(
        "--orang", type=int, default=1000, metavar="N",
        help="banyaknya pegawai; 0: hanya orang dalam cerita (bawaan 1000)",
    )  # fmt: skip
    p.set_defaults(jalankan=instansi.muat_contoh)

    p_lat = sub.add_parser("latihan", parents=[umum], help="instansi latihan di foldernya sendiri")
    sub_lat = p_lat.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_lat.add_parser("jalan", parents=[umum], help="siapkan dan jalankan; baru tiap malam")
    p.add_argument("--alamat-ikat", default="127.0.0.1", metavar="IP", help="bawaan 127.0.0.1")
    p.add_argument("--port", type=int, default=None, help="bawaan TERA_PORT atau 8100")
    p.add_argument("--pekerja-web", type=int, default=1, metavar="N", help="bawaan 1")
    p.add_argument("--zona", default="WIB", choices=["WIB", "WITA", "WIT"], help="zona pukul 02.00")
    _orang_latihan(p)
    p.set_defaults(jalankan=latihan.jalan, perlu_django=False)
    p = sub_lat.add_parser("atur-ulang", parents=[umum], help="mulai dari awal sekarang juga")
    _orang_latihan(p)
    p.set_defaults(jalankan=latihan.atur_ulang, perlu_django=False)

    p_reg = sub.add_parser("regulasi", parents=[umum], help="aturan yang dipakai Tera")
    sub_reg = p_reg.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_reg.add_parser("kasus", parents=[umum], help="hitung kasus dari berkas JSON lines")
    p.add_argument("berkas", help="berkas JSON lines, atau - untuk masukan standar")
    p.set_defaults(jalankan=regulasi.kasus, perlu_django=False)

    p_dok = sub.add_parser("dokumen", parents=[umum], help="dokumen resmi")
    sub_dok = p_dok.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_dok.add_parser("cetak", parents=[umum], help="cetak satu dokumen ke PDF")
    dokumen.argumen_cetak(p)
    p.set_defaults(jalankan=dokumen.cetak_dokumen)

    p_audit = sub.add_parser("audit", parents=[umum], help="jejak audit")
    sub_audit = p_audit.add_subparsers(dest="aksi", required=True, metavar="AKSI")
    p = sub_audit.add_parser(
        "verifikasi", parents=[umum], help="periksa seluruh rantai jejak dan akar hariannya"
    )
    p.set_defaults(jalankan=pemeriksaan.verifikasi_audit)

    p_impor = sub.add_parser("impor", parents=[umum], help="impor dari berkas instansi")
    sub_impor = p_impor.add_subparsers(dest="aksi", required=True, metavar="JENIS")
    organisasi.daftarkan(sub_impor)
    cli_arah.daftarkan(sub_impor)
    integrasi.daftarkan(sub_impor)
    pelaksanaan.daftarkan(sub_impor)
    angka_kredit.daftarkan(sub_impor)


def _orang_latihan(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--orang", type=int, default=0, metavar="N",
        help="banyaknya pegawai rekaan; 0: hanya orang dalam cerita (bawaan)",
    )  # fmt: skip
