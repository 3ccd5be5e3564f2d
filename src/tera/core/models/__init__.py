"""Tables of the machine room."""

from tera.core.models.akun import KodeAktivasi, Pengguna, SesiPetugas
from tera.core.models.jejak import (
    AkarAudit,
    JadwalJalan,
    JejakAudit,
    Kejadian,
    PengirimanKejadian,
    RiwayatStatus,
)
from tera.core.models.kiriman import Berkas, Draf, KunciIdempoten, TandaTerima
from tera.core.models.masuk import RiwayatMasuk

__all__ = [
    "AkarAudit",
    "Berkas",
    "Draf",
    "JadwalJalan",
    "JejakAudit",
    "Kejadian",
    "KodeAktivasi",
    "KunciIdempoten",
    "Pengguna",
    "PengirimanKejadian",
    "RiwayatMasuk",
    "RiwayatStatus",
    "SesiPetugas",
    "TandaTerima",
]
