"""Lists of the pages: units with heads, people, assignments, raters in trouble, imports."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, DateField, F, Q, QuerySet
from django.utils.translation import gettext_lazy

from tera.core.aktor import Aktor
from tera.core.kueri import DaftarNomor, Isian, Senarai, kueri_siap
from tera.organisasi.models import (
    HubunganPenilai,
    ImporData,
    Pegawai,
    Penugasan,
    UnitKerja,
)
from tera.organisasi.selectors.orang import melihat_semua, pegawai_terlihat, unit_terlihat
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas

#: People on one page of the list, and what it shows of each.
PER_HALAMAN = 30
KOLOM_DAFTAR = ("nama", "gelar_depan", "gelar_belakang", "nip")
PEMBACA_DAFTAR = frozenset({"pengelola", "admin", "auditor", "pyb", "pejabat_pembina"})

# What to do about each obstacle, in the order they are shown: first those without a rater.
TINDAKAN: dict[str, Any] = {
    HubunganPenilai.Kendala.PIMPINAN_BELUM_ADA: gettext_lazy(
        "Pimpinan instansi belum tercatat. Tambahkan pejabat tanpa NIP (Bupati, Penjabat) sebagai "
        "pimpinan unit teratas; setelah itu semua orang di kelompok ini mendapat penilai."
    ),
    HubunganPenilai.Kendala.DI_LUAR_INSTANSI: gettext_lazy(
        "Penilainya ada di luar instansi. Tetapkan penilai khusus dengan suratnya dari profil "
        "pegawai."
    ),
    HubunganPenilai.Kendala.MERANGKAP: gettext_lazy(
        "Orangnya memegang sendiri jabatan atasannya (Plt/Plh), jadi dinilai pejabat di atasnya. "
        "Periksa apakah itu yang dimaksud."
    ),
    HubunganPenilai.Kendala.PERLU_DELEGASI: gettext_lazy(
        "Pimpinan unitnya pejabat fungsional (kepala sekolah, kepala puskesmas) atau pelaksana: "
        "ia baru menilai bila tercantum dalam surat pendelegasian. Satu surat bisa memuat banyak "
        "kepala sekaligus."
    ),
    HubunganPenilai.Kendala.LOWONG: gettext_lazy(
        "Jabatan pimpinan unitnya lowong, jadi dinilai pejabat di atasnya. Buka penugasan Plt bila "
        "sudah ada suratnya."
    ),
    HubunganPenilai.Kendala.TIDAK_AKTIF: gettext_lazy(
        "Pimpinan unitnya sedang CLTN, tugas belajar, atau tidak aktif. Buka penugasan Plh atau "
        "Plt bila sudah ada suratnya."
    ),
}


@dataclass(frozen=True, slots=True)
class KelompokPenilai:
    """One obstacle: its words, how many people it touches, what to do."""

    kendala: str
    judul: str
    jumlah: int
    tindakan: str
    tanpa_penilai: bool


def hubungan_bermasalah(*, aktor: Aktor, pada: dt.date) -> QuerySet[HubunganPenilai]:
    """Return today's relations without a rater or found by climbing, in units the aktor serves."""
    return (
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            cakupan_petugas(
                aktor=aktor, pada=pada, peran=PEMBACA_DAFTAR, kolom="penugasan__unit__path"
            ),
            instansi_id=aktor.instansi_id,
        )
        .exclude(kendala="")
        .select_related("penugasan__pegawai", "penugasan__unit", "penugasan__jabatan", "penilai")
        .order_by("penugasan__unit__path", "penugasan__pegawai__nama", "id")
    )


def kelompok_penilai(daftar: QuerySet[HubunganPenilai]) -> list[KelompokPenilai]:
    """Return the obstacles with their counts, those without a rater first; one query."""
    hitung = (
        daftar.order_by()
        .values("kendala", tanpa=Q(penilai__isnull=True))
        .annotate(jumlah=Count("id"))
    )
    label = dict(HubunganPenilai.Kendala.choices)
    hasil = [
        KelompokPenilai(
            satu["kendala"],
            str(label[satu["kendala"]]),
            satu["jumlah"],
            TINDAKAN[satu["kendala"]],
            bool(satu["tanpa"]),
        )
        for satu in hitung
    ]
    hasil.sort(key=lambda k: (not k.tanpa_penilai, list(TINDAKAN).index(k.kendala)))
    return hasil


