"""Reads a sheet of JF row by row: what each cell says, and every fault with what to do."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from tera.angka_kredit.models import CaraMasuk, PilihanJenjang
from tera.angka_kredit.services.isi_masa import IsiMasa, ak_dasar_isi, periksa_isi
from tera.core.galat import MasukanSalahError
from tera.core.lembar import Sel
from tera.organisasi.services.impor.hasil import LaporanLembar
from tera.organisasi.services.impor.kolom import cari_kepala
from tera.organisasi.services.impor.nilai import adalah_angka, tanggal, teks
from tera.regulasi.nip import rapikan_nip

KOLOM: Mapping[str, tuple[str, ...]] = {
    "nip": ("NIP", "nipBaru", "NIP Baru", "NIP Pegawai"),
    "jabatan": ("Jabatan", "Nama Jabatan", "jabatanNama"),
    "jenjang": ("Jenjang", "Jenjang Jabatan", "asnJenjangJabatan"),
    "golongan": ("Golongan pada TMT", "Golongan", "Gol. Ruang", "Golongan Ruang"),
    "cara_masuk": ("Cara Masuk", "Cara Pengangkatan"),
    "mulai": ("TMT Jabatan", "TMT Jenjang", "tmtJabatan"),
    "tmt_pangkat": ("TMT Pangkat", "TMT Golongan", "tmtGolAkhir"),
    "ak_dasar": ("AK Dasar",),
    "ak_lama": ("AK Lama", "AK JF Lama"),
    "ak_penyesuaian": ("AK Penyesuaian", "AK Penyesuaian/Penyetaraan", "AK Penyetaraan"),
    "ak_perpindahan": ("AK Konversi Perpindahan", "AK Perpindahan"),
    "nomor_sk": ("Nomor SK", "No SK"),
    "tanggal_sk": ("Tanggal SK", "Tgl SK"),
}
WAJIB = ("nip", "jenjang", "golongan", "cara_masuk", "mulai", "nomor_sk", "tanggal_sk")
_ANGKA = ("ak_dasar", "ak_lama", "ak_penyesuaian", "ak_perpindahan")
_BATAS = {"jabatan": 300, "nomor_sk": 100}
#: Rows of one file: more are better brought by the command.
BATAS_BARIS = 20_000


@dataclass(slots=True)
class HasilImporJF(LaporanLembar):
    """What a file gave; with a fault nothing of it is kept. ``tetap``: recorded already."""

    HITUNGAN: ClassVar[tuple[str, ...]] = ("tetap", "disimpan", "jenjang")
    tetap: int = 0
    per_jenjang: Counter[str] = field(default_factory=Counter)

    def tolak(self, baris: int, kolom: str, pesan: str) -> None:
        """Note a fault of a row: the sentence says which."""
        self.tolak_baris(baris, kolom, "tidak_sesuai", pesan)

    @property
    def jenjang(self) -> dict[str, int]:
        """How many new rows of each jenjang."""
        return dict(self.per_jenjang)


@dataclass(frozen=True, slots=True)
class BarisJF:
    """A row that reads well."""

    nomor: int
    nip: str
    isi: IsiMasa
    tmt_pangkat: dt.date | None


def baca_berkas(*, nama: str, isi: bytes) -> list[tuple[int, dict[str, str]]]:
    """Return the rows as text by column, with their numbers in the sheet.

    Raises: MasukanSalahError: unreadable, without the columns, or with too many rows.
    """
    kepala, daftar = cari_kepala(nama=nama, isi=isi, kamus=KOLOM, wajib=WAJIB)
    hasil: list[tuple[int, dict[str, str]]] = []
    for nomor, sel in daftar:
        bacaan = {kunci: _sel(kunci, kepala.sel(sel, kunci)) for kunci in KOLOM}
        if any(bacaan.values()):
            hasil.append((nomor, {kunci: satu for kunci, satu in bacaan.items() if satu}))
        if len(hasil) > BATAS_BARIS:
            raise MasukanSalahError(
                _("Berkas memuat lebih dari %(n)s baris. Bagi menjadi beberapa berkas.")
                % {"n": BATAS_BARIS},
                kode="baris_terlalu_banyak",
            )
    return hasil


def baca_baris(
    nomor: int, sel: Mapping[str, str], *, jabatan: Mapping[str, str], pada: dt.date,
    hasil: HasilImporJF,
) -> BarisJF | None:  # fmt: skip
    """Return a row that reads well, or note each of its faults.

    ``jabatan``: name of the post held by NIP, where the sheet names none.
    """
    awal = len(hasil.rincian)
    nip = rapikan_nip(sel.get("nip", ""))
    if not nip:
        hasil.tolak(nomor, "NIP", _("NIP kosong. Isi, atau hapus barisnya."))
    if sel.get("nip", "").startswith(TANDA_ANGKA):
        hasil.tolak(nomor, "NIP", _("NIP tersimpan sebagai angka. Ubah kolom NIP menjadi teks."))
    hari = {
        kunci: _hari(nomor, kunci, sel, hasil) for kunci in ("mulai", "tmt_pangkat", "tanggal_sk")
    }
    angka = {kunci: _angka(nomor, kunci, sel, hasil) for kunci in _ANGKA}
    jenjang = _pilihan(nomor, "jenjang", sel, PilihanJenjang.choices, hasil)
    cara = _pilihan(nomor, "cara_masuk", sel, CaraMasuk.choices, hasil)
    nama = sel.get("jabatan", "") or jabatan.get(nip, "")
    for kunci, isi in (("jabatan", nama), ("nomor_sk", sel.get("nomor_sk", ""))):
        if not isi:
            hasil.tolak(nomor, judul(kunci), _("Kolom ini kosong. Isi dari SK-nya."))
        elif len(isi) > _BATAS[kunci]:
            hasil.tolak(
                nomor,
                judul(kunci),
                _("Isian lebih dari %(n)s huruf. Ringkas.") % {"n": _BATAS[kunci]},
            )
    if len(hasil.rincian) > awal:
        return None
    assert hari["mulai"] is not None
    assert hari["tanggal_sk"] is not None
    satu = IsiMasa(
        jabatan=nama,
        jenjang=jenjang,
        golongan=sel.get("golongan", "").replace(" ", ""),
        cara_masuk=cara,
        mulai=hari["mulai"],
        nomor_sk=sel["nomor_sk"],
        tanggal_sk=hari["tanggal_sk"],
        ak_dasar=angka["ak_dasar"],
        ak_lama=angka["ak_lama"] or Decimal(0),
        ak_penyesuaian=angka["ak_penyesuaian"] or Decimal(0),
        ak_perpindahan=angka["ak_perpindahan"] or Decimal(0),
    )
    if satu.ak_perpindahan and cara != CaraMasuk.PERPINDAHAN:
        hasil.tolak(
            nomor,
            judul("ak_perpindahan"),
            _("Hanya untuk cara masuk perpindahan. Kosongkan, atau betulkan cara masuknya."),
        )
    try:
        periksa_isi(satu, pada)
        ak_dasar_isi(satu)
    except MasukanSalahError as galat:
        for kunci, daftar in galat.per_bidang.items():
            for pesan in daftar:
                hasil.tolak(nomor, judul(kunci), pesan)
    if len(hasil.rincian) > awal:
        return None
    return BarisJF(nomor, nip, satu, hari["tmt_pangkat"])


def judul(kunci: str) -> str:
    """Return the header a column is asked for by."""
    return KOLOM[kunci][0]


#: Stands before the text of a NIP that the sheet keeps as a number: its digits may be lost.
TANDA_ANGKA = "#"


def _sel(kunci: str, sel: Sel) -> str:
    if isinstance(sel, (dt.date, dt.datetime)):
        return sel.strftime("%Y-%m-%d")
    isi = teks(sel)
    if kunci == "nip" and isi and adalah_angka(sel):
        return TANDA_ANGKA + isi
    return isi


def _hari(nomor: int, kunci: str, sel: Mapping[str, str], hasil: HasilImporJF) -> dt.date | None:
    isi = sel.get(kunci, "")
    try:
        hari = tanggal(isi)
    except ValueError:
        hasil.tolak(
            nomor,
            judul(kunci),
            _("Tanggal “%(isi)s” tidak terbaca. Tulis seperti 01-04-2023.") % {"isi": isi},
        )
        return None
    if hari is None and kunci in WAJIB:
        hasil.tolak(nomor, judul(kunci), _("Kolom ini kosong. Isi dari SK-nya."))
    return hari


def _angka(nomor: int, kunci: str, sel: Mapping[str, str], hasil: HasilImporJF) -> Decimal | None:
    isi = sel.get(kunci, "")
    if not isi or isi == "-":
        return None
    try:
        nilai = Decimal(isi.replace(",", ".")).quantize(Decimal("0.01"))
        if not nilai.is_finite() or not 0 <= nilai < 1_000_000:
            raise InvalidOperation
    except InvalidOperation:
        hasil.tolak(
            nomor,
            judul(kunci),
            _("“%(isi)s” bukan angka kredit. Tulis seperti 87,50.") % {"isi": isi},
        )
        return None
    return nilai


def _pilihan(
    nomor: int,
    kunci: str,
    sel: Mapping[str, str],
    pilihan: Sequence[tuple[str, Any]],
    hasil: HasilImporJF,
) -> str:
    isi = sel.get(kunci, "")
    daftar = ", ".join(str(label) for _nilai, label in pilihan)
    if not isi:
        hasil.tolak(
            nomor,
            judul(kunci),
            _("Kolom ini kosong. Pilih salah satu: %(daftar)s.") % {"daftar": daftar},
        )
        return ""
    dicari = _huruf(isi)
    for nilai, label in pilihan:
        if dicari in {_huruf(nilai), _huruf(str(label))}:
            return nilai
    # "Perpindahan", "Penyesuaian", "Muda": a part of one choice only.
    cocok = [nilai for nilai, label in pilihan if dicari and dicari in _huruf(f"{nilai} {label}")]
    if len(cocok) == 1:
        return cocok[0]
    hasil.tolak(
        nomor,
        judul(kunci),
        _("“%(isi)s” tidak dikenal. Pilih salah satu: %(daftar)s.")
        % {"isi": isi, "daftar": daftar},
    )
    return ""


def _huruf(isi: str) -> str:
    return "".join(huruf for huruf in isi.casefold() if huruf.isalnum())
