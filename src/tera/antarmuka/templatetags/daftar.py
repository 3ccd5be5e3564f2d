"""Names under which charts and filters are known to templates."""

from collections.abc import Callable
from typing import Any

from tera.antarmuka import bagan
from tera.antarmuka import format as tulis
from tera.core.sebutan import sebutan_aksi, sebutan_peran, sebutan_pilihan, sebutan_status

DAFTAR_BAGAN: dict[str, Callable[..., Any]] = {
    "bagan_batang": bagan.batang,
    "bagan_bertumpuk": bagan.bertumpuk,
    "bagan_garis": bagan.garis,
    "bagan_titik": bagan.titik,
    "bagan_histogram": bagan.histogram,
    "bagan_panas": bagan.panas,
}
DAFTAR_SARINGAN: dict[str, Callable[..., str]] = {
    "tanggal": tulis.tulis_tanggal,
    "tanggal_pendek": tulis.tulis_tanggal_pendek,
    "hari_tanggal": tulis.tulis_hari_tanggal,
    "jam": tulis.tulis_jam,
    "waktu": tulis.tulis_waktu,
    "relatif": tulis.tulis_relatif,
    "angka": tulis.tulis_angka,
    "persen": tulis.tulis_persen,
    "ukuran_berkas": tulis.tulis_ukuran,
    "inisial": tulis.inisial,
    "sebutan_pilihan": sebutan_pilihan,
    "sebutan_status": sebutan_status,
    "sebutan_peran": sebutan_peran,
    "sebutan_aksi": sebutan_aksi,
}
