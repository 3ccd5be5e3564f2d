"""Reads a sheet of figures from another system: by header name, each row judged with a code."""

import datetime as dt
import re
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tera.core.lembar import Sel
from tera.organisasi.models import Periode
from tera.organisasi.services.impor import nilai as baca
from tera.organisasi.services.impor.hasil import HasilImpor, Rincian
from tera.organisasi.services.impor.kolom import Kepala, cari_kepala
from tera.regulasi.nip import rapikan_nip
from tera.skp.models import SKP, IndikatorKinerja

REALISASI: Mapping[str, tuple[str, ...]] = {
    "nip": ("NIP", "nipBaru", "NIP Baru", "NIP Pegawai"),
    "kode": ("KODE INDIKATOR", "Kode"),
    "indikator": ("INDIKATOR", "Indikator Kinerja", "Indikator Kinerja Individu"),
    "realisasi": ("REALISASI", "Realisasi Angka"),
    "sumber": ("SUMBER", "Sumber Data"),
    "tanggal": ("TANGGAL DATA", "Data Per", "Tanggal"),
}
WAJIB = ("nip", "realisasi", "sumber", "tanggal")
_ANGKA = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,4})?")
BATAS = Decimal(10) ** 14


@dataclass(frozen=True, slots=True)
class BarisData:
    """One accepted row."""

    baris: int
    skp: SKP
    indikator: IndikatorKinerja
    nilai: Decimal
    sumber: str
    data_per: dt.date


@dataclass(slots=True)
class _Rujukan:
    """Plans in force in the period by NIP, and their indicators by code and by text."""

    skp: dict[str, list[SKP]] = field(default_factory=lambda: defaultdict(list))
    indikator: dict[int, list[IndikatorKinerja]] = field(default_factory=lambda: defaultdict(list))


def baca_realisasi(
    *, nama: str, isi: bytes, periode: Periode, pada: dt.date, hasil: HasilImpor
) -> list[BarisData]:
    """Return the rows that can be written; the others go into ``hasil`` with code and advice.

    Raises:
        MasukanSalahError: the file can't be read or lacks a required column.
    """
    kepala, sumber = cari_kepala(nama=nama, isi=isi, kamus=REALISASI, wajib=WAJIB)
    rujukan = _rujukan(periode)
    daftar: list[BarisData] = []
    terlihat: dict[tuple[int, uuid.UUID], int] = {}
    for nomor, sel in sumber:
        if all(baca.kosong(satu) for satu in sel):
            continue
        hasil.baris += 1
        salah: list[Rincian] = []
        baris = _baris(kepala, nomor, sel, rujukan, periode, pada, salah)
        if baris is not None:
            kunci = (baris.skp.penugasan_id, baris.indikator.kunci)
            if kunci in terlihat:
                salah.append(
                    _rincian(
                        kepala,
                        nomor,
                        "nip",
                        "baris_ganda",
                        _("Indikator orang ini sudah ada pada baris %(n)d. Sisakan satu.")
                        % {"n": terlihat[kunci]},
                    )
                )
            else:
                terlihat[kunci] = nomor
        if salah or baris is None:
            hasil.ditolak += 1
            hasil.rincian += salah
            for satu in salah:
                hasil.alasan[satu.kode] += 1
        else:
            hasil.diterima += 1
            daftar.append(baris)
    return daftar


def _rujukan(periode: Periode) -> _Rujukan:
    rujukan = _Rujukan()
    for skp in (
        SKP.objects.filter(
            instansi_id=periode.instansi_id,
            tahun=periode.tahun,
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
            mulai__lte=periode.selesai,
            selesai__gte=periode.mulai,
        )
        .exclude(pegawai__nip="")
        .select_related("pegawai")
        .order_by("selesai", "pk")
    ):
        rujukan.skp[skp.pegawai.nip].append(skp)
    for satu in IndikatorKinerja.objects.filter(
        rhk__skp__instansi_id=periode.instansi_id,
        rhk__skp__tahun=periode.tahun,
        rhk__skp__status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
    ).select_related("rhk"):
        rujukan.indikator[satu.rhk.skp_id].append(satu)
    return rujukan


def _rincian(kepala: Kepala, nomor: int, kunci: str, kode: str, pesan: str) -> Rincian:
    return Rincian(nomor, kepala.judul.get(kunci, REALISASI[kunci][0]), kode, pesan)


