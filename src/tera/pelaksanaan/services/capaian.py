"""Achievements with a measured effect: reported by the person, verified by the penilai alone."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.models import TandaTerima
from tera.core.workflow import HasilLangkah
from tera.pelaksanaan.models import CapaianPegawai, StatusLaporan
from tera.pelaksanaan.permissions import peran_kerja
from tera.pelaksanaan.services.dasar import (
    catatan_wajib,
    pastikan_milik,
    pastikan_rhk,
    tulis_pemeriksaan,
    yang_berlaku,
)
from tera.pelaksanaan.services.penutupan import pastikan_tanggal_terbuka
from tera.skp.models import SKP


@dataclass(frozen=True, slots=True)
class IsiCapaian:
    """An achievement as typed: before and after in words (figures where there are any), and how."""

    judul: str
    tanggal: dt.date
    keadaan_sebelum: str
    keadaan_sesudah: str
    cara: str
    nilai_sebelum: Decimal | None = None
    nilai_sesudah: Decimal | None = None
    satuan: str = ""
    rhk_kunci: uuid.UUID | None = None
    revisi: int = 0


@transaction.atomic
def laporkan_capaian(
    *, aktor: Aktor, skp: SKP, isi: IsiCapaian, pada: dt.date
) -> tuple[CapaianPegawai, TandaTerima]:
    """Report an achievement.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    pastikan_milik(aktor=aktor, skp=skp, pada=pada)
    bidang = _bidang(skp, isi, pada)
    baru = CapaianPegawai.objects.create(
        instansi_id=skp.instansi_id,
        pegawai_id=skp.pegawai_id,
        penugasan_id=skp.penugasan_id,
        skp=skp,
        **bidang | {"revisi": 1},
    )
    catatan = audit.catat_objek(aktor, "capaian_pegawai", baru.pk, "laporkan", bidang)
    kejadian.terbitkan(
        instansi_id=baru.instansi_id, nama="capaian_pegawai.laporkan", muatan={"id": baru.pk}
    )
    return baru, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="capaian_pegawai",
        objek_id=baru.pk,
        aksi="laporkan",
        isi=bidang,
        jejak=catatan,
    )


@transaction.atomic
def perbaiki_capaian(
    *, aktor: Aktor, capaian: CapaianPegawai, isi: IsiCapaian, pada: dt.date
) -> tuple[CapaianPegawai, TandaTerima]:
    """Correct an achievement; what was verified or returned is sent to the penilai again."""
    kini = _kunci(capaian)
    skp = yang_berlaku(kini.skp)
    pastikan_milik(aktor=aktor, skp=skp, pada=pada)
    pastikan_tanggal_terbuka(penugasan_id=kini.penugasan_id, tanggal=kini.tanggal)
    if isi.revisi != kini.revisi:
        raise StatusTidakSesuaiError(
            _("Capaian ini sudah diubah sejak halaman Anda dibuka. Bandingkan, lalu kirim lagi.")
        )
    bidang = _bidang(skp, isi, pada) | {"revisi": kini.revisi + 1, "catatan": ""}
    if kini.status == StatusLaporan.DILAPORKAN:
        CapaianPegawai.objects.filter(pk=kini.pk).update(**bidang, updated_at=clock.sekarang())
        kini.refresh_from_db()
        catatan = audit.catat_objek(aktor, "capaian_pegawai", kini.pk, "perbaiki", bidang)
        return kini, tanda_terima.terbitkan(
            aktor=aktor,
            jenis="capaian_pegawai",
            objek_id=kini.pk,
            aksi="perbaiki",
            isi=bidang,
            jejak=catatan,
        )
    hasil = workflow.jalankan(
        objek=kini,
        jenis="capaian_pegawai",
        aksi="laporkan",
        aktor=aktor,
        daftar_peran=peran_kerja(aktor=aktor, skp=kini.skp, pada=pada),
        pada=pada,
        bidang=bidang | {"pemeriksa_id": None, "diperiksa_at": None},
    )
    return kini, hasil.tanda_terima


@transaction.atomic
def verifikasi_capaian(
    *, aktor: Aktor, capaian: CapaianPegawai, pada: dt.date, revisi: int | None = None
) -> HasilLangkah:
    """Confirm an achievement, as penilai only: it may carry a rating of Di Atas Ekspektasi.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
    """
    return _periksa(aktor, capaian, "verifikasi", pada, catatan="", revisi=revisi)


