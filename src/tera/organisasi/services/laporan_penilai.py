"""A person says "penilai saya salah"; an officer takes it up, repairs it or says why not.

States are those of ``ALUR["laporan_penilai"]``; only ``core.workflow`` moves them.
"""

import datetime as dt
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.organisasi.models import LaporanPenilai, Penugasan
from tera.organisasi.selectors.laporan_penilai import TERBUKA, daftar_peran_laporan
from tera.organisasi.selectors.penilai import penilai_pada
from tera.organisasi.services.dasar_orang import (
    pegawai_di_instansi,
    salah,
    segarkan,
    wajib_pegawai,
    wajib_teks,
)

JENIS = "laporan_penilai"


@transaction.atomic
def laporkan_penilai(
    *,
    aktor: Aktor,
    penugasan_id: int,
    seharusnya_id: int | None,
    keterangan: str,
    pada: dt.date,
) -> tuple[LaporanPenilai, TandaTerima]:
    """Report that the recorded rater of one's own assignment is wrong or missing.

    Raises:
        TidakBerwenangError: somebody else's assignment.
        StatusTidakSesuaiError: a report about it is still open.
        MasukanSalahError: no explanation, or the person named can't be the rater.
    """
    pegawai_id = wajib_pegawai(aktor, perbuatan=_("melaporkan penilai"))
    penugasan = (
        Penugasan.objects.select_for_update(of=("self",))
        .select_related("pegawai", "jabatan", "unit", "instansi")
        .filter(pk=penugasan_id, pegawai_id=pegawai_id, instansi_id=aktor.instansi_id)
        .first()
    )
    if penugasan is None:
        raise TidakBerwenangError(
            _("Anda hanya bisa melaporkan penilai untuk penugasan Anda sendiri.")
        )
    keterangan = wajib_teks(
        "keterangan",
        keterangan,
        _("Keterangan belum diisi. Tulis apa yang salah, misalnya sejak kapan atasan berganti."),
    )
    if seharusnya_id == pegawai_id:
        raise salah("seharusnya", _("Anda tidak bisa menjadi penilai diri sendiri."))
    if seharusnya_id is not None:
        pegawai_di_instansi(aktor=aktor, pegawai_id=seharusnya_id, bidang="seharusnya")
    if LaporanPenilai.objects.filter(penugasan=penugasan, status__in=TERBUKA).exists():
        raise StatusTidakSesuaiError(
            _(
                "Laporan Anda sebelumnya tentang penugasan ini masih dikerjakan pengelola kinerja. "
                "Lihat tahapnya di halaman laporan; tidak perlu melapor lagi."
            )
        )
    kini = penilai_pada(penugasan=penugasan, pada=pada)
    if kini.penilai is not None and kini.penilai.pk == seharusnya_id:
        raise salah(
            "seharusnya",
            _("Orang itu sudah tercatat sebagai penilai Anda. Pilih orang lain atau kosongkan."),
        )
    laporan = LaporanPenilai.objects.create(
        instansi_id=aktor.instansi_id,
        pegawai_id=pegawai_id,
        penugasan=penugasan,
        penilai_tercatat=kini.penilai,
        penilai_seharusnya_id=seharusnya_id,
        keterangan=keterangan,
        dibuat_at=clock.sekarang(),
    )
    isi = {
        "penugasan_id": penugasan.pk,
        "penilai_seharusnya_id": seharusnya_id,
        "keterangan": keterangan,
    }
    jejak = audit.catat_objek(aktor, JENIS, laporan.pk, "laporkan", isi)
    kejadian.terbitkan(
        instansi_id=aktor.instansi_id, nama=f"{JENIS}.laporkan", muatan={"id": laporan.pk}
    )
    tanda = tanda_terima.terbitkan(
        aktor=aktor, jenis=JENIS, objek_id=laporan.pk, aksi="laporkan", isi=isi, jejak=jejak
    )
    return laporan, tanda


@transaction.atomic
def proses_laporan(*, aktor: Aktor, laporan: LaporanPenilai, pada: dt.date) -> LaporanPenilai:
    """Take a report up: the person sees that somebody works on it."""
    _langkah(aktor=aktor, laporan=laporan, aksi="proses", pada=pada)
    return laporan


