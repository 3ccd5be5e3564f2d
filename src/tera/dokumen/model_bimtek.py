"""View model of the certificate of practice in rating; frozen, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tera.dokumen.model_umum import Verifikasi


@dataclass(frozen=True, slots=True, kw_only=True)
class SertifikatCetak:
    """What one session showed, in counts; ``memberi_hak``: the panel keyed every case."""

    nama_instansi: str
    tempat: str
    nama: str
    nip: str
    kursus: str
    kasus: int
    tanda: int
    sama: int
    lebih_rendah: int
    lebih_tinggi: int
    memberi_hak: bool
    kesepakatan: str
    terbit: date
    sampai: date
    judul: str = "Sertifikat Latihan Menilai"
    verifikasi: Verifikasi | None = None
