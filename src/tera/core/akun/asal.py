"""Where a request comes from, told roughly enough to be kept: a network and a kind of device."""

import ipaddress
import re
from dataclasses import dataclass

DAFTAR_PERAMBAN = (
    ("Edg/", "Edge"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
DAFTAR_SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Asal:
    """The network (IPv4 /24, IPv6 /48) and the device of a request."""

    alamat: str
    perangkat: str


def asal_dari(*, alamat_ip: str, agen: str) -> Asal:
    """Return the shortened origin of an address and a user agent."""
    return Asal(ringkas_alamat(alamat_ip), ringkas_perangkat(agen))


def ringkas_alamat(alamat_ip: str) -> str:
    """Return the network of ``alamat_ip``: /24 for IPv4, /48 for IPv6; empty when unreadable."""
    try:
        alamat = ipaddress.ip_address(alamat_ip.strip())
    except ValueError:
        return ""
    if isinstance(alamat, ipaddress.IPv6Address) and alamat.ipv4_mapped:
        alamat = alamat.ipv4_mapped
    panjang = 24 if alamat.version == 4 else 48
    return str(ipaddress.ip_network(f"{alamat}/{panjang}", strict=False))


def ringkas_perangkat(agen: str) -> str:
    """Return ``Chrome di Android`` for a user agent; the words are for people, not for security."""
    peramban = next((nama for tanda, nama in DAFTAR_PERAMBAN if tanda in agen), "Peramban lain")
    sistem = next((nama for tanda, nama in DAFTAR_SISTEM if tanda in agen), "perangkat lain")
    return f"{peramban} di {sistem}"


def normal_nama_akun(teks: str) -> str:
    """Return the account name behind what was typed: blanks inside a NIP and case don't matter."""
    rapat = re.sub(r"[\s .\-]+", "", teks)
    return rapat if rapat.isdecimal() else teks.strip().lower()
