"""The stage of talent: a year that ended, assessments, officers who decide, pages that open."""

import datetime as dt
import uuid
from decimal import Decimal

from django.test import Client
from django.urls import reverse

from pemeran import Pemeran
from tera.evaluasi.models import HasilTerdahulu
from tera.organisasi.models import Pegawai, PeranPetugas
from tera.tindak_lanjut.models import (
    Pelatihan,
    PenilaianPotensi,
    PesertaPelatihan,
    PetaTalenta,
    SesiPelatihan,
)
from tera.tindak_lanjut.services.talenta import peta as layanan_peta
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen

SIANG = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)
PADA = dt.date(2026, 11, 24)
TAHUN = 2025
DOKUMEN = IsiDokumen("800/12/2026", dt.date(2026, 11, 20))


def petugas(para: Pemeran, pegawai: Pegawai, peran: str, unit=None) -> None:
    """Give a part over a unit, the whole instansi by default."""
    PeranPetugas.objects.get_or_create(
        instansi=para.instansi, pegawai=pegawai, peran=peran, unit=unit or para.kabupaten,
        defaults={"sejak": dt.date(2026, 1, 1), "dasar": "SK Uji"},
    )  # fmt: skip


def pembina(para: Pemeran) -> Pegawai:
    """The Bupati as pejabat pembina."""
    petugas(para, para.bupati, "pejabat_pembina")
    return para.bupati


def hasil(pegawai: Pegawai, predikat: str, tahun: int = TAHUN) -> HasilTerdahulu:
    """A final yearly result from before Tera."""
    atas = "di_atas" if predikat == "sangat_baik" else "sesuai"
    if predikat not in {"sangat_baik", "baik"}:
        atas = "di_bawah"
    return HasilTerdahulu.objects.create(
        instansi=pegawai.instansi, pegawai=pegawai, tahun=tahun, rating_hasil_kerja=atas,
        rating_perilaku_kerja=atas, predikat=predikat, sumber="Rekap e-Kinerja",
        nama_aktor="Citra", diimpor_at=SIANG,
    )  # fmt: skip


def potensi(pegawai: Pegawai, total: str, tanggal: dt.date = dt.date(2025, 9, 1)):
    """An assessment of a person."""
    return PenilaianPotensi.objects.create(
        instansi=pegawai.instansi, pegawai=pegawai, tanggal=tanggal, total=Decimal(total),
        sumber="UPT Asesmen", nama_berkas="asesmen.xlsx", nama_aktor="Citra", dicatat_pada=PADA,
    )  # fmt: skip


def pelatihan(pegawai: Pegawai, judul: str, status: str = "lulus") -> PesertaPelatihan:
    """A person in a session of a training that ended on 3 March 2025."""
    satu = Pelatihan.objects.create(
        instansi=pegawai.instansi, judul=judul, jenis="bimbingan_teknis", kesenjangan="teknis",
        jp=24, penyelenggara="BKPSDM", cara="luring",
    )  # fmt: skip
    sesi = SesiPelatihan.objects.create(
        instansi=pegawai.instansi, pelatihan=satu, mulai=dt.date(2025, 3, 1),
        selesai=dt.date(2025, 3, 3), kursi=10, batas_daftar=dt.date(2025, 2, 20), status="selesai",
    )  # fmt: skip
    return PesertaPelatihan.objects.create(
        instansi=pegawai.instansi, sesi=sesi, pegawai=pegawai, status=status,
        nomor_sertifikat="S-7",
    )  # fmt: skip


def bahan(para: Pemeran) -> None:
    """Andi above expectation with middling potential, Budi as expected with high, Fajar half."""
    hasil(para.andi, "sangat_baik")
    potensi(para.andi, "80")
    hasil(para.budi, "baik")
    potensi(para.budi, "91.5")
    hasil(para.fajar, "baik")


def peta(para: Pemeran, sampai: str = "disusun") -> PetaTalenta:
    """The matrix of 2025, moved on to a state."""
    if not HasilTerdahulu.objects.filter(pegawai=para.andi, tahun=TAHUN).exists():
        bahan(para)
    satu = PetaTalenta.objects.filter(instansi=para.instansi, tahun=TAHUN).first()
    if satu is None:
        satu = layanan_peta.susun_peta(aktor=para.aktor(para.citra), tahun=TAHUN, pada=PADA)
    if sampai != "disusun":
        layanan_peta.telaah_peta(
            aktor=para.aktor(para.citra), peta=satu, anggota="Sekda\nKepala BKPSDM",
            catatan="Sesuai bahan.", pada=PADA,
        )  # fmt: skip
    if sampai == "ditetapkan":
        layanan_peta.tetapkan_peta(
            aktor=para.aktor(pembina(para)), peta=satu, dokumen=DOKUMEN, pada=PADA
        )
    return satu


def masuk(pegawai: Pegawai) -> Client:
    """A browser of this person."""
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, nama: str, *args: object, **isi: object):
    """Send a form as its page would."""
    return satu.post(
        reverse(f"tindak_lanjut:{nama}", args=args),
        {"kunci_idempoten": str(uuid.uuid4()), **isi},
    )


def jawab(satu: Client, nama: str, *args: object, **isi: object) -> int:
    """What a form was answered with."""
    return kirim(satu, nama, *args, **isi).status_code


def lihat(satu: Client, nama: str, *args: object, kueri: str = "") -> str:
    """The text of a page that must open."""
    jawaban = satu.get(reverse(f"tindak_lanjut:{nama}", args=args) + kueri)
    assert jawaban.status_code == 200, (nama, jawaban.status_code)
    return jawaban.text
