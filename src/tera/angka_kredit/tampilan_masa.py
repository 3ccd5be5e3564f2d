"""How the entry into a JF is shown: the years converted, what is missing, the basis."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.evaluasi.models import PilihanPredikat
from tera.evaluasi.tampilan.dasar import NADA_PREDIKAT, SEBUTAN_MUTU
from tera.regulasi.pemuat import peraturan


def sebutan_bulan(tahun: int, mulai: int, selesai: int) -> str:
    """Return `Januari–Desember 2025` or `Maret 2025`."""
    awal = tulis_tanggal(dt.date(tahun, mulai, 1)).split()[1]
    if mulai == selesai:
        return f"{awal} {tahun}"
    return f"{awal}–{tulis_tanggal(dt.date(tahun, selesai, 1)).split()[1]} {tahun}"


def konteks_perpindahan(isi: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the computation as a page shows it, from what is kept; None when nothing is."""
    if not isi:
        return None
    return {
        "sebab": isi["sebab"],
        "tmt_golongan": tulis_tanggal(dt.date.fromisoformat(isi["tmt_golongan"])),
        "tertinggi": isi["tertinggi"],
        "hilang": ", ".join(str(satu) for satu in isi["hilang"]),
        "sebelum": bool(isi["sebelum"]),
        "alasan": isi.get("alasan", ""),
        "ak_dasar": _angka(isi.get("ak_dasar")),
        "konversi": _angka(isi.get("konversi")),
        "jumlah": _angka(isi.get("jumlah")),
        "baris": [_baris(satu) for satu in isi.get("baris", ())],
        "dasar": [_dasar(satu) for satu in isi.get("hukum", ())],
    }


def _angka(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def _baris(satu: Mapping[str, Any]) -> dict[str, Any]:
    bulan = satu["bulan_selesai"] - satu["bulan_mulai"] + 1
    bagian = f"{bulan}/12 × " if bulan < 12 else ""
    predikat = PilihanPredikat(satu["predikat"])
    return {
        "masa": sebutan_bulan(satu["tahun"], satu["bulan_mulai"], satu["bulan_selesai"]),
        "predikat": predikat.label,
        "nada": NADA_PREDIKAT[predikat],
        "hitungan": f"{bagian}{tulis_angka(Decimal(satu['persentase']).normalize())}% × "
        f"{tulis_angka(Decimal(satu['koefisien']).normalize())}",
        "nilai": Decimal(satu["nilai"]),
    }


def _dasar(satu: Mapping[str, str]) -> str:
    asal = peraturan(satu["peraturan"])
    nomor = "" if asal.nomor == "-" else f" {asal.nomor}/{asal.tahun}"
    return f"{asal.nama}{nomor}, {satu['letak']} ({SEBUTAN_MUTU[satu['mutu']]})"
