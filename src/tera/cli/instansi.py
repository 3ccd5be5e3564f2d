"""Commands about instansi: add, list, load the demo."""

import argparse
import sys

from tera.cli import cetak

_ZONA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def tambah(argumen: argparse.Namespace) -> int:
    """Add one instansi; the same code and name again changes nothing."""
    from tera.core import clock
    from tera.organisasi.services import tambah_instansi

    zona = _ZONA[argumen.zona]
    instansi = tambah_instansi(
        aktor=None,
        kode=argumen.kode,
        nama=argumen.nama,
        zona=zona,
        jenis=argumen.jenis,
        pada=clock.hari_ini(zona),
    )
    cetak(
        argumen,
        {"id": instansi.pk, "kode": instansi.kode, "nama": instansi.nama, "zona": argumen.zona},
        f"Instansi {instansi.kode} — {instansi.nama} siap.",
    )
    return 0


def daftar(argumen: argparse.Namespace) -> int:
    """List every instansi of this installation."""
    from tera.organisasi.models import Instansi

    isi = list(Instansi.objects.order_by("kode").values("kode", "nama", "zona"))
    teks = "\n".join(f"{baris['kode']}\t{baris['nama']}" for baris in isi)
    cetak(argumen, {"instansi": isi}, teks or "Belum ada instansi.")
    return 0


def tambah_petugas(argumen: argparse.Namespace) -> int:
    """Give an imported person a part over the whole instansi, and an activation code once.

    The owner of the installation does this for the first admin; the admin does it for others on
    the pages.
    """
    from tera.core import clock
    from tera.core.aktor import Aktor
    from tera.core.akun.kode import kunci_cetak_baru, tulis_kode
    from tera.core.akun.services import terbitkan_kode
    from tera.core.galat import MasukanSalahError
    from tera.organisasi import kebijakan
    from tera.organisasi.models import Instansi, Pegawai, PeranPetugas, UnitKerja
    from tera.organisasi.services.aktivasi import pastikan_akun
    from tera.organisasi.services.peran import beri_peran

    instansi = Instansi.objects.filter(kode=argumen.instansi).first()
    if instansi is None:
        raise MasukanSalahError(
            f"Instansi {argumen.instansi} belum ada. Lihat: tera instansi daftar"
        )
    nip = "".join(argumen.nip.split())
    pegawai = (
        Pegawai.objects.select_related("akun", "instansi")
        .filter(instansi=instansi, nip=nip)
        .first()
    )
    akar = UnitKerja.objects.filter(instansi=instansi, induk__isnull=True).first()
    if pegawai is None or akar is None:
        raise MasukanSalahError(
            f"NIP {nip} tidak ada di instansi {instansi.kode}. Impor unit dan pegawainya dulu: "
            "tera impor unor, lalu tera impor pegawai."
        )
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    pada = clock.hari_ini(instansi.zona)
    if not PeranPetugas.objects.filter(
        pegawai=pegawai, peran=argumen.peran, unit=akar, sampai__isnull=True
    ).exists():
        beri_peran(
            aktor=aktor,
            pegawai_id=pegawai.pk,
            peran=argumen.peran,
            unit_id=akar.pk,
            sejak=pada,
            sampai=None,
            dasar=argumen.dasar,
            pada=pada,
        )
    akun = pastikan_akun(aktor=aktor, pegawai=pegawai)
    isi = {"akun": akun.nama_akun, "nama": pegawai.nama_lengkap, "peran": argumen.peran}
    teks = f"{pegawai.nama_lengkap} kini {argumen.peran} {instansi.nama}. Akun: {akun.nama_akun}."
    if akun.diaktifkan_at is None:
        hari = int(
            kebijakan.nilai(instansi_id=instansi.pk, kunci="akun.hari_kode_aktivasi", pada=pada)
        )
        (terbit,) = terbitkan_kode(
            aktor=aktor,
            daftar_pengguna=[akun],
            keperluan="aktivasi",
            daftar_peran=set(),
            hari_berlaku=hari,
            pada=pada,
            kunci_cetak=kunci_cetak_baru(),
        )
        isi["kode"] = tulis_kode(terbit.kode)
        teks += f" Kode aktivasi (sekali pakai, {hari} hari): {isi['kode']}. Buka: /aktivasi/"
    cetak(argumen, isi, teks)
    return 0


def muat_contoh(argumen: argparse.Namespace) -> int:
    """Load the demo instansi and print its people with their passwords."""
    from tera.contoh.services import muat

    def kabar(teks: str) -> None:
        print(f"menulis {teks}", file=sys.stderr, flush=True)

    hasil = muat(jumlah=argumen.orang, kabar=kabar)
    lebar = max(len(orang.nama) for orang in hasil.daftar_orang)
    baris = [
        f"  {orang.akun:<20} {orang.sandi:<22} {orang.nama:<{lebar}}  {orang.keterangan}"
        for orang in hasil.daftar_orang
    ]
    cetak(
        argumen,
        {
            "instansi": hasil.instansi,
            "orang": [
                {"akun": o.akun, "sandi": o.sandi, "nama": o.nama, "keterangan": o.keterangan}
                for o in hasil.daftar_orang
            ],
        },
        "\n".join([f"Contoh: {hasil.instansi}", "Orang contoh (akun, sandi):", *baris]),
    )
    return 0
