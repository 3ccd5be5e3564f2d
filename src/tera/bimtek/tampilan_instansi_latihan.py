"""What Bimtek shows of the practice installation: the button, and what to try there."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

KURSUS = "memakai-tera"


def tempat_berlatih(*, mengelola: bool) -> dict[str, Any]:
    """Where one practises: its address, or for who can have it switched on how to do so.

    Nobody else reads of a place that isn't there.
    """
    alamat = settings.TERA_ALAMAT_LATIHAN
    return {
        "url": alamat,
        "belum_ada": mengelola and not alamat and not settings.TERA_LATIHAN,
        "daftar": daftar_coba() if alamat or settings.TERA_LATIHAN else [],
    }


def daftar_coba() -> list[dict[str, str]]:
    """A year in four steps: what to do, as whom, and where it is told how."""
    return [
        {
            "judul": _("Buat SKP"),
            "cara": _("Sebagai pegawai: tulis satu RHK dengan indikatornya, lalu ajukan."),
            "url": reverse("bimtek:modul", args=[KURSUS, "skp"]),
        },
        {
            "judul": _("Laporkan realisasi"),
            "cara": _("Sebagai pegawai: laporkan satu angka dan lampirkan buktinya."),
            "url": reverse("bimtek:modul", args=[KURSUS, "pelaksanaan"]),
        },
        {
            "judul": _("Nilai"),
            "cara": _("Sebagai pejabat penilai: setujui yang menunggu, lalu beri rating."),
            "url": reverse("bimtek:kursus", args=["menilai-objektif"]),
        },
        {
            "judul": _("Baca hasil"),
            "cara": _("Sebagai pegawai: buka “Mengapa hasil ini?” dan cari masa keberatannya."),
            "url": reverse("bimtek:modul", args=[KURSUS, "hasil"]),
        },
    ]
