"""Does the evidence support the required pattern of a unit? Computed inside a run; a band leaves.

Pattern and matrix are law (``regulasi``), counting is the policy of ``evaluasi``: the same people
as on the distribution page. Of a unit only a band in tenths is returned, never a person's chance.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tera.core import clock
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi, LevelRating
from tera.evaluasi.selectors.distribusi import unit_dihitung
from tera.kalibrasi.models import Analisis, PilihanAlasan
from tera.kalibrasi.selectors.saran import NOMOR_TINGKAT
from tera.organisasi import kebijakan
from tera.organisasi.models import Periode
from tera.regulasi.distribusi import POLA_DISTRIBUSI, Batas, Pembulatan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import predikat_kinerja
from tera.stats import engine
from tera.stats.distribution import SMALL_UNIT

if TYPE_CHECKING:
    from tera.kalibrasi.services.masukan import Masukan

TAK_ADA = -1
#: From the lowest; the number of a predikat is its place here.
PREDIKAT = (
    Predikat.SANGAT_KURANG, Predikat.KURANG, Predikat.BUTUH_PERBAIKAN, Predikat.BAIK,
    Predikat.SANGAT_BAIK,
)  # fmt: skip
NOMOR = {satu: urut for urut, satu in enumerate(PREDIKAT)}


@dataclass(frozen=True, slots=True)
class MasukanPola:
    """What the pattern needs besides the ratings of a run, in the order of its evaluations.

    ``hasil`` (e,) rating hasil kerja decided, ``tempat`` (e,) row of the unit one counts at (-1
    none); ``daftar`` units with a capaian, ``level`` and ``batas`` of each; ``matriks`` (3, 3).
    """

    hasil: NDArray[np.int64]
    tempat: NDArray[np.int64]
    daftar: tuple[int, ...]
    level: tuple[str, ...]
    batas: tuple[tuple[engine.Limit, ...], ...]
    matriks: NDArray[np.int64]

    def sidik(self) -> bytes:
        """Return the SHA-256 of all of it."""
        isi = hashlib.sha256()
        for larik in (self.hasil, self.tempat, self.matriks):
            isi.update(np.ascontiguousarray(larik).tobytes())
        isi.update(repr((self.daftar, self.level, self.batas)).encode())
        return isi.digest()


@dataclass(frozen=True, slots=True)
class Pola:
    """One unit: band in tenths (-1 withheld) and why."""

    unit: int
    level: str
    pita: int
    alasan: str


def baca_pola(*, analisis: Analisis, evaluasi: Sequence[int]) -> MasukanPola:
    """Read who counts where and under which pattern; ``evaluasi``: the run's rows, in order."""
    periode = analisis.periode
    pada = clock.tanggal_di(analisis.diminta_at, analisis.instansi.zona)
    aturan = kebijakan.semua(instansi_id=analisis.instansi_id, pada=pada)
    capaian = _capaian(periode)
    dihitung = set(
        unit_dihitung(instansi_id=periode.instansi_id, aturan=aturan).values_list("pk", flat=True)
    )
    daftar = tuple(sorted(dihitung & set(capaian)))
    nomor = {pk: urut for urut, pk in enumerate(daftar)}
    hasil = np.full(len(evaluasi), TAK_ADA, np.int64)
    tempat = np.full(len(evaluasi), TAK_ADA, np.int64)
    letak = {pk: urut for urut, pk in enumerate(evaluasi)}
    for pk, rating, unit, path, memimpin in Evaluasi.objects.filter(periode=periode).values_list(
        "pk", "rating_hasil_kerja", "unit_id", "unit__path", "skp__penugasan__memimpin_unit"
    ):
        if pk not in letak:
            continue
        hasil[letak[pk]] = NOMOR_TINGKAT[LevelRating(rating)] if rating else TAK_ADA
        rantai = [int(bagian) for bagian in path.strip("/").split("/")[1:]]
        milik = next((satu for satu in reversed(rantai) if satu in dihitung), None)
        kepala = memimpin and unit == milik and not aturan["evaluasi.kepala_dihitung"]
        if milik in nomor and not kepala:
            tempat[letak[pk]] = nomor[milik]
    level = tuple(capaian[pk] for pk in daftar)
    return MasukanPola(
        hasil,
        tempat,
        daftar,
        level,
        tuple(_batas(satu, aturan, pada) for satu in level),
        matriks_predikat(pada),
    )


