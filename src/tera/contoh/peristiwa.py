"""What happened to the organisation in the year: an acting head, moves, teams, newcomers.

A penilai who moves leaves exit evaluations; people say that their penilai is wrong and get an
answer; a close relation is declared.
"""

import datetime as dt

from tera.contoh import laporan
from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.contoh.penduduk import JUDUL_ORANG, Penduduk, csv_orang
from tera.core import clock
from tera.core.aktor import Aktor
from tera.evaluasi.models import EvaluasiKeluar
from tera.evaluasi.services import IsiKeluar, isi_evaluasi_keluar
from tera.evaluasi.services.keluar import segarkan_keluar
from tera.organisasi.models import (
    HubunganDekat,
    Instansi,
    KebijakanInstansi,
    Pegawai,
    Penugasan,
    TimKerja,
    UnitKerja,
)
from tera.organisasi.services import impor_pegawai
from tera.organisasi.services.hubungan import nyatakan_hubungan
from tera.organisasi.services.kebijakan import ubah_kebijakan
from tera.organisasi.services.penugasan import buka_penugasan
from tera.organisasi.services.tim import bentuk_tim, tambah_anggota
from tera.skp.services.mutasi import segarkan_mutasi

UNIT_LOWONG = "010804"
UNIT_ASAL, UNIT_TUJUAN = "010802", "010902"
NAMA_TIM = "Tim Percepatan Akta Kelahiran"
TANDA_BUTA = "evaluasi.tanda_buta"
HUBUNGAN = ("Bambang Irawan", "Rudi Simatupang")
NAMA_PENILAI_PINDAH = "Siti Nurhaliza Umar"
PENILAI_PINDAH = (8, 3)
CATATAN_KELUAR = (
    "Telaahannya membaik sesudah pertemuan Senin: sumber data disebut dan tenggat terpenuhi sejak "
    "Juli. Masih perlu dilatih membandingkan data antarsekolah."
)
CATATAN_KELUAR_LAIN = (
    "Pekerjaan triwulan berjalan sesuai rencana dan buktinya lengkap sampai hari terakhir saya."
)


def datang(sistem: Aktor, penduduk: Penduduk, berlaku: dt.date, pada: dt.date) -> None:
    """Import the people in the groups they came in: those of the first day, then newcomers."""
    kolom = JUDUL_ORANG.index("TMT CPNS")
    kelompok: dict[dt.date, list[list[str]]] = {}
    for baris in penduduk.daftar_orang:
        mulai = max(dt.datetime.strptime(baris[kolom], "%d-%m-%Y").date(), berlaku)  # noqa: DTZ007
        if mulai <= pada:
            kelompok.setdefault(mulai, []).append(baris)
    for hari in sorted(kelompok):
        hasil = impor_pegawai(
            aktor=sistem,
            nama_berkas=f"pegawai-{hari:%Y-%m}.csv",
            isi=csv_orang(kelompok[hari]),
            pada=pada,
            berlaku=hari,
        )
        if hasil.ditolak:
            raise AssertionError(f"data contoh pegawai ditolak: {hasil.alasan}")


def tulis(*, sistem: Aktor, instansi: Instansi, pada: dt.date) -> None:
    """Write the year's events up to ``pada``; what exists is left as it is."""
    _tim(sistem, instansi, pada)
    _kebijakan(sistem, instansi, pada)
    _hubungan(instansi, pada)
    laporan.tulis(instansi=instansi, pada=pada)
    if UnitKerja.objects.filter(instansi=instansi, kode=UNIT_LOWONG).exists():
        _plt(sistem, instansi, dt.date(pada.year, 3, 2), pada)
        _pindah(sistem, instansi, dt.date(pada.year, 7, 1), pada)
    _penilai_pindah(sistem, instansi, dt.date(pada.year, *PENILAI_PINDAH), pada)
    laporan.jawab(instansi=instansi, pada=pada)
    _isi_keluar(instansi, pada)


def _kebijakan(sistem: Aktor, instansi: Instansi, pada: dt.date) -> None:
    """The heads above mark a drawn part of the people without seeing the raters' marks."""
    if KebijakanInstansi.objects.filter(instansi=instansi, kunci=TANDA_BUTA).exists():
        return
    sejak = dt.date(pada.year, 1, 1)
    with clock.jam_beku(_saat(sejak, instansi, 8)):
        ubah_kebijakan(
            aktor=sistem,
            kunci=TANDA_BUTA,
            nilai="sampel",
            sejak=sejak,
            dasar=f"Keputusan Sekretaris Daerah 800/12/{pada.year} (contoh)",
            pada=sejak,
        )


def _hubungan(instansi: Instansi, pada: dt.date) -> None:
    """An officer declares that the penilai is a brother-in-law."""
    hari = dt.date(pada.year, 1, 20)
    penyata, pihak = (orang(instansi, nama) for nama in HUBUNGAN)
    if hari > pada or HubunganDekat.objects.filter(penyata=penyata, pihak=pihak).exists():
        return
    with clock.jam_beku(_saat(hari, instansi, 10)):
        nyatakan_hubungan(aktor=aktor_dari(penyata), pihak_id=pihak.pk, jenis="keluarga", pada=hari)


