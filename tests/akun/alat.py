"""Helpers of the account tests."""

import uuid

from pemeran import Pemeran
from tera.core.akun.asal import Asal
from tera.core.akun.services import KodeTerbit, terbitkan_kode
from tera.core.models import Pengguna
from tera.organisasi.models import Pegawai

ASAL = Asal("10.1.2.0/24", "Chrome di Android")
SANDI_BARU = "kucing hujan di bukit 7"


def akun(pegawai: Pegawai) -> Pengguna:
    """The account of a person, fresh from the database."""
    return Pengguna.objects.get(pk=pegawai.akun_id)


def tutup_akun(pegawai: Pegawai) -> Pengguna:
    """Make an account as the import leaves it: without a password."""
    satu = akun(pegawai)
    satu.set_unusable_password()
    satu.save()
    return satu


def terbitkan(pemeran: Pemeran, pegawai: Pegawai, *, hari: int = 14) -> KodeTerbit:
    """Issue an activation code for one person as Citra."""
    aktor = pemeran.aktor(pemeran.citra)
    [kode] = terbitkan_kode(
        aktor=aktor,
        daftar_pengguna=[akun(pegawai)],
        keperluan="aktivasi",
        daftar_peran={"pengelola"},
        hari_berlaku=hari,
        pada=aktor.hari_ini,
    )
    return kode


def kunci() -> dict[str, str]:
    """A fresh idempotency key as a form carries it."""
    return {"kunci_idempoten": str(uuid.uuid4())}
