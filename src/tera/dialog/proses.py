"""The five questions, the window in which they are open, and how tallies become shown blocks.

Pure: no database. No regulation asks these questions: they are Tera's design, after what makes an
appraisal felt as fair (voice, clarity, consistency, usefulness).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Fewest answers that are shown together (``objektivitas``: k = 4 by default).
K_TERKECIL = 4
BUTIR: dict[str, str | Promise] = {
    "jelas": _("Sejak awal saya tahu apa yang diharapkan dari saya dan bagaimana saya dinilai."),
    "adil": _("Penilaiannya berdasarkan pekerjaan saya dan ukurannya sama untuk semua."),
    "didengar": _("Penjelasan dan bukti saya didengar sebelum hasilnya ditetapkan."),
    "berguna": _("Masukan yang saya terima membantu saya bekerja lebih baik."),
    "sepadan": _("Waktu yang saya habiskan untuk penilaian ini sepadan dengan gunanya."),
}
Hitungan = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class SimpulUnit:
    """One unit of the tree with what its own people answered."""

    id: int
    induk_id: int | None
    jumlah: int
    isi: Hitungan


@dataclass(frozen=True, slots=True)
class Tampil:
    """What is shown of a unit: itself and the shown blocks below it."""

    unit_id: int
    jumlah: int
    isi: Hitungan


def jendela(*, selesai: dt.date, batas: dt.date, hari: int) -> tuple[dt.date, dt.date]:
    """Return first and last day: the day after the period, and ``hari`` after its deadline."""
    return selesai + dt.timedelta(days=1), batas + dt.timedelta(days=hari)


def gabung(daftar: Sequence[Mapping[str, Mapping[str, int]]]) -> Hitungan:
    """Return the sum of tallies."""
    hasil: Hitungan = {}
    for satu in daftar:
        for butir, pilihan in satu.items():
            tujuan = hasil.setdefault(butir, {})
            for kata, n in pilihan.items():
                tujuan[kata] = tujuan.get(kata, 0) + n
    return hasil


def gulung(daftar: Sequence[SimpulUnit], k: int = K_TERKECIL) -> list[Tampil]:
    """Return the units that may be shown, and their numbers.

    From the leaves up, answers wait until they are at least ``k``; then they are one block of that
    unit. What a unit shows is the sum of the blocks below and at it, so every difference between
    two shown units is a sum of whole blocks: nobody can subtract down to fewer than ``k``. What
    is still waiting at the top is shown nowhere.
    """
    anak: dict[int | None, list[SimpulUnit]] = {}
    ada = {satu.id for satu in daftar}
    for satu in daftar:
        anak.setdefault(satu.induk_id if satu.induk_id in ada else None, []).append(satu)
    hasil: list[Tampil] = []
    # Parents before children, then backwards: no recursion on a deep tree.
    urut, tumpukan = [], list(anak.get(None, []))
    while tumpukan:
        satu = tumpukan.pop()
        urut.append(satu)
        tumpukan += anak.get(satu.id, [])
    menunggu: dict[int, tuple[int, Hitungan]] = {}
    tampil: dict[int, tuple[int, Hitungan]] = {}
    for satu in reversed(urut):
        bawah = anak.get(satu.id, [])
        n = satu.jumlah + sum(menunggu[a.id][0] for a in bawah)
        isi = gabung([satu.isi, *(menunggu[a.id][1] for a in bawah)])
        n_tampil = sum(tampil[a.id][0] for a in bawah)
        isi_tampil = gabung([tampil[a.id][1] for a in bawah])
        if n >= k:
            n_tampil, isi_tampil = n_tampil + n, gabung([isi_tampil, isi])
            n, isi = 0, {}
        menunggu[satu.id], tampil[satu.id] = (n, isi), (n_tampil, isi_tampil)
        if n_tampil:
            hasil.append(Tampil(satu.id, n_tampil, isi_tampil))
    hasil.reverse()
    return hasil


def persen_per_pilihan(isi: Mapping[str, Mapping[str, int]]) -> list[dict[str, Any]]:
    """Return the five questions in order, each with its counts."""
    return [
        {"butir": butir, "teks": teks, "jumlah": dict(isi.get(butir, {}))}
        for butir, teks in BUTIR.items()
    ]
