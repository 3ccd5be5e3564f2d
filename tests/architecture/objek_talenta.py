"""Objects behind the doors of talent and promotion."""

import io

from pemeran import Pemeran
from tera.tindak_lanjut.models import AnggotaSuksesi
from tera.tindak_lanjut.services.talenta import koreksi as layanan_koreksi
from tera.tindak_lanjut.services.talenta import usul as layanan_usul
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen
from tindak_lanjut.talenta import panggung_talenta as panggung
from tindak_lanjut.talenta.test_cocok import cari
from tindak_lanjut.talenta.test_orang import koreksi
from tindak_lanjut.talenta.test_suksesi import kelompok, masukkan, tetapkan
from tindak_lanjut.talenta.test_usul import usul

PDF = b"%PDF-1.7\n%%EOF\n"


def _peta_berpembina(para: Pemeran) -> int:
    panggung.petugas(para, para.fajar, "pejabat_pembina")
    return panggung.peta(para, "ditelaah").pk


def _koreksi_berkas(para: Pemeran) -> int:
    isi = layanan_koreksi.IsiKoreksi("pangkat", "III/b", "III/c", "SK", "sk.pdf", io.BytesIO(PDF))
    return layanan_koreksi.ajukan_koreksi(
        aktor=para.aktor(para.andi), isi=isi, pada=panggung.PADA
    ).pk


def _beranggota(para: Pemeran) -> int:
    return masukkan(para, kelompok(para), para.andi).kelompok_id


def _kelompok_berpembina(para: Pemeran) -> int:
    panggung.petugas(para, para.fajar, "pejabat_pembina")
    return _beranggota(para)


def _kelompok_ditetapkan(para: Pemeran) -> int:
    satu = masukkan(para, kelompok(para), para.andi).kelompok
    tetapkan(para, satu)
    return satu.pk


def _usul_berpyb(para: Pemeran) -> int:
    panggung.petugas(para, para.fajar, "pyb")
    return usul(para, "ditelaah").pk


def _usul_berkas(para: Pemeran) -> int:
    satu = usul(para, "ditelaah")
    layanan_usul.putuskan_usul(
        aktor=para.aktor(panggung.pembina(para)), usul=satu, disetujui=True, alasan="Layak",
        dokumen=IsiDokumen("821/1", panggung.PADA, "sk.pdf", io.BytesIO(PDF)),
        pada=panggung.PADA,
    )  # fmt: skip
    return satu.pk


def _cetakan(para: Pemeran) -> int:
    return layanan_usul.siapkan_cetakan(
        aktor=para.aktor(para.citra), pegawai_id=para.andi.pk, keperluan="Sidang",
        pada=panggung.PADA,
    ).pk  # fmt: skip


OBJEK = {
    "talenta_peta": lambda para: panggung.peta(para).pk,
    "talenta_peta_ditelaah": lambda para: panggung.peta(para, "ditelaah").pk,
    "talenta_peta_berpembina": _peta_berpembina,
    "talenta_peta_ditetapkan": lambda para: panggung.peta(para, "ditetapkan").pk,
    "talenta_bidang": lambda para: para.bidang.pk,
    "talenta_andi": lambda para: para.andi.pk,
    "talenta_koreksi": lambda para: koreksi(para).pk,
    "talenta_koreksi_berkas": _koreksi_berkas,
    "talenta_kelompok": lambda para: kelompok(para).pk,
    "talenta_beranggota": _beranggota,
    # Asked after its group: the newest member.
    "talenta_anggota": lambda para: AnggotaSuksesi.objects.latest("pk").pk,
    "talenta_kelompok_berpembina": _kelompok_berpembina,
    "talenta_kelompok_ditetapkan": _kelompok_ditetapkan,
    "talenta_pencarian": lambda para: cari(para, pangkat_min="III/a").pk,
    "talenta_usul": lambda para: usul(para).pk,
    "talenta_usul_diajukan": lambda para: usul(para, "diajukan").pk,
    "talenta_usul_berpyb": _usul_berpyb,
    "talenta_usul_berkas": _usul_berkas,
    "talenta_cetakan": _cetakan,
}
