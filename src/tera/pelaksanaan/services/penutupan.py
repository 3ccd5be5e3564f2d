"""Closing the material a decision stands on, and opening it again with the decision."""

import datetime as dt
from collections.abc import Collection

from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.galat import StatusTidakSesuaiError
from tera.core.sisip import sisip_baris
from tera.organisasi.models import JenisPeriode, Periode
from tera.pelaksanaan.models import PenutupanBahan


def tutup_bahan(*, daftar_penugasan: Collection[int], periode: Periode) -> None:
    """Close what was reported by ``periode`` for these assignments: one statement for all."""
    saat = clock.sekarang()
    sisip_baris(
        PenutupanBahan,
        [
            {"penugasan_id": pk, "periode_id": periode.pk, "ditutup_at": saat}
            for pk in daftar_penugasan
        ],
        lewati_kembar=True,
    )


def buka_bahan(*, penugasan_id: int, periode: Periode) -> None:
    """Open it again: the decision was taken back before it was delivered."""
    PenutupanBahan.objects.filter(penugasan_id=penugasan_id, periode=periode).delete()


def sudah_ditutup(*, penugasan_id: int, periode: Periode) -> bool:
    """Whether a decision stands on this period, or on the whole year it belongs to."""
    return (
        PenutupanBahan.objects.filter(penugasan_id=penugasan_id, periode__tahun=periode.tahun)
        .filter(periode__selesai__gte=periode.selesai)
        .filter(periode__jenis__in={periode.jenis, JenisPeriode.TAHUNAN})
        .exists()
    )


def tanggal_sudah_ditutup(*, penugasan_id: int, tanggal: dt.date) -> bool:
    """Whether a decision stands on a period or year that holds the day."""
    return PenutupanBahan.objects.filter(
        penugasan_id=penugasan_id,
        periode__mulai__lte=tanggal,
        periode__selesai__gte=tanggal,
    ).exists()


def pastikan_tanggal_terbuka(*, penugasan_id: int, tanggal: dt.date) -> None:
    """Refuse a change of an achievement under a decision.

    Raises:
        StatusTidakSesuaiError: an evaluation that holds the day is set.
    """
    if tanggal_sudah_ditutup(penugasan_id=penugasan_id, tanggal=tanggal):
        raise StatusTidakSesuaiError(
            _(
                "Capaian pada tanggal itu tidak bisa diubah: evaluasi yang berdiri di atasnya "
                "sudah ditetapkan. Sampaikan kepada pejabat penilai bila ada yang keliru."
            )
        )


def pastikan_terbuka(*, penugasan_id: int, periode: Periode) -> None:
    """Refuse a change under a decision.

    Raises:
        StatusTidakSesuaiError: the evaluation of this period or year is set.
    """
    if sudah_ditutup(penugasan_id=penugasan_id, periode=periode):
        raise StatusTidakSesuaiError(
            _(
                "Belum bisa diubah: evaluasi %(periode)s sudah ditetapkan dan berdiri di atas "
                "isian ini. Bila ada yang keliru, sampaikan kepada pejabat penilai sebelum "
                "hasilnya disampaikan, atau ajukan keberatan sesudahnya."
            )
            % {"periode": periode}
        )
