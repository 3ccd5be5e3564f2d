"""One step of a workflow for many documents at once, with the refusals of the single step.

``core.massal`` writes the rows; here the parts of the aktor are judged as ``workflow.jalankan``
judges them, all documents move or none, and each gets its receipt.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError
from tera.core.massal import LangkahMassal, pindahkan
from tera.core.workflow import langkah_berlaku

POTONG = 1000


@dataclass(frozen=True, slots=True)
class Giliran:
    """One document whose step is taken: the parts of the aktor and the columns written with it."""

    objek: models.Model
    daftar_peran: Collection[str]
    bidang: Mapping[str, Any] = field(default_factory=dict)
    alasan: str = ""


@transaction.atomic
def jalankan_banyak(
    *, jenis: str, aksi: str, aktor: Aktor, daftar: Sequence[Giliran], pada: dt.date
) -> list[str]:
    """Take the step ``aksi`` on every document of ``daftar``; returns the receipts' numbers.

    The caller holds the rows (``select_for_update``) and gives the same columns for each.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError: as ``workflow.jalankan``; then nothing moved.
    """
    tanda: list[str] = []
    for awal in range(0, len(daftar), POTONG):
        tanda += _potong(jenis, aksi, aktor, daftar[awal : awal + POTONG], pada)
    return tanda


def _potong(
    jenis: str, aksi: str, aktor: Aktor, daftar: Sequence[Giliran], pada: dt.date
) -> list[str]:
    langkah = []
    for satu in daftar:
        objek: Any = satu.objek
        baris, peran = langkah_berlaku(
            jenis=jenis,
            aksi=aksi,
            status=objek.status,
            daftar_peran=satu.daftar_peran,
            objek_id=objek.pk,
        )
        langkah.append(
            LangkahMassal(
                objek_id=objek.pk,
                instansi_id=objek.instansi_id,
                jenis=jenis,
                langkah=baris,
                aktor=aktor,
                peran=peran,
                pada=pada,
                bidang=satu.bidang,
                alasan=satu.alasan,
            )
        )
    tanda = pindahkan(model=type(daftar[0].objek), daftar=langkah)
    if len(tanda) != len(daftar):
        raise StatusTidakSesuaiError(
            _(
                "Status salah satu dokumen baru saja diubah orang lain, jadi belum ada yang "
                "diubah. Muat ulang halaman, lalu ulangi."
            )
        )
    return list(tanda.values())
