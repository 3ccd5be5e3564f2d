"""What a higher room has to say of a policy of its own, beside that policy.

A higher room registers in its ``apps.py``; the page of the policy asks, and shows nothing where no
room answers.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tera.core.aktor import Aktor


@dataclass(frozen=True, slots=True)
class CatatanKebijakan:
    """A sentence, and where to mend what it says is missing."""

    kata: str
    teks_url: str = ""
    url: str = ""


Pencatat = Callable[[Aktor], CatatanKebijakan | None]
_daftar: dict[str, Pencatat] = {}


def daftarkan(kunci: str, pencatat: Pencatat) -> None:
    """Let ``pencatat`` speak beside the policy ``kunci``."""
    _daftar[kunci] = pencatat


def catatan(*, aktor: Aktor, kunci: str) -> CatatanKebijakan | None:
    """Return what is to be said of ``kunci`` to this aktor, or None."""
    pencatat = _daftar.get(kunci)
    return pencatat(aktor) if pencatat is not None else None
