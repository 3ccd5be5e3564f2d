"""Tables of the voices: one module per topic."""

from tera.umpan_balik.models.publik import (
    KOLOM_UNSUR,
    ForumEvaluasi,
    Jalur,
    JawabanForum,
    JawabanSKM,
    Kanal,
    MasukanMasyarakat,
    TanggapanPegawai,
    TantanganTerpakai,
    TitikLayanan,
)

__all__ = [
    "KOLOM_UNSUR",
    "ForumEvaluasi",
    "Jalur",
    "JawabanForum",
    "JawabanSKM",
    "Kanal",
    "MasukanMasyarakat",
    "TanggapanPegawai",
    "TantanganTerpakai",
    "TitikLayanan",
]
