"""Manokwari: the network drops while the head of the puskesmas writes; nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.skp.models import SKP, CatatanDialog

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
TEKS = "Ibu Yuli membuka imunisasi sore; cakupan naik. Pertahankan, dan tulis jadwalnya."
ALASAN = "Cakupan imunisasi 98 persen; register posyandu Januari sampai Desember lengkap."


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


def test_rating_typed_while_the_network_is_gone_is_kept_and_sent_once(layar):
    with pentas.pada_hari(pentas.HARI.replace(month=12, day=15)):
        para, _yuli, skp = _panggung()
        satu = services.buka_evaluasi(
            aktor=para.aktor(para.budi),
            skp=SKP.objects.get(pk=skp.pk),
            periode=para.periode,
            pada=pentas.HARI.replace(month=12, day=15),
        )
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        pentas.siap_luring(layar, f"/evaluasi/{satu.pk}/")
        layar.periksa("manokwari-evaluasi")
        hal.context.set_offline(True)
        hal.check("[name=rating_hasil_kerja][value=di_atas]", force=True)
        hal.fill("[name=alasan_hasil_kerja]", ALASAN)
        hal.check("[name=rating_perilaku_kerja][value=sesuai]", force=True)
        hal.wait_for_selector("text=Tersimpan di perangkat")
        layar.potret("manokwari-evaluasi-luring")
        hal.reload()
        hal.wait_for_selector("[name=alasan_hasil_kerja]")
        hal.click("#form-nilai button:has-text('Pulihkan')")
        expect(hal.locator("[name=alasan_hasil_kerja]")).to_have_value(ALASAN)
        assert hal.is_checked("[name=rating_hasil_kerja][value=di_atas]")
        hal.click(".bilah-aksi button:has-text('Simpan penilaian')")
        hal.wait_for_selector("text=/Jaringan terputus.*disimpan di perangkat/")
        satu.refresh_from_db()
        revisi = satu.revisi
        assert satu.rating_hasil_kerja == ""

        pentas.sambung(layar)
        assert pentas.tunggu(hal, Evaluasi.objects.filter(rating_hasil_kerja="di_atas").exists)
        layar.buka("/")
        hal.wait_for_load_state("networkidle")
        layar.buka(f"/evaluasi/{satu.pk}/")
        hal.wait_for_load_state("networkidle")
        satu.refresh_from_db()
        assert satu.alasan_hasil_kerja == ALASAN
        assert satu.revisi == revisi + 1
        expect(hal.locator("#form-nilai button:has-text('Pulihkan')")).to_have_count(0)
        layar.periksa("manokwari-evaluasi-terkirim")
