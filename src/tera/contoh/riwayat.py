"""The results of two years before the demo's own: a past for angka kredit, talent and awards."""

import datetime as dt
import random

from tera.contoh.keramaian import mutu_orang
from tera.core.aktor import Aktor
from tera.evaluasi.models import HasilTerdahulu
from tera.evaluasi.services import BarisTerdahulu, catat_hasil_terdahulu
from tera.organisasi.models import Instansi, Pegawai
from tera.regulasi.kategori import Rating

SUMBER = "Rekap e-Kinerja BKN (contoh)"
#: What the law counts as an ASN's result; officials of state have none.
BERHASIL = ("pns", "cpns", "pppk", "pppk_paruh_waktu")


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> int:
    """Keep the two years before the demo's first own one, as an agency imports them once.

    Everybody who served the whole year has a result; returns how many were new.
    """
    daftar_tahun = (pada.year - 3, pada.year - 2)
    if HasilTerdahulu.objects.filter(instansi=instansi, tahun__in=daftar_tahun).exists():
        return 0
    daftar = []
    for satu in Pegawai.objects.filter(instansi=instansi, status__in=BERHASIL).order_by("pk"):
        for tahun in daftar_tahun:
            if satu.tmt_cpns is None or satu.tmt_cpns >= dt.date(tahun, 1, 2):
                continue
            acak = random.Random(f"{satu.nip} {tahun} terdahulu")
            mutu = mutu_orang(satu, tahun) + acak.gauss(0, 0.35)
            sikap = mutu_orang(satu, tahun - 7) + acak.gauss(0, 0.35)
            daftar.append(
                BarisTerdahulu(
                    pegawai_id=satu.pk,
                    tahun=tahun,
                    hasil_kerja=_rating(mutu, 0.95, -1.35),
                    perilaku_kerja=_rating(sikap, 0.7, -2.4),
                )
            )
    return catat_hasil_terdahulu(aktor=sistem, daftar=daftar, sumber=SUMBER, antar=False)


def _rating(mutu: float, atas: float, bawah: float) -> Rating:
    return Rating.DI_ATAS if mutu > atas else Rating.DI_BAWAH if mutu < bawah else Rating.SESUAI
