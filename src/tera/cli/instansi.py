"""Commands about instansi: add, list, load the demo."""

import argparse

from tera.cli import cetak

_ZONA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def tambah(argumen: argparse.Namespace) -> int:
    """Add one instansi; the same code and name again changes nothing."""
    from tera.core import clock
    from tera.organisasi.services import tambah_instansi

    zona = _ZONA[argumen.zona]
    instansi = tambah_instansi(
        aktor=None,
        kode=argumen.kode,
        nama=argumen.nama,
        zona=zona,
        jenis=argumen.jenis,
        pada=clock.hari_ini(zona),
    )
    cetak(
        argumen,
        {"id": instansi.pk, "kode": instansi.kode, "nama": instansi.nama, "zona": argumen.zona},
        f"Instansi {instansi.kode} — {instansi.nama} siap.",
    )
    return 0


def daftar(argumen: argparse.Namespace) -> int:
    """List every instansi of this installation."""
    from tera.organisasi.models import Instansi

    isi = list(Instansi.objects.order_by("kode").values("kode", "nama", "zona"))
    teks = "\n".join(f"{baris['kode']}\t{baris['nama']}" for baris in isi)
    cetak(argumen, {"instansi": isi}, teks or "Belum ada instansi.")
    return 0


def muat_contoh(argumen: argparse.Namespace) -> int:
    """Load the demo instansi and print its people with their passwords."""
    from tera.contoh.services import muat

    hasil = muat()
    lebar = max(len(orang.nama) for orang in hasil.daftar_orang)
    baris = [
        f"  {orang.akun:<20} {orang.sandi:<22} {orang.nama:<{lebar}}  {orang.keterangan}"
        for orang in hasil.daftar_orang
    ]
    cetak(
        argumen,
        {
            "instansi": hasil.instansi,
            "orang": [
                {"akun": o.akun, "sandi": o.sandi, "nama": o.nama, "keterangan": o.keterangan}
                for o in hasil.daftar_orang
            ],
        },
        "\n".join([f"Contoh: {hasil.instansi}", "Orang contoh (akun, sandi):", *baris]),
    )
    return 0
