"""What a run left about oneself, as plain data: part of the download of one's own data.

In the words of the pages, never as numbers; what isn't shown on a page isn't in the copy either.
"""

from typing import Any

from tera.core.aktor import Aktor
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN
from tera.kalibrasi import kata
from tera.kalibrasi.models import AlasanPutusan, SaranPegawai
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada
from tera.kalibrasi.selectors.saran import keketatan_saya


def salinan_kalibrasi(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return what stood beside the aktor's results, own strictness, own reasons: four queries."""
    if pengaktifan_pada(instansi_id=aktor.instansi_id, pada=aktor.hari_ini) is None:
        return {"bukti_lain": [], "keketatan": [], "alasan_putusan": []}
    saya = aktor.pegawai_id or 0
    return {
        "bukti_lain": [
            {"periode": str(satu.evaluasi.periode), "kalimat": kata.sebut_rentang(satu)}
            for satu in SaranPegawai.objects.filter(
                evaluasi__pegawai_id=saya, evaluasi__status__in=SUDAH_DISAMPAIKAN
            )
            .select_related("evaluasi__periode")
            .order_by("evaluasi__periode__selesai", "pk")
        ],
        "keketatan": [
            {
                "periode": str(satu.analisis.periode),
                "versi": satu.analisis.versi,
                "kalimat": kata.sebut_keketatan(satu),
            }
            for satu in keketatan_saya(aktor=aktor)
        ],
        "alasan_putusan": list(
            AlasanPutusan.objects.filter(penilai_id=saya)
            .order_by("dicatat_at")
            .values("evaluasi__periode__tahun", "level", "teks", "dicatat_at")
        ),
    }
