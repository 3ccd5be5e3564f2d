"""What the tests about people share: the cast with an admin, a kabupaten of heads, a form post."""

import datetime as dt
import uuid

from django.http import HttpResponse
from django.test import Client

from pemeran import AWAL, Pemeran, buat_pegawai, buat_unit
from tera.core import clock
from tera.organisasi.models import JenisJabatan, Pegawai, PeranPetugas, UnitKerja

PADA = dt.date(2026, 6, 1)
SAAT = dt.datetime(2026, 6, 1, 3, 0, tzinfo=dt.UTC)


def jadikan_admin(orang: Pemeran, pegawai: Pegawai) -> PeranPetugas:
    """Give ``pegawai`` the admin's part over the whole instansi."""
    return PeranPetugas.objects.create(
        instansi=orang.instansi,
        pegawai=pegawai,
        peran="admin",
        unit=orang.kabupaten,
        sejak=AWAL,
        dasar="SK Uji 3",
    )


def buat_sekolah(orang: Pemeran, jumlah: int) -> list[tuple[UnitKerja, Pegawai]]:
    """Write schools below the dinas, each led by a guru (jabatan fungsional)."""
    hasil = []
    for urut in range(jumlah):
        kode = f"0101{urut + 50:02}"
        unit = buat_unit(orang.instansi, kode, f"SD Uji {urut}", orang.dinas, "Kepala SD", "")
        unit.jenis = "sekolah"
        unit.save()
        kepala = buat_pegawai(
            unit,
            f"Kepala SD {urut}",
            f"19800101200501{urut:04}",
            JenisJabatan.FUNGSIONAL,
            "Guru Ahli Madya",
            pimpin=True,
            jenjang="ahli_madya",
        )
        hasil.append((unit, kepala))
    return hasil


def masuk(pegawai: Pegawai) -> Client:
    """Return a client signed in as ``pegawai``."""
    klien = Client()
    klien.force_login(pegawai.akun)
    return klien


def kirim(klien: Client, alamat: str, isi: dict[str, object] | None = None) -> HttpResponse:
    """Post a form with a fresh key on the day ``PADA``."""
    with clock.jam_beku(SAAT):
        return klien.post(alamat, {**(isi or {}), "kunci_idempoten": str(uuid.uuid4())})


def lihat(klien: Client, alamat: str) -> HttpResponse:
    """Open a page on the day ``PADA``."""
    with clock.jam_beku(SAAT):
        return klien.get(alamat)
