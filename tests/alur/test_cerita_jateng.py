"""Jawa Tengah: a kabupaten drafts in one morning, is read in a row, and sees how far it is."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.skp import services
from tera.skp.models import SKP, RencanaHasilKerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
RHK_ATASAN = "Data penduduk kabupaten mutakhir"
BARIS = ("Data kelahiran mutakhir", [("kuantitas", "Jumlah data dimutakhirkan", "1.200 data")])
TEMPELAN = (
    "RHK\tAspek\tIndikator\tTarget\n"
    "Arsip akta tertata lengkap\tKuantitas\tJumlah akta tertata\t2.400 akta\n"
    "\tWaktu\tLama menemukan satu akta\t5 menit\n"
    "Laporan bulanan diterima tepat waktu\tKuantitas\tJumlah laporan diterima\t12 laporan\n"
)


def _panggung():
    para = buat_pemeran()
    pimpinan = pentas.rencana(
        para, para.budi, para.fajar, [(RHK_ATASAN, [("kuantitas", "Data mutakhir", "90.000")])]
    )
    return para, pimpinan


def _rekan(para, nomor: int, nama: str):
    return pentas.orang(
        para, para.bidang, nama, f"19960{nomor}1020200{nomor}100{nomor}", "pelaksana",
        "Pengolah Data dan Informasi",
    )  # fmt: skip


def _kunci_akses(hal, huruf: str) -> None:
    """Press Alt with a letter; Playwright's own Alt leaves the letter out."""
    sesi = hal.context.new_cdp_session(hal)
    tombol = {
        "key": huruf,
        "code": f"Key{huruf.upper()}",
        "windowsVirtualKeyCode": ord(huruf.upper()),
        "modifiers": 1,
    }
    sesi.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **tombol})
    teks = {"text": huruf, "unmodifiedText": huruf}
    sesi.send("Input.dispatchKeyEvent", {"type": "char", **teks, **tombol})
    sesi.send("Input.dispatchKeyEvent", {"type": "keyUp", **tombol})
    sesi.detach()


def test_plan_is_filled_from_last_year_a_colleague_and_a_spreadsheet_then_sent(layar):
    with pentas.pada_hari():
        para, _pimpinan = _panggung()
        rina = _rekan(para, 1, "Rina Rekan")
        pentas.rencana(para, para.andi, para.budi, [BARIS], tahun=2025)
        pentas.rencana(
            para,
            rina,
            para.budi,
            [("Aduan data terselesaikan", [("kuantitas", "Jumlah aduan selesai", "300 aduan")])],
        )
        hal = layar.halaman
        pentas.masuk(layar, para.andi)
        layar.buka("/skp/buat/")
        hal.select_option("[name=salin_dari]", label="SKP saya, 2025 (Ditetapkan)")
        layar.periksa("jateng-buat")
        hal.click("button:has-text('Buat draf')")
        hal.wait_for_url("**/sunting/")
        skp = SKP.objects.get(pegawai=para.andi, tahun=2026)
        expect(hal.locator("[name=utama-0-teks]")).to_have_value(BARIS[0])
        expect(hal.locator("[name=utama-0-indikator-0-target]")).to_have_value("1.200 data")

        hal.click("main a:has-text('Salin dari SKP lain')")
        hal.select_option("[name=sumber]", label="Rina Rekan, 2026 (Ditetapkan)")
        layar.periksa("jateng-salin")
        hal.click(".bilah-aksi button:has-text('Salin')")
        hal.wait_for_url("**/sunting/")

        # A heading only is refused and kept; the rows themselves go in.
        hal.click("main a:has-text('Tempel dari lembar kerja')")
        hal.fill("[name=teks]", TEMPELAN.splitlines()[0])
        hal.click(".bilah-aksi button:has-text('Tambahkan baris')")
        hal.wait_for_selector("main >> text=Tidak ada baris yang terbaca")
        layar.periksa("jateng-tempel-galat")
        hal.fill("[name=teks]", TEMPELAN)
        layar.periksa("jateng-tempel")
        hal.click(".bilah-aksi button:has-text('Tambahkan baris')")
        hal.wait_for_selector("main >> text=2 RHK ditambahkan dari tempelan")
        layar.periksa("jateng-sunting")
        teks = [
            "Data kelahiran mutakhir",
            "Aduan data terselesaikan",
            "Arsip akta tertata lengkap",
            "Laporan bulanan diterima tepat waktu",
        ]
        for nomor, satu in enumerate(teks):
            expect(hal.locator(f"[name=utama-{nomor}-teks]")).to_have_value(satu)
            hal.select_option(f"[name=utama-{nomor}-rhk_pimpinan]", label=RHK_ATASAN)
        pentas.kirim(layar)
        skp.refresh_from_db()
        assert skp.status == "diajukan"
        arsip = RencanaHasilKerja.objects.get(skp=skp, teks=teks[2])
        assert list(arsip.daftar_indikator.values_list("aspek", "target")) == [
            ("kuantitas", "2.400 akta"),
            ("waktu", "5 menit"),
        ]
        assert RencanaHasilKerja.objects.filter(skp__pegawai=rina).count() == 1