@transaction.atomic
def perbaiki_laporan(
    *,
    aktor: Aktor,
    laporan: LaporanPenilai,
    jawaban: str,
    pada: dt.date,
    penilai_id: int | None = None,
    surat: str = "",
    berkas: IO[bytes] | None = None,
    nama_berkas: str = "",
) -> LaporanPenilai:
    """Close a report as repaired; sets a rater by letter where the tree can't give one.

    Args:
        penilai_id: the rater set by letter from ``pada`` on; None when the assignment or the unit
            was put right instead (then the recorded rater must have changed already).
        surat: number and date of the letter, required with ``penilai_id``.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    jawaban = wajib_teks(
        "jawaban", jawaban, _("Jawaban belum diisi. Tulis apa yang dibetulkan untuk pelapor.")
    )
    if penilai_id is not None:
        _tetapkan_khusus(
            aktor=aktor,
            laporan=laporan,
            penilai_id=penilai_id,
            surat=surat,
            berkas=berkas,
            nama_berkas=nama_berkas,
            pada=pada,
        )
    else:
        kini = penilai_pada(penugasan=laporan.penugasan, pada=pada).penilai
        if (kini.pk if kini else None) == laporan.penilai_tercatat_id:
            raise salah(
                "penilai",
                _(
                    "Penilai yang tercatat masih sama seperti saat dilaporkan. Betulkan dulu "
                    "penugasan atau unitnya, atau tetapkan penilai dengan surat."
                ),
            )
    _langkah(aktor=aktor, laporan=laporan, aksi="perbaiki", pada=pada, jawaban=jawaban)
    return laporan


@transaction.atomic
def tolak_laporan(
    *, aktor: Aktor, laporan: LaporanPenilai, jawaban: str, pada: dt.date
) -> LaporanPenilai:
    """Close a report without a change; the person reads why."""
    jawaban = wajib_teks(
        "jawaban",
        jawaban,
        _("Alasan belum diisi. Tulis mengapa penilai yang tercatat sudah benar."),
    )
    _langkah(aktor=aktor, laporan=laporan, aksi="tolak", pada=pada, jawaban=jawaban)
    return laporan


def _langkah(
    *, aktor: Aktor, laporan: LaporanPenilai, aksi: str, pada: dt.date, jawaban: str = ""
) -> None:
    workflow.jalankan(
        objek=laporan,
        jenis=JENIS,
        aksi=aksi,
        aktor=aktor,
        daftar_peran=daftar_peran_laporan(aktor=aktor, laporan=laporan, pada=pada),
        pada=pada,
        alasan=jawaban,
        bidang={"jawaban": jawaban} if jawaban else None,
    )


def _tetapkan_khusus(
    *,
    aktor: Aktor,
    laporan: LaporanPenilai,
    penilai_id: int,
    surat: str,
    berkas: IO[bytes] | None,
    nama_berkas: str,
    pada: dt.date,
) -> None:
    # Asked before anything is written: a stranger's files and letters are not kept.
    workflow.langkah_berlaku(
        jenis=JENIS,
        aksi="perbaiki",
        status=laporan.status,
        daftar_peran=daftar_peran_laporan(aktor=aktor, laporan=laporan, pada=pada),
        objek_id=laporan.pk,
    )
    surat = wajib_teks(
        "surat", surat, _("Nomor surat belum diisi: penilai khusus ditetapkan dengan surat.")
    )
    penilai = pegawai_di_instansi(aktor=aktor, pegawai_id=penilai_id, bidang="penilai")
    if penilai.pk == laporan.pegawai_id:
        raise salah("penilai", _("Tidak seorang pun menilai dirinya sendiri. Pilih orang lain."))
    penugasan = Penugasan.objects.select_for_update(of=("self",)).get(pk=laporan.penugasan_id)
    penugasan.penilai_khusus = penilai
    penugasan.surat_penilai = surat[:200]
    # A scan of an earlier letter doesn't belong to this one.
    penugasan.berkas_surat = None
    if berkas is not None:
        penugasan.berkas_surat = simpan_berkas(
            aktor=aktor, nama=nama_berkas, isi=berkas, keperluan="surat_penilai"
        )
    penugasan.save(update_fields=["penilai_khusus", "surat_penilai", "berkas_surat"])
    audit.catat_objek(
        aktor,
        "penugasan",
        penugasan.pk,
        "tetapkan_penilai",
        {"penilai_khusus_id": penilai.pk, "surat_penilai": surat},
    )
    segarkan(instansi_id=aktor.instansi_id, sejak=pada)
