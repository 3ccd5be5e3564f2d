"""The only clock. Instants are UTC; dates of law are dates in the zone of the instansi."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

ZONA_WAKTU = {
    "Asia/Jakarta": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
_beku: ContextVar[dt.datetime | None] = ContextVar("jam_beku", default=None)


def sekarang() -> dt.datetime:
    """Return the present instant, aware, UTC."""
    return _beku.get() or dt.datetime.now(dt.UTC)


def hari_ini(zona: str) -> dt.date:
    """Return today's date in ``zona`` (an IANA name of ``ZONA_WAKTU``)."""
    return tanggal_di(sekarang(), zona)


def tanggal_di(saat: dt.datetime, zona: str) -> dt.date:
    """Return the date of the instant ``saat`` in ``zona``."""
    return saat.astimezone(ZoneInfo(zona)).date()


def awal_hari(tanggal: dt.date, zona: str) -> dt.datetime:
    """Return the first instant of ``tanggal`` in ``zona``, UTC."""
    return dt.datetime.combine(tanggal, dt.time.min, ZoneInfo(zona)).astimezone(dt.UTC)


def akhir_hari(tanggal: dt.date, zona: str) -> dt.datetime:
    """Return the first instant after ``tanggal`` in ``zona``, UTC: a deadline's end, exclusive."""
    return awal_hari(tanggal + dt.timedelta(days=1), zona)


def singkatan_zona(zona: str) -> str:
    """Return WIB, WITA or WIT."""
    return ZONA_WAKTU[zona]


@contextmanager
def jam_beku(saat: dt.datetime) -> Iterator[None]:
    """Freeze the clock at ``saat`` (aware): tests, and the demo that writes a past year."""
    if saat.tzinfo is None:
        raise ValueError("jam_beku needs an aware instant")
    tanda = _beku.set(saat.astimezone(dt.UTC))
    try:
        yield
    finally:
        _beku.reset(tanda)
