"""Objects behind the doors of continuous feedback: Budi told Andi, Andi asked Budi."""

import datetime as dt

from pemeran import Pemeran
from tera.core import clock
from tera.umpan_balik.services import permintaan
from umpan_balik import panggung_umpan as panggung


def _hari(para: Pemeran) -> dt.date:
    return clock.hari_ini(para.instansi.zona)


def _diminta(para: Pemeran) -> int:
    return permintaan.minta_umpan_balik(
        aktor=para.aktor(para.andi), kepada=[para.budi], sasaran="umum", pesan="", pada=_hari(para)
    )[0].pk


OBJEK = {
    "umpan_budi_andi": lambda para: panggung.beri(para).pk,
    "umpan_permintaan": _diminta,
    "umpan_andi": lambda para: para.andi.pk,
}
