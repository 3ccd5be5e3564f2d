"""Who owes a plan of a year, and which plan speaks for them."""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from tera.core.kueri import Isian
from tera.organisasi.models import (
    JenisJabatan,
    JenisPenugasan,
    Penugasan,
    StatusPegawai,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.jabatan import KEDUDUKAN_HUKUM
from tera.skp.models import SKP

STATUS_HIDUP = [
    status
    for status in SKP.Status.values
    if status not in {SKP.Status.DIGANTIKAN, SKP.Status.DIBATALKAN}
]


def yang_wajib(daftar: QuerySet[Penugasan], *, tahun: int, pada: dt.date) -> QuerySet[Penugasan]:
    """Return those of ``daftar`` that owe a plan of ``tahun``, as it stands on ``pada``."""
    hari = hari_hitung(tahun, pada)
    return _yang_wajib(daftar, kedudukan_wajib(hari), hari)


def _yang_wajib(
    daftar: QuerySet[Penugasan], kedudukan: tuple[str, ...], hari: dt.date | Isian
) -> QuerySet[Penugasan]:
    return (
        daftar.filter(
            berlaku_pada(hari),
            jenis__in=[JenisPenugasan.DEFINITIF, JenisPenugasan.PJ],
            pegawai__kedudukan_hukum__in=kedudukan,
        )
        .exclude(jabatan__jenis=JenisJabatan.PEJABAT_NEGARA)
        .exclude(pegawai__status__in=[StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN])
    )


def penugasan_wajib(*, unit: UnitKerja, tahun: int, pada: dt.date) -> QuerySet[Any]:
    """Return the assignments below ``unit`` that owe a plan of ``tahun`` on ``pada``, annotated

    ``status_skp`` (``belum`` when there is none) and ``skp_id_kini``. Exempt people don't count
    (T37); nobody is late for being exempt.
    """
    hari = hari_hitung(tahun, pada)
    daftar = Penugasan.objects.filter(
        instansi_id=unit.instansi_id, unit__path__gte=unit.path, unit__path__lt=unit.path + "~"
    )
    return berstatus_skp(daftar, kedudukan_wajib(hari), tahun=tahun, hari=hari)


def hari_hitung(tahun: int, pada: dt.date) -> dt.date:
    """Return the day on which a year is counted: ``pada``, kept within the year."""
    return min(max(pada, dt.date(tahun, 1, 1)), dt.date(tahun, 12, 31))


def kedudukan_wajib(hari: dt.date) -> tuple[str, ...]:
    """Return the legal positions that owe a plan by the law of the day."""
    ketentuan = KEDUDUKAN_HUKUM.pada(hari).nilai
    return tuple(str(kedudukan) for kedudukan, isi in ketentuan.items() if isi.wajib_skp)


def berstatus_skp(
    daftar: QuerySet[Penugasan], kedudukan: tuple[str, ...], *, tahun: Any, hari: Any
) -> QuerySet[Any]:
    """Return those of ``daftar`` that owe a plan, with ``status_skp``: see ``penugasan_wajib``."""
    lebih_dulu = SKP.objects.filter(
        penugasan=OuterRef("skp_kini__penugasan"), tahun=tahun, status__in=STATUS_HIDUP
    ).filter(Q(status=SKP.Status.DITETAPKAN) | Q(versi__gt=OuterRef("skp_kini__versi")))
    return (
        _yang_wajib(daftar, kedudukan, hari)
        .annotate(
            # A join, not a subquery for each person: a third of the time at 10,000 people.
            skp_kini=FilteredRelation(
                "daftar_skp",
                condition=Q(daftar_skp__tahun=tahun, daftar_skp__status__in=STATUS_HIDUP),
            )
        )
        # One plan speaks for a person: the one in force, else the newest version.
        .filter(
            Q(skp_kini__isnull=True)
            | Q(skp_kini__status=SKP.Status.DITETAPKAN)
            | ~Exists(lebih_dulu)
        )
        .annotate(
            status_skp=F("skp_kini__status"),
            skp_id_kini=F("skp_kini__pk"),
            skp_terlambat=F("skp_kini__terlambat"),
        )
    )
