"""Who runs a class: officers of its unit or above, and the trainers it names."""

import datetime as dt

from tera.bimtek.models import KelasBimtek
from tera.core.aktor import Aktor
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors.petugas import daftar_petugas, peran_seluruh_instansi

#: Officers who make classes in their units.
PENYELENGGARA = frozenset({"pengelola", "pelatih"})


def jalur_kelas(*, aktor: Aktor, pada: dt.date) -> list[tuple[str, str]]:
    """Return (peran, path) of the aktor's parts that make classes: one query."""
    return [
        (peran, path)
        for peran, path in daftar_petugas(aktor=aktor, pada=pada)
        if peran in PENYELENGGARA
    ]


def peran_unit(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> frozenset[str]:
    """Return the parts with which the aktor makes classes of ``unit``: one query."""
    if unit.instansi_id != aktor.instansi_id:
        return frozenset()
    return frozenset(
        peran for peran, path in jalur_kelas(aktor=aktor, pada=pada) if unit.path.startswith(path)
    )


def peran_kelas(*, aktor: Aktor, kelas: KelasBimtek, pada: dt.date) -> frozenset[str]:
    """Return the parts towards a class: two queries. A named trainer runs it, invites nobody."""
    if aktor.adalah_sistem:
        return frozenset({"sistem"}) if aktor.instansi_id == kelas.instansi_id else frozenset()
    peran = peran_unit(aktor=aktor, unit=kelas.unit, pada=pada)
    if (
        "pelatih" not in peran
        and aktor.pegawai_id is not None
        and kelas.daftar_pelatih.filter(pk=aktor.pegawai_id).exists()
    ):
        peran |= {"pelatih"}
    return peran


def seluruh_instansi(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor makes classes of the whole instansi: who reads figures between units."""
    return bool(peran_seluruh_instansi(aktor=aktor, pada=pada) & PENYELENGGARA)
