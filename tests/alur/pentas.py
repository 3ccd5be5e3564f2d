"""What the five stories share: a day in January, more people, plans, signing in as another."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import time_machine

from pemeran import SANDI, Pemeran, buat_pegawai
from tera.organisasi.models import Pegawai, UnitKerja
from tera.organisasi.services import segarkan_penilai
from tera.skp import services
from tera.skp.isi import IsiIndikator, IsiRHK, IsiSKP
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

HARI = dt.date(2026, 1, 22)
Indikator = tuple[str, str, str]
Baris = tuple[str, Sequence[Indikator]]


@contextmanager
def pada_hari(hari: dt.date = HARI, jam: int = 1) -> Iterator[None]:
    """Let the product live on ``hari`` (``jam`` UTC): the server's threads see it too."""
    saat = dt.datetime(hari.year, hari.month, hari.day, jam, tzinfo=dt.UTC)
    with time_machine.travel(saat, tick=True):
        yield


def orang(
    para: Pemeran,
    unit: UnitKerja,
    nama: str,
    nip: str,
    jenis: str,
    jabatan: str,
    **lain: object,
) -> Pegawai:
    """Add one invented person and recompute who rates whom."""
    satu = buat_pegawai(unit, nama, nip, jenis, jabatan, **lain)
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    return satu


def rencana(
    para: Pemeran,
    pegawai: Pegawai,
    penilai: Pegawai,
    daftar: Sequence[Baris],
    *,
    tahun: int = 2026,
    status: str = "ditetapkan",
    keluarga: str = "ja_jf",
) -> SKP:
    """Write a plan as it stands; how it came about is told by the other tests."""
    skp = SKP.objects.create(
        instansi=para.instansi,
        pegawai=pegawai,
        penugasan=para.penugasan(pegawai),
        tahun=tahun,
        mulai=dt.date(tahun, 1, 1),
        selesai=dt.date(tahun, 12, 31),
        keluarga=keluarga,
        pendekatan="kuantitatif",
        status=status,
        penilai=penilai,
        ditetapkan_pada=dt.date(tahun, 1, 20) if status == "ditetapkan" else None,
    )
    for urut, (teks, daftar_indikator) in enumerate(daftar, start=1):
        rhk = RencanaHasilKerja.objects.create(skp=skp, teks=teks, urut=urut)
        for nomor, (aspek, indikator, target) in enumerate(daftar_indikator, start=1):
            IndikatorKinerja.objects.create(
                rhk=rhk, aspek=aspek, teks=indikator, target=target, urut=nomor
            )
    return skp


def susun(para: Pemeran, pegawai: Pegawai, daftar: Sequence[Baris], pimpinan: SKP) -> SKP:
    """Draft a plan through the services, each row tied to the leader's first RHK."""
    aktor = para.aktor(pegawai)
    induk = pimpinan.daftar_rhk.order_by("urut").first()
    skp = services.buat_skp(
        aktor=aktor,
        penugasan=para.penugasan(pegawai),
        tahun=2026,
        pendekatan="kuantitatif",
        pada=aktor.hari_ini,
    )
    daftar_rhk = tuple(
        IsiRHK(
            teks=teks,
            rhk_pimpinan_id=induk.pk,
            daftar_indikator=tuple(
                IsiIndikator(aspek=aspek, teks=indikator, target=target)
                for aspek, indikator, target in daftar_indikator
            ),
        )
        for teks, daftar_indikator in daftar
    )
    return services.simpan_isi(
        aktor=aktor,
        skp=skp,
        revisi=skp.revisi,
        isi=IsiSKP(daftar_rhk=daftar_rhk),
        pada=aktor.hari_ini,
    )


def ajukan(para: Pemeran, pegawai: Pegawai, daftar: Sequence[Baris], pimpinan: SKP) -> SKP:
    """Draft and send a plan through the services."""
    skp = susun(para, pegawai, daftar, pimpinan)
    aktor = para.aktor(pegawai)
    services.ajukan_skp(aktor=aktor, skp=skp, pada=aktor.hari_ini)
    skp.refresh_from_db()
    return skp


def masuk(layar, pegawai: Pegawai) -> None:
    """Sign in as ``pegawai``, whoever was there before."""
    layar.halaman.context.clear_cookies()
    layar.masuk(pegawai.akun.nama_akun, SANDI)


def buat_draf(layar) -> int:
    """Make a draft through the page; returns its number."""
    hal = layar.halaman
    layar.buka("/skp/buat/")
    hal.click("button:has-text('Buat draf')")
    hal.wait_for_url("**/skp/*/sunting/")
    return int(hal.url.rstrip("/").split("/")[-2])


def isi_indikator(hal, awalan: str, nomor: int, aspek: str, teks: str, target: str) -> None:
    """Fill one indicator row."""
    nama = f"{awalan}-indikator-{nomor}"
    hal.select_option(f"[name={nama}-aspek]", aspek)
    hal.fill(f"[name={nama}-teks]", teks)
    hal.fill(f"[name={nama}-target]", target)


def isi_rhk(hal, awalan: str, teks: str, pimpinan: str | None = None) -> None:
    """Fill the text of one RHK and tie it to the leader's RHK named ``pimpinan``."""
    hal.fill(f"[name={awalan}-teks]", teks)
    if pimpinan:
        hal.select_option(f"[name={awalan}-rhk_pimpinan]", label=pimpinan)


def simpan(layar) -> None:
    """Press *Simpan draf* and wait for the page of the next revision."""
    hal = layar.halaman
    lama = hal.input_value("#susun [name=revisi]")
    hal.click(".bilah-aksi button:has-text('Simpan draf')")
    hal.wait_for_selector(f"#susun [name=revisi]:not([value='{lama}'])", state="attached")
    hal.wait_for_selector("main >> text=Draf SKP tersimpan")


def kirim(layar) -> None:
    """Press *Ajukan ke atasan* and wait for the receipt."""
    layar.halaman.click(".bilah-aksi button:has-text('Ajukan ke atasan')")
    layar.halaman.wait_for_selector("main >> text=/tanda terima/i")


def tetapkan(layar, skp_id: int) -> None:
    """Read one sent plan and set it."""
    layar.buka(f"/skp/{skp_id}/tinjau/")
    layar.halaman.click("button:has-text('Tetapkan SKP')")
    layar.halaman.wait_for_selector("main >> text=/tanda terima/i")


def siap_luring(layar, jalur: str) -> None:
    """Open a page once the service worker holds the shell."""
    hal = layar.halaman
    layar.buka(jalur)
    hal.wait_for_function("navigator.serviceWorker && navigator.serviceWorker.controller")
    layar.buka(jalur)
    hal.wait_for_load_state("networkidle")


def sambung(layar) -> None:
    """Let the network come back."""
    layar.halaman.context.set_offline(False)
    layar.halaman.evaluate("window.dispatchEvent(new Event('online'))")


def tunggu(hal, syarat) -> bool:
    """Whether ``syarat`` comes true within fifteen seconds."""
    for _ in range(60):
        if syarat():
            return True
        hal.wait_for_timeout(250)
    return False
