"""A local rule list for free text: what tells who wrote or who is meant is stopped before storing.

Gentle: it says what it found and how to write it otherwise. It masks nothing by itself and doesn't
judge content; style still identifies people, and the page says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

PANJANG_TEKS = 1500
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_HARI = "senin|selasa|rabu|kamis|jumat|sabtu|minggu"
_NOMOR = re.compile(r"\d[\d .-]{4,}\d")
_SUREL = re.compile(r"\S+@\S+\.\S+|https?://\S+")
_TANGGAL = re.compile(
    rf"\b\d{{1,2}}\s+(?:{_BULAN})\b|\b\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?\b"
    rf"|\btanggal\s+\d{{1,2}}\b|\bhari\s+(?:{_HARI})\b|\b(?:pukul|jam)\s+\d",
    re.IGNORECASE,
)
_SAPAAN = re.compile(r"\b(?:[Pp]ak|[Bb]apak|[Bb]u|[Ii]bu|[Mm]as|[Mm]bak|[Bb]ang)\s+[A-Z][a-z]+")
_KUTIPAN = re.compile(r"[\"“][^\"”]{12,}[\"”]")
_PEKA = re.compile(
    r"\b(?:islam|kristen|katolik|hindu|buddha|konghucu|agama|suku|ras|etnis|hamil|sakit|penyakit"
    r"|kanker|hiv|cacat|cerai|selingkuh|gay|lesbian)\b",
    re.IGNORECASE,
)
_LANGKA = re.compile(
    r"\b(?:rapat|acara|kegiatan|kejadian|insiden|dinas luar|perjalanan)\s+\w+", re.I
)
_KATA = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class HasilSaring:
    """What stops the text, and what only deserves a second look."""

    halangan: tuple[str, ...]
    peringatan: tuple[str, ...]


def saring(teks: str, *, daftar_nama: Iterable[str] = ()) -> HasilSaring:
    """Look at one free text; ``daftar_nama``: full names of people who may be meant."""
    halangan = []
    if _NOMOR.search(teks) or _SUREL.search(teks):
        halangan.append(_("Hapus NIP, nomor, alamat surel, atau tautan."))
    if _TANGGAL.search(teks):
        halangan.append(
            _("Hapus tanggal, hari, atau jam: peristiwa yang bertanggal menunjuk penulisnya.")
        )
    if nama := _nama_disebut(teks, daftar_nama):
        halangan.append(_("Hapus nama orang: %(nama)s.") % {"nama": ", ".join(nama)})
    elif _SAPAAN.search(teks):
        halangan.append(_("Hapus nama orang, termasuk sapaan seperti “Pak …” atau “Bu …”."))
    if _KUTIPAN.search(teks):
        halangan.append(
            _("Hapus kutipan percakapan: yang hadir mengenali siapa yang mendengarnya.")
        )
    peringatan = []
    if _PEKA.search(teks):
        peringatan.append(
            _("Teks menyinggung agama, suku, kesehatan, atau urusan pribadi. Tulis perilaku kerja.")
        )
    if langka := _LANGKA.search(teks):
        peringatan.append(
            _("Mungkin hanya Anda yang menulis tentang “%(frasa)s”. Tulis yang lebih umum.")
            % {"frasa": langka.group(0)}
        )
    return HasilSaring(tuple(halangan), tuple(peringatan))


def _nama_disebut(teks: str, daftar_nama: Iterable[str]) -> list[str]:
    """Names of the list of which a part is written with a capital letter."""
    kapital = {kata for kata in _KATA.findall(teks) if kata[0].isupper()}
    bagian = {kata for nama in daftar_nama for kata in _KATA.findall(nama)}
    return sorted(kapital & bagian)
