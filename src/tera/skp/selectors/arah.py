"""What an RHK serves, in one line from the leader up to the vision."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.organisasi.models import ButirPerencanaan, JenisButir
from tera.organisasi.selectors.arah import daftar_sasaran
from tera.skp.models import RencanaHasilKerja
from tera.skp.selectors.pilihan import STATUS_BERLAKU

BATAS_NAIK = 8


def garis_arah(rhk: RencanaHasilKerja) -> tuple[str, ...]:
    """Return the texts an RHK serves, nearest first: leaders' RHK, perjanjian, sasaran, … visi.

    One query per step up, at most ``BATAS_NAIK`` leaders and the levels of the planning line.
    """
    hasil: list[str] = []
    kini: RencanaHasilKerja | None = rhk
    butir = rhk.butir_perencanaan
    for _langkah in range(BATAS_NAIK):
        if kini is None or kini.rhk_pimpinan_id is None:
            break
        kini = (
            RencanaHasilKerja.objects.select_related(
                "skp__pegawai", "butir_perencanaan__induk__induk__induk__induk"
            )
            .filter(pk=kini.rhk_pimpinan_id)
            .first()
        )
        if kini is None:
            break
        hasil.append(f"RHK {kini.skp.pegawai.nama_lengkap}: {kini.teks}")
        butir = butir or kini.butir_perencanaan
    return (*hasil, *_ke_atas(butir))


def _ke_atas(butir: ButirPerencanaan | None) -> tuple[str, ...]:
    sebutan = {
        JenisButir.PERJANJIAN: _("Perjanjian kinerja"),
        JenisButir.SASARAN: _("Sasaran"),
        JenisButir.TUJUAN: _("Tujuan"),
        JenisButir.MISI: _("Misi"),
        JenisButir.VISI: _("Visi"),
    }
    hasil: list[str] = []
    for _langkah in range(BATAS_NAIK):
        if butir is None:
            break
        hasil.append(f"{sebutan.get(JenisButir(butir.jenis), butir.jenis)}: {butir.teks}")
        butir = butir.induk
    return tuple(hasil)


@dataclass(frozen=True, slots=True)
class SasaranDikerjakan:
    """One sasaran with how many RHK of the year hang on it or on a line below it."""

    butir: ButirPerencanaan
    jumlah_rhk: int


def sasaran_dikerjakan(*, aktor: Aktor, pada: dt.date) -> list[SasaranDikerjakan]:
    """Return every sasaran and perjanjian of the day with its count of RHK: three queries.

    An RHK counts for its line and for every line above it. Drafts count too: someone has begun.
    """
    daftar = list(daftar_sasaran(aktor=aktor, pada=pada).select_related("unit"))
    induk = dict(
        ButirPerencanaan.objects.filter(instansi_id=aktor.instansi_id).values_list("pk", "induk_id")
    )
    jumlah: Counter[int] = Counter()
    for pk in RencanaHasilKerja.objects.filter(
        skp__instansi_id=aktor.instansi_id,
        skp__tahun=pada.year,
        skp__status__in=STATUS_BERLAKU,
        butir_perencanaan__isnull=False,
    ).values_list("butir_perencanaan_id", flat=True):
        kini: int | None = pk
        for _langkah in range(BATAS_NAIK):
            if kini is None:
                break
            jumlah[kini] += 1
            kini = induk.get(kini)
    return [SasaranDikerjakan(butir, jumlah[butir.pk]) for butir in daftar]
