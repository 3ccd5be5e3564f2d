"""What the tests of the notifications share: events as the outbox hands them over."""

from tera.core import clock
from tera.core.models import Kejadian
from tera.notifikasi.models import Notifikasi
from tera.notifikasi.services.tulis import terima
from tera.organisasi.models import Pegawai


def kejadian(instansi_id: int, nama: str, **muatan: object) -> Kejadian:
    """Write an event as a lower room does."""
    return Kejadian.objects.create(
        instansi_id=instansi_id, nama=nama, muatan=muatan, terjadi_at=clock.sekarang()
    )


def kabari(instansi_id: int, nama: str, **muatan: object) -> Kejadian:
    """Write an event and hand it over."""
    satu = kejadian(instansi_id, nama, **muatan)
    terima(satu)
    return satu


def jenis_milik(pegawai: Pegawai) -> list[str]:
    """The kinds a person was told, oldest first."""
    return list(
        Notifikasi.objects.filter(pegawai=pegawai).order_by("pk").values_list("jenis", flat=True)
    )
