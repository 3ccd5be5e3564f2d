"""From envelopes to what may be shown: the desk for the levels, the same caution for the words."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tera.stats.release import MISSING, ItemResult, ReleaseDesk
from tera.umpan_balik.models import HubunganResponden

DIRI = HubunganResponden.DIRI.value
#: Words that stand for a theme; what a writer says about it isn't judged.
TEMA: dict[str, tuple[str, ...]] = {
    "kerja_sama": ("kerja sama", "kerjasama", "kompak", "gotong", "membantu", "tim"),
    "komunikasi": ("komunikasi", "mendengar", "menjelaskan", "penjelasan", "terbuka", "arahan"),
    "ketepatan_waktu": ("tepat waktu", "terlambat", "tenggat", "cepat", "lambat", "menunda"),
    "pelayanan": ("pelayanan", "melayani", "ramah", "masyarakat", "pengunjung", "warga"),
    "ketelitian": ("teliti", "rapi", "cermat", "keliru", "ketelitian", "data"),
    "kepemimpinan": ("memimpin", "kepemimpinan", "teladan", "membimbing", "keputusan", "adil"),
    "belajar": ("belajar", "pelatihan", "kompetensi", "keterampilan", "berbagi ilmu", "keahlian"),
    "prakarsa": ("inisiatif", "prakarsa", "ide", "gagasan", "inovasi", "mencoba"),
}


@dataclass(frozen=True, slots=True)
class Amplop:
    """One opened envelope: who (only inside the close), the levels, the words and their consent."""

    responden_id: int
    hubungan: str
    nilai: tuple[int, ...]
    teks: str = ""
    apa_adanya: bool = False


@dataclass(frozen=True, slots=True)
class Rilis:
    """What one close gives: the published result, the self levels, the sets, the kept answers."""

    isi: dict[str, Any]
    diri: list[int]
    himpunan: list[list[int]] = field(repr=False)
    # (respondent, group shown, levels) of those inside a released set, in no order.
    jawaban: list[tuple[int, str, tuple[int, ...]]] = field(repr=False)


def susun_rilis(
    daftar: Sequence[Amplop], *, diundang: Sequence[str], k: int, jumlah_butir: int
) -> Rilis:
    """Release the answers about one person.

    Args:
        diundang: relations that were asked, answered or not: which groups are named as hidden
            must not tell whether anybody answered.
    """
    orang_lain = [satu for satu in daftar if satu.hubungan != DIRI]
    # Rows in an order that says nothing.
    secrets.SystemRandom().shuffle(orang_lain)
    jawaban = np.full((len(orang_lain), jumlah_butir), MISSING, np.int8)
    kelompok: dict[str, list[int]] = {}
    for baris, amplop in enumerate(orang_lain):
        jawaban[baris] = amplop.nilai
        kelompok.setdefault(amplop.hubungan, []).append(baris)
    hasil, _meja = ReleaseDesk(k=k).release(kelompok, jawaban)
    himpunan = {
        satu.name: sorted(raters) for satu, raters in zip(hasil.groups, hasil.sets, strict=True)
    }
    tampil = set(himpunan) | set(hasil.merged)
    isi: dict[str, Any] = {
        "k": k,
        "kelompok": [
            {"nama": satu.name, "butir": [_butir(butir) for butir in satu.items]}
            for satu in hasil.groups
        ],
        "gabungan": sorted(hasil.merged),
        "tersembunyi": sorted(set(diundang) - tampil - {DIRI}),
        **_kata([orang_lain[baris] for daftar_ in himpunan.values() for baris in daftar_], k),
    }
    diri = next((list(satu.nilai) for satu in daftar if satu.hubungan == DIRI), [])
    tersimpan = [
        (orang_lain[baris].responden_id, nama, orang_lain[baris].nilai)
        for nama, daftar_ in himpunan.items()
        for baris in daftar_
    ]
    secrets.SystemRandom().shuffle(tersimpan)
    return Rilis(
        isi=isi,
        diri=diri,
        himpunan=[[orang_lain[baris].responden_id for baris in d] for d in himpunan.values()],
        jawaban=tersimpan,
    )


def _butir(butir: ItemResult | None) -> dict[str, Any] | None:
    if butir is None:
        return None
    if butir.unanimous:
        return {"seragam": True}
    return {"rata": butir.mean} | ({"sebaran": list(butir.shares)} if butir.shares else {})


def _kata(penulis: Sequence[Amplop], k: int) -> dict[str, Any]:
    """Texts as written from k writers who allow it; themes that k writers touch. No relation."""
    menulis = [satu for satu in penulis if satu.teks]
    boleh = [satu.teks for satu in menulis if satu.apa_adanya]
    secrets.SystemRandom().shuffle(boleh)
    tema = [
        nama
        for nama, daftar_kata in TEMA.items()
        if sum(any(kata in satu.teks.casefold() for kata in daftar_kata) for satu in menulis) >= k
    ]
    return {"kutipan": boleh if len(boleh) >= k else [], "tema": tema}
