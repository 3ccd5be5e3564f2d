"""Objects behind the doors of the notifications."""

from pemeran import Pemeran
from tera.core import clock
from tera.notifikasi.models import Notifikasi


def _milik_andi(para: Pemeran) -> int:
    return Notifikasi.objects.create(
        instansi=para.instansi,
        pegawai=para.andi,
        jenis="skp.ditetapkan",
        kelompok="hasil",
        kunci="pintu",
        muatan={"id": 1, "tahun": 2026},
        terjadi_at=clock.sekarang(),
    ).pk


OBJEK = {"notifikasi_andi": _milik_andi}
