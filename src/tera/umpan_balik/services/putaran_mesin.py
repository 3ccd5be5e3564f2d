"""The one reading of the pairs by the objectivity engine: numbers in, numbers out, no names.

Only the system may ask, only of rounds that are closed, and each reading stands in the audit chain
of the round. What comes back are arrays whose rows nobody can join to a respondent: respondents
that the caller doesn't already number as penilai get numbers in an order only this
installation's secret explains. Self answers never come out. About a person a round is read only for
those who weren't read before, and only if they are ``k`` or more: whatever rounds close between two
runs, the answers about one person that they differ by are none or those of ``k`` people at least.
"""

import datetime as dt
import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.conf import settings
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.umpan_balik.models import (
    HubunganResponden,
    KunciPasangan,
    PutaranPegawai,
    PutaranUmpanBalik,
)
from tera.umpan_balik.services.putaran_segel import pembuka

#: Numbers of ``tera.stats.pairs.Relation``; superiors mark in the evaluation, self never enters.
HUBUNGAN: dict[str, int] = {
    HubunganResponden.REKAN: 1,
    HubunganResponden.BAWAHAN: 2,
    HubunganResponden.MITRA_EKSTERNAL: 4,
}
TERTUTUP = (PutaranPegawai.Status.DITUTUP, PutaranPegawai.Status.HASIL_DIBUKA)


@dataclass(frozen=True, slots=True)
class PasanganMesin:
    """Pairs in the order (ratee, rater): ``rater``, ``ratee``, ``relation`` (P,), ``items`` (P, Q).

    ``items`` int8: 0 di bawah, 1 sesuai, 2 di atas, -1 not seen. ``n_rater``: raters in all, those
    the caller numbered first. ``putaran`` rounds read, ``musnah`` rounds whose key is gone.
    """

    rater: NDArray[np.int32]
    ratee: NDArray[np.int32]
    relation: NDArray[np.int8]
    items: NDArray[np.int8]
    n_rater: int
    putaran: int
    musnah: int


def baca_pasangan_mesin(
    *,
    aktor: Aktor,
    analisis_id: int,
    daftar_periode: Iterable[int],
    sejak: dt.date,
    nomor_pegawai: Mapping[int, int],
    nomor_penilai: Mapping[int, int],
    daftar_nilai: Sequence[str],
    k: int,
) -> PasanganMesin:
    """Read the closed rounds of some periods for one run of the engine.

    Args:
        sejak: the day respondents were told that an engine may read; a round that began earlier
            was answered without knowing, so it isn't read.
        nomor_pegawai: number of each ratee by key; answers about anybody else are left out.
        nomor_penilai: numbers, from 0, of the raters the caller knows; others are numbered after.
        daftar_nilai: codes of the values in the order of ``items``; a round whose questions don't
            carry them all is left out.

    Raises:
        TidakBerwenangError: not the system.
    """
    if not aktor.adalah_sistem:
        raise TidakBerwenangError(
            _("Pasangan jawaban hanya dibaca mesin analisis, tidak oleh siapa pun.")
        )
    semua = list(
        PutaranUmpanBalik.objects.filter(
            instansi_id=aktor.instansi_id,
            periode_id__in=list(daftar_periode),
            mulai__gte=sejak,
            daftar_pegawai__status__in=TERTUTUP,
        )
        .distinct()
        .order_by("mulai", "pk")
    )
    baris: list[tuple[int, int | str, int, list[int]]] = []
    terbaca: defaultdict[int, set[int | str]] = defaultdict(set)
    dibaca = 0
    for putaran in semua:
        letak = {butir.get("kode"): urut for urut, butir in enumerate(putaran.butir)}
        if not putaran.kunci_tersegel or not set(daftar_nilai) <= set(letak):
            continue
        dibaca += 1
        for satu in _baris(putaran, [letak[kode] for kode in daftar_nilai], nomor_pegawai).values():
            baru = [jawaban for jawaban in satu if jawaban[1] not in terbaca[jawaban[0]]]
            if len(baru) >= k:
                baris += baru
                terbaca[baru[0][0]].update(jawaban[1] for jawaban in baru)
        audit.catat_objek(aktor, "putaran", putaran.pk, "dibaca_mesin", {"analisis": analisis_id})
    nomor = _nomor(baris, nomor_penilai)
    susun = sorted((ratee, nomor[siapa], hubungan, isi) for ratee, siapa, hubungan, isi in baris)
    return PasanganMesin(
        np.array([satu[1] for satu in susun], np.int32),
        np.array([satu[0] for satu in susun], np.int32),
        np.array([satu[2] for satu in susun], np.int8),
        np.array([satu[3] for satu in susun], np.int8).reshape(-1, len(daftar_nilai)),
        max(nomor.values(), default=-1) + 1,
        dibaca,
        sum(not putaran.kunci_tersegel for putaran in semua),
    )


def _baris(
    putaran: PutaranUmpanBalik, letak: list[int], nomor_pegawai: Mapping[int, int]
) -> dict[int, list[tuple[int, int | str, int, list[int]]]]:
    """Answers of one round by ratee."""
    per_orang: defaultdict[int, list[tuple[int, int | str, int, list[int]]]] = defaultdict(list)
    buka = pembuka(putaran)
    for tersegel, responden, siapa, hubungan, pegawai in (
        KunciPasangan.objects.filter(
            responden__putaran_pegawai__putaran=putaran,
            responden__putaran_pegawai__status__in=TERTUTUP,
            responden__hubungan__in=list(HUBUNGAN),
        )
        .values_list(
            "isi_tersegel", "responden_id", "responden__pegawai_id", "responden__hubungan",
            "responden__putaran_pegawai__pegawai_id",
        )
        .iterator(chunk_size=2000)
    ):  # fmt: skip
        ratee = nomor_pegawai.get(pegawai)
        if ratee is None:
            continue
        nilai = buka(tersegel)["nilai"]
        isi = [int(nilai[urut]) for urut in letak]
        if max(isi) < 0:
            continue  # nothing seen: no answer
        per_orang[ratee].append((ratee, siapa or f"luar:{responden}", HUBUNGAN[hubungan], isi))
    return per_orang


def _nomor(
    baris: Iterable[tuple[int, int | str, int, list[int]]], nomor_penilai: Mapping[int, int]
) -> dict[int | str, int]:
    """Number every rater: the known ones as given, the others in a secret order."""
    kunci = b"umpan_balik.mesin:" + settings.TERA_KUNCI_FAKTOR.encode()
    nomor: dict[int | str, int] = {}
    nomor.update(nomor_penilai.items())
    baru = {siapa for _ratee, siapa, _hubungan, _isi in baris if siapa not in nomor}
    acak = sorted(baru, key=lambda s: hmac.digest(kunci, str(s).encode(), hashlib.sha256))
    return nomor | {siapa: urut for urut, siapa in enumerate(acak, len(nomor))}
