"""``tera kalibrasi ulang``: does a run give the same again?

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]


def daftarkan(sub: "SubParsers", umum: argparse.ArgumentParser) -> None:
    """Add ``ulang`` to the parser of ``tera kalibrasi``."""
    p = sub.add_parser("ulang", parents=[umum], help="hitung ulang satu analisis, lalu bandingkan")
    p.add_argument("nomor", type=int, help="nomor analisis")
    p.set_defaults(jalankan=ulang)


def ulang(argumen: argparse.Namespace) -> int:
    """Run ``tera kalibrasi ulang``: 0 the same, 1 different; nothing is changed."""
    from tera.core.aktor import Aktor
    from tera.core.galat import MasukanSalahError
    from tera.kalibrasi.models import Analisis
    from tera.kalibrasi.services.jalan import ulang_analisis

    satu = Analisis.objects.select_related("instansi", "periode").filter(pk=argumen.nomor).first()
    if satu is None:
        raise MasukanSalahError(f"Tidak ada analisis nomor {argumen.nomor}.")
    hasil = ulang_analisis(aktor=Aktor.sistem(satu.instansi_id, satu.instansi.zona), analisis=satu)
    sama = hasil.masukan_sama and hasil.hasil_sama
    if getattr(argumen, "json", False):
        isi = {
            "nomor": satu.pk,
            "masukan_sama": hasil.masukan_sama,
            "hasil_sama": hasil.hasil_sama,
            "kunci_musnah": hasil.musnah,
        }
        print(json.dumps(isi))  # noqa: T201
    else:
        print(_kalimat(hasil.masukan_sama, hasil.hasil_sama, hasil.musnah))  # noqa: T201
    return 0 if sama else 1


def _kalimat(masukan: bool, hasil: bool, musnah: int) -> str:
    if masukan:
        return "Masukan sama, hasil sama." if hasil else "Masukan sama, tetapi hasil BERBEDA."
    if musnah:
        return f"Masukan tidak bisa dibaca lagi: kunci pasangan {musnah} putaran sudah dimusnahkan."
    return "Masukan sudah berubah sejak analisis itu, jadi hasilnya tidak bisa dibandingkan."
