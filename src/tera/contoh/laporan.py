""" "Penilai saya salah": one waits, one is being worked on, one was put right, one was refused."""

import datetime as dt
from dataclasses import dataclass

from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.organisasi.models import Instansi, LaporanPenilai
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.services.laporan_penilai import (
    laporkan_penilai,
    perbaiki_laporan,
    proses_laporan,
    tolak_laporan,
)

PETUGAS = "Citra Maharani"


@dataclass(frozen=True, slots=True)
class Laporan:
    """Who says what about whom, when, and the answer.

    Attributes:
        hari: days before today, else ``tanggal`` of the year.
        akhir: the last step taken: empty, ``proses``, ``perbaiki`` or ``tolak``.
    """

    nama: str
    seharusnya: str
    keterangan: str
    akhir: str = ""
    jawaban: str = ""
    hari: int = 0
    tanggal: tuple[int, int] | None = None

    def pada(self, kini: dt.date) -> dt.date:
        """The day it was reported."""
        if self.tanggal is not None:
            return dt.date(kini.year, *self.tanggal)
        return kini - dt.timedelta(days=self.hari)


DAFTAR = (
    Laporan(
        "Dewi Anggraini",
        "Ridwan Latuconsina",
        "Di surat lama penilai saya kepala dinas, di sini kepala puskesmas.",
        "tolak",
        "Penilaian di puskesmas didelegasikan dengan surat kepada kepala puskesmas, jadi penilai "
        "Anda sudah benar.",
        tanggal=(1, 26),
    ),
    Laporan(
        "Laode Rahmat",
        "Paulus Rumere",
        "Kepala bidang kami pindah mulai 3 Agustus; sesudah itu siapa penilai saya?",
        "perbaiki",
        "Sejak 3 Agustus penilai Anda kepala dinas, karena jabatan kepala bidang kosong.",
        tanggal=(7, 30),
    ),
    Laporan(
        "Maria Goreti Kambu",
        "Fandi Ahmad",
        "Sejak masuk tim akta kelahiran, pekerjaan harian saya diperiksa ketua tim.",
        "proses",
        hari=5,
    ),
    Laporan(
        "Galih Prasetyo",
        "Hendra Kusumo",
        "Saya ditugasi langsung oleh kepala badan untuk pengamanan aplikasi sejak bulan lalu.",
        hari=2,
    ),
)


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Report, and take up what has an answer."""
    petugas = aktor_dari(orang(instansi, PETUGAS))
    for satu in DAFTAR:
        pegawai, hari = orang(instansi, satu.nama), satu.pada(pada)
        if (
            hari > pada
            or hari.year != pada.year
            or LaporanPenilai.objects.filter(pegawai=pegawai).exists()
        ):
            continue
        penugasan = penugasan_utama(pegawai_id=pegawai.pk, pada=hari)
        if penugasan is None:
            continue
        with clock.jam_beku(_saat(instansi, hari, 9)):
            laporan, _tanda = laporkan_penilai(
                aktor=aktor_dari(pegawai),
                penugasan_id=penugasan.pk,
                seharusnya_id=orang(instansi, satu.seharusnya).pk,
                keterangan=satu.keterangan,
                pada=hari,
            )
        if not satu.akhir:
            continue
        hari = min(hari + dt.timedelta(days=1), pada)
        with clock.jam_beku(_saat(instansi, hari, 11)):
            proses_laporan(aktor=petugas, laporan=laporan, pada=hari)


def jawab(*, instansi: Instansi, pada: dt.date) -> None:
    """Answer what was taken up, once its days have passed."""
    petugas = aktor_dari(orang(instansi, PETUGAS))
    for satu in DAFTAR:
        hari = satu.pada(pada) + dt.timedelta(days=6)
        laporan = LaporanPenilai.objects.filter(
            pegawai=orang(instansi, satu.nama), status=LaporanPenilai.Status.DIPROSES
        ).first()
        if laporan is None or hari > pada or satu.akhir not in {"perbaiki", "tolak"}:
            continue
        layanan = perbaiki_laporan if satu.akhir == "perbaiki" else tolak_laporan
        with clock.jam_beku(_saat(instansi, hari, 10)):
            layanan(aktor=petugas, laporan=laporan, jawaban=satu.jawaban, pada=hari)


def _saat(instansi: Instansi, hari: dt.date, jam: int) -> dt.datetime:
    return min(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=jam), clock.sekarang())
