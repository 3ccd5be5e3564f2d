"""Words, tones and rows of the training pages."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat_rute
from tera.core.sebutan import sebutan_pilihan
from tera.regulasi.pengembangan import PROGRAM_KEPEMIMPINAN
from tera.tindak_lanjut.models import (
    DampakPelatihan,
    Pelatihan,
    PesertaPelatihan,
    SesiPelatihan,
)
from tera.tindak_lanjut.selectors.pengembangan.dampak import RingkasanDampak
from tera.tindak_lanjut.views.pengembangan.alat import NADA
from tera.tindak_lanjut.views.pengembangan.tampilan import nama_jenis


def nama_program(kode: str, pada: dt.date) -> str:
    """The name LAN gives a programme."""
    return next((s.nama for s in PROGRAM_KEPEMIMPINAN.pada(pada).nilai if s.kode == kode), kode)


def baris_katalog(satu: Pelatihan, pada: dt.date) -> dict[str, Any]:
    """One training of the catalogue with its next session."""
    datang = satu.sesi_datang  # type: ignore[attr-defined]
    return {
        "pelatihan": satu,
        "jenis": nama_jenis(satu.jenis, pada),
        "cara": sebutan_pilihan(satu, "cara"),
        "kelompok": sebutan_pilihan(satu, "kesenjangan"),
        "sesi": datang[0] if datang else None,
        "sisa": max(0, datang[0].kursi - datang[0].n_kursi) if datang else 0,
    }


def baris_ikut(satu: PesertaPelatihan) -> dict[str, Any]:
    """One place of mine."""
    lulus = satu.status == PesertaPelatihan.Status.LULUS
    return {
        "satu": satu,
        "judul": satu.sesi.pelatihan.judul,
        "status": sebutan_pilihan(satu, "status"),
        "nada": NADA[satu.status],
        "bisa_batal": satu.status in {"menunggu", "terdaftar"},
        "perlu_sertifikat": lulus and satu.sertifikat_id is None,
        "ada_sertifikat": satu.sertifikat_id is not None,
    }


def baris_dampak(sisi: str, satu: PesertaPelatihan) -> dict[str, Any]:
    """One question about a past training."""
    milik = sisi == DampakPelatihan.Sisi.PEGAWAI
    return {
        "judul": _("Apakah “%(judul)s” dipakai dalam pekerjaan?")
        % {"judul": satu.sesi.pelatihan.judul},
        "keterangan": _("Tentang Anda sendiri, satu menit.")
        if milik
        else _("Tentang %(nama)s, satu menit.") % {"nama": satu.pegawai.nama_lengkap},
        "nada": "info",
        "url": alamat_rute("tindak_lanjut:dampak_jawab", satu.pk),
        "aksi": _("Jawab"),
    }


def baris_sesi(
    satu: SesiPelatihan, tempat: PesertaPelatihan | None, pada: dt.date
) -> dict[str, Any]:
    """One session: seats, queue, and what the reader may do."""
    n_kursi: int = satu.n_kursi  # type: ignore[attr-defined]
    terbuka = satu.status == SesiPelatihan.Status.DIBUKA
    penuh = n_kursi >= satu.kursi
    return {
        "sesi": satu,
        "status": sebutan_pilihan(satu, "status"),
        "nada": NADA[satu.status],
        "terisi": n_kursi,
        "menunggu": satu.n_menunggu,  # type: ignore[attr-defined]
        "penuh": penuh,
        "tempat": baris_ikut(tempat) if tempat else None,
        "bisa_daftar": terbuka and tempat is None and satu.batas_daftar >= pada,
        "lewat": terbuka and satu.batas_daftar < pada,
        "tombol": _("Masuk daftar tunggu") if penuh else _("Daftar"),
    }


def baris_peserta(satu: PesertaPelatihan) -> dict[str, Any]:
    """One participant for the pengelola."""
    return {
        "satu": satu,
        "nama": satu.pegawai.nama_lengkap,
        "status": sebutan_pilihan(satu, "status"),
        "nada": NADA[satu.status],
        "hadir": _("Hadir") if satu.hadir else _("Tidak hadir") if satu.hadir is False else "–",
        "bisa_hasil": satu.status == PesertaPelatihan.Status.TERDAFTAR,
        "lulus": satu.status == PesertaPelatihan.Status.LULUS,
    }


def konteks_pelatihan(satu: Pelatihan, pada: dt.date) -> dict[str, Any]:
    """What the page of one training says about it."""
    return {
        "pelatihan": satu,
        "data": [
            (_("Jenis"), nama_jenis(satu.jenis, pada)),
            *([(_("Program"), nama_program(satu.program, pada))] if satu.program else []),
            (_("Kelompok kompetensi"), sebutan_pilihan(satu, "kesenjangan")),
            (_("Jam pelajaran"), satu.jp),
            (_("Penyelenggara"), satu.penyelenggara),
            (_("Cara"), sebutan_pilihan(satu, "cara")),
            (_("Untuk siapa"), satu.sasaran or "–"),
        ],
    }


def tabel_dampak(daftar: list[RingkasanDampak]) -> list[list[Any]]:
    """The effect in rows: title, passed, used by each side, ratings before and after."""
    return [
        [
            satu.judul,
            satu.lulus,
            _pakai(satu, DampakPelatihan.Sisi.PEGAWAI),
            _pakai(satu, DampakPelatihan.Sisi.PENILAI),
            satu.arah.get("naik", 0),
            satu.arah.get("tetap", 0),
            satu.arah.get("turun", 0),
            satu.arah.get("", 0),
        ]
        for satu in daftar
    ]


def _pakai(satu: RingkasanDampak, sisi: str) -> str:
    hitung = satu.pakai.get(sisi, {})
    jumlah = sum(hitung.values())
    if not jumlah:
        return "–"
    return _("%(n)s dari %(jumlah)s") % {"n": hitung.get("dipakai", 0), "jumlah": jumlah}
