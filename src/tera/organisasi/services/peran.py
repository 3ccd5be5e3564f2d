"""Giving and ending an officer's part, with letter and days. Nobody gives oneself."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Instansi, PeranPetugas
from tera.organisasi.permissions_orang import ADMIN
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.dasar_orang import (
    pegawai_di_instansi,
    periksa_masa,
    salah,
    unit_di_instansi,
    wajib_kelola,
    wajib_teks,
)


@transaction.atomic
def beri_peran(
    *,
    aktor: Aktor,
    pegawai_id: int,
    peran: str,
    unit_id: int,
    sejak: dt.date,
    sampai: dt.date | None,
    dasar: str,
    pada: dt.date,
) -> PeranPetugas:
    """Give a person a part over a unit and everything below it.

    Raises:
        TidakBerwenangError: not the admin of that unit, or the person is the aktor.
        MasukanSalahError: unknown words, no letter, or the part is held already.
    """
    unit = unit_di_instansi(aktor=aktor, unit_id=unit_id)
    wajib_kelola(
        aktor=aktor, pada=pada, unit=unit, peran=ADMIN, perbuatan=_("memberi peran petugas")
    )
    if pegawai_id == aktor.pegawai_id:
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa memberi peran kepada diri sendiri. Minta admin sistem lain "
                "mencatatnya berdasarkan surat penunjukan Anda."
            )
        )
    if peran not in PeranPetugas.Peran.values:
        raise salah("peran", _("Pilih peran dari daftar."))
    pegawai = pegawai_di_instansi(aktor=aktor, pegawai_id=pegawai_id, bidang="pegawai")
    dasar = wajib_teks("dasar", dasar, _("Dasar belum diisi. Tulis nomor surat penunjukannya."))
    periksa_masa(sejak, sampai)
    bentrok = PeranPetugas.objects.filter(
        belum_berakhir(sejak), pegawai=pegawai, peran=peran, unit=unit
    )
    if sampai is not None:
        bentrok = bentrok.filter(sejak__lte=sampai)
    ganda = salah(
        "pegawai",
        _("%(nama)s sudah memegang peran itu untuk %(unit)s pada masa tersebut.")
        % {"nama": pegawai.nama_lengkap, "unit": unit.nama},
    )
    if bentrok.exists():
        raise ganda
    try:
        with transaction.atomic():
            baris = PeranPetugas.objects.create(
                instansi_id=aktor.instansi_id,
                pegawai=pegawai,
                peran=peran,
                unit=unit,
                sejak=sejak,
                sampai=sampai,
                dasar=dasar,
            )
    except IntegrityError as galat:
        raise ganda from galat
    audit.catat_objek(
        aktor,
        "peran",
        baris.pk,
        "beri",
        {
            "pegawai_id": pegawai.pk,
            "peran": peran,
            "unit_id": unit.pk,
            "sejak": sejak,
            "sampai": sampai,
            "dasar": dasar,
        },
    )
    return baris


@transaction.atomic
def akhiri_peran(
    *, aktor: Aktor, baris: PeranPetugas, sampai: dt.date, dasar: str, pada: dt.date
) -> PeranPetugas:
    """End a part; ``sampai`` is its last day. The last admin of an instansi stays.

    Raises:
        TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    wajib_kelola(
        aktor=aktor, pada=pada, unit=baris.unit, peran=ADMIN, perbuatan=_("mengakhiri peran")
    )
    dasar = wajib_teks("dasar", dasar, _("Dasar belum diisi. Tulis nomor surat atau alasannya."))
    periksa_masa(baris.sejak, sampai)
    # One row per instansi is locked: two admins can't end each other at the same moment.
    Instansi.objects.select_for_update(of=("self",)).get(pk=aktor.instansi_id)
    if baris.peran == PeranPetugas.Peran.ADMIN and not _ada_admin_lain(baris, sampai):
        raise salah(
            "sampai",
            _(
                "Ini admin terakhir di tingkat instansi. Beri peran admin kepada orang lain dulu, "
                "lalu akhiri yang ini."
            ),
        )
    berubah = PeranPetugas.objects.filter(belum_berakhir(sampai), pk=baris.pk).update(sampai=sampai)
    if not berubah:
        raise StatusTidakSesuaiError(_("Peran ini sudah berakhir. Muat ulang halaman."))
    baris.sampai = sampai
    audit.catat_objek(aktor, "peran", baris.pk, "akhiri", {"sampai": sampai, "dasar": dasar})
    return baris


def _ada_admin_lain(baris: PeranPetugas, sampai: dt.date) -> bool:
    besok = sampai + dt.timedelta(days=1)
    return (
        PeranPetugas.objects.filter(
            berlaku_pada(besok),
            instansi_id=baris.instansi_id,
            peran=PeranPetugas.Peran.ADMIN,
            unit__induk__isnull=True,
        )
        .exclude(pk=baris.pk)
        .exists()
    )
