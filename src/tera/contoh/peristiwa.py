"""What happened to the organisation in the year: an acting head, a move, teams, newcomers."""

import datetime as dt

from tera.contoh.penduduk import JUDUL_ORANG, Penduduk, csv_orang
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, Penugasan, TimKerja, UnitKerja
from tera.organisasi.services import impor_pegawai
from tera.organisasi.services.penugasan import buka_penugasan
from tera.organisasi.services.tim import bentuk_tim, tambah_anggota
from tera.skp.services.mutasi import segarkan_mutasi

UNIT_LOWONG = "010804"
UNIT_ASAL, UNIT_TUJUAN = "010802", "010902"
NAMA_TIM = "Tim Percepatan Akta Kelahiran"


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
    if UnitKerja.objects.filter(instansi=instansi, kode=UNIT_LOWONG).exists():
        _plt(sistem, instansi, dt.date(pada.year, 3, 2), pada)
        _pindah(sistem, instansi, dt.date(pada.year, 7, 1), pada)


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
    orang = {
        nama: Pegawai.objects.get(instansi=instansi, nama=nama)
        for nama in ("Fandi Ahmad", "Andini Lestari", "Dewi Anggraini", "Maria Goreti Kambu")
    }
    unit = UnitKerja.objects.get(instansi=instansi, kode="0103")
    sejak = dt.date(pada.year, 1, 5) if pada >= dt.date(pada.year, 1, 5) else pada
    tim = bentuk_tim(
        aktor=sistem,
        unit_id=unit.pk,
        nama=NAMA_TIM,
        ketua_id=orang["Fandi Ahmad"].pk,
        sejak=sejak,
        sampai=None,
        dasar="Keputusan Kepala Dinas 188/7 (contoh)",
        pada=pada,
    )
    for nama in ("Andini Lestari", "Dewi Anggraini", "Maria Goreti Kambu"):
        tambah_anggota(
            aktor=sistem, tim=tim, pegawai_id=orang[nama].pk, sejak=sejak, sampai=None, pada=pada
        )
