"""Objects behind the doors of the calibration."""

import io

from evaluasi import panggung as evaluasi_panggung
from kalibrasi import panggung
from pemeran import Pemeran
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
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


OBJEK = {"kalibrasi_keputusan": _keputusan, "kalibrasi_analisis": _analisis}