def jumlah_dinilai(*, aktor: Aktor, pada: dt.date) -> int:
    """Return how many people of the aktor's units have a rater today without any obstacle."""
    return HubunganPenilai.objects.filter(
        berlaku_pada(pada),
        cakupan_petugas(
            aktor=aktor, pada=pada, peran=PEMBACA_DAFTAR, kolom="penugasan__unit__path"
        ),
        instansi_id=aktor.instansi_id,
        kendala="",
        penilai__isnull=False,
    ).count()


def daftar_pegawai(
    *,
    aktor: Aktor,
    pada: dt.date,
    daftar_peran: list[tuple[str, str]],
    cari: str = "",
    unit: UnitKerja | None = None,
) -> QuerySet[Pegawai] | Senarai:
    """Return the people the aktor may see, by name; ``cari`` in name or NIP, ``unit`` a subtree.

    ``daftar_peran`` are the aktor's parts as an officer, for a paginator of ``PER_HALAMAN``.
    """
    semua = pegawai_terlihat(aktor=aktor, pada=pada, daftar_peran=daftar_peran)
    for kata in cari.split():
        semua = semua.filter(Q(nama__icontains=kata) | Q(nip__startswith=kata))
    if unit is not None:
        semua = semua.filter(
            pk__in=Penugasan.objects.filter(
                berlaku_pada(pada),
                instansi_id=aktor.instansi_id,
                unit__path__gte=unit.path,
                unit__path__lt=unit.path + "~",
            ).values("pegawai_id")
        )
    daftar = semua.only(*KOLOM_DAFTAR).order_by("nama", "id")
    if cari or unit is not None or not melihat_semua(daftar_peran):
        return daftar
    return Senarai(
        lambda: _pegawai_pertama(instansi_id=aktor.instansi_id),
        lambda: daftar,
        lambda: _jumlah_pegawai.satu(instansi_id=aktor.instansi_id) or 0,
    )


def berpenugasan(daftar: Iterable[Pegawai], *, pada: dt.date) -> list[Any]:
    """Return the people with ``penugasan_kini``, their assignments of the day: one query."""
    hasil: list[Any] = list(daftar)
    per_orang: dict[int, list[Penugasan]] = {}
    if hasil:
        for tugas in _tugas_kini(daftar_id=[satu.pk for satu in hasil], pada=pada):
            per_orang.setdefault(tugas.pegawai_id, []).append(tugas)
    for satu in hasil:
        satu.penugasan_kini = per_orang.get(satu.pk, [])
    return hasil


@kueri_siap(instansi_id=BigIntegerField())
def _pegawai_pertama(instansi_id: Isian) -> QuerySet[Any]:
    return (
        Pegawai.objects.filter(instansi_id=instansi_id)
        .only(*KOLOM_DAFTAR)
        .order_by("nama", "id")[:PER_HALAMAN]
    )


@kueri_siap(instansi_id=BigIntegerField())
def _jumlah_pegawai(instansi_id: Isian) -> QuerySet[Any]:
    return (
        Pegawai.objects.filter(instansi_id=instansi_id)
        .order_by()
        .values("instansi_id")
        .annotate(n=Count("pk"))
        .values_list("n", flat=True)
    )


@kueri_siap(daftar_id=DaftarNomor(), pada=DateField())
def _tugas_kini(daftar_id: Isian, pada: Isian) -> QuerySet[Any]:
    return (
        Penugasan.objects.filter(berlaku_pada(pada), pegawai_id__in=daftar_id)
        .select_related("unit", "jabatan")
        .only("pegawai_id", "jenis", "unit__nama", "jabatan__nama")
        .order_by("-jenis", "id")
    )


