"""Loads the demo: an invented kabupaten through the same services that serve people.

Loading again changes nothing; the passwords are made once per installation and kept in
``TERA_DATA/contoh/sandi.json`` (mode 0600).
"""

import datetime as dt
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tera.contoh import (
    angka_kredit,
    bimtek,
    bimtek_kelas,
    cerita,
    cerita_dialog,
    cerita_kerja,
    cerita_nilai,
    dasbor,
    kalibrasi,
    keramaian,
    kerja,
    keseharian,
    naskah,
    pengembangan,
    penghargaan,
    penilaian,
    peristiwa,
    putaran,
    rapat,
    riwayat,
    suara,
    talenta,
    tindakan,
    umpan,
)
from tera.contoh import kabar as kabar_contoh
from tera.contoh.penduduk import Penduduk, bangun
from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.models import Pengguna
from tera.organisasi.models import (
    Delegasi,
    Instansi,
    Pegawai,
    Penugasan,
    PeranPetugas,
    Periode,
    UnitKerja,
)
from tera.organisasi.services import impor_unor, tambah_instansi
from tera.organisasi.services.delegasi import buat_delegasi
from tera.organisasi.services.penugasan import tambah_pejabat
from tera.organisasi.services.peran import beri_peran
from tera.organisasi.services.periode import buat_periode_tahun

KODE = "9499"
JUMLAH = 1000
NAMA = "Pemerintah Kabupaten Teluk Cahaya"
ZONA = "Asia/Jayapura"
AKUN_BUPATI = "bupati.telukcahaya"
_SUKU = "ba be bi bo da di du ga gu ka ki ku la li lo ma mi mu na ni pa pi ra ri sa si ta ti tu wa"


@dataclass(frozen=True, slots=True)
class OrangContoh:
    """A person one can sign in as."""

    akun: str
    sandi: str
    nama: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class HasilMuat:
    """What was loaded."""

    instansi: str
    daftar_orang: tuple[OrangContoh, ...]


def muat(*, jumlah: int = JUMLAH, kabar: Callable[[str], None] = lambda _teks: None) -> HasilMuat:
    """Load the demo instansi of ``jumlah`` people: last year complete, this year alive.

    ``jumlah`` 0: the people of the stories alone (tests).
    ``kabar`` is told what is being written, one sentence at a time.
    """
    pada = clock.hari_ini(ZONA)
    berlaku = dt.date(pada.year - 1, 1, 1)
    instansi = tambah_instansi(
        aktor=None, kode=KODE, nama=NAMA, zona=ZONA, jenis="daerah", pada=pada
    )
    if not instansi.tempat:
        Instansi.objects.filter(pk=instansi.pk).update(tempat="Muara Cahaya")
    sistem = Aktor.sistem(instansi.pk, ZONA)
    penduduk = bangun(jumlah=jumlah, tahun=pada.year)
    if not Pegawai.objects.filter(instansi=instansi).exists():
        _impor(sistem, penduduk, pada, berlaku)
    _bupati(sistem, instansi, berlaku)
    _petugas(sistem, instansi, pada)
    _periode(sistem, instansi, pada)
    _delegasi(sistem, instansi, penduduk, berlaku, pada)
    riwayat.tulis(instansi=instansi, sistem=sistem, pada=pada)
    daftar_orang = _akun(instansi)
    cerita.tulis(instansi=instansi, pada=pada)
    for tahun in (pada.year - 1, pada.year):
        kabar(f"rencana {tahun}")
        keramaian.PenulisRencana(instansi, tahun, pada).tulis(
            keramaian.daftar_orang(instansi, tahun)
        )
        if tahun == pada.year:
            peristiwa.tulis(sistem=sistem, instansi=instansi, pada=pada)
            keramaian.PenulisRencana(instansi, tahun, pada).tulis(
                keramaian.daftar_orang(instansi, tahun)
            )
        kabar(f"pelaksanaan {tahun}")
        kerja.tulis_pelaksanaan(instansi, tahun, pada)
    kabar("bukti, progres harian, dan capaian")
    keseharian.tulis(instansi, pada)
    cerita_kerja.tulis(instansi=instansi, sistem=sistem, pada=pada)
    umpan.tulis(instansi=instansi, pada=pada)
    kabar("evaluasi")
    penilaian.tulis(instansi=instansi, sistem=sistem, pada=pada)
    cerita_nilai.minta_buka(instansi, pada)
    cerita_dialog.tulis(instansi=instansi, pada=pada)
    kabar("angka kredit")
    angka_kredit.tulis(instansi=instansi, sistem=sistem, pada=pada)
    kabar("putaran umpan balik")
    putaran.tulis(instansi=instansi, sistem=sistem, pada=pada)
    kabar("suara masyarakat")
    suara.tulis(instansi=instansi, pada=pada)
    penghargaan.tulis(instansi=instansi, sistem=sistem, pada=pada)
    kabar("talenta dan karier")
    talenta.tulis(instansi=instansi, sistem=sistem, pada=pada)
    kabar("tindak lanjut hasil")
    tindakan.tulis(instansi=instansi, sistem=sistem, pada=pada)
    dasbor.tulis(instansi=instansi, pada=pada)
    kabar("kalibrasi")
    kalibrasi.tulis(instansi=instansi, sistem=sistem, pada=pada)
    rapat.tulis(instansi=instansi, pada=pada)
    bimtek.tulis(instansi=instansi, pada=pada)
    bimtek_kelas.tulis(instansi=instansi, pada=pada)
    naskah.tulis(instansi=instansi, pada=pada)
    kabar("pengembangan")
    pengembangan.tulis(instansi=instansi, pada=pada)
    kabar_contoh.tulis(instansi)
    return HasilMuat(instansi.nama, daftar_orang)


