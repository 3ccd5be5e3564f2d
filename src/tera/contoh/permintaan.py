"""Requests for counselling in every state, and counts of days away, of the demo."""

import datetime as dt

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, Instansi, Pegawai
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.tindak_lanjut.models import PermintaanKonseling
from tera.tindak_lanjut.services.tindakan import hadir, permintaan
from tera.tindak_lanjut.services.tindakan.pembinaan import IsiJadwalKonseling

#: Days away and the longest run: below the first step, on three steps, and ten days in a row.
HITUNGAN = ((2, 1), (5, 2), (12, 4), (16, 3), (10, 10))
_CERITA = (
    "Saya sulit membagi waktu sejak memegang dua pekerjaan, dan ingin bicara sebelum menumpuk.",
    "Saya ingin bicara tentang hubungan kerja di ruangan kami.",
    "Saya ingin bicara tentang beban menjelang akhir tahun.",
)


def tulis(instansi: Instansi, pada: dt.date) -> None:
    """Write both once."""
    if PermintaanKonseling.objects.filter(instansi=instansi).exists():
        return
    orang = {
        satu.nama: satu
        for satu in Pegawai.objects.select_related("instansi").filter(
            instansi=instansi,
            nama__in=("Kadek Ayu Pramesti", "Samuel Korwa", "Citra Maharani"),
        )
    }
    konselor, citra = orang.get("Samuel Korwa"), orang.get("Citra Maharani")
    if konselor is None or citra is None:
        return
    bawahan = _bawahan(instansi, pada, {satu.pk for satu in orang.values()})
    kadek = orang.get("Kadek Ayu Pramesti")
    lalu = pada - dt.timedelta(days=6)
    with clock.jam_beku(clock.awal_hari(lalu, instansi.zona) + dt.timedelta(hours=9)):
        if kadek:
            _minta(aktor_dari(kadek), "pengelola", _CERITA[0], lalu)
        for nomor, (pegawai, penilai) in enumerate(bawahan[:3]):
            satu = _minta(aktor_dari(pegawai), "penilai", _CERITA[nomor], lalu)
            if nomor == 0:
                permintaan.tarik_permintaan(aktor=aktor_dari(pegawai), permintaan=satu, pada=lalu)
            elif nomor == 1:
                permintaan.tolak_permintaan(
                    aktor=aktor_dari(penilai), permintaan=satu, pada=lalu,
                    alasan="Konselor sedang cuti. Ajukan lagi mulai pekan depan.",
                )  # fmt: skip
            else:
                permintaan.jadwalkan_permintaan(
                    aktor=aktor_dari(penilai), permintaan=satu, pada=lalu,
                    isi=IsiJadwalKonseling(
                        "independen", konselor, citra, "SK konselor 14 (contoh)",
                        pada + dt.timedelta(days=2), dt.time(10), "Ruang konsultasi lantai 2",
                        "Psikolog RSUD (contoh)",
                    ),
                )  # fmt: skip
    _hitungan(aktor_dari(citra), bawahan[3:8], pada)


def _minta(aktor: Aktor, tujuan: str, uraian: str, pada: dt.date) -> PermintaanKonseling:
    return permintaan.ajukan_permintaan(aktor=aktor, tujuan=tujuan, uraian=uraian, pada=pada)


def _bawahan(instansi: Instansi, pada: dt.date, kecuali: set[int]) -> list[tuple[Pegawai, Pegawai]]:
    """Return (person, rater) of PNS with a rater, of eight units apart: one of each rater."""
    hasil: list[tuple[Pegawai, Pegawai]] = []
    penilai: set[int] = set()
    for satu in (
        HubunganPenilai.objects.filter(
            berlaku_pada(pada), berlaku_pada(pada, "penugasan__"),
            penugasan__instansi=instansi, penugasan__jenis="definitif",
            penugasan__pegawai__status="pns",
            penugasan__jabatan__jenis__in=("pelaksana", "fungsional"),
        )
        .exclude(penugasan__pegawai_id__in=kecuali)
        .exclude(penilai_id__in=kecuali)
        .select_related("penugasan__pegawai__instansi", "penilai__instansi")
        .order_by("-penugasan_id")
    ):  # fmt: skip
        if satu.penilai is None or satu.penilai_id in penilai:
            continue
        penilai.add(satu.penilai.pk)
        hasil.append((satu.penugasan.pegawai, satu.penilai))
        if len(hasil) == 8:
            break
    return hasil


def _hitungan(citra: Aktor, daftar: list[tuple[Pegawai, Pegawai]], pada: dt.date) -> None:
    for (pegawai, penilai), (hari, berturut) in zip(daftar, HITUNGAN, strict=False):
        satu = hadir.catat_ketidakhadiran(
            aktor=citra, pegawai=pegawai, tahun=pada.year, hari=hari, berturut=berturut,
            sumber="Rekap presensi (contoh)", pada=pada,
        )  # fmt: skip
        if hari == 5:
            hadir.catat_pemeriksaan(
                aktor=aktor_dari(penilai), satu=satu, tanggal=pada, hasil="alasan_sah",
                nomor="BA 12 (contoh)", pada=pada,
            )  # fmt: skip
