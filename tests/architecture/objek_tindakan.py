"""Objects behind the doors of from result to action."""

import io

from pemeran import Pemeran
from tera.tindak_lanjut.models import KeputusanTindakan, TindakLanjut
from tera.tindak_lanjut.services.tindakan import jalur, pembinaan, perjanjian
from tindak_lanjut.tindakan import panggung_tindakan as panggung
from tindak_lanjut.tindakan import test_hadir as hadir
from tindak_lanjut.tindakan import test_pembinaan as bina
from tindak_lanjut.tindakan import test_perjanjian as kontrak
from tindak_lanjut.tindakan import test_permintaan as minta


def _dengan_pyb(para: Pemeran) -> TindakLanjut:
    """Concluded "not yet"; Fajar is PyB."""
    panggung.pejabat(para)
    return panggung.belum_membaik(para)


def _diputus(para: Pemeran) -> int:
    satu = _dengan_pyb(para)
    jalur.putuskan_jalur(
        aktor=para.aktor(para.fajar), tindakan=satu, aksi="tugaskan_uji_kompetensi",
        isi=jalur.IsiKeputusan(
            "1", panggung.LEWAT, "x", "s.pdf", io.BytesIO(b"%PDF-1.7\n")
        ),
        pada=panggung.LEWAT,
    )  # fmt: skip
    return satu.pk


def _prioritas(para: Pemeran) -> int:
    panggung.pejabat(para)
    return panggung.prioritas(para).pk


def _bimbingan(para: Pemeran) -> int:
    satu = panggung.tindakan(para)
    pembinaan.catat_bimbingan(
        aktor=para.aktor(para.budi), tindakan=satu, tanggal=panggung.FINAL, uraian="x",
        kesepakatan="y", pada=panggung.FINAL,
    )  # fmt: skip
    return satu.pk


def _bimbingan_pk(para: Pemeran) -> int:
    # Asked after its follow-up: the session of the newest one.
    return TindakLanjut.objects.latest("pk").daftar_bimbingan.get().pk


def _keputusan_pk(para: Pemeran) -> int:
    return KeputusanTindakan.objects.latest("pk").pk


def _konseling_isi(para: Pemeran) -> int:
    satu = bina.jadwal(para)
    bina.isi_formulir(para, satu)
    return satu.pk


def _rekomendasi(para: Pemeran) -> int:
    panggung.pejabat(para, peran="pejabat_pembina")
    satu = kontrak.tinjauan(para)
    kontrak.rekomendasikan(para, satu)
    return satu.pk


def _putusan(para: Pemeran) -> int:
    panggung.pejabat(para, peran="pejabat_pembina")
    satu = kontrak.tinjauan(para)
    kontrak.rekomendasikan(para, satu)
    perjanjian.putuskan_perjanjian(
        aktor=para.aktor(para.fajar), tinjauan=satu, isi=kontrak.putusan(), pada=panggung.FINAL
    )
    return satu.pk


OBJEK = {
    "tindakan_baru": lambda para: panggung.tindakan(para).pk,
    "tindakan_disusun": lambda para: panggung.rencana(para).tindakan_id,
    "tindakan_diajukan": lambda para: panggung.diajukan(para).tindakan_id,
    "tindakan_berjalan": lambda para: panggung.berjalan(para).tindakan_id,
    "tindakan_belum": lambda para: _dengan_pyb(para).pk,
    "tindakan_diputus": _diputus,
    "tindakan_keputusan": _keputusan_pk,
    "tindakan_prioritas": _prioritas,
    "tindakan_dibimbing": _bimbingan,
    "tindakan_bimbingan": _bimbingan_pk,
    "tindakan_konseling": lambda para: bina.jadwal(para).pk,
    "tindakan_konseling_isi": _konseling_isi,
    "permintaan_konseling": lambda para: minta.permintaan(para).pk,
    "ketidakhadiran": lambda para: hadir.hitungan(para).pk,
    "tindakan_perjanjian": lambda para: kontrak.tinjauan(para).pk,
    "tindakan_rekomendasi": _rekomendasi,
    "tindakan_putusan": _putusan,
}
