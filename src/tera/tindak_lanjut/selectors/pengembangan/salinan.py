"""A person's own development as plain data: part of the download of one's own data."""

from typing import Any

from django.db.models import Q

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import (
    DampakPelatihan,
    KegiatanPengembangan,
    Nominasi,
    Pendampingan,
    PesertaPelatihan,
    RencanaPengembangan,
    UsulTugas,
)


def salinan_pengembangan(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return plans, rows, trainings, answers, proposals and pairs of the aktor: seven queries."""
    saya = aktor.pegawai_id or 0
    putusan = ("alasan", "bukti", "status", "diusulkan_pada", "alasan_putusan", "nomor_surat",
               "diputus_pada", "pengusul__nama", "pemutus__nama")  # fmt: skip
    return {
        "rencana": list(
            RencanaPengembangan.objects.filter(pegawai_id=saya)
            .order_by("tahun")
            .values("tahun", "status", "diajukan_pada", "disetujui_pada", "catatan_pengembalian")
        ),
        "kegiatan": list(
            KegiatanPengembangan.objects.filter(rencana__pegawai_id=saya)
            .order_by("rencana__tahun", "pk")
            .values(
                "rencana__tahun", "kesenjangan", "uraian_kesenjangan", "sasaran_teks", "asal",
                "kegiatan", "jenis", "porsi", "jp", "target_pada", "pembimbing__nama", "status",
                "selesai_pada", "hasil", "jp_diperoleh", "tautan", "catatan_penilai",
                "alasan_batal",
            )
        ),
        "pelatihan": list(
            PesertaPelatihan.objects.filter(pegawai_id=saya)
            .order_by("sesi__mulai", "pk")
            .values(
                "sesi__pelatihan__judul", "sesi__mulai", "sesi__selesai", "status", "hadir", "jp",
                "nomor_sertifikat",
            )
        ),
        "dampak": list(
            DampakPelatihan.objects.filter(penjawab_id=saya)
            .order_by("pk")
            .values("peserta__sesi__pelatihan__judul", "sisi", "pakai", "contoh", "dijawab_pada")
        ),
        "nominasi": list(
            Nominasi.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("jenis", "program", "uraian", "sesi__pelatihan__judul", *putusan)
        ),
        "usul_tugas": list(
            UsulTugas.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("jenis", "judul", "mulai", "selesai", *putusan)
        ),
        "pendampingan": list(
            Pendampingan.objects.filter(Q(pegawai_id=saya) | Q(pembimbing_id=saya))
            .order_by("mulai", "pk")
            .values(
                "jenis", "pegawai__nama", "pembimbing__nama", "tujuan", "mulai", "selesai",
                "status", "hasil",
            )
        ),
    }  # fmt: skip
