"""From the arrays of a run to the little that may leave it: bands, own strictness, lists, counts.

The estimate itself lives only inside ``hitung``; no value of a person is returned or stored.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tera.kalibrasi.models import Analisis, ArahUnit, PilihanAlasan
from tera.kalibrasi.services.masukan import TAK_ADA, Masukan
from tera.kalibrasi.services.pola import Pola, hitung_pola
from tera.kalibrasi.services.sidik import sidik_kosong
from tera.stats import engine

#: Raised whenever the numbers of the engine change: a run of another version isn't comparable.
#: 2: contrasts of seven groups instead of one, corrected together, in steps of a twentieth; keyed
#: digests; decisions of a unit of fewer than k people aren't listed.
VERSI_MESIN = "2"
#: In the order of the codes of ``tera.stats.evidence.Reason``.
ALASAN = tuple(PilihanAlasan)
#: The what-if of another standard moves both ends by so many of a hundred people.
GESER = 5
#: Teams of up to so many people, and larger ones, are of one size.
BESAR_TIM = (5, 15)
TERBANYAK = 45
Kabar = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Saran:
    """Bands of one evaluation in tenths (-1 withheld), why, and where a reason is asked for."""

    evaluasi: int
    pita: tuple[int, int, int]
    alasan: str
    tanya: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Keketatan:
    """One rater's strictness in tenths of a level with its 90 percent interval, or why not."""

    penilai: int
    nilai: int | None
    bawah: int | None
    atas: int | None
    jumlah_pegawai: int
    jumlah_lain: int
    jumlah_serupa: int
    alasan: str


@dataclass(frozen=True, slots=True)
class Tanda:
    """A unit on one list: how many decisions, and how many of a hundred on the list are wrong."""

    unit: int
    arah: str
    jumlah: int
    salah_dari_seratus: int
    urut: int


@dataclass(frozen=True, slots=True)
class Hasil:
    """All that a run leaves; ``ringkasan`` whole numbers about the organisation."""

    saran: list[Saran] = field(default_factory=list)
    keketatan: list[Keketatan] = field(default_factory=list)
    tanda: list[Tanda] = field(default_factory=list)
    ringkasan: dict[str, Any] = field(default_factory=dict)
    pola: list[Pola] = field(default_factory=list)

    def sidik(self) -> str:
        """Return the keyed digest of the outcome in canonical form."""
        # As ``asdict``, which copies each value deeply: a third of a second at 10,000 people.
        isi = {
            "saran": _kamus(Saran, self.saran),
            "keketatan": _kamus(Keketatan, self.keketatan),
            "tanda": _kamus(Tanda, self.tanda),
            "ringkasan": self.ringkasan,
            "pola": _kamus(Pola, self.pola),
        }
        teks = json.dumps(isi, sort_keys=True, separators=(",", ":"))
        isi_sidik = sidik_kosong()
        isi_sidik.update(teks.encode())
        return isi_sidik.hexdigest()


def _kamus(jenis: type[Any], daftar: Iterable[Any]) -> list[dict[str, Any]]:
    nama = [satu.name for satu in fields(jenis)]
    return [{kolom: getattr(satu, kolom) for kolom in nama} for satu in daftar]


def hitung(
    *,
    masukan: Masukan,
    bagian: tuple[float, float, float],
    benih: int,
    k: int,
    kabar: Kabar = lambda _tahap: None,
) -> Hasil:
    """Run the engine over one input; the same input, seed and standard give the same outcome."""
    if not masukan.pegawai:
        return Hasil(ringkasan={"putaran": masukan.putaran, "musnah": masukan.musnah})
    kabar(Analisis.Tahap.MENGHITUNG)
    taksiran = engine.estimate(
        masukan.rater, masukan.ratee, masukan.relation, masukan.items,
        n_ratee=len(masukan.pegawai), n_rater=max(masukan.n_rater, 1), unit=masukan.unit,
        seed=benih,
    )  # fmt: skip
    batas = engine.cuts_of_shares(bagian)
    samping = engine.beside(taksiran, masukan.orang, masukan.penentu)
    saran = _saran(taksiran, samping, batas, masukan, k)
    keketatan = _keketatan(taksiran, batas, masukan, k)
    kabar(Analisis.Tahap.MEMERIKSA)
    tanda = _tanda(taksiran, samping, batas, masukan, k)
    cukup = np.array([satu.alasan == PilihanAlasan.CUKUP for satu in saran], bool)
    pola = hitung_pola(samping, batas, masukan, cukup=cukup, k=k)
    ringkasan = _ringkasan(taksiran, samping, bagian, masukan, benih, saran)
    return Hasil(saran, keketatan, tanda, ringkasan, pola)


