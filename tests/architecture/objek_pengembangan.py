"""Objects behind the doors of development."""

import datetime as dt

from pemeran import Pemeran
from tera.tindak_lanjut.models import KegiatanPengembangan, PesertaPelatihan, SesiPelatihan
from tindak_lanjut.pengembangan import panggung

JAUH = dt.date(2099, 12, 1)


def _kegiatan(para: Pemeran, status: str = "direncanakan") -> int:
    panggung.penilai(para)
    return panggung.kegiatan(para, status).pk


def _kegiatan_draf(para: Pemeran) -> int:
    panggung.penilai(para)
    satu: KegiatanPengembangan = panggung.rencana(para).daftar_kegiatan.get()
    return satu.pk


def _berbukti(para: Pemeran) -> int:
    pk = _kegiatan(para, "selesai")
    KegiatanPengembangan.objects.filter(pk=pk).update(berkas=panggung.berkas(para))
    return pk


def _rencana(para: Pemeran, status: str = "draf") -> int:
    panggung.penilai(para)
    return panggung.rencana(para, status).pk


def _sesi_jauh(para: Pemeran) -> int:
    satu: SesiPelatihan = panggung.sesi(para)
    SesiPelatihan.objects.filter(pk=satu.pk).update(mulai=JAUH, selesai=JAUH, batas_daftar=JAUH)
    return satu.pk


def _lulus(para: Pemeran) -> int:
    panggung.penilai(para)
    satu: PesertaPelatihan = panggung.lulus(para)
    PesertaPelatihan.objects.filter(pk=satu.pk).update(sertifikat=panggung.berkas(para))
    return satu.pk


def _usul(para: Pemeran, apa: str) -> int:
    panggung.penilai(para)
    satu = panggung.nominasi(para) if apa == "nominasi" else panggung.usul_tugas(para)
    return satu.pk


def _pasangan(para: Pemeran) -> int:
    panggung.penilai(para)
    return panggung.pasangan(para).pk


OBJEK = {
    "kembang_andi": lambda para: para.andi.pk,
    "kembang_rencana": _rencana,
    "kembang_diajukan": lambda para: _rencana(para, "diajukan"),
    "kembang_draf": _kegiatan_draf,
    "kembang_disetujui": _kegiatan,
    "kembang_berjalan": lambda para: _kegiatan(para, "berjalan"),
    "kembang_selesai": lambda para: _kegiatan(para, "selesai"),
    "kembang_bukti": _berbukti,
    "kembang_pelatihan": lambda para: panggung.pelatihan(para).pk,
    "kembang_sesi": _sesi_jauh,
    "kembang_sesi_lalu": lambda para: (
        panggung.sesi(para, mulai=panggung.PADA, selesai=panggung.PADA).pk
    ),
    "kembang_peserta": lambda para: panggung.peserta(para).pk,
    "kembang_lulus": _lulus,
    "kembang_nominasi": lambda para: _usul(para, "nominasi"),
    "kembang_tugas": lambda para: _usul(para, "tugas"),
    "kembang_pasangan": _pasangan,
}
