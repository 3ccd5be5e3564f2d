"""Activation letters of a unit and reset in person: the officer's side of accounts."""

import datetime as dt
import re
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.akun import services as akun
from tera.core.akun.kode import sidik_kode, turunkan_kode
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import KodeAktivasi, Pengguna
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, UnitKerja
from tera.organisasi.selectors.aktivasi import (
    StatusAkun,
    pegawai_dikelola,
    pegawai_unit,
    status_akun,
    unit_dikelola,
)


@dataclass(frozen=True, slots=True)
class KodeSiapCetak:
    """One code ready to be printed by its issuer, and whose it is."""

    pegawai: Pegawai
    nama_akun: str
    kode: str
    berlaku_sampai: dt.date


@transaction.atomic
def terbitkan_kode_unit(
    *, aktor: Aktor, unit: UnitKerja, kunci_cetak: str, pada: dt.date
) -> list[akun.KodeTerbit]:
    """Issue activation codes for everyone in ``unit`` whose account isn't open yet.

    People without an account get one. Older codes are revoked.

    Raises:
        TidakBerwenangError: the aktor isn't pengelola or admin of the unit.
        MasukanSalahError: everyone's account is open already.
    """
    if not unit_dikelola(aktor=aktor, pada=pada).filter(pk=unit.pk).exists():
        raise TidakBerwenangError(
            _("Surat aktivasi %(unit)s hanya diterbitkan pengelola kinerja atau admin unit itu.")
            % {"unit": unit.nama}
        )
    daftar = [
        satu
        for satu in pegawai_unit(aktor=aktor, unit=unit, pada=pada)
        if status_akun(satu) != StatusAkun.AKTIF
    ]
    if not daftar:
        raise MasukanSalahError(
            _("Semua akun di %(unit)s sudah aktif, jadi tidak ada surat yang perlu diterbitkan.")
            % {"unit": unit.nama}
        )
    return akun.terbitkan_kode(
        aktor=aktor,
        daftar_pengguna=[pastikan_akun(aktor=aktor, pegawai=satu) for satu in daftar],
        keperluan="aktivasi",
        daftar_peran={"pengelola"},
        hari_berlaku=_hari_kode(aktor, pada),
        pada=pada,
        kunci_cetak=kunci_cetak,
    )


@transaction.atomic
def atur_ulang_tatap_muka(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    alasan: str,
    cara_periksa: str,
    lepas_faktor: bool,
    kunci_cetak: str,
    pada: dt.date,
) -> akun.KodeTerbit:
    """Reset the account of a person who stands before the officer; see ``core.akun.services``.

    Raises:
        TidakBerwenangError: the aktor isn't pengelola or admin of the person's unit, or it is
            their own account.
        MasukanSalahError: no reason or no note of the identity check.
    """
    if not pegawai_dikelola(aktor=aktor, pada=pada).filter(pk=pegawai.pk).exists():
        raise TidakBerwenangError(
            _("Akun %(nama)s hanya diatur ulang pengelola kinerja atau admin unitnya.")
            % {"nama": pegawai.nama_lengkap}
        )
    return akun.atur_ulang_tatap_muka(
        aktor=aktor,
        pengguna=pastikan_akun(aktor=aktor, pegawai=pegawai),
        alasan=alasan,
        cara_periksa=cara_periksa,
        lepas_faktor=lepas_faktor,
        daftar_peran={"pengelola"},
        hari_berlaku=_hari_kode(aktor, pada),
        pada=pada,
        kunci_cetak=kunci_cetak,
    )


def pastikan_akun(*, aktor: Aktor, pegawai: Pegawai) -> Pengguna:
    """Return the account of ``pegawai``; made without a password when there is none.

    The account name is the NIP; officials without NIP get one from their name. Where another
    instansi already holds the name, the code of the instansi is added.
    """
    if pegawai.akun is not None:
        return pegawai.akun
    dasar = pegawai.nip or re.sub(r"[^a-z]+", ".", pegawai.nama.lower()).strip(".") or "pejabat"
    dasar = dasar[:40]
    nama, urut = dasar, 1
    while Pengguna.objects.filter(nama_akun=nama).exists():
        nama = f"{dasar}@{pegawai.instansi.kode}{'' if urut == 1 else f'.{urut}'}".lower()
        urut += 1
    pengguna = Pengguna.objects.create_user(
        nama_akun=nama,
        nama_tampil=pegawai.nama_lengkap,
        surel=pegawai.surel,
        instansi_id=pegawai.instansi_id,
    )
    pegawai.akun = pengguna
    pegawai.save(update_fields=["akun", "updated_at"])
    return pengguna


def kode_siap_cetak(
    *, aktor: Aktor, daftar_pegawai: list[Pegawai], kunci_cetak: str, zona: str
) -> list[KodeSiapCetak]:
    """Return the valid codes that ``kunci_cetak`` opens and the aktor issued; empty without it."""
    per_akun = {satu.akun_id: satu for satu in daftar_pegawai if satu.akun_id}
    hasil: list[KodeSiapCetak] = []
    for baris in (
        KodeAktivasi.objects.filter(
            pengguna__in=list(per_akun),
            dibuat_oleh_id=aktor.pengguna_id,
            dipakai_at__isnull=True,
            dicabut_at__isnull=True,
            berlaku_sampai__gt=clock.sekarang(),
        )
        .select_related("pengguna")
        .order_by("pengguna__nama_tampil", "pk")
    ):
        kode = turunkan_kode(kunci_cetak, baris.pengguna_id)
        if sidik_kode(baris.pengguna_id, kode) == baris.sidik:
            akhir = clock.tanggal_di(baris.berlaku_sampai, zona) - dt.timedelta(days=1)
            hasil.append(
                KodeSiapCetak(per_akun[baris.pengguna_id], baris.pengguna.nama_akun, kode, akhir)
            )
    return hasil


def _hari_kode(aktor: Aktor, pada: dt.date) -> int:
    return int(
        kebijakan.nilai(instansi_id=aktor.instansi_id, kunci="akun.hari_kode_aktivasi", pada=pada)
    )
