"""Imports people: judged row by row, written in bulk, dated by ``berlaku``, never half."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.sisip import jeda_gc
from tera.organisasi.models import (
    ImporData,
    JenisPenugasan,
    Penugasan,
    StatusPegawai,
    UnitKerja,
)
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.baca_pegawai import Unit, baca_pegawai
from tera.organisasi.services.impor.hasil import HasilImpor, Kemajuan, diam
from tera.organisasi.services.impor.kunci import kunci_impor
from tera.organisasi.services.impor.tulis import catat_impor, terbitkan_perubahan
from tera.organisasi.services.impor.tulis_pegawai import PenulisPegawai
from tera.organisasi.services.penilai import segarkan_penilai

JENIS = "pegawai"


@jeda_gc()
def impor_pegawai(
    *,
    aktor: Aktor,
    nama_berkas: str,
    isi: bytes,
    pada: dt.date,
    berlaku: dt.date | None = None,
    periksa: bool = False,
    lewati_salah: bool = False,
    kemajuan: Kemajuan = diam,
    baris_impor: ImporData | None = None,
) -> HasilImpor:
    """Import the people of the aktor's instansi as of ``berlaku`` (default ``pada``).

    Refused rows stop the whole import, unless ``lewati_salah``; ``periksa`` only reports. People
    whose unit, post or headship changed get their assignment closed the day before and a new one
    opened. A person new to Tera starts at TMT JABATAN when that lies before ``berlaku``. An empty
    cell never erases. People missing from the file are listed, never closed.

    Raises:
        MasukanSalahError: the file can't be read or lacks a required column.
        SedangDipakaiError: another import of this instansi is running.
        TidakBerwenangError: the aktor doesn't keep the records of the whole instansi.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor data pegawai"))
    hasil = HasilImpor(jenis=JENIS, berlaku=berlaku or pada)
    unit = _unit(aktor.instansi_id)
    if not unit:
        raise MasukanSalahError(
            _("Pohon unit instansi ini masih kosong. Impor unor lebih dulu, lalu impor pegawai."),
            kode="unor_belum_ada",
        )
    bacaan = baca_pegawai(nama=nama_berkas, isi=isi, unit=unit, hasil=hasil, kemajuan=kemajuan)
    if not hasil.baris:
        raise MasukanSalahError(
            _("Berkas “%(nama)s” tidak berisi satu pun pegawai di bawah baris judul.")
            % {"nama": nama_berkas},
            kode="berkas_kosong",
        )
    if periksa or (hasil.ditolak and not lewati_salah):
        _hilang(aktor.instansi_id, bacaan.daftar_nip, hasil)
        return hasil
    with kunci_impor(aktor.instansi_id):
        penulis = PenulisPegawai(aktor=aktor, hasil=hasil, unit=unit, kemajuan=kemajuan)
        penulis.tulis(bacaan)
        bacaan.daftar.clear()  # a hundred thousand rows that nobody needs any more
        _hilang(aktor.instansi_id, bacaan.daftar_nip, hasil)
        if penulis.tersentuh:
            kemajuan("menentukan penilai", hasil.diterima, hasil.diterima)
            segarkan_penilai(instansi_id=aktor.instansi_id, sejak=penulis.sejak_penilai)
            terbitkan_perubahan(
                instansi_id=aktor.instansi_id,
                daftar_pegawai=penulis.tersentuh,
                berlaku=hasil.berlaku,
            )
        hasil.diimpor = True
        catat_impor(aktor=aktor, nama=nama_berkas, isi=isi, hasil=hasil, baris_impor=baris_impor)
    kemajuan("selesai", hasil.diterima, hasil.diterima)
    return hasil


def _unit(instansi_id: int) -> dict[str, Unit]:
    return {
        kode: Unit(pk, nama, eselon, jabatan, nip)
        for kode, pk, nama, eselon, jabatan, nip in UnitKerja.objects.filter(
            instansi_id=instansi_id
        ).values_list("kode", "id", "nama", "eselon", "nama_jabatan_pimpinan", "pimpinan_nip")
    }


def _hilang(instansi_id: int, daftar_nip: set[str], hasil: HasilImpor) -> None:
    hasil.hilang = [
        (nip, nama, unit)
        for nip, nama, unit in Penugasan.objects.filter(
            instansi_id=instansi_id, jenis=JenisPenugasan.DEFINITIF, sampai__isnull=True
        )
        .exclude(
            pegawai__status__in=[StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN],
        )
        .exclude(pegawai__nip="")
        .order_by("pegawai__nama")
        .values_list("pegawai__nip", "pegawai__nama", "unit__nama")
        .iterator(chunk_size=5000)
        if nip not in daftar_nip
    ]
    if hasil.hilang:
        hasil.catatan.append(
            _(
                "%(jumlah)s pegawai di Tera tidak ada dalam berkas; tidak ada yang ditutup. "
                "Tutup penugasannya dari profil bila memang sudah pindah atau pensiun."
            )
            % {"jumlah": len(hasil.hilang)}
        )
