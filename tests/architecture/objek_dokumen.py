"""Objects behind the doors of printed documents."""

from architecture.objek_evaluasi import _disampaikan
from evaluasi import panggung
from pemeran import Pemeran
from tera.dokumen.paket import buat_paket, minta_paket


def _paket(para: Pemeran) -> int:
    _disampaikan(para)
    paket = minta_paket(
        aktor=para.aktor(para.fajar), unit=para.dinas, periode=para.periode, pada=panggung.PADA
    )
    buat_paket(paket.pk)
    return paket.pk


OBJEK = {"paket_fajar": _paket}
