"""The stage of pelaksanaan: Andi's plan is in force, Budi verifies, the year has its quarters."""

import datetime as dt
from decimal import Decimal

from evaluasi.panggung import skp_ditetapkan
from pemeran import Pemeran
from tera.organisasi.models import Periode
from tera.pelaksanaan import services
from tera.pelaksanaan.models import Realisasi
from tera.pelaksanaan.services import IsiRealisasi
from tera.skp.models import SKP, IndikatorKinerja

PADA = dt.date(2026, 7, 6)
__all__ = ["PADA", "indikator", "lapor", "skp_ditetapkan", "triwulan"]


def triwulan(para: Pemeran, urut: int) -> Periode:
    """One quarter of the year."""
    mulai = dt.date(2026, 3 * urut - 2, 1)
    selesai = dt.date(2026 + urut // 4, (3 * urut) % 12 + 1, 1) - dt.timedelta(days=1)
    return Periode.objects.get_or_create(
        instansi=para.instansi,
        tahun=2026,
        jenis="triwulan",
        urut=urut,
        defaults={
            "mulai": mulai,
            "selesai": selesai,
            "batas_evaluasi": selesai + dt.timedelta(days=14),
            "dibuka_pada": mulai,
        },
    )[0]


def indikator(skp: SKP) -> IndikatorKinerja:
    """The first indicator of a plan."""
    return IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id")[0]


def lapor(
    para: Pemeran, skp: SKP, nilai: str | None = "600", *, urut: int = 2, **isi: object
) -> Realisasi:
    """Andi reports his first indicator."""
    satu, _tanda = services.laporkan_realisasi(
        aktor=para.aktor(para.andi),
        skp=skp,
        periode=triwulan(para, urut),
        indikator_kunci=indikator(skp).kunci,
        isi=IsiRealisasi(nilai=None if nilai is None else Decimal(nilai), **isi),
        pada=PADA,
    )
    return satu
