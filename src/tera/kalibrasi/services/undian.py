"""Which decisions of a unit become cards, under which letters: the same people give the same.

Nearest a border or hardly supported, in either direction; where no evidence stands, the decisions
that make the shape of the unit. Nobody is picked by results: the meeting's secret orders the rest.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from typing import Any

from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import dengan_penilai
from tera.evaluasi.selectors.distribusi import orang_dihitung
from tera.evaluasi.tampilan.distribusi import masih_ditandai_buta
from tera.kalibrasi.kata import MEMIMPIN, pita
from tera.kalibrasi.models import KartuRapat, PilihanAlasan, RapatKalibrasi, SaranPegawai, UnitRapat
from tera.kalibrasi.selectors.saran import NOMOR_TINGKAT
from tera.pelaksanaan.models import StatusLaporan
from tera.pelaksanaan.selectors import BahanEvaluasi, bahan_banyak
from tera.regulasi.distribusi import POLA_DISTRIBUSI, Pembulatan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import predikat_kinerja

#: Fewer people than this in a unit: a card would be a person.
TERKECIL = 5
#: More than a meeting can talk over in a day.
TERBANYAK = 24
HURUF = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Jenis = KartuRapat.Jenis


def undi_kartu(
    *, rapat: RapatKalibrasi, unit: UnitRapat, aturan: Mapping[str, Any]
) -> list[KartuRapat]:
    """Return the cards of one unit, not written yet; none where it is too small."""
    semua = [
        satu
        for satu in dengan_penilai(
            orang_dihitung(unit=unit.unit, periode=rapat.periode, aturan=aturan), pada=_hari(rapat)
        )
        .exclude(rating_hasil_kerja="")
        .exclude(rating_perilaku_kerja="")
        .exclude(masih_ditandai_buta())
        .select_related("skp", "saran_bukti")
        if satu.penilai_id or satu.penilai_kini  # type: ignore[attr-defined]
    ]
    if len(semua) < max(TERKECIL, aturan["evaluasi.n_minimum_distribusi"]):
        return []
    jenis = _jenis(rapat, unit, semua, aturan)
    dipilih = sorted(
        (satu for satu in semua if satu.pk in jenis),
        key=lambda satu: (list(Jenis).index(jenis[satu.pk]), _acak(rapat, satu.pk)),
    )[:TERBANYAK]
    bahan = bahan_banyak(daftar_skp=[satu.skp for satu in dipilih], periode=rapat.periode)
    return [
        KartuRapat(
            unit=unit,
            evaluasi=satu,
            penilai_id=satu.penilai_id or satu.penilai_kini,  # type: ignore[attr-defined]
            kode=HURUF[urut],
            jenis=jenis[satu.pk],
            rating_hasil_kerja=satu.rating_hasil_kerja,
            rating_perilaku_kerja=satu.rating_perilaku_kerja,
            bukti=_bukti(satu, bahan[satu.skp_id]),
        )
        for urut, satu in enumerate(sorted(dipilih, key=lambda satu: _acak(rapat, satu.pk)))
    ]


def _hari(rapat: RapatKalibrasi) -> Any:
    return rapat.dibuka_pada or rapat.tanggal


def _acak(rapat: RapatKalibrasi, nomor: int) -> bytes:
    return hmac.digest(rapat.rahasia.encode(), str(nomor).encode(), hashlib.sha256)


def _jenis(
    rapat: RapatKalibrasi, unit: UnitRapat, semua: Sequence[Evaluasi], aturan: Mapping[str, Any]
) -> dict[int, Jenis]:
    """Return the evaluations worth talking over, and why."""
    hasil: dict[int, Jenis] = {}
    ikut = _ikut_pola(rapat, unit, aturan)
    for satu in semua:
        if _predikat(satu, rapat) in ikut:
            hasil[satu.pk] = Jenis.POLA
        saran: SaranPegawai | None = getattr(satu, "saran_bukti", None)
        if saran is None or saran.analisis_id != rapat.analisis_id:
            continue
        if saran.alasan != PilihanAlasan.CUKUP:
            continue
        tingkat = NOMOR_TINGKAT[satu.rating_perilaku_kerja]
        if tingkat in saran.tanya_alasan:
            hasil[satu.pk] = Jenis.HAMPIR_TANPA_DUKUNGAN
        elif max(pita(saran)) < MEMIMPIN:
            hasil[satu.pk] = Jenis.DI_PERBATASAN
    return hasil


def _predikat(satu: Evaluasi, rapat: RapatKalibrasi) -> Predikat:
    return predikat_kinerja(
        hasil_kerja=Rating(satu.rating_hasil_kerja),
        perilaku_kerja=Rating(satu.rating_perilaku_kerja),
        pada=_hari(rapat),
    ).predikat


def _ikut_pola(
    rapat: RapatKalibrasi, unit: UnitRapat, aturan: Mapping[str, Any]
) -> frozenset[Predikat]:
    """Return the predikat that make the breach: too many of some, or (of too few) all of them."""
    if not unit.pelanggaran or not unit.level:
        return frozenset()
    jumlah = {Predikat(kata): n for kata, n in unit.jumlah.items()}
    n = sum(jumlah.values())
    terdekat = Pembulatan(aturan["evaluasi.pembulatan"]) == Pembulatan.TERDEKAT
    terlalu_banyak: set[Predikat] = set()
    for batas in POLA_DISTRIBUSI.pada(_hari(rapat)).nilai[Capaian(unit.level)].batas:
        if not batas.pelanggaran(jumlah, n, terdekat=terdekat):
            continue
        if batas.paling_banyak_persen is None and batas.paling_banyak_orang is None:
            return frozenset(Predikat)
        terlalu_banyak |= set(batas.predikat)
    return frozenset(terlalu_banyak)


def _bukti(evaluasi: Evaluasi, bahan: BahanEvaluasi) -> dict[str, Any]:
    """Counts only: the text of a plan would say whose it is."""
    daftar = [satu for rhk in bahan.daftar_rhk for satu in rhk.daftar_indikator]
    lapor = [
        satu
        for satu in daftar
        if satu.realisasi is not None and satu.realisasi.status != StatusLaporan.DIKEMBALIKAN
    ]
    return {
        "indikator": len(daftar),
        "dilaporkan": len(lapor),
        "tercapai": sum(bool(satu.realisasi and satu.realisasi.target_tercapai) for satu in lapor),
        "di_atas": sum(satu.melampaui for satu in lapor),
        "beralasan": bool(evaluasi.alasan_hasil_kerja or evaluasi.alasan_perilaku_kerja),
    }