@transaction.atomic
def kembalikan_capaian(
    *, aktor: Aktor, capaian: CapaianPegawai, catatan: str, pada: dt.date
) -> HasilLangkah:
    """Return an achievement with a note.

    Raises:
        MasukanSalahError: no note. TidakBerwenangError, StatusTidakSesuaiError.
    """
    return _periksa(aktor, capaian, "kembalikan", pada, catatan=catatan_wajib(catatan))


def _periksa(
    aktor: Aktor,
    capaian: CapaianPegawai,
    aksi: str,
    pada: dt.date,
    *,
    catatan: str,
    revisi: int | None = None,
) -> HasilLangkah:
    kini = _kunci(capaian)
    peran = peran_kerja(aktor=aktor, skp=kini.skp, pada=pada)
    workflow.langkah_berlaku(
        jenis="capaian_pegawai",
        aksi=aksi,
        status=kini.status,
        daftar_peran=peran,
        objek_id=kini.pk,
    )
    if revisi is not None and revisi != kini.revisi:
        raise StatusTidakSesuaiError(
            _("Capaian ini diubah pegawai sejak Anda baca. Baca yang terbaru, lalu periksa lagi.")
        )
    pastikan_tanggal_terbuka(penugasan_id=kini.penugasan_id, tanggal=kini.tanggal)
    return tulis_pemeriksaan(
        aktor=aktor, kini=kini, aksi=aksi, daftar_peran=peran, pada=pada, catatan=catatan
    )


def _kunci(capaian: CapaianPegawai) -> CapaianPegawai:
    return (
        CapaianPegawai.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan__unit")
        .get(pk=capaian.pk)
    )


def _bidang(skp: SKP, isi: IsiCapaian, pada: dt.date) -> dict[str, Any]:
    galat: dict[str, list[str]] = {}
    wajib = {
        "judul": (isi.judul, 200, _("Tulis capaiannya dalam satu kalimat pendek.")),
        "keadaan_sebelum": (isi.keadaan_sebelum, 2000, _("Tulis keadaan sebelumnya.")),
        "keadaan_sesudah": (isi.keadaan_sesudah, 2000, _("Tulis keadaan sesudahnya.")),
        "cara": (isi.cara, 4000, _("Tulis cara mencapainya dan cara mengukurnya.")),
    }
    for nama, (teks, batas, pesan) in wajib.items():
        if not teks.strip():
            galat[nama] = [pesan]
        elif len(teks) > batas:
            galat[nama] = [_("Lebih dari %(n)d huruf. Ringkas dulu.") % {"n": batas}]
    if isi.tanggal > pada:
        galat["tanggal"] = [_("Tanggal itu belum tiba. Isi hari capaiannya terukur.")]
    elif not skp.mulai <= isi.tanggal <= skp.selesai:
        galat["tanggal"] = [_("Tanggal itu di luar masa SKP ini. Isi tanggal di dalamnya.")]
    for nama in ("nilai_sebelum", "nilai_sesudah"):
        nilai = getattr(isi, nama)
        if nilai is not None and not abs(nilai) < Decimal(10) ** 14:
            galat[nama] = [_("Angkanya paling banyak 14 angka.")]
    if (isi.nilai_sebelum is None) != (isi.nilai_sesudah is None):
        kosong = "nilai_sebelum" if isi.nilai_sebelum is None else "nilai_sesudah"
        galat[kosong] = [_("Isi kedua angkanya, sebelum dan sesudah, atau kosongkan keduanya.")]
    if len(isi.satuan) > 60:
        galat["satuan"] = [_("Satuan lebih dari 60 huruf.")]
    if galat:
        raise MasukanSalahError(
            " ".join(pesan for satu in galat.values() for pesan in satu), per_bidang=galat
        )
    if isi.rhk_kunci is not None:
        pastikan_rhk(skp, isi.rhk_kunci)
    pastikan_tanggal_terbuka(penugasan_id=skp.penugasan_id, tanggal=isi.tanggal)
    return {
        "judul": isi.judul.strip(),
        "tanggal": isi.tanggal,
        "keadaan_sebelum": isi.keadaan_sebelum.strip(),
        "keadaan_sesudah": isi.keadaan_sesudah.strip(),
        "cara": isi.cara.strip(),
        "nilai_sebelum": isi.nilai_sebelum,
        "nilai_sesudah": isi.nilai_sesudah,
        "satuan": isi.satuan.strip(),
        "rhk_kunci": isi.rhk_kunci,
    }
