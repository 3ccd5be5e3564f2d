"""The frozen record of a decision: what it stood on and what the official forms print.

People as they were, inputs, marks, the material with its realisasi, the suggestion and the state of
the distribution at that moment, the law with articles and certainty. Documents print this record;
recomputing never changes it.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import override

from tera.evaluasi.models import CapaianOrganisasi, CatatanKerja, Evaluasi
from tera.evaluasi.saran import Saran, saran_hasil_kerja, saran_perilaku
from tera.organisasi.models import Periode
from tera.organisasi.selectors.identitas import Identitas
from tera.pelaksanaan.selectors import BahanEvaluasi
from tera.pelaksanaan.selectors.bahan import BarisIndikator, BarisRHK, RealisasiTerbaca
from tera.regulasi.berakhlak import daftar_nilai
from tera.regulasi.dasar import Dasar
from tera.regulasi.predikat import PredikatKinerja
from tera.umpan_balik.models import HubunganPemberi
from tera.umpan_balik.selectors.berkelanjutan import UmpanTerbaca

#: marks by (oleh, unsur, kunci) → (level, teks)
PetaTanda = Mapping[tuple[str, str, str], tuple[str, str]]
#: levels of the RHK utama, of the tambahan, how many utama there are, (value, level) of perilaku
Level = tuple[tuple[str, ...], tuple[str, ...], int, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class IsiRekaman:
    """Everything read for one decision.

    Attributes:
        distribusi: the state of the unit's distribution, plain JSON.
        ekspektasi: the leader's special expectation per value.
        seri: the periodic predikat of the year, oldest first.
        umpan: what was said about the work inside the period, oldest first.
    """

    evaluasi: Evaluasi
    pegawai: Identitas
    penilai: Identitas
    atasan_penilai: Identitas
    capaian: CapaianOrganisasi
    predikat: PredikatKinerja
    bahan: BahanEvaluasi
    tanda: PetaTanda
    ekspektasi: Mapping[str, str]
    seri: tuple[str, ...]
    umpan: Sequence[UmpanTerbaca]
    distribusi: Mapping[str, Any]
    aturan: Mapping[str, Any]
    swakaji_dikirim: dt.datetime | None
    pada: dt.date


@dataclass(slots=True)
class Sebutan:
    """What the records of one batch say alike, said once: names of periods, suggestions."""

    periode: dict[int, str] = field(default_factory=dict)
    saran: dict[Level, dict[str, Any]] = field(default_factory=dict)

    def nama_periode(self, periode: Periode) -> str:
        """The name of the period: saying it costs more than the rest of a row."""
        if periode.pk not in self.periode:
            self.periode[periode.pk] = str(periode)
        return self.periode[periode.pk]


@override(settings.LANGUAGE_CODE)  # what is kept is Indonesian, whatever the decider reads
def susun_rekaman(isi: IsiRekaman, sebutan: Sebutan) -> dict[str, Any]:
    """Return everything the decision stood on, as plain JSON values."""
    evaluasi, skp = isi.evaluasi, isi.evaluasi.skp
    return {
        "instansi": evaluasi.instansi.nama,
        "tempat": evaluasi.instansi.tempat,
        "pegawai": isi.pegawai,
        "penilai": isi.penilai,
        "atasan_penilai": isi.atasan_penilai,
        "periode": {
            "nama": sebutan.nama_periode(evaluasi.periode),
            "jenis": evaluasi.periode.jenis,
            "urut": evaluasi.periode.urut,
            "mulai": max(evaluasi.periode.mulai, skp.mulai).isoformat(),
            "selesai": min(evaluasi.periode.selesai, skp.selesai).isoformat(),
        },
        "capaian": {
            "unit": isi.capaian.unit.nama,
            "level": isi.capaian.level,
            "penetap": isi.capaian.nama_penetap,
            "pada": isi.capaian.ditetapkan_pada.isoformat(),
            "nomor_keputusan": isi.capaian.nomor_keputusan,
        },
        "rating_hasil_kerja": evaluasi.rating_hasil_kerja,
        "rating_perilaku_kerja": evaluasi.rating_perilaku_kerja,
        "alasan_hasil_kerja": evaluasi.alasan_hasil_kerja,
        "alasan_perilaku_kerja": evaluasi.alasan_perilaku_kerja,
        "alasan_beda": evaluasi.alasan_beda,
        "predikat": isi.predikat.predikat.value,
        "kode_siasn": isi.predikat.kode_siasn,
        "catatan": evaluasi.catatan,
        "versi_rubrik": evaluasi.versi_rubrik,
        "skp": {
            "id": skp.pk,
            "versi": skp.versi,
            "keluarga": skp.keluarga,
            "pendekatan": skp.pendekatan,
        },
        "hasil_kerja": [_baris_rhk(rhk, isi, sebutan) for rhk in isi.bahan.daftar_rhk],
        "perilaku_kerja": _perilaku(isi),
        "umpan_balik": _umpan(isi.umpan, umum=True),
        "capaian_pegawai": [
            {
                "tanggal": satu.tanggal.isoformat(),
                "judul": satu.judul,
                "sebelum": satu.keadaan_sebelum,
                "sesudah": satu.keadaan_sesudah,
                "cara": satu.cara,
                "status": satu.status,
                "pemeriksa": satu.pemeriksa.nama_lengkap if satu.pemeriksa else "",
            }
            for satu in isi.bahan.daftar_capaian
        ],
        "jumlah_bukti": sum(len(rhk.daftar_bukti) for rhk in isi.bahan.daftar_rhk),
        "progres_harian": {"baris": isi.bahan.jumlah_progres, "hari": isi.bahan.hari_progres},
        "swakaji": {
            "dikirim": isi.swakaji_dikirim.isoformat() if isi.swakaji_dikirim else "",
        },
        "seri_periodik": list(isi.seri),
        "saran": _saran(isi, sebutan),
        "distribusi": dict(isi.distribusi),
        "tanda_tangan_atasan": evaluasi.disetujui_at.isoformat() if evaluasi.disetujui_at else "",
        "pada": isi.pada.isoformat(),
        "dasar": dasar_rekaman(isi.predikat.dasar),
    }


def dasar_rekaman(daftar: Iterable[Dasar]) -> list[dict[str, str]]:
    """Return articles with their certainty as a record keeps them."""
    return [_dasar(satu) for satu in daftar]


def susun_saran(
    *,
    bahan: BahanEvaluasi,
    tanda: Mapping[tuple[str, str], str],
    aturan: Mapping[str, Any],
    pada: dt.date,
) -> tuple[Saran, Saran]:
    """Return the suggestion for hasil kerja and for perilaku from the penilai's marks.

    ``tanda``: (unsur, kunci) → level.
    """
    return _sebut_saran(_level(bahan, tanda), aturan, pada)


def _level(bahan: BahanEvaluasi, tanda: Mapping[tuple[str, str], str]) -> Level:
    """What of the marks a suggestion reads."""
    rhk, perilaku = CatatanKerja.Unsur.RHK.value, CatatanKerja.Unsur.PERILAKU.value
    utama: list[str] = []
    tambahan: list[str] = []
    jumlah = 0
    for satu in bahan.daftar_rhk:
        jumlah += satu.jenis == "utama"
        if (level := tanda.get((rhk, str(satu.kunci)))) is not None:
            (utama if satu.jenis == "utama" else tambahan).append(level)
    return (
        tuple(utama),
        tuple(tambahan),
        jumlah,
        tuple((kunci, level) for (unsur, kunci), level in tanda.items() if unsur == perilaku),
    )


def _sebut_saran(level: Level, aturan: Mapping[str, Any], pada: dt.date) -> tuple[Saran, Saran]:
    utama, tambahan, jumlah_utama, perilaku = level
    return (
        saran_hasil_kerja(utama=utama, tambahan=tambahan, jumlah_utama=jumlah_utama),
        saran_perilaku(
            daftar=dict(perilaku),
            jumlah_nilai=len(daftar_nilai(pada=pada)),
            batas_atas=int(aturan["evaluasi.saran_perilaku_di_atas"]),
        ),
    )


def _saran(isi: IsiRekaman, sebutan: Sebutan) -> dict[str, Any]:
    if not isi.aturan["evaluasi.saran_rating"]:
        return {}
    penilai = {
        (unsur, kunci): level
        for (oleh, unsur, kunci), (level, _teks) in isi.tanda.items()
        if oleh == CatatanKerja.Oleh.PENILAI
    }
    level = _level(isi.bahan, penilai)
    if level not in sebutan.saran:
        hasil, perilaku = _sebut_saran(level, isi.aturan, isi.pada)
        sebutan.saran[level] = {
            "hasil_kerja": {"level": hasil.level, "alasan": hasil.alasan},
            "perilaku_kerja": {"level": perilaku.level, "alasan": perilaku.alasan},
        }
    return sebutan.saran[level]


def _tanda(tanda: PetaTanda, unsur: str, kunci: str) -> dict[str, Any]:
    """Marks the decision could stand on: the blind ones of the atasan are no part of it."""
    return {
        oleh: {"level": tanda[oleh, unsur, kunci][0], "teks": tanda[oleh, unsur, kunci][1]}
        for oleh in (CatatanKerja.Oleh.PEGAWAI, CatatanKerja.Oleh.PENILAI)
        if (oleh, unsur, kunci) in tanda
    }


def _umpan(
    daftar: Sequence[UmpanTerbaca],
    *,
    rhk: uuid.UUID | None = None,
    nilai: str = "",
    umum: bool = False,
) -> list[dict[str, str]]:
    """What was said about one row, or (``umum``) about none of them, as the form names it."""
    if not daftar:  # most rows: a hundred thousand records ask eleven times each
        return []
    return [
        {
            "pemberi": str(HubunganPemberi(satu.hubungan).label),
            "nama": satu.nama,
            "jenis": satu.jenis,
            "teks": satu.teks,
            "tanggapan": satu.tanggapan,
            "tanggal": satu.tanggal.isoformat(),
        }
        for satu in daftar
        if (satu.rhk_kunci, satu.nilai) == (rhk, nilai) and umum == satu.tanpa_baris
    ]


def _baris_rhk(rhk: BarisRHK, isi: IsiRekaman, sebutan: Sebutan) -> dict[str, Any]:
    return {
        "kunci": str(rhk.kunci),
        "jenis": rhk.jenis,
        "rhk": rhk.teks,
        "rhk_pimpinan": rhk.teks_pimpinan,
        "perspektif": rhk.perspektif,
        "penugasan_dari": rhk.penugasan_dari,
        "indikator": [_baris_indikator(satu, sebutan) for satu in rhk.daftar_indikator],
        "bukti": [{"nama": satu.nama, "jenis": satu.jenis} for satu in rhk.daftar_bukti],
        "faktor": rhk.faktor,
        "umpan_balik": _umpan(isi.umpan, rhk=rhk.kunci),
        "tanda": _tanda(isi.tanda, CatatanKerja.Unsur.RHK, str(rhk.kunci)),
    }


def _baris_indikator(satu: BarisIndikator, sebutan: Sebutan) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "aspek": satu.aspek,
        "indikator": satu.teks,
        "target": satu.target,
        "satuan": satu.satuan,
        "realisasi": None,
    }
    if satu.realisasi is not None:
        isi["realisasi"] = _realisasi(satu.realisasi, sebutan)
    return isi


def _realisasi(satu: RealisasiTerbaca, sebutan: Sebutan) -> dict[str, Any]:
    return {
        "teks": satu.teks,
        "nilai": _angka(satu.nilai),
        "satuan": satu.satuan,
        "persen": _angka(satu.persen),
        "tercapai": satu.target_tercapai,
        "asal": satu.asal,
        "sumber_data": satu.sumber_data,
        "data_per": satu.data_per.isoformat() if satu.data_per else "",
        "status": satu.status,
        "periode": sebutan.nama_periode(satu.periode),
        "pemeriksa": satu.pemeriksa,
    }


def _angka(nilai: Decimal | None) -> str:
    """The number without trailing zeros; empty for none."""
    if nilai is None:
        return ""
    teks = f"{nilai:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def _perilaku(isi: IsiRekaman) -> list[dict[str, Any]]:
    return [
        {
            "kode": satu.kode,
            "nama": satu.nama,
            "panduan": list(satu.panduan),
            "ekspektasi_khusus": isi.ekspektasi.get(satu.kode, ""),
            "umpan_balik": _umpan(isi.umpan, nilai=satu.kode),
            "tanda": _tanda(isi.tanda, CatatanKerja.Unsur.PERILAKU, satu.kode),
        }
        for satu in daftar_nilai(pada=isi.pada)
    ]


def _dasar(dasar: Dasar) -> dict[str, str]:
    return {
        "peraturan": dasar.peraturan,
        "letak": dasar.letak,
        "mutu": dasar.mutu.value,
        "diperiksa": dasar.diperiksa.isoformat(),
    }
