"""Objects behind the doors of rater training."""

import datetime as dt

from pemeran import Pemeran
from tera.bimtek.models import (
    AhliPanel,
    HariKelas,
    KelasBimtek,
    Naskah,
    PenilaianKasus,
    PesertaKelas,
    SertifikatBimtek,
    SesiLatihan,
    Sosialisasi,
)
from tera.bimtek.pemuat import daftar_kasus
from tera.bimtek.penulis import sidik, teks_kasus
from tera.bimtek.selectors.latihan import kunci_penyusun
from tera.organisasi.services import segarkan_penilai

HARI = dt.date(2026, 1, 5)


def sesi_budi(para: Pemeran, *, selesai: bool = False) -> SesiLatihan:
    """A session of Budi with four cases, all rated as their key says when it is finished."""
    kasus = list(daftar_kasus().values())[:4]
    kunci = {satu.kode: kunci_penyusun(satu) for satu in kasus}
    sesi = SesiLatihan.objects.create(
        instansi=para.instansi, pegawai=para.budi, benih=1, mulai_pada=HARI,
        selesai_pada=HARI if selesai else None,
        hasil={"kunci": kunci, "panel": []} if selesai else {},
    )  # fmt: skip
    PenilaianKasus.objects.bulk_create(
        PenilaianKasus(
            sesi=sesi, urut=n, kasus=satu.kode, versi=satu.versi,
            tingkat=kunci[satu.kode] if selesai else [],
        )
        for n, satu in enumerate(kasus, 1)
    )  # fmt: skip
    return sesi


def sertifikat_budi(para: Pemeran) -> SertifikatBimtek:
    """A certificate of practice, of Budi."""
    return SertifikatBimtek.objects.create(
        instansi=para.instansi, pegawai=para.budi, sesi=sesi_budi(para, selesai=True),
        kursus="menilai-objektif", judul_kursus="Menilai", versi_kursus=1,
        nama_pegawai="Budi", nip=para.budi.nip, terbit_pada=HARI,
        berlaku_sampai=dt.date(2099, 1, 1),
        angka={"kasus": 4, "tanda": 28, "sama": 28, "lebih_rendah": 0, "lebih_tinggi": 0,
               "panel": 0, "kesepakatan": None},
    )  # fmt: skip


def _ahli(para: Pemeran) -> int:
    return AhliPanel.objects.create(
        instansi=para.instansi, pegawai=para.budi, keahlian="Penilai lama", sejak=HARI,
        nama_penunjuk="Citra",
    ).pk  # fmt: skip


def kelas(para: Pemeran, status: str) -> KelasBimtek:
    """A class of the dinas in a state: Fajar gives it, Budi takes part. The same one when asked."""
    satu, baru = KelasBimtek.objects.get_or_create(
        instansi=para.instansi, unit=para.dinas, status=status, judul=f"Kelas {status}",
        defaults={
            "kursus": "menilai-objektif", "mulai": HARI, "selesai": HARI, "balas_sampai": HARI,
            "tempat": "Aula", "kapasitas": 5, "ringkasan": {},
        },
    )  # fmt: skip
    if baru:
        satu.daftar_pelatih.set([para.fajar])
        hari = HariKelas.objects.create(kelas=satu, tanggal=HARI)
        peserta = PesertaKelas.objects.create(
            kelas=satu, pegawai=para.budi, unit=para.bidang, jawaban="menerima", diundang_pada=HARI
        )
        if status == "selesai":
            hari.daftar_hadir.create(peserta=peserta, hadir=True, lewat="pelatih")
    return satu


def naskah(para: Pemeran, *, milik: str = "budi", status: str = "diajukan") -> Naskah:
    """A case of the instansi's own, by Budi or Citra."""
    isi = teks_kasus(daftar_kasus()["loket-1"]).replace("loket-1", "uji-loket")
    orang = getattr(para, milik)
    return Naskah.objects.create(
        instansi=para.instansi, jenis="kasus", kode="uji-loket", versi=1, judul="Loket uji",
        isi=isi, sidik=sidik(isi), status=status, penyusun=orang,
        nama_penyusun=orang.nama_lengkap,
    )  # fmt: skip


def _sosialisasi(para: Pemeran) -> int:
    """A course that the dinas is asked to read."""
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    return Sosialisasi.objects.create(
        instansi=para.instansi, unit=para.dinas, kursus="mengenal-kinerja", judul="Mengenal",
        versi=1, jumlah_modul=3, tenggat=dt.date(2099, 1, 1), pemberi=para.citra,
        nama_pemberi="Citra", diberikan_pada=HARI,
    ).pk  # fmt: skip


OBJEK = {
    "bimtek_sosialisasi": _sosialisasi,
    "bimtek_naskah": lambda para: naskah(para).pk,
    "bimtek_naskah_draf": lambda para: naskah(para, milik="citra", status="draf").pk,
    "bimtek_naskah_draf_lain": lambda para: naskah(para, status="draf").pk,
    "bimtek_kursus": lambda para: "menilai-objektif",
    "bimtek_modul": lambda para: "acuan",
    "bimtek_sesi": lambda para: sesi_budi(para).pk,
    "bimtek_sesi_selesai": lambda para: sesi_budi(para, selesai=True).pk,
    "bimtek_sertifikat": lambda para: sertifikat_budi(para).pk,
    "bimtek_ahli": _ahli,
    "bimtek_kelas_susun": lambda para: kelas(para, "disusun").pk,
    "bimtek_kelas": lambda para: kelas(para, "terbuka").pk,
    "bimtek_kelas_peserta": lambda para: kelas(para, "terbuka").daftar_peserta.get().pk,
    "bimtek_kelas_jalan": lambda para: kelas(para, "berlangsung").pk,
    "bimtek_kelas_hari": lambda para: kelas(para, "berlangsung").daftar_hari.get().pk,
    "bimtek_kelas_selesai": lambda para: kelas(para, "selesai").pk,
}
