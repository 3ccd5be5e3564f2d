"""What the public pages ask: the point or forum behind a short address, texts read in public.

No aktor: whoever holds the address may ask, and gets only what is meant for everybody.
"""

import datetime as dt
from typing import Any

from django.db.models import CharField, Q, QuerySet

from tera.core.kueri import Isian, kueri_siap
from tera.umpan_balik.models import ForumEvaluasi, MasukanMasyarakat, TitikLayanan

#: Texts on one page of a forum.
BARIS_FORUM = 20


def titik_publik(*, kode: str) -> TitikLayanan | None:
    """Return the service point with its unit and instansi: one query."""
    satu: TitikLayanan | None = _titik.satu(kode=kode)
    return satu


@kueri_siap(kode=CharField())
def _titik(kode: Isian) -> QuerySet[Any, Any]:
    return TitikLayanan.objects.filter(kode=kode).select_related("unit", "instansi")


def titik_buka(titik: TitikLayanan, pada: dt.date) -> bool:
    """Whether the point takes answers on the day."""
    return titik.sejak <= pada and (titik.sampai is None or pada <= titik.sampai)


def forum_publik(*, kode: str) -> ForumEvaluasi | None:
    """Return the forum with its unit and instansi: one query."""
    satu: ForumEvaluasi | None = _forum.satu(kode=kode)
    return satu


@kueri_siap(kode=CharField())
def _forum(kode: Isian) -> QuerySet[Any, Any]:
    return ForumEvaluasi.objects.filter(kode=kode).select_related("unit", "instansi")


def forum_buka(forum: ForumEvaluasi, pada: dt.date) -> bool:
    """Whether the forum takes texts on the day."""
    return forum.mulai <= pada <= forum.selesai


def masukan_terbit(*, forum: ForumEvaluasi) -> QuerySet[MasukanMasyarakat]:
    """Return the published texts about the service with their public answers, newest first.

    A text about a named officer is never read in public: it goes to that person's file.
    """
    return (
        MasukanMasyarakat.objects.filter(
            forum=forum,
            status=MasukanMasyarakat.Status.DITERBITKAN,
            sedang_diperiksa=False,
        )
        .filter(Q(tentang=MasukanMasyarakat.Tentang.LAYANAN))
        .select_related("jawaban_forum")
        .order_by("-pada", "-id")
    )
