"""The yearly reviews: who reads them, the figures they freeze, the agreements that are open."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.dasbor.permissions import PEMBACA, PENULIS, peran_tinjauan
from tera.dasbor.selectors.angka import dasbor_unit
from tera.dasbor.selectors.cakupan import pilihan_periode
from tera.dialog.models import HasilProses
from tera.dialog.proses import BUTIR
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode, Periode, UnitKerja

#: Fewer delivered results than this: how many objected isn't kept either.
BATAS_KEBERATAN = 10


@dataclass(frozen=True, slots=True)
class HakTinjauan:
    """What the aktor may do with the reviews of the instansi."""

    baca: bool
    tulis: bool


def hak_tinjauan(*, aktor: Aktor) -> HakTinjauan:
    """Return whether the aktor reads and writes the reviews: one query."""
    peran = peran_tinjauan(aktor=aktor, pada=aktor.hari_ini)
    return HakTinjauan(bool(peran & PEMBACA), bool(peran & PENULIS))


def daftar_tinjauan(*, aktor: Aktor) -> QuerySet[TinjauanTahunan]:
    """Return the reviews of the aktor's instansi, newest first, with their open agreements."""
    return (
        TinjauanTahunan.objects.filter(instansi_id=aktor.instansi_id)
        .select_related("periode")
        .annotate(
            terbuka=Count("daftar_kesepakatan", filter=Q(daftar_kesepakatan__status="terbuka")),
            semua=Count("daftar_kesepakatan"),
        )
        .order_by("-periode__tahun")
    )


def tahun_tanpa_tinjauan(*, aktor: Aktor) -> QuerySet[Periode]:
    """Return the years that are over and have no review, newest first."""
    return Periode.objects.filter(
        instansi_id=aktor.instansi_id,
        jenis=JenisPeriode.TAHUNAN,
        selesai__lt=aktor.hari_ini,
        tinjauan__isnull=True,
    ).order_by("-tahun")


def kesepakatan_tinjauan(*, tinjauan: TinjauanTahunan) -> QuerySet[KesepakatanTinjauan]:
    """Return the agreements of a review by their day, with the person and where they came from."""
    return tinjauan.daftar_kesepakatan.select_related(
        "penanggung_jawab", "asal__tinjauan__periode"
    ).order_by("tenggat", "pk")


def kesepakatan_terlihat(*, aktor: Aktor) -> QuerySet[KesepakatanTinjauan]:
    """Return the agreements the aktor may open: all for readers, else one's own."""
    daftar = KesepakatanTinjauan.objects.filter(instansi_id=aktor.instansi_id).select_related(
        "penanggung_jawab", "tinjauan__periode"
    )
    if hak_tinjauan(aktor=aktor).baca:
        return daftar
    return daftar.filter(penanggung_jawab_id=aktor.pegawai_id or 0)


def kesepakatan_saya(*, aktor: Aktor) -> QuerySet[KesepakatanTinjauan]:
    """Return the open agreements the aktor is to do, by their day."""
    return (
        KesepakatanTinjauan.objects.filter(
            penanggung_jawab_id=aktor.pegawai_id or 0,
            status=KesepakatanTinjauan.Status.TERBUKA,
        )
        .select_related("tinjauan__periode")
        .order_by("tenggat", "pk")
    )


def angka_tinjauan(*, aktor: Aktor, periode: Periode, pada: dt.date) -> dict[str, Any]:
    """Return the figures of a year as a review keeps them: plain JSON, no person."""
    akar = (
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id, induk__isnull=True)
        .order_by("path")
        .first()
    )
    pilihan = pilihan_periode(
        aktor=Aktor.sistem(aktor.instansi_id, aktor.zona), periode=str(periode.pk)
    )
    assert akar is not None
    assert pilihan is not None
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=pada)
    hasil = dasbor_unit(unit=akar, pilihan=pilihan, aturan=aturan, pada=pada)
    total, lain = hasil.total, hasil.total.lain
    survei = HasilProses.objects.filter(periode=periode, unit=akar).first()
    keberatan = None
    if total.evaluasi.disampaikan >= BATAS_KEBERATAN:
        keberatan = {
            "jumlah": lain["keberatan"],
            "tetap": lain["keberatan_tetap"],
            "berubah": lain["keberatan_berubah"],
        }
    return {
        "skp": {
            "wajib": total.skp.wajib,
            "ditetapkan": total.skp.ditetapkan,
            "terlambat": total.skp.terlambat,
            "hari_susun": None if hasil.hari_susun is None else round(hasil.hari_susun, 1),
            "hari_susun_lalu": None
            if hasil.hari_susun_lalu is None
            else round(hasil.hari_susun_lalu, 1),
        },
        "evaluasi": {
            "jumlah": total.evaluasi.jumlah,
            "ditetapkan": total.evaluasi.ditetapkan,
            "disampaikan": total.evaluasi.disampaikan,
            "terlambat": total.evaluasi.terlambat,
        },
        "partisipasi": {"wajib": lain["wajib"], "ikut": lain["ikut"]},
        "keberatan": keberatan,
        "survei": None
        if survei is None
        else {"jumlah": survei.jumlah, "isi": {k: survei.isi.get(k, {}) for k in BUTIR}},
    }
