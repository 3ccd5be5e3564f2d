"""The mass issue at year's end: proposals for everybody with a jenjang, batch by batch.

Each batch and its progress are one transaction; a worker that dies goes on after the last person.
"""

import datetime as dt

from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tera.angka_kredit.models import MasaJenjang, PenerbitanMassal
from tera.angka_kredit.permissions import PENGELOLA
from tera.angka_kredit.services.dasar import BERBUKU, tolak
from tera.angka_kredit.services.selaras import TAHUN_PERTAMA, selaraskan_konversi
from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.antrean import antrekan
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Penugasan, UnitKerja
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.selectors import berlaku_pada

POTONG = 500
# Kept in Indonesian; the page says it in the language of its reader.
PESAN_GAGAL = gettext_noop("Penerbitan terhenti. Minta lagi; yang sudah diusulkan tidak terulang.")
Status = PenerbitanMassal.Status


@transaction.atomic
def minta_penerbitan(
    *, aktor: Aktor, unit: UnitKerja, tahun: int, pada: dt.date
) -> PenerbitanMassal:
    """Ask for the proposals of a year in a unit and below; the job is queued with it.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    from tera.angka_kredit.tasks import jalankan_penerbitan

    if not boleh_petugas(aktor=aktor, unit=unit, pada=pada, peran=PENGELOLA):
        raise TidakBerwenangError(
            _("Penerbitan konversi %(unit)s hanya untuk pengelola kinerjanya.")
            % {"unit": unit.nama}
        )
    if not TAHUN_PERTAMA <= tahun <= pada.year:
        tolak(
            "tahun",
            _("Pilih tahun %(awal)s sampai %(akhir)s.")
            % {"awal": TAHUN_PERTAMA, "akhir": pada.year},
        )
    try:
        with transaction.atomic():
            penerbitan = PenerbitanMassal.objects.create(
                instansi_id=unit.instansi_id,
                unit=unit,
                tahun=tahun,
                jumlah=len(_orang(unit, pada, 0)),
                pengguna_id=aktor.pengguna_id,
                pegawai_id=aktor.pegawai_id,
                nama_aktor=aktor.nama,
                dibuat_at=clock.sekarang(),
            )
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _("Penerbitan tahun %(tahun)s untuk %(unit)s sedang berjalan. Tunggu selesai.")
            % {"tahun": tahun, "unit": unit.nama}
        ) from None
    audit.catat_objek(
        aktor, "penerbitan_massal", penerbitan.pk, "minta", {"unit_id": unit.pk, "tahun": tahun}
    )
    antrekan(jalankan_penerbitan, penerbitan.pk)
    return penerbitan


def kerjakan_penerbitan(penerbitan_id: int, *, pada: dt.date) -> None:
    """Do one mass issue from where it stands."""
    satu = PenerbitanMassal.objects.select_related("unit", "instansi").get(pk=penerbitan_id)
    if satu.status in {Status.SELESAI, Status.GAGAL}:
        return
    PenerbitanMassal.objects.filter(pk=penerbitan_id).update(status=Status.BERJALAN)
    try:
        daftar = _orang(satu.unit, pada, satu.sampai_pegawai)
        for awal in range(0, len(daftar), POTONG):
            _batch(satu, daftar[awal : awal + POTONG], pada)
    except (OperationalError, InterfaceError):
        raise  # the database went away: the queue begins this job again
    except Exception:
        gagalkan(penerbitan_id)
        raise
    PenerbitanMassal.objects.filter(pk=penerbitan_id).update(status=Status.SELESAI)


def gagalkan(penerbitan_id: int) -> None:
    """Say that a job will not go on."""
    PenerbitanMassal.objects.filter(pk=penerbitan_id).exclude(status=Status.SELESAI).update(
        status=Status.GAGAL, pesan=PESAN_GAGAL
    )


@transaction.atomic
def _batch(satu: PenerbitanMassal, daftar: list[int], pada: dt.date) -> None:
    kini = PenerbitanMassal.objects.select_for_update(of=("self",)).get(pk=satu.pk)
    # Delivered twice, the second worker skips what the first one did.
    daftar = [pegawai for pegawai in daftar if pegawai > kini.sampai_pegawai]
    if not daftar:
        return
    hasil = selaraskan_konversi(
        instansi_id=satu.instansi_id,
        zona=satu.instansi.zona,
        daftar_pegawai=daftar,
        dari_tahun=satu.tahun,
        sampai_tahun=satu.tahun,
        pada=pada,
    )
    kini.selesai += len(daftar)
    kini.diusulkan += hasil.diusulkan
    kini.sampai_pegawai = daftar[-1]
    kini.save(update_fields=["selesai", "diusulkan", "sampai_pegawai"])


def _orang(unit: UnitKerja, pada: dt.date, sesudah: int) -> list[int]:
    """People with a jenjang in the unit or below, by key."""
    return list(
        MasaJenjang.objects.filter(
            instansi_id=unit.instansi_id,
            pegawai_id__gt=sesudah,
            pegawai__status__in=BERBUKU,
            pegawai__in=Penugasan.objects.filter(
                berlaku_pada(pada),
                instansi_id=unit.instansi_id,
                unit__path__gte=unit.path,
                unit__path__lt=unit.path + "~",
            ).values("pegawai_id"),
        )
        .order_by("pegawai_id")
        .values_list("pegawai_id", flat=True)
        .distinct()
    )
