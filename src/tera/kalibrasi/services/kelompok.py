"""Groups of people for the auditor's contrasts: read beside the estimate, never inside it."""

import datetime as dt
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tera.organisasi.models import JenisJabatan, Pegawai
from tera.organisasi.models.pegawai import StatusPegawai

TAK_ADA = -1
# A list of so many keys is a parameter each: beyond it the whole range is asked for.
BANYAK = 500
#: Ages at the end of the period, in full years.
MUDA, TUA = 35, 50
_STRUKTURAL = frozenset(
    {
        JenisJabatan.JPT_UTAMA, JenisJabatan.JPT_MADYA, JenisJabatan.JPT_PRATAMA,
        JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS,
    }
)  # fmt: skip
#: Kinds of post in three families, for groups and for what makes units similar.
KELUARGA = ("struktural", "fungsional", "pelaksana")
_PNS = frozenset({StatusPegawai.PNS, StatusPegawai.CPNS})
_PPPK = frozenset({StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU})
#: Fixed beforehand, so that nobody picks the comparison that happens to stand out.
DAFTAR = ("perempuan", "muda", "tua", "pppk", "struktural", "fungsional", "pelaksana")


def baca_kelompok(
    *, pegawai: list[int], jabatan: Mapping[int, str], pada: dt.date
) -> dict[str, NDArray[np.int64]]:
    """Return per group of ``DAFTAR`` 1, 0, or -1 unknown for each person; one query.

    Args:
        pegawai: keys in the order of the ratees. jabatan: kind of post by key of the person.
    """
    saring = (
        {"pk__in": pegawai}
        if len(pegawai) < BANYAK
        else {"pk__gte": pegawai[0], "pk__lte": pegawai[-1]}
    )
    tercatat = {
        pk: (kelamin, lahir, status)
        for pk, kelamin, lahir, status in Pegawai.objects.filter(**saring).values_list(
            "pk", "jenis_kelamin", "tanggal_lahir", "status"
        )
    }
    hasil = {nama: np.full(len(pegawai), TAK_ADA, np.int64) for nama in DAFTAR}
    for baris, pk in enumerate(pegawai):
        kelamin, lahir, status = tercatat[pk]
        if kelamin:
            hasil["perempuan"][baris] = kelamin == Pegawai.JenisKelamin.PEREMPUAN
        if lahir is not None:
            usia = pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))
            hasil["muda"][baris] = usia < MUDA
            hasil["tua"][baris] = usia >= TUA
        if status in _PNS or status in _PPPK:
            hasil["pppk"][baris] = status in _PPPK
        keluarga = _keluarga(jabatan.get(pk, ""))
        for nomor, nama in enumerate(KELUARGA if keluarga != TAK_ADA else ()):
            hasil[nama][baris] = keluarga == nomor
    return hasil


def baca_keluarga(pegawai: list[int], jabatan: Mapping[int, str]) -> NDArray[np.int64]:
    """Return the number of the kind of post of each person in ``KELUARGA``, -1 for none."""
    return np.array([_keluarga(jabatan.get(pk, "")) for pk in pegawai], np.int64)


def _keluarga(jenis: str) -> int:
    if jenis in _STRUKTURAL:
        return 0
    return {JenisJabatan.FUNGSIONAL.value: 1, JenisJabatan.PELAKSANA.value: 2}.get(jenis, TAK_ADA)
