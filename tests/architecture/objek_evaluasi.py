"""Objects behind the doors of the appraisal."""

import io

from evaluasi import panggung, panggung_keberatan
from pemeran import Pemeran
from tera.evaluasi import services
from tera.evaluasi.models import EvaluasiKeluar, Keberatan


def _disampaikan(para: Pemeran) -> int:
    evaluasi = panggung.tetapkan(para)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=panggung.PADA)
    return evaluasi.pk


def _di_kertas(para: Pemeran) -> int:
    evaluasi = panggung.tetapkan(para)
    services.sampaikan_di_kertas(
        aktor=para.aktor(para.budi),
        evaluasi=evaluasi,
        diterima_pada=panggung.PADA,
        saksi="Citra Pengelola",
        nama_berkas="terima.pdf",
        isi_berkas=io.BytesIO(b"%PDF-1.4 pindaian"),
        pada=panggung.PADA,
    )
    return evaluasi.pk


def _minta_buka(para: Pemeran) -> int:
    evaluasi = panggung.tetapkan(para)
    services.minta_buka_kembali(
        aktor=para.aktor(para.budi), evaluasi=evaluasi, alasan="Salah hitung", pada=panggung.PADA
    )
    return evaluasi.pk


def _buta(para: Pemeran) -> int:
    panggung.kebijakan(para, "evaluasi.tanda_buta", "semua")
    return panggung.buka(para).pk


def _bercapaian(para: Pemeran) -> int:
    panggung.tetapkan_capaian(para)
    return para.periode.pk


def _keluar(para: Pemeran) -> int:
    skp = panggung.skp_ditetapkan(para)
    return EvaluasiKeluar.objects.create(
        instansi=para.instansi, skp=skp, pegawai=para.andi, penilai=para.budi,
        mulai=skp.mulai, selesai=panggung.PADA, dibuat_at=para.instansi.created_at,
    ).pk  # fmt: skip


def _keberatan(para: Pemeran) -> int:
    return panggung_keberatan.ajukan(para).evaluasi_id


def _keberatan_didengar(para: Pemeran) -> int:
    return panggung_keberatan.didengar(para).evaluasi_id


def _keberatan_diputus(para: Pemeran) -> int:
    keberatan = panggung_keberatan.didengar(para)
    panggung_keberatan.putuskan(para, keberatan, "di_atas")
    return keberatan.evaluasi_id


def _bukti_keberatan(para: Pemeran) -> int:
    """The only file there is, beside the objection that ``evaluasi_keberatan`` filed."""
    keberatan = Keberatan.objects.get()
    return services.lampirkan_bukti(
        aktor=para.aktor(para.andi),
        keberatan=keberatan,
        judul="Laporan Maret",
        nama_berkas="laporan.pdf",
        isi_berkas=io.BytesIO(b"%PDF-1.4 laporan"),
        pada=panggung.PADA,
    )[0].pk


def _keberatan_kertas(para: Pemeran) -> int:
    evaluasi = panggung_keberatan.diterima(para)
    services.ajukan_keberatan(
        aktor=para.aktor(para.citra),
        evaluasi=evaluasi,
        alasan="Seperti pada surat.",
        pada=panggung.PADA,
        kertas=services.IsiKertas(panggung.PADA, "surat.pdf", io.BytesIO(b"%PDF-1.4 surat")),
    )
    return evaluasi.pk


OBJEK = {
    "evaluasi_diterima": lambda para: panggung_keberatan.diterima(para).pk,
    "evaluasi_keberatan": _keberatan,
    "evaluasi_keberatan_didengar": _keberatan_didengar,
    "evaluasi_keberatan_diputus": _keberatan_diputus,
    "evaluasi_keberatan_kertas": _keberatan_kertas,
    "bukti_keberatan": _bukti_keberatan,
    "periode": lambda para: para.periode.pk,
    "unit_dinas": lambda para: para.dinas.pk,
    "unit_bidang": lambda para: para.bidang.pk,
    "skp_ditetapkan": lambda para: panggung.skp_ditetapkan(para).pk,
    "evaluasi_andi": lambda para: panggung.buka(para).pk,
    "evaluasi_disampaikan": _disampaikan,
    "evaluasi_ditetapkan": lambda para: panggung.tetapkan(para).pk,
    "evaluasi_di_kertas": _di_kertas,
    "evaluasi_minta_buka": _minta_buka,
    "evaluasi_buta": _buta,
    "periode_bercapaian": _bercapaian,
    "keluar_andi": _keluar,
}
