"""Whether a holder of a JF may rise in jenjang and pangkat, condition by condition, and when.

Instrument: PermenPANRB 1/2023 Pasal 30 and 37-41, Peraturan BKN 3/2023, PP 99/2000 Pasal 13,
Peraturan BKN 4/2025 (and 4/2023) for the days of a kenaikan pangkat. Every condition is met, not
met, or unknown; the law proposes, an official decides. Where both needs are reached the jenjang
comes first, then the pangkat with the same angka kredit (after the rise: of the closed ledger).

Tidak dimodelkan: pangkat istimewa, hukuman disiplin, the limits of education, who decides, KP
reguler, PPPK (no pangkat by angka kredit).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tera.regulasi.akumulasi import GOLONGAN_JENJANG
from tera.regulasi.angka_kredit import AKK_KENAIKAN_JENJANG, AKK_KENAIKAN_PANGKAT, SEPERSERATUS
from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.golongan import GOLONGAN_PNS
from tera.regulasi.kategori import Jenjang, Kata, Predikat
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["PERIODE_PANGKAT", "SYARAT_JENJANG", "TAHUN_JENJANG", "TAHUN_PANGKAT",
           "TAHUN_PREDIKAT_JENJANG", "TAHUN_PREDIKAT_PANGKAT", "TANPA_LOWONGAN", "FaktaJF",
           "HasilSyarat", "Kelayakan", "KuncianSyarat", "Putusan", "Syarat", "jenjang_berikut",
           "jenjang_sebelum", "kelayakan_kenaikan", "tambah_tahun",
           "tmt_kenaikan_pangkat"]  # fmt: skip

TAHUN_PANGKAT = PUSTAKA.tabel("angka_kredit.toml", "tahun_pangkat", int)
TAHUN_PREDIKAT_PANGKAT = PUSTAKA.tabel("angka_kredit.toml", "tahun_predikat_pangkat", int)
TAHUN_PREDIKAT_JENJANG = PUSTAKA.tabel("angka_kredit.toml", "tahun_predikat_jenjang", int)
TAHUN_JENJANG = PUSTAKA.tabel("angka_kredit.toml", "tahun_jenjang", int)
SYARAT_JENJANG = PUSTAKA.tabel("angka_kredit.toml", "syarat_jenjang", tuple)


def _tanpa_lowongan(nilai: Any) -> tuple[int, bool]:
    return int(nilai["kali"]), bool(nilai["uji_kompetensi"])


#: How many times, and whether the uji kompetensi must be passed.
TANPA_LOWONGAN = PUSTAKA.tabel("angka_kredit.toml", "tanpa_lowongan", _tanpa_lowongan)
PERIODE_PANGKAT = PUSTAKA.tabel("angka_kredit.toml", "periode_pangkat", tuple)

_BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
          "September", "Oktober", "November", "Desember")  # fmt: skip
_BAIK = (Predikat.SANGAT_BAIK, Predikat.BAIK)
_KETERAMPILAN = (Jenjang.PEMULA, Jenjang.TERAMPIL, Jenjang.MAHIR, Jenjang.PENYELIA)
_KEAHLIAN = (Jenjang.AHLI_PERTAMA, Jenjang.AHLI_MUDA, Jenjang.AHLI_MADYA, Jenjang.AHLI_UTAMA)


class HasilSyarat(Kata):
    """What is known of a condition."""

    TERPENUHI = "terpenuhi"
    BELUM = "belum"
    BELUM_DIKETAHUI = "belum_diketahui"


class KuncianSyarat(Kata):
    """The conditions by name."""

    ANGKA_KREDIT = "angka_kredit"
    MASA_PANGKAT = "masa_pangkat"
    MASA_JENJANG = "masa_jenjang"
    PREDIKAT = "predikat"
    LOWONGAN = "lowongan"
    UJI_KOMPETENSI = "uji_kompetensi"
    JENJANG_DAHULU = "jenjang_dahulu"


class Putusan(Kata):
    """What the law allows: may be considered, not yet, an official must decide, or the top."""

    DAPAT = "dapat"
    BELUM = "belum"
    KEPUTUSAN_PEJABAT = "keputusan_pejabat"
    PUNCAK = "puncak"


@dataclass(frozen=True, slots=True)
class FaktaJF:
    """What is known of the person; None: not known.

    `predikat` by calendar year; `tmt_jenjang` the day the jenjang began.
    """

    tmt_pangkat: date | None = None
    tmt_jenjang: date | None = None
    predikat: Mapping[int, Predikat] | None = None
    lowongan: bool | None = None
    lulus_uji: bool | None = None
    pernah_tanpa_lowongan: bool | None = None
    #: The ledger that a kenaikan jenjang closed: its jenjang, and what it held (None: not known).
    jenjang_asal: Jenjang | None = None
    jumlah_asal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Syarat:
    """One condition; `rincian` says in a sentence what was found."""

    kunci: KuncianSyarat
    hasil: HasilSyarat
    rincian: str
    dasar: tuple[Dasar, ...]


@dataclass(frozen=True, slots=True)
class Arah:
    """One of the two rises: its answer, where it leads (empty at the top), and the conditions."""

    putusan: Putusan
    tujuan: str
    kebutuhan: Decimal | None
    kelebihan: Decimal | None
    syarat: tuple[Syarat, ...]
    dari_asal: bool = False  #: the amounts are of the ledger that the kenaikan jenjang closed


@dataclass(frozen=True, slots=True)
class Kelayakan:
    """Both rises; `urutan` names those that may be considered now, in the order of the law."""

    pangkat: Arah
    jenjang: Arah
    urutan: tuple[str, ...]
    dasar: tuple[Dasar, ...]


def jenjang_berikut(jenjang: Jenjang) -> Jenjang | None:
    """The next jenjang of the same kategori; None at its top."""
    daftar = _KETERAMPILAN if jenjang in _KETERAMPILAN else _KEAHLIAN
    return next(iter(daftar[daftar.index(jenjang) + 1 :]), None)


def jenjang_sebelum(jenjang: Jenjang) -> Jenjang | None:
    """The jenjang that a kenaikan jenjang left for this one; None at the bottom."""
    return next((satu for satu in Jenjang if jenjang_berikut(satu) is jenjang), None)


def tambah_tahun(hari: date, tahun: int) -> date:
    """The same day `tahun` years later; 29 February becomes 1 March."""
    try:
        return hari.replace(year=hari.year + tahun)
    except ValueError:
        return date(hari.year + tahun, 3, 1)


def tmt_kenaikan_pangkat(pada: date) -> tuple[date, tuple[Dasar, ...]]:
    """The first day of a period on or after `pada`, by the law of that day, and its basis."""
    tahun, bulan = pada.year, pada.month
    while True:
        hari = date(tahun, bulan, 1)
        if hari >= pada:
            ketentuan = PERIODE_PANGKAT.pada(hari)
            if bulan in ketentuan.nilai:
                return hari, ketentuan.dasar
        tahun, bulan = (tahun, bulan + 1) if bulan < 12 else (tahun + 1, 1)


def kelayakan_kenaikan(
    *, jenjang: Jenjang, golongan: str, jumlah: Decimal, fakta: FaktaJF, pada: date
) -> Kelayakan:
    """What `jumlah` angka kredit in `jenjang` with `golongan` allows on the day `pada`.

    `MasukanSalahError` for a golongan that no PNS has or a negative sum. A golongan outside the
    jenjang is answered: its pangkat is left to an official.
    """
    if golongan not in GOLONGAN_PNS.pada(pada).nilai:
        raise MasukanSalahError(
            f"Golongan {golongan} bukan golongan ruang PNS. Tulis seperti III/c."
        )
    if jumlah < 0:
        raise MasukanSalahError("Jumlah angka kredit tidak bisa negatif. Periksa barisnya.")
    naik = _jenjang(jenjang, jumlah, fakta, pada)
    pangkat = _pangkat(jenjang, golongan, jumlah, fakta, pada, naik)
    urutan = tuple(
        nama
        for nama, arah in (("jenjang", naik), ("pangkat", pangkat))
        if arah.putusan is Putusan.DAPAT
    )
    return Kelayakan(
        pangkat,
        naik,
        urutan,
        gabung_dasar(*(s.dasar for arah in (naik, pangkat) for s in arah.syarat)),
    )


def _jenjang(jenjang: Jenjang, jumlah: Decimal, fakta: FaktaJF, pada: date) -> Arah:
    berikut = jenjang_berikut(jenjang)
    if berikut is None:
        return Arah(Putusan.PUNCAK, "", None, None, ())
    akk = AKK_KENAIKAN_JENJANG.pada(pada)
    butuh = akk.nilai[jenjang].quantize(SEPERSERATUS)
    lama, lain = TAHUN_JENJANG.pada(pada), SYARAT_JENJANG.pada(pada)
    predikat = TAHUN_PREDIKAT_JENJANG.pada(pada)
    syarat = [
        _angka(jumlah, butuh, akk.dasar),
        _masa(KuncianSyarat.MASA_JENJANG, fakta.tmt_jenjang, lama.nilai, pada, lama.dasar),
        _predikat(fakta, predikat.nilai, pada, predikat.dasar),
    ]
    if "lowongan" in lain.nilai:
        syarat.append(
            _ya(KuncianSyarat.LOWONGAN, fakta.lowongan, lain.dasar,
                "Lowongan jenjang berikutnya tersedia.",
                "Lowongan jenjang berikutnya tidak tersedia.",
                "Belum tercatat apakah lowongannya ada.")
        )  # fmt: skip
    if "uji_kompetensi" in lain.nilai:
        syarat.append(_uji(fakta, lain.dasar))
    return Arah(_putusan(syarat), berikut.value, butuh, jumlah - butuh, tuple(syarat))


def _pangkat(
    jenjang: Jenjang, golongan: str, jumlah: Decimal, fakta: FaktaJF, pada: date, naik: Arah
) -> Arah:
    daftar = GOLONGAN_JENJANG.pada(pada).nilai[jenjang]
    akk = AKK_KENAIKAN_PANGKAT.pada(pada)
    urut = list(GOLONGAN_PNS.pada(pada).nilai)
    letak = urut.index(golongan) + 1
    tujuan = urut[letak] if letak < len(urut) else ""
    lama, predikat = TAHUN_PANGKAT.pada(pada), TAHUN_PREDIKAT_PANGKAT.pada(pada)
    umum = [
        _masa(KuncianSyarat.MASA_PANGKAT, fakta.tmt_pangkat, lama.nilai, pada, lama.dasar),
        _predikat(fakta, predikat.nilai, pada, predikat.dasar),
    ]
    if golongan not in daftar:
        asal = fakta.jenjang_asal
        if asal is not None and golongan == GOLONGAN_JENJANG.pada(pada).nilai[asal][-1]:
            return _pangkat_sesudah_jenjang(asal, golongan, tujuan, fakta, umum, pada)
        return _pangkat_di_luar_jenjang(jenjang, golongan, tujuan, fakta, umum, pada)
    terakhir = golongan == daftar[-1]
    if terakhir and naik.putusan is Putusan.PUNCAK:
        return Arah(Putusan.PUNCAK, "", None, None, ())
    butuh = (akk.nilai[jenjang] * (daftar.index(golongan) + 1)).quantize(SEPERSERATUS)
    syarat = [_angka(jumlah, butuh, akk.dasar), *umum]
    if terakhir:
        syarat.append(_lewat_jenjang(fakta, naik, pada))
    putusan = _putusan(syarat)
    # Without a vacancy an official decides, where everything else is met.
    if terakhir and putusan is Putusan.DAPAT and naik.putusan is not Putusan.DAPAT:
        putusan = Putusan.KEPUTUSAN_PEJABAT
    return Arah(putusan, tujuan, butuh, jumlah - butuh, tuple(syarat))


def _pangkat_sesudah_jenjang(
    asal: Jenjang, golongan: str, tujuan: str, fakta: FaktaJF, umum: Sequence[Syarat], pada: date
) -> Arah:
    """The jenjang rose first: the same angka kredit count for the pangkat that follows it."""
    akk = AKK_KENAIKAN_PANGKAT.pada(pada)
    urutan = GOLONGAN_JENJANG.pada(pada).nilai[asal].index(golongan) + 1
    butuh = (akk.nilai[asal] * urutan).quantize(SEPERSERATUS)
    teks = f"Jenjang sudah naik dari {asal.label}; pangkat menyusul dengan angka kredit yang sama."
    hukum = SYARAT_JENJANG.pada(pada).dasar
    dahulu = Syarat(KuncianSyarat.JENJANG_DAHULU, HasilSyarat.TERPENUHI, teks, hukum)
    if fakta.jumlah_asal is None:
        teks = f"Angka kredit akhir jenjang {asal.label} belum tercatat (butuh {_tulis(butuh)})."
        tak_tahu = HasilSyarat.BELUM_DIKETAHUI
        angka = Syarat(KuncianSyarat.ANGKA_KREDIT, tak_tahu, teks, akk.dasar)
        return Arah(Putusan.KEPUTUSAN_PEJABAT, tujuan, None, None, (angka, *umum, dahulu))
    syarat = (_angka(fakta.jumlah_asal, butuh, akk.dasar), *umum, dahulu)
    return Arah(_putusan(syarat), tujuan, butuh, fakta.jumlah_asal - butuh, syarat, True)


def _pangkat_di_luar_jenjang(
    jenjang: Jenjang, golongan: str, tujuan: str, fakta: FaktaJF, umum: Sequence[Syarat], pada: date
) -> Arah:
    """An official decides, unless the pangkat above the jenjang was given once already."""
    daftar, urut = GOLONGAN_JENJANG.pada(pada).nilai[jenjang], list(GOLONGAN_PNS.pada(pada).nilai)
    if fakta.pernah_tanpa_lowongan and urut.index(golongan) > urut.index(daftar[-1]):
        teks = (
            "Kenaikan pangkat tanpa lowongan sudah pernah dipakai; hanya satu kali. Pangkat "
            "berikutnya menunggu kenaikan jenjang."
        )
        aturan = TANPA_LOWONGAN.pada(pada)
        sekali = Syarat(KuncianSyarat.JENJANG_DAHULU, HasilSyarat.BELUM, teks, aturan.dasar)
        return Arah(Putusan.BELUM, tujuan, None, None, (*umum, sekali))
    beda = Syarat(
        KuncianSyarat.JENJANG_DAHULU,
        HasilSyarat.BELUM_DIKETAHUI,
        f"Golongan {golongan} di luar jenjang {jenjang.label} ({', '.join(daftar)}): "
        "pejabat yang berwenang memutuskan dengan berkas penetapannya.",
        AKK_KENAIKAN_PANGKAT.pada(pada).dasar,
    )
    return Arah(Putusan.KEPUTUSAN_PEJABAT, tujuan, None, None, (*umum, beda))


def _lewat_jenjang(fakta: FaktaJF, naik: Arah, pada: date) -> Syarat:
    """The pangkat above the jenjang: the next jenjang first, or once without a vacancy."""
    aturan = TANPA_LOWONGAN.pada(pada)
    _kali, wajib_uji = aturan.nilai

    def jawab(hasil: HasilSyarat, teks: str) -> Syarat:
        return Syarat(KuncianSyarat.JENJANG_DAHULU, hasil, teks, aturan.dasar)

    if naik.putusan is Putusan.DAPAT:
        return jawab(
            HasilSyarat.TERPENUHI,
            "Naik jenjang lebih dahulu, lalu pangkat dengan angka kredit yang sama.",
        )
    if fakta.lowongan is not False:
        return jawab(
            HasilSyarat.BELUM if fakta.lowongan else HasilSyarat.BELUM_DIKETAHUI,
            "Pangkat berikutnya ada di jenjang berikutnya: kenaikan jenjang didahulukan.",
        )
    if fakta.pernah_tanpa_lowongan:
        return jawab(
            HasilSyarat.BELUM,
            "Kenaikan pangkat tanpa lowongan sudah pernah dipakai; hanya satu kali.",
        )
    if wajib_uji and fakta.lulus_uji is not True:
        return jawab(
            HasilSyarat.BELUM if fakta.lulus_uji is False else HasilSyarat.BELUM_DIKETAHUI,
            "Tanpa lowongan, kenaikan pangkat menunggu lulus uji kompetensi.",
        )
    return jawab(
        HasilSyarat.TERPENUHI,
        "Lowongan tidak ada: pangkat boleh naik satu tingkat, satu kali, tanpa naik jenjang. "
        "Pejabat yang memutuskan.",
    )


def _putusan(syarat: Sequence[Syarat]) -> Putusan:
    semua = all(satu.hasil is HasilSyarat.TERPENUHI for satu in syarat)
    return Putusan.DAPAT if semua else Putusan.BELUM


def _angka(jumlah: Decimal, butuh: Decimal, dasar: tuple[Dasar, ...]) -> Syarat:
    if jumlah >= butuh:
        teks = f"Angka kredit {_tulis(jumlah)} dari {_tulis(butuh)}: cukup."
        return Syarat(KuncianSyarat.ANGKA_KREDIT, HasilSyarat.TERPENUHI, teks, dasar)
    teks = f"Angka kredit {_tulis(jumlah)} dari {_tulis(butuh)}: kurang {_tulis(butuh - jumlah)}."
    return Syarat(KuncianSyarat.ANGKA_KREDIT, HasilSyarat.BELUM, teks, dasar)


def _masa(
    kunci: KuncianSyarat, sejak: date | None, tahun: int, pada: date, dasar: tuple[Dasar, ...]
) -> Syarat:
    hal = "pangkat terakhir" if kunci is KuncianSyarat.MASA_PANGKAT else "jenjang sekarang"
    if sejak is None:
        return Syarat(kunci, HasilSyarat.BELUM_DIKETAHUI, f"TMT {hal} belum tercatat.", dasar)
    genap = tambah_tahun(sejak, tahun)
    hasil = HasilSyarat.TERPENUHI if genap <= pada else HasilSyarat.BELUM
    return Syarat(kunci, hasil, f"{tahun} tahun dalam {hal} genap pada {_hari(genap)}.", dasar)


def _predikat(fakta: FaktaJF, tahun: int, pada: date, dasar: tuple[Dasar, ...]) -> Syarat:
    daftar = range(pada.year - tahun, pada.year)
    ada = fakta.predikat or {}
    kunci = KuncianSyarat.PREDIKAT
    kurang = [f"{t}: {ada[t].label}" for t in daftar if t in ada and ada[t] not in _BAIK]
    if kurang:
        teks = f"Predikat di bawah Baik dalam {tahun} tahun terakhir ({', '.join(kurang)})."
        return Syarat(kunci, HasilSyarat.BELUM, teks, dasar)
    hilang = [str(t) for t in daftar if t not in ada]
    if hilang:
        teks = f"Predikat tahun {', '.join(hilang)} belum final atau belum tercatat."
        return Syarat(kunci, HasilSyarat.BELUM_DIKETAHUI, teks, dasar)
    isi = ", ".join(f"{t}: {ada[t].label}" for t in daftar)
    return Syarat(kunci, HasilSyarat.TERPENUHI, f"Predikat sekurang-kurangnya Baik ({isi}).", dasar)


def _ya(
    kunci: KuncianSyarat,
    isi: bool | None,
    dasar: tuple[Dasar, ...],
    ya: str,
    tidak: str,
    tanpa: str,
) -> Syarat:
    if isi is None:
        return Syarat(kunci, HasilSyarat.BELUM_DIKETAHUI, tanpa, dasar)
    if isi:
        return Syarat(kunci, HasilSyarat.TERPENUHI, ya, dasar)
    return Syarat(kunci, HasilSyarat.BELUM, tidak, dasar)


def _uji(fakta: FaktaJF, dasar: tuple[Dasar, ...]) -> Syarat:
    return _ya(
        KuncianSyarat.UJI_KOMPETENSI, fakta.lulus_uji, dasar,
        "Lulus uji kompetensi.",
        "Belum lulus uji kompetensi.",
        "Hasil uji kompetensi belum tercatat.",
    )  # fmt: skip


def _hari(hari: date) -> str:
    return f"{hari.day} {_BULAN[hari.month - 1]} {hari.year}"


def _tulis(angka: Decimal) -> str:
    return str(angka.quantize(SEPERSERATUS)).replace(".", ",")
