"""Verifying many: only figures that were read in this session, each in its own transaction."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.galat import TeraError
from tera.pelaksanaan.models import PembacaanRealisasi, Realisasi
from tera.pelaksanaan.services.realisasi import verifikasi_realisasi


@dataclass(frozen=True, slots=True)
class HasilVerifikasiBanyak:
    """What verifying many did: receipt numbers of those verified, refusals with their reason."""

    diverifikasi: tuple[tuple[Realisasi, str], ...]
    ditolak: tuple[tuple[Realisasi, str], ...]


def catat_baca(*, aktor: Aktor, daftar: Collection[Realisasi], sesi: str) -> None:
    """Record that these states of the figures were shown in this session: one insert."""
    if aktor.pegawai_id is None or not sesi or not daftar:
        return
    saat = clock.sekarang()
    PembacaanRealisasi.objects.bulk_create(
        [
            PembacaanRealisasi(
                realisasi=satu,
                pegawai_id=aktor.pegawai_id,
                revisi=satu.revisi,
                sesi=sesi,
                dibaca_at=saat,
            )
            for satu in daftar
        ],
        ignore_conflicts=True,
    )


def verifikasi_yang_dibaca(
    *, aktor: Aktor, daftar: Collection[Realisasi], sesi: str, pada: dt.date
) -> HasilVerifikasiBanyak:
    """Verify the figures that were read in this session; the others are refused by name."""
    dibaca = set(
        PembacaanRealisasi.objects.filter(
            realisasi__in=[satu.pk for satu in daftar],
            pegawai_id=aktor.pegawai_id or 0,
            sesi=sesi,
        ).values_list("realisasi_id", "revisi")
    )
    berhasil: list[tuple[Realisasi, str]] = []
    ditolak: list[tuple[Realisasi, str]] = []
    for satu in daftar:
        if (satu.pk, satu.revisi) not in dibaca:
            ditolak.append((satu, _("Belum dibaca dalam sesi ini. Buka dulu pekerjaannya.")))
            continue
        try:
            hasil = verifikasi_realisasi(aktor=aktor, realisasi=satu, pada=pada, revisi=satu.revisi)
        except TeraError as galat:
            ditolak.append((satu, galat.pesan))
        else:
            berhasil.append((satu, hasil.tanda_terima.nomor))
    return HasilVerifikasiBanyak(tuple(berhasil), tuple(ditolak))
