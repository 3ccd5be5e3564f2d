"""A person's own training as plain data: part of the download of one's own data."""

from typing import Any

from tera.bimtek.models import (
    AhliPanel,
    KehadiranKelas,
    KemajuanModul,
    Naskah,
    PenilaianKasus,
    PesertaKelas,
    SertifikatBimtek,
    Sosialisasi,
)
from tera.core.aktor import Aktor


def salinan_bimtek(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return what the aktor read, rated in practice, and was given: six queries."""
    saya = aktor.pegawai_id or 0
    return {
        "modul": list(
            KemajuanModul.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("kursus", "modul", "versi", "jawaban", "jumlah_benar", "selesai_pada")
        ),
        "latihan": list(
            PenilaianKasus.objects.filter(sesi__pegawai_id=saya)
            .order_by("sesi_id", "urut")
            .values(
                "sesi_id", "sesi__jenis", "sesi__mulai_pada", "sesi__selesai_pada", "kasus",
                "versi", "tingkat", "catatan",
            )
        ),
        "sertifikat": list(
            SertifikatBimtek.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("kursus", "angka", "memberi_hak", "terbit_pada", "berlaku_sampai")
        ),
        "naskah": list(
            Naskah.objects.filter(penyusun_id=saya)
            .order_by("pk")
            .values("jenis", "kode", "versi", "judul", "isi", "status", "terbit_pada")
        ),
        "sosialisasi_diberikan": list(
            Sosialisasi.objects.filter(pemberi_id=saya)
            .order_by("pk")
            .values("judul", "unit__nama", "tenggat", "pesan", "diberikan_pada")
        ),
        "ahli_panel": list(
            AhliPanel.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("keahlian", "sejak", "sampai")
        ),
        # That the questionnaire was sent; what was answered is kept of nobody.
        "kelas": list(
            PesertaKelas.objects.filter(pegawai_id=saya)
            .exclude(kelas__status="disusun")
            .order_by("pk")
            .values(
                "kelas__judul", "kelas__mulai", "kelas__selesai", "jawaban", "alasan",
                "dijawab_pada", "sesi_sebelum_id", "sesi_sesudah_id", "angket_terkirim",
            )
        ),
        "kehadiran_kelas": list(
            KehadiranKelas.objects.filter(peserta__pegawai_id=saya)
            .order_by("pk")
            .values("hari__kelas__judul", "hari__tanggal", "hadir", "lewat")
        ),
    }  # fmt: skip
