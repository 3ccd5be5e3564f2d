"""How a page says the words that are stored: the part someone played, the state, the step."""

from django.utils.translation import gettext_lazy as _

PERAN = {
    "pegawai": _("pegawai"),
    "penilai": _("penilai"),
    "atasan_penilai": _("atasan penilai"),
    "pengelola": _("pengelola"),
    "ketua_tim": _("ketua tim"),
    "penyiap": _("penyiap"),
    "pyb": _("pejabat yang berwenang"),
    "pejabat_pembina": _("pejabat pembina"),
    "auditor": _("auditor"),
    "admin": _("admin"),
    "sistem": _("sistem"),
}
STATUS = {
    "draf": _("draf"),
    "diajukan": _("diajukan"),
    "dikembalikan": _("dikembalikan"),
    "ditetapkan": _("ditetapkan"),
    "digantikan": _("digantikan versi baru"),
    "ditutup": _("ditutup"),
    "dibatalkan": _("dibatalkan"),
    "terbuka": _("terbuka"),
    "dinilai": _("dinilai"),
    "disampaikan": _("disampaikan"),
    "keberatan": _("keberatan"),
    "diputus": _("diputus"),
    "final": _("final"),
    "klarifikasi": _("klarifikasi"),
    "disusun": _("disusun"),
    "responden_disetujui": _("responden disetujui"),
    "berjalan": _("berjalan"),
    "hasil_dibuka": _("hasil dibuka"),
    "dilaporkan": _("dilaporkan"),
    "diverifikasi": _("diverifikasi"),
    "diproses": _("diproses"),
    "diperbaiki": _("diperbaiki"),
    "ditolak": _("ditolak"),
}
AKSI = {
    "ajukan": _("diajukan"),
    "kembalikan": _("dikembalikan"),
    "tetapkan": _("ditetapkan"),
    "tarik": _("ditarik kembali"),
    "batalkan": _("dibatalkan"),
    "ganti": _("digantikan versi baru"),
    "tutup": _("ditutup"),
}
KATA_KERJA = {
    "ajukan": _("mengajukan"),
    "kembalikan": _("mengembalikan"),
    "tetapkan": _("menetapkan"),
    "tarik": _("menarik kembali"),
    "batalkan": _("membatalkan"),
    "nilai": _("menilai"),
    "sampaikan": _("menyampaikan"),
}


def sebutan_peran(kode: str) -> str:
    """Return the words of a part, e.g. ``atasan_penilai`` → *atasan penilai*."""
    return str(PERAN.get(kode, kode.replace("_", " ")))


def sebutan_status(kode: str) -> str:
    """Return the words of a state inside a sentence."""
    return str(STATUS.get(kode, kode.replace("_", " ")))


def sebutan_aksi(kode: str) -> str:
    """Return what a step has done, e.g. ``ajukan`` → *diajukan*."""
    return str(AKSI.get(kode, kode.replace("_", " ")))


def kata_kerja(aksi: str) -> str:
    """Return the verb of a step as it follows *tidak bisa*."""
    return str(KATA_KERJA.get(aksi, aksi.replace("_", " ")))
