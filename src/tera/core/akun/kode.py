"""One-time codes: made, written and compared; only a keyed digest is ever stored.

The codes of one issue are derived from a random key that travels with the issuer's browser and is
kept nowhere on the server. The issuer can print the same letters again within minutes (a printer
jams, a network drops); nobody else can, and afterwards nobody can.
"""

import hashlib
import hmac
import secrets

from tera.core import audit

# No 0 O 1 I L: read aloud and copied by hand from paper.
HURUF = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PANJANG = 12
PANJANG_KUNCI = 32


def kunci_cetak_baru() -> str:
    """Return a fresh key for one issue of codes, 256 bits, URL-safe."""
    return secrets.token_urlsafe(PANJANG_KUNCI)


def kunci_cetak_sah(kunci: str) -> bool:
    """Whether ``kunci`` has the shape of ``kunci_cetak_baru``."""
    return (
        len(kunci) == 43 and kunci.isascii() and kunci.replace("-", "").replace("_", "").isalnum()
    )


def turunkan_kode(kunci_cetak: str, pengguna_id: int) -> str:
    """Return the 12-character code of one account in one issue; about 59 bits."""
    acak = hmac.new(
        kunci_cetak.encode(), f"kode-aktivasi:{pengguna_id}".encode(), hashlib.sha256
    ).digest()
    angka = int.from_bytes(acak, "big")
    daftar: list[str] = []
    for _urut in range(PANJANG):
        angka, sisa = divmod(angka, len(HURUF))
        daftar.append(HURUF[sisa])
    return "".join(daftar)


def normal_kode(teks: str) -> str:
    """Return a typed code without blanks and dashes, upper case, at most 40 characters."""
    return "".join(huruf for huruf in teks[:80].upper() if huruf.isalnum())[:40]


def tulis_kode(kode: str) -> str:
    """Return ``ABCD-EFGH-JKMN``."""
    return "-".join(kode[awal : awal + 4] for awal in range(0, len(kode), 4))


def sidik_kode(pengguna_id: int, kode: str) -> str:
    """Return the digest that is stored: keyed by the installation, bound to the account."""
    return audit.sidik_kunci("kode_aktivasi", str(pengguna_id), kode)
