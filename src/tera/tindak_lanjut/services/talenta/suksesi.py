"""Succession groups: opened for a post, filled with reasons, set by document, reviewed yearly."""

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import JenisJabatan, Pegawai, UnitKerja
from tera.tindak_lanjut.models import AnggotaSuksesi, KelompokSuksesi
from tera.tindak_lanjut.permissions.talenta import peran_kelompok
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.selectors.talenta.suksesi import kotak_terbaru
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen, tolak, wajib, wajib_peran

PENYUSUN = ("pengelola", "pejabat_pembina")


@dataclass(frozen=True, slots=True)
class IsiKelompok:
    """The post a group is for, and why it is critical or strategic."""

    jabatan_target: str
    jenis_jabatan: str
    unit_id: int
    alasan: str


@dataclass(frozen=True, slots=True)
class IsiAnggota:
    """Who is put in, how ready, why."""

    pegawai_id: int
    kesiapan: str
    alasan: str


@transaction.atomic
def buat_kelompok(*, aktor: Aktor, isi: IsiKelompok, pada: dt.date) -> KelompokSuksesi:
    """Open a group for one post of one unit.

    Raises:
        TidakBerwenangError: no pengelola of the unit. MasukanSalahError: the post has a group.
    """
    unit = UnitKerja.objects.filter(pk=isi.unit_id, instansi_id=aktor.instansi_id).first()
    if unit is None:
        tolak("unit", _("Unit itu tidak ada di instansi Anda. Pilih dari daftar."))
    wajib_peran(jangkauan(aktor=aktor, pada=pada).peran_atas(unit.path), *PENYUSUN)
    if isi.jenis_jabatan not in JenisJabatan.values:
        tolak("jenis_jabatan", _("Pilih jenis jabatan dari daftar."))
    try:
        with transaction.atomic():
            kelompok = KelompokSuksesi.objects.create(
                instansi_id=aktor.instansi_id,
                jabatan_target=wajib(isi.jabatan_target, "jabatan_target", 300),
                jenis_jabatan=isi.jenis_jabatan,
                unit=unit,
                alasan=wajib(isi.alasan, "alasan"),
                dibuat_pada=pada,
                nama_pembuat=aktor.nama,
            )
    except IntegrityError:
        tolak(
            "jabatan_target",
            _("Jabatan itu di unit yang sama sudah punya kelompok. Buka dari daftar."),
        )
    audit.catat_objek(
        aktor, "kelompok_suksesi", kelompok.pk, "buat", {"jabatan": kelompok.jabatan_target}
    )
    return kelompok


@transaction.atomic
def masukkan_anggota(
    *, aktor: Aktor, kelompok: KelompokSuksesi, isi: IsiAnggota, pada: dt.date
) -> AnggotaSuksesi:
    """Put a person in, from box 7–9 or by the committee's decision with its reason.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError: not being made.
        MasukanSalahError: of another instansi, in it already, or oneself.
    """
    _wajib_disusun(aktor, kelompok, pada)
    pegawai = Pegawai.objects.filter(pk=isi.pegawai_id, instansi_id=aktor.instansi_id).first()
    if pegawai is None:
        tolak("pegawai", _("Pegawai itu tidak ada di instansi Anda. Periksa NIP-nya."))
    if pegawai.pk == aktor.pegawai_id:
        raise TidakBerwenangError(
            _("Anda tidak bisa memasukkan diri sendiri. Minta pengelola lain mengusulkannya.")
        )
    if isi.kesiapan not in AnggotaSuksesi.Kesiapan.values:
        tolak("kesiapan", _("Pilih kesiapannya."))
    alasan = wajib(isi.alasan, "alasan")
    kotak = kotak_terbaru(instansi_id=aktor.instansi_id, pegawai_id=pegawai.pk)
    dari_kotak = kotak is not None and kotak.krs
    try:
        with transaction.atomic():
            anggota = AnggotaSuksesi.objects.create(
                kelompok=kelompok,
                pegawai=pegawai,
                asal=AnggotaSuksesi.Asal.KOTAK if dari_kotak else AnggotaSuksesi.Asal.PUTUSAN,
                tahun_kotak=kotak.peta.tahun if kotak else None,
                kotak=kotak.kotak if kotak else None,
                kesiapan=isi.kesiapan,
                alasan=alasan,
                sejak=pada,
                nama_aktor=aktor.nama,
            )
    except IntegrityError:
        tolak("pegawai", _("Orang itu sudah ada dalam kelompok ini."))
    audit.catat_objek(
        aktor,
        "kelompok_suksesi",
        kelompok.pk,
        "masukkan",
        {"pegawai_id": pegawai.pk, "kesiapan": isi.kesiapan, "alasan": alasan},
    )
    return anggota


