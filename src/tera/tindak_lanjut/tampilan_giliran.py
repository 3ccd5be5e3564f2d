"""Whose turn it is, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.core.sebutan import sebutan_peran
from tera.tindak_lanjut.selectors.giliran import Giliran

#: So many are named; the rest counted.
NAMA = 3


def siapa_giliran(giliran: Giliran) -> str:
    """Return who is asked and as what: "Citra (pengelola kinerja)"; empty when nobody may."""
    if not giliran.orang:
        return ""
    nama = ", ".join(satu.nama_lengkap for satu in giliran.orang[:NAMA])
    lain = len(giliran.orang) - NAMA
    if lain > 0:
        nama = ngettext("%(nama)s, dan %(n)s lainnya", "%(nama)s, dan %(n)s lainnya", lain) % {
            "nama": nama,
            "n": lain,
        }
    return f"{nama} ({sebutan_peran(giliran.peran)})"


def menunggu_giliran(giliran: Giliran, kalimat: str) -> str:
    """Return ``kalimat`` with ``%(siapa)s``, or what to do when nobody may act."""
    siapa = siapa_giliran(giliran)
    if siapa:
        return kalimat % {"siapa": siapa}
    return _(
        "Belum ada yang bisa bertindak: pengelola, PyB, dan pejabat pembina unit ini pengusul, "
        "penelaah, atau orangnya sendiri. Minta admin instansi menunjuk petugas lain."
    )
