"""Objects behind the doors of rater training."""

import datetime as dt

from pemeran import Pemeran
from tera.bimtek.models import (
    AhliPanel,
    PenilaianKasus,
    SertifikatBimtek,
    SesiLatihan,
)
from tera.bimtek.pemuat import daftar_kasus
from tera.bimtek.selectors.latihan import kunci_penyusun

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


OBJEK = {
    "bimtek_kursus": lambda para: "menilai-objektif",
    "bimtek_modul": lambda para: "acuan",
    "bimtek_sesi": lambda para: sesi_budi(para).pk,
    "bimtek_sesi_selesai": lambda para: sesi_budi(para, selesai=True).pk,
    "bimtek_sertifikat": lambda para: sertifikat_budi(para).pk,
    "bimtek_ahli": _ahli,
}