def riwayat_penugasan(*, pegawai: Pegawai) -> QuerySet[Penugasan]:
    """Return every assignment of a person, newest first."""
    return (
        Penugasan.objects.filter(pegawai=pegawai)
        .select_related("unit", "jabatan", "penilai_khusus")
        .order_by(F("sampai").desc(nulls_first=True), "-sejak", "-id")
    )


def hubungan_pada(*, daftar_id: Collection[int], pada: dt.date) -> dict[int, HubunganPenilai]:
    """Return the recorded rater per assignment on the day; one query."""
    return {
        satu.penugasan_id: satu
        for satu in HubunganPenilai.objects.filter(
            berlaku_pada(pada), penugasan_id__in=daftar_id
        ).select_related("penilai", "atasan_penilai")
    }


def penugasan_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the assignments of the people the aktor may see."""
    return Penugasan.objects.filter(
        instansi_id=aktor.instansi_id,
        pegawai__in=pegawai_terlihat(aktor=aktor, pada=pada).order_by(),
    ).select_related("pegawai", "unit", "jabatan", "penilai_khusus")


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit of the tree with its head and the number of people in it.

    ``pimpinan_id`` is None also when the aktor may not open the head's profile.
    """

    unit: UnitKerja
    pimpinan: str
    pimpinan_id: int | None
    jenis_pimpinan: str
    jumlah: int
    jumlah_anak: int


def pohon_unit(
    *, aktor: Aktor, pada: dt.date, induk: UnitKerja | None
) -> tuple[list[UnitKerja], list[BarisUnit]]:
    """Return the way from the top to ``induk`` and its children (None: the top units)."""
    jalan: list[UnitKerja] = []
    if induk is not None:
        nomor = [int(n) for n in induk.path.strip("/").split("/")[1:]]
        per_id = unit_terlihat(aktor=aktor).in_bulk(nomor)
        jalan = [per_id[n] for n in nomor if n in per_id]
    daftar = list(
        unit_terlihat(aktor=aktor)
        .filter(induk=induk)
        .annotate(jumlah_anak=Count("daftar_anak"))
        .order_by("urut", "nama")
    )
    nomor_unit = [unit.pk for unit in daftar]
    pimpinan: dict[int, Penugasan] = {}
    for tugas in (
        Penugasan.objects.filter(berlaku_pada(pada), unit_id__in=nomor_unit, memimpin_unit=True)
        .select_related("pegawai")
        .order_by("-jenis", "id")
    ):
        kini = pimpinan.get(tugas.unit_id)
        if kini is None or tugas.jenis == "definitif":
            pimpinan[tugas.unit_id] = tugas
    jumlah = dict(
        Penugasan.objects.filter(berlaku_pada(pada), unit_id__in=nomor_unit)
        .values("unit_id")
        .annotate(jumlah=Count("pegawai_id", distinct=True))
        .values_list("unit_id", "jumlah")
    )
    # A name is for everybody, the profile behind it is not: no link that ends in 404.
    terbuka = set(
        pegawai_terlihat(aktor=aktor, pada=pada)
        .filter(pk__in=[tugas.pegawai_id for tugas in pimpinan.values()])
        .values_list("pk", flat=True)
    )
    hasil = []
    for unit in daftar:
        kepala = pimpinan.get(unit.pk)
        hasil.append(
            BarisUnit(
                unit,
                kepala.pegawai.nama_lengkap if kepala else "",
                kepala.pegawai_id if kepala and kepala.pegawai_id in terbuka else None,
                kepala.get_jenis_display() if kepala and kepala.jenis != "definitif" else "",
                jumlah.get(unit.pk, 0),
                unit.jumlah_anak,
            )
        )
    return jalan, hasil


def daftar_impor(*, aktor: Aktor) -> QuerySet[ImporData]:
    """Return the imports of the aktor's instansi, newest first."""
    return ImporData.objects.filter(
        instansi_id=aktor.instansi_id, jenis__in=["unor", "pegawai"]
    ).order_by("-id")
