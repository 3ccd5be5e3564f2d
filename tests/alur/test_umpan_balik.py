"""Feedback that is written without network arrives once."""

import pytest
from playwright.sync_api import expect

from alur import pentas
from evaluasi import panggung
from pemeran import buat_pemeran
from tera.umpan_balik.models import UmpanBalik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
PADA = panggung.PADA


def test_feedback_written_without_network_is_sent_once(layar) -> None:
    with pentas.pada_hari(PADA):
        para = buat_pemeran()
        panggung.skp_ditetapkan(para)
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        pentas.siap_luring(layar, f"/umpan-balik/beri/{para.andi.pk}/")
        hal.context.set_offline(True)
        teks = "Rekap Kamis selesai sehari lebih awal sehingga rapat lancar."
        hal.fill("[name=teks]", teks)
        hal.wait_for_timeout(900)
        hal.reload()
        hal.wait_for_selector("[name=teks]")
        hal.click("button:has-text('Pulihkan')")
        expect(hal.locator("[name=teks]")).to_have_value(teks)
        hal.click("button:has-text('Kirim umpan balik')")
        hal.wait_for_selector("text=/Jaringan terputus.*disimpan di perangkat/")
        assert not UmpanBalik.objects.exists()
        pentas.sambung(layar)
        assert pentas.tunggu(hal, UmpanBalik.objects.exists)
        layar.buka("/")
        hal.wait_for_load_state("networkidle")
        assert UmpanBalik.objects.get().teks == teks
