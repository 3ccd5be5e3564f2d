"""Which parts a person plays towards an evaluation or a unit's capaian on a day."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors.arah import jalur_ke_atas
from tera.organisasi.selectors.ringkas import unit_dipimpin


def peran_terhadap_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> frozenset[str]:
    """The parts towards the person's assignment; the recorded penilai stays penilai."""
    peran = set(organisasi.peran_terhadap(aktor=aktor, penugasan=evaluasi.skp.penugasan, pada=pada))
    if aktor.pegawai_id is not None and evaluasi.penilai_id == aktor.pegawai_id:
        peran.add("penilai")
    return frozenset(peran)


def boleh_menetapkan_capaian(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> bool:
    """Whether the aktor leads a level above ``unit``: nobody sets the capaian of one's own unit.

    The root unit has no level above inside the instansi: an outside decision is recorded by an
    officer (pengelola or pejabat pembina) with its number.
    """
    if aktor.pegawai_id is None:
        return False
    if unit.induk_id is None:
        return organisasi.boleh_petugas(
            aktor=aktor, unit=unit, pada=pada, peran={"pengelola", "pejabat_pembina"}
        )
    return (
        unit_dipimpin(aktor=aktor, pada=pada)
        .filter(pk__in=set(jalur_ke_atas(unit)) - {unit.pk})
        .exists()
    )
