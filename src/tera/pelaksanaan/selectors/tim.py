"""A team live: where each person is in a period, which targets were reached, what to verify."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from tera.core.aktor import Aktor
from tera.core.kueri import DaftarNomor, Isian, kueri_siap
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


def dinilai(saya: int | Isian, hari: dt.date | Isian) -> Q:
    """Return the condition "an assignment that ``saya`` rates on ``hari``"."""
    return Q(
        penugasan__in=HubunganPenilai.objects.filter(berlaku_pada(hari), penilai_id=saya).values(
            "penugasan_id"
        )
    )


def diketuai(saya: int | Isian, hari: dt.date | Isian) -> Q:
    """Return the condition "a member of a team ``saya`` leads on ``hari``"; never the leader."""
    return Q(
        pegawai__in=AnggotaTim.objects.filter(
            berlaku_pada(hari), berlaku_pada(hari, "tim__"), tim__ketua_id=saya
        )
        .exclude(pegawai_id=saya)
        .values("pegawai_id")
    )


def memimpin_kerja(*, aktor: Aktor) -> bool:
    """Whether the aktor rates anyone or leads a team today: one query."""
    return aktor.pegawai_id is not None and bool(
        _memimpin(saya=aktor.pegawai_id, hari=aktor.hari_ini)
    )


@kueri_siap(saya=BigIntegerField(), hari=DateField())
def _memimpin(saya: Isian, hari: Isian) -> QuerySet[Any, Any]:
    return (
        SKP.objects.filter(dinilai(saya, hari) | diketuai(saya, hari) | Q(penilai_id=saya))
        .filter(status__in=STATUS_BERLAKU)
        .order_by()
        .values_list("pk", flat=True)[:1]
    )


def periode_tim(*, aktor: Aktor) -> list[Periode]:
    """Return the periods of the aktor's instansi, and of those where a letter made them rater."""
    daftar: list[Periode] = _periode_tim(
        instansi=aktor.instansi_id, saya=aktor.pegawai_id or 0, hari=aktor.hari_ini
    )
    return daftar


@kueri_siap(instansi=BigIntegerField(), saya=BigIntegerField(), hari=DateField())
def _periode_tim(instansi: Isian, saya: Isian, hari: Isian) -> QuerySet[Periode]:
    dinilai_di = SKP.objects.filter(
        dinilai(saya, hari) | Q(penilai_id=saya), status__in=STATUS_BERLAKU
    )
    return (
        Periode.objects.filter(
            Q(instansi_id=instansi) | Q(instansi__in=dinilai_di.values("instansi_id"))
        )
        .select_related("instansi")
        .order_by("tahun", "mulai", "urut")
    )


def skp_tim(*, aktor: Aktor, periode: Periode) -> QuerySet[SKP]:
    """Return the plans in force in ``periode`` whose work the aktor may verify, by name.

    In another instansi only those the aktor rates: leading a team reaches no further than home.
    """
    saya = aktor.pegawai_id
    if saya is None:
        return SKP.objects.none()
    return _skp_tim(**_nilai_tim(aktor, periode)).select_related(
        "pegawai", "penugasan__jabatan", "penugasan__unit"
    )


def _nilai_tim(aktor: Aktor, periode: Periode) -> dict[str, Any]:
    return {
        "saya": aktor.pegawai_id or 0,
        "hari": aktor.hari_ini,
        "rumah": aktor.instansi_id,
        "instansi": periode.instansi_id,
        "tahun": periode.tahun,
        "mulai": periode.mulai,
        "selesai": periode.selesai,
    }


def _nilai(satu: int | Isian) -> Value:
    return satu if isinstance(satu, Isian) else Value(satu, output_field=BigIntegerField())


def _skp_tim(
    *,
    saya: int | Isian,
    hari: dt.date | Isian,
    rumah: int | Isian,
    instansi: int | Isian,
    tahun: int | Isian,
    mulai: dt.date | Isian,
    selesai: dt.date | Isian,
) -> QuerySet[Any]:
    hubungan = HubunganPenilai.objects.filter(
        berlaku_pada(hari), penugasan=OuterRef("penugasan"), penilai_id=saya
    )
    # Three parts, each by its index: as one condition with OR the databases read every plan.
    milik = (
        dinilai(saya, hari),
        Q(penilai_id=saya),
        # Compared as values: as a condition on the plan it would be the index that is taken.
        diketuai(saya, hari) & Q(Exact(_nilai(instansi), _nilai(rumah))),
    )
    satu, *lain = (SKP.objects.filter(syarat).order_by().values("pk") for syarat in milik)
    return (
        SKP.objects.filter(
            pk__in=satu.union(*lain),
            instansi_id=instansi,
            tahun=tahun,
            status__in=STATUS_BERLAKU,
            mulai__lte=selesai,
            selesai__gte=mulai,
        )
        .exclude(pegawai_id=saya)
        .annotate(saya_penilai=Exists(hubungan))
        .order_by("pegawai__nama", "pk")
    )


