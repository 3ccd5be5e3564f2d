"""The stage of from result to action: Andi's result is final; Fajar's plan for himself not."""

import datetime as dt

from evaluasi import panggung as nilai
from pemeran import AWAL, Pemeran
from tera.core.kejadian import antar_tertunda
from tera.evaluasi.models import Evaluasi, HasilTerdahulu
from tera.evaluasi.services import sampaikan_evaluasi, terima_evaluasi
from tera.evaluasi.services.penyampaian import finalkan_yang_lewat
from tera.organisasi.models import PeranPetugas
from tera.tindak_lanjut.models import RencanaPerbaikan, TindakLanjut
from tera.tindak_lanjut.services.tindakan import perbaikan
from tera.tindak_lanjut.services.tindakan.perbaikan import IsiButir

#: The day of the results, and the day on which their objection window is over.
PADA = nilai.PADA
FINAL = dt.date(2026, 12, 20)
SIANG = dt.datetime(2026, 12, 20, 2, tzinfo=dt.UTC)
LEWAT = dt.date(2027, 7, 1)


def final(para: Pemeran, hasil: str = "di_bawah", perilaku: str = "di_bawah") -> Evaluasi:
    """Andi's result from set to final, by the services of its room."""
    evaluasi = nilai.tetapkan(para, hasil, perilaku)
    sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    terima_evaluasi(aktor=para.aktor(para.andi), evaluasi=evaluasi, pada=PADA)
    finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=FINAL)
    evaluasi.refresh_from_db()
    assert evaluasi.status == "final"
    antar_tertunda()
    return evaluasi


def tahun_lalu(para: Pemeran, pegawai=None, predikat: str = "sangat_baik") -> None:
    """Last year's result, imported."""
    HasilTerdahulu.objects.create(
        instansi=para.instansi, pegawai=pegawai or para.andi, tahun=2025, bulan_mulai=1,
        bulan_selesai=12, rating_hasil_kerja="di_atas", rating_perilaku_kerja="di_atas",
        predikat=predikat, sumber="uji.xlsx", nama_aktor="Citra",
        diimpor_at=SIANG,
    )  # fmt: skip


def tindakan(para: Pemeran, hasil: str = "di_bawah", perilaku: str = "di_bawah") -> TindakLanjut:
    """What Andi's result asked for."""
    evaluasi = final(para, hasil, perilaku)
    return TindakLanjut.objects.get(evaluasi=evaluasi)


def prioritas(para: Pemeran) -> TindakLanjut:
    """Andi was excellent two years running."""
    tahun_lalu(para)
    return tindakan(para, "di_atas", "di_atas")


def butir(**ganti) -> IsiButir:
    """One thing to improve."""
    isi = {
        "asal": "hasil_kerja", "rujukan": "Data penduduk mutakhir",
        "uraian": "Data dimutakhirkan tiap minggu", "bukti": "480 dari 1.200 data",
        "ukuran": "300 data tiap bulan", "dukungan": "Satu rekan membantu dua hari seminggu",
        "tenggat": dt.date(2027, 3, 31),
    } | ganti  # fmt: skip
    return IsiButir(**isi)


def rencana(para: Pemeran, satu: TindakLanjut | None = None, **ganti) -> RencanaPerbaikan:
    """Budi writes it."""
    return perbaikan.simpan_rencana(
        aktor=para.aktor(para.budi), tindakan=satu or tindakan(para), pengantar="Sudah dibicarakan",
        butir=[butir()], revisi=0, pada=FINAL, **ganti,
    )  # fmt: skip


def diajukan(para: Pemeran, satu: TindakLanjut | None = None) -> RencanaPerbaikan:
    """Budi sends it to Andi."""
    return rencana(para, satu, kirim=True)


def berjalan(para: Pemeran, satu: TindakLanjut | None = None) -> RencanaPerbaikan:
    """Andi agreed."""
    hasil = diajukan(para, satu)
    perbaikan.setujui_rencana(aktor=para.aktor(para.andi), rencana=hasil, pada=FINAL)
    hasil.refresh_from_db()
    return hasil


def belum_membaik(para: Pemeran) -> TindakLanjut:
    """Six months are over and Budi concluded: not yet."""
    hasil = berjalan(para)
    perbaikan.simpulkan(
        aktor=para.aktor(para.budi), rencana=hasil, membaik=False, kesimpulan="Masih 480 data",
        pada=LEWAT,
    )  # fmt: skip
    return TindakLanjut.objects.get(pk=hasil.tindakan_id)


def pejabat(para: Pemeran, pegawai=None, peran: str = "pyb") -> None:
    """Fajar decides for the Dinas; the Bupati is pejabat pembina."""
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=pegawai or para.fajar, peran=peran, unit=para.kabupaten,
        sejak=AWAL, dasar="SK Uji 9",
    )  # fmt: skip
