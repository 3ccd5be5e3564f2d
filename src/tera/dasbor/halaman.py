"""One page of a list of many people: what orders them is read of everybody, the rest of a page."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window


def halaman_daftar(daftar: QuerySet[Any], nomor: Any, *, ukuran: int) -> Page[Any]:
    """Return page ``nomor`` of an ordered queryset, as ``Paginator.get_page`` does: two queries.

    The first reads keys alone, in order, and how many there are in all; the second the page's rows.
    Sorting whole rows of everybody to show ``ukuran`` of them, and counting them apart, takes a
    fifth longer.
    """
    penomor: Paginator[Any] = Paginator(daftar, ukuran)
    awal = int(nomor) if str(nomor or "").isdecimal() and len(str(nomor)) < 8 else 1
    baris = _kunci(daftar, awal, ukuran) if awal else []
    if not baris and awal != 1:
        # Beyond the end: the last page.
        halaman = penomor.get_page(nomor)
        awal = halaman.number
        baris = _kunci(daftar, awal, ukuran)
    penomor.__dict__["count"] = baris[0][1] if baris else 0
    urut = [pk for pk, _jumlah in baris]
    isi = {satu.pk: satu for satu in daftar.filter(pk__in=urut).order_by()} if urut else {}
    return Page([isi[pk] for pk in urut if pk in isi], awal, penomor)


def _kunci(daftar: QuerySet[Any], nomor: int, ukuran: int) -> list[tuple[int, int]]:
    mulai = (nomor - 1) * ukuran
    return list(
        daftar.select_related(None)
        .annotate(jumlah_semua=Window(Count("*")))
        .values_list("pk", "jumlah_semua")[mulai : mulai + ukuran]
    )
