"""A run: asked for, done by the worker in one piece, repeated to see whether it gives the same."""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tera.core import audit, clock, kejadian
from tera.core.aktor import Aktor
from tera.core.antrean import antrekan
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.sisip import sisip_baris
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi.models import (
    Analisis,
    KeketatanPenilai,
    PolaUnit,
    SaranPegawai,
    TandaUnit,
)
from tera.kalibrasi.permissions import PENGELOLA, peran_analisis
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada, standar_pada
from tera.kalibrasi.services.hasil import VERSI_MESIN, Hasil, Kabar, hitung
from tera.kalibrasi.services.masukan import Masukan, baca_masukan
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, Periode

Status = Analisis.Status
Tahap = Analisis.Tahap
HIDUP = (Status.DIMINTA, Status.BERJALAN)
# Kept in Indonesian; the page says it in the language of its reader.
PESAN_GAGAL = gettext_noop("Analisis terhenti. Hasil sebelumnya tetap berlaku. Jalankan lagi.")
PESAN_MATI = gettext_noop("Analisis dimatikan sebelum gilirannya, jadi tidak dijalankan.")


@transaction.atomic
def minta_analisis(*, aktor: Aktor, periode: Periode, pada: dt.date) -> Analisis:
    """Ask for a run over a period; the job is queued with it.

    Raises:
        TidakBerwenangError: neither the system nor pengelola of the instansi in mode petugas.
        StatusTidakSesuaiError: switched off, or a run is under way.
        MasukanSalahError: no evaluation is open in the period.
    """
    from tera.kalibrasi.tasks import jalankan_analisis

    _wajib_pengelola(aktor, pada)
    if periode.instansi_id != aktor.instansi_id:
        raise TidakBerwenangError(_("Periode ini milik instansi lain."))
    aktif = pengaktifan_pada(instansi_id=aktor.instansi_id, pada=pada)
    if aktif is None:
        raise StatusTidakSesuaiError(
            _(
                "Analisis objektivitas belum diaktifkan. Ia baru berjalan sesudah keputusan PPK, "
                "penilaian dampak, dan pengumuman kepada pegawai dicatat."
            )
        )
    if not Evaluasi.objects.filter(periode=periode).exists():
        pesan = _("Belum ada evaluasi yang dibuka pada periode ini. Pilih periode lain.")
        raise MasukanSalahError(pesan, per_bidang={"periode": [pesan]})
    standar = standar_pada(instansi_id=aktor.instansi_id, pada=pada)
    # One at a time: whoever comes second waits here and then finds the first one's row.
    Instansi.objects.select_for_update().get(pk=aktor.instansi_id)
    terakhir = Analisis.objects.filter(periode=periode).aggregate(n=Max("versi"))["n"] or 0
    try:
        with transaction.atomic():
            satu = Analisis.objects.create(
                instansi_id=aktor.instansi_id,
                periode=periode,
                pengaktifan=aktif,
                versi=terakhir + 1,
                benih=secrets.randbelow(2**31),
                versi_mesin=VERSI_MESIN,
                standar=standar.simpanan(),
                standar_bawaan=standar.bawaan,
                k=kebijakan.nilai(instansi_id=aktor.instansi_id, kunci="umpan_balik.k", pada=pada),
                peminta_id=aktor.pegawai_id,
                nama_peminta=aktor.nama,
                diminta_at=clock.sekarang(),
            )
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _("Satu analisis sedang berjalan. Tunggu selesai, lalu jalankan lagi bila perlu.")
        ) from None
    audit.catat_objek(
        aktor, "analisis", satu.pk, "minta", {"periode_id": periode.pk, "versi": satu.versi}
    )
    antrekan(jalankan_analisis, satu.pk)
    return satu


def kerjakan_analisis(analisis_id: int) -> None:
    """Do one run: all of its outcome in one transaction, or none."""
    satu = Analisis.objects.select_related("periode", "instansi", "pengaktifan").get(pk=analisis_id)
    if satu.status not in HIDUP:
        return
    aktor = Aktor.sistem(satu.instansi_id, satu.instansi.zona)
    if pengaktifan_pada(instansi_id=satu.instansi_id, pada=aktor.hari_ini) is None:
        gagalkan(analisis_id, PESAN_MATI)
        return
    Analisis.objects.filter(pk=analisis_id).update(
        status=Status.BERJALAN, tahap=Tahap.MEMBACA, mulai_at=clock.sekarang()
    )
    try:
        with transaction.atomic():
            masukan = baca_masukan(aktor=aktor, analisis=satu)
        hasil = _hitung(satu, masukan, lambda tahap: _sampai(analisis_id, tahap))
        _sampai(analisis_id, Tahap.MENYIMPAN)
        _simpan(satu, masukan, hasil, aktor)
    except (OperationalError, InterfaceError):
        raise  # the database went away: the queue begins this job again
    except Exception:
        gagalkan(analisis_id)
        raise


def _sampai(analisis_id: int, tahap: str) -> None:
    Analisis.objects.filter(pk=analisis_id).update(tahap=tahap)


def gagalkan(analisis_id: int, pesan: str = PESAN_GAGAL) -> None:
    """Say that a run will not go on."""
    Analisis.objects.filter(pk=analisis_id, status__in=HIDUP).update(
        status=Status.GAGAL, pesan=pesan, selesai_at=clock.sekarang()
    )


