"""Manokwari from end to end: a citizen's word, a weak quarter, a training, a talk; no network."""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from alur import lakon_lanjut as lakon
from alur import pentas
from pelaksanaan.panggung import triwulan
from pemeran import buat_pemeran
from tera.dialog.models import MasukanDiskusi
from tera.evaluasi.models import Evaluasi
from tera.organisasi.forms.saran import tulis_unit
from tera.tindak_lanjut.models import KegiatanPengembangan
from tera.umpan_balik.models import KOLOM_UNSUR
from umpan_balik import panggung_publik as publik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
SABAR = "Suster menjelaskan jadwal imunisasi dengan sabar sampai saya paham."
JAWAB = "Terima kasih, jadwalnya sekarang ditempel di pintu."
LEMAH = "Cakupan 61 dari 95 persen; dua laporan bulanan terlambat."
KEGIATAN = "Bimbingan teknis pencatatan cakupan layanan"
PAPAN = "Tulis cakupan di papan tiap Jumat supaya kita sama-sama tahu."
ANTRE = "Pisahkan antrean bayi dan balita supaya catatannya tidak tertukar."
NOTULEN = "Antrean imunisasi dibagi dua jalur mulai Senin; jadwal ditempel di pintu."
TERSIMPAN = "text=/Jaringan terputus.*disimpan di perangkat/"


def test_a_word_a_weak_quarter_and_what_came_of_them(layar, tmp_path) -> None:
    cache.clear()
    with pentas.pada_hari(dt.date(2026, 9, 28)):
        para = buat_pemeran()
        yuli = pentas.orang(
            para, para.bidang, "Yuli Perawat", "199509092020122009", "fungsional",
            "Perawat Terampil", jenjang="terampil",
        )  # fmt: skip
        tiga = triwulan(para, 3)
        for orang in (yuli, para.andi):
            pentas.rencana(
                para, orang, para.budi,
                [("Bayi terimunisasi lengkap", [("kuantitas", "Cakupan", "95 %")])],
            )  # fmt: skip
        _warga_menulis(layar, para)
    with pentas.pada_hari(dt.date(2026, 9, 29)):
        _jalankan_tulisan(layar, para, yuli)
    with pentas.pada_hari(dt.date(2026, 10, 1)):
        lakon.pekerja()
        lakon.tetapkan_capaian(layar, para, tiga)
        evaluasi = _nilai_di_tengah_jaringan_putus(layar, para, yuli, tiga)
        _rencanakan_hari_itu_juga(layar, para, evaluasi)
    _ikuti_sampai_selesai(layar, para, tmp_path)
    with pentas.pada_hari(dt.date(2026, 10, 20)):
        _diskusi_bulanan(layar, para, yuli)


def _warga_menulis(layar, para) -> None:
    """The officer opens a point and prints its poster; a citizen follows the QR, others answer."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/umpan-balik/layanan/baru/")
    hal.fill("[name=unit]", tulis_unit(para.bidang))
    hal.fill("[name=nama]", "Poli Anak")
    hal.fill("[name=jenis_layanan]", "Imunisasi")
    lakon.tekan(layar, "button:has-text('Buka titik layanan')", "text=Titik layanan dibuka")
    assert lakon.unduh(layar, "main a:has-text('Poster QR')").startswith(b"%PDF-")
    warga = hal.locator("main a[href*='/umpan-balik/l/']").first.get_attribute("href")
    jalur = urlsplit(warga).path

    hal.context.clear_cookies()
    layar.buka(f"{jalur}?k=qr")
    for kolom in KOLOM_UNSUR:
        hal.locator(f"input[name={kolom}][value='4']").check(force=True)
    hal.fill("#teks", SABAR)
    hal.check("[name=tentang][value=petugas]", force=True)
    hal.fill("#nama_petugas", "Suster Yuli")
    hal.get_by_role("button", name="Kirim").click()
    hal.get_by_role("heading", name="Terima kasih").wait_for()
    # A word reaches a person only where enough others answered too.
    kode = jalur.rstrip("/").split("/")[-1]
    for nomor in range(4):
        assert publik.kirim(kode, publik.isian(kode), f"203.0.113.{nomor}").status_code == 200


def _jalankan_tulisan(layar, para, yuli) -> None:
    """Read by the officer and tied to the nurse; the rater reads nothing before her reply."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    hal.click("main .tugas a[href*='/umpan-balik/tulisan/']")
    hal.click("main a:has-text('Baca dan putuskan')")
    hal.click("main button:has-text('Terbitkan')")
    hal.fill("[name=kaitkan-pegawai]", yuli.nip)
    hal.locator(".saran:not([hidden]) [role=option]").first.click()
    layar.potret("manokwari-kaitkan")
    lakon.tekan(layar, "form[action$='/kaitkan/'] button", "text=Dikaitkan dengan")
    suara = f"/umpan-balik/suara/pegawai/{yuli.pk}/"
    assert SABAR not in lakon.baca(layar, para.budi, suara)[1]
    pentas.masuk(layar, yuli)
    hal.click("main .tugas a[href='/umpan-balik/suara/']")
    expect(hal.get_by_text(SABAR)).to_be_visible()
    hal.fill("main [name=teks]", JAWAB)
    layar.potret("manokwari-suara-saya")
    lakon.tekan(layar, "main button:has-text('Kirim tanggapan')", "text=Tanggapan tersimpan")


