"""One plan and period as a person works on it: rencana aksi, indicators, evidence, factors."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
)

from tera.antarmuka.format import tulis_angka, tulis_persen
from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import AnggotaTim, Periode
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.hitung import arah_indikator
from tera.pelaksanaan.models import (
    BuktiDukung,
    FaktorLuarKendali,
    PembacaanRealisasi,
    Realisasi,
    RencanaAksi,
    StatusLaporan,
)
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja
from tera.skp.selectors.terlihat import buka_skp

NADA_STATUS = {"dilaporkan": "info", "diverifikasi": "sukses", "dikembalikan": "bahaya"}
STATUS_BERLAKU = (SKP.Status.DITETAPKAN, SKP.Status.DITUTUP)


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator: what was reported for this period, and the last figure before it."""

    pk: int
    kunci: uuid.UUID
    aspek: str
    teks: str
    target: str
    satuan: str
    arah: str
    realisasi: Realisasi | None
    sebelumnya: Realisasi | None

    @property
    def tampil(self) -> Realisasi | None:
        """The figure to show: this period's, else the last one before."""
        return self.realisasi or self.sebelumnya

    @property
    def persen_batang(self) -> float:
        """Length of the progress bar, at most 100."""
        satu = self.tampil
        return min(float(satu.persen), 100.0) if satu and satu.persen is not None else 0.0

    @property
    def kata_realisasi(self) -> str:
        """The figure with its unit, else the words."""
        satu = self.tampil
        if satu is None:
            return ""
        if satu.nilai is None:
            return satu.teks
        return f"{tulis_angka(satu.nilai)} {satu.satuan}".strip()

    @property
    def kata_persen(self) -> str:
        """The percentage of the target; never a rating."""
        satu = self.tampil
        return tulis_persen(satu.persen) if satu and satu.persen is not None else ""

    @property
    def nada_batang(self) -> str:
        """Colour of the bar."""
        return "sukses" if self.tampil and self.tampil.target_tercapai else "utama"

    @property
    def nada_status(self) -> str:
        """Colour of the state."""
        return NADA_STATUS[self.realisasi.status] if self.realisasi else "netral"

    @property
    def nama_aspek(self) -> str:
        """The aspect in words."""
        return str(dict(IndikatorKinerja.Aspek.choices).get(self.aspek, ""))

    @property
    def dari_data(self) -> bool:
        """Whether this period's figure came from another system."""
        return self.realisasi is not None and self.realisasi.asal == Realisasi.Asal.DARI_DATA

    @property
    def tertutup_lembar(self) -> bool:
        """Whether the report form may stay folded: nothing is asked of the person."""
        return self.realisasi is not None and self.realisasi.status != StatusLaporan.DIKEMBALIKAN


@dataclass(frozen=True, slots=True)
class BarisRHK:
    """One RHK of the plan with everything of the period under it."""

    pk: int
    kunci: uuid.UUID
    jenis: str
    teks: str
    faktor: str
    daftar_indikator: tuple[BarisIndikator, ...]
    daftar_rencana: tuple[RencanaAksi, ...]
    daftar_bukti: tuple[BuktiDukung, ...]

    @property
    def tanpa_rencana(self) -> bool:
        """Whether evidence can't be given yet: the step before it is missing."""
        return not self.daftar_rencana

    @property
    def tanpa_bukti(self) -> bool:
        """Whether something was reported with nothing to show for it."""
        return not self.daftar_bukti and any(s.realisasi for s in self.daftar_indikator)


@dataclass(frozen=True, slots=True)
class LembarKerja:
    """The sheet of one plan and period."""

    skp: SKP
    periode: Periode
    daftar_rhk: tuple[BarisRHK, ...]

    @property
    def daftar_indikator(self) -> list[BarisIndikator]:
        """Every indicator, in the order of the plan."""
        return [satu for rhk in self.daftar_rhk for satu in rhk.daftar_indikator]

    @property
    def jumlah_indikator(self) -> int:
        """How many indicators the plan has."""
        return len(self.daftar_indikator)

    @property
    def jumlah_lapor(self) -> int:
        """How many were reported in this period."""
        return sum(satu.realisasi is not None for satu in self.daftar_indikator)

    @property
    def tanpa_rencana(self) -> bool:
        """Whether no RHK has a rencana aksi in this period."""
        return all(rhk.tanpa_rencana for rhk in self.daftar_rhk)

    @property
    def tanpa_bukti(self) -> list[BarisRHK]:
        """The RHK that were reported without evidence."""
        return [rhk for rhk in self.daftar_rhk if rhk.tanpa_bukti]

    @property
    def belum_dibaca(self) -> list[Realisasi]:
        """What waits for the penilai or ketua tim and wasn't shown in their session yet."""
        return [
            satu.realisasi
            for satu in self.daftar_indikator
            if satu.realisasi
            and satu.realisasi.status == StatusLaporan.DILAPORKAN
            and not getattr(satu.realisasi, "dibaca", False)
        ]


