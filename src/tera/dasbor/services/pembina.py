"""Giving and ending the grant of a pembina, and taking the monthly picture."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.dasbor.models import HakPembina, PotretPembina
from tera.dasbor.selectors.angka import AngkaDasbor, dasbor_unit
from tera.dasbor.selectors.cakupan import pilihan_periode
from tera.dasbor.selectors.pembina import instansi_ikut
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, Pegawai, UnitKerja

#: Years that are looked at again each month: this one and the one whose results come in.
TAHUN_DIPOTRET = 2


@transaction.atomic
def beri_hak(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    awalan_kode: str,
    dasar: str,
    sejak: dt.date,
    sampai: dt.date | None = None,
) -> HakPembina:
    """Let a person see aggregates of instansi that agreed, whose code begins with ``awalan_kode``.

    Raises:
        TidakBerwenangError: the aktor isn't the owner of the installation (the command line).
        MasukanSalahError: no letter, or days that end before they begin.
    """
    _hanya_pemilik(aktor)
    if not dasar.strip():
        raise MasukanSalahError(
            _("Hak pembina belum dicatat: dasarnya kosong. Tulis nomor suratnya.")
        )
    if sampai is not None and sampai < sejak:
        raise MasukanSalahError(
            _("Hak pembina belum dicatat: berakhir sebelum mulai. Perbaiki tanggalnya.")
        )
    hak = HakPembina.objects.create(
        pegawai=pegawai,
        awalan_kode=awalan_kode.strip(),
        sejak=sejak,
        sampai=sampai,
        dasar=dasar.strip(),
        dibuat_at=clock.sekarang(),
    )
    audit.catat_objek(
        aktor,
        "hak_pembina",
        hak.pk,
        "beri",
        {"pegawai_id": pegawai.pk, "awalan_kode": hak.awalan_kode, "dasar": hak.dasar},
    )
    return hak


@transaction.atomic
def akhiri_hak(*, aktor: Aktor, hak: HakPembina, pada: dt.date) -> HakPembina:
    """End a grant: from this day on nothing is seen any more.

    Raises: TidakBerwenangError.
    """
    _hanya_pemilik(aktor)
    hak.sampai = max(pada - dt.timedelta(days=1), hak.sejak)
    if hak.sejak >= pada:
        # It never held: nothing was seen with it.
        audit.catat_objek(aktor, "hak_pembina", hak.pk, "hapus", {"sejak": hak.sejak})
        hak.delete()
        return hak
    hak.save()
    audit.catat_objek(aktor, "hak_pembina", hak.pk, "akhiri", {"sampai": hak.sampai})
    return hak


def ambil_potret(*, pada: dt.date) -> int:
    """Take this month's picture of every instansi that agreed; drop those of the others.

    Safe to repeat: a picture of this month stands. Returns how many were taken.
    """
    ikut = list(instansi_ikut(pada=pada))
    PotretPembina.objects.exclude(instansi__in=ikut).delete()
    return sum(_potret_instansi(satu, pada) for satu in ikut)


def _potret_instansi(instansi: Instansi, pada: dt.date) -> int:
    akar = UnitKerja.objects.filter(instansi=instansi, induk__isnull=True).order_by("path").first()
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    pilihan = pilihan_periode(aktor=sistem)
    if akar is None or pilihan is None:
        return 0
    aturan = kebijakan.semua(instansi_id=instansi.pk, pada=pada)
    bulan = pada.replace(day=1)
    n = 0
    for tahun in [t for t in pilihan.daftar_tahun if t <= pada.year][:TAHUN_DIPOTRET]:
        satu = pilihan_periode(aktor=sistem, tahun=str(tahun))
        assert satu is not None
        ada = PotretPembina.objects.filter(periode=satu.tahunan).first()
        if ada is not None and ada.bulan >= bulan:
            continue
        total = dasbor_unit(unit=akar, pilihan=satu, aturan=aturan, pada=pada).total
        PotretPembina.objects.update_or_create(
            periode=satu.tahunan,
            defaults={
                "instansi": instansi,
                "bulan": bulan,
                "diambil_pada": pada,
                "isi": isi_potret(total),
            },
        )
        n += 1
    return n


def isi_potret(total: AngkaDasbor) -> dict[str, list[int]]:
    """Return the counts of a picture: [part, of how many, of how many people]."""
    predikat = total.evaluasi.predikat
    lain = total.lain
    baik = predikat["baik"] + predikat["sangat_baik"]
    return {
        "skp": [total.skp.ditetapkan, total.skp.wajib, total.skp.wajib],
        "evaluasi": [total.evaluasi.ditetapkan, total.evaluasi.jumlah, total.evaluasi.jumlah],
        "ikut": [lain["ikut"], lain["wajib"], lain["wajib"]],
        "target": [lain["target"], lain["indikator"], lain["melapor"]],
        "baik": [baik, predikat.total(), predikat.total()],
    }


def _hanya_pemilik(aktor: Aktor) -> None:
    if not aktor.adalah_sistem:
        raise TidakBerwenangError(
            _(
                "Hak pembina hanya dicatat pemilik pemasangan lewat baris perintah, supaya tidak "
                "ada instansi yang mengangkat dirinya pembina instansi lain."
            )
        )
