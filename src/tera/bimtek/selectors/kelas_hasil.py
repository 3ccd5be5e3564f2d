"""Before and after a class: one's own in full, the class's as figures of at least five people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tera.bimtek.isi import KODE_NILAI
from tera.bimtek.kelompok import (
    KELOMPOK_MINIMUM,
    bulat_bagian,
    bulat_persen,
    kata_bagian,
    nilai_tengah,
)
from tera.bimtek.models import KelasBimtek, PenilaianKasus, PesertaKelas, SesiLatihan
from tera.bimtek.selectors.latihan import hitung
from tera.stats.training import Training


@dataclass(frozen=True, slots=True)
class SebelumSesudah:
    """One's own two sessions; None: not finished yet."""

    sebelum: Training | None
    sesudah: Training | None


def sebelum_sesudah(*, peserta: PesertaKelas) -> SebelumSesudah:
    """Return what one's own two sessions show: one query."""
    sesi = [satu for satu in (peserta.sesi_sebelum, peserta.sesi_sesudah) if _selesai(satu)]
    per_sesi = _penilaian(satu.pk for satu in sesi if satu)
    hasil = [
        hitung(sesi=satu, penilaian=per_sesi[satu.pk]) if satu and _selesai(satu) else None
        for satu in (peserta.sesi_sebelum, peserta.sesi_sesudah)
    ]
    return SebelumSesudah(*hasil)


def _selesai(sesi: SesiLatihan | None) -> bool:
    return sesi is not None and sesi.selesai_pada is not None


def _penilaian(daftar_sesi: Iterable[int]) -> Mapping[int, list[PenilaianKasus]]:
    hasil: dict[int, list[PenilaianKasus]] = {}
    for satu in PenilaianKasus.objects.filter(sesi_id__in=list(daftar_sesi)).order_by("pk"):
        hasil.setdefault(satu.sesi_id, []).append(satu)
    return hasil


def ringkasan_sebelum(*, kelas: KelasBimtek) -> dict[str, Any] | None:
    """Return what to teach, from the practice before: None under five people. Three queries."""
    sesi = _sesi(kelas, "sesi_sebelum")
    if len(sesi) < KELOMPOK_MINIMUM:
        return None
    return {"orang": len(sesi), "nilai": _per_nilai(sesi.values())}


def ringkasan_sesudah(*, kelas: KelasBimtek) -> dict[str, Any] | None:
    """Return before and after of those who did both: None under five people."""
    sebelum, sesudah = _sesi(kelas, "sesi_sebelum"), _sesi(kelas, "sesi_sesudah")
    pasangan = [
        (hitung(sesi=sebelum[pk][0], penilaian=sebelum[pk][1]),
         hitung(sesi=satu[0], penilaian=satu[1]))
        for pk, satu in sesudah.items()
        if pk in sebelum
    ]  # fmt: skip
    if len(pasangan) < KELOMPOK_MINIMUM:
        return None
    naik = sum(_bagian_sama(dua) > _bagian_sama(satu) for satu, dua in pasangan)
    return {
        "orang": len(pasangan),
        "sama": [bulat_persen(nilai_tengah(_bagian_sama(p[n]) for p in pasangan), 1)
                 for n in (0, 1)],
        "ketat": [round(nilai_tengah(p[n].severity for p in pasangan), 1) for n in (0, 1)],
        "naik": kata_bagian(naik, len(pasangan)),
        "nilai": _per_nilai(sesudah.values()) if len(sesudah) >= KELOMPOK_MINIMUM else [],
    }  # fmt: skip


def _bagian_sama(hasil: Training) -> float:
    return hasil.same / (hasil.same + hasil.lower + hasil.higher)


def _sesi(kelas: KelasBimtek, bidang: str) -> dict[int, tuple[SesiLatihan, list[PenilaianKasus]]]:
    """The finished sessions of a phase with their ratings, by participant."""
    daftar = {
        satu.pk: getattr(satu, bidang)
        for satu in kelas.daftar_peserta.filter(
            **{f"{bidang}__selesai_pada__isnull": False}
        ).select_related(bidang)
    }
    per_sesi = _penilaian(satu.pk for satu in daftar.values())
    return {pk: (satu, per_sesi[satu.pk]) for pk, satu in daftar.items()}


def _per_nilai(
    daftar: Iterable[tuple[SesiLatihan, list[PenilaianKasus]]],
) -> list[dict[str, Any]]:
    """Of each value the shares of ratings equal to the key, lower, higher, in steps."""
    hitungan = [[0, 0, 0] for _kode in KODE_NILAI]
    for sesi, penilaian in daftar:
        for satu in penilaian:
            for n, (beri, kunci) in enumerate(
                zip(satu.tingkat, sesi.hasil["kunci"][satu.kasus], strict=True)
            ):
                hitungan[n][0 if beri == kunci else 1 if beri < kunci else 2] += 1
    return [
        {"kode": kode, **dict(zip(("sama", "rendah", "tinggi"), bulat_bagian(satu), strict=True))}
        for kode, satu in zip(KODE_NILAI, hitungan, strict=True)
    ]
