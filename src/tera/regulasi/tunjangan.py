"""Tukin and TPP: how an instansi's own rule turns predikat and attendance into a factor.

Instruments: PP 94/2021 Pasal 8 (hukuman disiplin sedang); the payment rules of four ministries as
examples to start from. Each instansi pays by a rule of its own, so the rule is an argument here:
weights, factors, the month in which a predikat begins to count, rounding. Tera exports factors;
the amount is payroll's.

Tidak dimodelkan: the pagu of a kelas jabatan (Perpres, Perkada), indices of a region, the tables
of attendance cuts (their sum comes in), of what the 35 % for a month without any daily report is
cut (LH/BPLH: not read; the instansi's rule says both), taxes, and whether a hukuman disiplin's
months were extended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Kata, Predikat
from tera.regulasi.pemuat import PUSTAKA, angka_desimal

__all__ = ["HUKDIS_SEDANG", "PRASET", "PRASET_KEMENBUD", "PRASET_KEMENTAN", "PRASET_KLHK",
           "PRASET_LH_BPLH", "AturanTunjangan", "Dikenai", "FaktorTunjangan", "HukdisSedang",
           "PembulatanRupiah", "SaatBerlaku", "bulatkan_rupiah", "faktor_tunjangan",
           "predikat_bulan"]  # fmt: skip

SATU = Decimal(1)
NOL = Decimal(0)
BULAN_SETAHUN = 12


class Dikenai(Kata):
    """What the factor of a predikat is applied to."""

    BOBOT_KINERJA = "bobot_kinerja"
    JUMLAH = "jumlah"


class SaatBerlaku(Kata):
    """From when a predikat counts in the pay."""

    BULAN_SAMA = "bulan_sama"
    BULAN_BERIKUT = "bulan_berikut"
    TAHUN_BERIKUT = "tahun_berikut"


class PembulatanRupiah(Kata):
    """How the last rupiah is rounded."""

    TERDEKAT = "terdekat"
    KE_BAWAH = "ke_bawah"
    KE_ATAS = "ke_atas"


_CARA = {
    PembulatanRupiah.TERDEKAT: ROUND_HALF_UP,
    PembulatanRupiah.KE_BAWAH: ROUND_FLOOR,
    PembulatanRupiah.KE_ATAS: ROUND_CEILING,
}


@dataclass(frozen=True, slots=True)
class AturanTunjangan:
    """An instansi's rule; fractions from 0 to 1.

    Attributes:
        bobot_kinerja, bobot_kehadiran: together 1.
        faktor_predikat: empty when the predikat doesn't change the pay.
        faktor_laporan: (most daily reports not as expected or None for the rest, factor), rising;
            empty when reports aren't counted.
        potongan_tanpa_laporan: taken off ``tanpa_laporan_dikenai`` in a month without any daily
            report; 0: not cut.
        potongan_hukdis: taken off within the months of a hukuman disiplin sedang.
    """

    bobot_kinerja: Decimal
    bobot_kehadiran: Decimal
    faktor_predikat: Mapping[Predikat, Decimal] = field(default_factory=dict)
    dikenai: Dikenai = Dikenai.BOBOT_KINERJA
    saat_berlaku: SaatBerlaku = SaatBerlaku.BULAN_SAMA
    faktor_laporan: tuple[tuple[int | None, Decimal], ...] = ()
    potongan_tanpa_laporan: Decimal = NOL
    tanpa_laporan_dikenai: Dikenai = Dikenai.BOBOT_KINERJA
    faktor_cpns: Decimal = SATU
    potongan_hukdis: Decimal = Decimal("0.25")
    pembulatan: PembulatanRupiah = PembulatanRupiah.TERDEKAT

    def __post_init__(self) -> None:
        """Refuse a rule that could not be meant."""
        if self.bobot_kinerja + self.bobot_kehadiran != SATU:
            raise MasukanSalahError(
                "Bobot kinerja dan bobot kehadiran harus berjumlah 100 %. Betulkan salah satunya."
            )
        semua = (
            self.bobot_kinerja,
            self.bobot_kehadiran,
            self.faktor_cpns,
            self.potongan_tanpa_laporan,
            self.potongan_hukdis,
            *(faktor for _sampai, faktor in self.faktor_laporan),
        )
        if not all(NOL <= satu <= SATU for satu in semua):
            raise MasukanSalahError("Bobot, faktor, dan potongan harus antara 0 % dan 100 %.")
        if any(not NOL <= satu <= 2 for satu in self.faktor_predikat.values()):
            raise MasukanSalahError("Faktor predikat harus antara 0 % dan 200 %.")
        if self.faktor_predikat and set(self.faktor_predikat) != set(Predikat):
            raise MasukanSalahError("Faktor predikat harus diisi untuk kelima predikat.")

    @property
    def memakai_predikat(self) -> bool:
        """Whether the predikat changes the pay."""
        return any(satu != SATU for satu in self.faktor_predikat.values())


@dataclass(frozen=True, slots=True)
class FaktorTunjangan:
    """The factor of one person in one month, with its parts."""

    faktor: Decimal
    predikat: Decimal
    kinerja: Decimal
    kehadiran: Decimal
    cpns: Decimal
    hukdis: Decimal
    laporan: Decimal = SATU
    tanpa_laporan: Decimal = SATU


@dataclass(frozen=True, slots=True)
class HukdisSedang:
    """The cut of a hukuman disiplin sedang and the lengths it may have, in months."""

    potongan: Decimal
    bulan: tuple[int, ...]


def _hukdis(nilai: Any) -> HukdisSedang:
    return HukdisSedang(angka_desimal(nilai["potongan"]), tuple(int(b) for b in nilai["bulan"]))


def _praset(nilai: Any) -> Mapping[str, Any]:
    """The fields of `AturanTunjangan` that were read; a missing one must be filled in."""
    hasil: dict[str, Any] = {}
    for nama, isi in nilai.items():
        if nama == "faktor_predikat":
            hasil[nama] = {Predikat(kata): angka_desimal(f) for kata, f in isi.items()}
        elif nama == "faktor_laporan":
            hasil[nama] = tuple((satu.get("sampai"), angka_desimal(satu["faktor"])) for satu in isi)
        elif nama == "dikenai":
            hasil[nama] = Dikenai(isi)
        elif nama == "saat_berlaku":
            hasil[nama] = SaatBerlaku(isi)
        elif nama in {"bobot_kinerja", "bobot_kehadiran", "faktor_cpns"}:
            hasil[nama] = angka_desimal(isi)
        else:
            raise ValueError(f"{nama} bukan bagian aturan")
    return hasil


HUKDIS_SEDANG = PUSTAKA.tabel("tunjangan.toml", "hukdis_sedang", _hukdis)
PRASET_KEMENTAN = PUSTAKA.tabel("tunjangan.toml", "praset_kementan", _praset)
PRASET_KEMENBUD = PUSTAKA.tabel("tunjangan.toml", "praset_kemenbud", _praset)
PRASET_LH_BPLH = PUSTAKA.tabel("tunjangan.toml", "praset_lh_bplh", _praset)
PRASET_KLHK = PUSTAKA.tabel("tunjangan.toml", "praset_klhk", _praset)
#: Payment rules that were read, to start an instansi's own from.
PRASET = {
    "kementan": PRASET_KEMENTAN,
    "kemenbud": PRASET_KEMENBUD,
    "lh_bplh": PRASET_LH_BPLH,
    "klhk": PRASET_KLHK,
}


def faktor_tunjangan(
    *,
    aturan: AturanTunjangan,
    predikat: Predikat | None,
    capaian: Decimal = SATU,
    potongan_kehadiran: Decimal = NOL,
    cpns: bool = False,
    hukdis_sedang: bool = False,
    laporan_tidak_sesuai: int = 0,
    tanpa_laporan: bool = False,
) -> FaktorTunjangan:
    """The share of the pagu that is paid in one month.

    `capaian` is a fraction of the month's work, `potongan_kehadiran` the sum of attendance cuts,
    `tanpa_laporan` a month without any daily report. `MasukanSalahError` when the rule needs a
    predikat and there is none: a missing one is never taken for a bad one.
    """
    if not NOL <= capaian <= SATU:
        raise MasukanSalahError("Capaian harus antara 0 % dan 100 %.")
    if tanpa_laporan and laporan_tidak_sesuai:
        raise MasukanSalahError(
            "Bulan tanpa laporan tidak bisa punya laporan yang tidak sesuai. Betulkan salah "
            "satunya."
        )
    if potongan_kehadiran < NOL:
        raise MasukanSalahError("Potongan kehadiran tidak boleh negatif.")
    if aturan.memakai_predikat and predikat is None:
        raise MasukanSalahError(
            "Belum ada predikat yang berlaku untuk bulan ini, jadi faktornya belum bisa dihitung. "
            "Tetapkan hasil evaluasinya dulu; tanpa predikat tidak dianggap nol."
        )
    f_predikat = aturan.faktor_predikat.get(predikat, SATU) if predikat else SATU
    f_laporan = _faktor_laporan(aturan, laporan_tidak_sesuai)
    f_tanpa = SATU - aturan.potongan_tanpa_laporan if tanpa_laporan else SATU
    kinerja = capaian * f_laporan
    jumlah = SATU
    for f_satu, dikenai in (
        (f_predikat, aturan.dikenai),
        (f_tanpa, aturan.tanpa_laporan_dikenai),
    ):
        if dikenai is Dikenai.BOBOT_KINERJA:
            kinerja *= f_satu
        else:
            jumlah *= f_satu
    kehadiran = max(NOL, SATU - potongan_kehadiran)
    f_cpns = aturan.faktor_cpns if cpns else SATU
    f_hukdis = SATU - aturan.potongan_hukdis if hukdis_sedang else SATU
    dasar = aturan.bobot_kinerja * kinerja + aturan.bobot_kehadiran * kehadiran
    return FaktorTunjangan(
        faktor=dasar * jumlah * f_cpns * f_hukdis,
        predikat=f_predikat,
        kinerja=kinerja,
        kehadiran=kehadiran,
        cpns=f_cpns,
        hukdis=f_hukdis,
        laporan=f_laporan,
        tanpa_laporan=f_tanpa,
    )


def _faktor_laporan(aturan: AturanTunjangan, jumlah: int) -> Decimal:
    if jumlah < 0:
        raise MasukanSalahError("Jumlah laporan yang tidak sesuai tidak boleh negatif.")
    if not aturan.faktor_laporan or jumlah == 0:
        return SATU
    for sampai, faktor in aturan.faktor_laporan:
        if sampai is None or jumlah <= sampai:
            return faktor
    return aturan.faktor_laporan[-1][1]


def bulatkan_rupiah(jumlah: Decimal, pembulatan: PembulatanRupiah) -> Decimal:
    """A whole number of rupiah."""
    return jumlah.quantize(SATU, rounding=_CARA[pembulatan])


def predikat_bulan(
    *, saat_berlaku: SaatBerlaku, tahun: int, bulan: int, daftar: Sequence[MasaPredikat]
) -> MasaPredikat | None:
    """The predikat that counts in the pay of a month; None when none does yet.

    `bulan_sama`: of the period that holds the month. `bulan_berikut`: of the last period that
    ended before it, not more than a year back. `tahun_berikut`: of the year before, the period
    that ended last.
    """
    letak = tahun * BULAN_SETAHUN + bulan
    if saat_berlaku is SaatBerlaku.BULAN_SAMA:
        cocok = [
            s for s in daftar if s.tahun == tahun and s.bulan_mulai <= bulan <= s.bulan_selesai
        ]
        # The shortest period speaks most closely of the month.
        return min(cocok, key=lambda s: s.bulan_selesai - s.bulan_mulai, default=None)
    if saat_berlaku is SaatBerlaku.BULAN_BERIKUT:
        cocok = [s for s in daftar if 0 < letak - _akhir(s) <= BULAN_SETAHUN]
    else:
        cocok = [s for s in daftar if s.tahun == tahun - 1]
    # A period that covers more of the same year speaks for it: the yearly result.
    return max(cocok, key=lambda s: (_akhir(s), s.bulan_selesai - s.bulan_mulai), default=None)


def _akhir(masa: MasaPredikat) -> int:
    return masa.tahun * BULAN_SETAHUN + masa.bulan_selesai


def bulan_pertama(*, saat_berlaku: SaatBerlaku, masa: MasaPredikat) -> date:
    """The first day of the first month in which the predikat of `masa` counts."""
    if saat_berlaku is SaatBerlaku.BULAN_SAMA:
        return date(masa.tahun, masa.bulan_mulai, 1)
    if saat_berlaku is SaatBerlaku.TAHUN_BERIKUT or masa.bulan_selesai == BULAN_SETAHUN:
        return date(masa.tahun + 1, 1, 1)
    return date(masa.tahun, masa.bulan_selesai + 1, 1)
