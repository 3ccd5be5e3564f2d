"""The letter and the list of awards: from the frozen record of the decision."""

from typing import Any

from tera.core.aktor import Aktor
from tera.dokumen.model_penghargaan import (
    BarisPenghargaan,
    DaftarPenghargaan,
    SuratPenghargaan,
)
from tera.dokumen.models import CetakanDokumen
from tera.regulasi.nip import sebutan_nomor
from tera.regulasi.penghargaan import masa_kerja_bulan
from tera.tindak_lanjut.models import CalonPenghargaan, PutaranPenghargaan
from tera.tindak_lanjut.permissions.penghargaan import ANGGOTA, PELIHAT, SISTEM, peran_putaran
from tera.tindak_lanjut.selectors.penghargaan.putaran import calon_terlihat, putaran_terlihat

JENIS_PENGHARGAAN = (
    CetakanDokumen.Jenis.SURAT_PENGHARGAAN,
    CetakanDokumen.Jenis.DAFTAR_PENGHARGAAN,
)
BULAN_SETAHUN = 12
DIPUTUSKAN = (PutaranPenghargaan.Status.DIPUTUSKAN, PutaranPenghargaan.Status.DIUMUMKAN)


def susun_penghargaan(
    *, aktor: Aktor, jenis: CetakanDokumen.Jenis, objek_id: int
) -> SuratPenghargaan | DaftarPenghargaan | None:
    """Return the document the aktor may print, else None."""
    if jenis == CetakanDokumen.Jenis.SURAT_PENGHARGAAN:
        return _surat(aktor, objek_id)
    return _daftar(aktor, objek_id)


def pemilik_penghargaan(*, jenis: CetakanDokumen.Jenis, objek_id: int) -> int | None:
    """Return the person a letter is about; a list is about nobody alone."""
    if jenis == CetakanDokumen.Jenis.DAFTAR_PENGHARGAAN:
        return None
    return CalonPenghargaan.objects.filter(pk=objek_id).values_list("pegawai_id", flat=True).first()


def _surat(aktor: Aktor, pk: int) -> SuratPenghargaan | None:
    calon = (
        calon_terlihat(aktor=aktor).filter(pk=pk, status=CalonPenghargaan.Status.DITETAPKAN).first()
    )
    if calon is None:
        return None
    satya = bool(calon.putaran.jenis.tingkat_satyalancana)
    nip = calon.rekaman["nip"]
    return SuratPenghargaan(
        **_bersama(calon.putaran),
        judul="Surat Pengusulan Penghargaan" if satya else "Surat Penghargaan",
        nama=calon.rekaman["nama"],
        nomor_induk=f"{sebutan_nomor(nip)} {nip}" if nip else "",
        jabatan=f"{calon.rekaman['jabatan']}, {calon.rekaman['unit']}",
        alasan=calon.alasan_putusan,
    )


def _bersama(putaran: PutaranPenghargaan) -> dict[str, Any]:
    orang = putaran.rekaman_pemutus
    return {
        "nama_instansi": putaran.instansi.nama,
        "unit_kerja": putaran.unit.nama,
        "penghargaan": putaran.jenis.nama,
        "dasar": putaran.jenis.dasar,
        "nomor": putaran.nomor_keputusan,
        "tanggal": putaran.tanggal_keputusan,
        "tempat": putaran.instansi.tempat,
        "pemutus": orang.get("nama", ""),
        "pemutus_nip": orang.get("nip", ""),
        "pemutus_jabatan": orang.get("jabatan", ""),
        "diusulkan": bool(putaran.jenis.tingkat_satyalancana),
    }


def _daftar(aktor: Aktor, pk: int) -> DaftarPenghargaan | None:
    putaran = putaran_terlihat(aktor=aktor).filter(pk=pk).first()
    if putaran is None:
        return None
    peran = peran_putaran(aktor=aktor, putaran=putaran, pada=aktor.hari_ini)
    if not peran & (PELIHAT | {ANGGOTA, SISTEM}):
        return None
    sudah = putaran.status in DIPUTUSKAN
    status = CalonPenghargaan.Status.DITETAPKAN if sudah else CalonPenghargaan.Status.DICALONKAN
    calon = (
        putaran.daftar_calon.filter(status=status)
        .select_related("pegawai", "penugasan__unit", "penugasan__jabatan")
        .order_by("penugasan__unit__path", "pegawai__nama", "pk")
    )
    satya = bool(putaran.jenis.tingkat_satyalancana)
    return DaftarPenghargaan(
        **_bersama(putaran),
        judul="Daftar Usulan Penghargaan" if satya or not sudah else "Daftar Penerima Penghargaan",
        putaran=putaran.nama,
        baris=tuple(_baris(satu, putaran) for satu in calon),
        belum_berlaku=not sudah,
        status="" if sudah else "Belum diputuskan",
    )


def _baris(calon: CalonPenghargaan, putaran: PutaranPenghargaan) -> BarisPenghargaan:
    pegawai = calon.pegawai
    rekam = calon.rekaman or {
        "nama": pegawai.nama_lengkap,
        "nip": pegawai.nip,
        "golongan": pegawai.golongan,
        "jabatan": calon.penugasan.jabatan.nama,
        "unit": calon.penugasan.unit.nama,
    }
    masa = ""
    if pegawai.tmt_cpns is not None and pegawai.tmt_cpns <= putaran.tanggal_usul:
        bulan = masa_kerja_bulan(tmt_cpns=pegawai.tmt_cpns, pada=putaran.tanggal_usul)
        masa = f"{bulan // BULAN_SETAHUN} tahun {bulan % BULAN_SETAHUN} bulan"
    return BarisPenghargaan(
        nama=rekam["nama"],
        nip=rekam["nip"],
        golongan=rekam["golongan"],
        jabatan=rekam["jabatan"],
        unit=rekam["unit"],
        masa_kerja=masa,
    )
