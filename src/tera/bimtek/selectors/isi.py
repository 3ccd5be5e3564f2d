"""The courses and cases that hold in an instansi: the product's, and its own that are published.

The one place that joins them; ``pemuat`` reads both. A code of the product's is never an own one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from django.db.models import Q

from tera.bimtek import pemuat
from tera.bimtek.isi import Kasus, Kursus
from tera.bimtek.models import JenisNaskah, Naskah, PenilaianKasus, StatusNaskah

#: Published once: what somebody read or rated stays readable after it was replaced or withdrawn.
PERNAH_TERBIT = (StatusNaskah.TERBIT, StatusNaskah.DIGANTIKAN, StatusNaskah.DICABUT)
#: (code, version)
Letak = tuple[str, int]


@lru_cache(maxsize=512)
def baca_kasus(teks: str, kode: str, versi: int) -> Kasus:
    """Return a case of the database, with its version there. Raises: IsiBimtekError."""
    return replace(pemuat.baca_kasus(teks, berkas=f"kasus/{kode}.toml"), versi=versi)


@lru_cache(maxsize=128)
def baca_kursus(teks: str, kode: str, versi: int) -> Kursus:
    """Return a course of the database, with its version there. Raises: IsiBimtekError."""
    return replace(pemuat.baca_kursus(teks, berkas=f"kursus/{kode}.toml"), versi=versi)


def kasus_instansi(*, instansi_id: int) -> dict[str, Kasus]:
    """Return every case that holds, by code, the product's first: one query."""
    semua = dict(pemuat.daftar_kasus())
    for kode, versi, teks in _terbit(instansi_id, JenisNaskah.KASUS):
        semua.setdefault(kode, baca_kasus(teks, kode, versi))
    return semua


def kursus_instansi(*, instansi_id: int) -> dict[str, Kursus]:
    """Return every course that holds, by code, the product's first: one query."""
    semua = dict(pemuat.daftar_kursus())
    for kode, versi, teks in _terbit(instansi_id, JenisNaskah.KURSUS):
        semua.setdefault(kode, baca_kursus(teks, kode, versi))
    return semua


def _terbit(instansi_id: int, jenis: JenisNaskah) -> Iterable[tuple[str, int, str]]:
    return (
        Naskah.objects.filter(instansi_id=instansi_id, jenis=jenis, status=StatusNaskah.TERBIT)
        .order_by("kode")
        .values_list("kode", "versi", "isi")
    )


def kasus_dinilai(
    *, instansi_id: int, penilaian: Iterable[PenilaianKasus], lama: bool
) -> dict[Letak, Kasus]:
    """Return the cases of a session by code and version: one query, none without own cases.

    Args:
        lama: own versions that hold no longer count too (to read a finished session). The product
            keeps only its newest.
    """
    bawaan = pemuat.daftar_kasus()
    letak = {(satu.kasus, satu.versi) for satu in penilaian}
    hasil = {
        (kode, versi): bawaan[kode]
        for kode, versi in letak
        if kode in bawaan and bawaan[kode].versi == versi
    }
    sisa = sorted(satu for satu in letak - set(hasil) if satu[0] not in bawaan)
    if sisa:
        syarat = Q(pk__in=())
        for kode, versi in sisa:
            syarat |= Q(kode=kode, versi=versi)
        for kode, versi, teks in Naskah.objects.filter(
            syarat,
            instansi_id=instansi_id,
            jenis=JenisNaskah.KASUS,
            status__in=PERNAH_TERBIT if lama else (StatusNaskah.TERBIT,),
        ).values_list("kode", "versi", "isi"):
            hasil[kode, versi] = baca_kasus(teks, kode, versi)
    return hasil


def kasus_berlaku(satu: PenilaianKasus, semua: Mapping[Letak, Kasus]) -> Kasus | None:
    """Return the case as it was rated, or None when it has gone or changed since."""
    return semua.get((satu.kasus, satu.versi))


def kasus_buatan(*, instansi_id: int, pegawai_id: int) -> set[str]:
    """Return the codes of the cases that this person wrote or checked: not blind. One query."""
    return set(
        Naskah.objects.filter(
            Q(penyusun_id=pegawai_id) | Q(pemeriksa_id=pegawai_id),
            instansi_id=instansi_id,
            jenis=JenisNaskah.KASUS,
        ).values_list("kode", flat=True)
    )
