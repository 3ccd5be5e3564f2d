"""The yearly review: figures frozen, a note, dated agreements; what stays open returns."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.dasbor.permissions import PENULIS, peran_kesepakatan, peran_tinjauan
from tera.dasbor.selectors.tinjauan import angka_tinjauan
from tera.organisasi.models import JenisPeriode, Pegawai, Periode

PANJANG_CATATAN = 8000
PANJANG_URAIAN = 500


@transaction.atomic
def susun_tinjauan(*, aktor: Aktor, periode: Periode, pada: dt.date) -> TinjauanTahunan:
    """Begin the review of a year that is over: its figures are frozen as they stand today.

    Agreements of earlier reviews that are still open go on in this one.

    Raises:
        TidakBerwenangError: no pengelola or pejabat pembina of the whole instansi.
        StatusTidakSesuaiError: the year still runs, or has its review.
    """
    wajib_penulis(aktor, pada)
    if periode.instansi_id != aktor.instansi_id or periode.jenis != JenisPeriode.TAHUNAN:
        raise TidakBerwenangError(_("Tinjauan disusun untuk tahun kinerja instansi Anda sendiri."))
    if pada <= periode.selesai:
        raise StatusTidakSesuaiError(
            _("Tahun %(tahun)s masih berjalan. Tinjauan disusun sesudah %(hari)s.")
            % {"tahun": periode.tahun, "hari": f"{periode.selesai:%d-%m-%Y}"}
        )
    try:
        with transaction.atomic():
            tinjauan = TinjauanTahunan.objects.create(
                instansi_id=aktor.instansi_id,
                periode=periode,
                isi=angka_tinjauan(aktor=aktor, periode=periode, pada=pada),
                dibekukan_pada=pada,
                penyusun_id=aktor.pegawai_id or 0,
                nama_penyusun=aktor.nama,
            )
    except IntegrityError as galat:
        raise StatusTidakSesuaiError(
            _("Tinjauan tahun %(tahun)s sudah disusun. Buka yang sudah ada.")
            % {"tahun": periode.tahun}
        ) from galat
    audit.catat_objek(aktor, "tinjauan_tahunan", tinjauan.pk, "susun", {"periode_id": periode.pk})
    for lama in KesepakatanTinjauan.objects.filter(
        instansi_id=aktor.instansi_id,
        status=KesepakatanTinjauan.Status.TERBUKA,
        tinjauan__periode__tahun__lt=periode.tahun,
    ).order_by("pk"):
        _langkah("bawa", aktor, lama, pada)
        baru = KesepakatanTinjauan.objects.create(
            instansi_id=lama.instansi_id,
            tinjauan=tinjauan,
            uraian=lama.uraian,
            penanggung_jawab_id=lama.penanggung_jawab_id,
            tenggat=lama.tenggat,
            asal=lama,
        )
        _catat(aktor, baru)
    return tinjauan


@transaction.atomic
def bekukan_ulang(*, aktor: Aktor, tinjauan: TinjauanTahunan, pada: dt.date) -> TinjauanTahunan:
    """Count again while the review is being written: late results may have come in.

    Raises: TidakBerwenangError, StatusTidakSesuaiError.
    """
    wajib_penulis(aktor, pada)
    kini = _kunci(tinjauan)
    kini.isi = angka_tinjauan(aktor=aktor, periode=kini.periode, pada=pada)
    kini.dibekukan_pada = pada
    kini.save()
    audit.catat_objek(aktor, "tinjauan_tahunan", kini.pk, "bekukan", {"isi": kini.isi})
    return kini


@transaction.atomic
def tulis_catatan(
    *, aktor: Aktor, tinjauan: TinjauanTahunan, catatan: str, revisi: int, pada: dt.date
) -> TinjauanTahunan:
    """Write what the figures mean.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: set already, or somebody wrote meanwhile.
    """
    wajib_penulis(aktor, pada)
    bersih = _teks(catatan, "catatan", PANJANG_CATATAN)
    kini = _kunci(tinjauan)
    if kini.revisi != revisi:
        raise StatusTidakSesuaiError(
            _(
                "Catatan ini baru saja disimpan orang lain. Tulisan Anda masih ada di bawah: "
                "bandingkan dengan yang tersimpan, lalu simpan lagi."
            )
        )
    kini.catatan, kini.revisi = bersih, revisi + 1
    kini.save()
    audit.catat_objek(aktor, "tinjauan_tahunan", kini.pk, "tulis", {"catatan": bersih})
    return kini


@transaction.atomic
def catat_kesepakatan(
    *,
    aktor: Aktor,
    tinjauan: TinjauanTahunan,
    uraian: str,
    penanggung_jawab_id: int,
    tenggat: dt.date,
    pada: dt.date,
) -> KesepakatanTinjauan:
    """Record what will be done, by whom, until when; also after the review was set.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    wajib_penulis(aktor, pada)
    bersih = _teks(uraian, "uraian", PANJANG_URAIAN)
    if tenggat < pada:
        _tolak("tenggat", _("Tenggat itu sudah lewat. Pilih hari ini atau sesudahnya."))
    if tenggat > pada + dt.timedelta(days=2 * 366):
        _tolak("tenggat", _("Tenggat itu lebih dari dua tahun lagi. Pilih yang lebih dekat."))
    orang = Pegawai.objects.filter(pk=penanggung_jawab_id, instansi_id=aktor.instansi_id)
    if not orang.exists():
        _tolak("nip", _("Tidak ada pegawai dengan NIP itu di instansi Anda. Periksa angkanya."))
    satu = KesepakatanTinjauan.objects.create(
        instansi_id=aktor.instansi_id,
        tinjauan=tinjauan,
        uraian=bersih,
        penanggung_jawab_id=penanggung_jawab_id,
        tenggat=tenggat,
    )
    _catat(aktor, satu)
    return satu