@dataclass(frozen=True, slots=True)
class Ulangan:
    """What a repetition found: the same input, the same outcome, how many keys are gone."""

    masukan_sama: bool
    hasil_sama: bool
    musnah: int


def ulang_analisis(*, aktor: Aktor, analisis: Analisis) -> Ulangan:
    """Do a finished run again from its stored seed and standard; nothing is written but the audit.

    Raises: TidakBerwenangError: not the system. StatusTidakSesuaiError: not finished, or another
    version of the engine.
    """
    if not aktor.adalah_sistem:
        raise TidakBerwenangError(_("Pengulangan dijalankan dari baris perintah pemasangan ini."))
    if analisis.status != Status.SELESAI:
        raise StatusTidakSesuaiError(_("Analisis ini belum selesai, jadi belum bisa diulang."))
    if analisis.versi_mesin != VERSI_MESIN:
        raise StatusTidakSesuaiError(
            _("Analisis ini dari mesin versi %(lama)s; yang terpasang versi %(kini)s.")
            % {"lama": analisis.versi_mesin, "kini": VERSI_MESIN}
        )
    with transaction.atomic():
        masukan = baca_masukan(aktor=aktor, analisis=analisis)
    hasil = _hitung(analisis, masukan)
    return Ulangan(
        masukan.sidik() == analisis.sidik_masukan,
        hasil.sidik() == analisis.sidik_hasil,
        masukan.musnah,
    )


def _hitung(satu: Analisis, masukan: Masukan, kabar: Kabar = lambda _kata: None) -> Hasil:
    bawah, sesuai, atas = satu.standar
    return hitung(
        masukan=masukan,
        bagian=(bawah / 100, sesuai / 100, atas / 100),
        benih=satu.benih,
        k=satu.k,
        kabar=kabar,
    )


@transaction.atomic
def _simpan(satu: Analisis, masukan: Masukan, hasil: Hasil, aktor: Aktor) -> None:
    kini = Analisis.objects.select_for_update().get(pk=satu.pk)
    if kini.status != Status.BERJALAN:
        return  # delivered twice: the other one has written it
    # Only the newest run speaks of a person.
    SaranPegawai.objects.filter(evaluasi__periode_id=satu.periode_id).delete()
    sisip_baris(
        SaranPegawai,
        [
            {
                "evaluasi_id": baris.evaluasi,
                "analisis_id": kini.pk,
                "pita_di_bawah": baris.pita[0],
                "pita_sesuai": baris.pita[1],
                "pita_di_atas": baris.pita[2],
                "alasan": baris.alasan,
                "tanya_alasan": list(baris.tanya),
            }
            for baris in hasil.saran
        ],
    )
    sisip_baris(
        KeketatanPenilai,
        [
            {
                "analisis_id": kini.pk, "penilai_id": baris.penilai, "nilai": baris.nilai,
                "bawah": baris.bawah, "atas": baris.atas,
                "jumlah_pegawai": baris.jumlah_pegawai, "jumlah_lain": baris.jumlah_lain,
                "jumlah_serupa": baris.jumlah_serupa, "alasan": baris.alasan,
            }
            for baris in hasil.keketatan
        ],
    )  # fmt: skip
    TandaUnit.objects.bulk_create(
        TandaUnit(
            analisis=kini, unit_id=baris.unit, arah=baris.arah, jumlah=baris.jumlah,
            salah_dari_seratus=baris.salah_dari_seratus, urut=baris.urut,
        )
        for baris in hasil.tanda
    )  # fmt: skip
    PolaUnit.objects.bulk_create(
        PolaUnit(
            analisis=kini, unit_id=baris.unit, level=baris.level, pita=baris.pita,
            alasan=baris.alasan,
        )
        for baris in hasil.pola
    )  # fmt: skip
    kini.status, kini.tahap, kini.pesan = Status.SELESAI, Tahap.RAMPUNG, ""
    kini.sidik_masukan, kini.sidik_hasil = masukan.sidik(), hasil.sidik()
    kini.jumlah_pegawai = len(masukan.pegawai)
    kini.jumlah_penilai = len(set(masukan.rater.tolist()))
    kini.jumlah_penilaian = int(masukan.rater.size)
    kini.ringkasan = hasil.ringkasan
    kini.selesai_at = clock.sekarang()
    kini.save()
    audit.catat_objek(
        aktor, "analisis", kini.pk, "selesai",
        {"sidik_masukan": kini.sidik_masukan, "sidik_hasil": kini.sidik_hasil},
    )  # fmt: skip
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama="kalibrasi.selesai",
        muatan={"id": kini.pk, "periode_id": kini.periode_id},
    )


def _wajib_pengelola(aktor: Aktor, pada: dt.date) -> None:
    if aktor.adalah_sistem:
        return
    if PENGELOLA not in peran_analisis(aktor=aktor, pada=pada):
        raise TidakBerwenangError(_("Analisis dijalankan pengelola kinerja instansi."))
    if aktor.mode_petugas is None:
        raise TidakBerwenangError(
            _("Aktifkan mode petugas dulu, dengan alasannya, lalu jalankan analisis.")
        )
