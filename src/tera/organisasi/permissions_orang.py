"""Who may keep the records about people: an officer's parts compared with a unit.

Parts reach down the tree by its path. Nobody bypasses: only the command line of the
installation's owner (``Aktor.sistem``) acts without a part.
"""

import datetime as dt
from collections.abc import Collection

from tera.core.aktor import Aktor
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.selectors.tim import jalur_dipimpin

ADMIN = frozenset({"admin"})
KELOLA = frozenset({"pengelola", "admin"})


def menjangkau(
    daftar: Collection[tuple[str, str]], *, peran: Collection[str], path: str | None = None
) -> bool:
    """Whether one of ``daftar`` (peran, path) is in ``peran`` and reaches ``path``.

    ``path`` None asks for the whole instansi: the part must be over a top unit.
    """
    return any(
        kata in peran and (awalan.count("/") == 2 if path is None else path.startswith(awalan))
        for kata, awalan in daftar
    )


def boleh_kelola(
    *,
    aktor: Aktor,
    pada: dt.date,
    unit: UnitKerja | None = None,
    peran: Collection[str] = KELOLA,
) -> bool:
    """Whether the aktor keeps the records of ``unit`` (None: of the whole instansi) on ``pada``."""
    if unit is not None and unit.instansi_id != aktor.instansi_id:
        return False
    if aktor.adalah_sistem:
        return True
    return menjangkau(
        daftar_petugas(aktor=aktor, pada=pada), peran=peran, path=unit.path if unit else None
    )


def boleh_atur_tim(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> bool:
    """Whether the aktor may form and change teams of ``unit``: its head, one above, or officer."""
    if unit.instansi_id != aktor.instansi_id:
        return False
    return boleh_kelola(aktor=aktor, pada=pada, unit=unit) or any(
        unit.path.startswith(path) for path in jalur_dipimpin(aktor=aktor, pada=pada)
    )
