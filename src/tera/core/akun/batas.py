"""Limits per account, in the database: every server process and every restart sees the same count.

allauth counts per address in each process; this counts per name. An unknown name is counted
exactly like a known one, so the limit doesn't tell which accounts exist. Someone who hammers a
colleague's NIP from elsewhere can't lock the colleague out of the network they usually use.
"""

import datetime as dt

from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.akun.asal import Asal, normal_nama_akun
from tera.core.galat import TeraError
from tera.core.models import Pengguna, RiwayatMasuk

# Failures per name from one network, and per name from everywhere, with their windows.
BATAS_JARINGAN = 5
JENDELA_JARINGAN = dt.timedelta(minutes=15)
BATAS_NAMA = 30
JENDELA_NAMA = dt.timedelta(minutes=60)
LAMA_SIMPAN = dt.timedelta(days=180)


class TerlaluSeringError(TeraError):
    """Too many failed attempts; waiting helps."""

    status = 429
    kode = "terlalu_sering"


def sidik_nama(nama_akun: str) -> str:
    """Return the keyed digest under which attempts on a name are counted."""
    return audit.sidik_kunci("nama_akun", normal_nama_akun(nama_akun))[:32]


def periksa_batas(*, nama_akun: str, asal: Asal) -> None:
    """Let an attempt pass, or refuse it.

    Raises:
        TerlaluSeringError: five failures in 15 minutes from this network since the last success
            here, or 30 in an hour from everywhere (networks the account knows are spared that).
    """
    saat = clock.sekarang()
    baris = list(
        RiwayatMasuk.objects.filter(sidik_nama=sidik_nama(nama_akun), waktu__gt=saat - JENDELA_NAMA)
        .order_by("-waktu", "-id")
        .values_list("waktu", "berhasil", "alamat")[: 4 * BATAS_NAMA]
    )
    gagal_di_sini = 0
    for waktu, berhasil, alamat in baris:
        if alamat != asal.alamat:
            continue
        if berhasil or waktu <= saat - JENDELA_JARINGAN:
            break
        gagal_di_sini += 1
    if gagal_di_sini >= BATAS_JARINGAN:
        raise TerlaluSeringError(_pesan(JENDELA_JARINGAN))
    if sum(1 for _waktu, berhasil, _alamat in baris if not berhasil) < BATAS_NAMA:
        return
    dikenal = RiwayatMasuk.objects.filter(
        sidik_nama=sidik_nama(nama_akun), berhasil=True, alamat=asal.alamat
    ).exists()
    if not dikenal:
        raise TerlaluSeringError(_pesan(JENDELA_NAMA))


def catat_percobaan(
    *, nama_akun: str, akun: Pengguna | None, berhasil: bool, cara: str, asal: Asal
) -> RiwayatMasuk:
    """Write one attempt; ``akun`` is None for a name nobody has."""
    return RiwayatMasuk.objects.create(
        akun=akun,
        sidik_nama=sidik_nama(nama_akun),
        waktu=clock.sekarang(),
        berhasil=berhasil,
        cara=cara,
        alamat=asal.alamat,
        perangkat=asal.perangkat,
    )


def hapus_riwayat_lama() -> int:
    """Delete attempts older than 180 days; returns how many. Run daily."""
    jumlah, _rincian = RiwayatMasuk.objects.filter(
        waktu__lt=clock.sekarang() - LAMA_SIMPAN
    ).delete()
    return jumlah


def _pesan(jendela: dt.timedelta) -> str:
    return _(
        "Terlalu banyak percobaan yang gagal untuk nama akun ini. Demi keamanan, tunggu "
        "%(menit)d menit sejak percobaan terakhir, lalu coba lagi. Bila lupa sandi, temui "
        "pengelola kinerja untuk mengatur ulang."
    ) % {"menit": int(jendela.total_seconds() // 60)}
