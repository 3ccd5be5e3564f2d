"""The path after a masa perbaikan: each arrow with its decider, letter and day; and closing."""

import datetime as dt
from dataclasses import dataclass
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import clock, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import StatusTidakSesuaiError
from tera.core.workflow import HasilLangkah
from tera.regulasi.alur import ALUR
from tera.regulasi.tindak_lanjut import MASA_PERBAIKAN, tambah_bulan
from tera.tindak_lanjut.models import KeputusanTindakan, RencanaPerbaikan, TindakLanjut
from tera.tindak_lanjut.permissions.tindakan import PEMUTUS, peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import rencana_dari
from tera.tindak_lanjut.services.tindakan.dasar import (
    bidang_galat,
    bukan_keberatan,
    muatan,
    teks_wajib,
    tidak_di_depan,
)
from tera.tindak_lanjut.services.tindakan.hasil_tulis import batalkan_rencana
from tera.tindak_lanjut.services.tindakan.perbaikan import kunci_tindakan

#: Arrows that a letter decides.
AKSI_KEPUTUSAN = tuple(
    dict.fromkeys(
        satu.aksi
        for satu in ALUR["tindak_lanjut"]
        if satu.oleh <= PEMUTUS and satu.aksi not in {"tuntaskan", "tutup"}
    )
)


@dataclass(frozen=True, slots=True)
class IsiKeputusan:
    """A letter as it was typed, with its scan."""

    nomor: str
    tanggal: dt.date
    keterangan: str
    nama_berkas: str
    isi_berkas: IO[bytes]


@transaction.atomic
def putuskan_jalur(
    *, aktor: Aktor, tindakan: TindakLanjut, aksi: str, isi: IsiKeputusan, pada: dt.date
) -> HasilLangkah:
    """Take one arrow of the path; only with a letter, by a PyB or the pejabat pembina.

    Raises: TidakBerwenangError, StatusTidakSesuaiError (not now), MasukanSalahError.
    """
    if aksi not in AKSI_KEPUTUSAN:
        raise ValueError(f"{aksi} bukan keputusan jalur")
    kini = kunci_tindakan(tindakan)
    peran = peran_tindakan(aktor=aktor, tindakan=kini, pada=pada)
    boleh_memutus(kini, aksi, peran)
    bukan_keberatan(kini)
    syarat_jalur(kini, aksi, pada)
    galat: dict[str, list[str]] = {}
    if not isi.nomor.strip():
        galat["nomor"] = [_("Isi nomor suratnya; tanpa surat langkah ini tidak bisa dicatat.")]
    if not isi.keterangan.strip():
        galat["keterangan"] = [_("Tulis pertimbangannya; pegawai membacanya.")]
    bidang_galat(galat)
    tidak_di_depan(isi.tanggal, pada, "tanggal")
    berkas = simpan_berkas(
        aktor=aktor, nama=isi.nama_berkas, isi=isi.isi_berkas, keperluan="keputusan_tindakan"
    )
    KeputusanTindakan.objects.create(
        tindakan=kini,
        aksi=aksi,
        nomor=isi.nomor.strip(),
        tanggal=isi.tanggal,
        berkas=berkas,
        keterangan=isi.keterangan.strip(),
        pemutus_id=aktor.pegawai_id,
        nama_pemutus=aktor.nama,
        dicatat_at=clock.sekarang(),
    )
    bidang: dict[str, Any] = {}
    if aksi == "tempatkan_sementara":
        bulan = MASA_PERBAIKAN.pada(pada).nilai["penempatan_sementara"]
        bidang = {"sementara_sampai": tambah_bulan(isi.tanggal, bulan)}
    return workflow.jalankan(
        objek=kini,
        jenis="tindak_lanjut",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=f"Surat {isi.nomor.strip()}",
        bidang=bidang,
        isi={"nomor": isi.nomor.strip(), "tanggal": isi.tanggal.isoformat(), "aksi": aksi},
        muatan=muatan(kini, aktor.pegawai_id),
    )


def boleh_memutus(tindakan: TindakLanjut, aksi: str, peran: frozenset[str]) -> None:
    """Refuse as the workflow would, before anything is typed or kept."""
    workflow.langkah_berlaku(
        jenis="tindak_lanjut", aksi=aksi, status=tindakan.status, daftar_peran=peran,
        objek_id=tindakan.pk,
    )  # fmt: skip


def syarat_jalur(tindakan: TindakLanjut, aksi: str, pada: dt.date) -> None:
    """Refuse an arrow whose time hasn't come; the page shows the same sentence."""
    sebab = halangan_jalur(tindakan, aksi, pada, rencana_dari(tindakan))
    if sebab:
        raise StatusTidakSesuaiError(sebab)


def halangan_jalur(
    tindakan: TindakLanjut, aksi: str, pada: dt.date, rencana: RencanaPerbaikan | None
) -> str:
    """Return why an arrow can't be taken yet; empty when it can."""
    if aksi == "tugaskan_uji_kompetensi":
        if tindakan.jenis != TindakLanjut.Jenis.PERBAIKAN:
            return _(
                "Pembinaan tidak berlanjut ke uji kompetensi: predikat dan jabatannya tidak "
                "termasuk pemicu masa perbaikan."
            )
        if rencana is None or rencana.status != RencanaPerbaikan.Status.BELUM_MEMBAIK:
            return _(
                "Uji kompetensi menunggu kesimpulan penilai bahwa kinerjanya belum membaik "
                "sesudah masa perbaikan enam bulan."
            )
    if (
        aksi == "usulkan_pemberhentian"
        and tindakan.sementara_sampai is not None
        and pada <= tindakan.sementara_sampai
    ):
        return _(
            "Penempatan sementara berlangsung sampai %(tanggal)s. Selama itu jabatan yang sesuai "
            "masih dicarikan; usul pemberhentian baru bisa sesudahnya."
        ) % {"tanggal": f"{tindakan.sementara_sampai:%d-%m-%Y}"}
    return ""


@transaction.atomic
def tuntaskan_prioritas(
    *, aktor: Aktor, tindakan: TindakLanjut, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Say what was done for somebody of the priority list."""
    kini = kunci_tindakan(tindakan)
    peran = peran_tindakan(aktor=aktor, tindakan=kini, pada=pada)
    if kini.jenis != TindakLanjut.Jenis.PRIORITAS:
        raise StatusTidakSesuaiError(
            _("Hanya daftar prioritas yang ditandai begini; yang lain selesai lewat rencananya.")
        )
    teks = teks_wajib(alasan, "alasan") if peran & PEMUTUS else ""
    return workflow.jalankan(
        objek=kini, jenis="tindak_lanjut", aksi="tuntaskan", aktor=aktor, daftar_peran=peran,
        pada=pada, alasan=teks, muatan=muatan(kini, aktor.pegawai_id),
    )  # fmt: skip


@transaction.atomic
def tutup_tindakan(
    *, aktor: Aktor, tindakan: TindakLanjut, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Close a follow-up that shouldn't stand: force majeure, a wrong basis; with a reason."""
    kini = kunci_tindakan(tindakan)
    peran = peran_tindakan(aktor=aktor, tindakan=kini, pada=pada)
    teks = teks_wajib(alasan, "alasan") if peran & PEMUTUS else ""
    hasil = workflow.jalankan(
        objek=kini, jenis="tindak_lanjut", aksi="tutup", aktor=aktor, daftar_peran=peran,
        pada=pada, alasan=teks, muatan=muatan(kini, aktor.pegawai_id),
    )  # fmt: skip
    batalkan_rencana(aktor=aktor, tindakan=[kini.pk], pada=pada)
    return hasil
