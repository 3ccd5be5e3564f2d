"""Commands about backups: take one, put one back."""

import argparse
from pathlib import Path

from tera.cli import cetak


def cadangkan(argumen: argparse.Namespace) -> int:
    """Write one archive; exit 1 when a stored file that a row names is missing."""
    from tera.core import cadangan

    hasil = cadangan.cadangkan(
        tujuan=Path(argumen.berkas).expanduser().absolute(), dengan_rahasia=argumen.dengan_rahasia
    )
    manifes = hasil.manifes
    baris = sum(manifes.jumlah.values())
    jejak = manifes.jumlah.get("core_jejakaudit", 0)
    teks = [
        f"Cadangan: {hasil.berkas} ({hasil.ukuran / 1e6:.1f} MB)",
        f"SHA-256 arsip: {hasil.sha256}",
        f"Isi: {manifes.mesin}, {len(manifes.jumlah)} tabel, {baris} baris, "
        f"{manifes.jumlah_berkas} berkas, {jejak} baris jejak dalam {manifes.jumlah_rantai} rantai",
        f"Akar jejak: {manifes.akar}",
        "Arsip MEMUAT rahasia: siapa pun yang memegangnya memegang semua kunci. Simpan terkunci."
        if manifes.memuat_rahasia
        else "Folder rahasia/ TIDAK ikut: simpan salinannya di tempat lain, terpisah dari arsip "
        "ini. Tanpa kunci_audit dan kunci_faktor, pemulihan tidak lengkap.",
    ]
    if hasil.daftar_hilang:
        teks.append(
            f"PERHATIAN: {len(hasil.daftar_hilang)} berkas tercatat tetapi hilang dari folder data:"
        )
        teks += [f"  {sidik}" for sidik in hasil.daftar_hilang[:20]]
    cetak(
        argumen,
        {
            "berkas": str(hasil.berkas),
            "sha256": hasil.sha256,
            "ukuran": hasil.ukuran,
            "versi": manifes.versi,
            "mesin": manifes.mesin,
            "jumlah": manifes.jumlah,
            "jumlah_berkas": manifes.jumlah_berkas,
            "jumlah_rantai": manifes.jumlah_rantai,
            "akar": manifes.akar,
            "memuat_rahasia": manifes.memuat_rahasia,
            "berkas_hilang": list(hasil.daftar_hilang),
        },
        "\n".join(teks),
    )
    return 1 if hasil.daftar_hilang else 0


def pulihkan(argumen: argparse.Namespace) -> int:
    """Put an archive back; exit 1 when what stands there afterwards isn't what was saved."""
    from tera.core import cadangan

    hasil = cadangan.pulihkan(
        asal=Path(argumen.berkas).expanduser().absolute(), timpa=argumen.timpa
    )
    manifes = hasil.manifes
    rahasia = {
        "dari_arsip": "Rahasia dipulihkan dari arsip.",
        "cocok": "Rahasia pada TERA_DATA ini adalah pasangan arsipnya.",
        "berbeda": "PERHATIAN: rahasia pada TERA_DATA ini bukan pasangan arsipnya. Salin folder "
        "rahasia/ yang asli (izin 0600) sebelum menjalankan Tera: tanpa itu sidik nilai pada jejak,"
        " kode aktivasi, dan langkah kedua tidak bisa diperiksa.",
    }[hasil.rahasia]
    teks = [
        f"Dipulihkan: cadangan {manifes.dibuat_at} dari Tera {manifes.versi} ({manifes.mesin})",
        f"{len(manifes.jumlah)} tabel, {sum(manifes.jumlah.values())} baris, "
        f"{manifes.jumlah_berkas} berkas; {hasil.jumlah_migrasi} migrasi dijalankan sesudahnya",
        f"{hasil.jumlah_jejak} baris jejak dan {hasil.jumlah_akar} akar harian diperiksa: "
        + ("utuh, jumlahnya sama." if not hasil.daftar_salah else "TIDAK SAMA:"),
        *(f"  {satu}" for satu in hasil.daftar_salah[:50]),
        rahasia,
    ]
    if hasil.lama is not None:
        teks.append(f"Basis data lama disimpan sebagai {hasil.lama}; hapus bila sudah yakin.")
    cetak(
        argumen,
        {
            "versi": manifes.versi,
            "mesin": manifes.mesin,
            "dibuat_at": manifes.dibuat_at,
            "jumlah": manifes.jumlah,
            "jumlah_berkas": manifes.jumlah_berkas,
            "jumlah_migrasi": hasil.jumlah_migrasi,
            "jumlah_jejak": hasil.jumlah_jejak,
            "jumlah_akar": hasil.jumlah_akar,
            "rahasia": hasil.rahasia,
            "utuh": not hasil.daftar_salah,
            "salah": list(hasil.daftar_salah),
            "lama": str(hasil.lama) if hasil.lama else None,
        },
        "\n".join(teks),
    )
    return 1 if hasil.daftar_salah else 0
