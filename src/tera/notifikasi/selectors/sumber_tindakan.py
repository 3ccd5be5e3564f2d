"""Whom an event from result to action concerns, where its payload doesn't say."""

from tera.core.models import Kejadian
from tera.notifikasi.selectors.sumber import hari_kejadian
from tera.organisasi.models import HubunganPenilai, PeranPetugas
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import TindakLanjut, TinjauanPerjanjian


def pegawai_tindakan(kejadian: Kejadian) -> list[int]:
    """Return the person of the follow-up of the event; nobody when it is gone."""
    return list(
        TindakLanjut.objects.filter(
            pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id
        ).values_list("pegawai_id", flat=True)
    )


def penilai_orang(kejadian: Kejadian, pegawai_id: int) -> list[int]:
    """Return who rates a person on the day of the event."""
    hari = hari_kejadian(kejadian)
    return list(
        HubunganPenilai.objects.filter(
            berlaku_pada(hari),
            penugasan__pegawai_id=pegawai_id,
            penilai__isnull=False,
        )
        .order_by("penilai_id")
        .values_list("penilai_id", flat=True)
        .distinct()
    )


def _tinjauan(kejadian: Kejadian) -> TinjauanPerjanjian | None:
    return (
        TinjauanPerjanjian.objects.filter(
            pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id
        )
        .select_related("unit")
        .first()
    )


def pejabat_tinjauan(kejadian: Kejadian) -> list[int]:
    """Return the pejabat pembina over the unit of the review, on the day of the event."""
    satu = _tinjauan(kejadian)
    if satu is None:
        return []
    return sorted(
        {
            pegawai
            for pegawai, path in PeranPetugas.objects.filter(
                berlaku_pada(hari_kejadian(kejadian)),
                instansi_id=kejadian.instansi_id,
                peran=PeranPetugas.Peran.PEJABAT_PEMBINA,
            ).values_list("pegawai_id", "unit__path")
            if satu.unit.path.startswith(path)
        }
    )


def perekomendasi_tinjauan(kejadian: Kejadian) -> list[int]:
    """Return who recommended."""
    satu = _tinjauan(kejadian)
    return [satu.perekomendasi_id] if satu and satu.perekomendasi_id else []
