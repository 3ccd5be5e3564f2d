"""What an event of angka kredit is about: ids only, one query for many."""

from collections.abc import Iterator, Sequence
from typing import Any

from tera.angka_kredit.models import (
    FaktaJF,
    KonversiPredikat,
    MasaJenjang,
    PenetapanAngkaKredit,
)
from tera.core.models import Kejadian
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada


def konversi_banyak(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, dict[str, Any]]]:
    """Yield each event with its conversion: person and year."""
    return _banyak(KonversiPredikat.objects.all(), daftar, "pegawai_id", "tahun")


def pak_banyak(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, dict[str, Any]]]:
    """Yield each event with its PAK: person and penilai."""
    return _banyak(PenetapanAngkaKredit.objects.all(), daftar, "pegawai_id", "penilai_id")


def fakta_banyak(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, dict[str, Any]]]:
    """Yield each event with its fact: whom it is about."""
    return _banyak(FaktaJF.objects.all(), daftar, "pegawai_id")


def masa_banyak(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, dict[str, Any]]]:
    """Yield each event with its jenjang: whom it is about."""
    return _banyak(MasaJenjang.objects.all(), daftar, "pegawai_id")


def unit_pegawai(*, pegawai_id: int, pada: Any) -> int | None:
    """Return the unit in which somebody works on the day, definitif first."""
    return (
        Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=pegawai_id)
        .order_by("jenis", "-sejak")
        .values_list("unit_id", flat=True)
        .first()
    )


def _banyak(
    semua: Any, daftar: Sequence[Kejadian], *bidang: str
) -> Iterator[tuple[Kejadian, dict[str, Any]]]:
    per_pk = {
        (satu["instansi_id"], satu["pk"]): satu
        for satu in semua.filter(pk__in=[satu.muatan["id"] for satu in daftar]).values(
            "pk", "instansi_id", *bidang
        )
    }
    for kejadian in daftar:
        satu = per_pk.get((kejadian.instansi_id, kejadian.muatan["id"]))
        if satu is not None:
            yield kejadian, satu
