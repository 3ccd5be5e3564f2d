"""Which parts a person plays towards talent records: officers of the instansi, and the person.

Rules shared by the services: nobody reviews or decides a file about oneself, and who proposed a
file neither reviews nor decides it.
"""

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import KelompokSuksesi, KoreksiFakta, PetaTalenta, UsulKarier
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan

#: Who may put a person forward besides the penilai.
PENGUSUL = frozenset({"pengelola"})


def peran_peta(*, jangkauan: Jangkauan, peta: PetaTalenta) -> frozenset[str]:
    """The officers over the whole instansi; a matrix is one for all its units."""
    return jangkauan.peran_seluruh if peta.instansi_id == jangkauan.instansi_id else frozenset()


def peran_koreksi(*, aktor: Aktor, jangkauan: Jangkauan, koreksi: KoreksiFakta) -> frozenset[str]:
    """The person oneself, or the officers over the unit where the person asked; never both."""
    if aktor.pegawai_id == koreksi.pegawai_id:
        return frozenset({"pegawai"})
    if koreksi.instansi_id != aktor.instansi_id:
        return frozenset()
    return jangkauan.peran_atas(koreksi.unit.path)


def peran_kelompok(*, jangkauan: Jangkauan, kelompok: KelompokSuksesi) -> frozenset[str]:
    """The officers over the unit of the post."""
    if kelompok.instansi_id != jangkauan.instansi_id:
        return frozenset()
    return jangkauan.peran_atas(kelompok.unit.path)


def peran_usul(*, aktor: Aktor, jangkauan: Jangkauan, usul: UsulKarier) -> frozenset[str]:
    """Parts towards a file: its proposer, the officers over the unit one leaves; not its person."""
    if usul.instansi_id != aktor.instansi_id or aktor.pegawai_id == usul.pegawai_id:
        return frozenset()
    peran = set(jangkauan.peran_atas(usul.unit_asal.path))
    if aktor.pegawai_id == usul.pengusul_id:
        # Who proposed moves the file on, or takes it back; another reviews and decides.
        return frozenset(peran & PENGUSUL) or frozenset({"penilai"})
    return frozenset(peran)
