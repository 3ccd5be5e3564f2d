"""What anybody may see of an OPD: targets, capaian, the public's index, completion; no person.

No aktor: whoever holds the address may ask. An OPD is counted without the OPDs below it (in many a
kabupaten every dinas stands under the sekretariat daerah), and the instansi as a whole is never
shown: no number follows from the difference of two others.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from tera.core.aktor import Aktor
from tera.dasbor.selectors.angka import AngkaDasbor, dasbor_unit
from tera.dasbor.selectors.cakupan import PilihanPeriode, pilihan_periode
from tera.organisasi.models import IndikatorPerjanjian, Instansi, JenisButir, UnitKerja


@dataclass(frozen=True, slots=True)
class HalamanOPD:
    """One OPD in one year; a share is None where it is hidden or nothing was counted.

    Attributes:
        target: (sasaran, indicator, target) of the perjanjian kinerja.
        cukup: whether the OPD has enough people for the shares.
    """

    unit: UnitKerja
    pilihan: PilihanPeriode
    target: tuple[tuple[str, str, str], ...]
    total: AngkaDasbor
    skp: float | None
    evaluasi: float | None
    tercapai: float | None
    cukup: bool


def instansi_publik(*, kode: str) -> Instansi | None:
    """Return the instansi of a public address: one query."""
    return Instansi.objects.filter(kode=kode).first()


def daftar_opd(*, instansi: Instansi, pada: dt.date) -> list[UnitKerja]:
    """Return the OPDs that have a public page, by name: one query."""
    return list(
        UnitKerja.objects.filter(instansi=instansi, opd_id=F("pk"), induk__isnull=False)
        .exclude(sampai__lt=pada)
        .order_by("nama", "pk")
    )


def halaman_opd(
    *,
    instansi: Instansi,
    pk: int,
    tahun: str,
    aturan: Mapping[str, Any],
    pada: dt.date,
) -> HalamanOPD | None:
    """Return the public page of an OPD; None for any other unit, or before the first year."""
    daftar = daftar_opd(instansi=instansi, pada=pada)
    unit = next((satu for satu in daftar if satu.pk == pk), None)
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    pilihan = pilihan_periode(aktor=sistem, tahun=tahun)
    if unit is None or pilihan is None:
        return None
    anak = [u.path for u in daftar if u.pk != unit.pk and u.path.startswith(unit.path)]
    total = dasbor_unit(unit=unit, pilihan=pilihan, aturan=aturan, pada=pada, tanpa=anak).total
    minimum = aturan["dasbor.publik_n_minimum"]
    berakhir = pada > pilihan.periode.selesai
    return HalamanOPD(
        unit,
        pilihan,
        tuple(
            (sasaran, teks, f"{target} {satuan}".strip())
            for sasaran, teks, target, satuan in IndikatorPerjanjian.objects.filter(
                butir__unit=unit, butir__jenis=JenisButir.PERJANJIAN, tahun=pilihan.tahun
            )
            .order_by("butir__nomor", "butir_id", "id")
            .values_list("butir__teks", "teks", "target", "satuan")
        ),
        total,
        total.persen_skp if total.skp.wajib >= minimum else None,
        total.persen_evaluasi if berakhir and total.evaluasi.jumlah >= minimum else None,
        total.persen_target if total.lain["melapor"] >= minimum else None,
        total.skp.wajib >= minimum,
    )