def test_rater_reads_in_a_row_with_the_keyboard_and_sets_together_those_read(layar):
    with pentas.pada_hari():
        para, pimpinan = _panggung()
        daftar = [para.andi, *(_rekan(para, n, f"Rekan {n}") for n in range(1, 4))]
        skp = [pentas.ajukan(para, satu, [BARIS], pimpinan) for satu in daftar]
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        layar.buka("/skp/antrean/")
        layar.periksa("jateng-antrean")
        # Nothing read, nothing to tick.
        expect(hal.locator("[name=skp]")).to_have_count(0)
        hal.keyboard.press("j")
        hal.keyboard.press("j")
        hal.keyboard.press("k")
        hal.keyboard.press("Enter")
        hal.wait_for_url(f"**/skp/{skp[0].pk}/tinjau/")
        expect(hal.locator("nav >> text=1 dari 4").first).to_be_attached()
        layar.periksa("jateng-tinjau")
        _kunci_akses(hal, "j")
        hal.wait_for_url(f"**/skp/{skp[1].pk}/tinjau/")
        _kunci_akses(hal, "k")
        hal.wait_for_url(f"**/skp/{skp[0].pk}/tinjau/")
        _kunci_akses(hal, "j")
        hal.wait_for_url(f"**/skp/{skp[1].pk}/tinjau/")
        _kunci_akses(hal, "j")
        hal.wait_for_url(f"**/skp/{skp[2].pk}/tinjau/")

        layar.buka("/skp/antrean/")
        layar.periksa("jateng-antrean-dibaca")
        centang = hal.locator("[name=skp]")
        assert [int(centang.nth(n).get_attribute("value")) for n in range(centang.count())] == [
            satu.pk for satu in skp[:3]
        ]
        for n in range(3):
            centang.nth(n).focus()
            hal.keyboard.press("Space")
            assert centang.nth(n).is_checked()
        hal.click(".bilah-aksi button:has-text('Tetapkan yang dipilih')")
        hal.wait_for_selector("main >> text=/3 SKP ditetapkan. Tanda terima/")
        layar.periksa("jateng-antrean-ditetapkan")
        assert [SKP.objects.get(pk=satu.pk).status for satu in skp] == [
            *["ditetapkan"] * 3,
            "diajukan",
        ]

        # The last one is opened, read and set without touching the mouse.
        hal.keyboard.press("j")
        hal.keyboard.press("Enter")
        hal.wait_for_url(f"**/skp/{skp[3].pk}/tinjau/")
        _kunci_akses(hal, "t")
        hal.wait_for_selector("main >> text=/SKP Rekan 3 ditetapkan/")
        assert SKP.objects.get(pk=skp[3].pk).status == "ditetapkan"
        expect(hal.locator("main >> text=Tidak ada yang menunggu Anda")).to_be_visible()
        layar.periksa("jateng-antrean-kosong")


def test_overview_of_the_officer_shows_participation_and_drafting_time(layar):
    with pentas.pada_hari():
        para, pimpinan = _panggung()
        rina, tono = _rekan(para, 1, "Rina Rekan"), _rekan(para, 2, "Tono Telat")
        for orang, mulai, kirim in ((para.andi, 12, 13), (rina, 12, 15)):
            with pentas.pada_hari(dt.date(2026, 1, mulai)):
                skp = pentas.susun(para, orang, [BARIS], pimpinan)
            with pentas.pada_hari(dt.date(2026, 1, kirim)):
                hari = dt.date(2026, 1, kirim)
                services.ajukan_skp(aktor=para.aktor(orang), skp=skp, pada=hari)
                skp.refresh_from_db()
                services.tetapkan_skp(aktor=para.aktor(para.budi), skp=skp, pada=hari)
        hal = layar.halaman
        pentas.masuk(layar, para.citra)
        layar.periksa("jateng-beranda-pengelola")
        layar.buka("/skp/unit/")
        layar.periksa("jateng-ringkasan")
        hal.click("main a:has-text('Dinas Kependudukan')")
        hal.click("main a:has-text('Bidang Data')")
        hal.wait_for_url(f"**/skp/unit/{para.bidang.pk}/**")
        angka = hal.locator(".kisi-angka").inner_text()
        rapi = " ".join(angka.split())
        # Four must plan, three are set; the two who drafted here took one and three days.
        assert "Wajib SKP 4" in rapi, rapi
        assert "75" in rapi.split("Ditetapkan")[1].split("Terlambat")[0], rapi
        assert "Lama menyusun 2,0" in rapi, rapi
        expect(hal.locator(f"main >> text={tono.nama}")).to_be_visible()
        expect(hal.locator("main ul >> text=Rina Rekan")).to_have_count(0)
        layar.periksa("jateng-ringkasan-bidang")
        hal.click("nav a:has-text('Ditetapkan')")
        hal.wait_for_url("**status=ditetapkan**")
        expect(hal.locator("main ul >> text=Rina Rekan")).to_be_visible()
        layar.periksa("jateng-ringkasan-ditetapkan")
