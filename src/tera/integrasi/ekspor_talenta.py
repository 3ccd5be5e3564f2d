"""Boxes of a set matrix for SIASN: the fields of `POST /tm/talentmapping-save`.

Recorded of the service (secondary source): the five names ``pns_id, box, sumbu_x, sumbu_y,
total_sumbu``, nothing of the scale of the axes. They stay empty unless the officer asks for the
levels 1 to 3. No score leaves Tera.
"""

from dataclasses import dataclass
from typing import Any

from tera.core.aktor import Aktor
from tera.integrasi.models import PengenalSIASN
from tera.tindak_lanjut.models import KotakTalenta, PetaTalenta

#: Kinerja lies on X, potensial on Y; lowest first, as the nine boxes count them.
TINGKAT_X = {"di_bawah": 1, "sesuai": 2, "di_atas": 3}
TINGKAT_Y = {"rendah": 1, "menengah": 2, "tinggi": 3}
KOLOM = ("pns_id", "box", "sumbu_x", "sumbu_y", "total_sumbu")


@dataclass(frozen=True, slots=True)
class EksporTalenta:
    """What can be sent, and who can't and why not.

    Attributes:
        rekaman: the records in the service's own field names, with nip and name for the reader.
        tanpa_id: placed people whose SIASN id isn't imported. tanpa_kotak: people not placed.
    """

    rekaman: list[dict[str, Any]]
    tanpa_id: list[KotakTalenta]
    tanpa_kotak: int


def ekspor_talenta(*, aktor: Aktor, peta: PetaTalenta, bertingkat: bool = False) -> EksporTalenta:
    """Return the matrix for SIASN: two queries. ``bertingkat``: axes as levels 1 to 3."""
    semua = list(
        KotakTalenta.objects.filter(peta=peta, peta__instansi_id=aktor.instansi_id)
        .only("pegawai_id", "nama", "nip", "nama_unit", "kotak", "kinerja", "potensial")
        .order_by("nama", "pk")
    )
    pengenal = dict(
        PengenalSIASN.objects.filter(pegawai__instansi_id=aktor.instansi_id).values_list(
            "pegawai_id", "nilai"
        )
    )
    rekaman, tanpa_id = [], []
    terkirim: set[str] = set()
    for satu in semua:
        if satu.kotak is None:
            continue
        nomor = pengenal.get(satu.pegawai_id, "")
        # One id for two people is a mistake of the list of ids: neither guess is sent.
        if not nomor or nomor in terkirim:
            tanpa_id.append(satu)
            continue
        terkirim.add(nomor)
        rekaman.append(_rekaman(satu, nomor, bertingkat))
    return EksporTalenta(rekaman, tanpa_id, sum(satu.kotak is None for satu in semua))


def _rekaman(satu: KotakTalenta, nomor: str, bertingkat: bool) -> dict[str, Any]:
    x, y = TINGKAT_X[satu.kinerja], TINGKAT_Y[satu.potensial]
    return {
        "pns_id": nomor,
        "box": satu.kotak,
        "sumbu_x": x if bertingkat else "",
        "sumbu_y": y if bertingkat else "",
        "total_sumbu": x + y if bertingkat else "",
        "nip": satu.nip,
        "nama": satu.nama,
    }