def _saran(
    taksiran: engine.FacetEstimate,
    samping: engine.Beside,
    batas: NDArray[np.float64],
    masukan: Masukan,
    k: int,
) -> list[Saran]:
    satu = engine.advise(
        taksiran, batas, masukan.orang, decider=masukan.penentu, k=k, evidence=samping
    )
    # What is asked for depends on the level decided later: each of the three is kept.
    return [
        Saran(
            evaluasi,
            (pita[0], pita[1], pita[2]),
            ALASAN[alasan].value,
            tuple(tingkat for tingkat, ya in enumerate(tanya) if ya),
        )
        for evaluasi, pita, alasan, tanya in zip(
            masukan.evaluasi, satu.band.tolist(), satu.reason.tolist(), satu.ask_at.tolist(),
            strict=True,
        )
    ]  # fmt: skip


def _keketatan(
    taksiran: engine.FacetEstimate, batas: NDArray[np.float64], masukan: Masukan, k: int
) -> list[Keketatan]:
    hasil = []
    ciri = _ciri(masukan)
    for nomor in np.flatnonzero(ciri[:, 0] != TAK_ADA).tolist():
        # Beside raters of the most similar units that are enough of them; else beside all.
        for banyak in range(ciri.shape[1], 0, -1):
            serupa = np.flatnonzero((ciri[:, :banyak] == ciri[nomor, :banyak]).all(1))
            satu = engine.strictness(taksiran, nomor, batas, similar=serupa, k=k)
            if satu.reason is not engine.Reason.FEW_SIMILAR:
                break
        else:
            satu = engine.strictness(taksiran, nomor, batas, k=k)
        hasil.append(
            Keketatan(
                masukan.penilai[nomor],
                _persepuluh(satu.value),
                _persepuluh(satu.low),
                _persepuluh(satu.high),
                satu.people,
                satu.others,
                satu.similar,
                ALASAN[satu.reason].value,
            )
        )
    return hasil


def _ciri(masukan: Masukan) -> NDArray[np.int64]:
    """What makes raters' units similar, (raters, 3), the most telling first; -1 decides nothing.

    Kind of unit and kind of post of most of the people decided about (of a tie the lowest number),
    and how many they are: up to 5, up to 15, more.
    """
    ciri = np.full((max(masukan.n_rater, 1), 3), TAK_ADA, np.int64)
    memutus = masukan.penentu != TAK_ADA
    penentu, orang = masukan.penentu[memutus], masukan.orang[memutus]
    if not penentu.size:
        return ciri
    siapa, banyak = np.unique(penentu, return_counts=True)
    for kolom, nilai in enumerate(
        (masukan.jenis_unit[masukan.unit[orang]], masukan.keluarga[orang] - TAK_ADA)
    ):
        hitung = np.zeros((ciri.shape[0], int(nilai.max()) + 1), np.int64)
        np.add.at(hitung, (penentu, nilai), 1)
        ciri[siapa, kolom] = hitung[siapa].argmax(1)
    ciri[siapa, 2] = np.searchsorted(BESAR_TIM, banyak)
    return ciri


def _persepuluh(nilai: float) -> int | None:
    return round(10 * nilai) if np.isfinite(nilai) else None


def _tanda(
    taksiran: engine.FacetEstimate,
    samping: engine.Beside,
    batas: NDArray[np.float64],
    masukan: Masukan,
    k: int,
) -> list[Tanda]:
    terakhir = _terakhir(masukan)
    penentu, putusan = masukan.penentu[terakhir], masukan.putusan[terakhir]
    agenda = engine.agenda(
        taksiran, batas, unit=masukan.unit, head=_kepala(masukan, penentu), decider=penentu,
        decided=putusan, k=k, evidence=samping.rows(terakhir),
    )  # fmt: skip
    hasil = []
    for urut, unit in enumerate(agenda.order.tolist()):
        ketat = ArahUnit.KETAT if agenda.head[unit] > 0 else ArahUnit.LONGGAR
        # In a smaller unit a decision on the list would be somebody everybody can name.
        ramai = bool(agenda.people[unit] >= k)
        for jumlah, arah, salah in (
            (int(agenda.head[unit] != 0), ketat, agenda.false_heads),
            (ramai * int(agenda.above[unit]), ArahUnit.LEBIH_TINGGI, agenda.false_people),
            (ramai * int(agenda.below[unit]), ArahUnit.LEBIH_RENDAH, agenda.false_people),
        ):
            if jumlah:
                hasil.append(
                    Tanda(masukan.daftar_unit[unit], arah.value, jumlah, round(100 * salah), urut)
                )
    return hasil


