"""Workflows as tables: which act moves which status, by whom, on what basis, on what condition.

Instruments: PermenPANRB 6/2022, PP 30/2019, SE MenPANRB 3/2023 and what each module names; the
finer steps are design and cite `rancangan-tera`. One module per part of the work. The one function
that writes a status, the buttons, the API, the state diagram and the exhaustive test all read them.

Tidak dimodelkan: data conditions are told in `syarat` for people; the services check them.
"""

from __future__ import annotations

from collections.abc import Collection

from tera.regulasi.alur import (
    angka_kredit,
    bimtek,
    dasbor,
    inti,
    kalibrasi,
    naskah,
    pengembangan,
    penghargaan,
    talenta,
    tindakan,
)
from tera.regulasi.alur.langkah import Langkah, Peran
from tera.regulasi.galat import TidakDikenalError

__all__ = ["ALUR", "STATUS_AWAL", "Langkah", "Peran", "cari_langkah", "daftar_langkah",
           "daftar_status", "diagram_mermaid", "langkah_dari"]  # fmt: skip

_BAGIAN = (
    inti,
    tindakan,
    pengembangan,
    penghargaan,
    talenta,
    angka_kredit,
    dasbor,
    bimtek,
    naskah,
    kalibrasi,
)
#: The status in which a document of each kind is born.
STATUS_AWAL: dict[str, str] = {
    jenis: status for bagian in _BAGIAN for jenis, status in bagian.STATUS_AWAL.items()
}
ALUR: dict[str, tuple[Langkah, ...]] = {
    jenis: langkah for bagian in _BAGIAN for jenis, langkah in bagian.ALUR.items()
}


def daftar_langkah(jenis: str) -> tuple[Langkah, ...]:
    """All steps of a kind of document; `TidakDikenalError` for an unknown kind."""
    try:
        return ALUR[jenis]
    except KeyError:
        raise TidakDikenalError(
            f"Jenis dokumen “{jenis}” tidak punya alur. Yang dikenal: {', '.join(ALUR)}."
        ) from None


def daftar_status(jenis: str) -> tuple[str, ...]:
    """All statuses of a kind of document, the first one first."""
    langkah = daftar_langkah(jenis)
    urut = [STATUS_AWAL[jenis], *(s for satu in langkah for s in (satu.dari, satu.ke))]
    return tuple(dict.fromkeys(urut))


def langkah_dari(
    jenis: str, status: str, peran: Peran | str | Collection[Peran | str]
) -> tuple[Langkah, ...]:
    """The steps open from `status` to somebody with these peran (one, or several)."""
    daftar_peran = {peran} if isinstance(peran, str) else set(peran)
    return tuple(
        satu
        for satu in daftar_langkah(jenis)
        if satu.dari == status and not satu.oleh.isdisjoint(daftar_peran)
    )


def cari_langkah(jenis: str, aksi: str, status: str) -> Langkah | None:
    """The step that `aksi` takes from `status`, whoever asks; None: "not now".

    Compare `oleh` afterwards to tell "not you" from "not now".
    """
    for satu in daftar_langkah(jenis):
        if satu.aksi == aksi and satu.dari == status:
            return satu
    return None


def diagram_mermaid(jenis: str) -> str:
    """The state diagram of a kind of document in Mermaid, for the docs."""
    langkah = daftar_langkah(jenis)
    pangkal = {satu.dari for satu in langkah}
    baris = ["stateDiagram-v2", f"    [*] --> {STATUS_AWAL[jenis]}"]
    baris += [f"    {s.dari} --> {s.ke}: {s.aksi} ({', '.join(sorted(s.oleh))})" for s in langkah]
    baris += [f"    {s} --> [*]" for s in daftar_status(jenis) if s not in pangkal]
    return "\n".join(baris) + "\n"
