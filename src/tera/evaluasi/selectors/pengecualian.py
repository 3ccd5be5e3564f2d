"""What in a rater's round asks for a closer look: missing, returned, short of target, disputed."""

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tera.evaluasi.models import CatatanKerja, Evaluasi, LevelRating, PilihanPredikat
from tera.evaluasi.saran import saran_perilaku
from tera.organisasi.models import Periode
from tera.pelaksanaan.models import Realisasi, StatusLaporan
from tera.skp.models import IndikatorKinerja

JUMLAH_NILAI = 7


def pengecualian(
    periode: Periode,
    jumlah_indikator: int,
    laporan: Collection[Mapping[str, Any]],
    diri: Mapping[tuple[str, str], str],
    evaluasi: Evaluasi | None,
    terakhir: str,
) -> list[str]:
    """Return what asks for a closer look at one person, in words."""
    hasil = []
    kurang = (jumlah_indikator or 0) - len(laporan)
    if kurang > 0:
        hasil.append(_("%(n)s realisasi belum dilaporkan") % {"n": kurang})
    kembali = sum(1 for satu in laporan if satu["status"] == StatusLaporan.DIKEMBALIKAN)
    if kembali:
        hasil.append(_("%(n)s realisasi dikembalikan") % {"n": kembali})
    bawah = sum(
        1
        for satu in laporan
        if satu["persen_kasar"] is not None
        and not satu["target_tercapai"]
        and satu["persen_kasar"]
        < batas_laju(periode=periode, aspek=satu["aspek"] or "", arah=satu["arah"])
    )
    if bawah:
        hasil.append(_("%(n)s indikator di bawah target") % {"n": bawah})
    if beda := _beda_diri(diri, evaluasi):
        hasil.append(beda)
    if terakhir and terakhir != PilihanPredikat.BAIK:
        hasil.append(_("periode lalu %(predikat)s") % {"predikat": PilihanPredikat(terakhir).label})
    return hasil


def batas_laju(*, periode: Periode, aspek: str, arah: str) -> Decimal:
    """Percent of a year's target that is due by the end of ``periode``: a share for counts."""
    if aspek != IndikatorKinerja.Aspek.KUANTITAS or arah != Realisasi.Arah.NAIK:
        return Decimal(100)
    hari = (periode.selesai - dt.date(periode.tahun, 1, 1)).days + 1
    # Rounded down to five: nobody is behind for a day.
    return Decimal(hari * 20 // 366 * 5 if hari < 365 else 100)


def _beda_diri(diri: Mapping[tuple[str, str], str], evaluasi: Evaluasi | None) -> str:
    """How the person's own marks depart from the ratings (before rating: from *sesuai*)."""
    if not diri or evaluasi is None:
        return ""
    hasil = evaluasi.rating_hasil_kerja or LevelRating.SESUAI
    perilaku = evaluasi.rating_perilaku_kerja or LevelRating.SESUAI
    rhk = [level for (unsur, _k), level in diri.items() if unsur == CatatanKerja.Unsur.RHK]
    nilai = {k: level for (unsur, k), level in diri.items() if unsur == CatatanKerja.Unsur.PERILAKU}
    beda_hasil = rhk and sum(level != hasil for level in rhk) * 2 > len(rhk)
    saran = saran_perilaku(daftar=nilai, jumlah_nilai=JUMLAH_NILAI, batas_atas=4)
    if beda_hasil or (saran.level and saran.level != perilaku):
        return _("swakaji berbeda")
    return ""