def _impor(sistem: Aktor, penduduk: Penduduk, pada: dt.date, berlaku: dt.date) -> None:
    hasil = impor_unor(
        aktor=sistem,
        nama_berkas="unit.csv",
        isi=penduduk.csv_unit(),
        pada=pada,
        berlaku=berlaku,
    )
    if hasil.ditolak:
        raise AssertionError(f"data contoh unit ditolak: {hasil.alasan}")
    peristiwa.datang(sistem, penduduk, berlaku, pada)


def _bupati(sistem: Aktor, instansi: Instansi, sejak: dt.date) -> None:
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    if Penugasan.objects.filter(unit=akar, memimpin_unit=True).exists():
        return
    tambah_pejabat(
        aktor=sistem,
        nama="Yohanes Rumbiak",
        gelar_belakang="S.E.",
        status="pejabat_negara",
        jabatan="Bupati Teluk Cahaya",
        unit_id=akar.pk,
        sejak=sejak,
        dasar="Keputusan pelantikan (contoh)",
        pada=sistem.hari_ini,
    )


def _petugas(sistem: Aktor, instansi: Instansi, pada: dt.date) -> None:
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    for nama, peran in (
        ("Citra Maharani", "pengelola"),
        ("Galih Prasetyo", "admin"),
        ("Samuel Korwa", "auditor"),
        ("Ni Wayan Sriasih", "pelatih"),
    ):
        pegawai = Pegawai.objects.get(instansi=instansi, nama=nama)
        if not PeranPetugas.objects.filter(pegawai=pegawai, peran=peran).exists():
            beri_peran(
                aktor=sistem,
                pegawai_id=pegawai.pk,
                peran=peran,
                unit_id=akar.pk,
                sejak=dt.date(pada.year - 1, 1, 1),
                sampai=None,
                dasar="SK Bupati tentang pengelola kinerja (contoh)",
                pada=pada,
            )


def _periode(sistem: Aktor, instansi: Instansi, pada: dt.date) -> None:
    for tahun in (pada.year - 1, pada.year):
        if not Periode.objects.filter(instansi=instansi, tahun=tahun).exists():
            buat_periode_tahun(
                aktor=sistem,
                tahun=tahun,
                jenis_bagian="triwulan",
                pada=pada,
                dibuka_pada=dt.date(tahun - 1, 12, 1),
            )


def _delegasi(
    sistem: Aktor, instansi: Instansi, penduduk: Penduduk, sejak: dt.date, pada: dt.date
) -> None:
    """One letter of each dinas for the heads of all its schools or puskesmas."""
    if Delegasi.objects.filter(instansi=instansi).exists():
        return
    for kepala_dinas, awal, pertama in (
        ("Ridwan Latuconsina", "0104", "010401"),
        ("Paulus Rumere", "0105", "010502"),
    ):
        penerima = Penugasan.objects.filter(
            instansi=instansi,
            memimpin_unit=True,
            unit__kode__in=[pertama, *penduduk.delegasi.get(awal, [])],
        ).values_list("pegawai_id", "unit_id")
        buat_delegasi(
            aktor=sistem,
            pemberi_id=Pegawai.objects.get(instansi=instansi, nama=kepala_dinas).pk,
            nomor_surat=f"800/{awal}/CONTOH/{sejak.year}",
            tanggal_surat=sejak,
            daftar_penerima=list(penerima),
            sejak=sejak,
            sampai=None,
            pada=pada,
        )


def _akun(instansi: Instansi) -> tuple[OrangContoh, ...]:
    simpanan = Path(settings.TERA_DATA) / "contoh" / "sandi.json"
    simpanan.parent.mkdir(mode=0o700, exist_ok=True)
    sandi: dict[str, str] = json.loads(simpanan.read_text()) if simpanan.exists() else {}
    hasil = []
    for nama, keterangan in cerita.ORANG_MASUK:
        pegawai = Pegawai.objects.select_related("akun").get(instansi=instansi, nama=nama)
        akun = pegawai.akun
        if akun is None:
            akun = Pengguna.objects.create_user(
                AKUN_BUPATI, nama_tampil=pegawai.nama_lengkap, instansi_id=instansi.pk
            )
            pegawai.akun = akun
            pegawai.save(update_fields=["akun"])
        kata = sandi.setdefault(akun.nama_akun, _sandi_baru())
        if not akun.check_password(kata):
            akun.set_password(kata)
            akun.diaktifkan_at = akun.diaktifkan_at or clock.sekarang()
            akun.save(update_fields=["password", "diaktifkan_at"])
        hasil.append(OrangContoh(akun.nama_akun, kata, pegawai.nama_lengkap, keterangan))
    simpanan.touch(mode=0o600)
    simpanan.chmod(0o600)
    simpanan.write_text(json.dumps(sandi, indent=1))
    _tulis_orang(simpanan.parent / "orang.json", hasil)
    return tuple(hasil)


def _tulis_orang(berkas: Path, daftar: list[OrangContoh]) -> None:
    """Write who may be practised as: what the sign-in page of a practice installation offers."""
    berkas.touch(mode=0o600)
    berkas.write_text(
        json.dumps(
            [
                {
                    "akun": orang.akun,
                    "nama": nama,
                    "keterangan": orang.keterangan,
                    "utama": nama in cerita.ORANG_UTAMA,
                }
                for (nama, _keterangan), orang in zip(cerita.ORANG_MASUK, daftar, strict=True)
            ],
            indent=1,
        )
    )


def _sandi_baru() -> str:
    suku = _SUKU.split()
    return (
        "-".join("".join(secrets.choice(suku) for _ in range(3)) for _ in range(2))
        + f"-{secrets.randbelow(90) + 10}"
    )