def _penilai_pindah(sistem: Aktor, instansi: Instansi, sejak: dt.date, pada: dt.date) -> None:
    """A head of bidang becomes a policy analyst: her people are rated one level up from then on."""
    pegawai = orang(instansi, NAMA_PENILAI_PINDAH)
    asal = Penugasan.objects.get(pegawai=pegawai, jenis="definitif", sampai__isnull=True)
    if sejak > pada or not asal.memimpin_unit:
        return
    tujuan = UnitKerja.objects.get(instansi=instansi, kode="0101")
    with clock.jam_beku(_saat(sejak, instansi, 9)):
        buka_penugasan(
            aktor=sistem,
            pada=sejak,
            pegawai_id=pegawai.pk,
            unit_id=tujuan.pk,
            jabatan="Analis Kebijakan Ahli Madya",
            jenis_jabatan="fungsional",
            jenis="definitif",
            sejak=sejak,
            dasar=f"Keputusan Bupati 821/{sejak:%m}/{sejak.year} (contoh)",
        )
        segarkan_mutasi(instansi_id=instansi.pk, zona=instansi.zona, pada=sejak)
        segarkan_keluar(instansi_id=instansi.pk, zona=instansi.zona, pada=sejak)


def _isi_keluar(instansi: Instansi, pada: dt.date) -> None:
    """Those who left write what they saw; every third hasn't yet."""
    for satu in (
        EvaluasiKeluar.objects.filter(instansi=instansi, diisi_at__isnull=True)
        .select_related("penilai__instansi", "pegawai")
        .order_by("pk")
    ):
        hari = satu.selesai + dt.timedelta(days=4)
        utama = satu.penilai.nama == NAMA_PENILAI_PINDAH
        if hari > pada or (not utama and satu.pk % 3 == 0):
            continue
        with clock.jam_beku(_saat(hari, instansi, 10)):
            isi_evaluasi_keluar(
                aktor=aktor_dari(satu.penilai),
                keluar=satu,
                isi=IsiKeluar(
                    rating_hasil_kerja="sesuai",
                    rating_perilaku_kerja="sesuai",
                    catatan=CATATAN_KELUAR if utama else CATATAN_KELUAR_LAIN,
                    revisi=satu.revisi,
                ),
                pada=hari,
            )


def _saat(hari: dt.date, instansi: Instansi, jam: int) -> dt.datetime:
    return min(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=jam), clock.sekarang())


def _plt(sistem: Aktor, instansi: Instansi, sejak: dt.date, pada: dt.date) -> None:
    """The vacant bidang gets an acting head from the bidang beside it."""
    unit = UnitKerja.objects.get(instansi=instansi, kode=UNIT_LOWONG)
    if sejak > pada or Penugasan.objects.filter(unit=unit, memimpin_unit=True).exists():
        return
    tetangga = Penugasan.objects.get(
        instansi=instansi, unit__kode="010803", memimpin_unit=True, sampai__isnull=True
    )
    with clock.jam_beku(clock.awal_hari(sejak, instansi.zona) + dt.timedelta(hours=9)):
        buka_penugasan(
            aktor=sistem,
            pada=sejak,
            pegawai_id=tetangga.pegawai_id,
            unit_id=unit.pk,
            jabatan=unit.nama_jabatan_pimpinan,
            jenis_jabatan="administrator",
            jenis="plt",
            sejak=sejak,
            dasar=f"Surat Perintah Bupati 800/{sejak:%m}/{sejak.year} (contoh)",
        )
        segarkan_keluar(instansi_id=instansi.pk, zona=instansi.zona, pada=sejak)


def _pindah(sistem: Aktor, instansi: Instansi, sejak: dt.date, pada: dt.date) -> None:
    """One officer moves to another office in the middle of the year: two plans, two raters."""
    tujuan = UnitKerja.objects.get(instansi=instansi, kode=UNIT_TUJUAN)
    asal = (
        Penugasan.objects.filter(
            instansi=instansi,
            unit__kode=UNIT_ASAL,
            memimpin_unit=False,
            jabatan__jenis="pelaksana",
            pegawai__status="pns",
        )
        .select_related("jabatan")
        .order_by("pk")
        .first()
    )
    if sejak > pada or asal is None or asal.sampai is not None:
        return
    with clock.jam_beku(clock.awal_hari(sejak, instansi.zona) + dt.timedelta(hours=9)):
        buka_penugasan(
            aktor=sistem,
            pada=sejak,
            pegawai_id=asal.pegawai_id,
            unit_id=tujuan.pk,
            jabatan=asal.jabatan.nama,
            jenis_jabatan=asal.jabatan.jenis,
            jenis="definitif",
            sejak=sejak,
            dasar=f"Keputusan Bupati 824/{sejak:%m}/{sejak.year} (contoh)",
        )
        segarkan_mutasi(instansi_id=instansi.pk, zona=instansi.zona, pada=sejak)


def _tim(sistem: Aktor, instansi: Instansi, pada: dt.date) -> None:
    """A team across units, led by somebody who rates nobody."""
    if TimKerja.objects.filter(instansi=instansi, nama=NAMA_TIM).exists():
        return
    anggota = {
        nama: Pegawai.objects.get(instansi=instansi, nama=nama)
        for nama in ("Fandi Ahmad", "Andini Lestari", "Dewi Anggraini", "Maria Goreti Kambu")
    }
    unit = UnitKerja.objects.get(instansi=instansi, kode="0103")
    sejak = dt.date(pada.year, 1, 5) if pada >= dt.date(pada.year, 1, 5) else pada
    tim = bentuk_tim(
        aktor=sistem,
        unit_id=unit.pk,
        nama=NAMA_TIM,
        ketua_id=anggota["Fandi Ahmad"].pk,
        sejak=sejak,
        sampai=None,
        dasar="Keputusan Kepala Dinas 188/7 (contoh)",
        pada=pada,
    )
    for nama in ("Andini Lestari", "Dewi Anggraini", "Maria Goreti Kambu"):
        tambah_anggota(
            aktor=sistem, tim=tim, pegawai_id=anggota[nama].pk, sejak=sejak, sampai=None, pada=pada
        )
