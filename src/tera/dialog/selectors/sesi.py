"""Group discussions: for whom one may call them, who is asked, what its participants read."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.dialog.models import (
    Kesepakatan,
    MasukanDiskusi,
    NotulenSesi,
    PesertaSesi,
    SesiDiskusi,
)
from tera.organisasi.models import AnggotaTim, Pegawai, Penugasan, TimKerja, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.ringkas import unit_dipimpin

BATAS_ORANG = 300


def unit_diskusi(*, aktor: Aktor, pada: dt.date) -> list[UnitKerja]:
    """Return the units whose people the aktor may call together: headed, or with a team led."""
    if aktor.pegawai_id is None:
        return []
    tim = TimKerja.objects.filter(
        berlaku_pada(pada), ketua_id=aktor.pegawai_id, instansi_id=aktor.instansi_id
    )
    return list(
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id)
        .filter(
            Q(pk__in=unit_dipimpin(aktor=aktor, pada=pada).values("pk"))
            | Q(pk__in=tim.values("unit_id"))
        )
        .order_by("path")
    )


def calon_peserta(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> list[Pegawai]:
    """Return whom the aktor may ask: of a headed unit its people and the heads of the units right

    below; of a team led in the unit its members.
    """
    saya = aktor.pegawai_id or 0
    memimpin = unit_dipimpin(aktor=aktor, pada=pada).filter(pk=unit.pk).exists()
    anggota = AnggotaTim.objects.filter(
        berlaku_pada(pada), berlaku_pada(pada, "tim__"), tim__ketua_id=saya, tim__unit=unit
    )
    syarat = Q(pk__in=anggota.values("pegawai_id"))
    if memimpin:
        orang = Penugasan.objects.filter(berlaku_pada(pada)).filter(
            Q(unit=unit) | Q(unit__induk=unit, memimpin_unit=True)
        )
        syarat |= Q(pk__in=orang.values("pegawai_id"))
    return list(
        Pegawai.objects.filter(syarat, kedudukan_hukum="aktif")
        .exclude(pk=saya)
        .order_by("nama")[:BATAS_ORANG]
    )


def sesi_terlihat(*, aktor: Aktor) -> QuerySet[SesiDiskusi]:
    """Return the sessions the aktor leads or is asked to."""
    if aktor.pegawai_id is None:
        return SesiDiskusi.objects.none()
    saya = aktor.pegawai_id
    return SesiDiskusi.objects.filter(
        Q(pemimpin_id=saya)
        | Q(pk__in=PesertaSesi.objects.filter(pegawai_id=saya).values("sesi_id"))
    ).select_related("unit", "pemimpin", "instansi")


@dataclass(frozen=True, slots=True)
class LembarSesi:
    """What one session's page shows; four queries."""

    peserta: list[PesertaSesi]
    daftar_notulen: list[NotulenSesi]
    masukan: list[MasukanDiskusi]
    kesepakatan: list[Kesepakatan]

    @property
    def notulen(self) -> NotulenSesi | None:
        """The newest version of the minutes."""
        return self.daftar_notulen[0] if self.daftar_notulen else None

    def orang(self, sesi: SesiDiskusi) -> list[Pegawai]:
        """Everybody of the session, its leader first."""
        return [sesi.pemimpin, *(satu.pegawai for satu in self.peserta)]


def lembar_sesi(*, sesi: SesiDiskusi) -> LembarSesi:
    """Return participants, minutes (newest first), input and agreements."""
    return LembarSesi(
        list(sesi.daftar_peserta.select_related("pegawai").order_by("pegawai__nama")),
        list(sesi.daftar_notulen.select_related("penulis").order_by("-versi")[:100]),
        list(sesi.daftar_masukan.select_related("penulis", "kepada").order_by("pk")),
        list(
            sesi.daftar_kesepakatan.select_related("penanggung_jawab").order_by(
                "status", "tenggat", "pk"
            )
        ),
    )
