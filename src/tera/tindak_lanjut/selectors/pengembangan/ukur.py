"""How what an activity was meant to improve stood before and after it: never a proof.

The named row is compared where both sides have it; otherwise the rating, and the page says so.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_persen
from tera.evaluasi.models import CatatanKerja, Evaluasi, HasilTerdahulu, LevelRating
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN
from tera.pelaksanaan.models import Realisasi, StatusLaporan
from tera.skp.models import IndikatorKinerja, RencanaHasilKerja
from tera.tindak_lanjut.models import KegiatanPengembangan, Kesenjangan, PesertaPelatihan
from tera.tindak_lanjut.selectors.pengembangan.usul import akhir_bulan

#: So much of the words of a row is kept with a target.
PANJANG_TEKS = 300
URUT = {LevelRating.DI_BAWAH: 0, LevelRating.SESUAI: 1, LevelRating.DI_ATAS: 2}
#: (order, words)
Nilai = tuple[Decimal, str]


@dataclass(frozen=True, slots=True)
class Diukur:
    """One activity or training: whose, from when to when (None: still running), at what."""

    kunci: int
    pegawai_id: int
    mulai: dt.date | None
    selesai: dt.date | None
    sasaran: str
    teks: str
    perilaku: bool

    @classmethod
    def kegiatan(cls, satu: KegiatanPengembangan) -> "Diukur":
        """Return a row of a plan as it is measured."""
        return cls(
            satu.pk, satu.rencana.pegawai_id, satu.mulai_pada or satu.disetujui_pada,
            satu.selesai_pada, satu.sasaran, satu.sasaran_teks,
            satu.kesenjangan == Kesenjangan.PERILAKU,
        )  # fmt: skip

    @classmethod
    def peserta(cls, satu: PesertaPelatihan) -> "Diukur":
        """Return a training as it is measured: at what the row it answers names."""
        baris = satu.kegiatan
        return cls(
            satu.pk, satu.pegawai_id, satu.sesi.mulai, satu.sesi.selesai,
            baris.sasaran if baris else "", baris.sasaran_teks if baris else "",
            baris is not None and baris.kesenjangan == Kesenjangan.PERILAKU,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What is compared, both sides in words, and why one is missing.

    Attributes:
        arah: ``naik``, ``tetap``, ``turun``; empty when it can't be measured yet.
        alasan: why it can't be measured yet, for a person.
        catatan: why the rating stands for the row that was named.
    """

    nama: str
    sebelum: str = ""
    sesudah: str = ""
    arah: str = ""
    alasan: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class _Hasil:
    pk: int
    skp_id: int
    selesai: dt.date
    hasil_kerja: str
    perilaku: str


def ukur(*, daftar: Iterable[Diukur]) -> dict[int, Ukuran]:
    """Return how each stood before and after, by key: six queries whatever their number."""
    semua = list(daftar)
    hasil = _daftar_hasil({satu.pegawai_id for satu in semua})
    sisi = {satu.kunci: _sisi(satu, hasil[satu.pegawai_id]) for satu in semua}
    dipakai = [h for satu in semua if satu.sasaran for h in sisi[satu.kunci] if h is not None]
    tanda = {
        (evaluasi, unsur, kunci): level
        for evaluasi, unsur, kunci, level in CatatanKerja.objects.filter(
            evaluasi_id__in={h.pk for h in dipakai}, oleh=CatatanKerja.Oleh.PENILAI
        ).values_list("evaluasi_id", "unsur", "kunci", "level")
    }  # an empty "in" costs no query
    rhk = _kunci_per_teks(
        RencanaHasilKerja.objects.filter(skp_id__in={h.skp_id for h in dipakai}).values_list(
            "skp_id", "kunci", "teks"
        )
    )
    angka = _akhir_tahun([satu for satu in semua if satu.sasaran.startswith("indikator:")])
    return {satu.kunci: _ukur(satu, *sisi[satu.kunci], tanda, rhk, angka) for satu in semua}


