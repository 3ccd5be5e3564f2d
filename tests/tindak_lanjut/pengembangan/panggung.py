"""The stage of development's tests: Andi plans, Budi agrees."""

import datetime as dt
import io
from typing import Any

from dialog.panggung import disampaikan as _disampaikan
from evaluasi import panggung as nilai
from pemeran import Pemeran
from tera.core.berkas import simpan_berkas
from tera.core.models import Berkas
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.services import sampaikan_evaluasi
from tera.organisasi.models import Pegawai
from tera.organisasi.services import segarkan_penilai
from tera.tindak_lanjut.models import (
    KegiatanPengembangan,
    Nominasi,
    Pelatihan,
    Pendampingan,
    PesertaPelatihan,
    RencanaPengembangan,
    SesiPelatihan,
    UsulTugas,
)
from tera.tindak_lanjut.services.pengembangan import kegiatan as layanan_kegiatan
from tera.tindak_lanjut.services.pengembangan import nominasi as layanan_nominasi
from tera.tindak_lanjut.services.pengembangan import pelatihan as layanan_pelatihan
from tera.tindak_lanjut.services.pengembangan import pendampingan as layanan_pasangan
from tera.tindak_lanjut.services.pengembangan import rencana as layanan
from tera.tindak_lanjut.services.pengembangan import tugas as layanan_tugas
from tera.tindak_lanjut.services.pengembangan.pelatihan import IsiPelatihan, IsiSesi
from tera.tindak_lanjut.services.pengembangan.rencana import IsiKegiatan

PADA = nilai.PADA
SIANG = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)
PDF = b"%PDF-1.4 contoh"


def penilai(para: Pemeran) -> None:
    """Who rates whom since the year began."""
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))


def isi(**lain: Any) -> IsiKegiatan:
    """One row as typed."""
    return IsiKegiatan(
        **{
            "kesenjangan": "teknis",
            "uraian_kesenjangan": "Validasi data ganda",
            "kegiatan": "Belajar validasi data di Bidang Data",
            "jenis": "bimbingan_di_tempat_kerja",
            "porsi": "pengalaman",
            "jp": 8,
            "target_pada": dt.date(2026, 12, 15),
            **lain,
        }
    )


def rencana(para: Pemeran, status: str = "draf") -> RencanaPengembangan:
    """Andi's plan with one row, in a state."""
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    satu = layanan.buka_rencana(aktor=andi, tahun=2026, pada=PADA)
    layanan.tambah_kegiatan(aktor=andi, rencana=satu, isi=isi(), pada=PADA)
    satu.refresh_from_db()
    if status != "draf":
        layanan.ajukan_rencana(aktor=andi, rencana=satu, pada=PADA)
    if status == "disetujui":
        layanan.setujui_rencana(aktor=budi, rencana=satu, pada=PADA)
    if status == "dikembalikan":
        layanan.kembalikan_rencana(aktor=budi, rencana=satu, catatan="Perjelas", pada=PADA)
    return satu


def kegiatan(para: Pemeran, status: str = "direncanakan") -> KegiatanPengembangan:
    """An agreed row of Andi, in a state."""
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    satu = rencana(para, "disetujui").daftar_kegiatan.select_related("rencana__pegawai").get()
    if status == "direncanakan":
        return satu
    layanan_kegiatan.mulai_kegiatan(aktor=andi, kegiatan=satu, pada=PADA)
    if status == "berjalan":
        return satu
    layanan_kegiatan.selesaikan_kegiatan(
        aktor=andi, kegiatan=satu, hasil="Bisa sendiri", jp=8, selesai_pada=PADA,
        tautan="https://contoh.id/bukti", pada=PADA,
    )  # fmt: skip
    if status == "diverifikasi":
        layanan_kegiatan.verifikasi_kegiatan(aktor=budi, kegiatan=satu, pada=PADA)
    return satu


def berkas(para: Pemeran) -> Berkas:
    """A scan Andi uploaded."""
    return simpan_berkas(
        aktor=para.aktor(para.andi), nama="sertifikat.pdf", isi=io.BytesIO(PDF), keperluan="uji"
    )