def _nilai_di_tengah_jaringan_putus(layar, para, yuli, tiga) -> Evaluasi:
    """Rating, he reads the word and the reply; then the network goes, and his text stays."""
    hal = layar.halaman
    pentas.masuk(layar, para.budi)
    expect(hal.locator(".tugas-judul:has-text('2 pegawai menunggu Anda nilai')")).to_be_visible()
    layar.buka(f"/evaluasi/tim/{tiga.pk}/")
    hal.click("main li:has-text('Yuli Perawat') a")
    hal.click("main a:has-text('Lihat tulisan warga')")
    expect(hal.get_by_text(SABAR)).to_be_visible()
    expect(hal.get_by_text(JAWAB)).to_be_visible()
    layar.potret("manokwari-ruang-suara")
    lakon.nilai(
        layar, tiga,
        lakon.Nilai(yuli, "sesuai", "di_atas", "", "Warga menyebut penjelasannya sabar."),
    )  # fmt: skip

    satu = Evaluasi.objects.get(pegawai=para.andi, periode=tiga)
    pentas.siap_luring(layar, f"/evaluasi/{satu.pk}/")
    hal.context.set_offline(True)
    hal.check("[name=rating_hasil_kerja][value=di_bawah]", force=True)
    hal.fill("[name=alasan_hasil_kerja]", LEMAH)
    hal.check("[name=rating_perilaku_kerja][value=sesuai]", force=True)
    hal.wait_for_selector("text=Tersimpan di perangkat")
    hal.reload()
    hal.wait_for_selector("[name=alasan_hasil_kerja]")
    hal.click("#form-nilai button:has-text('Pulihkan')")
    expect(hal.locator("[name=alasan_hasil_kerja]")).to_have_value(LEMAH)
    assert hal.is_checked("[name=rating_hasil_kerja][value=di_bawah]")
    layar.potret("manokwari-luring")
    lakon.tekan(layar, ".bilah-aksi button:has-text('Simpan penilaian')", TERSIMPAN)
    satu.refresh_from_db()
    revisi = satu.revisi
    assert satu.rating_hasil_kerja == ""
    pentas.sambung(layar)
    assert pentas.tunggu(hal, Evaluasi.objects.filter(rating_hasil_kerja="di_bawah").exists)
    layar.buka("/")
    hal.wait_for_load_state("networkidle")
    layar.buka(f"/evaluasi/{satu.pk}/")
    hal.wait_for_load_state("networkidle")
    satu.refresh_from_db()
    assert (satu.alasan_hasil_kerja, satu.revisi) == (LEMAH, revisi + 1)
    expect(hal.locator("#form-nilai button:has-text('Pulihkan')")).to_have_count(0)
    lakon.sampaikan(layar, tiga, 2)
    lakon.pekerja()
    return satu


