"""What practice showed in a semester: between units, and case by case; groups of five or more."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import QuerySet
from scipy.special import stdtrit

from tera.bimtek.isi import KODE_NILAI, Kasus
from tera.bimtek.kelompok import (
    KELOMPOK_MINIMUM,
    bulat_bagian,
    bulat_persen,
    kelompok_aman,
    nilai_tengah,
)
from tera.bimtek.models import JenisSesi, PenilaianKasus, PotretBimtek, SesiLatihan
from tera.bimtek.selectors.isi import kasus_instansi
from tera.bimtek.selectors.latihan import kunci_panel
from tera.core.aktor import Aktor
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors import unit_utama
from tera.stats.agreement import krippendorff

#: From this share of equal ratings a case teaches little; to that one it is hard.
MUDAH, SULIT = 90, 45
#: Under this agreement of the experts a case has no clear key.
ALPHA_KABUR = 0.4


@dataclass(slots=True)
class _Orang:
    """One person's ratings of a semester: counts, and key minus rating over the last session."""

    sama: int = 0
    semua: int = 0
    selisih: int = 0
    per_kasus: dict[tuple[str, int], tuple[list[int], list[int]]] = field(default_factory=dict)

    @property
    def bagian_sama(self) -> float:
        return self.sama / self.semua

    @property
    def ketat(self) -> float:
        return self.selisih / self.semua