def hasil_lemah(para: Pemeran) -> Evaluasi:
    """Andi's result below expectation, delivered."""
    evaluasi = nilai.tetapkan(para, "di_bawah", "sesuai")
    sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    return evaluasi


def hasil_biasa(para: Pemeran) -> Evaluasi:
    """Andi's result as expected, delivered and received."""
    return _disampaikan(para)


def isi_pelatihan(**lain: Any) -> IsiPelatihan:
    """A training as typed."""
    return IsiPelatihan(
        **{
            "judul": "Validasi data kependudukan",
            "jenis": "bimbingan_teknis",
            "kesenjangan": "teknis",
            "jp": 24,
            "penyelenggara": "BKPSDM Uji",
            "cara": "luring",
            **lain,
        }
    )


def pelatihan(para: Pemeran) -> Pelatihan:
    """A training of the catalogue."""
    return layanan_pelatihan.tambah_pelatihan(
        aktor=para.aktor(para.citra), isi=isi_pelatihan(), pada=PADA
    )


def sesi(
    para: Pemeran,
    *,
    kursi: int = 10,
    mulai: dt.date = dt.date(2026, 12, 1),
    selesai: dt.date = dt.date(2026, 12, 3),
) -> SesiPelatihan:
    """A session of a training, open for registration."""
    return layanan_pelatihan.buka_sesi(
        aktor=para.aktor(para.citra),
        pelatihan=pelatihan(para),
        isi=IsiSesi(mulai, selesai, max(mulai - dt.timedelta(days=3), min(PADA, selesai)), kursi),
        pada=PADA,
    )


def peserta(para: Pemeran, **lain: Any) -> PesertaPelatihan:
    """Andi in a session that begins today."""
    return layanan_pelatihan.daftar_sendiri(
        aktor=para.aktor(para.andi), sesi=sesi(para, mulai=PADA, selesai=PADA, **lain), pada=PADA
    )


def lulus(para: Pemeran) -> PesertaPelatihan:
    """Andi was there and passed."""
    satu = peserta(para)
    layanan_pelatihan.catat_hasil(
        aktor=para.aktor(para.citra), peserta=satu, hadir=True, lulus=True, jp=24,
        nomor_sertifikat="", pada=PADA,
    )  # fmt: skip
    return satu


def nominasi(para: Pemeran, uraian: str = "S2 Statistika, Universitas Uji") -> Nominasi:
    """Budi names Andi for further study."""
    return layanan_nominasi.usulkan_nominasi(
        aktor=para.aktor(para.budi), pegawai=para.andi, jenis="tugas_belajar", uraian=uraian,
        alasan="Menguasai data", pada=PADA,
    )  # fmt: skip


def usul_tugas(
    para: Pemeran, jenis: str = "pimpin_tim", judul: str = "Tim data ganda"
) -> UsulTugas:
    """Budi proposes challenging work for Andi."""
    return layanan_tugas.usulkan_tugas(
        aktor=para.aktor(para.budi), pegawai=para.andi, jenis=jenis, judul=judul,
        alasan="Paling paham datanya", mulai=dt.date(2026, 12, 1), selesai=dt.date(2027, 6, 30),
        pada=PADA,
    )  # fmt: skip


def pasangan(
    para: Pemeran,
    *,
    pengusul: Pegawai | None = None,
    pembimbing: Pegawai | None = None,
    setuju: bool = False,
) -> Pendampingan:
    """Andi asks Fajar to mentor him; with ``setuju`` Fajar agreed."""
    satu = layanan_pasangan.usulkan_pendampingan(
        aktor=para.aktor(pengusul or para.andi), jenis="mentoring", pegawai=para.andi,
        pembimbing_id=(pembimbing or para.fajar).pk, tujuan="Memimpin rapat", mulai=PADA,
        selesai=dt.date(2027, 2, 28), pada=PADA,
    )  # fmt: skip
    if setuju:
        satu = layanan_pasangan.setujui_pendampingan(
            aktor=para.aktor(para.fajar), pasangan=satu, pada=PADA
        )
    return satu