@transaction.atomic
def keluarkan_anggota(*, aktor: Aktor, anggota: AnggotaSuksesi, alasan: str, pada: dt.date) -> None:
    """Take a person out; the row stays with its last day and the reason."""
    kelompok = anggota.kelompok
    _wajib_disusun(aktor, kelompok, pada)
    teks = wajib(alasan, "alasan", 500)
    berubah = AnggotaSuksesi.objects.filter(pk=anggota.pk, sampai__isnull=True).update(
        sampai=pada, alasan_keluar=teks
    )
    if not berubah:
        raise StatusTidakSesuaiError(_("Orang itu sudah dikeluarkan. Muat ulang halaman."))
    audit.catat_objek(
        aktor,
        "kelompok_suksesi",
        kelompok.pk,
        "keluarkan",
        {"pegawai_id": anggota.pegawai_id, "alasan": teks},
    )


@transaction.atomic
def tetapkan_kelompok(
    *, aktor: Aktor, kelompok: KelompokSuksesi, dokumen: IsiDokumen, pada: dt.date
) -> None:
    """Set the group by a document; it is reviewed within a year.

    Raises:
        MasukanSalahError: nobody in it, or the one who sets is in it.
    """
    isi = list(
        AnggotaSuksesi.objects.filter(kelompok=kelompok, sampai__isnull=True).values_list(
            "pegawai_id", flat=True
        )
    )
    if not isi:
        raise MasukanSalahError(
            _("Kelompok masih kosong. Masukkan sedikitnya satu orang, lalu tetapkan.")
        )
    if aktor.pegawai_id in isi:
        raise TidakBerwenangError(
            _("Anda anggota kelompok ini, jadi pejabat lain yang menetapkannya.")
        )
    workflow.jalankan(
        objek=kelompok,
        jenis="kelompok_suksesi",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran_kelompok(jangkauan=jangkauan(aktor=aktor, pada=pada), kelompok=kelompok),
        pada=pada,
        bidang={
            **dokumen.bidang(aktor=aktor, pada=pada),
            "ditetapkan_pada": pada,
            "tinjau_sebelum": _setahun_lagi(pada),
        },
        muatan={"anggota": isi},
    )


def tinjau_kelompok(*, aktor: Aktor, kelompok: KelompokSuksesi, alasan: str, pada: dt.date) -> None:
    """Open a set group for its review: members may be changed, then it is set again."""
    _langkah(aktor, kelompok, "tinjau_lagi", alasan, pada)


def tutup_kelompok(*, aktor: Aktor, kelompok: KelompokSuksesi, alasan: str, pada: dt.date) -> None:
    """Close a group: the post is filled, or isn't critical any more."""
    _langkah(aktor, kelompok, "tutup", alasan, pada)


def _langkah(
    aktor: Aktor, kelompok: KelompokSuksesi, aksi: str, alasan: str, pada: dt.date
) -> None:
    workflow.jalankan(
        objek=kelompok,
        jenis="kelompok_suksesi",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_kelompok(jangkauan=jangkauan(aktor=aktor, pada=pada), kelompok=kelompok),
        pada=pada,
        alasan=wajib(alasan, "alasan"),
    )


def _wajib_disusun(aktor: Aktor, kelompok: KelompokSuksesi, pada: dt.date) -> None:
    luas = jangkauan(aktor=aktor, pada=pada)
    wajib_peran(peran_kelompok(jangkauan=luas, kelompok=kelompok), *PENYUSUN)
    kini = KelompokSuksesi.objects.select_for_update(of=("self",)).get(pk=kelompok.pk)
    if kini.status != KelompokSuksesi.Status.DISUSUN:
        raise StatusTidakSesuaiError(
            _("Kelompok ini sudah %(status)s, jadi susunannya tetap. Tinjau lagi dulu.")
            % {"status": kini.get_status_display().lower()}
        )


def _setahun_lagi(pada: dt.date) -> dt.date:
    return dt.date(pada.year + 1, pada.month, min(pada.day, 28))
