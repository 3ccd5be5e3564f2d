"""Versions of one plan, and what changed between two of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tera.skp.models import SKP, RencanaHasilKerja


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One difference: where, how (``baru``, ``hapus``, ``ubah``), the two texts."""

    bagian: str
    jenis: str
    lama: str
    baru: str


def daftar_versi(*, skp: SKP) -> QuerySet[SKP]:
    """Return all versions of this assignment and year, newest first."""
    return SKP.objects.filter(penugasan_id=skp.penugasan_id, tahun=skp.tahun).order_by("-versi")


def bandingkan(*, lama: SKP, baru: SKP) -> tuple[Perubahan, ...]:
    """Return what differs between two versions, in the order of the form; rows match by key."""
    hasil: list[Perubahan] = []
    per_kunci = {rhk.kunci: rhk for rhk in lama.daftar_rhk.all()}
    for nomor, rhk in enumerate(baru.daftar_rhk.all(), start=1):
        dulu = per_kunci.pop(rhk.kunci, None)
        letak = f"RHK {nomor}"
        if dulu is None:
            hasil.append(Perubahan(letak, "baru", "", rhk.teks))
            hasil += [
                Perubahan(f"{letak} · {_('indikator')}", "baru", "", teks)
                for teks in _indikator(rhk).values()
            ]
            continue
        hasil += _beda(letak, _sifat(dulu), _sifat(rhk))
        hasil += _beda(f"{letak} · {_('indikator')}", _indikator(dulu), _indikator(rhk))
    hasil += [Perubahan("RHK", "hapus", rhk.teks, "") for rhk in per_kunci.values()]
    hasil += _beda(
        _("Perilaku kerja"),
        {p.nilai: p.ekspektasi_khusus for p in lama.daftar_perilaku.all()},
        {p.nilai: p.ekspektasi_khusus for p in baru.daftar_perilaku.all()},
    )
    for bagian, dua in _lampiran(lama, baru).items():
        hasil += [Perubahan(bagian, "hapus", teks, "") for teks in dua[0] if teks not in dua[1]]
        hasil += [Perubahan(bagian, "baru", "", teks) for teks in dua[1] if teks not in dua[0]]
    return tuple(hasil)


def _sifat(rhk: RencanaHasilKerja) -> dict[Any, str]:
    return {
        "teks": rhk.teks,
        "jenis": rhk.get_jenis_display(),
        "klasifikasi": rhk.get_klasifikasi_display(),
        "perspektif": rhk.get_perspektif_display() if rhk.perspektif else "",
        "penugasan_dari": rhk.penugasan_dari,
        "pimpinan": rhk.rhk_pimpinan.teks if rhk.rhk_pimpinan else "",
    }


def _indikator(rhk: RencanaHasilKerja) -> dict[Any, str]:
    return {
        ind.kunci: " · ".join(
            bagian
            for bagian in (
                ind.get_aspek_display() if ind.aspek else "",
                ind.teks,
                f"{ind.target} {ind.satuan}".strip(),
            )
            if bagian
        )
        for ind in rhk.daftar_indikator.all()
    }


def _beda(bagian: str, dulu: Mapping[Any, str], kini: Mapping[Any, str]) -> list[Perubahan]:
    hasil = []
    for kunci in dict.fromkeys((*dulu, *kini)):
        a, b = dulu.get(kunci, ""), kini.get(kunci, "")
        if a != b:
            hasil.append(Perubahan(bagian, "ubah" if a and b else "baru" if b else "hapus", a, b))
    return hasil


def _lampiran(lama: SKP, baru: SKP) -> dict[str, tuple[list[str], list[str]]]:
    def teks(skp: SKP, bagian: str) -> list[str]:
        return [b.teks for b in skp.daftar_lampiran.all() if b.bagian == bagian]

    semua: Iterable[str] = dict.fromkeys(
        b.bagian for skp in (lama, baru) for b in skp.daftar_lampiran.all()
    )
    return {
        bagian.replace("_", " ").capitalize(): (teks(lama, bagian), teks(baru, bagian))
        for bagian in semua
    }
