"""The acting that whole plays share: whose turn it is, the year's result, what is printed."""

import subprocess
from dataclasses import dataclass, field
from typing import Any

from alur import pentas
from pemeran import SANDI, Pemeran
from tera.core import kejadian
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.penerima import buka_semua, finalkan_semua
from tera.organisasi.models import Pegawai


@dataclass
class Lakon:
    """One play: the window, the cast, and the sign-in each still has in their own browser."""

    layar: Any
    para: Pemeran
    kue: dict[int, list[Any]] = field(default_factory=dict)
    kini: int = 0

    @property
    def hal(self) -> Any:
        """The page of the window."""
        return self.layar.halaman

    def sebagai(self, pegawai: Pegawai, jalur: str = "/") -> Any:
        """Let ``pegawai`` open ``jalur``; who signed in before and still is needn't do it again."""
        konteks = self.hal.context
        if self.kini != pegawai.pk:
            # Nothing of the one before is on its way any more: it would bring their cookie back.
            self.hal.goto("about:blank")
            if self.kini:
                self.kue[self.kini] = konteks.cookies()
            konteks.clear_cookies()
            konteks.add_cookies(self.kue.get(pegawai.pk, []))
            self.kini = pegawai.pk
        self.layar.buka(jalur)
        if "/masuk/" in self.hal.url:
            self.hal.fill("input[name=login]", pegawai.akun.nama_akun)
            self.hal.fill("input[name=password]", SANDI)
            self.hal.press("input[name=password]", "Enter")
            self.hal.wait_for_url(lambda alamat: "/masuk/" not in alamat)
        return self.hal

    def klik(self, teks: str, *, di: str = "main") -> None:
        """Press what is called ``teks``: a button or a link."""
        self.hal.locator(f"{di} :is(a, button):has-text('{teks}'):visible").first.click()

    def terlihat(self, teks: str) -> None:
        """The page says ``teks``."""
        self.hal.locator(f"main >> text={teks} >> visible=true").first.wait_for()

    def keluar(self) -> None:
        """Whoever looks next is a guest."""
        if self.kini:
            self.kue[self.kini] = self.hal.context.cookies()
        self.kini = 0
        self.hal.context.clear_cookies()

    def cetakan(self, alamat: str) -> str:
        """The text of the PDF behind ``alamat``, as the one who is signed in gets it."""
        jawab = self.hal.request.get(self.layar.alamat + alamat)
        assert jawab.status == 200, (alamat, jawab.status)
        assert jawab.body().startswith(b"%PDF-"), alamat
        return baca(jawab.body())


def baca(pdf: bytes) -> str:
    """The words of a PDF in reading order, with single spaces."""
    hasil = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(hasil.stdout.decode().split())


def susun_skp(
    lakon: Lakon, pegawai: Pegawai, teks: str, pimpinan: str, daftar: list[pentas.Indikator]
) -> int:
    """Draft a plan of one RHK by hand and send it; returns its number."""
    lakon.sebagai(pegawai)
    pk = pentas.buat_draf(lakon.layar)
    pentas.isi_rhk(lakon.hal, "utama-0", teks, pimpinan)
    for nomor, (aspek, indikator, target) in enumerate(daftar):
        pentas.isi_indikator(lakon.hal, "utama-0", nomor, aspek, indikator, target)
    pentas.kirim(lakon.layar)
    return pk


def tetapkan_skp(lakon: Lakon, *daftar: int) -> None:
    """Budi reads each of these plans and sets it."""
    lakon.sebagai(lakon.para.budi)
    for pk in daftar:
        pentas.tetapkan(lakon.layar, pk)


def tetapkan_capaian(lakon: Lakon, level: str = "baik") -> None:
    """The Bupati sets the year's capaian of the Dinas."""
    para = lakon.para
    hal = lakon.sebagai(para.bupati, f"/evaluasi/capaian/{para.periode.pk}/")
    hal.select_option(f"[name=u{para.dinas.pk}-level]", level)
    hal.click("#bilah-aksi button[form=capaian]")
    hal.wait_for_selector("main >> text=Gita Bupati")


def buka_lembar(lakon: Lakon, pegawai: Pegawai) -> Evaluasi:
    """Budi goes to the sheet of one of his people, from his team's page."""
    hal = lakon.sebagai(lakon.para.budi, f"/evaluasi/tim/{lakon.para.periode.pk}/")
    baris = hal.locator(f".ev-daftar li:has-text('{pegawai.nama}')")
    baris.locator("button:has-text('Mulai menilai'), a").first.click()
    hal.wait_for_selector("#form-nilai")
    return Evaluasi.objects.get(pegawai=pegawai, periode=lakon.para.periode)


def nilai(
    lakon: Lakon, hasil: str, perilaku: str, *, alasan_hasil: str = "", alasan_perilaku: str = ""
) -> None:
    """Budi rates on the sheet that is open and sets the predikat."""
    hal = lakon.hal
    hal.check(f"[name=rating_hasil_kerja][value={hasil}]", force=True)
    hal.check(f"[name=rating_perilaku_kerja][value={perilaku}]", force=True)
    hal.fill("[name=alasan_hasil_kerja]", alasan_hasil)
    hal.fill("[name=alasan_perilaku_kerja]", alasan_perilaku)
    hal.click(".bilah-aksi button:has-text('Simpan penilaian')")


def sampaikan(lakon: Lakon, banyak: int) -> None:
    """Budi sets and hands over what he rated, all at once."""
    hal = lakon.sebagai(lakon.para.budi, f"/evaluasi/tim/{lakon.para.periode.pk}/")
    hal.click("button:has-text('Tetapkan yang dicentang')")
    lakon.terlihat(f"Predikat {banyak} orang ditetapkan")
    hal.click("button:has-text('Sampaikan yang dicentang')")
    lakon.terlihat(f"Hasil {banyak} orang disampaikan")
    pekerja()


def terima(lakon: Lakon, pegawai: Pegawai) -> Evaluasi:
    """``pegawai`` reads the result and notes that the document has come."""
    satu = Evaluasi.objects.get(pegawai=pegawai, periode=lakon.para.periode)
    hal = lakon.sebagai(pegawai, f"/evaluasi/{satu.pk}/")
    hal.click("button:has-text('Saya sudah menerima')")
    hal.wait_for_selector("main >> text=Keberatan dapat diajukan sampai")
    return satu


def malam() -> None:
    """The worker's look: what ended is opened, what nobody objected to in time is final, told."""
    buka_semua()
    finalkan_semua()
    pekerja()


def pekerja() -> None:
    """What was done to many at once is told to each by the worker, some seconds later."""
    kejadian.antar_tertunda()
