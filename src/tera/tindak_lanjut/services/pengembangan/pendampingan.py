"""Mentoring and coaching: proposed, agreed by both, met, ended with its outcome."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.workflow import HasilLangkah
from tera.dialog.models import Pertemuan
from tera.dialog.services import IsiJadwal, jadwalkan_pertemuan
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import KegiatanPengembangan, Pendampingan, TemuPendampingan
from tera.tindak_lanjut.permissions.pengembangan import peran_orang, peran_pasangan
from tera.tindak_lanjut.services.pengembangan.dasar import (
    bukan_anda,
    bukan_sekarang,
    kabarkan,
    periksa_masa,
    rekan_seinstansi,
    teks_wajib,
    tolak,
)


@transaction.atomic
def usulkan_pendampingan(
    *,
    aktor: Aktor,
    jenis: str,
    pegawai: Pegawai,
    pembimbing_id: int,
    tujuan: str,
    mulai: dt.date,
    selesai: dt.date,
    pada: dt.date,
    kegiatan: KegiatanPengembangan | None = None,
) -> Pendampingan:
    """Propose a pair: the person, the mentor, or who rates the person; a proposer has agreed.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    pembimbing = rekan_seinstansi(aktor, pembimbing_id, "pembimbing")
    if pembimbing.pk == pegawai.pk:
        tolak("pembimbing", _("Pembimbing dan yang dibimbing harus dua orang."))
    saya = aktor.pegawai_id
    peran = peran_orang(aktor=aktor, pegawai_id=pegawai.pk, pada=pada)
    if saya != pembimbing.pk and not peran & {"pegawai", "penilai", "atasan_penilai"}:
        bukan_anda(_("Pendampingan diusulkan orangnya, pembimbingnya, atau penilainya."))
    if kegiatan is not None and kegiatan.rencana.pegawai_id != pegawai.pk:
        tolak("kegiatan", _("Kegiatan itu bukan dari rencana orang ini."))
    if pegawai.instansi_id != aktor.instansi_id:
        tolak("pegawai", _("Orang itu tidak ditemukan di instansi Anda. Periksa NIP-nya."))
    if jenis not in Pendampingan.Jenis.values:
        tolak("jenis", _("Pilih mentoring atau coaching."))
    periksa_masa(mulai, selesai)
    if selesai < pada:
        tolak("selesai", _("Masa itu sudah lewat. Pilih tanggal yang akan datang."))
    satu = Pendampingan.objects.create(
        instansi_id=aktor.instansi_id,
        jenis=jenis,
        pegawai=pegawai,
        pembimbing=pembimbing,
        pengusul_id=saya or 0,
        tujuan=teks_wajib(tujuan, "tujuan"),
        mulai=mulai,
        selesai=selesai,
        kegiatan=kegiatan,
        pembimbing_setuju_pada=pada if saya == pembimbing.pk else None,
        pegawai_setuju_pada=pada if saya == pegawai.pk else None,
    )
    audit.catat_objek(
        aktor, "pendampingan", satu.pk, "usulkan",
        {"jenis": jenis, "tujuan": satu.tujuan, "mulai": mulai, "selesai": selesai},
    )  # fmt: skip
    kabarkan("pendampingan_diusulkan", satu, **_orang(satu), oleh_id=saya)
    return satu


@transaction.atomic
def minta_pembimbing(
    *, aktor: Aktor, kegiatan: KegiatanPengembangan, pada: dt.date
) -> Pendampingan | None:
    """Ask the mentor whom an agreed row names; None where nobody active is named or was asked.

    The person asked by naming the mentor; a penilai who is the mentor agreed with the plan.
    """
    pembimbing, pegawai_id = kegiatan.pembimbing, kegiatan.rencana.pegawai_id
    if (
        pembimbing is None
        or pembimbing.kedudukan_hukum != "aktif"
        or Pendampingan.objects.filter(kegiatan=kegiatan).exists()
    ):
        return None
    sendiri = aktor.pegawai_id == pembimbing.pk
    satu = Pendampingan.objects.create(
        instansi_id=kegiatan.instansi_id,
        jenis=Pendampingan.Jenis.COACHING
        if kegiatan.jenis == "coaching"
        else Pendampingan.Jenis.MENTORING,
        pegawai_id=pegawai_id,
        pembimbing=pembimbing,
        pengusul_id=pegawai_id,
        tujuan=kegiatan.kegiatan,
        mulai=pada,
        selesai=max(pada, kegiatan.target_pada),
        kegiatan=kegiatan,
        pegawai_setuju_pada=pada,
        pembimbing_setuju_pada=pada if sendiri else None,
    )
    audit.catat_objek(
        aktor, "pendampingan", satu.pk, "usulkan",
        {"jenis": satu.jenis, "tujuan": satu.tujuan, "kegiatan": kegiatan.pk},
    )  # fmt: skip
    if sendiri:
        _langkah("sepakati", aktor, satu, pada)
    else:
        kabarkan("pendampingan_diusulkan", satu, **_orang(satu), oleh_id=pegawai_id)
    return satu