def semester(pada: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the half year of ``pada``."""
    if pada.month <= 6:
        return dt.date(pada.year, 1, 1), dt.date(pada.year, 6, 30)
    return dt.date(pada.year, 7, 1), dt.date(pada.year, 12, 31)


def semester_sebelum(pada: dt.date) -> tuple[dt.date, dt.date]:
    """Return the half year that ended last before ``pada``."""
    return semester(semester(pada)[0] - dt.timedelta(days=1))


def daftar_potret(*, aktor: Aktor) -> QuerySet[PotretBimtek]:
    """Return what was kept of the semesters that are over, oldest first."""
    return PotretBimtek.objects.filter(instansi_id=aktor.instansi_id).order_by("mulai")


def hitung_semester(*, instansi_id: int, mulai: dt.date, selesai: dt.date) -> dict[str, Any]:
    """Return the figures of a semester; of each person the last session of it counts.

    Units are the OPD of each person's post on the last day; people without one are in the rest.
    """
    orang = _orang(instansi_id, mulai, selesai)
    hasil: dict[str, Any] = {
        "orang": len(orang) if len(orang) >= KELOMPOK_MINIMUM else 0,
        "unit": [],
        "sisa": None,
        "kasus": [],
    }
    if len(orang) < KELOMPOK_MINIMUM:
        return hasil
    per_opd = _per_opd(orang, selesai)
    tampil, sisa = kelompok_aman(per_opd)
    nama = {
        satu.pk: satu.nama for satu in UnitKerja.objects.filter(pk__in=[pk for pk in tampil if pk])
    }
    # People without a unit are nobody's group: with them nothing is shown by a name.
    hasil["unit"] = [
        {"unit": pk, "nama": nama.get(pk, ""), **_angka(anggota)} for pk, anggota in tampil.items()
    ]
    hasil["sisa"] = _angka(sisa) if sisa else None
    hasil["semua"] = _angka(list(orang.values())) if tampil or sisa else None
    hasil["kasus"] = _kasus(instansi_id, list(orang.values()))
    return hasil


def _orang(instansi_id: int, mulai: dt.date, selesai: dt.date) -> dict[int, _Orang]:
    """The ratings of each person, of the sessions finished in the semester: two queries."""
    semua = {
        pk: (pegawai, hasil["kunci"])
        for pk, pegawai, hasil in SesiLatihan.objects.filter(
            instansi_id=instansi_id,
            jenis=JenisSesi.LATIHAN,
            selesai_pada__range=(mulai, selesai),
        )
        .order_by("selesai_pada", "pk")
        .values_list("pk", "pegawai_id", "hasil")
    }
    per_sesi: dict[int, list[tuple[str, int, list[int]]]] = {}
    for sesi, kasus, versi, tingkat in (
        PenilaianKasus.objects.filter(
            sesi__instansi_id=instansi_id,
            sesi__jenis=JenisSesi.LATIHAN,
            sesi__selesai_pada__range=(mulai, selesai),
        )
        .order_by()
        .values_list("sesi_id", "kasus", "versi", "tingkat")
    ):
        per_sesi.setdefault(sesi, []).append((kasus, versi, tingkat))
    hasil_orang: dict[int, _Orang] = {}
    # In the order of their days: the last session is the one that counts.
    for pk, (pegawai, kunci) in semua.items():
        orang = hasil_orang.setdefault(pegawai, _Orang())
        orang.sama = orang.semua = orang.selisih = 0
        for kasus, versi, tingkat in per_sesi[pk]:
            benar: list[int] = kunci[kasus]
            orang.semua += len(benar)
            orang.sama += sum(a == b for a, b in zip(tingkat, benar, strict=True))
            orang.selisih += sum(b - a for a, b in zip(tingkat, benar, strict=True))
            orang.per_kasus[kasus, versi] = (tingkat, benar)
    return hasil_orang


def _per_opd(orang: Mapping[int, _Orang], pada: dt.date) -> dict[int, list[_Orang]]:
    unit = unit_utama(daftar_pegawai=sorted(orang), pada=pada)
    hasil: dict[int, list[_Orang]] = {}
    for pk, satu in orang.items():
        tempat = unit.get(pk)
        kunci = (tempat.opd_id or tempat.pk) if tempat is not None else 0
        hasil.setdefault(kunci, []).append(satu)
    return hasil


def _angka(daftar: Sequence[_Orang]) -> dict[str, Any]:
    """The figures of a group: people, middle agreement in steps, leaning of strictness in words."""
    return {
        "orang": len(daftar),
        "sama": bulat_persen(nilai_tengah(satu.bagian_sama for satu in daftar), 1),
        "arah": _arah([satu.ketat for satu in daftar]),
    }


def _arah(ketat: Sequence[float]) -> str:
    """``ketat`` or ``longgar`` where the 90 % interval of the group's mean excludes zero."""
    data = np.asarray(ketat, float)
    lebar = float(stdtrit(data.size - 1, 0.95) * data.std(ddof=1) / math.sqrt(data.size))
    if data.mean() - lebar > 0:
        return "ketat"
    return "longgar" if data.mean() + lebar < 0 else "seimbang"


def _kasus(instansi_id: int, orang: Sequence[_Orang]) -> list[dict[str, Any]]:
    """Each case that five people rated: shares of its ratings, value by value, and the panel."""
    isi: dict[tuple[str, int], list[tuple[list[int], list[int]]]] = {}
    for satu in orang:
        for kasus, tanda in satu.per_kasus.items():
            isi.setdefault(kasus, []).append(tanda)
    alpha = _alpha(instansi_id)
    hasil = []
    for (kode, versi), daftar in sorted(isi.items()):
        if len(daftar) < KELOMPOK_MINIMUM:
            continue
        beda = np.asarray([tanda for tanda, _kunci in daftar]) - np.asarray(
            [kunci for _tanda, kunci in daftar]
        )
        sama, rendah, tinggi = bulat_bagian(
            [int((beda == 0).sum()), int((beda < 0).sum()), int((beda > 0).sum())]
        )
        hasil.append(
            {
                "kode": kode,
                "versi": versi,
                "orang": len(daftar),
                "sama": sama,
                "rendah": rendah,
                "tinggi": tinggi,
                "alpha": alpha.get((kode, versi)),
                "kata": kata_kasus(sama, alpha.get((kode, versi))),
                "nilai": [
                    bulat_persen(float((beda[:, n] == 0).sum()), len(daftar))
                    for n in range(len(KODE_NILAI))
                ],
            }
        )
    return hasil


def kata_kasus(sama: int, alpha: float | None) -> str:
    """Return what a case is by its share of equal ratings (percent) and its panel's agreement."""
    if alpha is not None and alpha < ALPHA_KABUR:
        return "kabur"
    return "mudah" if sama >= MUDAH else "sulit" if sama <= SULIT else "sedang"


def _alpha(instansi_id: int) -> dict[tuple[str, int], float]:
    """How well the experts agree on each case they keyed."""
    kasus: dict[str, Kasus] = kasus_instansi(instansi_id=instansi_id)
    hasil = {}
    for kode, kunci in kunci_panel(instansi_id=instansi_id, kasus=kasus.values()).items():
        alpha = krippendorff([list(satu) for satu in kunci.penilaian], "ordinal")
        if not math.isnan(alpha):
            hasil[kode, kasus[kode].versi] = round(alpha, 2)
    return hasil
