"""Awards whose rule is law: Satyalancana Karya Satya by years of service and a clean record.

Instruments: UU 20/2009, PP 35/2010; the numbers under which SIASN keeps an award. Service counts
from the month of the TMT CPNS to the month of the proposal, without a break.

Tidak dimodelkan: loyalty, dedication, skill, honesty and discipline as a person judges them (the
committee does); the predikat that an instansi may ask for (its own criteria); the piagam of an
earlier degree, which is attached where it exists; awards that the President gives by selection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Kata, Predikat
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["JUDUL_SYARAT", "KODE_PENGHARGAAN", "SATYALANCANA", "SUMBER_SYARAT",
           "SYARAT_SATYALANCANA", "HasilSatyalancana", "HasilSyarat", "Jawaban", "Satyalancana",
           "SyaratSatyalancana", "TingkatSatyalancana", "kriteria_belum_pernah",
           "kriteria_bersih", "kriteria_capaian", "kriteria_masa_kerja", "kriteria_predikat",
           "masa_kerja_bulan", "satyalancana", "tingkat_tercapai"]  # fmt: skip

BULAN_SETAHUN = 12
#: How a decision's record names each criterion, and where its fact comes from.
JUDUL_SYARAT = {
    "status": "Status kepegawaian",
    "masa_kerja": "Masa kerja",
    "hukdis": "Hukuman disiplin",
    "cltn": "Cuti di luar tanggungan negara",
    "predikat": "Predikat kinerja",
    "capaian": "Capaian tercatat",
    "pernah": "Belum pernah menerima",
}
SUMBER_SYARAT = {
    "status": "Data pegawai",
    "masa_kerja": "Data pegawai (TMT CPNS)",
    "hukdis": "Rekam disiplin dan cuti",
    "cltn": "Rekam disiplin dan cuti",
    "predikat": "Hasil evaluasi yang final",
    "capaian": "Capaian yang diverifikasi atasan",
    "pernah": "Putaran penghargaan sebelumnya di Tera",
}


class TingkatSatyalancana(Kata):
    """Degree of the Satyalancana Karya Satya, by years of service."""

    X = "x"
    XX = "xx"
    XXX = "xxx"

    @property
    def label(self) -> str:
        """The degree in Roman numerals."""
        return self.value.upper()


class Jawaban(Kata):
    """How a condition came out; what isn't known is never taken for a yes or a no."""

    TERPENUHI = "terpenuhi"
    TIDAK_TERPENUHI = "tidak_terpenuhi"
    BELUM_DIKETAHUI = "belum_diketahui"


@dataclass(frozen=True, slots=True)
class Satyalancana:
    """One degree: years of service, the metal of its medal, its number at SIASN."""

    tahun: int
    medali: str
    kode_siasn: str


@dataclass(frozen=True, slots=True)
class SyaratSatyalancana:
    """Who may be proposed: statuses, levels of hukuman disiplin that exclude, whether CLTN does."""

    status: frozenset[str]
    hukdis_menggugurkan: frozenset[str]
    cltn_memutus: bool


@dataclass(frozen=True, slots=True)
class HasilSyarat:
    """One condition with its answer and the fact it was judged by, in words."""

    kunci: str
    jawaban: Jawaban
    keterangan: str


@dataclass(frozen=True, slots=True)
class HasilSatyalancana:
    """Every condition of one degree; nobody is awarded by it."""

    tingkat: TingkatSatyalancana
    masa_kerja_bulan: int | None
    syarat: tuple[HasilSyarat, ...]
    dasar: tuple[Dasar, ...]

    @property
    def layak(self) -> Jawaban:
        """One refusal decides; else one unknown leaves it open."""
        semua = {satu.jawaban for satu in self.syarat}
        for jawaban in (Jawaban.TIDAK_TERPENUHI, Jawaban.BELUM_DIKETAHUI):
            if jawaban in semua:
                return jawaban
        return Jawaban.TERPENUHI


def _tingkat(nilai: Any) -> Mapping[TingkatSatyalancana, Satyalancana]:
    hasil = {
        TingkatSatyalancana(kata): Satyalancana(
            int(isi["tahun"]), str(isi["medali"]), str(isi["kode_siasn"])
        )
        for kata, isi in nilai.items()
    }
    if set(hasil) != set(TingkatSatyalancana):
        raise ValueError("harus tiga tingkat")
    return hasil


