"""Tables of the appraisal: the evaluation with its papers, and the objection."""

from tera.evaluasi.models.inti import (
    ALASAN_FINAL,
    ALASAN_UBAH_NILAI,
    CapaianOrganisasi,
    CaraPenyampaian,
    CatatanKerja,
    Evaluasi,
    EvaluasiKeluar,
    HitunganEvaluasi,
    LevelRating,
    PembacaanEvaluasi,
    PenjelasanDistribusi,
    PilihanPredikat,
    SebabTandaTangan,
    Swakaji,
)
from tera.evaluasi.models.keberatan import BuktiKeberatan, Keberatan, KeteranganKeberatan
from tera.evaluasi.models.terdahulu import HasilTerdahulu

__all__ = [
    "ALASAN_FINAL",
    "ALASAN_UBAH_NILAI",
    "BuktiKeberatan",
    "CapaianOrganisasi",
    "CaraPenyampaian",
    "CatatanKerja",
    "Evaluasi",
    "EvaluasiKeluar",
    "HasilTerdahulu",
    "HitunganEvaluasi",
    "Keberatan",
    "KeteranganKeberatan",
    "LevelRating",
    "PembacaanEvaluasi",
    "PenjelasanDistribusi",
    "PilihanPredikat",
    "SebabTandaTangan",
    "Swakaji",
]
