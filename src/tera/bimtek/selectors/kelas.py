"""Classes: those one runs, those one was asked to, who takes part, who was there."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from tera.bimtek.models import HariKelas, KehadiranKelas, KelasBimtek, PesertaKelas
from tera.bimtek.permissions_kelas import PENYELENGGARA
from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas

S = KelasBimtek.Status
#: Days after the last one in which practice and questionnaire may still be handed in.
HARI_SESUDAH = 14


def batas_sesudah(kelas: KelasBimtek) -> dt.date:
    """Return the last day on which something is still added to the results of a class."""
    return kelas.selesai + dt.timedelta(days=HARI_SESUDAH)


def kelas_dijalankan(*, aktor: Aktor, pada: dt.date) -> QuerySet[KelasBimtek]:
    """Return the classes the aktor runs, newest first: as officer of the unit, as named trainer."""
    pelatih = KelasBimtek.daftar_pelatih.through.objects.filter(
        kelasbimtek_id=OuterRef("pk"), pegawai_id=aktor.pegawai_id or 0
    )
    return (
        KelasBimtek.objects.filter(
            cakupan_petugas(aktor=aktor, pada=pada, peran=PENYELENGGARA, kolom="unit__path")
            | Q(Exists(pelatih)),
            instansi_id=aktor.instansi_id,
        )
        .select_related("unit", "instansi")
        .order_by("-mulai", "-pk")
    )


def dengan_hitungan(daftar: QuerySet[KelasBimtek], *, pada: dt.date) -> QuerySet[KelasBimtek]:
    """Add how many were asked, how many said they come, and ``hari_pk``: its day of today."""
    hari = HariKelas.objects.filter(kelas=OuterRef("pk"), tanggal=pada).values("pk")[:1]
    return daftar.annotate(
        hari_pk=Subquery(hari),
        jumlah_diundang=Count("daftar_peserta"),
        jumlah_menerima=Count(
            "daftar_peserta", filter=Q(daftar_peserta__jawaban=PesertaKelas.Jawaban.MENERIMA)
        ),
    )


def undangan_saya(*, aktor: Aktor) -> QuerySet[PesertaKelas]:
    """Return the aktor's own places in classes that were announced, newest first."""
    return (
        PesertaKelas.objects.filter(
            pegawai_id=aktor.pegawai_id or 0, kelas__instansi_id=aktor.instansi_id
        )
        .exclude(kelas__status=S.DISUSUN)
        .select_related("kelas__unit", "sesi_sebelum", "sesi_sesudah")
        .annotate(
            pernah_hadir=Exists(KehadiranKelas.objects.filter(peserta=OuterRef("pk"), hadir=True))
        )
        .order_by("-kelas__mulai", "-pk")
    )


def peserta_kelas(*, kelas: KelasBimtek) -> QuerySet[PesertaKelas]:
    """Return who was asked, by name; nothing of their practice is read."""
    return (
        kelas.daftar_peserta.select_related("pegawai", "unit")
        .defer("sesi_sebelum", "sesi_sesudah", "angket_terkirim")
        .order_by("pegawai__nama", "pk")
    )


@dataclass(frozen=True, slots=True)
class DaftarHadir:
    """The list of one day.

    Attributes:
        per_peserta: participant's key → whether they were there; who isn't in it isn't marked.
    """

    hari: HariKelas
    per_peserta: dict[int, bool]

    @property
    def hadir(self) -> int:
        """How many were there."""
        return sum(self.per_peserta.values())


def daftar_hadir(*, kelas: KelasBimtek) -> list[DaftarHadir]:
    """Return every day of a class with its marks, the first day first: two queries."""
    per_hari: dict[int, dict[int, bool]] = {}
    for hari, peserta, hadir in KehadiranKelas.objects.filter(hari__kelas=kelas).values_list(
        "hari_id", "peserta_id", "hadir"
    ):
        per_hari.setdefault(hari, {})[peserta] = hadir
    return [DaftarHadir(satu, per_hari.get(satu.pk, {})) for satu in kelas.daftar_hari.all()]


def calon_peserta(*, aktor: Aktor, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the assignments of the people the aktor may ask: those in the units one serves."""
    return Penugasan.objects.filter(
        berlaku_pada(pada),
        cakupan_petugas(aktor=aktor, pada=pada, peran=PENYELENGGARA, kolom="unit__path"),
        instansi_id=aktor.instansi_id,
    )


def penilai_saat_ini(*, instansi_id: int, pada: dt.date) -> QuerySet[Pegawai]:
    """Return who rates somebody on the day."""
    return Pegawai.objects.filter(
        pk__in=HubunganPenilai.objects.filter(
            berlaku_pada(pada), penugasan__instansi_id=instansi_id, penilai__isnull=False
        ).values("penilai_id")
    )


def daftar_hari_saya(*, peserta: PesertaKelas) -> list[tuple[HariKelas, bool | None]]:
    """Return each day of a class with whether this participant was there: two queries."""
    tanda = dict(KehadiranKelas.objects.filter(peserta=peserta).values_list("hari_id", "hadir"))
    return [(satu, tanda.get(satu.pk)) for satu in HariKelas.objects.filter(kelas=peserta.kelas_id)]
