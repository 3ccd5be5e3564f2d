"""What the rating means for 360 rounds: results open after it, the key dies after the objections.

The rounds stand below and don't know ratings: this room tells them when.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.umpan_balik.models import PutaranPegawai, PutaranUmpanBalik
from tera.umpan_balik.services.putaran import buka_hasil
from tera.umpan_balik.services.putaran_kunci import musnahkan_kunci

BELUM_DITETAPKAN = (Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI)
BERJALAN = (Evaluasi.Status.DITETAPKAN, Evaluasi.Status.DISAMPAIKAN, Evaluasi.Status.KEBERATAN)
#: A person whose rating is never set must not keep the key alive (rancangan Tera).
TENGGANG_TANPA_RATING = dt.timedelta(days=90)


def buka_hasil_umpan_balik(
    *, instansi_id: int, zona: str, pada: dt.date, daftar_evaluasi: Collection[int] | None = None
) -> int:
    """Open the closed rounds' results of everybody whose rating is set (or of these evaluations).

    Safe to repeat.
    """
    dinilai = Evaluasi.objects.filter(
        instansi_id=instansi_id,
        pegawai_id=OuterRef("pegawai_id"),
        periode_id=OuterRef("putaran__periode_id"),
    ).exclude(status__in=BELUM_DITETAPKAN)
    if daftar_evaluasi is not None:
        dinilai = dinilai.filter(pk__in=daftar_evaluasi)
    menunggu = PutaranPegawai.objects.filter(
        Exists(dinilai), instansi_id=instansi_id, status=PutaranPegawai.Status.DITUTUP
    ).values_list("pegawai_id", "putaran__periode_id")
    aktor = Aktor.sistem(instansi_id, zona)
    return sum(
        buka_hasil(aktor=aktor, pegawai_id=pegawai, periode_id=periode, pada=pada)
        for pegawai, periode in set(menunggu)
    )


def musnahkan_kunci_selesai(*, instansi_id: int, zona: str, pada: dt.date) -> int:
    """Destroy the keys of rounds whose period has no objection left to come; returns how many."""
    peserta = PutaranPegawai.objects.filter(putaran_id=OuterRef(OuterRef("pk"))).values(
        "pegawai_id"
    )
    semua = Evaluasi.objects.filter(periode_id=OuterRef("periode_id"), pegawai_id__in=peserta)
    daftar = PutaranUmpanBalik.objects.filter(
        ~Exists(semua.filter(status__in=BERJALAN)),
        instansi_id=instansi_id,
        selesai__lt=pada,
        periode__batas_evaluasi__lt=pada,
    ).exclude(kunci_tersegel="")
    daftar = daftar.exclude(
        Exists(semua.filter(status__in=BELUM_DITETAPKAN)),
        periode__batas_evaluasi__gte=pada - TENGGANG_TANPA_RATING,
    )
    aktor = Aktor.sistem(instansi_id, zona)
    return sum(
        musnahkan_kunci(aktor=aktor, putaran=putaran, pada=pada)
        for putaran in daftar
        if not putaran.daftar_pegawai.filter(status=PutaranPegawai.Status.BERJALAN).exists()
    )
