"""The stage of the dialogue's tests: Andi and his penilai Budi, and who else is needed."""

import datetime as dt

from evaluasi import panggung as nilai
from pemeran import Pemeran, buat_pegawai
from tera.dialog import services
from tera.dialog.models import Kesepakatan, Pertanyaan, Pertemuan, SesiDiskusi
from tera.dialog.services import IsiJadwal
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.services import sampaikan_evaluasi, terima_evaluasi
from tera.organisasi.models import JenisJabatan, Pegawai
from tera.organisasi.services import segarkan_penilai

PADA = nilai.PADA
SIANG = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)


def isi(tanggal: dt.date = PADA, **lain) -> IsiJadwal:
    """A date for a meeting: today at ten."""
    return IsiJadwal(tanggal=tanggal, jam_mulai=dt.time(10), **lain)


def penilai(para: Pemeran) -> None:
    """Who rates whom since the year began."""
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))


def pertemuan(para: Pemeran, tanggal: dt.date = PADA, **lain) -> Pertemuan:
    """Budi invites Andi."""
    penilai(para)
    return services.jadwalkan_pertemuan(
        aktor=para.aktor(para.budi), dengan=para.andi, isi=isi(tanggal, **lain), pada=PADA
    )


def kesepakatan(para: Pemeran, tenggat: dt.date = dt.date(2026, 12, 1)) -> Kesepakatan:
    """Andi will do it."""
    return services.tambah_kesepakatan(
        aktor=para.aktor(para.budi),
        asal=pertemuan(para),
        uraian="Kirim rekap tiap Jumat",
        penanggung_jawab_id=para.andi.pk,
        tenggat=tenggat,
        pada=PADA,
    )


def disampaikan(para: Pemeran, *, terima: bool = True) -> Evaluasi:
    """Andi's result, delivered and received."""
    evaluasi = nilai.tetapkan(para)
    sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    if terima:
        terima_evaluasi(aktor=para.aktor(para.andi), evaluasi=evaluasi, pada=PADA)
        evaluasi.refresh_from_db()
    return evaluasi


def pertanyaan(para: Pemeran) -> Pertanyaan:
    """Andi asks about his result."""
    return services.ajukan_pertanyaan(
        aktor=para.aktor(para.andi),
        evaluasi=disampaikan(para),
        baris="umum:",
        teks="Mengapa sesuai?",
        pada=PADA,
    )


def sesi(para: Pemeran, tanggal: dt.date = PADA) -> SesiDiskusi:
    """Budi, head of the Bidang, calls Andi."""
    return services.jadwalkan_sesi(
        aktor=para.aktor(para.budi),
        unit_id=para.bidang.pk,
        topik="Diskusi bulanan",
        isi=isi(tanggal),
        daftar_peserta=[para.andi.pk],
        pada=PADA,
    )


def rekan(para: Pemeran, n: int) -> list[Pegawai]:
    """More people of the Bidang."""
    return [
        buat_pegawai(
            para.bidang, f"Rekan {i:02}", f"1990010120150310{i:02}",
            JenisJabatan.PELAKSANA, "Pengolah Data",
        )
        for i in range(n)
    ]  # fmt: skip
