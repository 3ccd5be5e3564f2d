"""Nomination for a training, a leadership programme or further study; an officer decides."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import penugasan_utama
from tera.tindak_lanjut.models import KegiatanPengembangan, Nominasi, SesiPelatihan
from tera.tindak_lanjut.permissions.pengembangan import PEMUTUS, peran_orang, peran_usul
from tera.tindak_lanjut.selectors.pengembangan.usul import bukti_orang, kunci_bukti
from tera.tindak_lanjut.services.pengembangan.dasar import (
    bukan_anda,
    bukan_sekarang,
    kabarkan,
    periksa_program,
    teks_wajib,
    tolak,
)
from tera.tindak_lanjut.services.pengembangan.pelatihan import daftar_pelatihan

J = Nominasi.Jenis


@transaction.atomic
def usulkan_nominasi(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    jenis: str,
    alasan: str,
    pada: dt.date,
    sesi: SesiPelatihan | None = None,
    program: str = "",
    uraian: str = "",
    kegiatan: KegiatanPengembangan | None = None,
    bukti: Collection[str] | None = None,
) -> Nominasi:
    """Name a person; the evidence chosen (all there is without a choice) is kept as it is today.

    Raises:
        TidakBerwenangError: neither rates nor supervises the person. MasukanSalahError.
        StatusTidakSesuaiError: the same nomination waits already.
    """
    unit_id = unit_pengusulan(aktor=aktor, pegawai=pegawai, pada=pada)
    if jenis not in J.values:
        tolak("jenis", _("Pilih jenis nominasinya dari daftar."))
    if jenis == J.PELATIHAN and sesi is None:
        tolak("sesi", _("Pilih sesi pelatihannya."))
    if jenis == J.KEPEMIMPINAN and not program:
        tolak("program", _("Pilih program kepemimpinannya."))
    if jenis == J.TUGAS_BELAJAR and not uraian.strip():
        tolak("uraian", _("Tulis jenjang, program studi, dan perguruan tingginya."))
    if sesi is not None and sesi.instansi_id != pegawai.instansi_id:
        tolak("sesi", _("Sesi itu bukan milik instansi ini. Pilih dari daftar."))
    isi: dict[str, Any] = {
        "jenis": jenis,
        "sesi": sesi if jenis == J.PELATIHAN else None,
        "program": periksa_program(program, pada) if jenis == J.KEPEMIMPINAN else "",
        "uraian": uraian.strip()[:300] if jenis == J.TUGAS_BELAJAR else "",
    }
    if Nominasi.objects.filter(pegawai=pegawai, status=Nominasi.Status.DIUSULKAN, **isi).exists():
        bukan_sekarang(_("Nominasi yang sama sedang menunggu putusan."))
    satu = Nominasi.objects.create(
        instansi_id=pegawai.instansi_id,
        pegawai=pegawai,
        unit_id=unit_id,
        pengusul_id=aktor.pegawai_id or 0,
        alasan=teks_wajib(alasan, "alasan"),
        bukti=bukti_terpilih(pegawai=pegawai, dipilih=bukti, pada=pada),
        diusulkan_pada=pada,
        kegiatan=kegiatan,
        **isi,
    )
    catat_usul(aktor, "nominasi", satu, "usulkan", {"jenis": jenis, "alasan": satu.alasan})
    kabarkan("nominasi_diusulkan", satu, pegawai_id=pegawai.pk, pengusul_id=satu.pengusul_id)
    return satu


@transaction.atomic
def putuskan_nominasi(
    *,
    aktor: Aktor,
    nominasi: Nominasi,
    setuju: bool,
    alasan: str,
    nomor_surat: str,
    pada: dt.date,
) -> HasilLangkah:
    """Decide with a reason, and a letter when it is yes; an accepted session gives its place.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    peran = peran_usul(aktor=aktor, usul=nominasi, pada=pada) & PEMUTUS
    if not peran:
        bukan_anda(_("Nominasi diputus pengelola kinerja, PyB, atau PPK, bukan pengusulnya."))
    bidang = isi_putusan(aktor, setuju=setuju, alasan=alasan, nomor_surat=nomor_surat, pada=pada)
    hasil = workflow.jalankan(
        objek=nominasi,
        jenis="nominasi",
        aksi="setujui" if setuju else "tolak",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=bidang["alasan_putusan"],
        bidang=bidang,
        muatan={"pegawai_id": nominasi.pegawai_id, "pengusul_id": nominasi.pengusul_id},
    )
    if setuju and nominasi.sesi is not None:
        daftar_pelatihan(
            aktor=aktor,
            sesi=nominasi.sesi,
            pegawai_id=nominasi.pegawai_id,
            kegiatan_id=nominasi.kegiatan_id,
            pada=pada,
            lewat_batas=True,
        )
    return hasil


