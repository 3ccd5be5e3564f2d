"""Words of a text, folded for search and for rules: lower case, no diacritics, no punctuation."""

import re
import unicodedata

_KATA = re.compile(r"[a-z0-9]+")


def lipat(teks: str) -> str:
    """The text in lower case, without diacritics, with single blanks."""
    tanpa_tanda = "".join(
        huruf for huruf in unicodedata.normalize("NFKD", teks) if not unicodedata.combining(huruf)
    )
    return " ".join(tanpa_tanda.casefold().split())


def daftar_kata(teks: str) -> list[str]:
    """The folded words of a text, in order ("KTP-el" gives "ktp", "el")."""
    return _KATA.findall(lipat(teks))
