"""The stage: Andi holds a JF with results of three years; Budi rates him; Citra keeps records."""

import datetime as dt
from decimal import Decimal

from pemeran import Pemeran, buat_pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import KonversiPredikat, MasaJenjang
from tera.angka_kredit.services import IsiMasa
from tera.core import clock
from tera.evaluasi.models import HasilTerdahulu
from tera.organisasi.models import Jabatan, JenisJabatan, Pegawai

PADA = dt.date(2026, 11, 20)
SIANG = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)
TIGA_TAHUN = {2023: "baik", 2024: "sangat_baik", 2025: "baik"}


def buat() -> Pemeran:
    """Write the cast; Andi is a Pranata Komputer Ahli Muda, III/c since 2022."""
    para = buat_pemeran()
    jadikan_jf(para.andi)
    return para


def jadikan_jf(pegawai: Pegawai, golongan: str = "III/c") -> None:
    """Give somebody a JF and a pangkat with its TMT."""
    post, _ = Jabatan.objects.get_or_create(
        instansi=pegawai.instansi,
        nama="Pranata Komputer Ahli Muda",
        jenis=JenisJabatan.FUNGSIONAL,
        defaults={"jenjang": "ahli_muda"},
    )
    pegawai.daftar_penugasan.update(jabatan=post)
    pegawai.status = "pns"
    pegawai.golongan = golongan
    pegawai.tmt_golongan = dt.date(2022, 4, 1)
    pegawai.save()


def hasil(
    pegawai: Pegawai,
    tahun: int,
    predikat: str,
    mulai: int = 1,
    selesai: int = 12,
) -> HasilTerdahulu:
    """A final result of a year before Tera."""
    return HasilTerdahulu.objects.create(
        instansi=pegawai.instansi,
        pegawai=pegawai,
        tahun=tahun,
        bulan_mulai=mulai,
        bulan_selesai=selesai,
        rating_hasil_kerja="sesuai",
        rating_perilaku_kerja="sesuai",
        predikat=predikat,
        sumber="Rekap uji",
        nama_aktor="Sistem",
        diimpor_at=clock.sekarang(),
    )


def tiga_tahun(pegawai: Pegawai) -> None:
    """E3: 2023 Baik, 2024 Sangat Baik, 2025 Baik."""
    for tahun, predikat in TIGA_TAHUN.items():
        hasil(pegawai, tahun, predikat)


def isi(**lain) -> IsiMasa:
    """Into Ahli Muda on 1 January 2023, III/c, nothing brought in."""
    return IsiMasa(
        **{
            "jabatan": "Pranata Komputer Ahli Muda",
            "jenjang": "ahli_muda",
            "golongan": "III/c",
            "cara_masuk": "pengangkatan_pertama",
            "mulai": dt.date(2023, 1, 1),
            "nomor_sk": "800/1/2023",
            "tanggal_sk": dt.date(2022, 12, 20),
            **lain,
        }
    )


def masa(para: Pemeran, **lain) -> MasaJenjang:
    """Citra records Andi's jenjang."""
    return services.catat_masa(
        aktor=para.aktor(para.citra), pegawai=para.andi, isi=isi(**lain), pada=PADA
    )


def usul(para: Pemeran) -> list[KonversiPredikat]:
    """Andi's three years, proposed."""
    tiga_tahun(para.andi)
    masa(para)
    return list(KonversiPredikat.objects.filter(pegawai=para.andi).order_by("tahun"))


def tetapkan(para: Pemeran) -> list[KonversiPredikat]:
    """Budi establishes all of them."""
    daftar = usul(para)
    services.tetapkan_konversi(
        aktor=para.aktor(para.budi), daftar_pk=[satu.pk for satu in daftar], pada=PADA
    )
    return list(KonversiPredikat.objects.filter(pegawai=para.andi).order_by("tahun"))


def jumlah(masa: MasaJenjang) -> Decimal:
    """The sum of a ledger, with what was brought in."""
    from tera.angka_kredit.selectors.buku import baris_per_masa, susun_buku

    return susun_buku(masa, baris_per_masa([masa.pk])[masa.pk]).jumlah
