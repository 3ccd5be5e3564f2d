"""A person's own part from result to action as plain data, for the download of one's own data."""

from typing import Any

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import (
    BacaanKonseling,
    BimbinganKinerja,
    ButirPerbaikan,
    KeputusanTindakan,
    KetidakhadiranTahunan,
    Konseling,
    PermintaanKonseling,
    TindakLanjut,
    TinjauanPerbaikan,
    TinjauanPerjanjian,
)


def salinan_tindakan(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return what followed the aktor's results: ten queries."""
    saya = aktor.pegawai_id or 0
    return {
        "tindak_lanjut": list(
            TindakLanjut.objects.filter(pegawai_id=saya).order_by("pk").values(
                "jenis", "asal", "tahun", "predikat", "predikat_lalu", "status", "dibuat_pada",
                "tenggat", "dasar", "rencana__status", "rencana__pengantar", "rencana__mulai",
                "rencana__selesai", "rencana__kesimpulan", "rencana__tanggapan_akhir",
            )
        ),
        "rencana_perbaikan": list(
            ButirPerbaikan.objects.filter(rencana__tindakan__pegawai_id=saya).order_by("pk").values(
                "rencana__tindakan__tahun", "asal", "rujukan", "uraian", "bukti", "ukuran",
                "dukungan", "tenggat",
            )
        ),
        "tinjauan_perbaikan": list(
            TinjauanPerbaikan.objects.filter(rencana__tindakan__pegawai_id=saya)
            .order_by("pk")
            .values("rencana__tindakan__tahun", "tanggal", "kemajuan", "catatan", "ditinjau_pada")
        ),
        "keputusan": list(
            KeputusanTindakan.objects.filter(tindakan__pegawai_id=saya).order_by("pk").values(
                "aksi", "nomor", "tanggal", "keterangan", "nama_pemutus"
            )
        ),
        "bimbingan": list(
            BimbinganKinerja.objects.filter(pegawai_id=saya).order_by("pk").values(
                "pembimbing__nama", "tanggal", "uraian", "kesepakatan", "tanggapan"
            )
        ),
        "konseling": list(
            Konseling.objects.filter(pegawai_id=saya).order_by("pk").values(
                "konselor__nama", "konselor_luar", "tanggal", "tempat", "status", "masalah",
                "penyebab", "pemecahan", "rekomendasi", "uraian_rekomendasi",
                "dilaporkan_pada",
            )
        ),
        "permintaan_konseling": list(
            PermintaanKonseling.objects.filter(pegawai_id=saya).order_by("pk").values(
                "tujuan", "uraian", "status", "jawaban", "diajukan_pada"
            )
        ),
        "ketidakhadiran": list(
            KetidakhadiranTahunan.objects.filter(pegawai_id=saya).order_by("pk").values(
                "tahun", "hari", "berturut", "sumber", "diperiksa_pada", "hasil_periksa",
                "nomor_periksa",
            )
        ),
        "konseling_dibuka": list(
            BacaanKonseling.objects.filter(konseling__pegawai_id=saya).order_by("pk").values(
                "konseling__tanggal", "pembaca__nama", "bagian", "dibaca_at"
            )
        ),
        "perjanjian_kerja": list(
            TinjauanPerjanjian.objects.filter(pegawai_id=saya).order_by("pk").values(
                "perjanjian__nomor", "perjanjian__mulai", "perjanjian__selesai", "status",
                "rekomendasi", "alasan", "keputusan", "alasan_keputusan", "nomor_keputusan",
            )
        ),
    }  # fmt: skip