def _baris(
    kepala: Kepala,
    nomor: int,
    sel: Any,
    rujukan: _Rujukan,
    periode: Periode,
    pada: dt.date,
    salah: list[Rincian],
) -> BarisData | None:
    def tolak(kunci: str, kode: str, pesan: str) -> None:
        salah.append(_rincian(kepala, nomor, kunci, kode, pesan))

    skp, indikator = _sasaran(kepala, sel, rujukan, periode, tolak)
    nilai = _angka(kepala.sel(sel, "realisasi"), tolak)
    sumber = baca.teks(kepala.sel(sel, "sumber"))
    if not sumber or len(sumber) > 200:
        tolak("sumber", "sumber_kosong", _("Tulis nama sistem asalnya, paling panjang 200 huruf."))
    tanggal: dt.date | None = None
    try:
        tanggal = baca.tanggal(kepala.sel(sel, "tanggal"))
    except ValueError:
        tolak("tanggal", "tanggal_salah", _("Tanggal tidak terbaca. Tulis seperti 30-06-2026."))
    else:
        if tanggal is None:
            tolak("tanggal", "tanggal_kosong", _("Isi tanggal keadaan datanya."))
        elif tanggal > pada:
            tolak("tanggal", "tanggal_belum_tiba", _("Tanggal data belum tiba. Periksa lagi."))
        elif tanggal.year != periode.tahun:
            tolak(
                "tanggal",
                "tanggal_luar_tahun",
                _("Tanggal data di luar tahun %(tahun)d.") % {"tahun": periode.tahun},
            )
    if salah or skp is None or indikator is None or nilai is None or tanggal is None:
        return None
    return BarisData(nomor, skp, indikator, nilai, sumber, tanggal)


def _sasaran(
    kepala: Kepala, sel: Any, rujukan: _Rujukan, periode: Periode, tolak: Any
) -> tuple[SKP | None, IndikatorKinerja | None]:
    mentah = kepala.sel(sel, "nip")
    nip = rapikan_nip(baca.teks(mentah))
    if baca.adalah_angka(mentah):
        tolak(
            "nip", "nip_angka", _("Sel NIP berisi angka, digit akhirnya bisa hilang. Jadikan teks.")
        )
        return None, None
    if len(nip) != 18 or not nip.isdecimal():
        tolak("nip", "nip_salah", _("NIP harus 18 angka. Periksa lagi."))
        return None, None
    daftar = rujukan.skp.get(nip, [])
    if not daftar:
        tolak(
            "nip",
            "skp_tidak_ada",
            _("NIP ini tidak punya SKP yang ditetapkan pada %(periode)s.") % {"periode": periode},
        )
        return None, None
    kode = baca.teks(kepala.sel(sel, "kode"))
    teks = baca.teks(kepala.sel(sel, "indikator"))
    if not kode and not teks:
        tolak("indikator", "indikator_kosong", _("Isi KODE INDIKATOR atau bunyi INDIKATOR."))
        return None, None
    # The newest plan of the period that has it: figures are counted to the end of the period.
    for skp in reversed(daftar):
        cocok = [
            satu
            for satu in rujukan.indikator.get(skp.pk, [])
            if (satu.kode_pustaka == kode if kode else baca.teks(satu.teks) == teks)
        ]
        if len(cocok) == 1:
            return skp, cocok[0]
        if cocok:
            tolak(
                "kode" if kode else "indikator",
                "indikator_ganda",
                _("SKP orang ini punya lebih dari satu indikator itu. Pakai bunyi yang berbeda."),
            )
            return None, None
    tolak(
        "kode" if kode else "indikator",
        "indikator_tidak_ada",
        _("SKP orang ini tidak punya indikator itu. Salin bunyinya persis dari SKP."),
    )
    return None, None


def _angka(sel: Sel, tolak: Any) -> Decimal | None:
    if baca.kosong(sel):
        tolak("realisasi", "realisasi_kosong", _("Isi angka realisasinya; 0 bila memang nol."))
        return None
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        hasil = round(Decimal(str(sel)), 4)
    else:
        teks = baca.teks(sel).replace(" ", "").removesuffix("%")
        if not _ANGKA.fullmatch(teks):
            tolak(
                "realisasi", "realisasi_bukan_angka", _("Tulis angka saja, seperti 1.200 atau 2,5.")
            )
            return None
        hasil = Decimal(teks.replace(".", "").replace(",", "."))
    if not 0 <= hasil < BATAS:
        tolak("realisasi", "realisasi_luar_batas", _("Angka harus nol atau lebih."))
        return None
    return hasil