def _syarat(nilai: Any) -> SyaratSatyalancana:
    return SyaratSatyalancana(
        frozenset(map(str, nilai["status"])),
        frozenset(map(str, nilai["hukdis_menggugurkan"])),
        bool(nilai["cltn_memutus"]),
    )


def _kode(nilai: Any) -> Mapping[str, str]:
    return {str(kode): str(nama) for kode, nama in nilai.items()}


SATYALANCANA = PUSTAKA.tabel("penghargaan.toml", "satyalancana", _tingkat)
SYARAT_SATYALANCANA = PUSTAKA.tabel("penghargaan.toml", "syarat_satyalancana", _syarat)
#: The numbers (`hargaId`) under which SIASN keeps an award, with their names.
KODE_PENGHARGAAN = PUSTAKA.tabel("penghargaan.toml", "kode_penghargaan", _kode)


def masa_kerja_bulan(*, tmt_cpns: date, pada: date) -> int:
    """Months of service from the month of the TMT CPNS to the month of `pada`.

    `MasukanSalahError` when the proposal lies before the service.
    """
    bulan = (pada.year - tmt_cpns.year) * BULAN_SETAHUN + pada.month - tmt_cpns.month
    if bulan < 0:
        raise MasukanSalahError(
            f"Bulan usul {pada.isoformat()} sebelum TMT CPNS {tmt_cpns.isoformat()}. "
            "Periksa kedua tanggalnya."
        )
    return bulan


def tingkat_tercapai(*, tmt_cpns: date, pada: date) -> TingkatSatyalancana | None:
    """The highest degree whose years of service are reached in the month of `pada`."""
    bulan = masa_kerja_bulan(tmt_cpns=tmt_cpns, pada=pada)
    cukup = [
        tingkat
        for tingkat, isi in SATYALANCANA.pada(pada).nilai.items()
        if bulan >= isi.tahun * BULAN_SETAHUN
    ]
    return max(cukup, key=list(TingkatSatyalancana).index, default=None)


def satyalancana(
    *,
    tingkat: TingkatSatyalancana,
    status: str,
    tmt_cpns: date | None,
    tanggal_usul: date,
    hukdis: bool | None,
    cltn: bool | None,
) -> HasilSatyalancana:
    """Every condition of `tingkat` for one person proposed in the month of `tanggal_usul`.

    `hukdis`: whether a hukuman disiplin sedang or berat was ever given; `cltn`: whether a CLTN was
    ever taken; None for both: nobody looked yet. Source: PP 35/2010 as the regions print it.
    """
    tingkatan, syarat = SATYALANCANA.pada(tanggal_usul), SYARAT_SATYALANCANA.pada(tanggal_usul)
    perlu = tingkatan.nilai[tingkat].tahun
    pns = status in syarat.nilai.status
    bulan: int | None = None
    if tmt_cpns is None:
        masa = HasilSyarat("masa_kerja", Jawaban.BELUM_DIKETAHUI, "TMT CPNS belum tercatat.")
    else:
        bulan = masa_kerja_bulan(tmt_cpns=tmt_cpns, pada=tanggal_usul)
        masa = HasilSyarat(
            "masa_kerja",
            _ya(bulan >= perlu * BULAN_SETAHUN),
            f"{bulan // BULAN_SETAHUN} tahun {bulan % BULAN_SETAHUN} bulan sejak TMT CPNS "
            f"sampai bulan usul; syaratnya {perlu} tahun.",
        )
    return HasilSatyalancana(
        tingkat,
        bulan,
        (
            HasilSyarat(
                "status",
                _ya(pns),
                "Berstatus PNS." if pns else "Bukan PNS; penghargaan ini hanya untuk PNS.",
            ),
            masa,
            _bersih(
                "hukdis",
                hukdis,
                "Pernah dijatuhi hukuman disiplin tingkat sedang atau berat.",
                "Tidak pernah dijatuhi hukuman disiplin tingkat sedang atau berat.",
                "Rekam hukuman disiplin belum diperiksa.",
            ),
            _bersih(
                "cltn",
                cltn if syarat.nilai.cltn_memutus else False,
                "Pernah cuti di luar tanggungan negara, jadi masa kerjanya terputus.",
                "Tidak pernah cuti di luar tanggungan negara.",
                "Rekam cuti di luar tanggungan negara belum diperiksa.",
            ),
        ),
        gabung_dasar(tingkatan.dasar, syarat.dasar),
    )


