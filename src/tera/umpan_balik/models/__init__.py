"""Tables of the voices."""

from tera.umpan_balik.models.putaran import (
    CatatanTerbuka,
    HasilUmpanBalik,
    HubunganResponden,
    InstrumenUmpanBalik,
    JawabanUmpanBalik,
    KemajuanPengisian,
    KunciPasangan,
    LingkupRekan,
    PembukaanKunci,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
    Undangan,
)

__all__ = [
    "CatatanTerbuka",
    "HasilUmpanBalik",
    "HubunganResponden",
    "InstrumenUmpanBalik",
    "JawabanUmpanBalik",
    "KemajuanPengisian",
    "KunciPasangan",
    "LingkupRekan",
    "PembukaanKunci",
    "PutaranPegawai",
    "PutaranUmpanBalik",
    "Responden",
    "Undangan",
]
