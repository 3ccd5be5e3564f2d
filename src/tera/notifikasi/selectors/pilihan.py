"""How people want mail: their own choice, else the default of the group and the instansi."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from tera.core.aktor import Aktor
from tera.notifikasi.models import CaraSurel, JamTenang, KelompokNotifikasi, PilihanNotifikasi
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, Pegawai

#: What waits for a person is worth a mail at once; news can wait for the morning.
BAWAAN: dict[str, CaraSurel] = {
    KelompokNotifikasi.TUGAS: CaraSurel.SEGERA,
    KelompokNotifikasi.HASIL: CaraSurel.SEGERA,
    KelompokNotifikasi.TIM: CaraSurel.HARIAN,
    KelompokNotifikasi.PENGINGAT: CaraSurel.SEGERA,
    KelompokNotifikasi.DATA: CaraSurel.SEGERA,
}


@dataclass(frozen=True, slots=True)
class CaraKirim:
    """How mail about one group goes to one person; hours in the zone of the instansi."""

    cara: str
    mulai: int
    selesai: int
    jam_ringkasan: int


@dataclass(frozen=True, slots=True)
class PilihanOrang:
    """What a person chose, filled up with defaults."""

    surel: str
    per_kelompok: dict[str, str]
    mulai: int
    selesai: int
    jam_ringkasan: int


def cara_kirim(
    *, instansi: Instansi, kelompok: str, daftar_pegawai: Collection[int], pada: dt.date
) -> dict[int, CaraKirim]:
    """Return how mail goes to each who wants it and has an address: four queries for all."""
    beralamat = (
        Pegawai.objects.filter(
            pk__in=daftar_pegawai, akun__is_active=True, akun__diaktifkan_at__isnull=False
        )
        .exclude(akun__surel="")
        .values_list("pk", flat=True)
    )
    pilihan = dict(
        PilihanNotifikasi.objects.filter(
            pegawai_id__in=daftar_pegawai, kelompok=kelompok
        ).values_list("pegawai_id", "surel")
    )
    jam = {
        pegawai_id: (mulai, selesai)
        for pegawai_id, mulai, selesai in JamTenang.objects.filter(
            pegawai_id__in=daftar_pegawai
        ).values_list("pegawai_id", "mulai", "selesai")
    }
    aturan = kebijakan.semua(instansi_id=instansi.pk, pada=pada)
    umum = (aturan["notifikasi.jam_tenang_mulai"], aturan["notifikasi.jam_tenang_selesai"])
    hasil = {}
    for siapa in beralamat:
        cara = pilihan.get(siapa, BAWAAN[kelompok])
        if cara != CaraSurel.TIDAK:
            mulai, selesai = jam.get(siapa, umum)
            hasil[siapa] = CaraKirim(cara, mulai, selesai, aturan["notifikasi.jam_ringkasan"])
    return hasil


def pilihan_orang(*, aktor: Aktor, pada: dt.date) -> PilihanOrang:
    """Return the aktor's own choices: four queries."""
    siapa = aktor.pegawai_id or 0
    tersimpan = dict(
        PilihanNotifikasi.objects.filter(pegawai_id=siapa).values_list("kelompok", "surel")
    )
    jam = JamTenang.objects.filter(pegawai_id=siapa).first()
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=pada)
    surel = Pegawai.objects.filter(pk=siapa).values_list("akun__surel", flat=True).first()
    return PilihanOrang(
        surel=surel or "",
        per_kelompok={
            kata: tersimpan.get(kata, BAWAAN[kata]) for kata in KelompokNotifikasi.values
        },
        mulai=jam.mulai if jam else aturan["notifikasi.jam_tenang_mulai"],
        selesai=jam.selesai if jam else aturan["notifikasi.jam_tenang_selesai"],
        jam_ringkasan=aturan["notifikasi.jam_ringkasan"],
    )
