"""Calibration meetings of the demo, by the pattern alone: closed, called off, sitting, to come.

The one run of the demo belongs to the year for coaching, so no meeting stands on it.
"""

import datetime as dt
from dataclasses import replace

from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.core.aktor import Aktor, ModePetugas
from tera.core.galat import MasukanSalahError
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi import services
from tera.kalibrasi.models import KartuRapat, RapatKalibrasi
from tera.kalibrasi.selectors.rapat import halangan
from tera.organisasi.models import Instansi, Periode
from tera.organisasi.services.mode_petugas import akhiri_mode_petugas, mulai_mode_petugas

NOTULIS, KETUA, ANGGOTA = "Citra Maharani", "Markus Wanggai", "Yulius Mandacan"
TEMPAT = "Ruang rapat BKPSDM"
CATATAN = (
    "Pola dibicarakan sebagai pertimbangan. Unit yang susunannya di luar pola menulis "
    "penjelasannya sendiri; rapat tidak meminta siapa pun memenuhi pola."
)
ALASAN = {
    "tetap": "Capaian target dan dasar tertulisnya sejalan dengan rating ini.",
    "tinjau": "Mohon dibaca lagi di samping capaian targetnya sebelum dinyatakan tetap.",
}


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write a meeting in each state, as far as periods with an agenda reach."""
    if RapatKalibrasi.objects.filter(instansi=instansi).exists():
        return
    citra = aktor_dari(orang(instansi, NOTULIS))
    sesi = mulai_mode_petugas(
        aktor=citra, alasan="Menyusun rapat kalibrasi menurut agenda BKPSDM", menit=60, pada=pada
    )
    petugas = replace(citra, mode_petugas=ModePetugas(sesi.pk, sesi.alasan, sesi.sampai_at))
    rapat = [
        satu
        for periode in Periode.objects.filter(
            instansi=instansi, selesai__lt=pada, pk__in=Evaluasi.objects.values("periode")
        ).order_by("mulai", "-selesai")
        if (satu := _susun(petugas, periode, pada)) is not None
    ]
    for satu, nasib in zip(rapat, (_tutup, _batalkan, _mulai), strict=False):
        nasib(petugas, satu, pada)
    akhiri_mode_petugas(aktor=petugas)


def _susun(petugas: Aktor, periode: Periode, pada: dt.date) -> RapatKalibrasi | None:
    instansi = periode.instansi
    try:
        return services.susun_rapat(
            aktor=petugas,
            periode=periode,
            isi=services.IsiRapat(
                tanggal=pada,
                tempat=TEMPAT,
                ketua_id=orang(instansi, KETUA).pk,
                anggota=[orang(instansi, ANGGOTA).pk],
            ),
            pada=pada,
        )
    except MasukanSalahError:
        return None  # nothing on the agenda of that period


def _batalkan(petugas: Aktor, rapat: RapatKalibrasi, pada: dt.date) -> None:
    services.batalkan_rapat(
        aktor=petugas,
        rapat=rapat,
        alasan="Triwulan ini dibicarakan bersama rapat tahunan; tidak ada yang mendesak.",
        pada=pada,
    )


def _mulai(petugas: Aktor, rapat: RapatKalibrasi, pada: dt.date) -> None:
    ketua = aktor_dari(rapat.ketua)
    services.mulai_rapat(aktor=ketua, rapat=rapat, pada=pada)
    _putuskan(petugas, rapat, pada, sisa=1)


def _tutup(petugas: Aktor, rapat: RapatKalibrasi, pada: dt.date) -> None:
    ketua = aktor_dari(rapat.ketua)
    services.mulai_rapat(aktor=ketua, rapat=rapat, pada=pada)
    _putuskan(petugas, rapat, pada, sisa=0)
    peserta = list(rapat.daftar_peserta.order_by("pk"))
    services.tutup_rapat(
        aktor=ketua, rapat=rapat, hadir=[satu.pk for satu in peserta], catatan=CATATAN, pada=pada
    )
    pertama = (
        KartuRapat.objects.filter(unit__rapat=rapat, keputusan="tinjau")
        .select_related("penilai")
        .order_by("unit__urut", "kode")
        .first()
    )
    if pertama is not None:
        services.jawab_permintaan(
            aktor=aktor_dari(pertama.penilai),
            kartu=pertama,
            jawaban="tetap",
            alasan="Sudah saya baca lagi; realisasi triwulan terakhir mendukung putusan ini.",
        )


def _putuskan(petugas: Aktor, rapat: RapatKalibrasi, pada: dt.date, *, sisa: int) -> None:
    """Every second card is asked to be looked at; ``sisa`` cards a unit stay open."""
    for unit in rapat.daftar_unit.select_related("unit"):
        terhalang = halangan(
            rapat=rapat,
            daftar_unit=[unit],
            daftar_pegawai=[petugas.pegawai_id or 0],
            pada=pada,
        )
        if terhalang:
            continue
        semua = list(unit.daftar_kartu.all())
        for urut, kartu in enumerate(semua[: max(len(semua) - sisa, 0)]):
            kata = "tinjau" if urut % 2 else "tetap"
            services.putuskan_kartu(
                aktor=petugas, kartu=kartu, keputusan=kata, alasan=ALASAN[kata], pada=pada
            )
