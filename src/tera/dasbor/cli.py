"""``tera pembina``: the owner of the installation gives and ends the grants across instansi.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import datetime as dt
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tera.dasbor.models import HakPembina
    from tera.organisasi.models import Pegawai

    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]


def daftarkan(sub: "SubParsers", umum: argparse.ArgumentParser) -> None:
    """Add ``beri``, ``daftar`` and ``akhiri`` to the parser of ``tera pembina``."""
    p = sub.add_parser("beri", parents=[umum], help="beri hak pembina kepada seorang pegawai")
    p.add_argument("nip", help="NIP pegawai kementerian atau provinsi")
    p.add_argument("--instansi", required=True, metavar="KODE", help="instansi pegawai itu")
    p.add_argument("--surat", required=True, metavar="NOMOR", help="nomor surat penunjukan")
    p.add_argument(
        "--awalan",
        default="",
        metavar="KODE",
        help="hanya kode berawalan ini; bawaan semua",
    )
    p.add_argument("--sampai", type=dt.date.fromisoformat, default=None, metavar="TTTT-BB-HH")
    p.set_defaults(jalankan=beri)
    p = sub.add_parser("daftar", parents=[umum], help="daftar hak pembina")
    p.set_defaults(jalankan=daftar)
    p = sub.add_parser("akhiri", parents=[umum], help="akhiri sebuah hak pembina")
    p.add_argument("nomor", type=int, help="nomor dari tera pembina daftar")
    p.set_defaults(jalankan=akhiri)


def beri(argumen: argparse.Namespace) -> int:
    """Run ``tera pembina beri``."""
    from tera.core.aktor import Aktor
    from tera.dasbor.services import beri_hak

    pegawai = _pegawai(argumen.nip, argumen.instansi)
    sistem = Aktor.sistem(pegawai.instansi_id, pegawai.instansi.zona)
    hak = beri_hak(
        aktor=sistem,
        pegawai=pegawai,
        awalan_kode=argumen.awalan,
        dasar=argumen.surat,
        sejak=sistem.hari_ini,
        sampai=argumen.sampai,
    )
    _cetak(argumen, _isi(hak), f"Hak pembina nomor {hak.pk} diberikan kepada {pegawai.nama}.")
    return 0


def daftar(argumen: argparse.Namespace) -> int:
    """Run ``tera pembina daftar``."""
    from tera.dasbor.models import HakPembina

    semua = list(HakPembina.objects.select_related("pegawai__instansi").order_by("pk"))
    baris = [
        f"{satu.pk}  {satu.pegawai.nama}  {satu.pegawai.instansi.nama}  "
        f"awalan {satu.awalan_kode or 'semua'}  {satu.sejak} s.d. {satu.sampai or '-'}  "
        f"{satu.dasar}"
        for satu in semua
    ]
    _cetak(
        argumen,
        {"daftar": [_isi(satu) for satu in semua]},
        "\n".join(baris) or "Belum ada hak pembina.",
    )
    return 0


def akhiri(argumen: argparse.Namespace) -> int:
    """Run ``tera pembina akhiri``."""
    from tera.core.aktor import Aktor
    from tera.core.galat import MasukanSalahError
    from tera.dasbor.models import HakPembina
    from tera.dasbor.services import akhiri_hak

    hak = HakPembina.objects.select_related("pegawai__instansi").filter(pk=argumen.nomor).first()
    if hak is None:
        raise MasukanSalahError(f"Tidak ada hak pembina nomor {argumen.nomor}.")
    sistem = Aktor.sistem(hak.pegawai.instansi_id, hak.pegawai.instansi.zona)
    akhiri_hak(aktor=sistem, hak=hak, pada=sistem.hari_ini)
    _cetak(argumen, {"nomor": argumen.nomor}, f"Hak pembina nomor {argumen.nomor} diakhiri.")
    return 0


def _pegawai(nip: str, kode: str) -> "Pegawai":
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Pegawai

    satu = Pegawai.objects.select_related("instansi").filter(nip=nip, instansi__kode=kode).first()
    if satu is None:
        raise MasukanSalahError(f"Tidak ada pegawai ber-NIP {nip} pada instansi {kode}.")
    return satu


def _isi(hak: "HakPembina") -> dict[str, object]:
    return {
        "nomor": hak.pk,
        "pegawai": hak.pegawai.nip,
        "awalan_kode": hak.awalan_kode,
        "sejak": hak.sejak,
        "sampai": hak.sampai,
        "dasar": hak.dasar,
    }


def _cetak(argumen: argparse.Namespace, isi: dict[str, object], teks: str) -> None:
    print(json.dumps(isi, ensure_ascii=False, default=str) if argumen.json else teks)  # noqa: T201