def buka_kerja(*, aktor: Aktor, pk: int) -> SKP | None:
    """Return the plan behind a sheet the aktor may open; the same door as the plan itself."""
    return buka_skp(aktor=aktor, pk=pk)


def skp_kerja(*, aktor: Aktor) -> QuerySet[SKP]:
    """Return the aktor's own plans that are worked on, the newest first."""
    if aktor.pegawai_id is None:
        return SKP.objects.none()
    return (
        SKP.objects.filter(pegawai_id=aktor.pegawai_id, status__in=STATUS_BERLAKU)
        .select_related("penugasan__unit", "penugasan__jabatan")
        .order_by("-tahun", "-mulai", "-versi")
    )


def skp_berlaku(*, penugasan_id: int, tahun: int) -> SKP | None:
    """Return the version in force of an assignment's plan of the year."""
    return (
        SKP.objects.filter(penugasan_id=penugasan_id, tahun=tahun, status__in=STATUS_BERLAKU)
        .order_by("-versi")
        .first()
    )


def dibaca_oleh(pegawai_id: int | Isian, sesi: str | Isian) -> Exists:
    """Return the annotation "this state of the figure was shown to that person in that session"."""
    return Exists(
        PembacaanRealisasi.objects.filter(
            realisasi=OuterRef("pk"),
            revisi=OuterRef("revisi"),
            pegawai_id=pegawai_id,
            sesi=sesi,
        )
    )


def lembar_kerja(
    *, skp: SKP, periode: Periode, pembaca: tuple[int, str] | None = None
) -> LembarKerja:
    """Return the sheet: four queries whatever the number of rows; the caller checked who asks.

    ``pembaca`` (person, session) also tells which figures that rater was shown already.
    """
    milik = {"tugas": skp.penugasan_id, "periode": periode.pk}
    sampai = {"tugas": skp.penugasan_id, "tahun": periode.tahun, "selesai": periode.selesai}
    kini: dict[uuid.UUID, Realisasi] = {}
    lalu: dict[uuid.UUID, Realisasi] = {}
    for satu in (
        _realisasi(**sampai)
        if pembaca is None
        else _realisasi_dibaca(**sampai, pembaca=pembaca[0], sesi=pembaca[1])
    ):
        (kini if satu.periode_id == periode.pk else lalu)[satu.indikator_kunci] = satu
    rencana: defaultdict[uuid.UUID, list[RencanaAksi]] = defaultdict(list)
    for aksi in _rencana(**milik):
        rencana[aksi.rhk_kunci].append(aksi)
    bukti: defaultdict[uuid.UUID, list[BuktiDukung]] = defaultdict(list)
    for lampiran in _bukti(**milik):
        if lampiran.rhk_kunci:
            bukti[lampiran.rhk_kunci].append(lampiran)
    per_rhk: dict[int, tuple[tuple[int, uuid.UUID, str, str, str], list[BarisIndikator]]] = {}
    for pk, kunci, jenis, teks, faktor, *ind in _baris_lembar(skp=skp.pk, **milik):
        _kepala, daftar = per_rhk.setdefault(pk, ((pk, kunci, jenis, teks, faktor or ""), []))
        if ind[0] is not None:
            daftar.append(_indikator(ind, kini, lalu))
    return LembarKerja(
        skp,
        periode,
        tuple(
            BarisRHK(
                *kepala,
                tuple(daftar),
                tuple(rencana[kepala[1]]),
                tuple(bukti[kepala[1]]),
            )
            for kepala, daftar in per_rhk.values()
        ),
    )


