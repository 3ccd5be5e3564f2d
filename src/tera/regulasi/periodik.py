"""Which kind of periodic evaluation a person has: monthly or quarterly.

Instrument: PermenPANRB 6/2022 leaves monthly or quarterly to the instansi; PPPK paruh waktu are
evaluated quarterly and yearly whatever the instansi chose (read in the press only).

Tidak dimodelkan: the number of the instrument about PPPK paruh waktu (not found), and the daily
progress of e-Kinerja, which is never rated by itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["JENIS_PERIODIK", "jenis_periodik"]


def _isi(nilai: Any) -> dict[str, str]:
    return {str(status): str(jenis) for status, jenis in nilai.items()}


JENIS_PERIODIK = PUSTAKA.tabel("periodik.toml", "jenis_periodik", _isi)


def jenis_periodik(*, status: str, pilihan: str, pada: date) -> str:
    """`triwulan` or `bulanan` for somebody of `status` where the instansi chose `pilihan`.

    Before the first rule everyone follows the instansi.
    """
    try:
        khusus = JENIS_PERIODIK.pada(pada).nilai
    except BelumDiaturError:
        return pilihan
    return khusus.get(status, pilihan)
