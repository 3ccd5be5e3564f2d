"""Objects behind the doors of the calibration."""

import io

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


OBJEK = {"kalibrasi_keputusan": _keputusan}
