"""Who names the experts of the panel: the pengelola of the whole instansi."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.selectors.petugas import daftar_petugas

PENGELOLA = "pengelola"


def mengelola_panel(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor is pengelola of the whole instansi: one query."""
    akar = f"{aktor.instansi_id}/"
    return any(
        peran == PENGELOLA and path.removeprefix(akar).count("/") == 1
        for peran, path in daftar_petugas(aktor=aktor, pada=pada)
    )
