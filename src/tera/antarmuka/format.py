"""Dates, times and numbers as an Indonesian office writes them; pure: no clock, no database.

Everything follows the language of the page: English writes 1,234.5 and 09:41, Indonesian 1.234,5
and 09.41; both write 31 January 2026.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

SINGKATAN_ZONA = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

Angka = int | float | Decimal


def _inggris() -> bool:
    return (get_language() or "").startswith("en")


def tulis_tanggal(nilai: dt.date | None) -> str:
    """Return ``31 Januari 2026``; empty for None."""
    if nilai is None:
        return ""
    return f"{nilai.day} {MONTHS[nilai.month]} {nilai.year}"


def tulis_tanggal_pendek(nilai: dt.date | None) -> str:
    """Return ``31 Jan 2026``, for narrow columns only; empty for None."""
    if nilai is None:
        return ""
    return f"{nilai.day} {MONTHS_3[nilai.month].title()} {nilai.year}"


def tulis_hari_tanggal(nilai: dt.date | None) -> str:
    """Return ``Sabtu, 31 Januari 2026``; empty for None."""
    if nilai is None:
        return ""
    return f"{WEEKDAYS[nilai.weekday()]}, {tulis_tanggal(nilai)}"


def tulis_jam(nilai: dt.datetime | dt.time | None, zona: str = "") -> str:
    """Return ``09.41``, with ``WIB`` when ``zona`` (IANA name) is given and ``nilai`` is aware."""
    if nilai is None:
        return ""
    bentuk = "%H:%M" if _inggris() else "%H.%M"
    if zona and isinstance(nilai, dt.datetime) and nilai.tzinfo is not None:
        nilai = nilai.astimezone(ZoneInfo(zona))
        return f"{nilai.strftime(bentuk)} {SINGKATAN_ZONA.get(zona, zona)}"
    return nilai.strftime(bentuk)


def tulis_waktu(nilai: dt.datetime | None, zona: str = "") -> str:
    """Return ``31 Januari 2026 pukul 09.41 WIB``; empty for None."""
    if nilai is None:
        return ""
    if zona and nilai.tzinfo is not None:
        setempat = nilai.astimezone(ZoneInfo(zona))
        return _("%(tanggal)s pukul %(jam)s") % {
            "tanggal": tulis_tanggal(setempat.date()),
            "jam": tulis_jam(nilai, zona),
        }
    return _("%(tanggal)s pukul %(jam)s") % {
        "tanggal": tulis_tanggal(nilai.date()),
        "jam": tulis_jam(nilai),
    }


def tulis_rentang(mulai: dt.date, selesai: dt.date) -> str:
    """Return ``1–31 Januari 2026`` or both ends in full, whichever is shorter and exact."""
    if mulai == selesai:
        return tulis_tanggal(mulai)
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day}–{tulis_tanggal(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {MONTHS[mulai.month]}–{tulis_tanggal(selesai)}"
    return f"{tulis_tanggal(mulai)}–{tulis_tanggal(selesai)}"


def tulis_relatif(nilai: dt.date | None, hari_ini: dt.date) -> str:
    """Return ``9 hari lagi``, ``kemarin``, ``3 minggu yang lalu``, seen from ``hari_ini``.

    Up to 60 days it counts days or weeks, up to two years months, then years.
    """
    if nilai is None:
        return ""
    if isinstance(nilai, dt.datetime):
        nilai = nilai.date()
    if isinstance(hari_ini, dt.datetime):
        hari_ini = hari_ini.date()
    selisih = (nilai - hari_ini).days
    tetap = {0: _("hari ini"), 1: _("besok"), 2: _("lusa"), -1: _("kemarin")}
    if selisih in tetap:
        return tetap[selisih]
    jarak = abs(selisih)
    if jarak > 60:
        bulan = round(jarak / 30.44)
        jumlah, pola = (bulan, _("%d bulan")) if bulan < 24 else (bulan // 12, _("%d tahun"))
        lama = pola % jumlah
        return (_("%s lagi") if selisih > 0 else _("%s yang lalu")) % lama
    if jarak >= 14 and jarak % 7 == 0:
        minggu = jarak // 7
        if selisih > 0:
            return ngettext("%d minggu lagi", "%d minggu lagi", minggu) % minggu
        return ngettext("%d minggu yang lalu", "%d minggu yang lalu", minggu) % minggu
    if selisih > 0:
        return ngettext("%d hari lagi", "%d hari lagi", jarak) % jarak
    return ngettext("%d hari yang lalu", "%d hari yang lalu", jarak) % jarak


def tulis_angka(nilai: Angka | str | None, desimal: int | None = None) -> str:
    """Return ``1.234,5`` (English ``1,234.5``) with a true minus sign.

    Args:
        nilai: number or decimal text; None gives an en dash, other text is returned unchanged.
        desimal: digits after the comma, rounded half up; None keeps what is there, without
            trailing zeros, at most six.
    """
    if nilai is None or nilai == "":
        return "–"
    try:
        angka = Decimal(str(nilai))
    except InvalidOperation:
        return str(nilai)
    if not angka.is_finite():
        return "–"
    digit = 6 if desimal is None else desimal
    angka = angka.quantize(Decimal(1).scaleb(-digit), rounding=ROUND_HALF_UP)
    tanda = "−" if angka < 0 else ""
    bulat, _titik, pecahan = f"{abs(angka):f}".partition(".")
    if desimal is None:
        pecahan = pecahan.rstrip("0")
    if not (bulat.strip("0") or pecahan.strip("0")):
        tanda = ""
    ribuan, koma = (",", ".") if _inggris() else (".", ",")
    teks = f"{int(bulat):,}".replace(",", ribuan)
    return f"{tanda}{teks}{koma}{pecahan}" if pecahan else f"{tanda}{teks}"


def tulis_persen(nilai: Angka | None, desimal: int | None = None) -> str:
    """Return ``96,4%`` for 96.4 (already in percent); an en dash for None."""
    teks = tulis_angka(nilai, desimal)
    return teks if teks == "–" else f"{teks}%"


def tulis_ukuran(jumlah_byte: int) -> str:
    """Return ``1,4 MB`` (decimal units) for a file size in bytes."""
    if jumlah_byte < 1000:
        return f"{tulis_angka(jumlah_byte)} B"
    if jumlah_byte < 1_000_000:
        return f"{tulis_angka(jumlah_byte / 1000, 0)} kB"
    return f"{tulis_angka(jumlah_byte / 1_000_000, 1)} MB"


def inisial(nama: str) -> str:
    """Return at most two initials of a person's name, titles left out: ``SR``."""
    pokok = nama.split(",")[0]
    kata = [k for k in pokok.split() if not k.endswith(".") and k[0].isalpha()]
    if not kata:
        kata = [k for k in pokok.split() if k[0].isalpha()]
    huruf = [k[0].upper() for k in kata]
    return "".join(huruf[:1] + huruf[-1:] if len(huruf) > 1 else huruf)
