"""Yearly reviews of the demo: one that was set with its agreements, one that is being written."""

import datetime as dt

from django.db import transaction

from tera.core.aktor import Aktor
from tera.dasbor import services
from tera.dasbor.models import TinjauanTahunan
from tera.organisasi.models import Instansi, JenisPeriode, Pegawai, Periode

CATATAN = (
    "Sebagian besar SKP ditetapkan tepat waktu. Yang tersendat: penilai yang baru menjabat belum "
    "tahu siapa saja yang ia nilai, dan alasan rating sering kosong."
)


@transaction.atomic
def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write both reviews through the services; loading again changes nothing."""
    if TinjauanTahunan.objects.filter(instansi=instansi).exists():
        return
    citra, budi, marta = (
        Pegawai.objects.get(instansi=instansi, nama=nama)
        for nama in ("Citra Maharani", "Galih Prasetyo", "Samuel Korwa")
    )
    aktor = Aktor(citra.akun_id, instansi.pk, citra.pk, citra.nama_lengkap, instansi.zona)
    lalu = _tahun_perintisan(instansi, pada.year - 2)
    hari = dt.date(pada.year - 1, 2, 20)
    satu = services.susun_tinjauan(aktor=aktor, periode=lalu, pada=hari)
    services.tulis_catatan(aktor=aktor, tinjauan=satu, catatan=CATATAN, revisi=0, pada=hari)
    selesai, batal, _dibawa = (
        services.catat_kesepakatan(
            aktor=aktor, tinjauan=satu, uraian=uraian, penanggung_jawab_id=orang.pk,
            tenggat=hari + dt.timedelta(days=lama), pada=hari,
        )
        for uraian, orang, lama in (
            ("Daftar penilai baru dikirim pada hari pelantikan", citra, 60),
            ("Menyewa ruang komputer untuk mengisi SKP bersama", budi, 40),
            ("Semua penilai mengikuti latihan menulis alasan rating", marta, 200),
        )
    )  # fmt: skip
    services.tetapkan_tinjauan(aktor=aktor, tinjauan=satu, pada=hari)
    services.selesaikan_kesepakatan(
        aktor=aktor, kesepakatan=selesai, hasil="Berjalan sejak pelantikan bulan Maret.",
        pada=hari + dt.timedelta(days=30),
    )  # fmt: skip
    services.batalkan_kesepakatan(
        aktor=aktor, kesepakatan=batal, hasil="Sudah bisa diisi dari telepon.",
        pada=hari + dt.timedelta(days=35),
    )  # fmt: skip
    kini = Periode.objects.get(instansi=instansi, jenis=JenisPeriode.TAHUNAN, tahun=pada.year - 1)
    services.susun_tinjauan(aktor=aktor, periode=kini, pada=pada)


def _tahun_perintisan(instansi: Instansi, tahun: int) -> Periode:
    """The year before the first in Tera: it was reviewed from figures on paper, so it has none."""
    periode, _baru = Periode.objects.get_or_create(
        instansi=instansi,
        tahun=tahun,
        jenis=JenisPeriode.TAHUNAN,
        urut=1,
        defaults={
            "mulai": dt.date(tahun, 1, 1),
            "selesai": dt.date(tahun, 12, 31),
            "batas_skp": dt.date(tahun, 1, 31),
            "batas_evaluasi": dt.date(tahun + 1, 1, 31),
            "dibuka_pada": dt.date(tahun - 1, 12, 1),
        },
    )
    return periode