def _rencanakan_hari_itu_juga(layar, para, evaluasi) -> None:
    """A training is in the catalogue; the bell leads from the result to a plan; he agrees."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/pengembangan/pelatihan/baru/")
    hal.fill("[name=judul]", "Pencatatan cakupan layanan")
    hal.select_option("[name=jenis]", "bimbingan_teknis")
    hal.select_option("[name=kesenjangan]", "teknis")
    hal.fill("[name=jp]", "12")
    hal.fill("[name=penyelenggara]", "BKPSDM Kabupaten Uji")
    lakon.tekan(layar, "button:has-text('Masukkan ke katalog')", "[name=kursi]")
    for nama, isi in {
        "mulai": "2026-10-13", "selesai": "2026-10-14", "batas_daftar": "2026-10-09",
        "kursi": "20", "tempat": "Aula Dinas",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    lakon.tekan(layar, ".bilah-aksi button:has-text('Buka sesi')", "main >> text=Aula Dinas")

    pentas.masuk(layar, para.andi)
    expect(hal.locator("main .tugas a:has-text('Rencanakan pengembangan')")).to_be_visible()
    hal.click("a[href='/notifikasi/']")
    layar.potret("manokwari-lonceng")
    hal.click("main .tugas a:has-text('Hasil evaluasi Triwulan 3 Tahun 2026')")
    hal.wait_for_url(f"**/evaluasi/{evaluasi.pk}/")
    lakon.tekan(layar, "main a:has-text('Rencanakan pengembangan')", "text=Yang bisa diperkuat")
    layar.potret("manokwari-peta")
    hal.click("main a.tombol-utama:has-text('Rencanakan')")
    hal.fill("[name=kegiatan]", KEGIATAN)
    hal.select_option("[name=jenis]", "bimbingan_teknis")
    hal.select_option("[name=porsi]", "formal")
    hal.fill("[name=jp]", "12")
    hal.fill("[name=target_pada]", "2026-10-16")
    layar.potret("manokwari-kegiatan")
    ajukan = ".bilah-aksi button:has-text('Ajukan ke penilai')"
    lakon.tekan(layar, "button:has-text('Masukkan ke rencana')", ajukan)
    lakon.tekan(layar, ajukan, "main >> text=/tanda terima/i")
    kegiatan = KegiatanPengembangan.objects.get()
    assert kegiatan.evaluasi == evaluasi

    pentas.masuk(layar, para.budi)
    hal.click("main .tugas a:has-text('Baca rencana')")
    hal.click("main a:has-text('Andi Pegawai')")
    setujui = ".bilah-aksi button:has-text('Setujui rencana')"
    lakon.tekan(layar, setujui, "main >> text=/tanda terima/i")

    pentas.masuk(layar, para.andi)
    layar.buka("/pengembangan/pelatihan/")
    hal.click("main a:has-text('Pencatatan cakupan')")
    hal.select_option("select[name=kegiatan]", label=KEGIATAN)
    layar.potret("manokwari-daftar")
    lakon.tekan(layar, "main form[action$='/daftar/'] button", "text=Anda terdaftar")


def _ikuti_sampai_selesai(layar, para, tmp_path) -> None:
    """Attended, certified, reported, verified: twelve JP, counted once."""
    hal = layar.halaman
    berkas = lakon.pindaian(tmp_path, "sertifikat.pdf")
    with pentas.pada_hari(dt.date(2026, 10, 13)):
        pentas.masuk(layar, para.andi)
        layar.buka("/pengembangan/")
        hal.click(f"main a:has-text('{KEGIATAN}')")
        mulai = ".bilah-aksi button:has-text('Mulai kegiatan')"
        lakon.tekan(layar, mulai, ".bilah-aksi a:has-text('Laporkan selesai')")
    with pentas.pada_hari(dt.date(2026, 10, 14)):
        pentas.masuk(layar, para.citra)
        layar.buka("/pengembangan/pelatihan/")
        hal.click("main a:has-text('Pencatatan cakupan')")
        hal.click("main a:has-text('13 Oktober')")
        hal.check("[name=peserta]")
        layar.potret("manokwari-hadir")
        lakon.tekan(layar, "button:has-text('Catat hadir dan lulus')", "td >> text=Lulus")
        lakon.tekan(layar, "button:has-text('Selesaikan sesi')", "text=Sesi selesai")

        pentas.masuk(layar, para.andi)
        layar.buka("/")
        hal.click("main .tugas a:has-text('Unggah sertifikat')")
        hal.fill("[name=nomor]", "BKPSDM/12/2026")
        hal.set_input_files("[name=berkas]", berkas)
        # The row it was for is reported by the same step, its result filled in.
        expect(hal.locator("[name=laporkan]")).to_be_checked()
        layar.potret("manokwari-selesai")
        lakon.tekan(layar, ".bilah-aksi button.tombol-utama", "text=Sertifikat tersimpan")
        expect(hal.locator("main")).to_contain_text("sertifikat nomor BKPSDM/12/2026")

        pentas.masuk(layar, para.budi)
        hal.click("main .tugas a:has-text('Periksa bukti')")
        assert lakon.unduh(layar, "main a:has-text('sertifikat.pdf')") == berkas.read_bytes()
        verifikasi = ".bilah-aksi button:has-text('Verifikasi bukti')"
        lakon.tekan(layar, verifikasi, "main >> text=Diverifikasi")
        pentas.masuk(layar, para.andi)
        layar.buka("/pengembangan/")
        expect(hal.locator(".pg-jp")).to_have_text("12 JP")
        layar.periksa("manokwari-jp")


def _diskusi_bulanan(layar, para, yuli) -> None:
    """They give each other input by name; one without network; minutes, an agreement, the next."""
    hal = layar.halaman
    pentas.masuk(layar, para.budi)
    layar.buka("/dialog/sesi/")
    hal.click("main a:has-text('Jadwalkan sesi')")
    hal.fill("[name=topik]", "Diskusi bulanan: cakupan imunisasi")
    hal.fill("[name=tanggal]", "2026-10-20")
    hal.fill("[name=jam_mulai]", "11:00")
    for orang in (yuli, para.andi):
        hal.set_checked(f"[name=peserta][value='{orang.pk}']", True, force=True)
    hal.click(".bilah-aksi button:has-text('Jadwalkan sesi')")
    hal.wait_for_url(re.compile(r"/dialog/sesi/\d+/$"))
    sesi = urlsplit(hal.url).path

    pentas.masuk(layar, yuli)
    hal.click("main .tugas a[href*='/dialog/sesi/']")
    hal.select_option("[name=masukan-kepada]", label="Andi Pegawai")
    hal.fill("[name=masukan-teks]", PAPAN)
    lakon.tekan(layar, "button:has-text('Kirim masukan')", f".dl-pesan:has-text('{PAPAN}')")

    pentas.masuk(layar, para.andi)
    pentas.siap_luring(layar, sesi)
    hal.click("#masukan summary")
    hal.context.set_offline(True)
    hal.fill("[name=masukan-teks]", ANTRE)
    hal.wait_for_timeout(900)
    hal.reload()
    hal.click("#masukan button:has-text('Pulihkan')")
    expect(hal.locator("[name=masukan-teks]")).to_have_value(ANTRE)
    layar.potret("manokwari-diskusi-luring")
    lakon.tekan(layar, "button:has-text('Kirim masukan')", TERSIMPAN)
    assert MasukanDiskusi.objects.count() == 1
    pentas.sambung(layar)
    hal.wait_for_selector(f"#masukan .dl-pesan:has-text('{ANTRE}')")
    layar.buka("/")
    hal.wait_for_load_state("networkidle")
    assert list(MasukanDiskusi.objects.order_by("pk").values_list("teks", flat=True)) == [
        PAPAN, ANTRE,
    ]  # fmt: skip

    pentas.masuk(layar, para.budi)
    pentas.siap_luring(layar, sesi)
    hal.click("#notulen summary")
    hal.context.set_offline(True)
    hal.fill("#notulen [name$=teks]", NOTULEN)
    hal.wait_for_timeout(900)
    lakon.tekan(layar, "button:has-text('Simpan notulen')", TERSIMPAN)
    pentas.sambung(layar)
    hal.wait_for_selector(f"#notulen .dl-teks:has-text('{NOTULEN}')")
    layar.buka(sesi)
    hal.click("#kesepakatan summary")
    hal.fill("#kesepakatan [name$=uraian]", "Papan cakupan di poli")
    hal.select_option("#kesepakatan select", label="Andi Pegawai")
    hal.fill("#kesepakatan [name$=tenggat]", "2026-10-30")
    catat = "button:has-text('Catat kesepakatan')"
    lakon.tekan(layar, catat, "#kesepakatan li:has-text('Papan cakupan')")
    selesai = ".bilah-aksi button:has-text('Selesaikan sesi')"
    lakon.tekan(layar, selesai, "main li >> text=Hadir")
    layar.potret("manokwari-diskusi")
    lakon.tekan(layar, "button:has-text('Jadwalkan bulan depan')", "text=17 November 2026")

    pentas.masuk(layar, para.andi)
    expect(hal.locator(".tugas-judul:has-text('Papan cakupan di poli')")).to_be_visible()
    assert NOTULEN in lakon.baca(layar, para.andi, sesi)[1]
    assert lakon.baca(layar, para.dewi, sesi)[0] == 404
