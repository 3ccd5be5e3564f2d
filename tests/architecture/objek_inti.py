"""Objects of the doors about imports, people and units."""

import datetime as dt
from collections.abc import Callable

from pemeran import Pemeran
from tera.organisasi.models import ImporData


def _impor(para: Pemeran) -> int:
    return ImporData.objects.create(
        instansi=para.instansi,
        jenis="pegawai",
        status="diperiksa",
        nama_berkas="uji.xlsx",
        sidik_berkas="",
        berlaku=dt.date(2026, 1, 1),
        nama_aktor="Citra",
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    ).pk


OBJEK: dict[str, Callable[[Pemeran], object]] = {
    "impor_uji": _impor,
    "pegawai_andi": lambda para: para.andi.pk,
    "penugasan_andi": lambda para: para.penugasan(para.andi).pk,
    "unit_dinas": lambda para: para.dinas.pk,
}
