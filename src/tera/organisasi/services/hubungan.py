"""Declaring a close relation between two people, ending it, and reading it with a trace.

Kind only, never the story. Effect: the rating needs the counter-signature of the atasan penilai
(``selectors.hubungan.ada_hubungan_dekat``).
"""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import HubunganDekat
from tera.organisasi.selectors.hubungan import hubungan_terlihat
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.dasar_orang import pegawai_di_instansi, salah, wajib_pegawai


@transaction.atomic
def nyatakan_hubungan(*, aktor: Aktor, pihak_id: int, jenis: str, pada: dt.date) -> HubunganDekat:
    """Declare a close relation with another person from today; either side may."""
    penyata_id = wajib_pegawai(aktor, perbuatan=_("menyatakan hubungan dekat"))
    pihak = pegawai_di_instansi(aktor=aktor, pegawai_id=pihak_id, bidang="pihak")
    if pihak.pk == penyata_id:
        raise salah("pihak", _("Pilih orang lain, bukan diri Anda sendiri."))
    if jenis not in HubunganDekat.Jenis.values:
        raise salah("jenis", _("Pilih jenis hubungannya."))
    # A second open row of the same pair breaks hubungan_sekali; an ended one of today may follow.
    try:
        with transaction.atomic():
            baris = HubunganDekat.objects.create(
                instansi_id=aktor.instansi_id,
                penyata_id=penyata_id,
                pihak=pihak,
                jenis=jenis,
                sejak=pada,
                dibuat_at=clock.sekarang(),
            )
    except IntegrityError as galat:
        raise salah(
            "pihak", _("Hubungan dengan orang itu sudah Anda nyatakan dan masih berlaku.")
        ) from galat
    audit.catat_objek(
        aktor,
        "hubungan",
        baris.pk,
        "nyatakan",
        {"penyata_id": penyata_id, "pihak_id": pihak.pk, "jenis": jenis, "sejak": pada},
    )
    return baris


@transaction.atomic
def akhiri_hubungan(*, aktor: Aktor, baris: HubunganDekat, pada: dt.date) -> None:
    """End a declaration today; only the one who declared it may."""
    if aktor.pegawai_id != baris.penyata_id:
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa mengakhiri pernyataan ini: hanya yang menyatakan yang boleh. "
                "Minta %(nama)s mengakhirinya."
            )
            % {"nama": baris.penyata.nama_lengkap}
        )
    berubah = HubunganDekat.objects.filter(pk=baris.pk, sampai__isnull=True).update(sampai=pada)
    if not berubah:
        raise StatusTidakSesuaiError(_("Pernyataan ini sudah berakhir. Muat ulang halaman."))
    audit.catat_objek(aktor, "hubungan", baris.pk, "akhiri", {"sampai": pada})


@transaction.atomic
def baca_hubungan(*, aktor: Aktor, pada: dt.date) -> list[HubunganDekat]:
    """Return the declarations the aktor may read and log each reading.

    At most 100, newest first; those in force first come the open ones.
    """
    terlihat = hubungan_terlihat(aktor=aktor, pada=pada)
    daftar = list(terlihat.filter(belum_berakhir(pada))[:100])
    # The lock keeps the chains of these rows in one order when two people read at once.
    list(
        HubunganDekat.objects.select_for_update(of=("self",))
        .filter(pk__in=[satu.pk for satu in daftar])
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    for satu in daftar:
        audit.catat_objek(aktor, "hubungan", satu.pk, "dibaca", {})
    return daftar
