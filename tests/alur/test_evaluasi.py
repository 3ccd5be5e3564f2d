"""A quarter is appraised in the browser: swakaji, blind marks, a round by keys, delivery."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from alur import pentas
from evaluasi import panggung
from pelaksanaan.panggung import triwulan
from pemeran import Pemeran, buat_pemeran
from tera.core.aktor import Aktor
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi, Swakaji

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
HARI = dt.date(2026, 10, 5)


def siapkan(para: Pemeran) -> Evaluasi:
    """The third quarter of Andi and two others is open; the Dinas's capaian is set."""
    panggung.kebijakan(para, "evaluasi.tanda_buta", "semua")
    for nomor, nama in enumerate(("Rina Marlina", "Bambang Kusuma"), start=1):
        satu = pentas.orang(
            para, para.bidang, nama, f"19910101201501{nomor:04d}", "pelaksana",
            "Pengolah Data dan Informasi",
        )  # fmt: skip
        skp = panggung.skp_ditetapkan(para, satu)
        skp.penilai = para.budi
        skp.save()
    panggung.skp_ditetapkan(para)
    periode = triwulan(para, 3)
    services.buka_periode(
        aktor=Aktor.sistem(para.instansi.pk, para.instansi.zona), periode=periode, pada=HARI
    )
    services.tetapkan_capaian(
        aktor=para.aktor(para.bupati), unit=para.dinas, periode=periode, level="baik", pada=HARI
    )
    return Evaluasi.objects.get(pegawai=para.andi)


def test_a_quarter_from_the_swakaji_to_a_received_result(layar) -> None:
    with pentas.pada_hari(HARI):
        para = buat_pemeran()
        evaluasi = siapkan(para)
        hal = layar.halaman

        pentas.masuk(layar, para.andi)
        layar.buka("/")
        expect(hal.get_by_text("Isi swakaji").first).to_be_visible()
        layar.buka(f"/evaluasi/{evaluasi.pk}/swakaji/")
        layar.periksa("evaluasi-swakaji")
        hal.fill("[name=ringkasan]", "Data tiga distrik mutakhir, register terlampir.")
        hal.locator("[name=perilaku-BP][value=sesuai]").check()
        hal.get_by_role("button", name="Simpan draf").click()
        expect(hal.get_by_text("Tersimpan sebagai draf")).to_be_visible()
        hal.get_by_role("button", name="Kirim ke penilai").click()
        expect(hal.get_by_text("Swakaji terkirim")).to_be_visible()
        assert Swakaji.objects.get().dikirim_at is not None

        pentas.masuk(layar, para.fajar)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        expect(hal.get_by_text("tanpa melihat tanda dan rating penilai").first).to_be_visible()
        layar.periksa("evaluasi-buta")
        for kode in ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL"):
            hal.locator(f"[name=perilaku-{kode}][value=sesuai]").check()
        hal.get_by_role("button", name="Kirim tanda").click()
        expect(hal.get_by_text("Tanda tersimpan")).to_be_visible()

        pentas.masuk(layar, para.budi)
        layar.buka(f"/evaluasi/tim/{evaluasi.periode_id}/")
        layar.periksa("evaluasi-putaran")
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        expect(hal.get_by_text("Data tiga distrik mutakhir")).to_be_visible()
        layar.periksa("evaluasi-ruang")
        # Marks by keys: the focus is in the list, 2 is the middle level and goes on.
        hal.locator("[name=perilaku-BP][value=di_atas]").focus()
        for _nilai in range(7):
            hal.keyboard.press("2")
        expect(hal.locator("[name=perilaku-KOL][value=sesuai]")).to_be_checked()
        hal.locator("[name^=rhk-][value=sesuai]").first.check()
        hal.get_by_role("button", name="Simpan catatan kerja").click()
        expect(hal.get_by_text("Dari 1 RHK utama")).to_be_visible()
        expect(hal.locator("[name=rating_hasil_kerja]:checked")).to_have_count(0)
        hal.locator("[name=rating_hasil_kerja][value=di_bawah]").check()
        hal.locator("[name=rating_perilaku_kerja][value=sesuai]").check()
        hal.get_by_role("button", name="Simpan penilaian").click()
        expect(hal.locator(".ringkasan-galat, [role=alert]").first).to_be_visible()
        hal.fill("[name=alasan_hasil_kerja]", "Target distrik keempat belum dikerjakan")
        hal.get_by_role("button", name="Simpan penilaian").click()
        expect(hal.get_by_text("Penilaian Andi Pegawai tersimpan")).to_be_visible()

        for nama in ("Rina Marlina", "Bambang Kusuma"):
            pk = Evaluasi.objects.get(pegawai__nama=nama).pk
            layar.buka(f"/evaluasi/{pk}/")
            hal.get_by_role("button", name="Sesuai / sesuai, lanjut").click()
            expect(hal.get_by_text(f"{nama}: Sesuai Ekspektasi")).to_be_visible()
        layar.buka(f"/evaluasi/tim/{evaluasi.periode_id}/")
        hal.get_by_role("button", name="Tetapkan yang dicentang").click()
        expect(hal.get_by_text("Predikat 3 orang ditetapkan")).to_be_visible()
        hal.get_by_role("button", name="Sampaikan yang dicentang").click()
        expect(hal.get_by_text("Hasil 3 orang disampaikan")).to_be_visible()

        pentas.masuk(layar, para.fajar)
        layar.buka(f"/evaluasi/distribusi/{evaluasi.periode_id}/{para.dinas.pk}/?baik=1")
        expect(hal.get_by_text("Bahan pertimbangan").first).to_be_visible()
        layar.periksa("evaluasi-distribusi")
        layar.buka(f"/evaluasi/pantau/{evaluasi.periode_id}/")
        layar.periksa("evaluasi-kemajuan")

        pentas.masuk(layar, para.andi)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        expect(hal.get_by_text("Mengapa hasil ini?")).to_be_visible()
        layar.periksa("evaluasi-hasil")
        hal.get_by_role("button", name="Saya sudah menerima dokumen ini").click()
        expect(hal.get_by_text("Penerimaan tercatat")).to_be_visible()
        hal.get_by_role("link", name="Salin ke e-Kinerja").click()
        expect(hal.get_by_role("button", name="Salin Predikat Kinerja")).to_be_visible()
        layar.periksa("evaluasi-salin")
        evaluasi.refresh_from_db()
        assert (evaluasi.predikat, evaluasi.diterima_pada) == ("butuh_perbaikan", HARI)
