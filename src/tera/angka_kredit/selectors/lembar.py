"""The page of one person: ledger, what the law says today, and the look ahead."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tera.angka_kredit.models import KonversiPredikat, MasaJenjang
from tera.angka_kredit.selectors.buku import NOL, Buku, BukuOrang, buku_orang
from tera.angka_kredit.selectors.kelayakan import kelayakan_orang
from tera.evaluasi.selectors.hasil import HasilPredikat, hasil_final
from tera.organisasi.models import JenisJabatan, JenisPeriode, Pegawai, Penugasan
from tera.organisasi.selectors import penugasan_utama
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import Kelayakan
from tera.regulasi.masa_jf import MasaJF
from tera.regulasi.proyeksi import Proyeksi, proyeksi

#: Years one may choose a predikat for.
TAHUN_HARAPAN = 5
TAHUN_LALU = 6


@dataclass(frozen=True, slots=True)
class Harapan:
    """What the reader supposes: a predikat per coming year."""

    per_tahun: dict[int, str]
    bawaan: str = Predikat.BAIK.value


@dataclass(frozen=True, slots=True)
class LembarOrang:
    """Everything the page shows: about nine queries."""

    buku: BukuOrang
    penugasan: Penugasan | None
    predikat: Mapping[int, str]
    kelayakan: Kelayakan | None
    proyeksi: Proyeksi | None
    daftar_tahun: tuple[int, ...]
    jumlah_dengan_usul: Decimal
    periodik: tuple[HasilPredikat, ...] = ()

    @property
    def adalah_jf(self) -> bool:
        """Whether the person holds a JF today."""
        return (
            self.penugasan is not None and self.penugasan.jabatan.jenis == JenisJabatan.FUNGSIONAL
        )


def lembar_orang(*, pegawai: Pegawai, harapan: Harapan, pada: dt.date) -> LembarOrang:
    """Return the page of ``pegawai``; whoever calls has asked whether the aktor may read it."""
    buku = buku_orang(pegawai=pegawai)
    hasil = hasil_final(
        instansi_id=pegawai.instansi_id,
        dari_tahun=pada.year - TAHUN_LALU,
        sampai_tahun=pada.year,
        pegawai=[pegawai.pk],
    )
    # Of several yearly results that of the year's last plan.
    predikat = {s.tahun: s.predikat for s in hasil if s.jenis == JenisPeriode.TAHUNAN}
    penugasan = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    kini = buku.kini
    if kini is None:
        return LembarOrang(buku, penugasan, predikat, None, None, (), NOL)
    layak = kelayakan_orang(
        pegawai=pegawai,
        masa=kini.masa,
        jumlah=kini.jumlah,
        fakta=buku.fakta,
        predikat=predikat,
        pada=pada,
        jumlah_asal=buku.asal.jumlah if buku.asal is not None else None,
    )
    menunggu = sum((satu.nilai for satu in buku.usul if satu.masa_id == kini.masa.pk), NOL)
    awal = bulan_berikut(kini, buku.usul)
    maju = None
    if layak is not None:
        maju = proyeksi(
            jenjang=Jenjang(kini.masa.jenjang),
            jumlah=max(kini.jumlah + menunggu, NOL),
            kebutuhan_pangkat=None if layak.pangkat.dari_asal else layak.pangkat.kebutuhan,
            kebutuhan_jenjang=layak.jenjang.kebutuhan,
            bulan_mulai=awal,
            harapan={th: Predikat(kata) for th, kata in harapan.per_tahun.items()},
            bawaan=Predikat(harapan.bawaan),
            predikat={th: Predikat(kata) for th, kata in predikat.items()},
            tmt_pangkat=pegawai.tmt_golongan,
            tmt_jenjang=kini.masa.mulai,
            pada=pada,
        )
    return LembarOrang(
        buku,
        penugasan,
        predikat,
        layak,
        maju,
        tuple(th for th in range(awal.year, awal.year + TAHUN_HARAPAN) if th not in predikat),
        kini.jumlah + menunggu,
        _periodik(hasil, predikat, buku, kini.masa),
    )


def _periodik(
    hasil: list[HasilPredikat], predikat: Mapping[int, str], buku: BukuOrang, masa: MasaJenjang
) -> tuple[HasilPredikat, ...]:
    """Final results of parts of a year without a yearly one, whose months nothing holds yet."""
    assert buku.kini is not None
    hidup = [
        *(
            baris.konversi
            for baris in buku.kini.baris
            if baris.konversi is not None
            and baris.konversi.status == KonversiPredikat.Status.DITETAPKAN
        ),
        *buku.usul,
    ]
    terpakai = {
        (satu.tahun, bulan)
        for satu in hidup
        for bulan in range(satu.bulan_mulai, satu.bulan_selesai + 1)
    }
    satu_jf = MasaJF(Jenjang(masa.jenjang), masa.mulai, masa.selesai)
    return tuple(
        satu
        for satu in hasil
        if satu.jenis != JenisPeriode.TAHUNAN
        and satu.evaluasi_id is not None
        and satu.tahun not in predikat
        and any(
            (satu.tahun, bulan) not in terpakai and satu_jf.memuat(satu.tahun, bulan)
            for bulan in range(satu.bulan_mulai, satu.bulan_selesai + 1)
        )
    )


def bulan_berikut(buku: Buku, usul: tuple[KonversiPredikat, ...]) -> dt.date:
    """Return the first day of the first month after the last that a living conversion holds."""
    akhir = [
        (baris.konversi.tahun, baris.konversi.bulan_selesai)
        for baris in buku.baris
        if baris.konversi is not None
        and baris.konversi.status == KonversiPredikat.Status.DITETAPKAN
    ]
    akhir += [(satu.tahun, satu.bulan_selesai) for satu in usul if satu.masa_id == buku.masa.pk]
    if not akhir:
        return bulan_pertama(buku.masa)
    tahun, bulan = max(akhir)
    return dt.date(tahun, bulan + 1, 1) if bulan < 12 else dt.date(tahun + 1, 1, 1)


def bulan_pertama(masa: MasaJenjang) -> dt.date:
    """Return the first whole month of the jenjang, not before the method of conversion."""
    hari = max(masa.mulai, dt.date(2023, 1, 1))
    if hari.day == 1:
        return hari
    return dt.date(hari.year + hari.month // 12, hari.month % 12 + 1, 1)
