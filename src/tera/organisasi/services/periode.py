"""Opening a year with its parts, and moving a deadline later with a reason."""

import calendar
import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode, Periode, PerpanjanganBatas, UnitKerja
from tera.organisasi.selectors.periode import batas_berlaku
from tera.organisasi.services.dasar_orang import salah, wajib_kelola, wajib_teks

BULAN_PER_BAGIAN = {JenisPeriode.TRIWULAN.value: 3, JenisPeriode.BULANAN.value: 1}


@transaction.atomic
def buat_periode_tahun(
    *,
    aktor: Aktor,
    tahun: int,
    jenis_bagian: str = "",
    pada: dt.date,
    dibuka_pada: dt.date | None = None,
) -> Periode:
    """Open one year with its quarters or months; returns the yearly period.

    Deadlines come from the policy in force when the year starts (or on ``pada``, if later). The
    next year may be opened before January: drafting starts in the year before.

    Args:
        jenis_bagian: ``triwulan`` or ``bulanan``; empty takes the policy.
        dibuka_pada: the day people may start to plan; default ``pada``.

    Raises:
        TidakBerwenangError, MasukanSalahError.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("membuka periode kinerja"))
    if not pada.year - 3 <= tahun <= pada.year + 1:
        raise salah(
            "tahun",
            _("Tahun %(tahun)s tidak bisa dibuka sekarang. Pilih %(awal)s sampai %(akhir)s.")
            % {"tahun": tahun, "awal": pada.year - 3, "akhir": pada.year + 1},
        )
    awal = dt.date(tahun, 1, 1)
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=max(pada, awal))
    jenis = jenis_bagian or aturan["evaluasi.jenis_periode"]
    if jenis not in BULAN_PER_BAGIAN:
        raise salah("jenis_bagian", _("Pilih triwulan atau bulanan."))
    dibuka = dibuka_pada or pada
    if not dt.date(tahun - 1, 1, 1) <= dibuka <= dt.date(tahun + 4, 12, 31):
        raise salah(
            "dibuka_pada",
            _("Tanggal dibuka paling awal 1 Januari %(tahun)s.") % {"tahun": tahun - 1},
        )
    jeda = dt.timedelta(days=aturan["evaluasi.hari_setelah_periode"])
    daftar = [
        Periode(
            instansi_id=aktor.instansi_id,
            tahun=tahun,
            jenis=JenisPeriode.TAHUNAN,
            urut=1,
            mulai=awal,
            selesai=dt.date(tahun, 12, 31),
            batas_skp=awal + dt.timedelta(days=aturan["skp.batas_hari"] - 1),
            batas_evaluasi=dt.date(tahun + 1, 1, 1)
            + dt.timedelta(days=aturan["evaluasi.batas_tahunan_hari"] - 1),
            dibuka_pada=dibuka,
        )
    ]
    for urut, (mulai, selesai) in enumerate(_bagian(tahun, BULAN_PER_BAGIAN[jenis]), start=1):
        daftar.append(
            Periode(
                instansi_id=aktor.instansi_id,
                tahun=tahun,
                jenis=jenis,
                urut=urut,
                mulai=mulai,
                selesai=selesai,
                batas_evaluasi=selesai + jeda,
                dibuka_pada=max(dibuka, mulai),
            )
        )
    try:
        with transaction.atomic():
            for satu in daftar:
                satu.save(force_insert=True)
    except IntegrityError as galat:
        raise salah(
            "tahun",
            _("Periode tahun %(tahun)s sudah dibuka. Buka halamannya untuk mengubah batas.")
            % {"tahun": tahun},
        ) from galat
    audit.catat_objek(
        aktor,
        "periode",
        daftar[0].pk,
        "buka",
        {"tahun": tahun, "jenis_bagian": jenis, "batas_skp": daftar[0].batas_skp},
    )
    if dibuka <= pada <= (daftar[0].batas_skp or pada):
        # Everybody who may still plan hears of it, from the worker: this request doesn't wait for
        # a hundred thousand.
        kejadian.terbitkan_banyak(
            [
                (
                    aktor.instansi_id,
                    "organisasi.periode_dibuka",
                    {"id": daftar[0].pk},
                    clock.sekarang(),
                )
            ]
        )
    return daftar[0]


@transaction.atomic
def perpanjang_batas(
    *,
    aktor: Aktor,
    periode: Periode,
    tahap: str,
    unit: UnitKerja | None,
    batas_baru: dt.date,
    alasan: str,
    pada: dt.date,
) -> PerpanjanganBatas:
    """Move one deadline later, for all (``unit`` None) or for one unit and everything below it.

    Never earlier: what people were promised stands.

    Raises:
        TidakBerwenangError, MasukanSalahError.
    """
    wajib_kelola(aktor=aktor, pada=pada, unit=unit, perbuatan=_("memperpanjang batas waktu"))
    if periode.instansi_id != aktor.instansi_id:
        raise MasukanSalahError(_("Periode itu milik instansi lain."))
    Periode.objects.select_for_update(of=("self",)).get(pk=periode.pk)
    try:
        lama = batas_berlaku(periode=periode, tahap=tahap, unit=unit, pada=pada)
    except ValueError as galat:
        raise salah("tahap", _("Periode ini tidak punya batas untuk tahap itu.")) from galat
    alasan = wajib_teks(
        "alasan", alasan, _("Alasan belum diisi. Alasan tampil kepada semua yang terkena.")
    )
    if batas_baru <= lama.tanggal:
        raise salah(
            "batas_baru",
            _(
                "Batas yang berlaku sekarang %(lama)s; batas hanya boleh dimundurkan, tidak "
                "dimajukan. Pilih tanggal sesudahnya."
            )
            % {"lama": f"{lama.tanggal:%d-%m-%Y}"},
        )
    baris = PerpanjanganBatas.objects.create(
        periode=periode,
        tahap=tahap,
        unit=unit,
        batas_lama=lama.tanggal,
        batas_baru=batas_baru,
        alasan=alasan,
        pengguna_id=aktor.pengguna_id,
        nama_aktor=aktor.nama,
        dibuat_at=clock.sekarang(),
    )
    audit.catat_objek(
        aktor,
        "periode",
        periode.pk,
        "perpanjang",
        {
            "tahap": tahap,
            "unit_id": unit.pk if unit else None,
            "batas_lama": lama.tanggal,
            "batas_baru": batas_baru,
            "alasan": alasan,
        },
    )
    return baris


@transaction.atomic
def atur_jadwal_keberatan(
    *, aktor: Aktor, periode: Periode, sampai: dt.date, dasar: str, pada: dt.date
) -> Periode:
    """Set the last day of objections against the period's results by the agency's own calendar.

    It counts only where it is later than the law's days; once set it is only moved later.

    Raises:
        TidakBerwenangError, MasukanSalahError.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengatur jadwal keberatan"))
    if periode.instansi_id != aktor.instansi_id:
        raise MasukanSalahError(_("Periode itu milik instansi lain."))
    kini = Periode.objects.select_for_update(of=("self",)).get(pk=periode.pk)
    dasar = wajib_teks(
        "dasar", dasar, _("Dasar belum diisi. Tulis nomor dan tanggal surat atau keputusannya.")
    )
    lama = kini.keberatan_sampai
    if lama is not None and sampai <= lama:
        raise salah(
            "sampai",
            _(
                "Jadwal yang berlaku sekarang %(lama)s; jadwal hanya boleh dimundurkan, tidak "
                "dimajukan. Pilih tanggal sesudahnya."
            )
            % {"lama": f"{lama:%d-%m-%Y}"},
        )
    if sampai < pada:
        raise salah("sampai", _("Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya."))
    # Before that no result of the period exists; a year later it is a slip of the finger.
    paling_akhir = kini.selesai + dt.timedelta(days=366)
    if not kini.selesai < sampai <= paling_akhir:
        raise salah(
            "sampai",
            _("Pilih tanggal sesudah periodenya berakhir, dari %(awal)s sampai %(akhir)s.")
            % {
                "awal": f"{kini.selesai + dt.timedelta(days=1):%d-%m-%Y}",
                "akhir": f"{paling_akhir:%d-%m-%Y}",
            },
        )
    kini.keberatan_sampai, kini.dasar_keberatan = sampai, dasar
    kini.save(update_fields=["keberatan_sampai", "dasar_keberatan"])
    audit.catat_objek(
        aktor,
        "periode",
        kini.pk,
        "jadwal_keberatan",
        {"lama": lama, "sampai": sampai, "dasar": dasar},
    )
    return kini


def _bagian(tahun: int, bulan: int) -> list[tuple[dt.date, dt.date]]:
    hasil = []
    for awal in range(1, 13, bulan):
        akhir = awal + bulan - 1
        hasil.append(
            (
                dt.date(tahun, awal, 1),
                dt.date(tahun, akhir, calendar.monthrange(tahun, akhir)[1]),
            )
        )
    return hasil
