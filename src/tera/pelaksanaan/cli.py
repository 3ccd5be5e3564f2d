"""``tera impor realisasi``: figures of a period from another system, as the page does it.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tera.organisasi.models import Instansi, Periode

    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]

BATAS_DAFTAR = 20
_POLA = re.compile(r"(\d{4})(?:-([TB])(\d{1,2}))?")


def daftarkan(sub: "SubParsers") -> None:
    """Add ``realisasi`` to the parser of ``tera impor``."""
    p = sub.add_parser("realisasi", help="impor realisasi dari sistem lain (XLSX atau CSV)")
    p.add_argument("berkas", type=Path, metavar="BERKAS")
    p.add_argument("--instansi", required=True, metavar="KODE")
    p.add_argument(
        "--periode", required=True, metavar="PERIODE", help="2026-T2 triwulan, 2026-B6 bulan, 2026"
    )
    p.add_argument("--periksa", action="store_true", help="periksa saja, jangan menyimpan")
    p.add_argument(
        "--lewati-salah", action="store_true", help="impor baris yang benar, lewati yang salah"
    )
    # SUPPRESS: `tera impor --json realisasi` must not be undone by this parser's default.
    p.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="cetak satu objek JSON"
    )
    p.set_defaults(jalankan=jalankan)


def jalankan(argumen: argparse.Namespace) -> int:
    """Run ``tera impor realisasi``: 0 done or checked, 1 refused, 2 wrong usage."""
    from tera.core.aktor import Aktor
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Instansi
    from tera.pelaksanaan.services.impor import impor_realisasi

    if argumen.periksa and argumen.lewati_salah:
        print("tera: pilih salah satu: --periksa atau --lewati-salah.", file=sys.stderr)  # noqa: T201
        return 2
    instansi = Instansi.objects.filter(kode=argumen.instansi).first()
    if instansi is None:
        raise MasukanSalahError(
            f"Instansi {argumen.instansi} belum ada. Tambahkan dulu: tera instansi tambah "
            f"{argumen.instansi} --nama NAMA.",
            kode="instansi_tidak_ada",
        )
    periode = _periode(instansi, argumen.periode)
    try:
        isi = argumen.berkas.read_bytes()
    except OSError as galat:
        raise MasukanSalahError(
            f"Berkas {argumen.berkas} tidak bisa dibuka: {galat.strerror}.", kode="berkas_tidak_ada"
        ) from galat
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    hasil = impor_realisasi(
        aktor=aktor,
        nama_berkas=argumen.berkas.name,
        isi=isi,
        periode=periode,
        pada=aktor.hari_ini,
        periksa=argumen.periksa,
        lewati_salah=argumen.lewati_salah,
    )
    ditolak = bool(hasil.ditolak) and not hasil.diimpor and not argumen.periksa
    if getattr(argumen, "json", False):
        print(json.dumps(hasil.json(), ensure_ascii=False))  # noqa: T201
    else:
        print(  # noqa: T201
            f"{periode}: {hasil.baris} baris, {hasil.diterima} diterima, {hasil.ditolak} ditolak; "
            f"{hasil.perubahan['realisasi_baru']} baru, "
            f"{hasil.perubahan['realisasi_berubah']} berubah."
        )
        for satu in hasil.rincian[:BATAS_DAFTAR]:
            print(  # noqa: T201
                f"  baris {satu.baris} {satu.kolom}: {satu.kode} — {satu.pesan}", file=sys.stderr
            )
        for kalimat in hasil.catatan:
            print(kalimat, file=sys.stderr)  # noqa: T201
        if ditolak:
            print(  # noqa: T201
                "Tidak ada yang diimpor. Betulkan barisnya, atau ulangi dengan --lewati-salah.",
                file=sys.stderr,
            )
    return 1 if ditolak else 0


def _periode(instansi: "Instansi", teks: str) -> "Periode":
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Periode

    cocok = _POLA.fullmatch(teks.strip().upper())
    jenis = {None: "tahunan", "T": "triwulan", "B": "bulanan"}
    satu = (
        Periode.objects.filter(
            instansi=instansi,
            tahun=int(cocok[1]),
            jenis=jenis[cocok[2]],
            urut=int(cocok[3] or 1),
        ).first()
        if cocok
        else None
    )
    if satu is None:
        raise MasukanSalahError(
            f"Periode “{teks}” tidak ada di instansi ini. Tulis 2026-T2 (triwulan 2), 2026-B6 "
            "(bulan 6), atau 2026, dan pastikan periodenya sudah dibuka.",
            kode="periode_tidak_ada",
        )
    return satu
