"""Objects behind the doors of the calibration."""

import io

from evaluasi import panggung as evaluasi_panggung
from kalibrasi import panggung, panggung_rapat
from pemeran import Pemeran
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.kalibrasi import services
from tera.kalibrasi.models import PengaktifanAnalisis


def _keputusan(para: Pemeran) -> int:
    satu: PengaktifanAnalisis = panggung.aktifkan(para)
    satu.berkas_dampak = simpan_berkas(
        aktor=Aktor.sistem(para.instansi.pk, para.instansi.zona), nama="dampak.pdf",
        isi=io.BytesIO(b"%PDF-1.7 dampak"), keperluan="uji",
    )  # fmt: skip
    satu.save()
    return satu.pk


def _analisis(para: Pemeran) -> int:
    evaluasi = evaluasi_panggung.buka(para)
    panggung.tandai(para, evaluasi, "penilai", "sesuai")
    panggung.aktifkan(para)
    return panggung.jalankan(para).pk


def _disusun(para: Pemeran) -> int:
    panggung_rapat.dinilai(para)
    return panggung_rapat.susun(para).pk


def _ditutup(para: Pemeran) -> panggung_rapat.Adegan:
    """One card was asked to be looked at again."""
    adegan = panggung_rapat.mulai(para)
    services.putuskan_kartu(
        aktor=para.aktor(para.bupati), kartu=adegan.kartu[0], keputusan="tinjau",
        alasan="Mohon dibaca lagi.", pada=panggung.PADA,
    )  # fmt: skip
    panggung_rapat.tutup(para, adegan)
    return adegan


OBJEK = {
    "kalibrasi_keputusan": _keputusan,
    "kalibrasi_analisis": _analisis,
    "kalibrasi_rapat_disusun": _disusun,
    "kalibrasi_rapat": lambda para: panggung_rapat.mulai(para).rapat.pk,
    "kalibrasi_rapat_unit": lambda para: panggung_rapat.mulai(para).unit.pk,
    "kalibrasi_kartu": lambda para: panggung_rapat.mulai(para).kartu[0].pk,
    "kalibrasi_permintaan": lambda para: _ditutup(para).kartu[0].pk,
    "kalibrasi_rapat_ditutup": lambda para: _ditutup(para).rapat.pk,
}
