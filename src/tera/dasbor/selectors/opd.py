"""The numbers of each OPD side by side: people count at the nearest OPD at or above them.

In many a kabupaten every dinas stands under the sekretariat daerah: the tree alone would show a
leader two rows.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, CharField, F, OuterRef, QuerySet, Subquery

from tera.core.kueri import Isian, kueri_siap
from tera.dasbor.selectors.angka import (
    AngkaDasbor,
    angka_skp,
    isi_ikm,
    tanya_evaluasi,
    tanya_lain,
    tanya_skp,
)
from tera.dasbor.selectors.cakupan import PilihanPeriode
from tera.evaluasi.models import CapaianOrganisasi
from tera.evaluasi.selectors.pantau import Angka, batas_lewat, perpanjangan_evaluasi
from tera.organisasi.hitungan import jumlah_bersama
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors.umum import di_bawah


@dataclass(frozen=True, slots=True)
class DasborOPD:
    """The OPDs below a unit by name, and the people who belong to none of them."""

    daftar: tuple[AngkaDasbor, ...]
    lain: AngkaDasbor


def dasbor_opd(
    *, unit: UnitKerja, pilihan: PilihanPeriode, aturan: Mapping[str, Any], pada: dt.date
) -> DasborOPD:
    """Return the numbers of the OPDs at and below ``unit``: five queries while counts are fresh."""
    periode = pilihan.periode
    baris = _daftar_opd(
        instansi_id=unit.instansi_id, awal=unit.path, akhir=unit.path + "~", periode=periode.pk
    )
    daftar = {pk: _kosong(pk, nama, level or "") for pk, nama, level in baris}
    luar = _kosong(0, "", "")
    perpanjangan = perpanjangan_evaluasi(periode=periode)
    skp, evaluasi, lain = jumlah_bersama(
        [
            tanya_skp(unit=unit, tahun=pilihan.tahun, pada=pada, rinci=True),
            tanya_evaluasi(
                unit=unit,
                periode=periode,
                pilihan=pilihan.pilihan,
                pada=pada,
                hari_sampai=aturan["evaluasi.hari_penyampaian"],
                rinci=True,
            ),
            tanya_lain(unit=unit, periode=periode, pada=pada, rinci=True),
        ]
    )
    lewat = batas_lewat(periode=periode, pada=pada, perpanjangan=perpanjangan)

    def milik(path: str) -> AngkaDasbor:
        """The nearest OPD: path is "<instansi>/<unit>/<unit>/"."""
        rantai = reversed(path.strip("/").split("/")[1:])
        return next((daftar[int(pk)] for pk in rantai if int(pk) in daftar), luar)

    rencana: dict[int, Counter[str]] = {}
    for path, angka in skp.bagian.items():
        rencana.setdefault(milik(path).pk, Counter()).update(angka)
    for path, angka in evaluasi.bagian.items():
        milik(path).evaluasi.tambah(angka, lewat=lewat(path))
    for path, angka in lain.bagian.items():
        milik(path).lain.update(angka)
    for satu in (*daftar.values(), luar):
        satu.skp = angka_skp(satu.pk, satu.nama, rencana.get(satu.pk, Counter()))
    semua = _kosong(unit.pk, unit.nama, "")
    semua.lain = sum((satu.lain for satu in (*daftar.values(), luar)), Counter[str]())
    isi_ikm(semua, list(daftar.values()), minimum=aturan["publik.n_minimum"], pada=pada)
    return DasborOPD(tuple(daftar.values()), luar)


def jalur_opd_lain(unit: UnitKerja) -> tuple[str, ...]:
    """Return the paths of the OPDs below ``unit`` itself, without those inside another: one query.

    What a row of ``dasbor_opd`` leaves out.
    """
    jalur: list[str] = []
    for path in (
        UnitKerja.objects.filter(di_bawah(unit.path), instansi_id=unit.instansi_id, opd_id=F("pk"))
        .exclude(pk=unit.pk)
        .order_by("path")
        .values_list("path", flat=True)
    ):
        if not jalur or not path.startswith(jalur[-1]):
            jalur.append(path)
    return tuple(jalur)


def _kosong(pk: int, nama: str, level: str) -> AngkaDasbor:
    return AngkaDasbor(pk, nama, angka_skp(pk, nama, Counter()), Angka(pk, nama), level=level)


@kueri_siap(
    instansi_id=BigIntegerField(), awal=CharField(), akhir=CharField(), periode=BigIntegerField()
)
def _daftar_opd(
    instansi_id: Isian, awal: Isian, akhir: Isian, periode: Isian
) -> QuerySet[Any, Any]:
    return (
        UnitKerja.objects.filter(
            instansi_id=instansi_id, opd_id=F("pk"), path__gte=awal, path__lt=akhir
        )
        .annotate(
            level=Subquery(
                CapaianOrganisasi.objects.filter(unit_id=OuterRef("pk"), periode_id=periode).values(
                    "level"
                )[:1]
            )
        )
        .order_by("nama", "pk")
        .values_list("pk", "nama", "level")
    )
