"""Objects behind the doors of the public's voice."""

import datetime as dt

from pemeran import Pemeran
from tera.umpan_balik.models import MasukanMasyarakat
from tera.umpan_balik.services import moderasi
from umpan_balik import panggung_publik as panggung


def _tentang_andi(para: Pemeran) -> int:
    titik = panggung.titik(para, unit=para.bidang)
    panggung.jawaban(titik, 5)
    masukan = panggung.masukan(titik)
    aktor, pada = para.aktor(para.citra), panggung.PADA
    moderasi.terbitkan_masukan(aktor=aktor, masukan=masukan, pada=pada)
    moderasi.kaitkan_masukan(aktor=aktor, masukan=masukan, pegawai=para.andi, pada=pada)
    return masukan.pk


def _forum_terbit(para: Pemeran) -> int:
    masukan = panggung.masukan(panggung.forum(para), tentang="layanan")
    moderasi.terbitkan_masukan(
        aktor=para.aktor(para.citra), masukan=masukan, pada=dt.date(2026, 7, 6)
    )
    return masukan.pk


def _hasil_terbuka(para: Pemeran) -> str:
    panggung.kebijakan(para, "publik.hasil_terbuka", True)
    return panggung.titik(para).kode


def _menunggu(para: Pemeran) -> MasukanMasyarakat:
    return panggung.masukan(panggung.titik(para, unit=para.bidang))


OBJEK = {
    "titik_kode": lambda para: panggung.titik(para).kode,
    "titik_kode_terbuka": _hasil_terbuka,
    "titik_dinas": lambda para: panggung.titik(para).pk,
    "titik_bidang": lambda para: panggung.titik(para, unit=para.bidang).pk,
    "unit_dinas_publik": lambda para: para.dinas.pk,
    "forum_kode": lambda para: panggung.forum(para).kode,
    "forum_dinas": lambda para: panggung.forum(para).pk,
    "masukan_menunggu": lambda para: _menunggu(para).pk,
    "masukan_forum_terbit": _forum_terbit,
    "masukan_tentang_andi": _tentang_andi,
    "pegawai_andi_publik": lambda para: para.andi.pk,
}
