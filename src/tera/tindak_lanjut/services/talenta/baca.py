"""Reading is written down: who read a person's talent file, in which part, what for."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import PembacaanTalenta


def catat_baca(
    *,
    aktor: Aktor,
    pegawai_id: int,
    hal: PembacaanTalenta.Hal,
    peran: str,
    pada: dt.date,
    keperluan: str = "",
    **cetakan: Any,
) -> PembacaanTalenta:
    """Write that the aktor read ``hal`` of a person: the row that the person sees.

    ``cetakan``: of a print, the file it is for and what it says.
    """
    return PembacaanTalenta.objects.create(
        instansi_id=aktor.instansi_id,
        pegawai_id=pegawai_id,
        hal=hal,
        keperluan=keperluan[:300],
        pembaca_id=aktor.pegawai_id,
        nama_pembaca=aktor.nama,
        peran=peran,
        hari=pada,
        dibaca_at=clock.sekarang(),
        **cetakan,
    )


def catat_daftar(*, aktor: Aktor, jenis: str, objek_id: int, bagian: str) -> None:
    """Write that the aktor read a list of names: one audit link for the list."""
    audit.catat_objek(aktor, jenis, objek_id, "baca_daftar", {"bagian": bagian})


def peran_baca(peran: Collection[str], memimpin: bool = False) -> str:
    """Return the part a reading is written under: the strongest first."""
    for satu in ("pejabat_pembina", "pyb", "pengelola", "auditor"):
        if satu in peran:
            return satu
    return "penilai" if memimpin else ""
