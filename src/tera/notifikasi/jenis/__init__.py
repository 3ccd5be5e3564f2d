"""The table ``JENIS``: every kind of notification, one row each, in one file per room told about.

To tell about a new event add a row to the file of its room (or a new file, named below): the event
``peristiwa`` that the room publishes, a function that says who is told and with which ids, the
sentence, the route. Nothing else is needed: the receiver is registered from this table, the
choices page offers the group, the mail follows. See docs/adr/0022-notifikasi.md.
"""

from collections import defaultdict

from tera.notifikasi.jenis import (
    angka_kredit,
    bimtek,
    dialog,
    evaluasi,
    kalibrasi,
    keberatan,
    organisasi,
    pelaksanaan,
    pengembangan,
    penghargaan,
    pengingat,
    rapat_kalibrasi,
    skp,
    sosialisasi,
    talenta,
    tindakan,
    umpan_balik,
)
from tera.notifikasi.jenis.dasar import KUNCI_ORANG, Jenis, Kabar, Susun

__all__ = ["JENIS", "KUNCI_ORANG", "PER_KODE", "PER_PERISTIWA", "Jenis", "Kabar", "Susun"]

JENIS: tuple[Jenis, ...] = (
    *organisasi.DAFTAR,
    *skp.DAFTAR,
    *pelaksanaan.DAFTAR,
    *umpan_balik.DAFTAR,
    *evaluasi.DAFTAR,
    *keberatan.DAFTAR,
    *dialog.DAFTAR,
    *talenta.DAFTAR,
    *tindakan.DAFTAR,
    *pengembangan.DAFTAR,
    *penghargaan.DAFTAR,
    *angka_kredit.DAFTAR,
    *kalibrasi.DAFTAR,
    *rapat_kalibrasi.DAFTAR,
    *bimtek.DAFTAR,
    *sosialisasi.DAFTAR,
    *pengingat.DAFTAR,
)
PER_KODE: dict[str, Jenis] = {satu.kode: satu for satu in JENIS}
if len(PER_KODE) != len(JENIS):
    raise ValueError("JENIS: kode dipakai dua kali")


def _per_peristiwa() -> dict[str, list[Jenis]]:
    hasil: defaultdict[str, list[Jenis]] = defaultdict(list)
    for satu in JENIS:
        if bool(satu.peristiwa) != bool(satu.susun or satu.susun_banyak):
            raise ValueError(f"JENIS: {satu.kode} perlu peristiwa dan susun, atau tidak keduanya")
        if satu.peristiwa:
            hasil[satu.peristiwa].append(satu)
    return dict(hasil)


PER_PERISTIWA = _per_peristiwa()
