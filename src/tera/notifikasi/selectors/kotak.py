"""A person's own notifications, how many are unread, and the state a waiting page asks for."""

from typing import Any

from django.db.models import BigIntegerField, Count, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import Pegawai

BELUM = "belum"


def notifikasi_milik(
    *, aktor: Aktor, saringan: str = "", kelompok: str = ""
) -> QuerySet[Notifikasi]:
    """Return the aktor's own, newest first; ``saringan`` ``belum`` leaves out what was read."""
    daftar = Notifikasi.objects.filter(
        pegawai_id=aktor.pegawai_id or 0, instansi_id=aktor.instansi_id
    )
    if saringan == BELUM:
        daftar = daftar.filter(dibaca_at__isnull=True)
    if kelompok:
        daftar = daftar.filter(kelompok=kelompok)
    return daftar.order_by("-terjadi_at", "-id")


def dengan_keadaan(orang: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Add the columns (unread, newest id) to a ``values_list`` over ``Pegawai``."""
    milik = Notifikasi.objects.filter(pegawai_id=OuterRef("pk"))
    lengkap: QuerySet[Any, Any] = orang.annotate(
        belum=_kolom(milik.filter(dibaca_at__isnull=True), Count("pk")),
        terakhir=_kolom(milik, Max("pk")),
    )
    return lengkap


def tanda_keadaan(belum: int, terakhir: int) -> str:
    """Return the ETag of a state."""
    return f'"{terakhir}-{belum}"'


def keadaan(*, aktor: Aktor) -> tuple[int, int]:
    """Return (unread, newest id): what changes when there is something new. One query."""
    baris = _keadaan.satu(saya=aktor.pegawai_id or 0)
    return (baris[1], baris[2]) if baris else (0, 0)


@kueri_siap(saya=BigIntegerField())
def _keadaan(saya: Isian) -> QuerySet[Any, Any]:
    return dengan_keadaan(Pegawai.objects.filter(pk=saya).values_list("pk"))


def _kolom(daftar: QuerySet[Notifikasi], hitung: Count | Max) -> Coalesce:
    isi = daftar.order_by().values("pegawai_id").annotate(n=hitung).values("n")
    return Coalesce(Subquery(isi, output_field=IntegerField()), 0)
