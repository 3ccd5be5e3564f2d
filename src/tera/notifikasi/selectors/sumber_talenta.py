"""Whom an event of talent concerns: ids only, nothing of its content."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from tera.core.models import Kejadian
from tera.notifikasi.selectors.sumber import hari_kejadian
from tera.organisasi.models import PeranPetugas
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import KoreksiFakta, KotakTalenta, UsulKarier

_SEKALI_BACA = 2000


def koreksi_kejadian(kejadian: Kejadian) -> list[dict[str, Any]]:
    """Return the correction of the event, its person and unit."""
    daftar: QuerySet[Any, Any] = KoreksiFakta.objects.filter(
        pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id
    ).values("pk", "pegawai_id", "unit_id")
    return list(daftar)


def usul_kejadian(kejadian: Kejadian) -> list[dict[str, Any]]:
    """Return the file of the event, its person and proposer."""
    daftar: QuerySet[Any, Any] = UsulKarier.objects.filter(
        pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id
    ).values("pk", "pegawai_id", "pengusul_id")
    return list(daftar)


def orang_peta(kejadian: Kejadian) -> Iterator[tuple[int, int]]:
    """Return (person, year) of everybody who stands in the matrix of the event."""
    yield from (
        KotakTalenta.objects.filter(
            peta_id=kejadian.muatan["id"],
            peta__instansi_id=kejadian.instansi_id,
            kotak__isnull=False,
        )
        .order_by("pegawai_id")
        .values_list("pegawai_id", "peta__tahun")
        .iterator(chunk_size=_SEKALI_BACA)
    )


def pembina_instansi(kejadian: Kejadian) -> list[int]:
    """Return the pejabat pembina over the whole instansi on the day of the event."""
    return list(
        PeranPetugas.objects.filter(
            berlaku_pada(hari_kejadian(kejadian)),
            instansi_id=kejadian.instansi_id,
            peran="pejabat_pembina",
            unit__induk__isnull=True,
        )
        .order_by("pegawai_id")
        .values_list("pegawai_id", flat=True)
        .distinct()
    )
