"""Which parts a person plays towards a follow-up, a counselling, the review of an agreement."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.models import Pegawai, UnitKerja
from tera.organisasi.permissions import peran_terhadap
from tera.organisasi.selectors.penilai import penugasan_utama
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.tindak_lanjut.models import Konseling, TindakLanjut, TinjauanPerjanjian

#: Officers who read the follow-ups of their units; the auditor reads only.
PEMBACA = ("pengelola", "pyb", "pejabat_pembina", "auditor")
#: Who decides an arrow of the path.
PEMUTUS = frozenset({"pyb", "pejabat_pembina"})


def peran_orang(
    *, aktor: Aktor, pegawai: Pegawai, unit: UnitKerja, pada: dt.date
) -> frozenset[str]:
    """The parts towards a person today; officers also reach the unit the result came from."""
    if aktor.adalah_sistem:
        return frozenset({"sistem"} if aktor.instansi_id == unit.instansi_id else ())
    peran: set[str] = set()
    penugasan = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if penugasan is not None:
        peran |= peran_terhadap(aktor=aktor, penugasan=penugasan, pada=pada)
    if aktor.pegawai_id == pegawai.pk:
        peran.add("pegawai")
    if aktor.instansi_id == unit.instansi_id:
        peran |= {
            kata
            for kata, awalan in daftar_petugas(aktor=aktor, pada=pada)
            if unit.path.startswith(awalan)
        }
    # Nobody decides about oneself, whatever letter one holds.
    return frozenset({"pegawai"} if "pegawai" in peran else peran)


def peran_tindakan(*, aktor: Aktor, tindakan: TindakLanjut, pada: dt.date) -> frozenset[str]:
    """The parts towards a follow-up."""
    return peran_orang(aktor=aktor, pegawai=tindakan.pegawai, unit=tindakan.unit, pada=pada)


def peran_tinjauan(*, aktor: Aktor, tinjauan: TinjauanPerjanjian, pada: dt.date) -> frozenset[str]:
    """The parts towards the review of an agreement."""
    return peran_orang(aktor=aktor, pegawai=tinjauan.pegawai, unit=tinjauan.unit, pada=pada)


def peran_konseling(*, aktor: Aktor, konseling: Konseling) -> frozenset[str]:
    """The counsellor and the person; ``penerima`` is reported to and reads the advice alone."""
    bagian = {
        "konselor": konseling.konselor_id,
        "pegawai": konseling.pegawai_id,
        "penerima": konseling.penerima_laporan_id,
    }
    return frozenset(kata for kata, siapa in bagian.items() if siapa and siapa == aktor.pegawai_id)
