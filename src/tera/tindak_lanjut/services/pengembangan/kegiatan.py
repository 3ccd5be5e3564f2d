"""A row of the plan followed to its end: begun, done with evidence, verified, returned, dropped."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.models import Berkas
from tera.core.workflow import HasilLangkah
from tera.organisasi.selectors import penilai_pada, penugasan_utama
from tera.tindak_lanjut.models import KegiatanPengembangan, PesertaPelatihan, RencanaPengembangan
from tera.tindak_lanjut.permissions.pengembangan import peran_orang
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import bisa_dilaporkan, tempat_kegiatan
from tera.tindak_lanjut.services.pengembangan.dasar import (
    bukan_anda,
    bukan_sekarang,
    periksa_jp,
    teks_wajib,
    tolak,
)


def mulai_kegiatan(*, aktor: Aktor, kegiatan: KegiatanPengembangan, pada: dt.date) -> HasilLangkah:
    """Begin an agreed row.

    Raises: StatusTidakSesuaiError: not agreed yet. TidakBerwenangError.
    """
    if kegiatan.disetujui_pada is None and kegiatan.rencana.pegawai_id == aktor.pegawai_id:
        bukan_sekarang(
            _("Belum bisa dimulai: rencananya belum disetujui penilai. Ajukan dulu rencananya.")
        )
    return _langkah("mulai", aktor, kegiatan, pada, mulai_pada=pada)


@transaction.atomic
def selesaikan_kegiatan(
    *,
    aktor: Aktor,
    kegiatan: KegiatanPengembangan,
    hasil: str,
    jp: int,
    selesai_pada: dt.date,
    pada: dt.date,
    tautan: str = "",
    berkas: Berkas | None = None,
) -> HasilLangkah:
    """Report that it is done, with what came of it, JP and evidence; the rater verifies.

    A training that was passed for the row begins it, and its certificate is the evidence.

    Raises:
        MasukanSalahError: no evidence for JP, or a day that lies ahead. TidakBerwenangError,
        StatusTidakSesuaiError.
    """
    if kegiatan.rencana.pegawai_id != aktor.pegawai_id:
        bukan_anda(_("Kegiatan dilaporkan selesai oleh pegawainya sendiri."))
    bersih = teks_wajib(hasil, "hasil")
    periksa_jp(jp, "jp_diperoleh")
    if selesai_pada > pada:
        tolak("selesai_pada", _("Tanggal selesai belum tiba. Tulis hari ini atau sebelumnya."))
    if kegiatan.mulai_pada and selesai_pada < kegiatan.mulai_pada:
        tolak("selesai_pada", _("Tanggal selesai sebelum kegiatan dimulai. Betulkan tanggalnya."))
    tempat = tempat_kegiatan(kegiatan=kegiatan)
    lulus = tempat if tempat and tempat.status == PesertaPelatihan.Status.LULUS else None
    bukti = berkas or kegiatan.berkas or (lulus.sertifikat if lulus else None)
    if jp and not (bukti or tautan):
        tolak(
            "berkas",
            _("JP hanya dihitung dengan bukti. Unggah sertifikat atau foto, atau isi tautannya."),
        )
    if lulus and kegiatan.status == KegiatanPengembangan.Status.DIRENCANAKAN:
        lulus.kegiatan = kegiatan
        if bisa_dilaporkan(peserta=lulus):
            mulai = min(lulus.sesi.mulai, selesai_pada)
            _langkah("mulai", aktor, kegiatan, pada, mulai_pada=mulai)
    return _langkah(
        "selesaikan",
        aktor,
        kegiatan,
        pada,
        hasil=bersih,
        jp_diperoleh=jp,
        selesai_pada=selesai_pada,
        tautan=tautan,
        berkas_id=bukti.pk if bukti else None,
        catatan_penilai="",
    )


def verifikasi_kegiatan(
    *, aktor: Aktor, kegiatan: KegiatanPengembangan, pada: dt.date
) -> HasilLangkah:
    """The rater saw the evidence: the JP count."""
    return _langkah("verifikasi", aktor, kegiatan, pada, diverifikasi_pada=pada)


@transaction.atomic
def kembalikan_kegiatan(
    *, aktor: Aktor, kegiatan: KegiatanPengembangan, catatan: str, pada: dt.date
) -> HasilLangkah:
    """Return a report with words: evidence is missing, or the JP don't fit."""
    peran = _peran(aktor, kegiatan, pada)
    if "penilai" not in peran:
        bukan_anda(_("Laporan kegiatan dikembalikan oleh pejabat penilainya."))
    bersih = teks_wajib(catatan, "catatan")
    return _langkah(
        "kembalikan", aktor, kegiatan, pada, peran, alasan=bersih, catatan_penilai=bersih
    )


@transaction.atomic
def batalkan_kegiatan(
    *, aktor: Aktor, kegiatan: KegiatanPengembangan, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Drop a row with a reason; it stays readable."""
    peran = _peran(aktor, kegiatan, pada)
    if not peran & {"pegawai", "penilai"}:
        bukan_anda(_("Kegiatan dibatalkan oleh pegawainya atau pejabat penilainya."))
    bersih = teks_wajib(alasan, "alasan")
    return _langkah("batalkan", aktor, kegiatan, pada, peran, alasan=bersih, alasan_batal=bersih)


def _peran(aktor: Aktor, kegiatan: KegiatanPengembangan, pada: dt.date) -> frozenset[str]:
    return peran_orang(aktor=aktor, pegawai_id=kegiatan.rencana.pegawai_id, pada=pada)


def _langkah(
    aksi: str,
    aktor: Aktor,
    kegiatan: KegiatanPengembangan,
    pada: dt.date,
    peran: frozenset[str] | None = None,
    alasan: str = "",
    **bidang: Any,
) -> HasilLangkah:
    rencana = kegiatan.rencana
    if rencana.status == RencanaPengembangan.Status.DITUTUP and aksi not in {
        "verifikasi",
        "kembalikan",
        "selesaikan",
    }:
        bukan_sekarang(
            _("Tahun rencana ini sudah ditutup. Masukkan kegiatannya ke rencana tahun ini.")
        )
    return workflow.jalankan(
        objek=kegiatan,
        jenis="kegiatan_pengembangan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=_peran(aktor, kegiatan, pada) if peran is None else peran,
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        muatan={
            "pegawai_id": rencana.pegawai_id,
            **({"penilai_id": _penilai(rencana, pada)} if aksi == "selesaikan" else {}),
        },
    )


def _penilai(rencana: RencanaPengembangan, pada: dt.date) -> int | None:
    tugas = penugasan_utama(pegawai_id=rencana.pegawai_id, pada=pada)
    hasil = penilai_pada(penugasan=tugas, pada=pada) if tugas else None
    return hasil.penilai.pk if hasil and hasil.penilai else None
