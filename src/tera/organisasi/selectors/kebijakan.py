"""What the policy is on a day, what is coming, and how it came to be."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.organisasi import kebijakan
from tera.organisasi.kebijakan_daftar import NAMA_RUANG, KunciKebijakan, Teks
from tera.organisasi.models import KebijakanInstansi


@dataclass(frozen=True, slots=True)
class NilaiKini:
    """One key on a day: its value in words, whether it is the default, and the next change."""

    kunci: KunciKebijakan
    nilai: Any
    teks: str
    sejak: dt.date | None
    dasar: str
    menyusul: dt.date | None

    @property
    def bawaan(self) -> bool:
        """Whether nobody has decided: the shipped default answers."""
        return self.sejak is None


@dataclass(frozen=True, slots=True)
class KelompokKebijakan:
    """The keys of one room."""

    nama: Teks
    daftar: tuple[NilaiKini, ...]


def kebijakan_terlihat(*, aktor: Aktor) -> QuerySet[KebijakanInstansi]:
    """Return the changes of the aktor's instansi: policy is open to everyone it binds."""
    return KebijakanInstansi.objects.filter(instansi_id=aktor.instansi_id)


def kebijakan_kini(*, aktor: Aktor, pada: dt.date) -> list[KelompokKebijakan]:
    """Return every offered key grouped by room, with its value on ``pada``; one query."""
    per_kunci: dict[str, list[KebijakanInstansi]] = {}
    for baris in kebijakan_terlihat(aktor=aktor).order_by("sejak"):
        per_kunci.setdefault(baris.kunci, []).append(baris)
    hasil: dict[str, list[NilaiKini]] = {}
    for kunci in kebijakan.DAFTAR:
        if not kunci.tampil:
            continue
        hasil.setdefault(kunci.ruang, []).append(
            _nilai_kini(kunci, per_kunci.get(kunci.kode, []), pada)
        )
    return [KelompokKebijakan(NAMA_RUANG[ruang], tuple(isi)) for ruang, isi in hasil.items()]


def riwayat_kebijakan(
    *, aktor: Aktor, kode: str, pada: dt.date
) -> tuple[NilaiKini, list[KebijakanInstansi]]:
    """Return one key on ``pada`` and its changes, newest first; ``KeyError`` when unknown."""
    kunci = kebijakan.kunci_kebijakan(kode)
    daftar = list(kebijakan_terlihat(aktor=aktor).filter(kunci=kode).order_by("sejak"))
    return _nilai_kini(kunci, daftar, pada), daftar[::-1]


def _nilai_kini(kunci: KunciKebijakan, daftar: list[KebijakanInstansi], pada: dt.date) -> NilaiKini:
    berlaku = [satu for satu in daftar if satu.sejak <= pada]
    menyusul = [satu for satu in daftar if satu.sejak > pada]
    nilai = kebijakan.dari_simpanan(kunci, berlaku[-1].nilai) if berlaku else kunci.bawaan
    return NilaiKini(
        kunci,
        nilai,
        kebijakan.tulis_nilai(kunci, nilai),
        berlaku[-1].sejak if berlaku else None,
        berlaku[-1].dasar if berlaku else "",
        menyusul[0].sejak if menyusul else None,
    )
