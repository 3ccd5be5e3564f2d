"""The nine questions in plain words: one sentence and four answers each.

The unsur and their order are of PermenPANRB 14/2017; the sentences are Tera's own, short enough
for a small screen.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Teks = str | Promise


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """One unsur: its column, its short name, the question, and the answers from 1 to 4."""

    kolom: str
    nama: Teks
    tanya: Teks
    pilihan: tuple[Teks, Teks, Teks, Teks]


DAFTAR_PERTANYAAN: tuple[Pertanyaan, ...] = (
    Pertanyaan(
        "u1",
        _("Persyaratan"),
        _("Apakah syaratnya sesuai dengan yang diumumkan?"),
        (_("Tidak sesuai"), _("Kurang sesuai"), _("Sudah sesuai"), _("Sangat sesuai")),
    ),
    Pertanyaan(
        "u2",
        _("Prosedur"),
        _("Apakah urutannya mudah diikuti?"),
        (_("Tidak mudah"), _("Kurang mudah"), _("Mudah"), _("Sangat mudah")),
    ),
    Pertanyaan(
        "u3",
        _("Waktu penyelesaian"),
        _("Apakah selesainya cepat?"),
        (_("Tidak cepat"), _("Kurang cepat"), _("Cepat"), _("Sangat cepat")),
    ),
    Pertanyaan(
        "u4",
        _("Biaya layanan"),
        _("Apakah biayanya wajar dan sesuai yang diumumkan?"),
        (_("Tidak wajar"), _("Kurang wajar"), _("Wajar"), _("Sangat wajar atau gratis")),
    ),
    Pertanyaan(
        "u5",
        _("Hasil layanan"),
        _("Apakah hasilnya sesuai dengan yang dijanjikan?"),
        (_("Tidak sesuai"), _("Kurang sesuai"), _("Sudah sesuai"), _("Sangat sesuai")),
    ),
    Pertanyaan(
        "u6",
        _("Kemampuan petugas"),
        _("Apakah petugasnya mampu?"),
        (_("Tidak mampu"), _("Kurang mampu"), _("Mampu"), _("Sangat mampu")),
    ),
    Pertanyaan(
        "u7",
        _("Sikap petugas"),
        _("Apakah petugasnya sopan dan ramah?"),
        (_("Tidak ramah"), _("Kurang ramah"), _("Ramah"), _("Sangat ramah")),
    ),
    Pertanyaan(
        "u8",
        _("Tempat dan peralatan"),
        _("Apakah tempat dan peralatannya layak?"),
        (_("Tidak layak"), _("Kurang layak"), _("Layak"), _("Sangat layak")),
    ),
    Pertanyaan(
        "u9",
        _("Pengaduan"),
        _("Bila mengadu atau memberi saran, apakah ditanggapi?"),
        (_("Tidak ada"), _("Kurang ditanggapi"), _("Ditanggapi"), _("Ditanggapi dengan baik")),
    ),
)
