"""Typing the vision line: a line of RPJMD, Renstra or perjanjian kinerja; its indicators."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.organisasi.models import ButirPerencanaan, IndikatorPerjanjian, UnitKerja
from tera.organisasi.selectors.arah import URUTAN
from tera.organisasi.selectors.umum import belum_berakhir
from tera.organisasi.services.dasar_orang import periksa_masa, salah, wajib_kelola, wajib_teks


@transaction.atomic
def tambah_butir(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    jenis: str,
    sumber: str,
    nomor: str,
    teks: str,
    induk: ButirPerencanaan | None,
    sejak: dt.date,
    sampai: dt.date | None,
    pada: dt.date,
) -> ButirPerencanaan:
    """Add one line of a unit, hung on a higher one.

    Raises:
        TidakBerwenangError, MasukanSalahError.
    """
    wajib_kelola(aktor=aktor, pada=pada, unit=unit, perbuatan=_("mengisi garis arah"))
    teks = wajib_teks("teks", teks, _("Teks belum diisi."))
    periksa_masa(sejak, sampai)
    pesan = galat_butir(aktor=aktor, jenis=jenis, sumber=sumber, induk=induk, unit=unit)
    if pesan:
        raise salah(*pesan)
    nomor = nomor.strip()
    if nomor and sebutir(unit=unit, sumber=sumber, jenis=jenis, nomor=nomor, sejak=sejak):
        raise salah(
            "nomor",
            _("Nomor %(nomor)s sudah dipakai unit ini untuk jenis yang sama.") % {"nomor": nomor},
        )
    butir = ButirPerencanaan.objects.create(
        instansi_id=aktor.instansi_id,
        unit=unit,
        induk=induk,
        jenis=jenis,
        sumber=sumber,
        nomor=nomor,
        teks=teks,
        sejak=sejak,
        sampai=sampai,
    )
    audit.catat_objek(
        aktor,
        "butir",
        butir.pk,
        "tambah",
        {
            "unit_id": unit.pk,
            "jenis": jenis,
            "sumber": sumber,
            "nomor": nomor,
            "teks": teks,
            "induk_id": induk.pk if induk else None,
            "sejak": sejak,
            "sampai": sampai,
        },
    )
    return butir


@transaction.atomic
def akhiri_butir(
    *, aktor: Aktor, butir: ButirPerencanaan, sampai: dt.date, pada: dt.date
) -> ButirPerencanaan:
    """End a line; ``sampai`` is its last day. Lines hung on it must end first.

    Raises:
        TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    wajib_kelola(aktor=aktor, pada=pada, unit=butir.unit, perbuatan=_("mengakhiri garis arah"))
    periksa_masa(butir.sejak, sampai)
    besok = sampai + dt.timedelta(days=1)
    jumlah = ButirPerencanaan.objects.filter(belum_berakhir(besok), induk=butir).count()
    if jumlah:
        raise StatusTidakSesuaiError(
            _(
                "Belum bisa diakhiri: %(jumlah)s butir di bawahnya masih berlaku sesudah tanggal "
                "itu. Akhiri atau pindahkan butir di bawahnya dulu."
            )
            % {"jumlah": jumlah}
        )
    berubah = ButirPerencanaan.objects.filter(belum_berakhir(sampai), pk=butir.pk).update(
        sampai=sampai
    )
    if not berubah:
        raise StatusTidakSesuaiError(_("Butir ini sudah berakhir. Muat ulang halaman."))
    butir.sampai = sampai
    audit.catat_objek(aktor, "butir", butir.pk, "akhiri", {"sampai": sampai})
    return butir


@transaction.atomic
def tambah_indikator(
    *,
    aktor: Aktor,
    butir: ButirPerencanaan,
    tahun: int,
    teks: str,
    target: str,
    satuan: str,
    pada: dt.date,
) -> IndikatorPerjanjian:
    """Add an indicator with its target for one year to a sasaran or perjanjian.

    Raises:
        TidakBerwenangError, MasukanSalahError.
    """
    wajib_kelola(aktor=aktor, pada=pada, unit=butir.unit, perbuatan=_("mengisi indikator"))
    teks = wajib_teks("teks", teks, _("Indikator belum diisi."))
    target = wajib_teks("target", target, _("Target belum diisi."))
    if tahun < butir.sejak.year or (butir.sampai and tahun > butir.sampai.year):
        raise salah("tahun", _("Tahun itu di luar masa berlaku butir ini."))
    if butir.daftar_indikator.filter(tahun=tahun, teks=teks).exists():
        raise salah("teks", _("Indikator itu sudah ada untuk tahun tersebut."))
    baris = IndikatorPerjanjian.objects.create(
        butir=butir, tahun=tahun, teks=teks, target=target, satuan=satuan.strip()
    )
    audit.catat_objek(
        aktor,
        "butir",
        butir.pk,
        "tambah_indikator",
        {"tahun": tahun, "teks": teks, "target": target, "satuan": satuan},
    )
    return baris


def galat_butir(
    *,
    aktor: Aktor,
    jenis: str,
    sumber: str,
    induk: ButirPerencanaan | None,
    unit: UnitKerja,
) -> tuple[str, str] | None:
    """Return (field, message) when a line can't stand there, else None."""
    tingkat = URUTAN.get((sumber, jenis))
    if tingkat is None:
        return "jenis", _(
            "Jenis dan sumber tidak cocok: visi sampai sasaran ada dalam RPJMD atau Renstra, "
            "sasaran perjanjian kinerja ada dalam perjanjian kinerja."
        )
    if induk is None:
        return None
    if induk.instansi_id != aktor.instansi_id:
        raise MasukanSalahError(_("Butir di atasnya milik instansi lain."))
    if URUTAN.get((induk.sumber, induk.jenis), 99) >= tingkat:
        return "induk", _(
            "Butir di atasnya harus lebih tinggi: visi, misi, tujuan, sasaran, lalu perjanjian; "
            "RPJMD di atas Renstra."
        )
    if not unit.path.startswith(induk.unit.path):
        return "induk", _("Butir di atasnya harus milik unit ini atau unit di atasnya.")
    return None


def sebutir(
    *, unit: UnitKerja, sumber: str, jenis: str, nomor: str, sejak: dt.date
) -> ButirPerencanaan | None:
    """Return the line of the same unit, source, kind and number not ended before ``sejak``."""
    return (
        ButirPerencanaan.objects.filter(
            belum_berakhir(sejak), unit=unit, sumber=sumber, jenis=jenis, nomor=nomor
        )
        .order_by("-sejak")
        .first()
    )
