"""Objects behind the doors of periods, delegation, teams, helpers, relations and the line."""

import datetime as dt
from collections.abc import Callable

from pemeran import AWAL, Pemeran
from tera.core import clock
from tera.core.models import Berkas
from tera.organisasi.models import (
    AnggotaTim,
    ButirPerencanaan,
    CakupanDelegasi,
    Delegasi,
    HubunganDekat,
    KebijakanInstansi,
    LaporanPenilai,
    Penyiap,
    PeranPetugas,
    TimKerja,
)


def delegasi(para: Pemeran) -> int:
    """A letter from Fajar that covers Budi in the bidang, with its scan."""
    berkas = Berkas.objects.create(
        instansi_id=para.instansi.pk,
        nama="surat.pdf",
        jenis_isi="application/pdf",
        ukuran=9,
        sidik=_simpan(b"%PDF-1.7\n"),
        keperluan="delegasi",
        dibuat_at=clock.sekarang(),
    )
    satu = Delegasi.objects.create(
        instansi=para.instansi,
        pemberi=para.fajar,
        nomor_surat="800/1",
        tanggal_surat=AWAL,
        berkas=berkas,
        sejak=AWAL,
        dibuat_at=clock.sekarang(),
        nama_aktor="Citra",
    )
    CakupanDelegasi.objects.create(delegasi=satu, penerima=para.budi, unit=para.bidang)
    return satu.pk


def _simpan(isi: bytes) -> str:
    import hashlib

    from tera.core.berkas import gudang

    sidik = hashlib.sha256(isi).hexdigest()
    gudang().tulis(sidik, isi)
    return sidik


def tim(para: Pemeran) -> int:
    """A team of the bidang led by Andi."""
    return TimKerja.objects.create(
        instansi=para.instansi, unit=para.bidang, nama="Tim Uji", ketua=para.andi, sejak=AWAL
    ).pk


def anggota(para: Pemeran) -> int:
    """A membership in that team."""
    return AnggotaTim.objects.create(tim_id=tim(para), pegawai=para.budi, sejak=AWAL).pk


def penyiap(para: Pemeran) -> int:
    """Fajar named Andi as helper."""
    return Penyiap.objects.create(
        instansi=para.instansi, pejabat=para.fajar, penyiap=para.andi, sejak=AWAL
    ).pk


def hubungan(para: Pemeran) -> int:
    """Andi declared a relation with Budi."""
    return HubunganDekat.objects.create(
        instansi=para.instansi,
        penyata=para.andi,
        pihak=para.budi,
        jenis="lain",
        sejak=AWAL,
        dibuat_at=clock.sekarang(),
    ).pk


def laporan(para: Pemeran) -> int:
    """Andi says his rater is wrong."""
    return LaporanPenilai.objects.create(
        instansi=para.instansi,
        pegawai=para.andi,
        penugasan=para.penugasan(para.andi),
        penilai_tercatat=para.budi,
        keterangan="Berganti.",
        dibuat_at=clock.sekarang(),
    ).pk


def kebijakan(para: Pemeran) -> int:
    """A policy change that is far from being in force."""
    return KebijakanInstansi.objects.create(
        instansi=para.instansi,
        kunci="petugas.jam_maksimum",
        nilai=2,
        sejak=dt.date(2099, 1, 1),
        dasar="SK",
        nama_aktor="Citra",
        dibuat_at=clock.sekarang(),
    ).pk


def butir(para: Pemeran) -> int:
    """The visi of the kabupaten."""
    return ButirPerencanaan.objects.create(
        instansi=para.instansi,
        unit=para.kabupaten,
        jenis="visi",
        sumber="rpjmd",
        teks="Kabupaten yang melayani",
        sejak=AWAL,
    ).pk


OBJEK: dict[str, Callable[[Pemeran], object]] = {
    "orang_periode": lambda para: para.periode.pk,
    "orang_unit": lambda para: para.dinas.pk,
    "orang_delegasi": delegasi,
    "orang_tim": tim,
    "orang_anggota": anggota,
    "orang_penyiap": penyiap,
    "orang_hubungan": hubungan,
    "orang_laporan": laporan,
    "orang_kebijakan": kebijakan,
    "orang_butir": butir,
    "orang_peran": lambda para: PeranPetugas.objects.get(pegawai=para.citra).pk,
}
