"""The JP account: certificates and finished rows with verified evidence, per person and year."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from tera.core.aktor import Aktor
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, Penugasan, StatusPegawai, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.regulasi.pengembangan import PemenuhanJP, StatusJP, pemenuhan_jp
from tera.tindak_lanjut.models import KegiatanPengembangan, PesertaPelatihan

KUNCI_MAKS_PPPK = "pengembangan.jp_pppk_maks"
_PPPK = (StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU)


@dataclass(frozen=True, slots=True)
class BarisJP:
    """One thing that gave JP: what, when, how many, and the word of its page."""

    judul: str
    pada: dt.date
    jp: int
    rute: str
    pk: int


@dataclass(frozen=True, slots=True)
class RekeningJP:
    """How a person's year of learning stands.

    Attributes:
        hasil: the answer of the law; None for whom no rule was read (CPNS, officials).
        maks: the most that counts for a PPPK (policy, unconfirmed); None for others.
        lewat_maks: JP beyond it: they stay in the account, and the page says so.
        terencana: JP of agreed rows still open.
    """

    tahun: int
    jumlah: int
    daftar: tuple[BarisJP, ...]
    hasil: PemenuhanJP | None
    maks: int | None
    terencana: int

    @property
    def lewat_maks(self) -> int:
        """JP beyond what the policy lets count."""
        return max(0, self.jumlah - self.maks) if self.maks is not None else 0


def rekening_jp(*, pegawai: Pegawai, tahun: int, pada: dt.date) -> RekeningJP:
    """Return the account of one person; the door was passed before: three queries."""
    baris: list[BarisJP] = []
    terencana = 0
    for satu in KegiatanPengembangan.objects.filter(
        Q(_sah_kegiatan(tahun))
        | Q(
            rencana__tahun=tahun,
            disetujui_pada__isnull=False,
            status__in=(
                KegiatanPengembangan.Status.DIRENCANAKAN,
                KegiatanPengembangan.Status.BERJALAN,
                KegiatanPengembangan.Status.SELESAI,
            ),
        ),
        rencana__pegawai=pegawai,
    ).order_by("selesai_pada", "pk"):
        if satu.status == KegiatanPengembangan.Status.DIVERIFIKASI and satu.selesai_pada:
            baris.append(
                BarisJP(
                    satu.kegiatan,
                    satu.selesai_pada,
                    satu.jp_diperoleh,
                    "tindak_lanjut:pengembangan_kegiatan",
                    satu.pk,
                )
            )
        else:
            terencana += satu.jp
    for lulus in (
        PesertaPelatihan.objects.filter(_sah_peserta(tahun), pegawai=pegawai)
        .select_related("sesi__pelatihan")
        .order_by("sesi__selesai", "pk")
    ):
        baris.append(
            BarisJP(
                lulus.sesi.pelatihan.judul,
                lulus.sesi.selesai,
                lulus.jp,
                "tindak_lanjut:pelatihan",
                lulus.sesi.pelatihan_id,
            )
        )
    jumlah = sum(satu.jp for satu in baris)
    return RekeningJP(
        tahun=tahun,
        jumlah=jumlah,
        daftar=tuple(sorted(baris, key=lambda satu: satu.pada)),
        hasil=_menurut_aturan(pegawai.status, jumlah, tahun),
        maks=kebijakan.nilai(instansi_id=pegawai.instansi_id, kunci=KUNCI_MAKS_PPPK, pada=pada)
        if pegawai.status in _PPPK
        else None,
        terencana=terencana,
    )


def jp_banyak(*, daftar_id: Collection[int] | QuerySet[Any, Any], tahun: int) -> dict[int, int]:
    """Return the JP of many people in a year: two queries; who has none isn't in it."""
    hasil: dict[int, int] = {}
    for pegawai, jumlah in (
        *KegiatanPengembangan.objects.filter(
            _sah_kegiatan(tahun), rencana__pegawai_id__in=daftar_id
        )
        .values_list("rencana__pegawai_id")
        .annotate(jumlah=Sum("jp_diperoleh")),
        *PesertaPelatihan.objects.filter(_sah_peserta(tahun), pegawai_id__in=daftar_id)
        .values_list("pegawai_id")
        .annotate(jumlah=Sum("jp")),
    ):
        hasil[pegawai] = hasil.get(pegawai, 0) + (jumlah or 0)
    return hasil


@dataclass(frozen=True, slots=True)
class PemenuhanUnit:
    """How many PNS of a unit and below reach the year's JP."""

    wajib: int
    terpenuhi: int
    pppk: int
    jumlah_jp: int

    @property
    def persen(self) -> int | None:
        """Percent of those the rule binds; None when it binds nobody."""
        return round(100 * self.terpenuhi / self.wajib) if self.wajib else None


def pemenuhan_jp_unit(*, aktor: Aktor, unit: UnitKerja, tahun: int, pada: dt.date) -> PemenuhanUnit:
    """Return how a unit and everything below stand: three queries, whatever their size.

    The caller asked whether the aktor may read the unit.
    """
    orang = dict(
        Penugasan.objects.filter(
            berlaku_pada(min(pada, dt.date(tahun, 12, 31))),
            instansi_id=aktor.instansi_id,
            unit__path__gte=unit.path,
            unit__path__lt=unit.path + "~",
        ).values_list("pegawai_id", "pegawai__status")
    )
    jp = jp_banyak(
        daftar_id=Penugasan.objects.filter(
            instansi_id=aktor.instansi_id,
            unit__path__gte=unit.path,
            unit__path__lt=unit.path + "~",
        ).values("pegawai_id"),
        tahun=tahun,
    )
    pns = [pk for pk, status in orang.items() if status == StatusPegawai.PNS]
    sudah = [_menurut_aturan(StatusPegawai.PNS, jp.get(pk, 0), tahun) for pk in pns]
    return PemenuhanUnit(
        wajib=len(pns),
        terpenuhi=sum(1 for satu in sudah if satu and satu.terpenuhi),
        pppk=sum(1 for status in orang.values() if status in _PPPK),
        jumlah_jp=sum(jp.get(pk, 0) for pk in orang),
    )


def _menurut_aturan(status: str, jumlah: int, tahun: int) -> PemenuhanJP | None:
    if status == StatusPegawai.PNS:
        kata = StatusJP.PNS
    elif status in _PPPK:
        kata = StatusJP.PPPK
    else:
        return None
    return pemenuhan_jp(status=kata, jp=jumlah, pada=dt.date(tahun, 12, 31))


def _sah_kegiatan(tahun: int) -> Q:
    """Rows that count: finished in the year, with evidence the rater verified.

    A row answered by a training one passed counts there: no hour counts twice.
    """
    lewat_pelatihan = PesertaPelatihan.objects.filter(
        kegiatan=OuterRef("pk"), status=PesertaPelatihan.Status.LULUS
    )
    return ~Q(Exists(lewat_pelatihan)) & Q(
        status=KegiatanPengembangan.Status.DIVERIFIKASI,
        selesai_pada__gte=dt.date(tahun, 1, 1),
        selesai_pada__lte=dt.date(tahun, 12, 31),
    )


def _sah_peserta(tahun: int) -> Q:
    """Sessions that ended in the year and were passed."""
    return Q(
        status=PesertaPelatihan.Status.LULUS,
        sesi__selesai__gte=dt.date(tahun, 1, 1),
        sesi__selesai__lte=dt.date(tahun, 12, 31),
    )