@kueri_siap(
    saya=BigIntegerField(),
    hari=DateField(),
    rumah=BigIntegerField(),
    instansi=BigIntegerField(),
    tahun=IntegerField(),
    mulai=DateField(),
    selesai=DateField(),
)
def _orang_tim(**isian: Isian) -> QuerySet[Any]:
    return (
        _skp_tim(**isian)
        .select_related("pegawai", "penugasan__jabatan")
        .only(
            "penilai_id",
            "pegawai__nama",
            "pegawai__gelar_depan",
            "pegawai__gelar_belakang",
            "penugasan__jabatan__nama",
        )
    )


@kueri_siap(daftar=DaftarNomor())
def _indikator(daftar: Isian) -> QuerySet[Any, Any]:
    return IndikatorKinerja.objects.filter(rhk__skp__in=daftar).values_list(
        "rhk__skp_id", "kunci", "teks"
    )


@kueri_siap(
    tugas=DaftarNomor(), periode=BigIntegerField(), saya=BigIntegerField(), sesi=CharField()
)
def _realisasi(tugas: Isian, periode: Isian, saya: Isian, sesi: Isian) -> QuerySet[Any]:
    return (
        Realisasi.objects.filter(penugasan__in=tugas, periode=periode)
        .only(
            "penugasan_id", "rhk_kunci", "indikator_kunci", "teks", "nilai", "satuan", "target",
            "persen", "target_tercapai", "asal", "sanggahan", "status", "dilaporkan_at", "revisi",
        )
        .annotate(dibaca=dibaca_oleh(saya, sesi))
        .order_by("dilaporkan_at", "id")
    )  # fmt: skip


@kueri_siap(tugas=DaftarNomor(), periode=BigIntegerField())
def _bukti(tugas: Isian, periode: Isian) -> QuerySet[BuktiDukung]:
    return BuktiDukung.objects.filter(penugasan__in=tugas, periode=periode, ditarik_at__isnull=True)


@kueri_siap(tugas=DaftarNomor())
def _capaian(tugas: Isian) -> QuerySet[CapaianPegawai]:
    return (
        CapaianPegawai.objects.filter(penugasan__in=tugas, status=StatusLaporan.DILAPORKAN)
        .select_related("pegawai")
        .order_by("created_at", "id")
    )


def keadaan_tim(*, aktor: Aktor, periode: Periode, sesi: str, pada: dt.date) -> KeadaanTim:
    """Return the team in ``periode``: five queries whatever the number of people.

    Plans carry only what the page shows.
    """
    daftar_skp = _orang_tim(**_nilai_tim(aktor, periode))
    if not daftar_skp:
        return KeadaanTim((), (), (), ())
    per_penugasan = {skp.penugasan_id: skp for skp in daftar_skp}
    teks: dict[tuple[int, uuid.UUID], str] = {}
    jumlah: defaultdict[int, int] = defaultdict(int)
    for skp_id, kunci, satu_teks in _indikator(daftar=[skp.pk for skp in daftar_skp]):
        teks[(skp_id, kunci)] = satu_teks
        jumlah[skp_id] += 1
    per_orang: defaultdict[int, list[Realisasi]] = defaultdict(list)
    for satu in _realisasi(
        tugas=per_penugasan, periode=periode.pk, saya=aktor.pegawai_id or 0, sesi=sesi
    ):
        per_orang[satu.penugasan_id].append(satu)
    bukti: defaultdict[tuple[int, Any], list[BuktiDukung]] = defaultdict(list)
    for lampiran in _bukti(tugas=per_penugasan, periode=periode.pk):
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
    capaian = _capaian(tugas=[s.penugasan_id for s in daftar_skp if _penilai(s, aktor)])
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
