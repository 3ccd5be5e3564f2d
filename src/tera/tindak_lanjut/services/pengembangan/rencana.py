"""The plan (RPI): begun by the person, its rows, sent to the rater, agreed or returned, closed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import penilai_pada, penugasan_utama
from tera.tindak_lanjut.models import (
    KegiatanPengembangan,
    Kesenjangan,
    PorsiBelajar,
    RencanaPengembangan,
)
from tera.tindak_lanjut.permissions.pengembangan import peran_orang
from tera.tindak_lanjut.selectors.pengembangan.sasaran import teks_sasaran
from tera.tindak_lanjut.services.pengembangan.dasar import (
    bukan_anda,
    bukan_sekarang,
    periksa_jenis,
    periksa_jp,
    rekan_seinstansi,
    teks_wajib,
    tolak,
)
from tera.tindak_lanjut.services.pengembangan.pendampingan import minta_pembimbing

Status = RencanaPengembangan.Status
TERBUKA = (Status.DRAF, Status.DIKEMBALIKAN)


@dataclass(frozen=True, slots=True)
class IsiKegiatan:
    """One row as typed; ``rujukan`` and ``evaluasi_id`` come from a finding of the map."""

    kesenjangan: str
    uraian_kesenjangan: str
    kegiatan: str
    jenis: str
    porsi: str
    jp: int
    target_pada: dt.date
    pembimbing_id: int | None = None
    asal: str = KegiatanPengembangan.Asal.SENDIRI
    rujukan: str = ""
    evaluasi_id: int | None = None
    sasaran: str = ""


@transaction.atomic
def buka_rencana(*, aktor: Aktor, tahun: int, pada: dt.date) -> RencanaPengembangan:
    """Return the aktor's plan of the year; it begins as a draft when there is none.

    Raises:
        TidakBerwenangError: no person. StatusTidakSesuaiError: another year than this or the next.
    """
    saya = aktor.pegawai_id
    if saya is None:
        bukan_anda(_("Rencana pengembangan disusun oleh pegawainya sendiri."))
    if tahun not in {pada.year, pada.year + 1}:
        bukan_sekarang(_("Rencana disusun untuk tahun ini atau tahun depan."))
    tugas = penugasan_utama(pegawai_id=saya, pada=pada)
    if tugas is None:
        bukan_sekarang(
            _("Anda belum punya penugasan, jadi belum ada unit dan penilai. Hubungi pengelola.")
        )
    satu, baru = RencanaPengembangan.objects.get_or_create(
        pegawai_id=saya,
        tahun=tahun,
        defaults={"instansi_id": aktor.instansi_id, "unit_id": tugas.unit_id},
    )
    if baru:
        audit.catat_objek(aktor, "rencana_pengembangan", satu.pk, "buka", {"tahun": tahun})
    return satu


@transaction.atomic
def tambah_kegiatan(
    *, aktor: Aktor, rencana: RencanaPengembangan, isi: IsiKegiatan, pada: dt.date
) -> KegiatanPengembangan:
    """Add a row; an agreed plan goes back to draft and its agreed rows go on.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    kini = _kunci_milik(aktor, rencana)
    bidang = _periksa(aktor, isi, pada)
    if kini.status == Status.DISETUJUI:
        _langkah("susun_lagi", aktor, kini, pada, frozenset({"pegawai"}))
    elif kini.status not in TERBUKA:
        bukan_sekarang(
            _(
                "Kegiatan belum bisa ditambah: rencana sedang “%(status)s”. Tarik dulu rencananya, "
                "atau tunggu jawaban penilai."
            )
            % {"status": kini.get_status_display()}
        )
    if isi.rujukan and kini.daftar_kegiatan.filter(rujukan=isi.rujukan).exists():
        tolak(
            "uraian_kesenjangan",
            _("Temuan ini sudah ada dalam rencana Anda. Ubah baris yang itu."),
        )
    satu = KegiatanPengembangan.objects.create(
        instansi_id=kini.instansi_id,
        rencana=kini,
        asal=isi.asal,
        rujukan=isi.rujukan,
        evaluasi_id=isi.evaluasi_id,
        **bidang,
    )
    audit.catat_objek(aktor, "kegiatan_pengembangan", satu.pk, "tambah", bidang)
    return satu


