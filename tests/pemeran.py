"""The cast of every test: Andi rates nobody; Budi rates Andi; Citra is pengelola kinerja;

Dewi works elsewhere and must see nothing; Eka audits and may only read. Fajar heads the OPD and is
Budi's superior. All are invented; numbers use years that were never issued.
"""

import datetime as dt
from dataclasses import dataclass

from adegan import sekali
from tera.core.aktor import Aktor
from tera.core.models import Pengguna
from tera.organisasi.models import (
    Instansi,
    Jabatan,
    JenisJabatan,
    Pegawai,
    Penugasan,
    PeranPetugas,
    Periode,
    RiwayatInduk,
    StatusPegawai,
    UnitKerja,
)
from tera.organisasi.services.penilai import segarkan_penilai

SANDI = "sandi-uji-panjang"
AWAL = dt.date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Pemeran:
    """The people of the tests, their instansi, units and the year's period."""

    instansi: Instansi
    instansi_lain: Instansi
    kabupaten: UnitKerja
    dinas: UnitKerja
    bidang: UnitKerja
    dinas_lain: UnitKerja
    andi: Pegawai
    budi: Pegawai
    citra: Pegawai
    dewi: Pegawai
    eka: Pegawai
    fajar: Pegawai
    bupati: Pegawai
    periode: Periode

    def aktor(self, pegawai: Pegawai) -> Aktor:
        """Return ``pegawai`` as the one who asks."""
        return Aktor(
            pengguna_id=pegawai.akun_id,
            instansi_id=pegawai.instansi_id,
            pegawai_id=pegawai.pk,
            nama=pegawai.nama_lengkap,
            zona=pegawai.instansi.zona,
        )

    def penugasan(self, pegawai: Pegawai) -> Penugasan:
        """Return the assignment of ``pegawai``."""
        return Penugasan.objects.get(pegawai=pegawai)


@sekali
def buat_pemeran() -> Pemeran:
    """Write the cast to the database."""
    instansi = Instansi.objects.create(
        kode="9901", nama="Kabupaten Uji", zona="Asia/Jayapura", tempat="Kota Uji"
    )
    lain = Instansi.objects.create(kode="9902", nama="Kabupaten Seberang", zona="Asia/Jakarta")
    kabupaten = buat_unit(instansi, "01", "Pemerintah Kabupaten Uji", None, "Bupati", "")
    dinas = buat_unit(instansi, "0101", "Dinas Kependudukan", kabupaten, "Kepala Dinas", "II.b")
    dinas.punya_perjanjian_kinerja = True
    dinas.opd = dinas
    dinas.save()
    bidang = buat_unit(instansi, "010101", "Bidang Data", dinas, "Kepala Bidang Data", "III.b")
    bidang.opd = dinas
    bidang.save()
    dinas_lain = buat_unit(lain, "01", "Pemerintah Kabupaten Seberang", None, "Bupati", "")
    bupati = buat_pegawai(
        kabupaten, "Gita Bupati", "", JenisJabatan.PEJABAT_NEGARA, "Bupati", pimpin=True
    )
    fajar = buat_pegawai(
        dinas,
        "Fajar Kepala",
        "197001011995011001",
        JenisJabatan.JPT_PRATAMA,
        "Kepala Dinas",
        pimpin=True,
        eselon="II.b",
    )
    budi = buat_pegawai(
        bidang,
        "Budi Penilai",
        "197502022000011002",
        JenisJabatan.ADMINISTRATOR,
        "Kepala Bidang Data",
        pimpin=True,
        eselon="III.b",
    )
    andi = buat_pegawai(
        bidang,
        "Andi Pegawai",
        "199003032015011003",
        JenisJabatan.PELAKSANA,
        "Pengolah Data dan Informasi",
    )
    citra = buat_pegawai(
        dinas,
        "Citra Pengelola",
        "198504042010012004",
        JenisJabatan.PELAKSANA,
        "Pengadministrasi Perkantoran",
    )
    eka = buat_pegawai(
        kabupaten,
        "Eka Auditor",
        "198005052005012005",
        JenisJabatan.FUNGSIONAL,
        "Auditor Ahli Muda",
        jenjang="ahli_muda",
    )
    dewi = buat_pegawai(
        dinas_lain,
        "Dewi Orang Lain",
        "198806062012012006",
        JenisJabatan.PELAKSANA,
        "Pengolah Data dan Informasi",
    )
    PeranPetugas.objects.create(
        instansi=instansi,
        pegawai=citra,
        peran="pengelola",
        unit=kabupaten,
        sejak=AWAL,
        dasar="SK Uji 1",
    )
    PeranPetugas.objects.create(
        instansi=instansi,
        pegawai=eka,
        peran="auditor",
        unit=kabupaten,
        sejak=AWAL,
        dasar="SK Uji 2",
    )
    periode = Periode.objects.create(
        instansi=instansi,
        tahun=2026,
        jenis="tahunan",
        urut=1,
        mulai=AWAL,
        selesai=dt.date(2026, 12, 31),
        batas_skp=dt.date(2026, 1, 31),
        batas_evaluasi=dt.date(2027, 1, 31),
        dibuka_pada=dt.date(2025, 12, 1),
    )
    for satu in (instansi, lain):
        segarkan_penilai(instansi_id=satu.pk, sejak=dt.date(2025, 1, 1))
    return Pemeran(
        instansi,
        lain,
        kabupaten,
        dinas,
        bidang,
        dinas_lain,
        andi,
        budi,
        citra,
        dewi,
        eka,
        fajar,
        bupati,
        periode,
    )


def buat_unit(
    instansi: Instansi,
    kode: str,
    nama: str,
    induk: UnitKerja | None,
    pimpinan: str,
    eselon: str,
) -> UnitKerja:
    """Write one unit and its place in the tree."""
    unit = UnitKerja(
        instansi=instansi,
        kode=kode,
        nama=nama,
        induk=induk,
        nama_jabatan_pimpinan=pimpinan,
        eselon=eselon,
        sejak=dt.date(2020, 1, 1),
        path="-",
    )
    unit.save()
    unit.path = (induk.path if induk else f"{instansi.pk}/") + f"{unit.pk}/"
    unit.save()
    RiwayatInduk.objects.create(unit=unit, induk=induk, path=unit.path, nama=nama, sejak=unit.sejak)
    return unit


def buat_pegawai(
    unit: UnitKerja,
    nama: str,
    nip: str,
    jenis_jabatan: str,
    jabatan: str,
    *,
    pimpin: bool = False,
    eselon: str = "",
    jenjang: str = "",
) -> Pegawai:
    """Write one person with an account, a post and an assignment since 1 January 2025."""
    akun = Pengguna.objects.create_user(
        nama_akun=nip or nama.split()[0].lower(),
        password=SANDI,
        nama_tampil=nama,
        instansi_id=unit.instansi_id,
    )
    pegawai = Pegawai.objects.create(
        instansi=unit.instansi,
        nip=nip,
        nama=nama,
        status=StatusPegawai.PNS if nip else StatusPegawai.PEJABAT_NEGARA,
        golongan="III/c" if nip else "",
        akun=akun,
        jenis_kelamin="laki_laki",
    )
    post, _ = Jabatan.objects.get_or_create(
        instansi=unit.instansi,
        nama=jabatan,
        jenis=jenis_jabatan,
        defaults={"eselon": eselon, "jenjang": jenjang},
    )
    Penugasan.objects.create(
        instansi=unit.instansi,
        pegawai=pegawai,
        unit=unit,
        jabatan=post,
        memimpin_unit=pimpin,
        sejak=dt.date(2025, 1, 1),
    )
    return pegawai