def _terakhir(masukan: Masukan) -> NDArray[np.int64]:
    """Row of each ratee's last evaluation of the period: everybody here has one."""
    terakhir = np.full(len(masukan.pegawai), TAK_ADA, np.int64)
    terakhir[masukan.orang] = np.arange(masukan.orang.size)
    return terakhir


def _kepala(masukan: Masukan, penentu: NDArray[np.int64]) -> NDArray[np.int64]:
    """Per unit the penilai of most of its people; of several the one with the lowest number."""
    kepala = np.full(len(masukan.daftar_unit), TAK_ADA, np.int64)
    ada = penentu != TAK_ADA
    pasangan, banyak = np.unique(
        np.stack([masukan.unit[ada], penentu[ada]]), axis=1, return_counts=True
    )
    unit, siapa = pasangan
    urut = np.lexsort((siapa, -banyak, unit))
    daftar, awal = np.unique(unit[urut], return_index=True)
    kepala[daftar] = siapa[urut][awal]
    return kepala


def _ringkasan(
    taksiran: engine.FacetEstimate,
    samping: engine.Beside,
    bagian: tuple[float, float, float],
    masukan: Masukan,
    benih: int,
    saran: list[Saran],
) -> dict[str, Any]:
    batas = engine.cuts_of_shares(bagian)
    sehat = engine.graph_health(taksiran, batas, masukan.kedua, seed=benih)
    return {
        "kontras": _kontras(taksiran, masukan),
        "standar_lain": _standar_lain(samping, bagian),
        "putaran": masukan.putaran,
        "musnah": masukan.musnah,
        "berpita": sum(satu.alasan == PilihanAlasan.CUKUP for satu in saran),
        "dinilai": sehat.rated,
        "satu_penilai": sehat.one_rater,
        "cukup": sehat.enough,
        "cukup_sesudah": sehat.enough_after,
        "komponen": sehat.components,
        "tambahan": sehat.added,
        "pasti": _seratus(sehat.certain),
        "pasti_sesudah": _seratus(sehat.certain_after),
        "alasan": ALASAN[sehat.reason].value,
    }


def _kontras(taksiran: engine.FacetEstimate, masukan: Masukan) -> dict[str, Any]:
    """Superiors' ratings of each group beside the others' of the same people, in hundredths of sd.

    ``tampak``: still there when all comparisons that could be made are looked at together (Holm).
    In steps of a twentieth: finer ones could show that a single answer changed.
    """
    daftar = {
        nama: engine.group_contrast(taksiran, larik) for nama, larik in masukan.kelompok.items()
    }
    terlihat = [nama for nama, satu in daftar.items() if satu.reason is engine.Reason.ENOUGH]
    tampak = engine.holm([daftar[nama].p for nama in terlihat])
    hasil = {}
    for nama, satu in daftar.items():
        cukup = nama in terlihat
        hasil[nama] = {
            "selisih": _per_dua_puluh(satu.difference),
            "bawah": _per_dua_puluh(satu.low),
            "atas": _per_dua_puluh(satu.high),
            "terlihat": _per_dua_puluh(satu.detectable),
            # A group under the floor isn't counted out either.
            "jumlah": satu.in_group if cukup else None,
            "lain": satu.others if cukup else None,
            "tampak": cukup and bool(tampak[terlihat.index(nama)]),
            "alasan": ALASAN[satu.reason].value,
        }
    return hasil


def _per_dua_puluh(nilai: float) -> int | None:
    return 5 * round(20 * nilai) if np.isfinite(nilai) else None


def _standar_lain(
    samping: engine.Beside, bagian: tuple[float, float, float]
) -> list[dict[str, Any]]:
    """How many people the evidence puts at each level, as it is and under two other standards."""
    hasil = []
    for geser in (0, GESER, -GESER):
        bawah, atas = round(100 * bagian[0]) + geser, round(100 * bagian[2]) - geser
        if not 1 <= bawah <= TERBANYAK or not 1 <= atas <= TERBANYAK:
            continue
        standar = (bawah, 100 - bawah - atas, atas)
        batas = engine.cuts_of_shares(tuple(satu / 100 for satu in standar))
        jumlah = engine.expected_levels(samping.level_probability(batas))
        if jumlah.reason is engine.Reason.ENOUGH:
            hasil.append(
                {"standar": list(standar), "jumlah": [round(satu) for satu in jumlah.expected]}
            )
    return hasil


def _seratus(bagian: float) -> int | None:
    """Return how many of a hundred, None where nothing is known."""
    return round(100 * bagian) if np.isfinite(bagian) else None
