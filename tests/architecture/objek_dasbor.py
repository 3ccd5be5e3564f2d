"""Objects behind the doors of the dashboard."""

import datetime as dt

from pemeran import Pemeran
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.organisasi.models import KebijakanInstansi, Periode


def _tahun_lalu(para: Pemeran) -> Periode:
    return Periode.objects.create(
        instansi=para.instansi, tahun=2024, jenis="tahunan", urut=1,
        mulai=dt.date(2024, 1, 1), selesai=dt.date(2024, 12, 31),
        batas_evaluasi=dt.date(2025, 1, 31), dibuka_pada=dt.date(2023, 12, 1),
    )  # fmt: skip


def _tinjauan(para: Pemeran) -> TinjauanTahunan:
    return TinjauanTahunan.objects.create(
        instansi=para.instansi, periode=_tahun_lalu(para), dibekukan_pada=dt.date(2025, 2, 1),
        penyusun=para.citra, nama_penyusun="Citra", catatan="Cukup baik",
        isi={
            "skp": {"wajib": 1, "ditetapkan": 1, "terlambat": 0, "hari_susun": None,
                    "hari_susun_lalu": None},
            "evaluasi": {"jumlah": 1, "ditetapkan": 1, "disampaikan": 1, "terlambat": 0},
            "partisipasi": {"wajib": 1, "ikut": 1}, "keberatan": None, "survei": None,
        },
    )  # fmt: skip


def _kesepakatan(para: Pemeran) -> KesepakatanTinjauan:
    return KesepakatanTinjauan.objects.create(
        instansi=para.instansi, tinjauan=_tinjauan(para), uraian="Satukan jadwal",
        penanggung_jawab=para.budi, tenggat=dt.date(2099, 1, 1),
    )  # fmt: skip


def _publik(para: Pemeran) -> str:
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci="dasbor.halaman_publik", nilai=True,
        sejak=dt.date(2020, 1, 1), dasar="SK", nama_aktor="Citra",
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    return para.instansi.kode


OBJEK = {
    "dasbor_dinas": lambda para: para.dinas.pk,
    "dasbor_publik": _publik,
    "dasbor_tahun_lalu": lambda para: _tahun_lalu(para).pk,
    "dasbor_tinjauan": lambda para: _tinjauan(para).pk,
    "dasbor_tinjauan_lengkap": lambda para: _kesepakatan(para).tinjauan_id,
    "dasbor_kesepakatan": lambda para: _kesepakatan(para).pk,
}
