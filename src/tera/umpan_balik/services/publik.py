"""What a citizen sends: nine numbers and perhaps a text, kept once, without saying who.

There is no aktor: the sender is unknown by design, and the service point or the forum says which
instansi the answer belongs to.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from tera.core import clock
from tera.organisasi import kebijakan
from tera.umpan_balik import publik_batas
from tera.umpan_balik.models import (
    KOLOM_UNSUR,
    ForumEvaluasi,
    Jalur,
    JawabanSKM,
    Kanal,
    MasukanMasyarakat,
    TantanganTerpakai,
    TitikLayanan,
)
from tera.umpan_balik.publik_saringan import HasilSaring, samarkan_nama, saring_teks
from tera.umpan_balik.publik_tantangan import HARI_SIMPAN


@dataclass(frozen=True, slots=True)
class IsiMasukan:
    """A citizen's text as typed."""

    teks: str = ""
    tentang: str = MasukanMasyarakat.Tentang.LAYANAN
    nama_petugas: str = ""


@dataclass(frozen=True, slots=True)
class Kiriman:
    """How a form came: the key of its challenge, whether effort was proved, channel, language."""

    kunci: str
    lancar: bool
    kanal: str = Kanal.TAUTAN
    bahasa: str = "id"

    @property
    def jalur(self) -> Jalur:
        """The lane in words."""
        return Jalur.LANCAR if self.lancar else Jalur.LAMBAT


@dataclass(frozen=True, slots=True)
class HasilKiriman:
    """What became of it: new or already here, counted or held, and what of the text was kept."""

    baru: bool
    ditahan: bool
    saring: HasilSaring
    hasil_terbuka: bool = False


@transaction.atomic
def terima_jawaban(
    *,
    titik: TitikLayanan,
    nilai: Sequence[int],
    masukan: IsiMasukan,
    kiriman: Kiriman,
    pada: dt.date,
) -> HasilKiriman:
    """Keep one citizen's answer; the same challenge twice is kept once.

    An answer is counted from the next day on, so that no figure moves while its citizen still
    stands at the counter; the slow lane waits longer. Beyond the hour's budget of the point it is
    held until an officer decides: nothing is refused, nothing is lost.
    """
    saring = saring_teks(masukan.teks)
    if not _pakai(kiriman.kunci, pada):
        return HasilKiriman(False, False, saring)
    aturan = kebijakan.semua(instansi_id=titik.instansi_id, pada=pada)
    mulai = _dihitung_mulai(titik.kode, kiriman, aturan, pada)
    JawabanSKM(
        titik=titik,
        pada=pada,
        dihitung_mulai=mulai,
        kanal=kiriman.kanal,
        jalur=kiriman.jalur,
        bahasa=kiriman.bahasa,
        **dict(zip(KOLOM_UNSUR, nilai, strict=True)),
    ).save(force_insert=True)
    if saring.teks:
        _simpan_teks(
            masukan, saring, kiriman, pada, titik=titik, unit_id=titik.unit_id,
            instansi_id=titik.instansi_id,
        )  # fmt: skip
    return HasilKiriman(True, mulai is None, saring, aturan["publik.hasil_terbuka"])


@transaction.atomic
def terima_masukan_forum(
    *, forum: ForumEvaluasi, masukan: IsiMasukan, kiriman: Kiriman, pada: dt.date
) -> HasilKiriman:
    """Keep a citizen's text in a forum; it is read in public only after moderation."""
    saring = saring_teks(masukan.teks)
    if not _pakai(kiriman.kunci, pada):
        return HasilKiriman(False, False, saring)
    if saring.teks:
        _simpan_teks(
            masukan, saring, kiriman, pada, forum=forum, unit_id=forum.unit_id,
            instansi_id=forum.instansi_id,
        )  # fmt: skip
    return HasilKiriman(True, False, saring)


def hapus_tantangan_lama(*, pada: dt.date) -> int:
    """Drop used challenges that could no longer be sent again."""
    batas = pada - dt.timedelta(days=HARI_SIMPAN)
    return TantanganTerpakai.objects.filter(pada__lt=batas).delete()[0]


def bersihkan_tantangan() -> int:
    """The daily job: by the day of the zone that begins last, so nothing is dropped too early."""
    return hapus_tantangan_lama(pada=clock.tanggal_di(clock.sekarang(), "Asia/Jakarta"))


def _pakai(kunci: str, pada: dt.date) -> bool:
    try:
        with transaction.atomic():
            TantanganTerpakai(kunci=kunci, pada=pada).save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _dihitung_mulai(
    kode: str, kiriman: Kiriman, aturan: Mapping[str, Any], pada: dt.date
) -> dt.date | None:
    batas = aturan["publik.anggaran_jam" if kiriman.lancar else "publik.anggaran_jam_lambat"]
    if not publik_batas.masih_ada_anggaran(kode=kode, jalur=kiriman.jalur, batas=batas):
        return None
    tunda = 0 if kiriman.lancar else aturan["publik.hari_tunda_lambat"]
    return pada + dt.timedelta(days=1 + tunda)


def _simpan_teks(
    masukan: IsiMasukan, saring: HasilSaring, kiriman: Kiriman, pada: dt.date, **asal: Any
) -> None:
    tentang = MasukanMasyarakat.Tentang(masukan.tentang)
    petugas = tentang == MasukanMasyarakat.Tentang.PETUGAS
    MasukanMasyarakat.objects.create(
        teks=saring.teks,
        disaring=", ".join(saring.disaring),
        tentang=tentang,
        nama_petugas=samarkan_nama(masukan.nama_petugas) if petugas else "",
        pada=pada,
        jalur=kiriman.jalur,
        bahasa=kiriman.bahasa,
        **asal,
    )