@transaction.atomic
def tarik_nominasi(*, aktor: Aktor, nominasi: Nominasi, alasan: str, pada: dt.date) -> HasilLangkah:
    """Take it back, or say as the person that one isn't available."""
    return workflow.jalankan(
        objek=nominasi,
        jenis="nominasi",
        aksi="tarik",
        aktor=aktor,
        daftar_peran=peran_usul(aktor=aktor, usul=nominasi, pada=pada),
        pada=pada,
        alasan=teks_wajib(alasan, "alasan"),
        muatan={"pegawai_id": nominasi.pegawai_id, "pengusul_id": nominasi.pengusul_id},
    )


def unit_pengusulan(*, aktor: Aktor, pegawai: Pegawai, pada: dt.date) -> int:
    """Return the person's unit; a refusal for whoever neither rates nor supervises the person."""
    peran = peran_orang(aktor=aktor, pegawai_id=pegawai.pk, pada=pada)
    if aktor.pegawai_id == pegawai.pk or not peran & {"penilai", "atasan_penilai"}:
        bukan_anda(_("Yang mengusulkan pejabat penilai orang ini atau atasannya."))
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if tugas is None:
        bukan_sekarang(_("Orang ini belum punya penugasan, jadi belum bisa diusulkan."))
    return tugas.unit_id


def bukti_terpilih(
    *, pegawai: Pegawai, dipilih: Collection[str] | None, pada: dt.date
) -> list[dict[str, Any]]:
    """Return the evidence chosen by key, in the words of today; all of it without a choice.

    Raises: MasukanSalahError: one is not there any more.
    """
    with override(settings.LANGUAGE_CODE):
        semua = {kunci_bukti(satu): satu for satu in bukti_orang(pegawai=pegawai, pada=pada)}
    if dipilih is None:
        return list(semua.values())
    if set(dipilih) - semua.keys():
        tolak(
            "bukti",
            _("Ada bukti terpilih yang tidak berlaku lagi. Periksa pilihannya, lalu kirim lagi."),
        )
    return [satu for kunci, satu in semua.items() if kunci in dipilih]


def isi_putusan(
    aktor: Aktor, *, setuju: bool, alasan: str, nomor_surat: str, pada: dt.date
) -> dict[str, Any]:
    """Return the columns of a decision; a yes needs the number of its letter."""
    nomor = nomor_surat.strip()[:100]
    if setuju and not nomor:
        tolak("nomor_surat", _("Tulis nomor surat atau keputusannya."))
    return {
        "alasan_putusan": teks_wajib(alasan, "alasan"),
        "nomor_surat": nomor,
        "pemutus_id": aktor.pegawai_id,
        "diputus_pada": pada,
    }


def catat_usul(aktor: Aktor, jenis: str, objek: Any, aksi: str, isi: dict[str, Any]) -> None:
    """Write the audit link of a proposal."""

    audit.catat_objek(aktor, jenis, objek.pk, aksi, isi)