@transaction.atomic
def setujui_pendampingan(*, aktor: Aktor, pasangan: Pendampingan, pada: dt.date) -> Pendampingan:
    """Agree as one of the two; when both have, the pair begins."""
    kini = _kunci(aktor, pasangan)
    if kini.status != Pendampingan.Status.DIUSULKAN:
        bukan_sekarang(
            _("Pendampingan ini sudah “%(status)s”.") % {"status": kini.get_status_display()}
        )
    sisi = "pembimbing" if aktor.pegawai_id == kini.pembimbing_id else "pegawai"
    if getattr(kini, f"{sisi}_setuju_pada") is not None:
        bukan_sekarang(_("Anda sudah menyetujui. Tinggal menunggu pihak lain."))
    setattr(kini, f"{sisi}_setuju_pada", pada)
    kini.save(update_fields=[f"{sisi}_setuju_pada", "updated_at"])
    audit.catat_objek(aktor, "pendampingan", kini.pk, "setujui", {"sisi": sisi})
    if kini.pembimbing_setuju_pada and kini.pegawai_setuju_pada:
        _langkah("sepakati", aktor, kini, pada)
        _sebut_pembimbing(aktor, kini, kini.pembimbing_id)
    return kini


@transaction.atomic
def tolak_pendampingan(
    *, aktor: Aktor, pasangan: Pendampingan, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Decline with words for the other side."""
    hasil = _langkah("tolak", aktor, pasangan, pada, teks_wajib(alasan, "alasan"))
    _sebut_pembimbing(aktor, pasangan, None)
    return hasil


@transaction.atomic
def hentikan_pendampingan(
    *, aktor: Aktor, pasangan: Pendampingan, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Stop before the end, with a reason."""
    hasil = _langkah("hentikan", aktor, pasangan, pada, teks_wajib(alasan, "alasan"))
    _sebut_pembimbing(aktor, pasangan, None)
    return hasil


@transaction.atomic
def selesaikan_pendampingan(
    *, aktor: Aktor, pasangan: Pendampingan, hasil: str, pada: dt.date
) -> HasilLangkah:
    """End it with what came of it."""
    return _langkah("selesaikan", aktor, pasangan, pada, hasil=teks_wajib(hasil, "hasil"))


@transaction.atomic
def jadwalkan_temu(
    *, aktor: Aktor, pasangan: Pendampingan, isi: IsiJadwal, pada: dt.date
) -> Pertemuan:
    """Plan a meeting of the pair in the dialogue: only the two read what is said there."""
    kini = _kunci(aktor, pasangan)
    if kini.status != Pendampingan.Status.BERJALAN:
        bukan_sekarang(_("Pertemuan dijadwalkan selama pendampingannya berjalan."))
    lain = kini.pembimbing if aktor.pegawai_id == kini.pegawai_id else kini.pegawai
    temu = jadwalkan_pertemuan(aktor=aktor, dengan=lain, isi=isi, pada=pada)
    TemuPendampingan.objects.create(pendampingan=kini, pertemuan=temu)
    return temu


def _kunci(aktor: Aktor, pasangan: Pendampingan) -> Pendampingan:
    if not peran_pasangan(aktor=aktor, pasangan=pasangan):
        bukan_anda(_("Langkah ini hanya untuk pembimbing dan yang dibimbing."))
    return (
        Pendampingan.objects.select_for_update(of=("self",))
        .select_related("pegawai", "pembimbing")
        .get(pk=pasangan.pk)
    )


def _langkah(
    aksi: str, aktor: Aktor, pasangan: Pendampingan, pada: dt.date, alasan: str = "", **bidang: Any
) -> HasilLangkah:
    return workflow.jalankan(
        objek=pasangan,
        jenis="pendampingan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_pasangan(aktor=aktor, pasangan=pasangan),
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        muatan={**_orang(pasangan), "oleh_id": aktor.pegawai_id},
    )


def _sebut_pembimbing(aktor: Aktor, pasangan: Pendampingan, pembimbing_id: int | None) -> None:
    """Let the row of the plan name who agreed, or nobody: a mentor who left reads it no longer."""
    baris = KegiatanPengembangan.objects.filter(pk=pasangan.kegiatan_id or 0)
    if pembimbing_id is None:
        baris = baris.filter(pembimbing_id=pasangan.pembimbing_id)
    if baris.update(pembimbing_id=pembimbing_id):
        audit.catat_objek(
            aktor, "kegiatan_pengembangan", pasangan.kegiatan_id or 0, "ganti_pembimbing",
            {"pembimbing": pembimbing_id},
        )  # fmt: skip


def _orang(pasangan: Pendampingan) -> dict[str, int]:
    return {"pegawai_id": pasangan.pegawai_id, "pembimbing_id": pasangan.pembimbing_id}
