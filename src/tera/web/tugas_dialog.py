"""Home's tasks of the dialogue: meetings, agreements, questions both ways, five questions."""

from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.dialog.selectors.tugas import ButirDialog, butir_tugas

# Of one kind so many are named one by one; the rest is a number.
BATAS_NAMA = 3
SATU_SATU = ("pertemuan", "sesi", "usul", "janji", "tanya", "jawab", "proses")


def daftar(aktor: Aktor, baris: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Return the tasks of the dialogue among the rows of ``tugas_gabungan.baris``: no query."""
    semua = butir_tugas(aktor=aktor, baris=baris)
    hasil = []
    for kata in SATU_SATU:
        milik = [satu for satu in semua if satu.kata == kata]
        hasil += [_tugas(satu, aktor) for satu in milik[:BATAS_NAMA]]
        if len(milik) > BATAS_NAMA:
            hasil.append(_sisa(len(milik) - BATAS_NAMA))
    ditunggu = [satu for satu in semua if satu.kata == "ditunggu"]
    if ditunggu:
        hasil.append(
            {
                "judul": _("%(n)s kesepakatan Anda tunggu dari orang lain") % {"n": len(ditunggu)},
                "keterangan": ditunggu[0].teks,
                "batas": tulis_tanggal(ditunggu[0].tanggal) if ditunggu[0].tanggal else "",
                "nada": "netral",
                "url": alamat_rute("dialog:daftar"),
                "aksi": _("Lihat"),
            }
        )
    return hasil


def _tugas(satu: ButirDialog, aktor: Aktor) -> dict[str, Any]:
    judul, keterangan, rute, aksi, nada = {
        "pertemuan": (
            _("Pertemuan dengan %(nama)s"),
            _("Periksa agendanya; sesudah bertemu, catat dan selesaikan."),
            "dialog:pertemuan", _("Buka pertemuan"), "info",
        ),
        "sesi": (
            _("Diskusi kelompok: %(nama)s"),
            _("Masukan bisa ditulis sebelum dan sesudah sesi."),
            "dialog:sesi", _("Buka sesi"), "info",
        ),
        "usul": (
            _("Usul mengubah kesepakatan: %(nama)s"),
            _("Berlaku setelah Anda setujui."),
            "dialog:kesepakatan", _("Baca usul"), "peringatan",
        ),
        "janji": (
            _("Kesepakatan: %(nama)s"),
            _("Tandai selesai, atau usulkan perubahan."),
            "dialog:kesepakatan", _("Buka"), "info",
        ),
        "tanya": (
            _("%(nama)s bertanya tentang hasilnya"),
            _("Masa keberatan tetap berjalan selama pertanyaannya belum dijawab."),
            "dialog:pertanyaan", _("Jawab"), "peringatan",
        ),
        "jawab": (
            _("%(nama)s menjawab pertanyaan Anda"),
            _("Jawabannya ada di tanya-jawab hasil Anda."),
            "dialog:pertanyaan", _("Baca jawaban"), "info",
        ),
        "proses": (
            _("Jawab lima pertanyaan tentang proses penilaian"),
            _("Anonim, kurang dari satu menit."),
            "dialog:proses_jawab", _("Jawab"), "info",
        ),
    }[satu.kata]  # fmt: skip
    lewat = satu.tanggal is not None and satu.tanggal < aktor.hari_ini
    return {
        "judul": judul % {"nama": satu.teks},
        "keterangan": keterangan,
        "batas": tulis_tanggal(satu.tanggal) if satu.tanggal else "",
        "nada": "bahaya" if lewat else nada,
        "url": alamat_rute(rute, satu.pk),
        "aksi": aksi,
    }


def _sisa(n: int) -> dict[str, Any]:
    return {
        "judul": _("%(n)s lagi dari dialog menunggu Anda") % {"n": n},
        "nada": "netral",
        "url": alamat_rute("dialog:daftar"),
        "aksi": _("Lihat"),
    }
