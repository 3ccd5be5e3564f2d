"""The kept counts of plans per unit and year. How they stay right: ``tera.organisasi.hitungan``."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from tera.core.kueri import Isian
from tera.organisasi.hitungan import SAMPAI_AKHIR, SEJAK_AWAL, BarisUnit, Rekap, di_instansi
from tera.organisasi.hitungan.pemicu import Pemicu
from tera.organisasi.models import Jabatan, Pegawai, Penugasan
from tera.skp.models import SKP, HitunganSKP
from tera.skp.selectors.wajib import berstatus_skp
from tera.stats.packed import pack

BELUM = "belum"
SEHARI = dt.timedelta(days=1)
MIKRODETIK = dt.timedelta(microseconds=1)
MIKRODETIK_SEHARI = SEHARI // MIKRODETIK


class RekapSKP(Rekap):
    """People who owe a plan, by its state; and how long drafting and setting took."""

    lingkup = "skp"
    model = HitunganSKP
    kolom = (
        BELUM, "draf", "diajukan", "dikembalikan", "ditetapkan", "ditutup", "terlambat",
    )  # fmt: skip
    lain = ("lama_susun", "lama_tetap")
    asal = {
        "unit": lambda nomor: nomor,
        "tugas": lambda nomor: Penugasan.objects.filter(pk__in=nomor).values("unit_id"),
        "pegawai": lambda nomor: Penugasan.objects.filter(pegawai_id__in=nomor).values("unit_id"),
        "jabatan": lambda nomor: Penugasan.objects.filter(jabatan_id__in=nomor).values("unit_id"),
    }

    def kueri(
        self, unit: QuerySet[Any, Any], *, varian: Any, **isian: Isian
    ) -> tuple[QuerySet[Any, Any], ...]:
        """States; times; the days around ``hari`` on which an assignment begins or ends."""
        tahun, hari = isian["kunci"], isian["hari"]
        tugas = Penugasan.objects.filter(di_instansi("unit"), unit_id__in=unit)
        status: QuerySet[Any, Any] = (
            berstatus_skp(tugas, varian, tahun=tahun, hari=hari)
            .order_by()
            .values_list("unit_id", "status_skp", "skp_terlambat")
            .annotate(n=Count("pk"))
        )
        waktu: QuerySet[Any, Any] = SKP.objects.filter(
            di_instansi("penugasan__unit"),
            penugasan__unit_id__in=unit,
            tahun=tahun,
            ditetapkan_at__isnull=False,
            diajukan_at__isnull=False,
        ).values_list("penugasan__unit_id", "pertama_disunting_at", "diajukan_at", "ditetapkan_at")
        masa: QuerySet[Any, Any] = (
            Penugasan.objects.filter(unit_id__in=unit)
            .order_by()
            .values_list("unit_id")
            .annotate(
                mulai_lalu=Max("sejak", filter=Q(sejak__lte=hari)),
                akhir_lalu=Max("sampai", filter=Q(sampai__lt=hari)),
                mulai_nanti=Min("sejak", filter=Q(sejak__gt=hari)),
                akhir_nanti=Min("sampai", filter=Q(sampai__gte=hari)),
            )
        )
        return status, waktu, masa

    def susun(self, *daftar_baris: list[tuple[Any, ...]], hari: dt.date) -> Mapping[int, BarisUnit]:
        """One answer per unit; a unit without any assignment has none."""
        status, waktu, masa = daftar_baris
        hasil: dict[int, BarisUnit] = {}
        for unit_id, mulai_lalu, akhir_lalu, mulai_nanti, akhir_nanti in masa:
            hasil[unit_id] = BarisUnit(
                sejak=max(
                    mulai_lalu or SEJAK_AWAL, akhir_lalu + SEHARI if akhir_lalu else SEJAK_AWAL
                ),
                sampai=min(
                    mulai_nanti - SEHARI if mulai_nanti else SAMPAI_AKHIR,
                    akhir_nanti or SAMPAI_AKHIR,
                ),
            )
        for unit_id, kata, terlambat, n in status:
            angka = hasil.setdefault(unit_id, BarisUnit()).angka
            angka[kata or BELUM] += n
            if terlambat:
                angka["terlambat"] += n
        lama: dict[int, tuple[list[int], list[int]]] = {}
        for unit_id, mulai, kirim, akhir in waktu:
            susun, tetap = lama.setdefault(unit_id, ([], []))
            if mulai:
                susun.append((kirim - mulai) // MIKRODETIK)
            tetap.append((akhir - kirim) // MIKRODETIK)
        for unit_id, (susun, tetap) in lama.items():
            hasil.setdefault(unit_id, BarisUnit()).lain = {
                "lama_susun": pack(susun),
                "lama_tetap": pack(tetap),
            }
        for satu in hasil.values():
            satu.lain = satu.lain or {"lama_susun": b"", "lama_tetap": b""}
        return hasil


def _p(model: Any, asal: str, nomor: str, *kolom: str, ubah_saja: bool = False) -> Pemicu:
    return Pemicu("skp", model, asal, nomor, kolom, ubah_saja)


REKAP_SKP = RekapSKP(
    _p(
        Penugasan, "unit", "unit_id", "instansi_id", "unit_id", "pegawai_id", "jabatan_id", "jenis",
        "sejak", "sampai",
    ),
    _p(Pegawai, "pegawai", "id", "status", "kedudukan_hukum", ubah_saja=True),
    _p(Jabatan, "jabatan", "id", "jenis", ubah_saja=True),
    _p(
        SKP, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "tahun", "status", "versi",
        "terlambat", "pertama_disunting_at", "diajukan_at", "ditetapkan_at",
    ),
)  # fmt: skip
