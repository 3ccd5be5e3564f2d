"""Denpasar: over three years the system finds the officer who cut the waiting time."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.organisasi.forms.saran import tulis_unit
from tera.organisasi.services import segarkan_penilai
from tera.pelaksanaan.models import CapaianPegawai
from tera.tindak_lanjut.models import UsulKarier
from tindak_lanjut.talenta import panggung_talenta as stage

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
HARI = stage.PADA
JABATAN = "Kepala Seksi Angkutan Jalan"


def _panggung():
    """Three good years, one achievement that her atasan verified; a colleague with a weak year."""
    para = buat_pemeran()
    made = pentas.orang(
        para, para.bidang, "Made Lalulintas", "199308082017012008", "pelaksana",
        "Pengelola Terminal Angkutan",
    )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    for tahun, predikat in ((2023, "baik"), (2024, "sangat_baik"), (2025, "sangat_baik")):
        stage.hasil(made, predikat, tahun)
        stage.hasil(para.andi, "baik" if tahun != 2024 else "kurang", tahun)
    skp = pentas.rencana(
        para, made, para.budi, [("Waktu tunggu turun", [("waktu", "Rata-rata", "12 menit")])]
    )
    CapaianPegawai.objects.create(
        skp=skp, instansi=para.instansi, pegawai=made, penugasan=para.penugasan(made),
        tanggal=dt.date(2026, 5, 4), judul="Waktu tunggu bus kota turun",
        keadaan_sebelum="Penumpang menunggu 31 menit.", keadaan_sesudah="Menunggu 12 menit.",
        nilai_sebelum=31, nilai_sesudah=12, satuan="menit", cara="Jadwal mengikuti jam sekolah.",
        status="diverifikasi", pemeriksa=para.budi,
    )  # fmt: skip
    return para, made


def test_three_years_and_a_verified_achievement_lead_to_a_proposal_that_she_can_read(layar):
    with pentas.pada_hari(HARI, jam=3):
        para, made = _panggung()
        bupati = stage.pembina(para)
        hal = layar.halaman
        pentas.masuk(layar, para.citra)
        layar.buka(reverse("tindak_lanjut:talenta_konsisten"))
        expect(hal.locator("main >> text=Made Lalulintas")).to_be_visible()
        expect(hal.locator("main >> text=Andi Pegawai")).to_have_count(0)
        layar.potret("denpasar-konsisten")

        layar.buka(reverse("tindak_lanjut:talenta_cocok_baru"))
        hal.fill("[name=jabatan_target]", JABATAN)
        hal.fill("[name=keperluan]", "Jabatan lowong sejak 1 November 2026")
        hal.select_option("[name=predikat_min]", "baik")
        hal.fill("[name=predikat_tahun]", "3")
        hal.fill("[name=capaian_min]", "1")
        layar.potret("denpasar-syarat")
        hal.click(".bilah-aksi button")
        pertama = hal.locator("main .daftar-baris").first
        expect(pertama).to_contain_text("Made Lalulintas")
        # The form's page had no style sheet of the room; the answer that took its place brings it.
        expect(hal.locator("main .daftar-polos")).to_have_css("list-style-type", "none")
        layar.potret("denpasar-cocok")
        pertama.locator("a:has-text('Susun usul')").click()
        hal.check("[name=jenis][value=promosi]", force=True)
        hal.select_option("[name=jenis_jabatan]", "pengawas")
        hal.fill("[name=unit_target]", tulis_unit(para.bidang))
        hal.fill("[name=alasan]", "Tiga tahun baik; jadwalnya memotong waktu tunggu dari 31 ke 12.")
        hal.fill("[name=bukti]", "Predikat 2023 sampai 2025; capaian 4 Mei 2026, diverifikasi.")
        layar.potret("denpasar-usul")
        hal.click(".bilah-aksi button.tombol-utama")
        hal.click(".bilah-aksi button:has-text('Ajukan usul')")
        hal.wait_for_selector("main >> text=/Menunggu telaah/")
        usul = UsulKarier.objects.get()
        assert (usul.pegawai, usul.jabatan_target) == (made, JABATAN)

        # Who reviews is another than who proposed, and who decides is a third.
        stage.petugas(para, para.fajar, "pyb")
        pentas.masuk(layar, para.fajar)
        layar.buka(reverse("tindak_lanjut:talenta_usul", args=[usul.pk]))
        hal.click(".bilah-aksi a:has-text('Telaah usul')")
        hal.fill("[name=catatan]", "Pangkat dan predikat terpenuhi; bukti capaian diperiksa.")
        hal.click(".bilah-aksi button.tombol-utama")
        hal.wait_for_selector("main >> text=/Menunggu putusan/")
        pentas.masuk(layar, bupati)
        layar.buka(reverse("tindak_lanjut:talenta_usul", args=[usul.pk]))
        hal.click(".bilah-aksi a:has-text('Putuskan usul')")
        hal.check("[name=hasil][value=setuju]", force=True)
        hal.fill("[name=alasan]", "Buktinya jelas dan terperiksa.")
        hal.fill("[name=nomor]", "821.2/17/BKPSDM")
        hal.fill("[name=tanggal]", "2026-11-24")
        hal.click(".bilah-aksi button.tombol-utama")
        hal.wait_for_selector("main >> text=821.2/17/BKPSDM")
        layar.potret("denpasar-diputus")

        pentas.masuk(layar, made)
        layar.buka(reverse("tindak_lanjut:talenta_saya"))
        expect(hal.locator(f"main >> text={JABATAN}").first).to_be_visible()
        layar.periksa("denpasar-berkas-saya")
