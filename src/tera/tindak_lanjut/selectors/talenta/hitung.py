"""From facts to the two axes and the box. Pure: no database, no clock."""

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.talenta import Potensial, kotak_talenta

#: Design: PermenPANRB 20/2025 Pasal 17 asks for a ranking and gives no mapping of a predikat.
KINERJA_PREDIKAT: Mapping[str, str] = {
    Predikat.SANGAT_BAIK: Rating.DI_ATAS,
    Predikat.BAIK: Rating.SESUAI,
    Predikat.BUTUH_PERBAIKAN: Rating.DI_BAWAH,
    Predikat.KURANG: Rating.DI_BAWAH,
    Predikat.SANGAT_KURANG: Rating.DI_BAWAH,
}
KINERJA_TURUN = (Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH)
POTENSIAL_TURUN = (Potensial.TINGGI, Potensial.MENENGAH, Potensial.RENDAH)
_SERATUS = Decimal(100)


def level_potensial(nilai: Decimal, *, tinggi: Decimal, menengah: Decimal) -> str:
    """Return the level of a total by the cut-offs; a value at a cut-off has reached it."""
    if nilai >= tinggi:
        return Potensial.TINGGI.value
    return (Potensial.MENENGAH if nilai >= menengah else Potensial.RENDAH).value


def nilai_total(
    *,
    kompetensi: Decimal | None,
    potensi: Decimal | None,
    rekam_jejak: Decimal | None,
    bobot: tuple[int, int, int],
) -> Decimal | None:
    """Return the weighted mean of three parts to two decimals; None when a weighed part lacks."""
    bagian = [
        (nilai, berat)
        for nilai, berat in zip((kompetensi, potensi, rekam_jejak), bobot, strict=True)
        if berat
    ]
    if not bagian or any(nilai is None for nilai, _berat in bagian):
        return None
    jumlah = sum((nilai * berat for nilai, berat in bagian if nilai is not None), Decimal())
    return (jumlah / sum(berat for _nilai, berat in bagian)).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )


def kotak(kinerja: str, potensial: str, *, pada: dt.date) -> dict[str, Any]:
    """Return the columns of the box of two levels: number, succession, advice, basis."""
    hasil = kotak_talenta(kinerja=Rating(kinerja), potensial=Potensial(potensial), pada=pada)
    return {
        "kotak": hasil.kotak.kotak,
        "krs": hasil.kotak.krs,
        "rekomendasi": list(hasil.kotak.rekomendasi),
        "dasar": [
            {"peraturan": satu.peraturan, "letak": satu.letak, "mutu": satu.mutu.value}
            for satu in hasil.dasar
        ],
    }


def nasihat_pola(jumlah: Mapping[str, int], pola: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return (level, ``lebih`` or ``kurang``) where a unit's ranking leaves the pattern."""
    semua = sum(jumlah.values())
    if not semua:
        return []
    persen = {level: _SERATUS * jumlah.get(level, 0) / semua for level in KINERJA_TURUN}
    hasil = []
    if persen[Rating.DI_ATAS] > pola["pola_atas"]:
        hasil.append((Rating.DI_ATAS.value, "lebih"))
    if persen[Rating.SESUAI] < pola["pola_sesuai_min"]:
        hasil.append((Rating.SESUAI.value, "kurang"))
    if persen[Rating.SESUAI] > pola["pola_sesuai_maks"]:
        hasil.append((Rating.SESUAI.value, "lebih"))
    if persen[Rating.DI_BAWAH] > pola["pola_bawah"]:
        hasil.append((Rating.DI_BAWAH.value, "lebih"))
    return hasil
