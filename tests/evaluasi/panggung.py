"""The stage of the appraisal's tests: Andi's plan is set, Budi rates, Fajar is above."""

import datetime as dt

from pemeran import Pemeran
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import KebijakanInstansi
from tera.organisasi.services import segarkan_penilai
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

PADA = dt.date(2026, 11, 20)


def skp_ditetapkan(para: Pemeran, pegawai=None, keluarga: str = "ja_jf") -> SKP:
    """Write a plan in force; the SKP room's own tests hold how it comes about."""
    pegawai = pegawai or para.andi
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    skp = SKP.objects.create(
        instansi=para.instansi,
        pegawai=pegawai,
        penugasan=para.penugasan(pegawai),
        tahun=2026,
        mulai=dt.date(2026, 1, 1),
        selesai=dt.date(2026, 12, 31),
        keluarga=keluarga,
        pendekatan="kuantitatif",
        status="ditetapkan",
        penilai=para.budi if pegawai == para.andi else para.fajar,
        ditetapkan_pada=dt.date(2026, 1, 20),
    )
    rhk = RencanaHasilKerja.objects.create(skp=skp, teks="Data penduduk mutakhir", urut=1)
    IndikatorKinerja.objects.create(
        rhk=rhk, aspek="kuantitas", teks="Jumlah data dimutakhirkan", target="1.200", satuan="data"
    )
    return skp


def buka(para: Pemeran, skp: SKP | None = None) -> Evaluasi:
    """Open Andi's evaluation by Budi."""
    return services.buka_evaluasi(
        aktor=para.aktor(para.budi),
        skp=skp or skp_ditetapkan(para),
        periode=para.periode,
        pada=PADA,
    )


def tetapkan_capaian(para: Pemeran, level: str = "baik") -> None:
    """The Bupati sets the Dinas's capaian."""
    services.tetapkan_capaian(
        aktor=para.aktor(para.bupati),
        unit=para.dinas,
        periode=para.periode,
        level=level,
        pada=PADA,
    )


def nilai(para: Pemeran, evaluasi: Evaluasi, hasil: str = "sesuai", perilaku: str = "sesuai"):
    """Budi rates."""
    return services.nilai_evaluasi(
        aktor=para.aktor(para.budi),
        evaluasi=evaluasi,
        rating_hasil_kerja=hasil,
        rating_perilaku_kerja=perilaku,
        alasan_hasil_kerja="" if hasil == "sesuai" else "Bukti ada",
        alasan_perilaku_kerja="" if perilaku == "sesuai" else "Peristiwanya tercatat",
        revisi=evaluasi.revisi,
        pada=PADA,
    )


def tetapkan(para: Pemeran, hasil: str = "sesuai", perilaku: str = "sesuai") -> Evaluasi:
    """Andi's evaluation from opened to set."""
    evaluasi = buka(para)
    tetapkan_capaian(para)
    nilai(para, evaluasi, hasil, perilaku)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    return evaluasi


def kebijakan(para: Pemeran, kunci: str, nilai_baru: object) -> None:
    """The instansi chose this value since January."""
    KebijakanInstansi.objects.update_or_create(
        instansi=para.instansi,
        kunci=kunci,
        sejak=dt.date(2026, 1, 1),
        defaults={
            "nilai": nilai_baru,
            "dasar": "SK Uji",
            "nama_aktor": "Citra Pengelola",
            "dibuat_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        },
    )
