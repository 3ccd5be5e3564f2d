"""What follows a result: priority, improvement and its path; a PPPK's agreement; absence.

Instruments: PP 30/2019 Bab VI and Pasal 56-58, Peraturan BKN 3/2020 Pasal 32, PP 49/2018,
PermenPANRB 70/2020, PP 94/2021. Everything here is a proposal: a named official decides, with a
document. A low predikat is never a breach of discipline by itself.

Tidak dimodelkan: the uji kompetensi and its result, which post is vacant, the force majeure itself
(the caller says so), the examination before a hukuman disiplin, and the decision.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import JenisJabatan, JenisPegawai, Kata, Predikat
from tera.regulasi.pemuat import PUSTAKA

__all__ = [
    "MASA_PERBAIKAN", "PEMBERHENTIAN", "PEMICU_PERBAIKAN", "PEMUTUSAN_PPPK", "PERJANJIAN_PPPK",
    "PRIORITAS", "TIDAK_HADIR", "HasilPerjanjian", "HasilTidakHadir", "JenisTindak", "Tindak",
    "perjanjian_pppk", "tambah_bulan", "tidak_hadir", "tindak_lanjut",
]  # fmt: skip

LEMAH = frozenset({Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG})
_JPT = frozenset({JenisJabatan.JPT_UTAMA, JenisJabatan.JPT_MADYA, JenisJabatan.JPT_PRATAMA})


class JenisTindak(Kata):
    """Kind of follow-up."""

    PRIORITAS = "prioritas"
    PEMBINAAN = "pembinaan"
    PERBAIKAN = "perbaikan"


@dataclass(frozen=True, slots=True)
class Tindak:
    """One follow-up that a result asks for.

    `tenggat` is the day on which improvement is looked at; None where nothing ends.
    """

    jenis: JenisTindak
    tenggat: date | None
    dasar: tuple[Dasar, ...]


@dataclass(frozen=True, slots=True)
class HasilPerjanjian:
    """How a PPPK's agreement stands: the proposal is due on `usul_paling_lambat`.

    `usul_pemutusan` holds the form of ending that may be proposed, empty where none may; nothing
    ever ends an agreement by itself.
    """

    usul_paling_lambat: date
    masuk_daftar: bool
    terlambat: bool
    usul_pemutusan: str
    dasar: tuple[Dasar, ...]


@dataclass(frozen=True, slots=True)
class HasilTidakHadir:
    """What may be proposed after an examination; both empty below the first step."""

    tingkat: str
    hukuman: str
    dasar: tuple[Dasar, ...]


def _pemicu(nilai: Any) -> Mapping[JenisJabatan, frozenset[Predikat]]:
    return {
        JenisJabatan(jenis): frozenset(Predikat(satu) for satu in daftar)
        for jenis, daftar in nilai.items()
    }


def _bulan(nilai: Any) -> Mapping[str, int]:
    return {str(nama): int(bulan) for nama, bulan in nilai.items()}


def _prioritas(nilai: Any) -> tuple[Predikat, int, tuple[str, ...]]:
    return Predikat(nilai["predikat"]), int(nilai["tahun_berturut"]), tuple(nilai["untuk"])


@dataclass(frozen=True, slots=True)
class _TingkatAbsen:
    dari: int
    sampai: int
    berturut: int | None
    tingkat: str
    hukuman: str


def _absen(nilai: Any) -> tuple[_TingkatAbsen, ...]:
    return tuple(
        _TingkatAbsen(
            int(satu["dari"]),
            int(satu["sampai"]),
            satu.get("berturut"),
            str(satu["tingkat"]),
            str(satu["hukuman"]),
        )
        for satu in nilai
    )


PEMICU_PERBAIKAN = PUSTAKA.tabel("tindak_lanjut.toml", "pemicu_perbaikan", _pemicu)
MASA_PERBAIKAN = PUSTAKA.tabel("tindak_lanjut.toml", "masa_perbaikan", _bulan)
PRIORITAS = PUSTAKA.tabel("tindak_lanjut.toml", "prioritas", _prioritas)
PERJANJIAN_PPPK = PUSTAKA.tabel("tindak_lanjut.toml", "perjanjian_pppk", _bulan)
PEMUTUSAN_PPPK = PUSTAKA.tabel("tindak_lanjut.toml", "pemutusan_pppk", str)
PEMBERHENTIAN = PUSTAKA.tabel("tindak_lanjut.toml", "pemberhentian", str)
TIDAK_HADIR = PUSTAKA.tabel("tindak_lanjut.toml", "tidak_hadir", _absen)


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day `bulan` months later (or earlier), or the last day of a shorter month."""
    urut = hari.year * 12 + hari.month - 1 + bulan
    tahun, letak = divmod(urut, 12)
    if not MINYEAR <= tahun <= MAXYEAR:
        raise MasukanSalahError("Tanggalnya terlalu jauh. Periksa tahunnya.")
    return date(tahun, letak + 1, min(hari.day, monthrange(tahun, letak + 1)[1]))