def _ya(benar: bool) -> Jawaban:
    return Jawaban.TERPENUHI if benar else Jawaban.TIDAK_TERPENUHI


def _bersih(kunci: str, ada: bool | None, kena: str, bersih: str, belum: str) -> HasilSyarat:
    if ada is None:
        return HasilSyarat(kunci, Jawaban.BELUM_DIKETAHUI, belum)
    return HasilSyarat(kunci, _ya(not ada), kena if ada else bersih)


def kriteria_masa_kerja(*, tmt_cpns: date | None, pada: date, tahun: int) -> HasilSyarat:
    """An instansi's own criterion: at least `tahun` years of service in the month of `pada`."""
    if tmt_cpns is None or tmt_cpns > pada:
        return HasilSyarat("masa_kerja", Jawaban.BELUM_DIKETAHUI, "TMT CPNS belum tercatat.")
    bulan = masa_kerja_bulan(tmt_cpns=tmt_cpns, pada=pada)
    return HasilSyarat(
        "masa_kerja",
        _ya(bulan >= tahun * BULAN_SETAHUN),
        f"{bulan // BULAN_SETAHUN} tahun {bulan % BULAN_SETAHUN} bulan; syaratnya {tahun} tahun.",
    )


def kriteria_predikat(
    *, hasil: Mapping[int, Predikat], tahun: int, jumlah: int, minimal: Predikat
) -> HasilSyarat:
    """An instansi's own criterion: `minimal` or better in the last `jumlah` years.

    The year `tahun` counts only when its result is final; otherwise the years before it. One
    final result below refuses; a year without a final result leaves it open.
    """
    akhir = tahun if tahun in hasil else tahun - 1
    daftar = range(akhir - jumlah + 1, akhir + 1)
    urut = list(Predikat)
    boleh = set(urut[: urut.index(minimal) + 1])
    if any(satu in hasil and hasil[satu] not in boleh for satu in daftar):
        jawaban = Jawaban.TIDAK_TERPENUHI
    elif any(satu not in hasil for satu in daftar):
        jawaban = Jawaban.BELUM_DIKETAHUI
    else:
        jawaban = Jawaban.TERPENUHI
    kata = "; ".join(
        f"{satu}: {hasil[satu].label if satu in hasil else 'belum ada'}" for satu in daftar
    )
    syarat = minimal.label if len(boleh) == 1 else f"{minimal.label} atau lebih"
    return HasilSyarat(
        "predikat", jawaban, f"{kata}. Syaratnya {syarat} {jumlah} tahun berturut-turut."
    )


def kriteria_capaian(*, jumlah: int, minimal: int, tahun: int) -> HasilSyarat:
    """An instansi's own criterion: at least `minimal` verified achievements in `tahun`."""
    return HasilSyarat(
        "capaian",
        _ya(jumlah >= minimal),
        f"{jumlah} capaian diverifikasi pada {tahun}; syaratnya {minimal}.",
    )


def kriteria_bersih(*, hukdis: bool | None) -> HasilSyarat:
    """An instansi's own criterion: never a hukuman disiplin sedang or berat.

    None: nobody looked yet.
    """
    return _bersih(
        "hukdis",
        hukdis,
        "Pernah dijatuhi hukuman disiplin tingkat sedang atau berat.",
        "Tidak pernah dijatuhi hukuman disiplin tingkat sedang atau berat.",
        "Rekam hukuman disiplin belum diperiksa.",
    )


def kriteria_belum_pernah(*, sudah: bool) -> HasilSyarat:
    """Nobody receives one degree twice, as far as Tera knows."""
    return HasilSyarat(
        "pernah",
        _ya(not sudah),
        "Sudah menerima tingkat ini." if sudah else "Belum tercatat menerima tingkat ini.",
    )
