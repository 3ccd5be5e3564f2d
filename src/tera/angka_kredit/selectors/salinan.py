"""A person's own angka kredit as plain data: part of the download of one's own data."""

from typing import Any

from tera.angka_kredit.models import (
    BarisAngkaKredit,
    FaktaJF,
    KonversiPredikat,
    MasaJenjang,
    PenetapanAngkaKredit,
)
from tera.core.aktor import Aktor


def salinan_angka_kredit(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return the jenjang, ledger, conversions, facts and PAK of the aktor: five queries."""
    saya = aktor.pegawai_id or 0
    return {
        "jenjang": list(
            MasaJenjang.objects.filter(pegawai_id=saya)
            .order_by("mulai")
            .values(
                "jabatan", "jenjang", "golongan", "cara_masuk", "mulai", "selesai",
                "alasan_selesai", "ak_dasar", "ak_lama", "ak_penyesuaian", "ak_perpindahan",
                "perpindahan", "nomor_sk", "tanggal_sk",
            )
        ),
        "buku": list(
            BarisAngkaKredit.objects.filter(masa__pegawai_id=saya)
            .order_by("pk")
            .values("masa__jenjang", "unsur", "nilai", "alasan", "dicatat_pada")
        ),
        "konversi": list(
            KonversiPredikat.objects.filter(pegawai_id=saya)
            .order_by("tahun", "bulan_mulai", "pk")
            .values(
                "tahun", "bulan_mulai", "bulan_selesai", "predikat", "persentase", "koefisien",
                "nilai", "status", "penilai__nama", "diusulkan_pada", "ditetapkan_pada",
                "alasan_koreksi",
            )
        ),
        "fakta": list(
            FaktaJF.objects.filter(pegawai_id=saya)
            .order_by("tanggal", "pk")
            .values(
                "jenis", "positif", "tingkat", "nomor", "tanggal", "berlaku_sampai",
                "keterangan", "status", "laporan", "jawaban",
            )
        ),
        "pak": list(
            PenetapanAngkaKredit.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("nomor", "mulai", "selesai", "jumlah", "status", "ditetapkan_pada")
        ),
    }  # fmt: skip
