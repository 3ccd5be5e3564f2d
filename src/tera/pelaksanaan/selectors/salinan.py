"""A person's own work as plain data: part of the download of one's own data."""

from typing import Any

from tera.core.aktor import Aktor
from tera.pelaksanaan.models import (
    BuktiDukung,
    CapaianPegawai,
    FaktorLuarKendali,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
)


def salinan_kerja(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return everything the aktor wrote in pelaksanaan: six queries, no other person's rows."""
    saya = aktor.pegawai_id or 0
    return {
        "rencana_aksi": list(
            RencanaAksi.objects.filter(pegawai_id=saya)
            .order_by("periode__mulai", "urut", "id")
            .values("periode__tahun", "periode__jenis", "periode__urut", "teks", "target")
        ),
        "realisasi": list(
            Realisasi.objects.filter(pegawai_id=saya)
            .order_by("periode__mulai", "id")
            .values(
                "periode__tahun", "periode__jenis", "periode__urut", "target", "nilai", "satuan",
                "teks", "persen", "asal", "sumber_data", "data_per", "sanggahan", "status",
                "catatan", "dilaporkan_at", "diperiksa_at",
            )
        ),
        "bukti_dukung": list(
            BuktiDukung.objects.filter(pegawai_id=saya).values(
                "nama", "jenis", "url", "berkas__nama", "created_at", "ditarik_at"
            )
        ),
        "progres_harian": list(
            ProgresHarian.objects.filter(pegawai_id=saya)
            .order_by("tanggal", "jam_mulai")
            .values(
                "tanggal", "jam_mulai", "jam_selesai", "rencana_aksi__teks", "kegiatan",
                "realisasi", "satuan", "bukti_url",
            )
        ),
        "faktor_luar_kendali": list(
            FaktorLuarKendali.objects.filter(pegawai_id=saya).values(
                "periode__tahun", "periode__jenis", "periode__urut", "uraian"
            )
        ),
        "capaian_pegawai": list(
            CapaianPegawai.objects.filter(pegawai_id=saya).values(
                "tanggal", "judul", "keadaan_sebelum", "keadaan_sesudah", "nilai_sebelum",
                "nilai_sesudah", "satuan", "cara", "status", "catatan",
            )
        ),
    }  # fmt: skip