@kueri_siap(skp=BigIntegerField(), tugas=BigIntegerField(), periode=BigIntegerField())
def _baris_lembar(skp: Isian, tugas: Isian, periode: Isian) -> QuerySet[Any, Any]:
    return (
        RencanaHasilKerja.objects.filter(skp=skp)
        .annotate(
            faktor=Subquery(
                FaktorLuarKendali.objects.filter(
                    penugasan_id=tugas, periode=periode, rhk_kunci=OuterRef("kunci")
                ).values("uraian")[:1],
                output_field=CharField(),
            )
        )
        .order_by("-jenis", "urut", "id", "daftar_indikator__urut", "daftar_indikator__id")
        .values_list(
            "pk", "kunci", "jenis", "teks", "faktor",
            "daftar_indikator__pk", "daftar_indikator__kunci", "daftar_indikator__aspek",
            "daftar_indikator__teks", "daftar_indikator__target", "daftar_indikator__satuan",
            "daftar_indikator__kode_pustaka",
        )
    )  # fmt: skip


def _sampai(tugas: Isian, tahun: Isian, selesai: Isian) -> QuerySet[Any]:
    return (
        Realisasi.objects.filter(
            penugasan_id=tugas, periode__tahun=tahun, periode__selesai__lte=selesai
        )
        .select_related("pemeriksa", "periode")
        .order_by("periode__selesai", "id")
    )


_realisasi = kueri_siap(tugas=BigIntegerField(), tahun=IntegerField(), selesai=DateField())(_sampai)


@kueri_siap(
    tugas=BigIntegerField(),
    tahun=IntegerField(),
    selesai=DateField(),
    pembaca=BigIntegerField(),
    sesi=CharField(),
)
def _realisasi_dibaca(
    tugas: Isian, tahun: Isian, selesai: Isian, pembaca: Isian, sesi: Isian
) -> QuerySet[Any]:
    daftar: QuerySet[Any] = _sampai(tugas, tahun, selesai).annotate(
        dibaca=dibaca_oleh(pembaca, sesi)
    )
    return daftar


@kueri_siap(tugas=BigIntegerField(), periode=BigIntegerField())
def _rencana(tugas: Isian, periode: Isian) -> QuerySet[RencanaAksi]:
    return RencanaAksi.objects.filter(penugasan_id=tugas, periode=periode)


@kueri_siap(tugas=BigIntegerField(), periode=BigIntegerField())
def _bukti(tugas: Isian, periode: Isian) -> QuerySet[BuktiDukung]:
    return BuktiDukung.objects.filter(
        penugasan_id=tugas, periode=periode, rhk_kunci__isnull=False, ditarik_at__isnull=True
    ).select_related("berkas")


def _indikator(
    ind: Sequence[Any], kini: dict[uuid.UUID, Realisasi], lalu: dict[uuid.UUID, Realisasi]
) -> BarisIndikator:
    pk, kunci, aspek, teks, target, satuan, kode = ind
    arah = arah_indikator(kode_pustaka=kode, aspek=aspek, teks=teks, target=f"{target} {satuan}")
    return BarisIndikator(
        pk, kunci, aspek, teks, target, satuan, arah, kini.get(kunci), lalu.get(kunci)
    )


def pembaca_bukti(*, skp: SKP, pada: dt.date) -> list[tuple[str, str]]:
    """Return who must be able to open a link: (name, part); one query besides the plan's people."""
    daftar = [(skp.penilai.nama_lengkap, "penilai")] if skp.penilai else []
    daftar += [
        (satu.tim.ketua.nama_lengkap, "ketua_tim")
        for satu in AnggotaTim.objects.filter(
            berlaku_pada(pada), berlaku_pada(pada, "tim__"), pegawai_id=skp.pegawai_id
        )
        .exclude(tim__ketua_id=F("pegawai_id"))
        .select_related("tim__ketua")
        .order_by("tim__nama")
    ]
    return list(dict.fromkeys(daftar))


def bukti_terlihat(*, aktor: Aktor, pk: int) -> BuktiDukung | None:
    """Return one piece of evidence if the aktor may open the plan it belongs to."""
    bukti = (
        BuktiDukung.objects.filter(pk=pk)
        .select_related("berkas", "periode", "capaian", "rencana_aksi", "pegawai")
        .first()
    )
    if bukti is None:
        return None
    skp = buka_kerja(aktor=aktor, pk=bukti.skp_id)
    if skp is None:
        return None
    bukti.skp = skp
    return bukti
