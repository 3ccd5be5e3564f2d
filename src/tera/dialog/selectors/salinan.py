"""A person's own part of the dialogue as plain data: part of the download of one's own data."""

from typing import Any

from django.db.models import Q

from tera.core.aktor import Aktor
from tera.dialog.models import (
    ButirAgenda,
    CatatanPertemuan,
    Jawaban,
    KeikutsertaanProses,
    Kesepakatan,
    MasukanDiskusi,
    NotulenSesi,
    Pertanyaan,
    Pertemuan,
    PesertaSesi,
)


def salinan_dialog(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return what the aktor wrote, agreed to and was asked to: ten queries.

    Of the five questions only that one answered, and the day: what, nobody can tell.
    """
    saya = aktor.pegawai_id or 0
    return {
        "pertemuan": list(
            Pertemuan.objects.filter(Q(pegawai_id=saya) | Q(mitra_id=saya))
            .order_by("tanggal", "pk")
            .values(
                "jenis", "hubungan", "pegawai__nama", "mitra__nama", "tanggal", "jam_mulai",
                "jam_selesai", "tempat", "tautan", "status", "dilaksanakan_pada",
            )
        ),
        "agenda": list(
            ButirAgenda.objects.filter(pengusul_id=saya)
            .order_by("pk")
            .values("pertemuan__tanggal", "asal", "teks", "sudah_dibahas")
        ),
        "catatan_pertemuan": list(
            CatatanPertemuan.objects.filter(penulis_id=saya)
            .order_by("pk")
            .values("pertemuan__tanggal", "versi", "teks", "ditulis_at")
        ),
        "kesepakatan": list(
            Kesepakatan.objects.filter(Q(penanggung_jawab_id=saya) | Q(pihak_lain_id=saya))
            .order_by("tenggat", "pk")
            .values(
                "uraian", "penanggung_jawab__nama", "pihak_lain__nama", "tenggat", "status",
                "selesai_pada",
            )
        ),
        "pertanyaan": list(
            Pertanyaan.objects.filter(penanya_id=saya)
            .order_by("pk")
            .values("evaluasi__periode__tahun", "baris", "teks", "status", "diajukan_at")
        ),
        "jawaban": list(
            Jawaban.objects.filter(penulis_id=saya).order_by("pk").values("teks", "ditulis_at")
        ),
        "diskusi": list(
            PesertaSesi.objects.filter(pegawai_id=saya)
            .order_by("sesi__tanggal", "pk")
            .values("sesi__topik", "sesi__tanggal", "hadir")
        ),
        "masukan_diskusi": list(
            MasukanDiskusi.objects.filter(Q(penulis_id=saya) | Q(kepada_id=saya))
            .order_by("pk")
            .values("penulis__nama", "kepada__nama", "teks", "ditulis_at")
        ),
        "notulen": list(
            NotulenSesi.objects.filter(penulis_id=saya)
            .order_by("pk")
            .values("sesi__topik", "versi", "teks", "ditulis_at")
        ),
        "lima_pertanyaan": list(
            KeikutsertaanProses.objects.filter(pegawai_id=saya)
            .order_by("tanggal")
            .values("periode__tahun", "tanggal")
        ),
    }  # fmt: skip