def _capaian(periode: Periode) -> dict[int, str]:
    return dict(CapaianOrganisasi.objects.filter(periode=periode).values_list("unit_id", "level"))


def matriks_predikat(pada: dt.date) -> NDArray[np.int64]:
    """Return the number of the predikat of each two ratings, hasil kerja down, perilaku across."""
    tingkat = [Rating(level) for level in NOMOR_TINGKAT]
    return np.array(
        [
            [
                NOMOR[
                    predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku, pada=pada).predikat
                ]
                for perilaku in tingkat
            ]
            for hasil in tingkat
        ],
        np.int64,
    )


def _batas(level: str, aturan: dict[str, Any], pada: dt.date) -> tuple[engine.Limit, ...]:
    terdekat = Pembulatan(aturan["evaluasi.pembulatan"]) == Pembulatan.TERDEKAT
    pola = POLA_DISTRIBUSI.pada(pada).nilai[Capaian(level)]
    return tuple(_limit(satu, terdekat) for satu in pola.batas)


def _limit(batas: Batas, terdekat: bool) -> engine.Limit:
    atas = batas.paling_banyak_persen is not None or batas.paling_banyak_orang is not None
    persen = batas.paling_banyak_persen if atas else batas.paling_sedikit_persen
    return engine.Limit(
        kind="max" if atas else "min",
        levels=tuple(sorted(NOMOR[satu] for satu in batas.predikat)),
        share=(persen or 0) / 100,
        people=batas.paling_banyak_orang if atas else batas.paling_sedikit_orang,
        nearest=terdekat,
    )


def hitung_pola(
    samping: engine.Beside,
    batas: NDArray[np.float64],
    masukan: "Masukan",
    *,
    cukup: NDArray[np.bool_],
    k: int,
) -> list[Pola]:
    """Return a band per unit; ``cukup`` (e,): evaluations beside which something may be said.

    Fewer than ``SMALL_UNIT`` or k people with evidence: no band, it would speak of each of them.
    """
    isi = masukan.pola
    if isi is None or not isi.daftar:
        return []
    peluang = np.array(samping.level_probability(batas))
    peluang[~cukup] = np.nan
    ada = (isi.hasil != TAK_ADA) & (masukan.putusan != TAK_ADA) & (isi.tempat != TAK_ADA)
    tempat = isi.tempat[ada]
    putusan = isi.matriks[isi.hasil[ada], masukan.putusan[ada]]
    akhir = engine.through_matrix(isi.hasil[ada], peluang[ada], isi.matriks)
    hasil = []
    for nomor, unit in enumerate(isi.daftar):
        milik = tempat == nomor
        satu = engine.support(putusan[milik], akhir[milik], isi.batas[nomor])
        alasan, pita = _boleh(satu, k)
        hasil.append(Pola(unit, isi.level[nomor], pita, alasan))
    return hasil


def _boleh(satu: engine.PatternSupport, k: int) -> tuple[str, int]:
    if satu.reason is not engine.Reason.ENOUGH:
        return tuple(PilihanAlasan)[int(satu.reason)].value, TAK_ADA
    if satu.people - satu.without_evidence < max(SMALL_UNIT, k):
        return PilihanAlasan.SEDIKIT_ORANG.value, TAK_ADA
    return PilihanAlasan.CUKUP.value, min(int(10 * satu.at_least), 9)
