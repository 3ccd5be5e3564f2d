"""Which parts a person plays towards a meeting, an agreement, a question or a session."""

from tera.core.aktor import Aktor
from tera.dialog.models import Kesepakatan, Pertanyaan, Pertemuan, SesiDiskusi

#: Officers who may answer for the instansi.
PENANGGAP = ("pengelola", "pejabat_pembina", "pyb")
#: Officers who read counts, never a meeting.
PEMANTAU = ("pengelola", "auditor", "pejabat_pembina", "pyb")


def peran_pertemuan(*, aktor: Aktor, pertemuan: Pertemuan) -> frozenset[str]:
    """The two who meet are *peserta*; nobody else plays a part."""
    ikut = aktor.pegawai_id in {pertemuan.pegawai_id, pertemuan.mitra_id}
    return frozenset({"peserta"} if ikut else ())


def peran_kesepakatan(*, aktor: Aktor, kesepakatan: Kesepakatan) -> frozenset[str]:
    """Who does it and the other side are *peserta*."""
    ikut = aktor.pegawai_id in {kesepakatan.penanggung_jawab_id, kesepakatan.pihak_lain_id}
    return frozenset({"peserta"} if ikut else ())


def peran_pertanyaan(*, aktor: Aktor, pertanyaan: Pertanyaan) -> frozenset[str]:
    """Who asked and the penilai who is asked."""
    if aktor.pegawai_id == pertanyaan.penanya_id:
        return frozenset({"pegawai"})
    return frozenset({"penilai"} if aktor.pegawai_id == pertanyaan.penilai_id else ())


def peran_sesi(*, aktor: Aktor, sesi: SesiDiskusi) -> frozenset[str]:
    """Who leads the session; being asked to it is a row of ``PesertaSesi``."""
    return frozenset({"pemimpin_diskusi"} if aktor.pegawai_id == sesi.pemimpin_id else ())
