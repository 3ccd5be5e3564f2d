"""The stage of reward: a pejabat pembina (Fajar's superior is the bupati, Gita decides), rounds."""

import datetime as dt

from pemeran import Pemeran
from tera.core.aktor import Aktor
from tera.organisasi.models import PeranPetugas
from tera.organisasi.services.penilai import segarkan_penilai
from tera.tindak_lanjut.models import CalonPenghargaan, JenisPenghargaan, PutaranPenghargaan
from tera.tindak_lanjut.services.penghargaan import calon as layanan_calon
from tera.tindak_lanjut.services.penghargaan import putaran as layanan
from tera.tindak_lanjut.services.penghargaan.calon import Putusan
from tera.tindak_lanjut.services.penghargaan.rekam import IsiRekam, catat_rekam

PADA = dt.date(2026, 11, 20)
SIANG = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)

ISI_JENIS = {
    "nama": "Satyalancana Karya Satya X",
    "aturan": "satyalancana_x",
    "kriteria": "Sepuluh tahun mengabdi tanpa putus.",
    "dasar": "PP 35/2010",
    "berkala": "tahunan",
    "kuota": None,
    "predikat_minimal": "",
    "jumlah_tahun_predikat": 2,
    "capaian_minimal": 0,
    "masa_kerja_minimal": 0,
    "bersih_disiplin": True,
    "boleh_publik": True,
    "aktif": True,
    "kode_siasn": "",
}


def pemutus(para: Pemeran) -> Aktor:
    """Gita, the bupati, is pejabat pembina."""
    PeranPetugas.objects.get_or_create(
        instansi=para.instansi, pegawai=para.bupati, peran="pejabat_pembina",
        unit=para.kabupaten, sejak=dt.date(2026, 1, 1), defaults={"dasar": "Pelantikan"},
    )  # fmt: skip
    return para.aktor(para.bupati)


def penilai(para: Pemeran) -> None:
    """Who rates whom since the year began; Andi serves since March 2015."""
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    for satu, mulai in (
        (para.andi, dt.date(2015, 3, 1)),
        (para.budi, dt.date(2000, 1, 1)),
        (para.citra, dt.date(2017, 1, 1)),
    ):
        satu.tmt_cpns = mulai
        satu.save(update_fields=["tmt_cpns"])


def jenis(para: Pemeran, **ganti: object) -> JenisPenghargaan:
    """A kind: Satyalancana X unless told otherwise."""
    return layanan.simpan_jenis(aktor=para.aktor(para.citra), isi=ISI_JENIS | ganti, pada=PADA)


def putaran(para: Pemeran, **ganti: object) -> PutaranPenghargaan:
    """An open round for the whole instansi."""
    penilai(para)
    return layanan.buka_putaran(
        aktor=para.aktor(para.citra), jenis=jenis(para, **ganti), nama="Usul November 2026",
        unit=para.kabupaten, tanggal_usul=PADA, usul_sampai=dt.date(2026, 11, 30), pada=PADA,
    )  # fmt: skip


def usul(para: Pemeran, satu: PutaranPenghargaan | None = None) -> CalonPenghargaan:
    """Budi proposes Andi."""
    return layanan_calon.usulkan_calon(
        aktor=para.aktor(para.budi), putaran=satu or putaran(para), pegawai_id=para.andi.pk,
        alasan="Antrean perekaman turun separuh.", pada=PADA,
    )  # fmt: skip


def tim(para: Pemeran, satu: PutaranPenghargaan) -> None:
    """Fajar leads; Eka and Citra sit in it."""
    layanan.tunjuk_tim(
        aktor=para.aktor(para.citra), putaran=satu,
        daftar={para.fajar.pk: "ketua", para.eka.pk: "anggota", para.citra.pk: "anggota"},
        nomor="SK Tim 1", tanggal=PADA, pada=PADA,
    )  # fmt: skip


def ditelaah(para: Pemeran) -> CalonPenghargaan:
    """The committee looks at Andi."""
    calon = usul(para)
    tim(para, calon.putaran)
    layanan.tutup_usulan(aktor=para.aktor(para.citra), putaran=calon.putaran, pada=PADA)
    return CalonPenghargaan.objects.get(pk=calon.pk)


def dipandang(para: Pemeran) -> CalonPenghargaan:
    """Eka supports him."""
    calon = ditelaah(para)
    layanan_calon.catat_pandangan(
        aktor=para.aktor(para.eka), calon=calon, pandangan="mendukung", alasan="Terbukti.",
        benturan_lain=False, pada=PADA,
    )  # fmt: skip
    return calon


def diputuskan(para: Pemeran, *, tetapkan: bool = True) -> CalonPenghargaan:
    """Gita decides."""
    calon = dipandang(para)
    layanan_calon.putuskan_putaran(
        aktor=pemutus(para), putaran=calon.putaran, nomor="SK 12/2026", tanggal=PADA,
        daftar={calon.pk: Putusan(tetapkan, "Memenuhi syarat.")}, pada=PADA,
    )  # fmt: skip
    return CalonPenghargaan.objects.select_related("putaran__jenis").get(pk=calon.pk)


def diumumkan(para: Pemeran) -> CalonPenghargaan:
    """Citra announces."""
    calon = diputuskan(para)
    layanan.umumkan(aktor=para.aktor(para.citra), putaran=calon.putaran, pada=PADA)
    return CalonPenghargaan.objects.select_related("putaran__jenis").get(pk=calon.pk)


def rekam(para: Pemeran, kata: str = "bersih", **ganti: object):
    """A record of Andi, by Citra."""
    isi = {
        "jenis": kata, "mulai": dt.date(2026, 11, 1),
        "selesai": dt.date(2027, 4, 30) if kata == "hukdis_sedang" else None,
        "nomor_surat": f"800/{kata}", "tanggal_surat": dt.date(2026, 11, 1),
    }  # fmt: skip
    return catat_rekam(
        aktor=para.aktor(para.citra), pegawai=para.andi, isi=IsiRekam(**isi | ganti), pada=PADA
    )
