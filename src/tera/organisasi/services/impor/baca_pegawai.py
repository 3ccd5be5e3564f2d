"""Reads the personnel sheet: every row is judged alone first, then against the others (NIP)."""

import datetime as dt
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from tera.core.lembar import Sel
from tera.organisasi.models import StatusPegawai
from tera.organisasi.services.impor import nilai
from tera.organisasi.services.impor.hasil import HasilImpor, Kemajuan, Rincian
from tera.organisasi.services.impor.kamus import (
    JENIS,
    KELAMIN,
    STATUS,
    kata_eselon,
    kata_jenis_jabatan,
    kata_jenjang,
    kata_kedudukan,
    kode_golongan,
)
from tera.organisasi.services.impor.kolom import PEGAWAI, WAJIB_PEGAWAI, Kepala, cari_kepala
from tera.regulasi.nip import CatatanNIP, NIPSalahError, baca_nip, rapikan_nip

# Longest texts the tables keep; a longer one is refused rather than cut.
_PANJANG = {
    "nama": 200,
    "gelar_depan": 60,
    "gelar_belakang": 100,
    "tempat_lahir": 100,
    "jabatan": 300,
    "pendidikan": 40,
    "no_hp": 20,
}


class BarisPegawai(NamedTuple):
    """One accepted row, cleaned. NIK is never read."""

    baris: int
    nip: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    tempat_lahir: str
    tanggal_lahir: dt.date | None
    jenis_kelamin: str
    status: str
    golongan: str
    tmt_golongan: dt.date | None
    jenis_jabatan: str
    jabatan: str
    jenjang: str
    eselon: str
    tmt_jabatan: dt.date | None
    unit_id: int
    kedudukan: str
    tmt_cpns: dt.date | None
    pendidikan: str
    surel: str
    no_hp: str


@dataclass(slots=True)
class Unit:
    """What the reader knows of a unit: its key and its head."""

    id: int
    nama: str
    eselon: str
    jabatan_pimpinan: str
    pimpinan_nip: str


@dataclass(slots=True)
class Bacaan:
    """The accepted rows, and every number the file names (also in refused rows)."""

    daftar: list[BarisPegawai] = field(default_factory=list)
    daftar_nip: set[str] = field(default_factory=set)
    ada_kolom: frozenset[str] = frozenset()


