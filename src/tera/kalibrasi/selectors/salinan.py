"""What a run left about oneself, as plain data: part of the download of one's own data.

In the words of the pages, never as numbers; what isn't shown on a page isn't in the copy either.
"""

from typing import Any

from tera.core.aktor import Aktor
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN
from tera.kalibrasi import kata
from tera.kalibrasi.models import AlasanPutusan, KartuRapat, PesertaRapat, SaranPegawai
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada
from tera.kalibrasi.selectors.rapat import kartu_tentang
from tera.kalibrasi.selectors.saran import keketatan_saya


def salinan_kalibrasi(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return what stood beside the aktor's results, own strictness, reasons, meetings."""
    rapat = _salinan_rapat(aktor)
    if pengaktifan_pada(instansi_id=aktor.instansi_id, pada=aktor.hari_ini) is None:
        return {"bukti_lain": [], "keketatan": [], "alasan_putusan": [], **rapat}
    saya = aktor.pegawai_id or 0
    return {
        **rapat,
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


def _salinan_rapat(aktor: Aktor) -> dict[str, list[Any]]:
    """What meetings said of the aktor's own results after delivery, and the own part in them."""
    saya = aktor.pegawai_id or 0
    return {
        "keputusan_rapat": [
            {
                "periode": str(satu.evaluasi.periode),
                "keputusan": satu.get_keputusan_display(),
                "alasan": satu.alasan,
                "jawaban_penilai": satu.get_jawaban_display() if satu.jawaban else "",
            }
            for satu in kartu_tentang(aktor=aktor).filter(evaluasi__status__in=SUDAH_DISAMPAIKAN)
        ],
        "rapat_diikuti": list(
            PesertaRapat.objects.filter(pegawai_id=saya)
            .order_by("rapat__tanggal", "pk")
            .values("rapat__tanggal", "rapat__periode__tahun", "peran", "hadir")
        ),
        "jawaban_kepada_rapat": list(
            KartuRapat.objects.filter(penilai_id=saya)
            .exclude(jawaban="")
            .order_by("dijawab_at")
            .values("evaluasi__periode__tahun", "jawaban", "alasan_jawaban", "dijawab_at")
        ),
    }
