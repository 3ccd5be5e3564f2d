"""Manokwari: a citizen judges the counter by QR on a phone, with JavaScript and without it."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from alur import pentas
from pemeran import buat_pemeran
from tera.umpan_balik.models import KOLOM_UNSUR, JawabanSKM, MasukanMasyarakat
from umpan_balik import panggung_publik as panggung

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
telepon = pytest.mark.parametrize("layar", ["telepon"], indirect=True)


def _isi(halaman) -> None:
    for kolom in KOLOM_UNSUR:
        halaman.locator(f"input[name={kolom}][value='4']").check(force=True)


@telepon
def test_a_citizen_answers_by_qr_and_the_text_waits_for_an_officer(layar) -> None:
    cache.clear()
    with pentas.pada_hari():
        titik = panggung.titik(buat_pemeran())
        hal = layar.halaman
        layar.buka(reverse("umpan_balik:skm", args=[titik.kode]) + "?k=qr")
        layar.periksa("warga-kosong")
        hal.get_by_role("button", name="Kirim").click()
        assert not JawabanSKM.objects.exists()  # the browser asks for the missing answers
        _isi(hal)
        hal.get_by_label("Yang ingin Anda sampaikan").fill("Loketnya buka tepat waktu.")
        hal.get_by_role("button", name="Kirim").click()
        hal.get_by_role("heading", name="Terima kasih").wait_for()
        layar.periksa("warga-terima")
        satu = JawabanSKM.objects.get()
        assert (satu.jalur, satu.kanal, satu.u9) == ("lancar", "qr", 4)
        assert MasukanMasyarakat.objects.get().status == "menunggu"
        assert hal.context.cookies() == []


@telepon
def test_without_javascript_the_answer_arrives_too(layar, peramban) -> None:
    cache.clear()
    with pentas.pada_hari():
        titik = panggung.titik(buat_pemeran())
        konteks = peramban.new_context(
            java_script_enabled=False, viewport={"width": 360, "height": 740}
        )
        hal = konteks.new_page()
        hal.goto(layar.alamat + reverse("umpan_balik:skm", args=[titik.kode]))
        _isi(hal)
        hal.get_by_role("button", name="Kirim").click()
        hal.get_by_role("heading", name="Terima kasih").wait_for()
        assert re.search("beberapa hari lagi", hal.content())
        assert JawabanSKM.objects.get().jalur == "lambat"
        konteks.close()
