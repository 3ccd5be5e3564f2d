"""``tera bimtek ekspor`` and ``impor``: training texts as one file, for the installation's owner.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tera.core.aktor import Aktor

    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]


def daftarkan(sub: "SubParsers", umum: argparse.ArgumentParser) -> None:
    """Add the commands to the parser of ``tera bimtek``."""
    p = sub.add_parser("ekspor", parents=[umum], help="tulis naskah yang terbit ke satu paket")
    p.add_argument("berkas", help="paket yang akan ditulis, misalnya naskah.zip")
    p.add_argument("--instansi", required=True, metavar="KODE")
    p.add_argument("--lisensi", default="", help="syarat pemakaian yang ikut dalam paket")
    p.set_defaults(jalankan=ekspor)
    p = sub.add_parser("impor", parents=[umum], help="masukkan paket naskah untuk diperiksa")
    p.add_argument("berkas", help="paket hasil tera bimtek ekspor, atau satu naskah .toml")
    p.add_argument("--instansi", required=True, metavar="KODE")
    p.add_argument("--periksa", action="store_true", help="hanya periksa, jangan simpan")
    p.set_defaults(jalankan=impor)


def ekspor(argumen: argparse.Namespace) -> int:
    """Write the package of everything that is published."""
    from tera.bimtek.services import ekspor_naskah
    from tera.core.galat import MasukanSalahError

    aktor = _sistem(argumen.instansi)
    isi = ekspor_naskah(aktor=aktor, pada=aktor.hari_ini, lisensi=argumen.lisensi)
    try:
        # Never over a file that is there.
        with Path(argumen.berkas).open("xb") as tulis:
            tulis.write(isi)
    except OSError as galat:
        raise MasukanSalahError(
            f"Paket tidak bisa ditulis ke {argumen.berkas}: {galat.strerror}. Pilih nama lain."
        ) from galat
    _cetak(argumen, {"berkas": argumen.berkas, "byte": len(isi)}, f"Tertulis: {argumen.berkas}")
    return 0


def impor(argumen: argparse.Namespace) -> int:
    """Read a package; with ``--periksa`` nothing is stored. What is wrong is named by file."""
    from tera.bimtek.paket import BATAS_PAKET, PaketDitolakError
    from tera.bimtek.services import impor_naskah
    from tera.core.galat import MasukanSalahError

    aktor = _sistem(argumen.instansi)
    try:
        with Path(argumen.berkas).open("rb") as baca:
            isi = baca.read(BATAS_PAKET + 1)
    except OSError as galat:
        raise MasukanSalahError(
            f"Paket {argumen.berkas} tidak bisa dibaca: {galat.strerror}."
        ) from galat
    try:
        laporan = impor_naskah(
            aktor=aktor, isi=isi, nama=argumen.berkas, pada=aktor.hari_ini, periksa=argumen.periksa
        )
    except PaketDitolakError as galat:
        rinci = "\n".join(
            "  " + ": ".join(bagian for bagian in satu if bagian) for satu in galat.laporan
        )
        raise MasukanSalahError(f"{galat.pesan}\n{rinci}", kode=galat.kode) from galat
    daftar = [{"berkas": satu.berkas, "hasil": satu.hasil, "versi": satu.versi} for satu in laporan]
    teks = "\n".join(f"{satu['berkas']}\t{satu['hasil']}\tversi {satu['versi']}" for satu in daftar)
    akhir = "Baru diperiksa." if argumen.periksa else "Yang baru menunggu diperiksa orang kedua."
    _cetak(argumen, {"naskah": daftar, "tersimpan": not argumen.periksa}, f"{teks}\n{akhir}")
    return 0


def _sistem(kode: str) -> "Aktor":
    from tera.core.aktor import Aktor
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Instansi

    instansi = Instansi.objects.filter(kode=kode).first()
    if instansi is None:
        raise MasukanSalahError(f"Instansi {kode} belum ada. Lihat: tera instansi daftar")
    return Aktor.sistem(instansi.pk, instansi.zona)


def _cetak(argumen: argparse.Namespace, isi: dict[str, Any], teks: str) -> None:
    print(json.dumps(isi) if getattr(argumen, "json", False) else teks)  # noqa: T201
