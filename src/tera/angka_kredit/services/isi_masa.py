"""What is written of a jenjang: its fields checked, and what is brought in computed by the law."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tera.angka_kredit.models import CaraMasuk
from tera.angka_kredit.selectors.perpindahan import hitung_perpindahan, jumlah_sama
from tera.angka_kredit.services.dasar import tolak
from tera.angka_kredit.services.selaras import TAHUN_PERTAMA
from tera.organisasi.models import Pegawai
from tera.regulasi.akumulasi import GOLONGAN_JENJANG
from tera.regulasi.galat import MasukanSalahError as AturanError
from tera.regulasi.kategori import Jenjang
from tera.regulasi.masa_jf import ak_dasar


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiMasa:
    """What is recorded of a jenjang. ``ak_dasar`` None: by the table of the law."""

    jabatan: str
    jenjang: str
    golongan: str
    cara_masuk: str
    mulai: dt.date
    nomor_sk: str
    tanggal_sk: dt.date
    ak_dasar: Decimal | None = None
    ak_lama: Decimal = Decimal(0)
    ak_penyesuaian: Decimal = Decimal(0)
    #: Moving in from another post. ``ak_perpindahan`` None: as computed from the results.
    ak_perpindahan: Decimal | None = None
    tmt_golongan: dt.date | None = None
    pangkat_tertinggi: bool = False
    alasan_beda: str = ""


@dataclass(frozen=True, slots=True)
class Bawaan:
    """What the law or the letter gives on entering, and how it was computed."""

    ak_dasar: Decimal = Decimal(0)
    ak_lama: Decimal = Decimal(0)
    ak_penyesuaian: Decimal = Decimal(0)
    ak_perpindahan: Decimal = Decimal(0)
    hitungan: dict[str, Any] = field(default_factory=dict)


def bawaan_isi(pegawai: Pegawai, isi: IsiMasa) -> Bawaan:
    """Return what is brought in: as typed from the letter, or as the law gives it.

    Moving in from another post is computed from the results; what deviates needs its reason.
    """
    if isi.cara_masuk != CaraMasuk.PERPINDAHAN:
        return Bawaan(ak_dasar_isi(isi), isi.ak_lama, isi.ak_penyesuaian)
    tmt = isi.tmt_golongan or (pegawai.tmt_golongan if pegawai.golongan == isi.golongan else None)
    if tmt is None:
        tolak("tmt_golongan", _("Isi TMT golongan itu: predikat sejak hari itu yang dikonversi."))
    if tmt > isi.mulai:
        tolak("tmt_golongan", _("TMT golongan harus sebelum TMT jenjangnya."))
    hitungan = hitung_perpindahan(
        pegawai=pegawai,
        jenjang=isi.jenjang,
        golongan=isi.golongan,
        tmt_golongan=tmt,
        mulai=isi.mulai,
        tertinggi=isi.pangkat_tertinggi,
    )
    hasil = hitungan.hasil
    if isi.ak_perpindahan is None and hitungan.hilang:
        tolak(
            "ak_perpindahan",
            _(
                "Predikat tahun %(tahun)s belum final atau belum diimpor, jadi hitungannya belum "
                "lengkap. Impor dulu, atau isi angkanya dari SK beserta alasannya."
            )
            % {"tahun": ", ".join(str(satu) for satu in hitungan.hilang)},
        )
    if hasil is None and isi.ak_dasar is None:
        tolak("ak_dasar", hitungan.sebab)
    dasar = isi.ak_dasar if isi.ak_dasar is not None else hasil.ak_dasar if hasil else Decimal(0)
    konversi = isi.ak_perpindahan
    if konversi is None:
        konversi = hasil.konversi if hasil else Decimal(0)
    rekaman = hitungan.rekaman()
    # Where the law has no table the letter is the only source: nothing deviates.
    if hasil is not None and not jumlah_sama(hitungan, dasar, konversi):
        alasan = isi.alasan_beda.strip()
        if not alasan:
            tolak(
                "alasan_beda",
                _(
                    "Angka dari SK berbeda dengan hitungan (AK dasar %(dasar)s, konversi "
                    "%(konversi)s). Tulis alasannya, atau kosongkan angkanya agar mengikuti "
                    "hitungan."
                )
                % {"dasar": _tulis(hasil.ak_dasar), "konversi": _tulis(hasil.konversi)},
            )
        rekaman["alasan"] = alasan[:500]
    return Bawaan(dasar, isi.ak_lama, isi.ak_penyesuaian, konversi, rekaman)


def _tulis(angka: Decimal) -> str:
    return str(angka).replace(".", ",")


def periksa_isi(isi: IsiMasa, pada: dt.date) -> None:
    """Refuse days ahead and a golongan of no JF, each at its field."""
    if isi.mulai > pada:
        tolak("mulai", _("TMT ini masih di depan. Catat sesudah berlaku."))
    if isi.tanggal_sk > pada:
        tolak("tanggal_sk", _("Tanggal SK masih di depan. Periksa tahunnya."))
    hari = max(isi.mulai, dt.date(TAHUN_PERTAMA, 1, 1))
    golongan = {satu for nilai in GOLONGAN_JENJANG.pada(hari).nilai.values() for satu in nilai}
    if isi.golongan not in golongan:
        tolak(
            "golongan",
            _("Golongan “%(nilai)s” bukan golongan jabatan fungsional. Tulis seperti III/c.")
            % {"nilai": isi.golongan},
        )


def ak_dasar_isi(isi: IsiMasa) -> Decimal:
    """Return the AK dasar as typed from the letter, or by the table of the law."""
    if isi.ak_dasar is not None:
        return isi.ak_dasar
    if isi.cara_masuk in {CaraMasuk.PENGANGKATAN_PERTAMA, CaraMasuk.KENAIKAN_JENJANG}:
        return Decimal(0)
    try:
        return ak_dasar(
            jenjang=Jenjang(isi.jenjang),
            golongan=isi.golongan,
            pada=max(isi.mulai, dt.date(TAHUN_PERTAMA, 1, 1)),
        ).nilai
    except AturanError as galat:
        tolak("ak_dasar", galat.pesan)
