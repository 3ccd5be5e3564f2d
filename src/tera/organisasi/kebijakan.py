"""Agency policy: the register of keys, and their dated values in the database.

Law lives in files with its certainty; what the law leaves to the instansi, or what nobody has been
able to read yet, is a key here with its shipped default. A key may never stand where the text of
the law is certain: the register refuses such a key when it loads (see ``KunciKebijakan``).
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import BigIntegerField, DateField, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.kebijakan_daftar import DAFTAR, KunciKebijakan, Mutu
from tera.organisasi.models import KebijakanInstansi

__all__ = [
    "DAFTAR",
    "KunciKebijakan",
    "Mutu",
    "baca",
    "dari_baris",
    "dari_kolom",
    "dari_simpanan",
    "kolom_nilai",
    "kunci_kebijakan",
    "nilai",
    "semua",
    "simpan_sebagai",
    "tulis_nilai",
]

_PER_KODE: Mapping[str, KunciKebijakan] = {satu.kode: satu for satu in DAFTAR}


def kunci_kebijakan(kode: str) -> KunciKebijakan:
    """Return the key called ``kode``; ``KeyError`` when the register has no such key."""
    return _PER_KODE[kode]


def nilai(*, instansi_id: int, kunci: str, pada: dt.date) -> Any:
    """Return the value of ``kunci`` on the day ``pada``: latest change since, else the default.

    One query. A page that needs several keys asks ``semua`` once. ``KeyError``: unknown key.
    """
    return dari_kolom(kunci, kolom_nilai(instansi_id=instansi_id, kunci=kunci, pada=pada).first())


def kolom_nilai(
    *, instansi_id: int | Isian, kunci: str, pada: dt.date | Isian
) -> QuerySet[Any, Any]:
    """Return the query of the stored value: a page with a full budget asks it as a column."""
    return (
        KebijakanInstansi.objects.filter(instansi_id=instansi_id, kunci=kunci, sejak__lte=pada)
        .order_by("-sejak")
        .values_list("nilai", flat=True)[:1]
    )


def dari_kolom(kunci: str, mentah: Any) -> Any:
    """Return the value of ``kunci`` from what ``kolom_nilai`` gave; None means the default."""
    satu = _PER_KODE[kunci]
    return satu.bawaan if mentah is None else dari_simpanan(satu, mentah)


def semua(*, instansi_id: int, pada: dt.date) -> dict[str, Any]:
    """Return every key's value on the day ``pada``; one query whatever the number of keys."""
    return dari_baris(_tersimpan(instansi_id=instansi_id, pada=pada))


@kueri_siap(instansi_id=BigIntegerField(), pada=DateField())
def _tersimpan(instansi_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return (
        KebijakanInstansi.objects.filter(instansi_id=instansi_id, sejak__lte=pada)
        .order_by("sejak")
        .values_list("kunci", "nilai")
    )


def dari_baris(tersimpan: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return every key's value from stored (key, value) pairs, oldest first; default elsewhere."""
    hasil: dict[str, Any] = {satu.kode: satu.bawaan for satu in DAFTAR}
    for kode, mentah in tersimpan:
        # A key that left the register keeps its rows but answers nobody.
        if kode in _PER_KODE:
            hasil[kode] = dari_simpanan(_PER_KODE[kode], mentah)
    return hasil


def baca(kunci: KunciKebijakan, masukan: Any) -> Any:
    """Return the typed value of what a person or a file gave.

    Raises:
        MasukanSalahError: not of the key's type, or outside its range.
    """
    if kunci.tipe == "bool":
        return _baca_bool(kunci, masukan)
    if kunci.tipe == "pilihan":
        if str(masukan) in dict(kunci.pilihan):
            return str(masukan)
        raise _salah(kunci, masukan, _("Pilih salah satu dari daftar."))
    try:
        angka: int | Decimal = (
            int(str(masukan).strip())
            if kunci.tipe == "int"
            else Decimal(str(masukan).strip().replace(",", "."))
        )
    except (ValueError, InvalidOperation) as galat:
        raise _salah(kunci, masukan, _("Tulis angkanya saja.")) from galat
    bawah, atas = kunci.rentang or (angka, angka)
    if (isinstance(angka, Decimal) and not angka.is_finite()) or not bawah <= angka <= atas:
        raise _salah(
            kunci,
            masukan,
            _("Nilai yang boleh: %(bawah)s sampai %(atas)s.") % {"bawah": bawah, "atas": atas},
        )
    return angka


def simpan_sebagai(kunci: KunciKebijakan, nilai_baru: Any) -> Any:
    """Return the form a value is stored in (JSON has no decimals)."""
    return str(nilai_baru) if kunci.tipe == "desimal" else nilai_baru


def tulis_nilai(kunci: KunciKebijakan, nilai_kini: Any) -> str:
    """Return the value in words, as a page shows it."""
    if kunci.tipe == "bool":
        return _("Ya") if nilai_kini else _("Tidak")
    if kunci.tipe == "pilihan":
        return str(dict(kunci.pilihan).get(str(nilai_kini), nilai_kini))
    teks = str(nilai_kini).replace(".", ",")
    return f"{teks} {kunci.satuan}" if kunci.satuan else teks


def dari_simpanan(kunci: KunciKebijakan, mentah: Any) -> Any:
    """Return the typed value of what is stored."""
    return Decimal(str(mentah)) if kunci.tipe == "desimal" else mentah


def _baca_bool(kunci: KunciKebijakan, masukan: Any) -> bool:
    if isinstance(masukan, bool):
        return masukan
    kata = str(masukan).strip().lower()
    if kata in {"ya", "true", "1", "on"}:
        return True
    if kata in {"tidak", "false", "0", "off"}:
        return False
    raise _salah(kunci, masukan, _("Pilih Ya atau Tidak."))


def _salah(kunci: KunciKebijakan, masukan: Any, saran: str | Promise) -> MasukanSalahError:
    pesan = _("Nilai “%(nilai)s” tidak bisa dipakai untuk “%(judul)s”. %(saran)s") % {
        "nilai": masukan,
        "judul": kunci.judul,
        "saran": saran,
    }
    return MasukanSalahError(pesan, per_bidang={"nilai": [pesan]})
