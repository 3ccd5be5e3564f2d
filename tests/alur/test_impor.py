"""A large import in the browser: its progress moves by itself, its result arrives by itself."""

import re

import pytest
from playwright.sync_api import expect

from organisasi.alat_impor import JUDUL_UNOR, POHON, xlsx
from pemeran import SANDI, buat_pemeran
from tera.organisasi import tasks
from tera.organisasi.models import ImporData, UnitKerja
from tera.organisasi.services.impor import unggah as modul

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


class Antrean:
    """A worker that is late: it keeps what was asked until the test lets it work."""

    def __init__(self) -> None:
        self.diminta: list[tuple] = []

    def get_backend(self) -> None:
        """No database stands behind it: it takes a job after the commit."""

    def enqueue(self, *argumen: object) -> None:
        self.diminta.append(argumen)


def test_the_progress_of_a_large_import_moves_without_a_reload(layar, monkeypatch) -> None:
    para = buat_pemeran()
    antrean = Antrean()
    kerjakan = tasks.jalankan_impor.func
    monkeypatch.setattr(modul, "BATAS_LANGSUNG", 2)
    monkeypatch.setattr(tasks, "jalankan_impor", antrean)
    hal = layar.halaman
    layar.masuk(para.citra.akun.nama_akun, SANDI)
    layar.buka("/impor/")
    hal.check("input[name=jenis][value=unor]")
    hal.set_input_files(
        "input[name=berkas]",
        {"name": "unor.xlsx", "mimeType": "application/zip", "buffer": xlsx([JUDUL_UNOR, *POHON])},
    )
    hal.get_by_role("button", name="Periksa").first.click()
    expect(hal).to_have_url(re.compile(r"/impor/\d+/"))
    hal.get_by_role("button", name="Impor sekarang").click()
    kemajuan = hal.locator("#kemajuan-impor")
    expect(kemajuan).to_contain_text("Menunggu pekerja latar")
    layar.periksa("impor-menunggu")
    impor = ImporData.objects.get()
    # A mark of this very document: a reload would lose it.
    hal.evaluate("document.body.dataset.tanda = 'tetap'")
    lapor = modul.tulis_kemajuan(impor.pk)
    lapor("membaca", 3, 10)
    expect(kemajuan).to_contain_text("3 dari 10", timeout=10_000)
    lapor("menulis", 8, 10)
    expect(kemajuan).to_contain_text("8 dari 10", timeout=10_000)
    assert hal.evaluate("document.body.dataset.tanda") == "tetap"
    layar.periksa("impor-berjalan")
    (argumen,) = antrean.diminta
    kerjakan(*argumen)
    expect(hal.get_by_role("heading", name="Yang berubah")).to_be_visible(timeout=15_000)
    layar.periksa("impor-selesai")
    assert UnitKerja.objects.filter(kode="C").exists()