class _Pemeriksa:
    """Judges rows; collects what is wrong with one before the next begins."""

    def __init__(self, kepala: Kepala, unit: Mapping[str, Unit], pada: dt.date) -> None:
        self.kepala = kepala
        self.unit = unit
        self.pada = pada
        self.salah: list[Rincian] = []
        self.ingat: list[Rincian] = []
        self.nomor = 0
        self.nip_terbaca = ""

    def tolak(self, kunci: str, kode: str, pesan: str) -> None:
        """Note a fault of the row."""
        self.salah.append(Rincian(self.nomor, self._kolom(kunci), kode, pesan))

    def peringatkan(self, kunci: str, kode: str, pesan: str) -> None:
        """Note something odd that doesn't refuse the row."""
        self.ingat.append(Rincian(self.nomor, self._kolom(kunci), kode, pesan))

    def _kolom(self, kunci: str) -> str:
        return self.kepala.judul.get(kunci, PEGAWAI[kunci][0])

    def periksa(self, nomor: int, sel: list[Sel]) -> BarisPegawai | None:
        """Return the cleaned row, or None when it has a fault (see ``salah``)."""
        self.nomor, self.salah, self.ingat, self.nip_terbaca = nomor, [], [], ""
        ambil = self.kepala.sel
        teks = {k: nilai.teks(ambil(sel, k)) for k in _TEKS}
        for kunci in _WAJIB_ISI:
            if not teks[kunci] and not (kunci == "nip" and not nilai.kosong(ambil(sel, "nip"))):
                self.tolak(kunci, "wajib_kosong", _("Kolom ini wajib diisi."))
        for kunci, batas in _PANJANG.items():
            if len(teks[kunci]) > batas:
                self.tolak(
                    kunci,
                    "terlalu_panjang",
                    _("Isi lebih dari %(batas)s huruf. Singkatkan.") % {"batas": batas},
                )
        nip, lahir, kelamin = self._nip(ambil(sel, "nip"), teks)
        status = self._status(teks["status"], nip)
        golongan = self._golongan(teks["golongan"], status)
        unit = self.unit.get(teks["unor"])
        if unit is None and teks["unor"]:
            self.tolak(
                "unor",
                "unor_tidak_dikenal",
                _(
                    "Unit “%(kode)s” tidak ada di pohon unit. Impor unor dulu, atau betulkan "
                    "kodenya."
                )
                % {"kode": teks["unor"]},
            )
        jenis = self._jenis(teks, unit)
        tanggal = {k: self._tanggal(k, ambil(sel, k)) for k in _TANGGAL}
        self._banding(teks, tanggal, lahir, kelamin)
        if self.salah or unit is None:
            return None
        baris = BarisPegawai(
            nomor,
            nip,
            teks["nama"],
            sys.intern(teks["gelar_depan"]),
            sys.intern(teks["gelar_belakang"]),
            sys.intern(teks["tempat_lahir"]),
            tanggal["tanggal_lahir"] or lahir,
            KELAMIN.get(teks["jenis_kelamin"].casefold(), kelamin),
            status,
            golongan,
            tanggal["tmt_golongan"],
            jenis,
            sys.intern(teks["jabatan"]),
            kata_jenjang(teks["jenjang"]) if jenis == "fungsional" else "",
            kata_eselon(teks["eselon"]),
            tanggal["tmt_jabatan"],
            unit.id,
            self._kedudukan(teks["kedudukan"]),
            tanggal["tmt_cpns"],
            sys.intern(teks["pendidikan"]),
            self._surel(teks["surel"]),
            teks["no_hp"],
        )
        return None if self.salah else baris

    def _nip(self, sel: Sel, teks: Mapping[str, str]) -> tuple[str, dt.date | None, str]:
        if nilai.kosong(sel):
            return "", None, ""
        if nilai.adalah_angka(sel):
            self.tolak(
                "nip",
                "nip_angka",
                _(
                    "Sel NIP berisi angka, bukan teks: angka terakhirnya bisa hilang. Ubah format "
                    "kolom menjadi Teks, lalu ketik ulang NIP dari SK."
                ),
            )
            return "", None, ""
        nip = rapikan_nip(teks["nip"].lstrip("'"))
        self.nip_terbaca = nip
        try:
            isi = baca_nip(nip, pada=self.pada)
        except NIPSalahError as galat:
            self.tolak("nip", galat.kode_nip.value, str(galat))
            return nip, None, ""
        if CatatanNIP.MUNGKIN_PARUH_WAKTU in isi.catatan and "paruh" not in teks["status"].lower():
            self.peringatkan(
                "status",
                "mungkin_paruh_waktu",
                _("Angka 13–14 NI PPPK adalah 24: periksa apakah statusnya PPPK Paruh Waktu."),
            )
        return nip, isi.tanggal_lahir, isi.jenis_kelamin.value

    def _status(self, isi: str, nip: str) -> str:
        huruf = "".join(h for h in isi.casefold() if h.isalnum())
        status = STATUS.get(huruf)
        if status is None and isi:
            self.tolak(
                "status",
                "status_tidak_dikenal",
                _("Status “%(isi)s” tidak dikenal. Tulis PNS, CPNS, PPPK, atau PPPK Paruh Waktu.")
                % {"isi": isi},
            )
        if status and len(nip) == 18 and nip[12:14].isdigit():
            pppk = not 1 <= int(nip[12:14]) <= 12
            if pppk != status.startswith("pppk"):
                self.peringatkan(
                    "status",
                    "status_beda_nip",
                    _("Status “%(isi)s” tidak cocok dengan susunan nomor induknya.") % {"isi": isi},
                )
        return status.value if status else ""

    def _golongan(self, isi: str, status: str) -> str:
        if not isi:
            # A PPPK paruh waktu may have none; for everybody else the column is required.
            if status not in {"", StatusPegawai.PPPK_PARUH_WAKTU}:
                self.tolak("golongan", "wajib_kosong", _("Kolom ini wajib diisi."))
            return ""
        kode, pesan = kode_golongan(isi)
        if not kode:
            self.tolak("golongan", "golongan_tidak_dikenal", pesan)
        return kode

    def _jenis(self, teks: Mapping[str, str], unit: Unit | None) -> str:
        isi = teks["jenis_jabatan"]
        if not isi:
            return ""
        kode = JENIS.get(isi.casefold(), isi)
        eselon = teks["eselon"] or (unit.eselon if unit else "")
        jenis, pesan = kata_jenis_jabatan(kode, eselon)
        if not jenis:
            self.tolak("jenis_jabatan", "jenis_jabatan_tidak_dikenal", pesan)
        return jenis

    def _tanggal(self, kunci: str, sel: Sel) -> dt.date | None:
        try:
            return nilai.tanggal(sel)
        except ValueError:
            self.peringatkan(
                kunci,
                "tanggal_tidak_terbaca",
                _("Tanggal tidak terbaca, jadi dikosongkan. Tulis dd-mm-yyyy."),
            )
            return None

    def _kedudukan(self, isi: str) -> str:
        if not isi:
            return "aktif"
        kedudukan = kata_kedudukan(isi)
        if not kedudukan:
            self.tolak(
                "kedudukan",
                "kedudukan_tidak_dikenal",
                _("Kedudukan hukum “%(isi)s” tidak dikenal.") % {"isi": isi},
            )
        return kedudukan

    def _surel(self, isi: str) -> str:
        if not isi or isi == "-":
            self.peringatkan(
                "surel",
                "surel_kosong",
                _("Tanpa surel: pemberitahuan hanya terlihat di Tera, kode aktivasi dicetak."),
            )
            return ""
        if len(isi) > 254 or isi.count("@") != 1 or " " in isi:
            self.peringatkan("surel", "surel_salah", _("Surel tidak terbaca, jadi dikosongkan."))
            return ""
        return isi

    def _banding(
        self,
        teks: Mapping[str, str],
        tanggal: Mapping[str, dt.date | None],
        lahir: dt.date | None,
        kelamin: str,
    ) -> None:
        tertulis = KELAMIN.get(teks["jenis_kelamin"].casefold())
        if kelamin and tertulis and tertulis != kelamin:
            self.peringatkan(
                "jenis_kelamin",
                "kelamin_beda_nip",
                _("Jenis kelamin berbeda dengan angka ke-15 NIP. Cocokkan dengan SK."),
            )
        if lahir and tanggal["tanggal_lahir"] and tanggal["tanggal_lahir"] != lahir:
            self.peringatkan(
                "tanggal_lahir",
                "lahir_beda_nip",
                _("Tanggal lahir berbeda dengan delapan angka pertama NIP. Cocokkan dengan SK."),
            )