def _ukur(
    satu: Diukur,
    sebelum: _Hasil | None,
    sesudah: _Hasil | None,
    tanda: dict[tuple[int, str, str], str],
    rhk: dict[int, dict[str, str]],
    angka: dict[int, list[tuple[dt.date, str, str, Decimal]]],
) -> Ukuran:
    jenis, _pisah, kunci = satu.sasaran.partition(":")
    if satu.mulai is None or satu.selesai is None:
        return Ukuran(satu.teks or _rating(satu), alasan=_("Kegiatannya belum selesai."))
    if jenis == "indikator":
        dua = [
            next(_angka(angka[satu.pegawai_id], kunci, satu.teks, *batas), None)
            for batas in ((None, satu.mulai), (satu.selesai, None))
        ]
        if dua[0] and dua[1]:
            return _banding(satu.teks, dua[0], dua[1])
        catatan = _(
            "Realisasi akhir tahun indikator ini belum terverifikasi di kedua sisi, atau "
            "indikatornya tidak berlanjut; yang dibandingkan rating."
        )
    elif jenis and sebelum and sesudah:
        perilaku = jenis == "perilaku"
        level = [
            tanda.get((h.pk, jenis, kunci if perilaku else rhk[h.skp_id].get(satu.teks, kunci)), "")
            for h in (sebelum, sesudah)
        ]
        if all(level):
            return _banding(satu.teks, _level(level[0]), _level(level[1]))
        berlanjut = (
            perilaku or satu.teks in rhk[sesudah.skp_id] or kunci in rhk[sesudah.skp_id].values()
        )
        catatan = (
            _("Penilai tidak menandainya tersendiri di kedua hasil; yang dibandingkan rating.")
            if berlanjut
            else _("RHK ini tidak berlanjut di SKP berikutnya; yang dibandingkan rating.")
        )
    else:
        catatan = ""
    return _rating_saja(satu, jenis, sebelum, sesudah, catatan)


def _rating_saja(
    satu: Diukur, jenis: str, sebelum: _Hasil | None, sesudah: _Hasil | None, catatan: str
) -> Ukuran:
    perilaku = jenis == "perilaku" or (not jenis and satu.perilaku)
    nama = _rating(satu, perilaku)
    if sesudah is None:
        alasan = _("Belum ada hasil evaluasi yang disampaikan sesudah kegiatan ini.")
    elif sebelum is None:
        alasan = _("Tidak ada hasil evaluasi dari sebelum kegiatan ini.")
    else:
        dua = [h.perilaku if perilaku else h.hasil_kerja for h in (sebelum, sesudah)]
        return _banding(nama, _level(dua[0]), _level(dua[1]), catatan)
    return Ukuran(satu.teks or nama, alasan=alasan)


def _rating(satu: Diukur, perilaku: bool | None = None) -> str:
    ya = satu.perilaku if perilaku is None else perilaku
    return _("Rating perilaku kerja") if ya else _("Rating hasil kerja")


def _banding(nama: str, sebelum: Nilai, sesudah: Nilai, catatan: str = "") -> Ukuran:
    beda = sesudah[0] - sebelum[0]
    arah = "naik" if beda > 0 else "turun" if beda < 0 else "tetap"
    return Ukuran(nama, sebelum[1], sesudah[1], arah, catatan=catatan)


def _level(level: str) -> Nilai:
    satu = LevelRating(level)
    return Decimal(URUT[satu]), str(satu.label)


