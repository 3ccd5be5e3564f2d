"""Jawa Tengah: participation and drafting time are on the dashboard, with the list behind."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.core import clock
from tera.organisasi.models import PeranPetugas, Periode
from tera.skp.models import SKP

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
BARIS = [("Data kelahiran mutakhir", [("kuantitas", "Jumlah data", "1.200 data")])]


def _disusun(skp: SKP, mulai: dt.date, hari: int) -> None:
    """The plan was begun on ``mulai``, sent ``hari`` days later, and set the day after."""
    saat = clock.awal_hari(mulai, "Asia/Jayapura") + dt.timedelta(hours=8)
    SKP.objects.filter(pk=skp.pk).update(
        pertama_disunting_at=saat,
        diajukan_at=saat + dt.timedelta(days=hari),
        ditetapkan_at=saat + dt.timedelta(days=hari + 1),
        ditetapkan_pada=mulai + dt.timedelta(days=hari + 1),
    )


def test_drafting_went_from_seven_days_to_two_and_every_number_leads_to_its_list(layar):
    with pentas.pada_hari():
        para = buat_pemeran()
        PeranPetugas.objects.create(
            instansi=para.instansi, pegawai=para.fajar, peran="pyb", unit=para.kabupaten,
            sejak=dt.date(2026, 1, 1), dasar="SK PyB (uji)",
        )  # fmt: skip
        Periode.objects.create(
            instansi=para.instansi, tahun=2025, jenis="tahunan", mulai=dt.date(2025, 1, 1),
            selesai=dt.date(2025, 12, 31), batas_evaluasi=dt.date(2026, 1, 31),
            dibuka_pada=dt.date(2024, 12, 1),
        )  # fmt: skip
        for orang, penilai in ((para.andi, para.budi), (para.budi, para.fajar)):
            lama = pentas.rencana(para, orang, penilai, BARIS, tahun=2025)
            _disusun(lama, dt.date(2025, 1, 6), 7)
            _disusun(pentas.rencana(para, orang, penilai, BARIS), dt.date(2026, 1, 5), 2)
        hal = layar.halaman
        pentas.masuk(layar, para.fajar)
        layar.buka(reverse("dasbor:beranda"))
        lama_susun = hal.locator(".statistik:has-text('Lama menyusun SKP')")
        expect(lama_susun).to_contain_text("2,0")
        expect(lama_susun).to_contain_text("7,0")
        layar.potret("jateng-dasbor")
        hal.locator(".statistik:has-text('SKP ditetapkan') a").first.click()
        expect(hal.locator("main >> text=Andi Pegawai")).to_be_visible()
        layar.potret("jateng-daftar")
        layar.buka(reverse("dasbor:beranda"))
        hal.click("main a:has-text('Tren')")
        expect(hal.locator("main >> text=Lama menyusun SKP, nilai tengah").first).to_be_visible()
        layar.periksa("jateng-tren")
        hal.locator("summary:has-text('tabel')").first.click()
        layar.potret("jateng-tren-tabel")
