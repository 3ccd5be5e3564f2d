"""What a person is to another on a day: who may give feedback, whom one may well ask."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, DateField, Exists, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import AnggotaTim, HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.permissions import peran_terhadap
from tera.organisasi.selectors import berlaku_pada
from tera.umpan_balik.models import HubunganPemberi, PermintaanUmpanBalik

#: Nearest first: someone who is several things to a person speaks as the first.
URUTAN = (
    HubunganPemberi.PENILAI,
    HubunganPemberi.KETUA_TIM,
    HubunganPemberi.ATASAN_PENILAI,
    HubunganPemberi.BAWAHAN,
    HubunganPemberi.ANGGOTA_TIM,
    HubunganPemberi.REKAN,
    HubunganPemberi.DIMINTA,
)
#: Who speaks upward: named, and therefore only with the writer's own consent.
KE_ATAS = frozenset({HubunganPemberi.BAWAHAN, HubunganPemberi.ANGGOTA_TIM})
KELOMPOK = {
    "penilai": _("Penilai saya"),
    "ketua": _("Ketua tim saya"),
    "dinilai": _("Yang saya nilai"),
    "anggota": _("Anggota tim saya"),
    "rekan": _("Rekan kerja"),
}
#: A list longer than this is no list to choose from: others are found by name.
BATAS_REKAN = 60


def hubungan_pemberi(*, aktor: Aktor, penugasan: Penugasan, pada: dt.date) -> str:
    """Return what the aktor is to the holder of ``penugasan``; empty when nothing: three queries.

    A word of ``HubunganPemberi``. Oneself is nothing.
    """
    saya = aktor.pegawai_id
    if saya is None or saya == penugasan.pegawai_id:
        return ""
    ada = set(peran_terhadap(aktor=aktor, penugasan=penugasan, pada=pada))
    if aktor.instansi_id == penugasan.instansi_id:
        baris = _hubungan(saya=saya, orang=penugasan.pegawai_id, pada=pada)
        kata = ("bawahan", "anggota_tim", "rekan", "diminta")
        ada |= {satu for satu, ya in zip(kata, baris[0][1:], strict=True) if ya}
    return next((satu.value for satu in URUTAN if satu.value in ada), "")


@kueri_siap(saya=BigIntegerField(), orang=BigIntegerField(), pada=DateField())
def _hubungan(saya: Isian, orang: Isian, pada: Isian) -> QuerySet[Any, Any]:
    """One row: am I rated by the person, in their team, beside them, asked by them?"""
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(pada))
    tim = AnggotaTim.objects.filter(berlaku_pada(pada), berlaku_pada(pada, "tim__"))
    tugas = Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=orang)
    beratasan = hubungan.filter(
        penugasan__pegawai_id=saya,
        penilai_id__in=hubungan.filter(penugasan__pegawai_id=orang).values("penilai_id"),
    )
    return (
        Pegawai.objects.filter(pk=orang)
        .annotate(
            bawahan=Exists(
                hubungan.filter(
                    Q(penilai_id=orang) | Q(atasan_penilai_id=orang), penugasan__pegawai_id=saya
                )
            ),
            anggota=Exists(tim.filter(tim__ketua_id=orang, pegawai_id=saya)),
            seunit=Exists(
                Penugasan.objects.filter(
                    berlaku_pada(pada), pegawai_id=saya, unit_id__in=tugas.values("unit_id")
                )
            ),
            setim=Exists(
                tim.filter(
                    pegawai_id=saya, tim_id__in=tim.filter(pegawai_id=orang).values("tim_id")
                )
            ),
            sepenilai=Exists(beratasan),
            diminta=Exists(
                PermintaanUmpanBalik.objects.filter(terbuka(pada), peminta_id=orang, kepada_id=saya)
            ),
        )
        .annotate(rekan=Q(seunit=True) | Q(setim=True) | Q(sepenilai=True))
        .values_list("pk", "bawahan", "anggota", "rekan", "diminta")
    )


def terbuka(pada: dt.date | Isian) -> Q:
    """Return the condition "this request still waits on the day"."""
    return Q(
        jawaban__isnull=True, ditolak_at__isnull=True, dibatalkan_at__isnull=True, batas__gte=pada
    )


@dataclass(frozen=True, slots=True)
class Rekan:
    """Somebody one may well ask or tell: the group (a key of ``KELOMPOK``) and the person."""

    kelompok: str
    pk: int
    nama: str
    jabatan: str


def daftar_rekan(*, aktor: Aktor, pada: dt.date) -> list[Rekan]:
    """Return one's rater, team leads, people one rates, members, then colleagues: two queries.

    Everybody once, in the first group that holds them; by name inside a group.
    """
    saya = aktor.pegawai_id
    if saya is None:
        return []
    per_kelompok: dict[str, list[int]] = {kata: [] for kata in KELOMPOK}
    sudah = {saya}
    for kata, pk in sorted(_rekan(saya=saya, pada=pada), key=lambda s: list(KELOMPOK).index(s[0])):
        if pk is not None and pk not in sudah:
            sudah.add(pk)
            per_kelompok[kata].append(pk)
    orang = _orang(sudah - {saya}, pada)
    hasil = []
    for kata, daftar in per_kelompok.items():
        ada = sorted((orang[pk] for pk in daftar if pk in orang), key=lambda s: s[1])
        hasil += [Rekan(kata, *satu) for satu in ada[:BATAS_REKAN]]
    return hasil


@kueri_siap(saya=BigIntegerField(), pada=DateField())
def _rekan(saya: Isian, pada: Isian) -> QuerySet[Any, Any]:
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(pada))
    tim = AnggotaTim.objects.filter(berlaku_pada(pada), berlaku_pada(pada, "tim__"))
    tugas = Penugasan.objects.filter(berlaku_pada(pada))
    seunit = tugas.filter(unit_id__in=tugas.filter(pegawai_id=saya).values("unit_id"))
    setim = tim.filter(tim_id__in=tim.filter(pegawai_id=saya).values("tim_id"))
    sepenilai = hubungan.filter(
        penilai_id__in=hubungan.filter(penugasan__pegawai_id=saya).values("penilai_id")
    )
    bagian = [
        _kelompok(hubungan.filter(penugasan__pegawai_id=saya), "penilai", "penilai_id"),
        _kelompok(tim.filter(pegawai_id=saya), "ketua", "tim__ketua_id"),
        _kelompok(hubungan.filter(penilai_id=saya), "dinilai", "penugasan__pegawai_id"),
        _kelompok(tim.filter(tim__ketua_id=saya), "anggota", "pegawai_id"),
        _kelompok(seunit, "rekan", "pegawai_id"),
        _kelompok(setim, "rekan", "pegawai_id"),
        _kelompok(sepenilai, "rekan", "penugasan__pegawai_id"),
    ]
    return bagian[0].union(*bagian[1:])


def _kelompok(daftar: QuerySet[Any], kata: str, kolom: str) -> QuerySet[Any, Any]:
    baris: QuerySet[Any, Any] = (
        daftar.order_by().annotate(kata=Value(kata)).values_list("kata", kolom)
    )
    return baris


def _orang(daftar: Iterable[int], pada: dt.date) -> dict[int, tuple[int, str, str]]:
    """Active people of the list with the post they hold on the day, by id: one query."""
    hasil: dict[int, tuple[int, str, str]] = {}
    tugas = (
        Penugasan.objects.filter(
            berlaku_pada(pada), pegawai_id__in=daftar, pegawai__kedudukan_hukum="aktif"
        )
        .select_related("pegawai", "jabatan")
        .order_by("jenis", "pk")
    )
    for satu in tugas:
        hasil.setdefault(
            satu.pegawai_id, (satu.pegawai_id, satu.pegawai.nama_lengkap, satu.jabatan.nama)
        )
    return hasil


def kelompok_rekan(daftar: Sequence[Rekan]) -> list[tuple[str, list[Rekan]]]:
    """Return the groups that have people, in the order of ``KELOMPOK``, with their words."""
    return [
        (str(label), isi)
        for kata, label in KELOMPOK.items()
        if (isi := [satu for satu in daftar if satu.kelompok == kata])
    ]
