"""``tera impor unor`` and ``tera impor pegawai``: the same services as the pages.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tera.core.aktor import Aktor
    from tera.organisasi.models import Instansi, Periode
    from tera.organisasi.services.impor import HasilImpor

    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]

BATAS_DAFTAR = 20
_PERIODE = re.compile(r"(\d{4})(?:-([TB])(\d{1,2}))?")
_JENIS_PERIODE = {"T": "triwulan", "B": "bulanan", None: "tahunan"}


def daftarkan(sub: "SubParsers") -> None:
    """Add ``unor`` and ``pegawai`` to the parser of ``tera impor``."""
    unor = sub.add_parser("unor", help="impor pohon unit kerja (XLSX atau CSV)")
    _umum(unor)
    unor.set_defaults(jalankan=jalankan_unor)
    pegawai = sub.add_parser("pegawai", help="impor pegawai (XLSX atau CSV)")
    _umum(pegawai)
    pegawai.add_argument(
        "--lewati-salah", action="store_true", help="impor baris yang benar, lewati yang salah"
    )
    pegawai.set_defaults(jalankan=jalankan_pegawai)


def _umum(pengurai: argparse.ArgumentParser) -> None:
    pengurai.add_argument("berkas", type=Path, metavar="BERKAS")
    pengurai.add_argument("--instansi", required=True, metavar="KODE")
    pengurai.add_argument("--periksa", action="store_true", help="periksa saja, jangan menyimpan")
    pengurai.add_argument(
        "--berlaku", type=_tanggal, default=None, metavar="TANGGAL", help="bawaan: hari ini"
    )
    # SUPPRESS: `tera impor --json unor` must not be undone by this parser's default.
    pengurai.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="cetak satu objek JSON"
    )


def _tanggal(teks: str) -> dt.date:
    for pola in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return dt.datetime.strptime(teks, pola).date()  # noqa: DTZ007  (a date, no instant)
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"tanggal “{teks}” tidak terbaca; tulis tttt-bb-hh")


def jalankan_unor(argumen: argparse.Namespace) -> int:
    """Run ``tera impor unor``: 0 done or checked, 1 refused."""
    from tera.organisasi.services.impor import impor_unor

    instansi = instansi_dari_kode(argumen.instansi)
    hasil = impor_unor(
        aktor=_aktor(instansi),
        nama_berkas=argumen.berkas.name,
        isi=baca_berkas_lembar(argumen.berkas),
        pada=_hari_ini(instansi),
        berlaku=argumen.berlaku,
        periksa=argumen.periksa,
        kemajuan=_kemajuan,
    )
    return _cetak(argumen, hasil)


def jalankan_pegawai(argumen: argparse.Namespace) -> int:
    """Run ``tera impor pegawai``: 0 done or checked, 1 refused, 2 wrong usage."""
    from tera.organisasi.services.impor import impor_pegawai

    if argumen.periksa and argumen.lewati_salah:
        print("tera: pilih salah satu: --periksa atau --lewati-salah.", file=sys.stderr)  # noqa: T201
        return 2
    instansi = instansi_dari_kode(argumen.instansi)
    hasil = impor_pegawai(
        aktor=_aktor(instansi),
        nama_berkas=argumen.berkas.name,
        isi=baca_berkas_lembar(argumen.berkas),
        pada=_hari_ini(instansi),
        berlaku=argumen.berlaku,
        periksa=argumen.periksa,
        lewati_salah=argumen.lewati_salah,
        kemajuan=_kemajuan,
    )
    return _cetak(argumen, hasil)


def instansi_dari_kode(kode: str) -> "Instansi":
    """Return the instansi of ``kode``, or refuse and say how to add it."""
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Instansi

    instansi = Instansi.objects.filter(kode=kode).first()
    if instansi is None:
        raise MasukanSalahError(
            f"Instansi {kode} belum ada. Tambahkan dulu: tera instansi tambah {kode} --nama NAMA.",
            kode="instansi_tidak_ada",
        )
    return instansi


def periode_dari_teks(instansi: "Instansi", teks: str) -> "Periode":
    """Return the opened period written as 2026, 2026-T2 or 2026-B6, or refuse and say how."""
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Periode

    cocok = _PERIODE.fullmatch(teks.strip().upper())
    satu = (
        Periode.objects.filter(
            instansi=instansi,
            tahun=int(cocok[1]),
            jenis=_JENIS_PERIODE[cocok[2]],
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


def _aktor(instansi: "Instansi") -> "Aktor":
    from tera.core.aktor import Aktor

    return Aktor.sistem(instansi.pk, instansi.zona)


def _hari_ini(instansi: "Instansi") -> dt.date:
    from tera.core import clock

    return clock.hari_ini(instansi.zona)


def baca_berkas_lembar(berkas: Path) -> bytes:
    """Return the bytes of a spreadsheet after the checks of size and type."""
    from tera.core.galat import MasukanSalahError
    from tera.core.lembar import BATAS_BERKAS, periksa_lembar

    try:
        with berkas.open("rb") as aliran:
            isi = aliran.read(BATAS_BERKAS + 1)
    except OSError as galat:
        raise MasukanSalahError(
            f"Berkas {berkas} tidak bisa dibuka: {galat.strerror}. Periksa nama dan izinnya.",
            kode="berkas_tidak_ada",
        ) from galat
    periksa_lembar(nama=berkas.name, isi=isi)
    return isi


def _kemajuan(tahap: str, selesai: int, total: int) -> None:
    if sys.stderr.isatty() or selesai in {0, total} or selesai % 20_000 == 0:
        dari = f"/{total}" if total else ""
        print(f"{tahap} {selesai}{dari}", file=sys.stderr)  # noqa: T201


def _cetak(argumen: argparse.Namespace, hasil: "HasilImpor") -> int:
    ditolak = bool(hasil.ditolak) and not hasil.diimpor and not argumen.periksa
    if getattr(argumen, "json", False):
        print(json.dumps(hasil.json(), ensure_ascii=False))  # noqa: T201
    else:
        print(_ringkas(hasil, ditolak))  # noqa: T201
    keterangan = list(hasil.catatan)
    if ditolak:
        keterangan.append(
            "Tidak ada yang diimpor karena ada baris yang ditolak. Betulkan berkasnya"
            + (", atau ulangi dengan --lewati-salah." if hasil.jenis == "pegawai" else ".")
        )
    for kalimat in keterangan:
        print(kalimat, file=sys.stderr)  # noqa: T201
    for kode, nama, unit in hasil.hilang[:BATAS_DAFTAR]:
        print(f"  tidak ada dalam berkas: {kode} {nama} {unit}".rstrip(), file=sys.stderr)  # noqa: T201
    if len(hasil.hilang) > BATAS_DAFTAR:
        print(f"  … dan {len(hasil.hilang) - BATAS_DAFTAR} lagi", file=sys.stderr)  # noqa: T201
    return 1 if ditolak else 0


def _ringkas(hasil: "HasilImpor", ditolak: bool) -> str:
    baris = [f"{hasil.baris} baris: {hasil.diterima} diterima, {hasil.ditolak} ditolak."]
    baris += [f"  ditolak   {kode}: {n}" for kode, n in sorted(hasil.alasan.items())]
    baris += [f"  peringatan {kode}: {n}" for kode, n in sorted(hasil.peringatan.items())]
    if ditolak or not hasil.diimpor:
        baris += [
            f"  baris {r.baris} {r.kolom}: {r.kode} — {r.pesan}"
            for r in hasil.rincian
            if r.kode in hasil.alasan
        ]
    elif hasil.tanpa_perubahan:
        baris.append("Tidak ada perubahan.")
    else:
        baris += [f"  {kata.replace('_', ' ')}: {n}" for kata, n in hasil.perubahan.items()]
    return "\n".join(baris)