@transaction.atomic
def tetapkan_tinjauan(*, aktor: Aktor, tinjauan: TinjauanTahunan, pada: dt.date) -> HasilLangkah:
    """Set the review: its figures and its note change no more.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: nothing was written or
    agreed.
    """
    wajib_penulis(aktor, pada)
    tinjauan.refresh_from_db()
    if not tinjauan.catatan.strip():
        raise MasukanSalahError(
            _("Tinjauan belum bisa ditetapkan: catatannya kosong. Tulis dulu, lalu tetapkan.")
        )
    if not tinjauan.daftar_kesepakatan.exists():
        raise MasukanSalahError(
            _(
                "Tinjauan belum bisa ditetapkan: belum ada kesepakatan. Catat sedikitnya satu hal "
                "yang akan diperbaiki, siapa yang mengerjakan, dan sampai kapan."
            )
        )
    return workflow.jalankan(
        objek=tinjauan,
        jenis="tinjauan_tahunan",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran_tinjauan(aktor=aktor, pada=pada),
        pada=pada,
        bidang={"ditetapkan_pada": pada, "nama_penetap": aktor.nama},
    )


@transaction.atomic
def selesaikan_kesepakatan(
    *, aktor: Aktor, kesepakatan: KesepakatanTinjauan, hasil: str, pada: dt.date
) -> HasilLangkah:
    """Say that it is done, and what came of it."""
    bersih = _teks(hasil, "hasil", PANJANG_URAIAN)
    return _langkah("selesaikan", aktor, kesepakatan, pada, hasil=bersih, selesai_pada=pada)


@transaction.atomic
def batalkan_kesepakatan(
    *, aktor: Aktor, kesepakatan: KesepakatanTinjauan, hasil: str, pada: dt.date
) -> HasilLangkah:
    """Give it up, with the reason."""
    bersih = _teks(hasil, "hasil", PANJANG_URAIAN)
    return _langkah("batalkan", aktor, kesepakatan, pada, alasan=bersih, hasil=bersih)


def wajib_penulis(aktor: Aktor, pada: dt.date) -> None:
    """Refuse whoever isn't pengelola or pejabat pembina of the whole instansi."""
    if not peran_tinjauan(aktor=aktor, pada=pada) & PENULIS:
        raise TidakBerwenangError(
            _(
                "Tinjauan tahunan ditulis pengelola kinerja instansi atau pejabat pembina. Anda "
                "bisa menyampaikan masukan kepada mereka."
            )
        )


def _kunci(tinjauan: TinjauanTahunan) -> TinjauanTahunan:
    kini = (
        TinjauanTahunan.objects.select_for_update(of=("self",))
        .select_related("periode")
        .get(pk=tinjauan.pk)
    )
    if kini.status != TinjauanTahunan.Status.DISUSUN:
        raise StatusTidakSesuaiError(
            _("Tinjauan ini sudah ditetapkan, jadi tidak diubah lagi. Catat kesepakatan baru saja.")
        )
    return kini


def _langkah(
    aksi: str,
    aktor: Aktor,
    kesepakatan: KesepakatanTinjauan,
    pada: dt.date,
    *,
    alasan: str = "",
    **bidang: Any,
) -> HasilLangkah:
    return workflow.jalankan(
        objek=kesepakatan,
        jenis="kesepakatan_tinjauan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_kesepakatan(aktor=aktor, kesepakatan=kesepakatan, pada=pada),
        pada=pada,
        alasan=alasan,
        bidang=bidang,
    )


def _catat(aktor: Aktor, satu: KesepakatanTinjauan) -> None:
    audit.catat_objek(
        aktor,
        "kesepakatan_tinjauan",
        satu.pk,
        "catat",
        {
            "uraian": satu.uraian,
            "tenggat": satu.tenggat,
            "penanggung_jawab_id": satu.penanggung_jawab_id,
        },
    )


def _teks(teks: str, bidang: str, batas: int) -> str:
    bersih = teks.strip()
    if not bersih:
        _tolak(bidang, _("Belum ada yang ditulis. Tulis dulu, lalu kirim lagi."))
    if len(bersih) > batas:
        _tolak(
            bidang,
            _("Isian %(n)s huruf, batasnya %(batas)s. Ringkas dulu.")
            % {"n": len(bersih), "batas": batas},
        )
    return bersih


def _tolak(bidang: str, pesan: str) -> None:
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})
