"""What the pages show of courses: rows, words, the reasons of a check."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.bimtek.isi import Modul
from tera.bimtek.selectors.kursus import KemajuanKursus

NAMA_SASARAN = {
    "penilai": gettext_lazy("Untuk penilai"),
    "pegawai": gettext_lazy("Untuk semua pegawai"),
    "pengelola": gettext_lazy("Untuk pengelola kinerja"),
}


def baris_kursus(maju: KemajuanKursus) -> dict[str, Any]:
    """A course on the list: what it is, how far, and where the button leads."""
    kursus = maju.kursus
    lanjut = maju.berikutnya
    if maju.lengkap:
        aksi = _("Baca lagi")
    elif maju.per_modul:
        aksi = _("Lanjutkan")
    else:
        aksi = _("Mulai")
    # A code may be the instansi's own: no word of the program, so not one of ``alamat_rute``.
    alamat_kursus = alamat = reverse("bimtek:kursus", args=[kursus.kode])
    if lanjut is not None:
        alamat = reverse("bimtek:modul", args=[kursus.kode, lanjut.kode])
    return {
        "kursus": kursus,
        "url_kursus": alamat_kursus,
        "url": alamat,
        "aksi": aksi,
        "sasaran": NAMA_SASARAN[kursus.sasaran],
        "selesai": maju.selesai,
        "jumlah": len(kursus.modul),
        "lengkap": maju.lengkap,
        "persen": round(100 * maju.selesai / len(kursus.modul)),
    }


def baris_modul(maju: KemajuanKursus, modul: Modul) -> dict[str, Any]:
    """A module of a course with its state."""
    if maju.sudah(modul):
        label, nada = _("Selesai"), "sukses"
    elif maju.berubah(modul):
        label, nada = _("Berubah sejak Anda baca"), "peringatan"
    else:
        label, nada = "", ""
    return {
        "modul": modul,
        "url": reverse("bimtek:modul", args=[maju.kursus.kode, modul.kode]),
        "label": label,
        "nada": nada,
    }


def hasil_periksa(modul: Modul, jawaban: Sequence[int]) -> list[dict[str, Any]]:
    """Each question with the answers, which was chosen, which is right, and why."""
    return [
        {
            "soal": soal.soal,
            "benar": dipilih == soal.kunci,
            "pilihan": [
                {"teks": satu.teks, "benar": satu.benar, "alasan": satu.alasan,
                 "dipilih": n == dipilih}
                for n, satu in enumerate(soal.pilihan)
                if satu.benar or n == dipilih
            ],
        }
        for soal, dipilih in zip(modul.periksa, jawaban, strict=True)
    ]  # fmt: skip
