"""What a run reads: the superiors' marks, and the pairs of closed rounds, as numbers without names.

Superiors: the marks on the seven values by the penilai and by the atasan penilai (relation 0).
Peers, subordinates and outsiders: from the sealed side, while the keys live. Self answers never.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from tera.core.aktor import Aktor
from tera.evaluasi.models import CatatanKerja, Evaluasi
from tera.evaluasi.permissions import dengan_penilai
from tera.kalibrasi.models import Analisis
from tera.kalibrasi.selectors.saran import NOMOR_TINGKAT
from tera.kalibrasi.services.kelompok import baca_kelompok, baca_keluarga
from tera.kalibrasi.services.pola import MasukanPola, baca_pola
from tera.kalibrasi.services.sidik import sidik_kosong
from tera.organisasi.models import JenisPeriode, Periode, UnitKerja
from tera.regulasi.berakhlak import daftar_nilai
from tera.umpan_balik.services.putaran_mesin import baca_pasangan_mesin

_KOLOM = (
    "pk", "pegawai_id", "unit_id", "penilai_id", "penilai_kini", "atasan_kini",
    "rating_perilaku_kerja", "skp__penugasan__jabatan__jenis",
)  # fmt: skip
ATASAN = 0
TAK_ADA = -1


@dataclass(frozen=True, slots=True)
class Masukan:
    """Arrays of a run. Ratees and units are numbered from 0 in the order of their keys.

    ``rater``, ``ratee``, ``relation`` (P,), ``items`` (P, 7) sorted by ratee, then rater;
    ``unit``, ``kedua``, ``keluarga`` (n,) per ratee: unit, second superior, number of the kind of
    post in ``KELUARGA`` (-1 none); ``jenis_unit`` (units,) number of the kind of unit;
    ``orang``, ``penentu``, ``putusan`` (e,) per evaluation: ratee, decider, level of perilaku
    kerja decided (-1 none); ``evaluasi`` (e,), ``daftar_unit``, ``pegawai`` (n,), ``penilai``
    keys of the rows.
    ``putaran``, ``musnah``: rounds read, and rounds whose key is destroyed. ``kelompok`` (n,) each:
    1, 0, or -1 unknown: for the contrasts of groups after the estimate, never inside it. ``pola``:
    who counts at which unit, under which pattern.
    """

    rater: NDArray[np.int32]
    ratee: NDArray[np.int32]
    relation: NDArray[np.int8]
    items: NDArray[np.int8]
    n_rater: int
    unit: NDArray[np.int64]
    jenis_unit: NDArray[np.int64]
    kedua: NDArray[np.int64]
    keluarga: NDArray[np.int64]
    kelompok: Mapping[str, NDArray[np.int64]]
    orang: NDArray[np.int64]
    penentu: NDArray[np.int64]
    putusan: NDArray[np.int64]
    evaluasi: tuple[int, ...]
    pegawai: tuple[int, ...]
    daftar_unit: tuple[int, ...]
    penilai: tuple[int, ...]
    putaran: int
    musnah: int
    pola: MasukanPola | None = None

    def sidik(self) -> str:
        """Return the keyed digest of all arrays, names and shapes included."""
        isi = sidik_kosong()
        tunggal = ("rater", "ratee", "relation", "items", "unit", "jenis_unit", "kedua",
                   "keluarga", "orang", "penentu", "putusan")  # fmt: skip
        semua = {nama: getattr(self, nama) for nama in tunggal} | dict(self.kelompok)
        for nama, larik in semua.items():
            isi.update(f"{nama}{larik.dtype.str}{larik.shape}".encode())
            isi.update(np.ascontiguousarray(larik).tobytes())
        if self.pola is not None:
            isi.update(self.pola.sidik())
        return isi.hexdigest()


def baca_masukan(*, aktor: Aktor, analisis: Analisis) -> Masukan:
    """Read the input of one run; the system only (see ``baca_pasangan_mesin``)."""
    periode = analisis.periode
    kode = [satu.kode for satu in daftar_nilai(pada=periode.selesai)]
    evaluasi: QuerySet[Any] = dengan_penilai(
        Evaluasi.objects.filter(instansi_id=aktor.instansi_id, periode=periode),
        pada=periode.selesai,
    )
    daftar: list[tuple[Any, ...]] = list(evaluasi.order_by("pk").values_list(*_KOLOM))
    pegawai = sorted({satu[1] for satu in daftar})
    nomor_pegawai = {pk: urut for urut, pk in enumerate(pegawai)}
    daftar_unit = sorted({satu[2] for satu in daftar})
    nomor_unit = {pk: urut for urut, pk in enumerate(daftar_unit)}
    penentu = {satu[0]: satu[3] or satu[4] for satu in daftar}
    atasan = {satu[0]: satu[5] for satu in daftar}
    pemilik = {satu[0]: satu[1] for satu in daftar}
    tanda = _tanda(kode, pemilik, penentu, atasan, periode)
    penilai = sorted(
        {siapa for siapa, _orang in tanda}
        | {pk for pk in (*penentu.values(), *atasan.values()) if pk is not None}
    )
    nomor_penilai = {pk: urut for urut, pk in enumerate(penilai)}
    sealed = baca_pasangan_mesin(
        aktor=aktor,
        analisis_id=analisis.pk,
        daftar_periode=periode_putaran(periode),
        sejak=analisis.pengaktifan.diumumkan_pada,
        nomor_pegawai=nomor_pegawai,
        nomor_penilai=nomor_penilai,
        daftar_nilai=kode,
        k=analisis.k,
    )
    pasangan = {
        (nomor_pegawai[orang], nomor_penilai[siapa]): (ATASAN, isi)
        for (siapa, orang), isi in tanda.items()
    }
    for ratee, rater, hubungan, isi in zip(
        sealed.ratee.tolist(), sealed.rater.tolist(), sealed.relation.tolist(),
        sealed.items.tolist(), strict=True,
    ):  # fmt: skip
        # A superior's marks stand before what the same person answered in a round.
        pasangan.setdefault((ratee, rater), (hubungan, isi))
    susun = [(ratee, rater, *pasangan[ratee, rater]) for ratee, rater in sorted(pasangan)]
    unit = np.full(len(pegawai), TAK_ADA, np.int64)
    kedua = np.full(len(pegawai), TAK_ADA, np.int64)
    for pk, orang, satu_unit, *_lain in daftar:
        # Of several evaluations of a person in the period the last one says where he or she is.
        unit[nomor_pegawai[orang]] = nomor_unit[satu_unit]
        kedua[nomor_pegawai[orang]] = nomor_penilai.get(atasan[pk] or 0, TAK_ADA)
    jabatan = {satu[1]: satu[7] for satu in daftar}
    return Masukan(
        rater=np.array([satu[1] for satu in susun], np.int32),
        ratee=np.array([satu[0] for satu in susun], np.int32),
        relation=np.array([satu[2] for satu in susun], np.int8),
        items=np.array([satu[3] for satu in susun], np.int8).reshape(-1, len(kode)),
        n_rater=max(len(penilai), sealed.n_rater),
        unit=unit,
        jenis_unit=_jenis_unit(aktor.instansi_id, daftar_unit),
        kedua=kedua,
        keluarga=baca_keluarga(pegawai, jabatan),
        kelompok=baca_kelompok(pegawai=pegawai, jabatan=jabatan, pada=periode.selesai),
        orang=np.array([nomor_pegawai[satu[1]] for satu in daftar], np.int64),
        penentu=np.array(
            [nomor_penilai.get(penentu[satu[0]] or 0, TAK_ADA) for satu in daftar], np.int64
        ),
        putusan=np.array([NOMOR_TINGKAT.get(satu[6], TAK_ADA) for satu in daftar], np.int64),
        evaluasi=tuple(satu[0] for satu in daftar),
        pegawai=tuple(pegawai),
        daftar_unit=tuple(daftar_unit),
        penilai=tuple(penilai),
        putaran=sealed.putaran,
        musnah=sealed.musnah,
        pola=baca_pola(analisis=analisis, evaluasi=[satu[0] for satu in daftar]),
    )


def _tanda(
    kode: list[str],
    pemilik: Mapping[int, int],
    penentu: Mapping[int, int | None],
    atasan: Mapping[int, int | None],
    periode: Periode,
) -> dict[tuple[int, int], list[int]]:
    """Levels of the seven values by (superior, person); the newest mark of a pair stands."""
    letak = {satu: urut for urut, satu in enumerate(kode)}
    hasil: dict[tuple[int, int], list[int]] = {}
    for evaluasi, oleh, kunci, level, penanda in (
        CatatanKerja.objects.filter(
            evaluasi__periode=periode,
            unsur=CatatanKerja.Unsur.PERILAKU,
            oleh__in=[CatatanKerja.Oleh.PENILAI, CatatanKerja.Oleh.ATASAN_PENILAI],
        )
        .order_by("ditandai_at", "pk")
        .values_list("evaluasi_id", "oleh", "kunci", "level", "penanda_id")
        .iterator(chunk_size=5000)
    ):
        bawaan = penentu if oleh == CatatanKerja.Oleh.PENILAI else atasan
        orang, siapa = pemilik[evaluasi], penanda or bawaan.get(evaluasi)
        if siapa is None or siapa == orang or kunci not in letak:
            continue
        isi = hasil.setdefault((siapa, orang), [TAK_ADA] * len(kode))
        isi[letak[kunci]] = NOMOR_TINGKAT[level]
    return hasil


def periode_putaran(periode: Periode) -> list[int]:
    """Return the periods whose rounds count: of the year all of it, of a part of it its own."""
    if periode.jenis != JenisPeriode.TAHUNAN:
        return [periode.pk]
    return list(
        Periode.objects.filter(instansi_id=periode.instansi_id, tahun=periode.tahun)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _jenis_unit(instansi_id: int, daftar_unit: list[int]) -> NDArray[np.int64]:
    """Number the kinds of unit (else the echelons) of this run in the order of their words."""
    jenis = {
        pk: jenis or eselon
        for pk, jenis, eselon in UnitKerja.objects.filter(instansi_id=instansi_id).values_list(
            "pk", "jenis", "eselon"
        )
    }
    urut = {kata: nomor for nomor, kata in enumerate(sorted({jenis[pk] for pk in daftar_unit}))}
    return np.array([urut[jenis[pk]] for pk in daftar_unit], np.int64)
