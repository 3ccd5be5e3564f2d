"""Whose turn it is by an event: as the pages of the proposals say it."""

from tera.core.models import Kejadian
from tera.notifikasi.selectors.sumber import hari_kejadian
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import Nominasi, UsulKarier, UsulTugas
from tera.tindak_lanjut.selectors.giliran import (
    giliran_karier,
    giliran_konseling,
    giliran_nominasi,
    giliran_tugas,
)


def pemutus_nominasi(kejadian: Kejadian) -> list[int]:
    """Return who is asked to decide the nomination of the event."""
    satu = (
        Nominasi.objects.filter(pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id)
        .select_related("unit")
        .first()
    )
    if satu is None:
        return []
    return sorted(giliran_nominasi(nominasi=satu, pada=hari_kejadian(kejadian)).daftar_id)


def pemutus_tugas(kejadian: Kejadian) -> list[int]:
    """Return who is asked to decide the proposed work of the event."""
    satu = (
        UsulTugas.objects.filter(pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id)
        .select_related("unit")
        .first()
    )
    return sorted(giliran_tugas(usul=satu, pada=hari_kejadian(kejadian)).daftar_id) if satu else []


def giliran_usul_karier(kejadian: Kejadian, *, putusan: bool) -> list[int]:
    """Return who is asked to review, or to decide, the career file of the event."""
    satu = (
        UsulKarier.objects.filter(pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id)
        .select_related("unit_asal")
        .first()
    )
    if satu is None:
        return []
    hari = hari_kejadian(kejadian)
    return sorted(giliran_karier(usul=satu, putusan=putusan, pada=hari).daftar_id)


def penunjuk_konselor(kejadian: Kejadian, pegawai_id: int, tujuan: str) -> list[int]:
    """Return who is asked to name a counsellor, on the day of the event."""
    pegawai = Pegawai.objects.filter(pk=pegawai_id, instansi_id=kejadian.instansi_id).first()
    if pegawai is None:
        return []
    giliran = giliran_konseling(pegawai=pegawai, tujuan=tujuan, pada=hari_kejadian(kejadian))
    return sorted(giliran.daftar_id)
