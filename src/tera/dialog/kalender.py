"""Calendar files (RFC 5545), written by hand: one event, UTC instants, folded lines."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

#: A meeting without an end is shown so long.
LAMA = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Acara:
    """One event: days and hours are those of ``zona``; ``urutan`` grows when it is moved."""

    uid: str
    judul: str
    tanggal: dt.date
    jam_mulai: dt.time
    jam_selesai: dt.time | None
    zona: str
    dibuat_at: dt.datetime
    tempat: str = ""
    tautan: str = ""
    uraian: str = ""
    urutan: int = 0
    batal: bool = False


def tulis_kalender(acara: Acara) -> bytes:
    """Return the file: CRLF line ends, no line above 75 octets."""
    zona = ZoneInfo(acara.zona)
    mulai = dt.datetime.combine(acara.tanggal, acara.jam_mulai, zona)
    selesai = (
        dt.datetime.combine(acara.tanggal, acara.jam_selesai, zona)
        if acara.jam_selesai
        else mulai + LAMA
    )
    baris = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tera//Dialog kinerja//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_teks(acara.uid)}",
        f"DTSTAMP:{_saat(acara.dibuat_at)}",
        f"DTSTART:{_saat(mulai)}",
        f"DTEND:{_saat(selesai)}",
        f"SEQUENCE:{acara.urutan}",
        f"STATUS:{'CANCELLED' if acara.batal else 'CONFIRMED'}",
        f"SUMMARY:{_teks(acara.judul)}",
    ]
    if acara.tempat:
        baris.append(f"LOCATION:{_teks(acara.tempat)}")
    if acara.tautan:
        # A URI, not a text: nothing of it is escaped.
        baris.append(f"URL:{acara.tautan}")
    if acara.uraian:
        baris.append(f"DESCRIPTION:{_teks(acara.uraian)}")
    baris += ["END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(lipat(satu) for satu in baris).encode()


def lipat(baris: str) -> str:
    """Fold a line at 75 octets (RFC 5545 3.1), never inside a character."""
    potong, kini, panjang, batas = [], "", 0, 75
    for huruf in baris:
        n = len(huruf.encode())
        if panjang + n > batas:
            potong.append(kini)
            # A continuation begins with a blank, which counts.
            kini, panjang, batas = "", 0, 74
        kini += huruf
        panjang += n
    return "\r\n ".join([*potong, kini])


def _teks(teks: str) -> str:
    """Escape a TEXT value (RFC 5545 3.3.11)."""
    return (
        teks.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
    )


def _saat(saat: dt.datetime) -> str:
    return saat.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