def _daftar_hasil(pegawai: set[int]) -> defaultdict[int, list[_Hasil]]:
    hasil: defaultdict[int, list[_Hasil]] = defaultdict(list)
    for pegawai_id, pk, skp_id, selesai, kerja, perilaku in (
        Evaluasi.objects.filter(pegawai_id__in=pegawai, status__in=SUDAH_DISAMPAIKAN)
        .exclude(rating_hasil_kerja="")
        .exclude(rating_perilaku_kerja="")
        .order_by("periode__selesai", "pk")
        .values_list(
            "pegawai_id", "pk", "skp_id", "periode__selesai", "rating_hasil_kerja",
            "rating_perilaku_kerja",
        )
    ):  # fmt: skip
        hasil[pegawai_id].append(_Hasil(pk, skp_id, selesai, kerja, perilaku))
    # Results of before Tera have ratings and no rows.
    terdahulu: defaultdict[int, list[_Hasil]] = defaultdict(list)
    for pegawai_id, tahun, bulan, kerja, perilaku in (
        HasilTerdahulu.objects.filter(pegawai_id__in=pegawai)
        .order_by("tahun", "bulan_selesai")
        .values_list(
            "pegawai_id", "tahun", "bulan_selesai", "rating_hasil_kerja", "rating_perilaku_kerja"
        )
    ):
        terdahulu[pegawai_id].append(_Hasil(0, 0, akhir_bulan(tahun, bulan), kerja, perilaku))
    for pegawai_id, daftar in terdahulu.items():
        hasil[pegawai_id] = sorted([*daftar, *hasil[pegawai_id]], key=lambda satu: satu.selesai)
    return hasil


def _sisi(satu: Diukur, hasil: list[_Hasil]) -> tuple[_Hasil | None, _Hasil | None]:
    """The last result before it began, the first that ends on or after its last day."""
    if satu.mulai is None or satu.selesai is None:
        return None, None
    mulai, selesai = satu.mulai, satu.selesai
    return (
        next((h for h in reversed(hasil) if h.selesai < mulai), None),
        next((h for h in hasil if h.selesai >= selesai), None),
    )


def _kunci_per_teks(baris: Iterable[tuple[int, Any, str]]) -> defaultdict[int, dict[str, str]]:
    """Keys by words, of each plan: a row goes on in the next plan under the same words."""
    hasil: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for skp_id, kunci, teks in baris:
        hasil[skp_id][teks[:PANJANG_TEKS]] = str(kunci)
    return hasil


def _akhir_tahun(
    daftar: list[Diukur],
) -> defaultdict[int, list[tuple[dt.date, str, str, Decimal]]]:
    """Verified figures at the end of a year: inside the year they grow by themselves."""
    hasil: defaultdict[int, list[tuple[dt.date, str, str, Decimal]]] = defaultdict(list)
    if not daftar:
        return hasil
    semua = list(
        Realisasi.objects.filter(
            pegawai_id__in={satu.pegawai_id for satu in daftar},
            status=StatusLaporan.DIVERIFIKASI,
            persen__isnull=False,
            periode__selesai__month=12,
            periode__selesai__day=31,
        )
        .order_by("periode__selesai", "pk")
        .values_list("pegawai_id", "periode__selesai", "indikator_kunci", "persen", "skp_id")
    )
    nama = {
        (skp_id, kunci): teks
        for skp_id, kunci, teks in IndikatorKinerja.objects.filter(
            rhk__skp_id__in={satu[4] for satu in semua}
        ).values_list("rhk__skp_id", "kunci", "teks")
    }
    for pegawai_id, hari, kunci, persen, skp_id in semua:
        hasil[pegawai_id].append(
            (hari, str(kunci), nama.get((skp_id, kunci), "")[:PANJANG_TEKS], persen or Decimal(0))
        )
    return hasil


def _angka(
    daftar: list[tuple[dt.date, str, str, Decimal]],
    kunci: str,
    teks: str,
    sejak: dt.date | None,
    sebelum: dt.date | None,
) -> Iterator[Nilai]:
    """Figures of one indicator: newest first of those before a day, oldest first since a day."""
    cocok = [
        (hari, persen) for hari, k, nama, persen in daftar if k == kunci or (nama and nama == teks)
    ]
    if sebelum is not None:
        cocok = [satu for satu in reversed(cocok) if satu[0] < sebelum]
    elif sejak is not None:
        cocok = [satu for satu in cocok if satu[0] >= sejak]
    for _hari, persen in cocok:
        yield persen, tulis_persen(persen)
