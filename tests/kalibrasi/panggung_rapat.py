"""The stage of the meeting: six people of Budi's rated Sangat Baik, and a Dinas whose capaian is

Baik: outside the pattern. The Bupati chairs, Citra opens the meeting and writes its minutes.
"""

import datetime as dt
from dataclasses import dataclass

from evaluasi import panggung as evaluasi_panggung
from kalibrasi import panggung
from pemeran import Pemeran, buat_pegawai
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.kalibrasi import services
from tera.kalibrasi.models import KartuRapat, RapatKalibrasi, UnitRapat
from tera.organisasi.models import JenisJabatan, Pegawai
from tera.organisasi.services.penilai import segarkan_penilai

PADA = panggung.PADA
ORANG = 6


@dataclass(frozen=True, slots=True)
class Adegan:
    """The meeting with its only unit, and the people on the cards."""

    rapat: RapatKalibrasi
    unit: UnitRapat
    dinilai: list[Evaluasi]

    @property
    def kartu(self) -> list[KartuRapat]:
        """The cards, by letter."""
        return list(self.unit.daftar_kartu.all())


def dinilai(para: Pemeran, jumlah: int = ORANG, level: str = "baik") -> list[Evaluasi]:
    """People of Budi's bidang, all rated above expectation twice; the Dinas's capaian is set."""
    orang = [para.andi] + [
        buat_pegawai(
            para.bidang, f"Rekan {nomor}", f"19900101201001{nomor:04d}", JenisJabatan.PELAKSANA,
            "Pengolah Data dan Informasi",
        )
        for nomor in range(1, jumlah)
    ]  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    CapaianOrganisasi.objects.create(
        instansi=para.instansi, unit=para.dinas, periode=para.periode, level=level,
        penetap=para.bupati, nama_penetap="Gita Bupati", ditetapkan_pada=PADA,
        ditetapkan_at=panggung.SAAT,
    )  # fmt: skip
    return [
        Evaluasi.objects.create(
            instansi=para.instansi, skp=_skp(para, satu), pegawai=satu, periode=para.periode,
            unit=para.bidang, status="dinilai", penilai=para.budi, rating_hasil_kerja="di_atas",
            rating_perilaku_kerja="di_atas", alasan_hasil_kerja="Andi rajin sekali",
        )
        for satu in orang
    ]  # fmt: skip


def _skp(para: Pemeran, satu: Pegawai):
    skp = evaluasi_panggung.skp_ditetapkan(para, satu)
    skp.penilai = para.budi
    skp.save()
    return skp


def susun(para: Pemeran, **lain) -> RapatKalibrasi:
    """Citra names it; Budi and Fajar (head of the Dinas) are invited."""
    isi = {"tanggal": PADA, "tempat": "Ruang rapat BKPSDM", "ketua_id": para.bupati.pk,
           "anggota": [para.budi.pk]} | lain  # fmt: skip
    return services.susun_rapat(
        aktor=panggung.petugas(para), periode=para.periode, isi=services.IsiRapat(**isi), pada=PADA
    )


def mulai(para: Pemeran, jumlah: int = ORANG) -> Adegan:
    """The meeting sits."""
    orang = dinilai(para, jumlah)
    rapat = susun(para)
    services.mulai_rapat(aktor=para.aktor(para.bupati), rapat=rapat, pada=PADA)
    rapat.refresh_from_db()
    return Adegan(rapat, UnitRapat.objects.select_related("unit").get(rapat=rapat), orang)


def tutup(para: Pemeran, adegan: Adegan) -> RapatKalibrasi:
    """Everybody was there."""
    services.tutup_rapat(
        aktor=para.aktor(para.bupati), rapat=adegan.rapat, catatan="Pola dibicarakan.", pada=PADA,
        hadir=list(adegan.rapat.daftar_peserta.values_list("pk", flat=True)),
    )  # fmt: skip
    adegan.rapat.refresh_from_db()
    return adegan.rapat
