"""What was said about the work inside the days an evaluation is about."""

import datetime as dt
from collections.abc import Sequence

from tera.evaluasi.models import Evaluasi
from tera.umpan_balik.selectors.berkelanjutan import UmpanTerbaca, umpan_balik_bahan


def masa_evaluasi(evaluasi: Evaluasi) -> tuple[dt.date, dt.date]:
    """Return the days the evaluation is about: those of the period that the plan covers."""
    return (
        max(evaluasi.periode.mulai, evaluasi.skp.mulai),
        min(evaluasi.periode.selesai, evaluasi.skp.selesai),
    )


def umpan_banyak(*, daftar: Sequence[Evaluasi]) -> dict[int, list[UmpanTerbaca]]:
    """Return the feedback of evaluations of one period, by evaluation: one query for all."""
    periode = daftar[0].periode
    semua = umpan_balik_bahan(
        daftar_tugas=[satu.skp.penugasan_id for satu in daftar],
        awal=periode.mulai,
        akhir=periode.selesai,
    )
    hasil = {}
    for satu in daftar:
        mulai, akhir = masa_evaluasi(satu)
        hasil[satu.pk] = [
            umpan for umpan in semua[satu.skp.penugasan_id] if mulai <= umpan.tanggal <= akhir
        ]
    return hasil
