"""Reading a vision-line file: XLSX or CSV, columns by header name in any order under any titles."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError
from tera.core.lembar import baca_lembar

BATAS_BARIS = 20_000
KOLOM = {
    "unor": ("unor", "unor id", "kode unor", "kode unit", "unit"),
    "sumber": ("sumber", "dokumen"),
    "jenis": ("jenis", "tingkat"),
    "nomor": ("nomor", "no", "kode"),
    "induk": ("induk", "nomor induk", "kode induk"),
    "unor_induk": ("unor induk", "kode unor induk", "unit induk"),
    "teks": ("teks", "uraian", "pernyataan"),
    "indikator": ("indikator", "indikator kinerja"),
    "tahun": ("tahun",),
    "target": ("target",),
    "satuan": ("satuan",),
}
WAJIB = ("unor", "sumber", "jenis", "nomor", "teks")


@dataclass(frozen=True, slots=True)
class BarisArah:
    """One row: its number in the sheet (first row is 1) and its cleaned cells by column."""

    nomor_baris: int
    isi: dict[str, str] = field(default_factory=dict)


def baca_arah(*, nama: str, data: bytes) -> list[BarisArah]:
    """Return the rows below the header; blank rows are left out.

    Raises:
        MasukanSalahError: not readable, too large, or without the needed columns.
    """
    for _judul, isi in baca_lembar(nama=nama, isi=data):
        lembar = [(nomor, [_bersih(sel) for sel in baris]) for nomor, baris in isi]
        for urut, (_nomor, baris) in enumerate(lembar[:50]):
            peta = _peta_kolom(baris)
            if all(nama_kolom in peta for nama_kolom in WAJIB):
                return _isi(lembar[urut + 1 :], peta)
    raise MasukanSalahError(
        _(
            "Judul kolom tidak ditemukan. Berkas garis arah perlu kolom: unor, sumber, jenis, "
            "nomor, teks; boleh ditambah induk, unor induk, indikator, tahun, target, satuan."
        ),
        kode="kolom_tidak_ada",
    )


def _isi(lembar: list[tuple[int, list[str]]], peta: dict[str, int]) -> list[BarisArah]:
    hasil = []
    for nomor, baris in lembar:
        isi = {k: baris[i] if i < len(baris) else "" for k, i in peta.items()}
        if any(isi.values()):
            hasil.append(BarisArah(nomor, isi))
    if len(hasil) > BATAS_BARIS:
        raise MasukanSalahError(_("Berkas lebih dari 20.000 baris. Pecah menjadi beberapa berkas."))
    return hasil


def _peta_kolom(baris: list[str]) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for urut, sel in enumerate(baris):
        judul = sel.lower().replace("_", " ")
        for kolom, daftar in KOLOM.items():
            if judul in daftar and kolom not in hasil:
                hasil[kolom] = urut
    return hasil


def _bersih(sel: object) -> str:
    if sel is None:
        return ""
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    if isinstance(sel, dt.datetime | dt.date):
        return sel.isoformat()
    # Non-breaking and doubled blanks come with cells copied from other programs.
    return " ".join(str(sel).replace("\xa0", " ").split())
