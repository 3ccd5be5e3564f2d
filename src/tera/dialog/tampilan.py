"""Words and tones of the dialogue's pages."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_waktu
from tera.core.clock import singkatan_zona
from tera.core.sebutan import sebutan_pilihan
from tera.dialog.kalender import Acara
from tera.dialog.models import (
    CatatanPertemuan,
    Kesepakatan,
    NotulenSesi,
    Pertanyaan,
    Pertemuan,
    SesiDiskusi,
)
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.tampilan.dasar import keberatan
from tera.organisasi.models import Pegawai

NADA = {
    "dijadwalkan": "info",
    "berlangsung": "utama",
    "selesai": "sukses",
    "dibatalkan": "netral",
    "terbuka": "peringatan",
    "diubah": "netral",
    "terjawab": "sukses",
}


def lawan_bicara(pertemuan: Pertemuan, saya: int | None) -> Pegawai:
    """The other of the two."""
    return pertemuan.mitra if pertemuan.pegawai_id == saya else pertemuan.pegawai


def baris_pertemuan(pertemuan: Pertemuan, saya: int | None) -> dict[str, Any]:
    """One row of a list of meetings."""
    return {
        "pertemuan": pertemuan,
        "nama": lawan_bicara(pertemuan, saya).nama_lengkap,
        "zona": singkatan_zona(pertemuan.instansi.zona),
        "jenis": sebutan_pilihan(pertemuan, "jenis"),
        "status": sebutan_pilihan(pertemuan, "status"),
        "nada": NADA[pertemuan.status],
        "kesepakatan": getattr(pertemuan, "n_kesepakatan", 0),
    }


def baris_kesepakatan(kesepakatan: Kesepakatan, saya: int | None, pada: dt.date) -> dict[str, Any]:
    """One row of a list of agreements."""
    terbuka = kesepakatan.status == Kesepakatan.Status.TERBUKA
    return {
        "kesepakatan": kesepakatan,
        "milik_saya": kesepakatan.penanggung_jawab_id == saya,
        "nama": kesepakatan.penanggung_jawab.nama_lengkap,
        "status": sebutan_pilihan(kesepakatan, "status"),
        "lewat": terbuka and kesepakatan.tenggat < pada,
        "nada": "bahaya" if terbuka and kesepakatan.tenggat < pada else NADA[kesepakatan.status],
        "menunggu_saya": bool(kesepakatan.pengusul_id) and kesepakatan.pengusul_id != saya,
    }


def baris_pertanyaan(pertanyaan: Pertanyaan, saya: int | None) -> dict[str, Any]:
    """One row of a list of questions."""
    penanya = pertanyaan.penanya_id == saya
    lain = pertanyaan.penilai if penanya else pertanyaan.penanya
    return {
        "pertanyaan": pertanyaan,
        "nama": lain.nama_lengkap,
        "tentang": pertanyaan.baris or sebutan_pilihan(pertanyaan, "bagian"),
        "status": sebutan_pilihan(pertanyaan, "status"),
        "nada": NADA[pertanyaan.status],
        "baru": penanya
        and pertanyaan.status == Pertanyaan.Status.TERJAWAB
        and pertanyaan.jawaban_dibaca_at is None,
    }


def masa_keberatan(evaluasi: Evaluasi, pada: dt.date) -> dict[str, Any] | None:
    """Until when an objection is possible, and whether that day is over; None before receipt."""
    isi = keberatan(evaluasi)
    if isi is not None and "batas" in isi:
        isi["lewat"] = isi["tanggal_batas"] < pada
    return isi


def versi_lama(
    daftar: list[CatatanPertemuan] | list[NotulenSesi], zona: str
) -> list[dict[str, Any]]:
    """The notes' earlier versions, newest first."""
    return [
        {
            "judul": _("Versi %(n)s") % {"n": satu.versi},
            "waktu": tulis_waktu(satu.ditulis_at, zona),
            "oleh": satu.penulis.nama_lengkap,
            "catatan": satu.teks,
        }
        for satu in daftar[1:]
    ]


def acara_pertemuan(pertemuan: Pertemuan, saya: int | None) -> Acara:
    """The calendar entry of a meeting: who and when, nothing of what is spoken."""
    return Acara(
        uid=f"pertemuan-{pertemuan.pk}-{pertemuan.instansi.kode}@tera",
        judul=_("Dialog kinerja dengan %(nama)s")
        % {"nama": lawan_bicara(pertemuan, saya).nama_lengkap},
        tanggal=pertemuan.tanggal,
        jam_mulai=pertemuan.jam_mulai,
        jam_selesai=pertemuan.jam_selesai,
        zona=pertemuan.instansi.zona,
        dibuat_at=pertemuan.updated_at,
        tempat=pertemuan.tempat,
        tautan=pertemuan.tautan,
        urutan=pertemuan.revisi,
        batal=pertemuan.status == Pertemuan.Status.DIBATALKAN,
    )


def acara_sesi(sesi: SesiDiskusi) -> Acara:
    """The calendar entry of a group session."""
    return Acara(
        uid=f"sesi-{sesi.pk}-{sesi.instansi.kode}@tera",
        judul=_("Diskusi %(unit)s: %(topik)s") % {"unit": sesi.unit.nama, "topik": sesi.topik},
        tanggal=sesi.tanggal,
        jam_mulai=sesi.jam_mulai,
        jam_selesai=sesi.jam_selesai,
        zona=sesi.instansi.zona,
        dibuat_at=sesi.updated_at,
        tempat=sesi.tempat,
        tautan=sesi.tautan,
        urutan=sesi.revisi,
        batal=sesi.status == SesiDiskusi.Status.DIBATALKAN,
    )