def tindak_lanjut(
    *,
    predikat: Predikat,
    predikat_lalu: Predikat | None,
    jenis_jabatan: JenisJabatan,
    status: JenisPegawai,
    ditetapkan_pada: date,
    setahun_menjabat: bool = True,
    keadaan_kahar: bool = False,
    pemicu: Collection[Predikat] | None = None,
) -> tuple[Tindak, ...]:
    """The follow-ups that a yearly result asks for; none for an ordinary one.

    `predikat_lalu` is last year's (None: none known). `pemicu` is the instansi's own trigger set
    for this kind of post; None takes the shipped one. Sources: PP 30/2019, Peraturan BKN 3/2020.
    """
    hasil: list[Tindak] = []
    terbaik, _tahun, _untuk = PRIORITAS.pada(ditetapkan_pada).nilai
    if predikat == terbaik and predikat_lalu == terbaik:
        hasil.append(Tindak(JenisTindak.PRIORITAS, None, PRIORITAS.pada(ditetapkan_pada).dasar))
    if predikat in LEMAH:
        masa, picu = MASA_PERBAIKAN.pada(ditetapkan_pada), PEMICU_PERBAIKAN.pada(ditetapkan_pada)
        set_pemicu = picu.nilai[jenis_jabatan] if pemicu is None else frozenset(pemicu)
        # The six months of law are for PNS; a PPPK's agreement has its own rule.
        kena = (
            status == JenisPegawai.PNS
            and predikat in set_pemicu
            and not keadaan_kahar
            and (setahun_menjabat or jenis_jabatan not in _JPT)
        )
        hasil.append(
            Tindak(
                JenisTindak.PERBAIKAN if kena else JenisTindak.PEMBINAAN,
                tambah_bulan(ditetapkan_pada, masa.nilai["perbaikan"]),
                gabung_dasar(picu.dasar, masa.dasar),
            )
        )
    return tuple(hasil)


def perjanjian_pppk(
    *,
    selesai: date,
    pada: date,
    target_tercapai: bool = True,
    dinilai_tim: bool = False,
    bulan_persiapan: int = 1,
) -> HasilPerjanjian:
    """How an agreement that ends on `selesai` stands on `pada`.

    The proposal to extend is due six months before the end (PermenPANRB 70/2020); the agreement is
    on the review list `bulan_persiapan` months earlier. Ending it may be proposed only where both
    the superior and the Tim Penilai Kinerja found the target not reached (PP 49/2018).
    """
    aturan = PERJANJIAN_PPPK.pada(pada)
    usul = tambah_bulan(selesai, -aturan.nilai["bulan_usul"])
    mulai = tambah_bulan(selesai, -aturan.nilai["bulan_usul"] - bulan_persiapan)
    putus = PEMUTUSAN_PPPK.pada(pada)
    boleh = not target_tercapai and dinilai_tim
    return HasilPerjanjian(
        usul_paling_lambat=usul,
        masuk_daftar=mulai <= pada <= selesai,
        terlambat=usul < pada,
        usul_pemutusan=putus.nilai if boleh else "",
        dasar=gabung_dasar(aturan.dasar, putus.dasar) if boleh else aturan.dasar,
    )


def tidak_hadir(*, hari: int, berturut: int = 0, pada: date) -> HasilTidakHadir:
    """What PP 94/2021 lets one propose for `hari` working days away without valid reason in a year.

    `berturut` is the longest run of such days. Never a record: the superior examines first.
    """
    if hari < 0 or berturut < 0 or berturut > hari:
        raise MasukanSalahError("Hari berturut-turut paling banyak sama dengan jumlah harinya.")
    aturan = TIDAK_HADIR.pada(pada)
    for satu in reversed(aturan.nilai):
        if satu.dari <= hari or (satu.berturut is not None and berturut >= satu.berturut):
            return HasilTidakHadir(satu.tingkat, satu.hukuman, aturan.dasar)
    return HasilTidakHadir("", "", aturan.dasar)
