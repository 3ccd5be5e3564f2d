"""What the pages about one person show: the box with its reasons, results, corrections, steps."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_tanggal, tulis_waktu
from tera.core.models import RiwayatStatus
from tera.core.sebutan import sebutan_aksi, sebutan_peran, sebutan_pilihan
from tera.regulasi.kategori import Predikat, Rating
from tera.tindak_lanjut.models import KoreksiFakta, KotakTalenta, PenilaianPotensi
from tera.tindak_lanjut.selectors.talenta.berkas import BerkasTalenta
from tera.tindak_lanjut.tampilan_talenta import (
    NADA_KOTAK,
    NADA_PREDIKAT,
    NADA_STATUS,
    aturan_kata,
    kalimat_kotak,
)


def konteks_berkas(berkas: BerkasTalenta) -> dict[str, Any]:
    """Return the newest box with why, the years, the results and the assessments."""
    return {
        "kini": _kotak(berkas.terbaru, berkas.tampil_kotak) if berkas.terbaru else None,
        "lalu": [_kotak(satu, berkas.tampil_kotak) for satu in berkas.kotak[1:]],
        "hasil": [
            {
                "tahun": satu.tahun,
                "predikat": Predikat(satu.predikat).label,
                "nada": NADA_PREDIKAT.get(satu.predikat, "peringatan"),
                "hasil_kerja": Rating(satu.hasil_kerja).label if satu.hasil_kerja else "",
                "perilaku": Rating(satu.perilaku_kerja).label if satu.perilaku_kerja else "",
                "sumber": satu.sumber,
                "evaluasi_id": satu.evaluasi_id,
            }
            for satu in berkas.hasil
        ],
        "potensi": [_potensi(satu) for satu in berkas.potensi],
        "tampil_kotak": berkas.tampil_kotak,
    }


def _kotak(baris: KotakTalenta, tampil: bool) -> dict[str, Any]:
    bahan = [
        (_("Kinerja"), sebutan_pilihan(baris, "kinerja") or _("belum ada")),
        (_("Dasar kinerja"), baris.sumber_kinerja or _("belum ada hasil final")),
        (_("Potensial"), sebutan_pilihan(baris, "potensial") or _("belum dinilai")),
    ]
    if baris.tanggal_potensi:
        bahan.append(
            (
                _("Dasar potensial"),
                _("%(sumber)s, %(tanggal)s")
                % {"sumber": baris.sumber_potensi, "tanggal": tulis_tanggal(baris.tanggal_potensi)},
            )
        )
    return {
        "tahun": baris.peta.tahun,
        "status": baris.peta.get_status_display(),
        "judul": _("Kotak %(nomor)s") % {"nomor": baris.kotak} if baris.kotak and tampil else "",
        "nada": NADA_KOTAK.get(baris.kotak or 0, "netral") if tampil else "info",
        "kalimat": kalimat_kotak(baris) if tampil or not baris.kotak else "",
        "ditempatkan": baris.kotak is not None,
        "rekomendasi": baris.rekomendasi,
        "krs": baris.krs,
        "bahan": bahan if tampil or not baris.kotak else [],
        "aturan": aturan_kata(baris.peta.aturan),
        "dokumen": (
            _("Dokumen nomor %(nomor)s, %(tanggal)s")
            % {
                "nomor": baris.peta.nomor_dokumen,
                "tanggal": tulis_tanggal(baris.peta.tanggal_dokumen),
            }
            if baris.peta.nomor_dokumen
            else ""
        ),
    }


def _potensi(satu: PenilaianPotensi) -> dict[str, Any]:
    bagian = [
        (label, tulis_angka(nilai, 2))
        for label, nilai in (
            (_("Kompetensi"), satu.kompetensi),
            (_("Potensi"), satu.potensi),
            (_("Rekam jejak"), satu.rekam_jejak),
        )
        if nilai is not None
    ]
    return {
        "tanggal": satu.tanggal,
        "total": tulis_angka(satu.total, 2),
        "bagian": bagian,
        "sumber": satu.sumber,
    }


def konteks_koreksi(daftar: Sequence[KoreksiFakta]) -> list[dict[str, Any]]:
    """Return corrections as rows."""
    return [
        {
            "pk": satu.pk,
            "koreksi": satu,
            "fakta": sebutan_pilihan(satu, "fakta"),
            "status": sebutan_pilihan(satu, "status"),
            "nada": NADA_STATUS[satu.status],
            "isi": [
                (_("Yang tertulis sekarang"), satu.tertulis),
                (_("Yang benar"), satu.seharusnya),
                (_("Bukti"), satu.bukti),
            ],
        }
        for satu in daftar
    ]


def baris_riwayat(daftar: Iterable[RiwayatStatus], zona: str) -> list[dict[str, Any]]:
    """Return the steps of a document for the timeline."""
    return [
        {
            "judul": sebutan_aksi(satu.aksi).capitalize(),
            "waktu": tulis_waktu(satu.terjadi_at, zona),
            "oleh": satu.nama_aktor,
            "peran": sebutan_peran(satu.peran),
            "catatan": satu.alasan,
        }
        for satu in daftar
    ]
