"""A team live: where each person is in a period, which targets were reached, what to verify."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tera.core.aktor import Aktor
from tera.organisasi.models import AnggotaTim, HubunganPenilai, Periode
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.models import (
    BuktiDukung,
    CapaianPegawai,
    Realisasi,
    StatusLaporan,
)
from tera.pelaksanaan.selectors.kerja import STATUS_BERLAKU, dibaca_oleh
from tera.skp.models import SKP, IndikatorKinerja

BELUM = "belum"
SEBAGIAN = "sebagian"
MENUNGGU = "menunggu"
DIKEMBALIKAN = "dikembalikan"
SELESAI = "selesai"
NAMA_KEADAAN = {
    BELUM: _("Belum melaporkan"),
    SEBAGIAN: _("Sebagian diverifikasi"),
    MENUNGGU: _("Menunggu verifikasi"),
    DIKEMBALIKAN: _("Dikembalikan"),
    SELESAI: _("Selesai"),
}
NADA_KEADAAN = {
    BELUM: "peringatan",
    SEBAGIAN: "info",
    MENUNGGU: "utama",
    DIKEMBALIKAN: "bahaya",
    SELESAI: "sukses",
}


@dataclass(frozen=True, slots=True)
class BarisOrang:
    """One person of the team in the period."""

    skp: SKP
    penilai: bool
    jumlah: int
    dilaporkan: int
    diverifikasi: int
    dikembalikan: int
    tercapai: int
    terlambat: bool

    @property
    def lapor(self) -> int:
        """How many indicators have a figure in this period."""
        return self.dilaporkan + self.diverifikasi + self.dikembalikan

    @property
    def keadaan(self) -> str:
        """Where the person is, in one word; what the team must act on comes first."""
        if not self.lapor:
            return BELUM
        if self.dilaporkan:
            return MENUNGGU
        if self.dikembalikan:
            return DIKEMBALIKAN
        return SELESAI if self.lapor >= self.jumlah else SEBAGIAN

    @property
    def nama_keadaan(self) -> str:
        """The state in words."""
        return str(NAMA_KEADAAN[self.keadaan])

    @property
    def nada(self) -> str:
        """The colour of the state."""
        return NADA_KEADAAN[self.keadaan]


@dataclass(frozen=True, slots=True)
class BarisPeriksa:
    """One figure that waits for a verification, with what a reader needs to judge it."""

    realisasi: Realisasi
    skp: SKP
    indikator: str
    daftar_bukti: tuple[BuktiDukung, ...]

    @property
    def dibaca(self) -> bool:
        """Whether this state was opened in the session."""
        return bool(getattr(self.realisasi, "dibaca", False))


@dataclass(frozen=True, slots=True)
class KeadaanTim:
    """The team page: people, figures to verify (targets reached first), achievements."""

    daftar_orang: tuple[BarisOrang, ...]
    tercapai: tuple[BarisPeriksa, ...]
    lain: tuple[BarisPeriksa, ...]
    daftar_capaian: tuple[CapaianPegawai, ...]

    @property
    def ada_dibaca(self) -> bool:
        """Whether any waiting figure was read in the session."""
        return any(satu.dibaca for satu in (*self.tercapai, *self.lain))

    @property
    def jumlah_menunggu(self) -> int:
        """How many figures wait for a verification."""
        return len(self.tercapai) + len(self.lain)

    @property
    def jumlah_selesai(self) -> int:
        """How many people are through with the period."""
        return sum(satu.keadaan == SELESAI for satu in self.daftar_orang)

    @property
    def jumlah_belum(self) -> int:
        """How many people have reported nothing yet."""
        return sum(satu.keadaan == BELUM for satu in self.daftar_orang)


def dinilai_saya(*, aktor: Aktor, kolom: str = "penugasan") -> Q:
    """Return the condition "an assignment the aktor rates today" on the column ``kolom``."""
    return Q(
        **{
            f"{kolom}__in": HubunganPenilai.objects.filter(
                berlaku_pada(aktor.hari_ini), penilai_id=aktor.pegawai_id or 0
            ).values("penugasan_id")
        }
    )


def diketuai_saya(*, aktor: Aktor, kolom: str = "pegawai") -> Q:
    """Return the condition "a member of a team the aktor leads today"; never the leader."""
    return Q(
        **{
            f"{kolom}__in": AnggotaTim.objects.filter(
                berlaku_pada(aktor.hari_ini),
                berlaku_pada(aktor.hari_ini, "tim__"),
                tim__ketua_id=aktor.pegawai_id or 0,
            )
            .exclude(pegawai_id=aktor.pegawai_id or 0)
            .values("pegawai_id")
        }
    )


def memimpin_kerja(*, aktor: Aktor) -> bool:
    """Whether the aktor rates anyone or leads a team today: one query."""
    return aktor.pegawai_id is not None and (
        SKP.objects.filter(
            dinilai_saya(aktor=aktor) | diketuai_saya(aktor=aktor) | Q(penilai_id=aktor.pegawai_id)
        )
        .filter(status__in=STATUS_BERLAKU)
        .exists()
    )


def periode_tim(*, aktor: Aktor) -> QuerySet[Periode]:
    """Return the periods of the aktor's instansi, and of those where a letter made them rater."""
    dinilai = SKP.objects.filter(
        dinilai_saya(aktor=aktor) | Q(penilai_id=aktor.pegawai_id or 0), status__in=STATUS_BERLAKU
    )
    return Periode.objects.filter(
        Q(instansi_id=aktor.instansi_id) | Q(instansi__in=dinilai.values("instansi_id"))
    ).select_related("instansi")


