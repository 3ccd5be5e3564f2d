"""A course is given to a unit, reminded of, ended."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.bimtek.isi import Kursus
from tera.bimtek.models import Sosialisasi
from tera.bimtek.selectors.sosialisasi import sosialisasi_diurus, unit_diurus
from tera.bimtek.services.dasar import pegawai_id
from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.kejadian import terbitkan_banyak
from tera.organisasi.models import UnitKerja

PALING_LAMA = dt.timedelta(days=366)


@transaction.atomic
def beri_sosialisasi(
    *, aktor: Aktor, kursus: Kursus, unit: UnitKerja, tenggat: dt.date, pesan: str, pada: dt.date
) -> Sosialisasi:
    """Ask everybody of ``unit`` and below to read ``kursus`` until ``tenggat``.

    Who has read it already has done it. Everybody is told, by the worker.

    Raises:
        TidakBerwenangError: a unit out of one's care. MasukanSalahError: a day that has gone or is
        too far, a message that is too long, or the course runs there already.
    """
    saya = pegawai_id(aktor)
    if not unit_diurus(aktor=aktor, pada=pada).filter(pk=unit.pk).exists():
        raise TidakBerwenangError(
            _("Sosialisasi diberikan pelatih atau pengelola kinerja di wilayahnya sendiri.")
        )
    if not pada <= tenggat <= pada + PALING_LAMA:
        raise MasukanSalahError(
            _("Sosialisasi belum diberikan."),
            per_bidang={"tenggat": [_("Pilih hari dari hari ini sampai setahun lagi.")]},
        )
    if len(pesan.strip()) > 500:
        raise MasukanSalahError(
            _("Sosialisasi belum diberikan."),
            per_bidang={"pesan": [_("Paling panjang 500 huruf. Ringkaskan.")]},
        )
    try:
        with transaction.atomic():
            satu = Sosialisasi.objects.create(
                instansi_id=aktor.instansi_id, unit=unit, kursus=kursus.kode, judul=kursus.judul,
                versi=kursus.versi, jumlah_modul=len(kursus.modul), tenggat=tenggat,
                pesan=pesan.strip(), pemberi_id=saya, nama_pemberi=aktor.nama, diberikan_pada=pada,
            )  # fmt: skip
    except IntegrityError as galat:
        raise MasukanSalahError(
            _("Sosialisasi belum diberikan."),
            per_bidang={
                "kursus": [
                    _("Kursus ini sedang berjalan di unit itu. Ingatkan, atau hentikan dulu.")
                ]
            },
        ) from galat
    audit.catat_objek(
        aktor, "sosialisasi", satu.pk, "beri",
        {"kursus": satu.kursus, "unit_id": unit.pk, "tenggat": tenggat},
    )  # fmt: skip
    _kabari(satu, "diberikan")
    return satu


@transaction.atomic
def ingatkan_sosialisasi(*, aktor: Aktor, satu: Sosialisasi, pada: dt.date) -> Sosialisasi:
    """Remind who hasn't finished, once a day at most.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: ended, or reminded today.
    """
    kini = _urus(aktor, satu, pada)
    if kini.diingatkan_pada == pada:
        raise StatusTidakSesuaiError(
            _("Pengingat hari ini sudah dikirim. Satu pengingat sehari cukup; coba lagi besok.")
        )
    kini.diingatkan_pada = pada
    kini.save(update_fields=["diingatkan_pada"])
    audit.catat_objek(aktor, "sosialisasi", kini.pk, "ingatkan", {"pada": pada})
    _kabari(kini, "diingatkan")
    return kini


@transaction.atomic
def hentikan_sosialisasi(*, aktor: Aktor, satu: Sosialisasi, pada: dt.date) -> Sosialisasi:
    """End it: nobody is asked any more; what was read stays.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: ended already.
    """
    kini = _urus(aktor, satu, pada)
    kini.dihentikan_pada = pada
    kini.save(update_fields=["dihentikan_pada"])
    audit.catat_objek(aktor, "sosialisasi", kini.pk, "hentikan", {"pada": pada})
    return kini


def _urus(aktor: Aktor, satu: Sosialisasi, pada: dt.date) -> Sosialisasi:
    if not sosialisasi_diurus(aktor=aktor, pada=pada).filter(pk=satu.pk).exists():
        raise TidakBerwenangError(
            _("Sosialisasi ini diurus pelatih atau pengelola kinerja wilayahnya.")
        )
    kini = Sosialisasi.objects.select_for_update().get(pk=satu.pk)
    if kini.dihentikan_pada is not None:
        raise StatusTidakSesuaiError(
            _("Sosialisasi ini sudah dihentikan. Berikan lagi bila masih perlu.")
        )
    return kini


def _kabari(satu: Sosialisasi, kata: str) -> None:
    """Thousands may be told: the worker does it, not the request."""
    terbitkan_banyak(
        [(satu.instansi_id, f"bimtek.sosialisasi_{kata}", {"id": satu.pk}, clock.sekarang())]
    )
