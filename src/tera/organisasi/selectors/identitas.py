"""A person as a form shows them on a day: frozen into decided records because people move."""

import datetime as dt
from typing import TypedDict

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    IntegerField,
    QuerySet,
    Value,
    When,
)

from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import JenisPenugasan, Pegawai, Penugasan
from tera.regulasi.golongan import baca_golongan


class Identitas(TypedDict):
    """The five rows of an official form, plus the key of the person."""

    pegawai_id: int | None
    nama: str
    nip: str
    pangkat: str
    jabatan: str
    unit_kerja: str
    instansi: str


KOSONG: Identitas = {
    "pegawai_id": None,
    "nama": "",
    "nip": "",
    "pangkat": "",
    "jabatan": "",
    "unit_kerja": "",
    "instansi": "",
}


def identitas(
    *,
    pegawai: Pegawai | None,
    penugasan: Penugasan | None = None,
    pada: dt.date | None = None,
) -> Identitas:
    """Return name, NIP, pangkat, jabatan, unit of ``pegawai`` in ``penugasan`` (or on ``pada``)."""
    if pegawai is None:
        return dict(KOSONG)  # type: ignore[return-value]
    if penugasan is None and pada is not None:
        penugasan = _penugasan_pada(pegawai, pada)
    jabatan = penugasan.jabatan.nama if penugasan else ""
    if penugasan and penugasan.jenis in {"plt", "plh", "pj"}:
        jabatan = f"{penugasan.jenis.capitalize()}. {jabatan}"
    return {
        "pegawai_id": pegawai.pk,
        "nama": pegawai.nama_lengkap,
        "nip": pegawai.nip,
        "pangkat": sebutan_pangkat(pegawai),
        "jabatan": jabatan,
        "unit_kerja": penugasan.unit.nama if penugasan else "",
        "instansi": pegawai.instansi.nama,
    }


def sebutan_pangkat(pegawai: Pegawai) -> str:
    """Return pangkat and golongan as forms write them: "Penata (III/c)"; PPPK has no pangkat."""
    if not pegawai.golongan:
        return ""
    golongan = baca_golongan(pegawai.golongan)
    return golongan.sebutan if golongan.pangkat else f"Golongan {golongan.kode}"


def _penugasan_pada(pegawai: Pegawai, pada: dt.date) -> Penugasan | None:
    tugas: Penugasan | None = _penugasan.satu(pegawai_id=pegawai.pk, pada=pada)
    return tugas


@kueri_siap(pegawai_id=BigIntegerField(), pada=DateField())
def _penugasan(pegawai_id: Isian, pada: Isian) -> QuerySet[Penugasan]:
    return (
        Penugasan.objects.filter(pegawai_id=pegawai_id, sejak__lte=pada)
        .exclude(sampai__lt=pada)
        .select_related("jabatan", "unit")
        .annotate(
            urutan=Case(
                When(jenis=JenisPenugasan.DEFINITIF, then=Value(0)),
                default=Value(1),
                output_field=IntegerField(),
            )
        )
        .order_by("urutan", "-sejak", "pk")[:1]
    )
