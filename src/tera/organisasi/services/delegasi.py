"""One letter, many heads: the power to rate delegated, and ended.

PP 30/2019 Pasal 1 and PermenPANRB 6/2022 Pasal 1: the rater is the direct superior, at least a
pejabat pengawas, or another official with delegated power.
"""

import datetime as dt
from collections.abc import Collection
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import CakupanDelegasi, Delegasi, Penugasan, UnitKerja
from tera.organisasi.permissions_orang import KELOLA, menjangkau
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.dasar_orang import (
    pegawai_di_instansi,
    periksa_masa,
    salah,
    segarkan,
    wajib_teks,
)


@transaction.atomic
def buat_delegasi(
    *,
    aktor: Aktor,
    pemberi_id: int,
    nomor_surat: str,
    tanggal_surat: dt.date,
    sejak: dt.date,
    sampai: dt.date | None,
    daftar_penerima: Collection[tuple[int, int]],
    pada: dt.date,
    surat: IO[bytes] | None = None,
    nama_surat: str = "",
) -> Delegasi:
    """Record one letter for many heads and recompute who rates whom from ``sejak`` on.

    Args:
        daftar_penerima: pairs (pegawai id, unit id); each must hold an assignment in that unit.
        surat, nama_surat: the scanned letter (PDF, PNG or JPEG), if at hand.

    Raises:
        TidakBerwenangError: a unit lies outside the officer's reach.
        MasukanSalahError: nobody chosen, a giver among the receivers, days or file wrong.
    """
    nomor = wajib_teks("nomor_surat", nomor_surat, _("Nomor surat belum diisi."))
    periksa_masa(sejak, sampai)
    if sejak < tanggal_surat:
        raise salah(
            "sejak",
            _("Pendelegasian tidak bisa berlaku sebelum tanggal suratnya. Periksa kedua tanggal."),
        )
    if not daftar_penerima:
        raise salah("penerima", _("Belum ada pimpinan unit yang dipilih. Pilih sedikitnya satu."))
    pemberi = pegawai_di_instansi(aktor=aktor, pegawai_id=pemberi_id, bidang="pemberi")
    if pemberi.pk in {pegawai for pegawai, _unit in daftar_penerima}:
        raise salah(
            "pemberi",
            _("Pemberi kewenangan tidak bisa menjadi penerima pada surat yang sama."),
        )
    _wajib_menjangkau(aktor, {unit for _pegawai, unit in daftar_penerima}, pada)
    _wajib_bertugas(aktor, daftar_penerima, sejak)
    berkas = (
        simpan_berkas(aktor=aktor, nama=nama_surat, isi=surat, keperluan="delegasi")
        if surat is not None
        else None
    )
    delegasi = Delegasi.objects.create(
        instansi_id=aktor.instansi_id,
        pemberi=pemberi,
        nomor_surat=nomor,
        tanggal_surat=tanggal_surat,
        berkas=berkas,
        sejak=sejak,
        sampai=sampai,
        dibuat_at=clock.sekarang(),
        nama_aktor=aktor.nama,
    )
    CakupanDelegasi.objects.bulk_create(
        CakupanDelegasi(delegasi=delegasi, penerima_id=pegawai, unit_id=unit)
        for pegawai, unit in sorted(set(daftar_penerima))
    )
    audit.catat_objek(
        aktor,
        "delegasi",
        delegasi.pk,
        "buat",
        {
            "pemberi_id": pemberi.pk,
            "nomor_surat": nomor,
            "tanggal_surat": tanggal_surat,
            "sejak": sejak,
            "sampai": sampai,
            "penerima": sorted(set(daftar_penerima)),
        },
    )
    segarkan(instansi_id=aktor.instansi_id, sejak=sejak)
    return delegasi


@transaction.atomic
def akhiri_delegasi(
    *, aktor: Aktor, delegasi: Delegasi, sampai: dt.date, dasar: str, pada: dt.date
) -> Delegasi:
    """End a letter: ``sampai`` is its last day; ratings until then stand.

    Raises:
        TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError (it has ended already).
    """
    _wajib_menjangkau(aktor, set(delegasi.daftar_cakupan.values_list("unit_id", flat=True)), pada)
    periksa_masa(delegasi.sejak, sampai)
    dasar = wajib_teks("dasar", dasar, _("Dasar belum diisi. Tulis nomor surat pencabutannya."))
    berubah = Delegasi.objects.filter(
        belum_berakhir(sampai), pk=delegasi.pk, instansi_id=aktor.instansi_id
    ).update(sampai=sampai)
    if not berubah:
        raise StatusTidakSesuaiError(
            _("Pendelegasian ini sudah berakhir lebih dulu. Muat ulang halaman.")
        )
    lama = delegasi.sampai
    delegasi.sampai = sampai
    audit.catat_objek(
        aktor,
        "delegasi",
        delegasi.pk,
        "akhiri",
        {"sampai_lama": lama, "sampai": sampai, "dasar": dasar},
    )
    segarkan(instansi_id=aktor.instansi_id, sejak=sampai)
    return delegasi


def _wajib_menjangkau(aktor: Aktor, daftar_unit: set[int], pada: dt.date) -> None:
    if aktor.adalah_sistem:
        return
    daftar_peran = daftar_petugas(aktor=aktor, pada=pada)
    jalur = dict(
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id, pk__in=daftar_unit).values_list(
            "pk", "path"
        )
    )
    luar = [
        pk
        for pk in daftar_unit
        if pk not in jalur or not menjangkau(daftar_peran, peran=KELOLA, path=jalur[pk])
    ]
    if luar:
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa mencatat pendelegasian ini: %(jumlah)s unit berada di luar "
                "wilayah Anda sebagai pengelola kinerja. Keluarkan unit itu, atau minta pengelola "
                "tingkat instansi mencatatnya."
            )
            % {"jumlah": len(luar)}
        )


def _wajib_bertugas(
    aktor: Aktor, daftar_penerima: Collection[tuple[int, int]], sejak: dt.date
) -> None:
    bertugas = set(
        Penugasan.objects.filter(
            belum_berakhir(sejak),
            instansi_id=aktor.instansi_id,
            memimpin_unit=True,
            pegawai_id__in=[pegawai for pegawai, _unit in daftar_penerima],
        ).values_list("pegawai_id", "unit_id")
    )
    luar = set(daftar_penerima) - bertugas
    if luar:
        raise salah(
            "penerima",
            _(
                "%(jumlah)s orang yang dipilih tidak memimpin unitnya pada tanggal mulai. Muat "
                "ulang daftar, lalu pilih lagi."
            )
            % {"jumlah": len(luar)},
        )
