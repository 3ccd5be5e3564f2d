"""Who rates whom, asked by the other rooms: the recorded answer, or one worked out for old days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import BigIntegerField, DateField, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import HubunganPenilai, JenisPenugasan, Pegawai, Penugasan, UnitKerja
from tera.organisasi.selectors.fakta_penilai import FaktaTugas, muat_fakta
from tera.organisasi.selectors.resolusi import JawabanPenilai, ResolusiHari

URUTAN_PENUGASAN = {
    JenisPenugasan.DEFINITIF: 0,
    JenisPenugasan.PJ: 1,
    JenisPenugasan.PLT: 2,
    JenisPenugasan.PLH: 3,
    JenisPenugasan.TUGAS_TAMBAHAN: 4,
}


@dataclass(frozen=True, slots=True)
class HasilPenilai:
    """Who rates the holder of an assignment on a day, and why.

    Attributes:
        penilai, atasan_penilai: people, or None (``penjelasan`` says why and what to do).
        dasar: a word of ``HubunganPenilai.Dasar``.
        kendala: a word of ``HubunganPenilai.Kendala``; empty when nothing stood in the way.
    """

    penilai: Pegawai | None
    atasan_penilai: Pegawai | None
    dasar: str
    penjelasan: str
    kendala: str

    @property
    def alasan_tampil(self) -> str:
        """The reason in the language of the page: the recorded sentence is Indonesian."""
        if get_language() == settings.LANGUAGE_CODE:
            return self.penjelasan
        bagian = [str(HubunganPenilai.Dasar(self.dasar).label)]
        if self.kendala:
            bagian.append(str(HubunganPenilai.Kendala(self.kendala).label))
        if self.atasan_penilai:
            bagian.append(
                _("Atasan pejabat penilai: %(nama)s") % {"nama": self.atasan_penilai.nama_lengkap}
            )
        return ". ".join(bagian) + "."


def berlaku_pada(pada: dt.date | Isian, awalan: str = "") -> Q:
    """Return the condition "stands on the day" for a table with ``sejak`` and ``sampai``."""
    return Q(**{f"{awalan}sejak__lte": pada}) & (
        Q(**{f"{awalan}sampai__isnull": True}) | Q(**{f"{awalan}sampai__gte": pada})
    )


def penilai_pada(*, penugasan: Penugasan, pada: dt.date) -> HasilPenilai:
    """Return who rates the holder of ``penugasan`` on the day ``pada``: one query when recorded."""
    baris = _hubungan.satu(penugasan_id=penugasan.pk, pada=pada)
    if baris:
        return HasilPenilai(
            baris.penilai, baris.atasan_penilai, baris.dasar, baris.penjelasan, baris.kendala
        )
    return _hitung(penugasan, pada)


@kueri_siap(penugasan_id=BigIntegerField(), pada=DateField())
def _hubungan(penugasan_id: Isian, pada: Isian) -> QuerySet[HubunganPenilai]:
    return (
        HubunganPenilai.objects.filter(berlaku_pada(pada), penugasan_id=penugasan_id)
        .select_related("penilai__instansi", "atasan_penilai__instansi")
        .order_by("pk")[:1]
    )


def dinilai_oleh(*, aktor: Aktor, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the assignments the aktor rates on the day, by name.

    A letter may give a rater from another instansi: the recorded relation is the door here.
    """
    if aktor.pegawai_id is None:
        return Penugasan.objects.none()
    return (
        Penugasan.objects.filter(
            berlaku_pada(pada),
            pk__in=HubunganPenilai.objects.filter(
                berlaku_pada(pada), penilai_id=aktor.pegawai_id
            ).values("penugasan_id"),
        )
        .select_related("pegawai", "jabatan", "unit")
        .order_by("pegawai__nama", "id")
    )


def diawasi_oleh(*, aktor: Aktor, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the assignments whose rater's superior is the aktor on the day, by name."""
    if aktor.pegawai_id is None:
        return Penugasan.objects.none()
    return (
        Penugasan.objects.filter(
            berlaku_pada(pada),
            pk__in=HubunganPenilai.objects.filter(
                berlaku_pada(pada), atasan_penilai_id=aktor.pegawai_id
            ).values("penugasan_id"),
        )
        .select_related("pegawai", "jabatan", "unit")
        .order_by("pegawai__nama", "id")
    )


def penugasan_utama(*, pegawai_id: int, pada: dt.date) -> Penugasan | None:
    """Return the assignment of a person on the day, definitif first; None when there is none."""
    return min(_penugasan(pegawai_id=pegawai_id, pada=pada), key=_urutan, default=None)


def unit_utama(*, daftar_pegawai: Sequence[int], pada: dt.date) -> dict[int, UnitKerja]:
    """Return the unit of each person's ``penugasan_utama``; one query per 500 people."""
    utama: dict[int, Penugasan] = {}
    for awal in range(0, len(daftar_pegawai), 500):
        for satu in Penugasan.objects.filter(
            berlaku_pada(pada), pegawai__in=daftar_pegawai[awal : awal + 500]
        ).select_related("unit"):
            lain = utama.get(satu.pegawai_id)
            if lain is None or _urutan(satu) < _urutan(lain):
                utama[satu.pegawai_id] = satu
    return {pk: satu.unit for pk, satu in utama.items()}


def _urutan(tugas: Penugasan) -> tuple[int, int, int]:
    jenis = URUTAN_PENUGASAN.get(JenisPenugasan(tugas.jenis), 9)
    return jenis, -tugas.sejak.toordinal(), tugas.pk


@kueri_siap(pegawai_id=BigIntegerField(), pada=DateField())
def _penugasan(pegawai_id: Isian, pada: Isian) -> QuerySet[Penugasan]:
    return Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=pegawai_id).select_related(
        "pegawai", "jabatan", "unit", "instansi"
    )


def _hitung(penugasan: Penugasan, pada: dt.date) -> HasilPenilai:
    fakta = muat_fakta(instansi_id=penugasan.instansi_id, sejak=pada, sampai=pada)
    tugas = next((t for t in fakta.daftar_tugas if t.id == penugasan.pk), None)
    if tugas is None:
        jabatan = penugasan.jabatan
        tugas = FaktaTugas(
            penugasan.pk,
            penugasan.pegawai_id,
            penugasan.unit_id,
            jabatan.jenis,
            jabatan.nama,
            penugasan.jenis,
            penugasan.memimpin_unit,
            penugasan.sejak,
            penugasan.sampai,
            None,
            "",
        )
    return _hasil(ResolusiHari(fakta, pada).jawab(tugas))


def _hasil(jawaban: JawabanPenilai) -> HasilPenilai:
    orang = Pegawai.objects.select_related("instansi").in_bulk(
        [pk for pk in (jawaban.penilai_id, jawaban.atasan_id) if pk]
    )
    return HasilPenilai(
        orang.get(jawaban.penilai_id or 0),
        orang.get(jawaban.atasan_id or 0),
        jawaban.dasar,
        jawaban.penjelasan,
        jawaban.kendala,
    )
