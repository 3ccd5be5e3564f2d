"""A person's own talent data as plain values: part of the download of one's own data."""

from typing import Any

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import (
    AnggotaSuksesi,
    KelompokSuksesi,
    KoreksiFakta,
    KotakTalenta,
    PembacaanTalenta,
    PenilaianPotensi,
    PeringkatKinerja,
    PetaTalenta,
    UsulKarier,
)


def salinan_talenta(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return one's boxes once they are set, scores, corrections, files, readings: seven queries."""
    saya = {"pegawai_id": aktor.pegawai_id or 0}
    return {
        "kotak_talenta": list(
            KotakTalenta.objects.filter(peta__status=PetaTalenta.Status.DITETAPKAN, **saya)
            .order_by("peta__tahun")
            .values(
                "peta__tahun", "jabatan", "nama_unit", "keadaan", "predikat", "kinerja",
                "sumber_kinerja", "nilai_potensi", "tanggal_potensi", "sumber_potensi",
                "potensial", "kotak", "krs", "rekomendasi", "peta__nomor_dokumen",
            )
        ),
        "penilaian_potensi": list(
            PenilaianPotensi.objects.filter(**saya)
            .order_by("tanggal")
            .values("tanggal", "kompetensi", "potensi", "rekam_jejak", "total", "bobot", "sumber")
        ),
        "peringkat_kinerja": list(
            PeringkatKinerja.objects.filter(**saya)
            .order_by("tahun")
            .values("tahun", "unit__nama", "level", "dasar", "dicatat_pada")
        ),
        "koreksi_fakta": list(
            KoreksiFakta.objects.filter(**saya)
            .order_by("pk")
            .values(
                "fakta", "tertulis", "seharusnya", "bukti", "status", "jawaban", "diajukan_pada",
                "dijawab_pada",
            )
        ),
        "rencana_suksesi": list(
            AnggotaSuksesi.objects.filter(**saya)
            .exclude(kelompok__status=KelompokSuksesi.Status.DISUSUN)
            .order_by("pk")
            .values("kelompok__jabatan_target", "kesiapan", "alasan", "sejak", "sampai")
        ),
        "usul_karier": list(
            UsulKarier.objects.filter(**saya)
            .exclude(status=UsulKarier.Status.DISUSUN)
            .order_by("pk")
            .values(
                "jenis", "jabatan_target", "unit_target__nama", "nama_pengusul", "status",
                "nomor_dokumen", "tanggal_dokumen", "diputus_pada",
            )
        ),
        "pembacaan_berkas_talenta": list(
            PembacaanTalenta.objects.filter(**saya)
            .order_by("pk")
            .values("hal", "keperluan", "nama_pembaca", "peran", "dibaca_at")
        ),
    }  # fmt: skip
