"""The past of a jabatan fungsional: what one brings in, which month belongs where, higher degrees.

Instrument: Peraturan BKN 3/2023 (perpindahan, Lampiran I and II), PermenPANRB 1/2023 Pasal 37-41.
A month belongs to the jenjang that stands on its first day and is converted once; where a part of
a period is converted already, only the rest is, run by run. A kenaikan jenjang begins again at 0.

Tidak dimodelkan: the table of Lampiran II angka 3 (golongan that doesn't fit the jenjang), and the
AK of the conventional method.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tera.regulasi.akumulasi import GOLONGAN_JENJANG, MasaPredikat
from tera.regulasi.angka_kredit import (
    AKK_KENAIKAN_PANGKAT,
    BULAN_SETAHUN,
    SEPERSERATUS,
    AngkaKredit,
    angka_kredit,
)
from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Jenjang, Kata
from tera.regulasi.pemuat import PUSTAKA, angka_desimal

__all__ = ["AK_DASAR", "PERSEN_PENDIDIKAN", "TAHUN_PERPINDAHAN", "BagianKonversi", "MasaJF",
           "Perpindahan", "TingkatPendidikan", "ak_dasar", "ak_pendidikan", "ak_perpindahan",
           "bagi_masa"]  # fmt: skip


def _per_golongan(nilai: Any) -> Mapping[str, Decimal]:
    return {golongan: angka_desimal(angka) for golongan, angka in nilai.items()}


AK_DASAR = PUSTAKA.tabel("angka_kredit.toml", "ak_dasar", _per_golongan)
TAHUN_PERPINDAHAN = PUSTAKA.tabel("angka_kredit.toml", "tahun_perpindahan", int)
PERSEN_PENDIDIKAN = PUSTAKA.tabel("angka_kredit.toml", "persen_pendidikan", angka_desimal)


class TingkatPendidikan(Kata):
    """Level of a degree, lowest first."""

    SMA = "sma"
    D1 = "d1"
    D2 = "d2"
    D3 = "d3"
    S1 = "s1"
    S2 = "s2"
    S3 = "s3"

    @property
    def label(self) -> str:
        """`SMA sederajat`, `D-III`, `S1/D-IV`, `S2`."""
        return {
            "sma": "SMA sederajat", "d1": "D-I", "d2": "D-II", "d3": "D-III", "s1": "S1/D-IV",
        }.get(self.value, self.value.upper())  # fmt: skip


@dataclass(frozen=True, slots=True)
class MasaJF:
    """One jenjang from a day (TMT) to a day, both included; `selesai` None: still held."""

    jenjang: Jenjang
    mulai: date
    selesai: date | None = None

    def memuat(self, tahun: int, bulan: int) -> bool:
        """Whether the first day of the month lies in it."""
        hari = date(tahun, bulan, 1)
        return self.mulai <= hari and (self.selesai is None or hari <= self.selesai)


@dataclass(frozen=True, slots=True)
class BagianKonversi:
    """A run of months of one predikat in one jenjang (`urutan` in the list given), converted."""

    urutan: int
    masa: MasaPredikat
    konversi: AngkaKredit


@dataclass(frozen=True, slots=True)
class Tambahan:
    """An amount of angka kredit with its basis."""

    nilai: Decimal
    dasar: tuple[Dasar, ...]


@dataclass(frozen=True, slots=True)
class Perpindahan:
    """What somebody brings into a JF: AK dasar, the converted years, their sum, and the basis."""

    ak_dasar: Decimal
    bagian: tuple[BagianKonversi, ...]
    dasar: tuple[Dasar, ...]

    @property
    def konversi(self) -> Decimal:
        """The sum of the converted years."""
        return sum((satu.konversi.nilai for satu in self.bagian), Decimal("0.00"))

    @property
    def nilai(self) -> Decimal:
        """All that is brought in."""
        return self.ak_dasar + self.konversi


def bagi_masa(
    *,
    daftar_masa: Sequence[MasaJF],
    predikat: MasaPredikat,
    terpakai: Collection[tuple[int, int]] = (),
) -> tuple[BagianKonversi, ...]:
    """The months of `predikat` split by jenjang, without those in `terpakai` ((year, month)).

    Months that no jenjang holds give nothing. Each run is rounded by itself. `MasukanSalahError`
    for months outside one year or jenjang that overlap.
    """
    if not 1 <= predikat.bulan_mulai <= predikat.bulan_selesai <= BULAN_SETAHUN:
        raise MasukanSalahError(
            f"Bulan {predikat.bulan_mulai} sampai {predikat.bulan_selesai} tahun "
            f"{predikat.tahun} bukan masa di dalam satu tahun. Pisahkan per tahun."
        )
    ruas: list[tuple[int, int, int]] = []
    for bulan in range(predikat.bulan_mulai, predikat.bulan_selesai + 1):
        milik = [n for n, masa in enumerate(daftar_masa) if masa.memuat(predikat.tahun, bulan)]
        if len(milik) > 1:
            raise MasukanSalahError(
                f"Bulan {bulan} tahun {predikat.tahun} berada di dua jenjang. Betulkan tanggal "
                "masa jenjangnya."
            )
        if not milik or (predikat.tahun, bulan) in terpakai:
            continue
        if ruas and ruas[-1][0] == milik[0] and ruas[-1][2] == bulan - 1:
            ruas[-1] = (milik[0], ruas[-1][1], bulan)
        else:
            ruas.append((milik[0], bulan, bulan))
    return tuple(
        BagianKonversi(
            urutan,
            MasaPredikat(predikat.tahun, awal, akhir, predikat.predikat),
            angka_kredit(
                jenjang=daftar_masa[urutan].jenjang,
                predikat=predikat.predikat,
                bulan=akhir - awal + 1,
                pada=date(predikat.tahun, akhir, 28),
            ),
        )
        for urutan, awal, akhir in ruas
    )


def ak_dasar(*, jenjang: Jenjang, golongan: str, pada: date) -> Tambahan:
    """AK dasar for entering `jenjang` with `golongan`.

    `MasukanSalahError` where the golongan doesn't belong to the jenjang: then the table of
    Lampiran II angka 3 counts, which is not held here.
    """
    daftar = GOLONGAN_JENJANG.pada(pada).nilai[jenjang]
    if golongan not in daftar:
        raise MasukanSalahError(
            f"Golongan {golongan} tidak sesuai dengan jenjang {jenjang.label} "
            f"({', '.join(daftar)}). Angka kreditnya menurut tabel Lampiran II angka 3 Peraturan "
            "BKN 3/2023, yang belum tercatat di sini: isi angkanya dari surat penetapannya."
        )
    ketentuan = AK_DASAR.pada(pada)
    return Tambahan(ketentuan.nilai[golongan].quantize(SEPERSERATUS), ketentuan.dasar)


def ak_perpindahan(
    *,
    jenjang: Jenjang,
    golongan: str,
    baris: Sequence[MasaPredikat],
    pangkat_tertinggi: bool,
    pada: date,
) -> Perpindahan:
    """Angka kredit of somebody who moves into a JF: predikat in the last golongan plus AK dasar.

    `baris`: the predikat since the TMT of the last golongan. With the highest pangkat of the
    jabatan administrasi only the last three years count.
    """
    dasar = ak_dasar(jenjang=jenjang, golongan=golongan, pada=pada)
    batas = TAHUN_PERPINDAHAN.pada(pada)
    urut = sorted(baris, key=lambda masa: (masa.tahun, masa.bulan_mulai))
    if pangkat_tertinggi:
        tahun = sorted({masa.tahun for masa in urut})[-batas.nilai :]
        urut = [masa for masa in urut if masa.tahun in tahun]
    terpakai: set[tuple[int, int]] = set()
    hitungan: list[BagianKonversi] = []
    for masa in urut:
        bulan = {(masa.tahun, b) for b in range(masa.bulan_mulai, masa.bulan_selesai + 1)}
        if terpakai & bulan:
            raise MasukanSalahError(
                f"Bulan di tahun {masa.tahun} dihitung dua kali. Betulkan masa predikatnya."
            )
        terpakai |= bulan
        hitungan += bagi_masa(daftar_masa=[MasaJF(jenjang, date.min)], predikat=masa)
    hukum = [dasar.dasar, *(satu.konversi.dasar for satu in hitungan)]
    return Perpindahan(
        dasar.nilai,
        tuple(hitungan),
        gabung_dasar(*hukum, *([batas.dasar] if pangkat_tertinggi else [])),
    )


def ak_pendidikan(
    *,
    jenjang: Jenjang,
    tingkat: TingkatPendidikan,
    sudah: Collection[TingkatPendidikan],
    pada: date,
) -> Tambahan:
    """The addition for a higher degree in `jenjang`, once per degree.

    `MasukanSalahError` for a degree that counted before (`sudah`) or lies below one that did.
    """
    urutan = list(TingkatPendidikan)
    if any(urutan.index(tingkat) <= urutan.index(lama) for lama in sudah):
        raise MasukanSalahError(
            f"Tambahan angka kredit untuk ijazah {tingkat.label} ditolak: ijazah yang sama atau "
            "lebih tinggi sudah pernah dihitung. Tambahannya hanya sekali."
        )
    persen, akk = PERSEN_PENDIDIKAN.pada(pada), AKK_KENAIKAN_PANGKAT.pada(pada)
    nilai = (persen.nilai * akk.nilai[jenjang] / 100).quantize(SEPERSERATUS, ROUND_HALF_UP)
    return Tambahan(nilai, gabung_dasar(persen.dasar, akk.dasar))
