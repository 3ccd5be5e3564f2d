"""Who stands above a rater when the recorded superior may not act: the next one upward."""

import datetime as dt
from collections.abc import Collection

from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors.fakta_penilai import aktif_menjabat, muat_fakta
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.resolusi import ResolusiHari


def atasan_tercatat(*, penugasan_id: int, pada: dt.date) -> Pegawai | None:
    """Return the recorded superior of the rater on the day; of an ended assignment its last."""
    baris = (
        HubunganPenilai.objects.filter(penugasan_id=penugasan_id, sejak__lte=pada)
        .select_related("atasan_penilai__instansi")
        .order_by("-sejak", "-pk")
        .first()
    )
    return baris.atasan_penilai if baris else None


def masih_menjabat(*, pegawai: Pegawai, pada: dt.date) -> bool:
    """Whether the person holds a post on the day and works."""
    return (
        aktif_menjabat(pegawai.kedudukan_hukum)
        and Penugasan.objects.filter(berlaku_pada(pada), pegawai=pegawai).exists()
    )


def pejabat_di_atas(
    *, penugasan: Penugasan, penilai_id: int | None, bukan: Collection[int], pada: dt.date
) -> Pegawai | None:
    """Return the next superior of the rater who is none of ``bukan``; None: nobody is left.

    The rule is that of raters (``ResolusiHari``); it reads the facts of the whole instansi, so it
    is asked only where the recorded superior can't act.
    """
    fakta = muat_fakta(instansi_id=penugasan.instansi_id, sejak=pada, sampai=pada)
    pk = ResolusiHari(fakta, pada).pejabat_di_atas(
        penilai_id=penilai_id or 0,
        unit_id=penugasan.unit_id,
        memimpin=penugasan.memimpin_unit,
        bukan=set(bukan),
    )
    return Pegawai.objects.select_related("instansi").filter(pk=pk).first() if pk else None