_TEKS = tuple(k for k in PEGAWAI if not k.startswith(("tmt_", "tanggal_")))
_TANGGAL = tuple(k for k in PEGAWAI if k.startswith(("tmt_", "tanggal_")))
_WAJIB_ISI = tuple(k for k in WAJIB_PEGAWAI if k != "golongan")


def baca_pegawai(
    *,
    nama: str,
    isi: bytes,
    unit: Mapping[str, Unit],
    hasil: HasilImpor,
    kemajuan: Kemajuan,
) -> Bacaan:
    """Read and judge every row; counts and findings go into ``hasil``.

    Raises:
        MasukanSalahError: no file to read, or the required columns are missing.
    """
    kepala, daftar_baris = cari_kepala(nama=nama, isi=isi, kamus=PEGAWAI, wajib=WAJIB_PEGAWAI)
    pemeriksa = _Pemeriksa(kepala, unit, hasil.berlaku)
    bacaan = Bacaan(ada_kolom=frozenset(kepala.letak))
    per_nip: dict[str, list[int]] = {}
    salah: dict[int, list[Rincian]] = {}
    ingat: dict[int, list[Rincian]] = {}
    for nomor, sel in _isi(kepala, daftar_baris):
        hasil.baris += 1
        baris = pemeriksa.periksa(nomor, sel)
        if len(pemeriksa.nip_terbaca) == 18:
            per_nip.setdefault(pemeriksa.nip_terbaca, []).append(nomor)
        if pemeriksa.salah:
            salah[nomor] = pemeriksa.salah
        elif baris is not None:
            bacaan.daftar.append(baris)
            if pemeriksa.ingat:
                ingat[nomor] = pemeriksa.ingat
        if hasil.baris % 2000 == 0:
            kemajuan("membaca", hasil.baris, 0)
    bacaan.daftar_nip = set(per_nip)
    _tandai_ganda(kepala, per_nip, salah)
    bacaan.daftar = [baris for baris in bacaan.daftar if baris.baris not in salah]
    hasil.ditolak = len(salah)
    hasil.diterima = len(bacaan.daftar)
    for nomor in sorted(salah.keys() | ingat.keys()):
        if nomor in salah:
            hasil.rincian += salah[nomor]
            # A row with the same fault in two cells counts it once: alasan counts rows.
            hasil.alasan.update({r.kode for r in salah[nomor]})
        else:
            hasil.rincian += ingat[nomor]
            hasil.peringatan.update({r.kode for r in ingat[nomor]})
    kemajuan("membaca", hasil.baris, hasil.baris)
    return bacaan


def _isi(kepala: Kepala, daftar: Iterator[tuple[int, object]]) -> Iterator[tuple[int, list[Sel]]]:
    """Rows with content; a header repeated on a later page of a printout is not a row."""
    nip, nama = kepala.judul["nip"].casefold(), kepala.judul["nama"].casefold()
    for nomor, sel in daftar:
        assert isinstance(sel, list)
        if all(nilai.kosong(satu) for satu in sel):
            continue
        if (
            nilai.teks(kepala.sel(sel, "nip")).casefold() == nip
            and nilai.teks(kepala.sel(sel, "nama")).casefold() == nama
        ):
            continue
        yield nomor, sel


def _tandai_ganda(
    kepala: Kepala, per_nip: Mapping[str, list[int]], salah: dict[int, list[Rincian]]
) -> None:
    for nip, daftar in per_nip.items():
        if len(daftar) < 2:
            continue
        tempat = ", ".join(str(nomor) for nomor in daftar)
        for nomor in daftar:
            salah.setdefault(nomor, []).append(
                Rincian(
                    nomor,
                    kepala.judul["nip"],
                    "nip_ganda",
                    _(
                        "NIP %(nip)s muncul pada baris %(tempat)s. Sisakan satu baris yang benar, "
                        "atau betulkan NIP yang salah."
                    )
                    % {"nip": nip, "tempat": tempat},
                )
            )
