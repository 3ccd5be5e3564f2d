"""The stage of the 360 rounds: Budi's bidang of seven, a round, respondents, forms, the close."""

import datetime as dt
from dataclasses import dataclass

from evaluasi.panggung import kebijakan
from pemeran import Pemeran, buat_pegawai
from tera.core.aktor import Aktor
from tera.organisasi.models import JenisJabatan, Pegawai, PeranPetugas
from tera.organisasi.services import segarkan_penilai
from tera.umpan_balik.models import (
    HasilUmpanBalik,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
)
from tera.umpan_balik.selectors import putaran as tanya
from tera.umpan_balik.services import putaran, putaran_isi, putaran_responden

__all__ = ["HasilUmpanBalik", "putaran", "tanya"]
MULAI = dt.date(2026, 11, 2)
SELESAI = dt.date(2026, 11, 16)
SESUDAH = dt.date(2026, 11, 17)
KODE = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")


@dataclass(frozen=True)
class Panggung:
    """The round and its people."""

    para: Pemeran
    putaran: PutaranUmpanBalik
    rekan: list[Pegawai]

    @property
    def andi(self) -> PutaranPegawai:
        """Andi in the round, as it is now."""
        return self.pada(self.para.andi)

    def pada(self, pegawai: Pegawai) -> PutaranPegawai:
        """A person in the round, as it is now."""
        return PutaranPegawai.objects.select_related(
            "putaran__unit", "penugasan__unit", "pegawai", "unit"
        ).get(putaran=self.putaran, pegawai=pegawai)

    def sistem(self) -> Aktor:
        """The system of the instansi."""
        return Aktor.sistem(self.para.instansi.pk, self.para.instansi.zona)


def rekan_bidang(para: Pemeran, jumlah: int = 5) -> list[Pegawai]:
    """More people in Andi's bidang."""
    daftar = [
        buat_pegawai(
            para.bidang,
            f"{nama} Rekan",
            f"19910101201501{nomor:04d}",
            JenisJabatan.PELAKSANA,
            "Pengolah Data dan Informasi",
        )
        for nomor, nama in enumerate(
            ("Hana", "Indra", "Jaya", "Kirana", "Lestari", "Made", "Nanda", "Oka", "Putri")[
                :jumlah
            ],
            start=1,
        )
    ]
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    return daftar


def susun(para: Pemeran, jumlah: int = 5, *, unit=None, undi: bool = True) -> Panggung:
    """Citra makes a round for the bidang and draws."""
    rekan = rekan_bidang(para, jumlah)
    satu = putaran.susun_putaran(
        aktor=para.aktor(para.citra),
        periode=para.periode,
        unit=unit or para.bidang,
        isi=putaran.IsiPutaran("Umpan balik 2026", MULAI, SELESAI),
        pada=dt.date(2026, 10, 20),
    )
    if undi:
        putaran_responden.undi_responden(
            aktor=para.aktor(para.citra), putaran=satu, pada=dt.date(2026, 10, 20)
        )
    return Panggung(para, satu, rekan)


def jalankan(para: Pemeran, jumlah: int = 5) -> Panggung:
    """Andi's five colleagues are approved by Budi and the round runs."""
    kebijakan(para, "umpan_balik.formulir_per_responden", 20)
    panggung = susun(para, jumlah)
    putaran_responden.setujui_responden(
        aktor=para.aktor(para.budi), satu=panggung.andi, pada=dt.date(2026, 10, 25)
    )
    putaran.mulai_putaran(aktor=panggung.sistem(), putaran=panggung.putaran, pada=MULAI)
    return panggung


def isi(panggung: Panggung, responden: Responden, level: int = 1, **lain) -> None:
    """One respondent answers the same level everywhere."""
    nilai = lain.pop("nilai", dict.fromkeys(KODE, level))
    putaran_isi.isi_umpan_balik(
        aktor=panggung.para.aktor(responden.pegawai),
        responden=responden,
        isi=putaran_isi.IsiJawaban(nilai=nilai, **lain),
        pada=lain.pop("pada", MULAI),
    )


def isi_semua(panggung: Panggung, daftar_level=(2, 1, 1, 1, 2), diri: int | None = 2) -> None:
    """Andi's colleagues answer these levels in order, Andi his own."""
    rekan = list(panggung.andi.daftar_responden.filter(hubungan="rekan").order_by("id"))
    for responden, level in zip(rekan, daftar_level, strict=False):
        isi(panggung, responden, level)
    if diri is not None:
        isi(panggung, panggung.andi.daftar_responden.get(hubungan="diri"), diri)


def tutup(panggung: Panggung) -> PutaranPegawai:
    """The round's last day is over."""
    putaran.tutup_putaran(aktor=panggung.sistem(), putaran=panggung.putaran, pada=SESUDAH)
    return panggung.andi


def pejabat(para: Pemeran) -> tuple[Aktor, Aktor]:
    """Fajar is PyB and the Bupati pejabat pembina: the two officers of a letter."""
    for orang, peran in ((para.fajar, "pyb"), (para.bupati, "pejabat_pembina")):
        PeranPetugas.objects.create(
            instansi=para.instansi,
            pegawai=orang,
            peran=peran,
            unit=para.kabupaten,
            sejak=dt.date(2026, 1, 1),
            dasar="SK Uji 9",
        )
    return para.aktor(para.fajar), para.aktor(para.bupati)