def skp_tim(*, aktor: Aktor, periode: Periode) -> QuerySet[SKP]:
    """Return the plans in force in ``periode`` whose work the aktor may verify, by name.

    In another instansi only those the aktor rates: leading a team reaches no further than home.
    """
    saya = aktor.pegawai_id
    if saya is None:
        return SKP.objects.none()
    hubungan = HubunganPenilai.objects.filter(
        berlaku_pada(aktor.hari_ini), penugasan=OuterRef("penugasan"), penilai_id=saya
    )
    return (
        SKP.objects.filter(
            dinilai_saya(aktor=aktor)
            | Q(penilai_id=saya)
            | (diketuai_saya(aktor=aktor) & Q(instansi_id=aktor.instansi_id)),
            instansi_id=periode.instansi_id,
            tahun=periode.tahun,
            status__in=STATUS_BERLAKU,
            mulai__lte=periode.selesai,
            selesai__gte=periode.mulai,
        )
        .exclude(pegawai_id=saya)
        .annotate(saya_penilai=Exists(hubungan))
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .order_by("pegawai__nama", "pk")
    )


def keadaan_tim(*, aktor: Aktor, periode: Periode, sesi: str, pada: dt.date) -> KeadaanTim:
    """Return the team in ``periode``: five queries whatever the number of people."""
    daftar_skp = list(skp_tim(aktor=aktor, periode=periode))
    per_penugasan = {skp.penugasan_id: skp for skp in daftar_skp}
    teks: dict[tuple[int, uuid.UUID], str] = {}
    jumlah: defaultdict[int, int] = defaultdict(int)
    for skp_id, kunci, satu_teks in IndikatorKinerja.objects.filter(
        rhk__skp__in=[skp.pk for skp in daftar_skp]
    ).values_list("rhk__skp_id", "kunci", "teks"):
        teks[(skp_id, kunci)] = satu_teks
        jumlah[skp_id] += 1
    per_orang: defaultdict[int, list[Realisasi]] = defaultdict(list)
    for satu in (
        Realisasi.objects.filter(penugasan__in=per_penugasan, periode=periode)
        .annotate(dibaca=dibaca_oleh(aktor.pegawai_id or 0, sesi))
        .order_by("dilaporkan_at", "id")
    ):
        per_orang[satu.penugasan_id].append(satu)
    bukti: defaultdict[tuple[int, Any], list[BuktiDukung]] = defaultdict(list)
    for lampiran in BuktiDukung.objects.filter(
        penugasan__in=per_penugasan, periode=periode, ditarik_at__isnull=True
    ):
        bukti[(lampiran.penugasan_id, lampiran.rhk_kunci)].append(lampiran)
    menunggu = sorted(
        (
            BarisPeriksa(
                satu,
                per_penugasan[pk],
                teks.get((per_penugasan[pk].pk, satu.indikator_kunci), ""),
                tuple(bukti[(pk, satu.rhk_kunci)]),
            )
            for pk, daftar in per_orang.items()
            for satu in daftar
            if satu.status == StatusLaporan.DILAPORKAN
        ),
        key=lambda baris: (baris.realisasi.dilaporkan_at, baris.realisasi.pk),
    )
    capaian = (
        CapaianPegawai.objects.filter(
            penugasan__in=[s.penugasan_id for s in daftar_skp if _penilai(s, aktor)],
            status=StatusLaporan.DILAPORKAN,
        )
        .select_related("pegawai")
        .order_by("created_at", "id")
    )
    return KeadaanTim(
        tuple(
            _orang(skp, per_orang[skp.penugasan_id], jumlah[skp.pk], periode, aktor, pada)
            for skp in daftar_skp
        ),
        tuple(baris for baris in menunggu if baris.realisasi.target_tercapai),
        tuple(baris for baris in menunggu if not baris.realisasi.target_tercapai),
        tuple(capaian),
    )


def _penilai(skp: SKP, aktor: Aktor) -> bool:
    return bool(getattr(skp, "saya_penilai", False)) or skp.penilai_id == aktor.pegawai_id


def _orang(
    skp: SKP,
    daftar: list[Realisasi],
    jumlah: int,
    periode: Periode,
    aktor: Aktor,
    pada: dt.date,
) -> BarisOrang:
    status = [satu.status for satu in daftar]
    return BarisOrang(
        skp=skp,
        penilai=_penilai(skp, aktor),
        jumlah=jumlah,
        dilaporkan=status.count(StatusLaporan.DILAPORKAN),
        diverifikasi=status.count(StatusLaporan.DIVERIFIKASI),
        dikembalikan=status.count(StatusLaporan.DIKEMBALIKAN),
        tercapai=sum(satu.target_tercapai for satu in daftar),
        terlambat=pada > periode.selesai and len(daftar) < jumlah,
    )
