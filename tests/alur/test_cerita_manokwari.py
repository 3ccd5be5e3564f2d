"""Manokwari: the network drops while the head of the puskesmas writes; nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.skp.models import CatatanDialog

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
TEKS = "Ibu Yuli membuka imunisasi sore; cakupan naik. Pertahankan, dan tulis jadwalnya."


def _panggung():
    para = buat_pemeran()
    yuli = pentas.orang(
        para, para.bidang, "Yuli Perawat", "199509092020122009", "fungsional",
        "Perawat Terampil", jenjang="terampil",
    )  # fmt: skip
    skp = pentas.rencana(
        para,
        yuli,
        para.budi,
        [("Bayi di wilayah kerja terimunisasi lengkap", [("kuantitas", "Cakupan", "95 %")])],
    )
    return para, yuli, skp


def test_note_of_the_rater_written_without_network_arrives_once(layar):
    with pentas.pada_hari():
        para, yuli, skp = _panggung()
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        pentas.siap_luring(layar, f"/skp/{skp.pk}/riwayat/")
        layar.periksa("manokwari-catatan")
        hal.context.set_offline(True)
        hal.fill("#catatan [name=teks]", TEKS)
        hal.wait_for_timeout(900)
        hal.reload()
        hal.wait_for_selector("#catatan [name=teks]")
        hal.click("#catatan button:has-text('Pulihkan')")
        expect(hal.locator("#catatan [name=teks]")).to_have_value(TEKS)
        hal.click("#catatan button:has-text('Simpan catatan')")
        hal.wait_for_selector("text=/Jaringan terputus.*disimpan di perangkat/")
        layar.potret("manokwari-catatan-luring")
        assert not CatatanDialog.objects.exists()

        pentas.sambung(layar)
        assert pentas.tunggu(hal, CatatanDialog.objects.exists)
        hal.wait_for_selector(f"#catatan p:has-text('{TEKS}')")
        layar.periksa("manokwari-catatan-terkirim")
        layar.buka("/")
        hal.wait_for_load_state("networkidle")
        assert CatatanDialog.objects.get().teks == TEKS

        pentas.masuk(layar, yuli)
        layar.buka(f"/skp/{skp.pk}/riwayat/")
        expect(hal.locator(f"main >> text={TEKS}")).to_be_visible()
