"""The ranking inside a unit: who is ranked, what stands, how it lies beside the pattern."""

import datetime as dt
from collections import Counter
from typing import Any

from tera.core.aktor import Aktor
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPenugasan, Penugasan, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import PeringkatKinerja
from tera.tindak_lanjut.selectors.talenta.hitung import nasihat_pola

POLA = ("pola_atas", "pola_sesuai_min", "pola_sesuai_maks", "pola_bawah")


def orang_unit(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> list[Penugasan]:
    """Return who holds a definitive post in the unit itself today, by name; without the aktor."""
    return list(
        Penugasan.objects.filter(
            berlaku_pada(pada),
            instansi_id=aktor.instansi_id,
            unit=unit,
            jenis=JenisPenugasan.DEFINITIF,
            pegawai__status__in=["pns", "pppk", "pppk_paruh_waktu"],
        )
        .exclude(pegawai_id=aktor.pegawai_id or 0)
        .select_related("pegawai", "jabatan")
        .order_by("pegawai__nama", "pk")
    )


def peringkat_unit(*, unit: UnitKerja, tahun: int) -> dict[int, PeringkatKinerja]:
    """Return person → what was recorded for the year in the unit."""
    return {
        satu.pegawai_id: satu for satu in PeringkatKinerja.objects.filter(unit=unit, tahun=tahun)
    }


def nasihat(
    *, aktor: Aktor, daftar: list[PeringkatKinerja], pada: dt.date
) -> tuple[dict[str, int], list[tuple[str, str]], dict[str, Any]]:
    """Return counts per level, where they leave the pattern, and the pattern; one query."""
    semua = kebijakan.semua(instansi_id=aktor.instansi_id, pada=pada)
    pola = {nama: int(semua[f"talenta.{nama}"]) for nama in POLA}
    jumlah = dict(Counter(satu.level for satu in daftar))
    return jumlah, nasihat_pola(jumlah, pola), pola
