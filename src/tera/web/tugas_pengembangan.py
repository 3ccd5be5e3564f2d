"""Home's tasks of development: plan after a weak result, go on, agree, verify, answer."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.tindak_lanjut.selectors.pengembangan import tugas as tanya

KATA = tanya.KATA
BIDANG = tanya.BIDANG
bagian = tanya.bagian
bagian_pengelola = tanya.bagian_pengelola
bagian_pejabat = tanya.bagian_pejabat
#: A weak result is offered for a plan so many days, a target is near so many days before.
HARI_LEMAH = 180
HARI_DEKAT = 14


def nilai(aktor: Aktor) -> dict[str, Any]:
    """Return the values of ``BIDANG``."""
    pada = aktor.hari_ini
    return {
        "sejak_lemah": pada - dt.timedelta(days=HARI_LEMAH),
        "sampai_target": pada + dt.timedelta(days=HARI_DEKAT),
    }


def ringkas(
    semua: list[tuple[str, int, str, dt.date | None, int]], pada: dt.date
) -> list[tuple[str, int, str, dt.date | None, int]]:
    """Add up the questions about trainings: those a result followed, and those due by policy."""
    dampak, lain, pertama = [], [], None
    for kata, pk, isi, batas, n in semua:
        if kata == "kembang_dampak" or (
            kata == "kembang_dampak_lama"
            and batas is not None
            and tanya.dampak_matang(isi, batas, pada)
        ):
            dampak.append((batas or pada, pk, n))
        elif kata != "kembang_dampak_lama":
            lain.append((kata, pk, isi, batas, n))
    if dampak:
        pertama = min(dampak)
        jumlah = sum(n for _batas, _pk, n in dampak)
        lain.append(("kembang_dampak", pertama[1], "", pertama[0], jumlah))
    return lain


def tugas(
    kata: str, pk: int, teks: str, batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    isi: dict[str, dict[str, Any]] = {
        "kembang_lemah": {
            "judul": _("Rencanakan pengembangan dari hasil evaluasi Anda"),
            "keterangan": _("Bisa hari ini juga, tanpa menunggu hasilnya final."),
            "url": alamat_rute("tindak_lanjut:pengembangan_peta_saya"),
            "aksi": _("Rencanakan pengembangan"),
        },
        "kembang_kembali": {
            "judul": _("Rencana pengembangan dikembalikan"),
            "keterangan": _("Baca catatan penilai, perbaiki, lalu ajukan lagi."),
            "url": alamat_rute("tindak_lanjut:pengembangan_saya"),
            "aksi": _("Perbaiki"),
        },
        "kembang_target": {
            "judul": _("%(n)s kegiatan pengembangan mendekati tenggat") % {"n": n},
            "keterangan": _("Laporkan selesai dengan buktinya, atau batalkan dengan alasan."),
            "url": alamat_rute("tindak_lanjut:pengembangan_kegiatan", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:pengembangan_saya"),
            "aksi": _("Buka kegiatan"),
        },
        "kembang_setuju": {
            "judul": _("%(n)s rencana pengembangan menunggu persetujuan Anda") % {"n": n},
            "keterangan": _("Kegiatannya baru bisa dimulai sesudah Anda setujui."),
            "url": alamat_rute("tindak_lanjut:pengembangan_tim"),
            "aksi": _("Baca rencana"),
        },
        "kembang_bukti": {
            "judul": _("%(n)s bukti pengembangan menunggu verifikasi Anda") % {"n": n},
            "keterangan": _("JP pegawai dihitung sesudah buktinya Anda periksa."),
            "url": alamat_rute("tindak_lanjut:pengembangan_kegiatan", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:pengembangan_tim"),
            "aksi": _("Periksa bukti"),
        },
        "kembang_dampak": {
            "judul": _("%(n)s pertanyaan tentang dampak pelatihan") % {"n": n},
            "keterangan": _("Satu menit: apakah yang dipelajari dipakai dalam pekerjaan."),
            "url": alamat_rute("tindak_lanjut:dampak_jawab", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:katalog"),
            "aksi": _("Jawab"),
        },
        "kembang_sertifikat": {
            "judul": _("%(n)s kegiatan selesai lewat pelatihan; laporkan") % {"n": n},
            "keterangan": _("Anda sudah lulus; hasil, JP, dan sertifikatnya sudah terisi."),
            "url": alamat_rute("tindak_lanjut:pengembangan_selesai", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:pengembangan_saya"),
            "aksi": _("Laporkan selesai"),
        }
        if teks
        else {
            "judul": _("%(n)s sertifikat pelatihan belum diunggah") % {"n": n},
            "keterangan": _("Anda sudah lulus. Pindaian atau fotonya melengkapi rekening JP Anda."),
            "url": alamat_rute("tindak_lanjut:sertifikat", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:katalog"),
            "aksi": _("Unggah sertifikat"),
        },
        "kembang_pasangan": {
            "judul": _("%(n)s pendampingan menunggu persetujuan Anda") % {"n": n},
            "keterangan": _("Dimulai sesudah Anda berdua setuju."),
            "url": alamat_rute("tindak_lanjut:pendampingan", pk),
            "aksi": _("Baca usul"),
        },
        "kembang_nominasi": {
            "judul": _("%(n)s nominasi menunggu putusan") % {"n": n},
            "keterangan": _("Baca bukti dan alasannya, lalu putuskan dengan surat."),
            "url": alamat_rute("tindak_lanjut:nominasi", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:usul_daftar"),
            "aksi": _("Putuskan"),
        },
        "kembang_tugas": {
            "judul": _("%(n)s usul tugas menantang menunggu putusan Anda") % {"n": n},
            "keterangan": _("Baca bukti dan alasannya, lalu putuskan dengan surat."),
            "url": alamat_rute("tindak_lanjut:usul_tugas", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:usul_daftar"),
            "aksi": _("Putuskan"),
        },
    }
    bertanggal = kata == "kembang_target" and batas is not None
    lewat = bertanggal and batas is not None and batas < pada
    return {
        **isi["kembang_dampak" if kata == "kembang_dampak_lama" else kata],
        "batas": tulis_tanggal(batas) if bertanggal else "",
        "nada": "bahaya"
        if lewat
        else "peringatan"
        if kata in {"kembang_lemah", "kembang_kembali", "kembang_setuju", "kembang_bukti"}
        else "info",
    }
