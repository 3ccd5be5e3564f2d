"""Objects behind the doors of the appraisal."""

from evaluasi import panggung
from pemeran import Pemeran
from tera.evaluasi import services


def _disampaikan(para: Pemeran) -> int:
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    budi = para.aktor(para.budi)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=panggung.PADA)
    evaluasi.refresh_from_db()
    services.sampaikan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=panggung.PADA)
    return evaluasi.pk


OBJEK = {
    "periode": lambda para: para.periode.pk,
    "unit_dinas": lambda para: para.dinas.pk,
    "unit_bidang": lambda para: para.bidang.pk,
    "skp_ditetapkan": lambda para: panggung.skp_ditetapkan(para).pk,
    "evaluasi_andi": lambda para: panggung.buka(para).pk,
    "evaluasi_disampaikan": _disampaikan,
}
