"""A person's own part of awards as plain data: part of the download of one's own data."""

from typing import Any

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import (
    AnggotaTimPenghargaan,
    CalonPenghargaan,
    DataBulanan,
    KoreksiRekam,
    PandanganAnggota,
    RekamDisiplin,
)
from tera.tindak_lanjut.selectors.penghargaan.tunjangan import pembaca_faktor


def salinan_penghargaan(*, aktor: Aktor) -> dict[str, list[Any]]:
    """Return what is kept about the aktor and what they wrote: nine queries.

    The committee's views on the aktor stay with the committee.
    """
    saya = aktor.pegawai_id or 0
    return {
        "pencalonan": list(
            CalonPenghargaan.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values(
                "putaran__jenis__nama", "putaran__nama", "sumber", "alasan", "status", "rekaman",
                "alasan_putusan", "setuju_nama", "alasan_publik",
            )
        ),
        "usulan_saya": list(
            CalonPenghargaan.objects.filter(pengusul_id=saya)
            .order_by("pk")
            .values("putaran__nama", "pegawai__nama", "alasan", "status")
        ),
        "keanggotaan_tim": list(
            AnggotaTimPenghargaan.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("putaran__nama", "jabatan")
        ),
        "pandangan_saya": list(
            PandanganAnggota.objects.filter(anggota__pegawai_id=saya)
            .order_by("pk")
            .values("calon__pegawai__nama", "pandangan", "benturan", "alasan", "dicatat_at")
        ),
        "rekam_disiplin": list(
            RekamDisiplin.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values(
                "jenis", "mulai", "selesai", "nomor_surat", "tanggal_surat", "dicabut_at",
                "alasan_cabut",
            )
        ),
        "permintaan_koreksi": list(
            KoreksiRekam.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("uraian", "status", "jawaban", "diajukan_pada", "dijawab_pada")
        ),
        "data_tunjangan": list(
            DataBulanan.objects.filter(pegawai_id=saya)
            .order_by("bulan")
            .values(
                "bulan",
                "potongan_kehadiran",
                "capaian",
                "laporan_tidak_sesuai",
                "tanpa_laporan",
            )
        ),
        # Exports hold everybody of their month and are told as one's page tells them.
        "faktor_dibuka": [
            {
                "pembaca": satu.pembaca.nama_lengkap,
                "bulan": satu.bulan,
                "tujuan": satu.tujuan,
                "dibaca_at": satu.dibaca_at,
            }
            for satu in pembaca_faktor(aktor=aktor)
        ],
    }  # fmt: skip
