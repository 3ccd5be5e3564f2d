"""What home asks of the public's voice: texts one may answer, texts that wait for an officer.

Home's queries are counted, so both are columns that it takes along in a query it asks anyway.
"""

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from tera.core.kueri import Isian
from tera.organisasi import kebijakan
from tera.organisasi.models import PeranPetugas
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.umpan_balik.models import JawabanSKM, MasukanMasyarakat
from tera.umpan_balik.selectors.layanan import PERAN_KELOLA

Status = MasukanMasyarakat.Status
N_MINIMUM = "publik.n_minimum"


def kolom_belum_ditanggapi(
    *, saya: int | Isian, instansi: int | Isian, pada: dt.date | Isian
) -> Coalesce:
    """Return the column: how many texts about ``saya`` are visible and wait for an answer."""
    jawaban = JawabanSKM.objects.filter(titik_id=OuterRef("titik_id"), dihitung_mulai__lte=pada)
    tulisan = MasukanMasyarakat.objects.filter(forum_id=OuterRef("forum_id"))
    tersimpan = kebijakan.kolom_nilai(instansi_id=instansi, kunci=N_MINIMUM, pada=pada)
    minimum = Coalesce(
        Cast(Subquery(tersimpan), IntegerField()),
        Value(kebijakan.kunci_kebijakan(N_MINIMUM).bawaan),
    )
    milik = MasukanMasyarakat.objects.alias(
        n_titik=_jumlah(jawaban, "titik_id"), n_forum=_jumlah(tulisan, "forum_id")
    ).filter(
        Q(n_titik__gte=minimum) | Q(n_forum__gte=minimum),
        pegawai_id=saya,
        status=Status.DITERBITKAN,
        sedang_diperiksa=False,
        tanggapan__isnull=True,
        hak_jawab_sampai__gte=pada,
    )
    return _jumlah(milik, "pegawai_id")


def kolom_menunggu(*, saya: int | Isian, instansi: int | Isian, pada: dt.date | Isian) -> Coalesce:
    """Return the column: how many texts wait in the units that ``saya`` manages."""
    # The text's unit lies at or below the officer's: path >= p and path < p + "~".
    dikelola = PeranPetugas.objects.alias(ujung=Concat("unit__path", Value("~"))).filter(
        berlaku_pada(pada),
        pegawai_id=saya,
        instansi_id=instansi,
        peran__in=sorted(PERAN_KELOLA),
        unit__path__lte=OuterRef("unit__path"),
        ujung__gt=OuterRef("unit__path"),
    )
    menunggu = MasukanMasyarakat.objects.filter(
        Exists(dikelola),
        Q(pegawai__isnull=True) | ~Q(pegawai_id=saya),
        instansi_id=instansi,
        status=Status.MENUNGGU,
    )
    return _jumlah(menunggu, "instansi_id")


def _jumlah(kelompok: QuerySet[Any], menurut: str) -> Coalesce:
    hitung = kelompok.order_by().values(menurut).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(hitung, output_field=IntegerField()), 0)
