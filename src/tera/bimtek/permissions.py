"""Who names the experts of the panel, and who writes and checks training texts of one's own."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.selectors.petugas import daftar_petugas, peran_seluruh_instansi

PENGELOLA = "pengelola"
PELATIH = "pelatih"


def mengelola_panel(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor is pengelola of the whole instansi: one query."""
    return PENGELOLA in peran_seluruh_instansi(aktor=aktor, pada=pada)


def peran_naskah(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the parts in which the aktor writes training texts; none: a stranger. One query."""
    return frozenset(
        peran
        for peran, _path in daftar_petugas(aktor=aktor, pada=pada)
        if peran in {PENGELOLA, PELATIH}
    )


def peran_penelaah(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the parts in which the aktor publishes them: over the whole instansi. One query.

    A published text reaches everybody, so it takes an officer over everybody.
    """
    return peran_seluruh_instansi(aktor=aktor, pada=pada) & {PENGELOLA, PELATIH}
