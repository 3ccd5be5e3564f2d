"""Objects behind the doors of reward."""

import datetime as dt

from pemeran import Pemeran
from tera.tindak_lanjut.services.penghargaan.rekam import ajukan_koreksi
from tera.tindak_lanjut.services.penghargaan.tunjangan import catat_aturan
from tindak_lanjut.penghargaan import panggung
from tindak_lanjut.penghargaan.panggung import PADA
from tindak_lanjut.penghargaan.test_tunjangan import ISI


def _koreksi(para: Pemeran) -> int:
    return ajukan_koreksi(
        aktor=para.aktor(para.andi), rekam=None, uraian="Kurang satu surat.", pada=PADA
    ).pk


def _aturan(para: Pemeran) -> int:
    # Far enough ahead never to be in force.
    isi = ISI | {"berlaku_mulai": dt.date(2099, 1, 1)}
    return catat_aturan(aktor=para.aktor(para.citra), isi=isi, pada=PADA).pk


def _kode(para: Pemeran) -> str:
    panggung.jenis(para)
    return para.instansi.kode


OBJEK = {
    "penghargaan_jenis": lambda para: panggung.jenis(para).pk,
    "penghargaan_putaran": lambda para: panggung.putaran(para).pk,
    "penghargaan_ditelaah": lambda para: panggung.ditelaah(para).putaran_id,
    "penghargaan_calon": lambda para: panggung.ditelaah(para).pk,
    "penghargaan_ditetapkan": lambda para: panggung.diputuskan(para).pk,
    "penghargaan_rekam": lambda para: panggung.rekam(para).pk,
    "penghargaan_koreksi": _koreksi,
    "penghargaan_aturan": _aturan,
    "penghargaan_kode": _kode,
}