@transaction.atomic
def ubah_kegiatan(
    *, aktor: Aktor, kegiatan: KegiatanPengembangan, isi: IsiKegiatan, pada: dt.date
) -> KegiatanPengembangan:
    """Change a row that isn't agreed yet."""
    kini = _kunci_milik(aktor, kegiatan.rencana)
    _belum_disetujui(kini, kegiatan)
    bidang = _periksa(aktor, isi, pada, kegiatan)
    KegiatanPengembangan.objects.filter(pk=kegiatan.pk).update(**bidang)
    audit.catat_objek(aktor, "kegiatan_pengembangan", kegiatan.pk, "ubah", bidang)
    kegiatan.refresh_from_db()
    return kegiatan


@transaction.atomic
def hapus_kegiatan(*, aktor: Aktor, kegiatan: KegiatanPengembangan) -> None:
    """Take a row off the plan before it is agreed."""
    kini = _kunci_milik(aktor, kegiatan.rencana)
    _belum_disetujui(kini, kegiatan)
    audit.catat_objek(aktor, "kegiatan_pengembangan", kegiatan.pk, "hapus", {"rencana": kini.pk})
    kegiatan.delete()


def ajukan_rencana(*, aktor: Aktor, rencana: RencanaPengembangan, pada: dt.date) -> HasilLangkah:
    """Send the plan to the rater.

    Raises: MasukanSalahError: no row. TidakBerwenangError, StatusTidakSesuaiError.
    """
    if not rencana.daftar_kegiatan.exists():
        tolak(
            "kegiatan",
            _("Rencana belum bisa diajukan: belum ada kegiatan. Tambah satu, lalu ajukan lagi."),
        )
    return _langkah("ajukan", aktor, rencana, pada, diajukan_pada=pada)


def tarik_rencana(*, aktor: Aktor, rencana: RencanaPengembangan, pada: dt.date) -> HasilLangkah:
    """Take the plan back to change it."""
    return _langkah("tarik", aktor, rencana, pada)


def susun_lagi(*, aktor: Aktor, rencana: RencanaPengembangan, pada: dt.date) -> HasilLangkah:
    """Open an agreed plan again; what was agreed goes on meanwhile."""
    return _langkah("susun_lagi", aktor, rencana, pada)


@transaction.atomic
def kembalikan_rencana(
    *, aktor: Aktor, rencana: RencanaPengembangan, catatan: str, pada: dt.date
) -> HasilLangkah:
    """Return the plan with words for the person."""
    peran = peran_orang(aktor=aktor, pegawai_id=rencana.pegawai_id, pada=pada)
    if "penilai" not in peran:
        bukan_anda(_("Rencana dikembalikan oleh pejabat penilainya."))
    bersih = teks_wajib(catatan, "catatan")
    return _langkah(
        "kembalikan", aktor, rencana, pada, peran, alasan=bersih, catatan_pengembalian=bersih
    )


@transaction.atomic
def setujui_rencana(*, aktor: Aktor, rencana: RencanaPengembangan, pada: dt.date) -> HasilLangkah:
    """Agree to the plan: every row that waited may begin, and the mentors it names are asked."""
    hasil = _langkah(
        "setujui",
        aktor,
        rencana,
        pada,
        disetujui_pada=pada,
        penyetuju_id=aktor.pegawai_id,
        catatan_pengembalian="",
    )
    baru = rencana.daftar_kegiatan.filter(disetujui_pada__isnull=True)
    berpembimbing = list(
        baru.filter(pembimbing__isnull=False).select_related("pembimbing", "rencana").order_by("pk")
    )
    baru.update(disetujui_pada=pada)
    for satu in berpembimbing:
        minta_pembimbing(aktor=aktor, kegiatan=satu, pada=pada)
    return hasil


def tutup_tahun(*, instansi_id: int, zona: str, pada: dt.date) -> int:
    """Close the plans of years that ended; rows keep their state. Safe to run twice."""
    aktor = Aktor.sistem(instansi_id, zona)
    n = 0
    for satu in RencanaPengembangan.objects.filter(
        instansi_id=instansi_id, tahun__lt=pada.year
    ).exclude(status=Status.DITUTUP):
        _langkah("tutup", aktor, satu, pada, frozenset({"sistem"}))
        n += 1
    return n


def _langkah(
    aksi: str,
    aktor: Aktor,
    rencana: RencanaPengembangan,
    pada: dt.date,
    peran: frozenset[str] | None = None,
    alasan: str = "",
    **bidang: Any,
) -> HasilLangkah:
    if peran is None:
        peran = peran_orang(aktor=aktor, pegawai_id=rencana.pegawai_id, pada=pada)
    return workflow.jalankan(
        objek=rencana,
        jenis="rencana_pengembangan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        muatan={"pegawai_id": rencana.pegawai_id, "penilai_id": _penilai(rencana.pegawai, pada)}
        if aksi == "ajukan"
        else {"pegawai_id": rencana.pegawai_id},
    )


def _penilai(pegawai: Pegawai, pada: dt.date) -> int | None:
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    hasil = penilai_pada(penugasan=tugas, pada=pada) if tugas else None
    return hasil.penilai.pk if hasil and hasil.penilai else None


def _kunci_milik(aktor: Aktor, rencana: RencanaPengembangan) -> RencanaPengembangan:
    if aktor.pegawai_id is None or aktor.pegawai_id != rencana.pegawai_id:
        bukan_anda(_("Rencana pengembangan disusun oleh pegawainya sendiri."))
    return RencanaPengembangan.objects.select_for_update(of=("self",)).get(pk=rencana.pk)


def _belum_disetujui(rencana: RencanaPengembangan, kegiatan: KegiatanPengembangan) -> None:
    if kegiatan.disetujui_pada is not None:
        bukan_sekarang(
            _(
                "Kegiatan ini sudah disetujui, jadi tidak diubah lagi. Batalkan dengan alasan, "
                "lalu tambah yang baru."
            )
        )
    if rencana.status not in TERBUKA:
        bukan_sekarang(
            _("Rencana sedang “%(status)s”. Tarik dulu rencananya, lalu ubah.")
            % {"status": rencana.get_status_display()}
        )


def _sasaran(
    aktor: Aktor, kunci: str, pada: dt.date, lama: KegiatanPengembangan | None
) -> dict[str, str]:
    """Return the target with its words; one named before may stay though the plan moved on."""
    if not kunci:
        return {"sasaran": "", "sasaran_teks": ""}
    if lama is not None and lama.sasaran == kunci:
        return {"sasaran": kunci, "sasaran_teks": lama.sasaran_teks}
    saya = Pegawai.objects.get(pk=aktor.pegawai_id or 0)
    teks = teks_sasaran(pegawai=saya, kunci=kunci, pada=pada)
    if teks is None:
        tolak("sasaran", _("Baris itu tidak ada di SKP Anda yang berlaku. Pilih dari daftar."))
    return {"sasaran": kunci, "sasaran_teks": teks[:300]}


def _periksa(
    aktor: Aktor, isi: IsiKegiatan, pada: dt.date, lama: KegiatanPengembangan | None = None
) -> dict[str, Any]:
    if isi.kesenjangan not in Kesenjangan.values:
        tolak("kesenjangan", _("Pilih kelompok kompetensinya dari daftar."))
    if isi.porsi not in PorsiBelajar.values:
        tolak("porsi", _("Pilih cara belajarnya dari daftar."))
    if isi.target_pada < pada:
        tolak("target_pada", _("Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya."))
    if isi.target_pada.year > pada.year + 1:
        tolak("target_pada", _("Tanggal itu lebih dari akhir tahun depan. Pilih yang lebih dekat."))
    if isi.pembimbing_id is not None:
        if isi.pembimbing_id == aktor.pegawai_id:
            tolak("pembimbing", _("Pilih orang lain sebagai pembimbing."))
        rekan_seinstansi(aktor, isi.pembimbing_id, "pembimbing")
    return {
        "kesenjangan": isi.kesenjangan,
        "uraian_kesenjangan": teks_wajib(isi.uraian_kesenjangan, "uraian_kesenjangan", 500),
        **_sasaran(aktor, isi.sasaran, pada, lama),
        "kegiatan": teks_wajib(isi.kegiatan, "kegiatan", 300),
        "jenis": periksa_jenis(isi.jenis, pada),
        "porsi": isi.porsi,
        "jp": periksa_jp(isi.jp),
        "target_pada": isi.target_pada,
        "pembimbing_id": isi.pembimbing_id,
    }
