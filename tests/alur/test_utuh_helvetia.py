"""Helvetia, whole: a plan filed on a phone, a year of reports, a result that she questions."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alur import lakon_kinerja as lk
from alur import pentas
from pelaksanaan.panggung import triwulan
from pemeran import buat_pemeran
from tera.core.models import RiwayatStatus, TandaTerima
from tera.dialog.models import Kesepakatan, Pertanyaan, Pertemuan
from tera.evaluasi.models import Evaluasi
from tera.pelaksanaan.models import Realisasi
from tera.skp.models import SKP
from tera.tindak_lanjut.models import Nominasi

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
CATATAN = "Target indikator 1 masih di bawah tahun lalu; sepakati 400 surat."
RHK = "Surat keterangan warga selesai pada hari yang sama"
RHK_ATASAN = "Layanan kelurahan tepat waktu"


def panggung(layar):
    para = buat_pemeran()
    lia = pentas.orang(
        para, para.bidang, "Lia Helvetia", "199207072018012007", "pelaksana",
        "Pengadministrasi Umum",
    )  # fmt: skip
    pentas.rencana(
        para, para.budi, para.fajar, [(RHK_ATASAN, [("kuantitas", "Layanan selesai", "4.000")])]
    )
    for urut in (1, 2, 3, 4):
        triwulan(para, urut)
    return lk.Lakon(layar, para), lia


def rencana(lakon, lia) -> int:
    """January: returned with a note, mended from home, set."""
    layar, hal, budi = lakon.layar, lakon.hal, lakon.para.budi
    with pentas.pada_hari():
        pk = lk.susun_skp(
            lakon, lia, RHK, RHK_ATASAN,
            [("kuantitas", "Jumlah surat keterangan selesai", "300 surat")],
        )  # fmt: skip
        layar.periksa("helvetia-diajukan")

        # Returning without a note is refused; with one it goes.
        lakon.sebagai(budi)
        layar.periksa("helvetia-beranda-atasan")
        lakon.klik("Buka antrean")
        hal.click("main a:has-text('Lia Helvetia') >> nth=0")
        hal.click("#kembalikan summary")
        hal.evaluate("document.querySelector('#kembalikan form').noValidate = true")
        hal.click("#kembalikan button")
        hal.wait_for_selector("#kembalikan .bidang-salah")
        layar.periksa("helvetia-kembali-galat")
        assert SKP.objects.get(pk=pk).status == "diajukan"
        hal.fill("#kembalikan [name=catatan]", CATATAN)
        hal.click("#kembalikan button")
        hal.wait_for_selector("main >> text=/dikembalikan.*tanda terima/i")
        layar.periksa("helvetia-dikembalikan-atasan")

        # She finds the note on home, mends what it names, and sends again.
        lakon.sebagai(lia)
        lakon.terlihat(CATATAN)
        layar.periksa("helvetia-beranda-dikembalikan")
        lakon.klik("Perbaiki")
        lakon.terlihat(CATATAN)
        layar.periksa("helvetia-dikembalikan")
        lakon.klik("Sunting", di=".bilah-aksi")
        hal.fill("[name=utama-0-indikator-0-target]", "400 surat")
        layar.periksa("helvetia-perbaiki")
        pentas.kirim(layar)
        lk.tetapkan_skp(lakon, pk)
    assert list(
        RiwayatStatus.objects.filter(jenis="skp", objek_id=pk)
        .order_by("id")
        .values_list("aksi", flat=True)
    ) == ["ajukan", "kembalikan", "ajukan", "tetapkan"]
    assert TandaTerima.objects.filter(jenis="skp", objek_id=pk, pegawai_id=lia.pk).count() == 2
    return pk


def lapor(lakon, lia, hari: dt.date, nilai: str, teks: str) -> None:
    """She reports a quarter from her phone: what she did, the number, a word about it."""
    hal = lakon.hal
    indikator = "article.kerja-indikator"
    with pentas.pada_hari(hari):
        lakon.sebagai(lia, "/pelaksanaan/")
        hal.fill("details[open] > form[action*='/rencana/'] [name=teks]", f"Loket pagi: {teks}")
        lakon.klik("Tambah")
        lakon.terlihat(f"Loket pagi: {teks}")
        if not hal.is_visible(f"{indikator} [name=nilai]"):
            hal.click(f"{indikator} summary:has-text('Laporkan realisasi')")
        hal.fill(f"{indikator} [name=nilai]", nilai)
        hal.fill(f"{indikator} [name=teks]", teks)
        lakon.klik("Laporkan", di=indikator)
        expect(hal.locator(f"{indikator}:has-text('Dilaporkan')")).to_contain_text(teks)


def diberitahu(lakon) -> None:
    """In September the target is reached: his bell and his home say so, and he verifies."""
    layar, hal, budi = lakon.layar, lakon.hal, lakon.para.budi
    with pentas.pada_hari(dt.date(2026, 9, 25), jam=2):
        lakon.sebagai(budi)
        expect(
            hal.locator("main .tugas-judul:has-text('Target tercapai: Lia Helvetia')")
        ).to_be_visible()
        expect(hal.locator("[data-kabar-jumlah]")).to_be_visible()
        layar.periksa("helvetia-atasan-target")
        hal.locator("a:has([data-kabar-jumlah])").first.click()
        layar.potret("helvetia-lonceng")
        lakon.klik("Lia Helvetia mencapai target")
        lakon.terlihat("Target tercapai")
        layar.potret("helvetia-dari-lonceng")
        lakon.klik("Verifikasi")
        lakon.terlihat("Tanda terima")
        assert Realisasi.objects.filter(status="diverifikasi", nilai=520).exists()


def versi(lakon, lia, pk: int) -> None:
    """In May the target changes: version 2 with a reason, while version 1 stays in force."""
    layar, hal, budi = lakon.layar, lakon.hal, lakon.para.budi
    with pentas.pada_hari(dt.date(2026, 5, 6)):
        lakon.sebagai(lia, f"/skp/{pk}/")
        lakon.klik("Buat versi baru", di=".bilah-aksi")
        layar.periksa("helvetia-versi-baru")
        hal.fill("[name=alasan]", "Target naik menurut surat kepala dinas 3 Mei 2026.")
        lakon.klik("Buka versi baru")
        hal.wait_for_url("**/sunting/")
        baru = SKP.objects.get(pegawai=lia, versi=2)
        assert SKP.objects.get(pk=pk).status == "ditetapkan"
        hal.fill("[name=utama-0-indikator-0-target]", "500 surat")
        pentas.kirim(layar)

        lakon.sebagai(budi, f"/skp/{baru.pk}/tinjau/")
        layar.periksa("helvetia-tinjau-versi")
        lakon.klik("Lihat yang berubah saja")
        expect(hal.locator("main del").first).to_contain_text("400 surat")
        expect(hal.locator("main ins").first).to_contain_text("500 surat")
        layar.periksa("helvetia-banding")
        pentas.tetapkan(layar, baru.pk)
        baru.refresh_from_db()
        assert (baru.status, baru.terlambat) == ("ditetapkan", False)

        lakon.sebagai(lia, f"/skp/{baru.pk}/riwayat/")
        layar.periksa("helvetia-riwayat")
        lakon.klik("Versi 1")
        hal.wait_for_url(f"**/skp/{pk}/")
        lakon.terlihat("400 surat")
        lakon.terlihat("Digantikan")
        expect(hal.locator(".bilah-aksi a, .bilah-aksi button")).to_have_count(0)
        layar.periksa("helvetia-versi-lama")


def hasil(lakon, lia) -> Evaluasi:
    """January: the result comes by the bell; she notes that she has received it."""
    with pentas.pada_hari(dt.date(2027, 1, 5)):
        lk.malam()
        lk.tetapkan_capaian(lakon)
        lk.buka_lembar(lakon, lia)
        lakon.terlihat("520")
        lk.nilai(lakon, "sesuai", "sesuai")
        lakon.terlihat("Penilaian Lia Helvetia tersimpan")
        lk.sampaikan(lakon, 1)
        lakon.sebagai(lia, "/notifikasi/")
        lakon.klik("Hasil evaluasi Tahun 2026 disampaikan")
        satu = lk.terima(lakon, lia)
        assert TandaTerima.objects.filter(jenis="evaluasi", aksi="terima").count() == 1
    return satu


def bertemu(lakon, lia, evaluasi) -> None:
    """They meet one-on-one about it; she asks about one line and is answered."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 1, 6)):
        # From her result she plans the talk; what the work shows goes on the agenda.
        lakon.sebagai(lia, f"/evaluasi/{evaluasi.pk}/")
        hal.click("#_dialog_hasil a:has-text('Jadwalkan pembahasan')")
        hal.fill("[name=jam_mulai]", "10:00")
        hal.fill("[name=tempat]", "Ruang kepala bidang")
        layar.periksa("helvetia-temu-baru")
        lakon.klik("Jadwalkan pertemuan")
        hal.wait_for_url("**/bahan/")
        layar.periksa("helvetia-temu-bahan")
        hal.locator("[name=bahan]").first.check()
        lakon.klik("Masukkan ke agenda")
        lakon.terlihat("1 butir masuk agenda")

        # The page says that the objection's clock goes on while she asks.
        layar.buka(f"/dialog/hasil/{evaluasi.pk}/")
        lakon.terlihat("tidak menghentikan masa keberatan")
        hal.select_option("[name=baris]", "rating:hasil_kerja")
        hal.fill("[name=teks]", "Targetnya terlampaui; mengapa hasil kerja saya Sesuai?")
        layar.periksa("helvetia-tanya")
        lakon.klik("Kirim pertanyaan")
        lakon.terlihat("Pertanyaan terkirim")
        tanya = Pertanyaan.objects.get()

        # He finds both at home, answers, and they meet: notes, an agreement, the end.
        lakon.sebagai(para.budi)
        lakon.klik("Jawab: Lia Helvetia bertanya")
        hal.fill("[name=teks]", "Angka triwulan III belum saya baca sampai batasnya.")
        lakon.klik("Kirim jawaban")
        lakon.terlihat("Terkirim")
        layar.periksa("helvetia-jawab")
        temu = Pertemuan.objects.get()
        layar.buka(f"/dialog/pertemuan/{temu.pk}/")
        hal.fill("[name=catatan-teks]", "Dibahas berdua; loket pagi jadi contoh.")
        lakon.klik("Simpan catatan")
        lakon.terlihat("Catatan tersimpan")
        hal.fill("[name=sepakat-uraian]", "Tulis daftar periksa berkas")
        hal.fill("[name=sepakat-tenggat]", "2027-01-29")
        lakon.klik("Catat kesepakatan")
        lakon.terlihat("Kesepakatan tercatat")
        lakon.klik("Selesaikan pertemuan", di=".bilah-aksi")
        lakon.terlihat("Pertemuan selesai")
        layar.periksa("helvetia-pertemuan")
        assert Kesepakatan.objects.get().penanggung_jawab == lia

        # Her result says on which day it was discussed; the answer and the agreement wait at home.
        lakon.sebagai(lia)
        expect(hal.locator(".tugas-judul:has-text('Tulis daftar periksa')")).to_be_visible()
        lakon.klik("Baca jawaban")
        lakon.terlihat("Angka triwulan III belum saya baca")
        tanya.refresh_from_db()
        assert tanya.jawaban_dibaca_at is not None
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        lakon.terlihat("Dibahas pada 6 Januari 2027")
        layar.periksa("helvetia-evaluasi")


def keberatan(lakon, lia, evaluasi) -> None:
    """She objects within the fourteen days; Fajar hears both sides and decides, once."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 1, 8)):
        lakon.sebagai(lia, f"/evaluasi/{evaluasi.pk}/")
        lakon.klik("Ajukan keberatan")
        hal.fill("[name=alasan]", "Laporan triwulan III melampaui target tetapi belum terbaca.")
        layar.periksa("helvetia-keberatan")
        lakon.klik("Ajukan keberatan", di=".bilah-aksi")
        lakon.terlihat("19 Januari 2027")  # the fourteenth day after the receipt
        hal.fill("[name=teks]", "Laporannya saya kirim 25 September.")
        lakon.klik("Catat keterangan")
        lakon.terlihat("Laporannya saya kirim 25 September.")
        layar.periksa("helvetia-keberatan-pegawai")

        lakon.sebagai(para.fajar)
        lakon.klik("Buka keberatan")
        hal.check("[name=pihak][value=penilai]")
        hal.fill("[name=tanggal]", "2027-01-08")
        hal.fill("[name=teks]", "Budi baru membaca laporannya kemarin.")
        layar.periksa("helvetia-keberatan-pemutus")
        lakon.klik("Catat keterangan")
        lakon.klik("Buka lembar putusan", di=".bilah-aksi")
        hal.check("[name=rating_hasil][value=di_atas]", force=True)
        hal.fill("[name=alasan_hasil]", "Realisasi melampaui target.")
        hal.fill("[name=pertimbangan]", "Kedua pihak membenarkan tanggalnya.")
        layar.periksa("helvetia-lembar-putusan")
        lakon.klik("Putuskan", di=".bilah-aksi")
        lakon.terlihat("Hasil diubah")
        layar.periksa("helvetia-keberatan-diputus")
        evaluasi.refresh_from_db()
        assert (evaluasi.status, evaluasi.rating_hasil_kerja) == ("diputus", "di_atas")

        lakon.sebagai(lia, f"/evaluasi/{evaluasi.pk}/")
        lakon.terlihat("Kedua pihak membenarkan tanggalnya.")
        layar.potret("helvetia-hasil-akhir")
        isi = lakon.cetakan(
            hal.locator("main a:has-text('Cetak formulir evaluasi')").get_attribute("href")
        )
        for teks in ("Lia Helvetia", "500", "520", "Baik"):
            assert teks.casefold() in isi.casefold(), (teks, isi)


def nominasi(lakon, lia) -> None:
    """She is nominated for leadership training, with evidence; a letter decides; she reads why."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 1, 12)):
        lakon.sebagai(para.budi, reverse("tindak_lanjut:pengembangan_orang", args=[lia.pk]))
        lakon.klik("Nominasikan")
        hal.check("[name=jenis][value=kepemimpinan]", force=True)
        hal.select_option("[name=program]", "pkp")
        hal.fill("[name=alasan]", "Memimpin layanan loket pagi setahun tanpa keluhan warga.")
        lakon.terlihat("Bukti yang dilampirkan")
        lakon.terlihat("Predikat 2026")
        layar.potret("helvetia-nominasi")
        hal.click(".bilah-aksi button")
        lakon.terlihat("Nominasi diusulkan")
        satu = Nominasi.objects.get()

        # The pengelola decides; without the letter's number a yes is refused, nothing is lost.
        lakon.sebagai(para.citra)
        lakon.terlihat("1 nominasi menunggu putusan")
        lakon.klik("Putuskan")
        lakon.klik("Putuskan", di=".bilah-aksi")
        hal.check("[name=setuju][value=ya]", force=True)
        hal.fill("[name=alasan]", "Kursi PKP tersedia dan buktinya cukup.")
        hal.click(".bilah-aksi button")
        hal.wait_for_selector("main .bidang-salah")
        expect(hal.locator("[name=alasan]")).to_have_value("Kursi PKP tersedia dan buktinya cukup.")
        layar.potret("helvetia-putus-galat")
        hal.fill("[name=nomor_surat]", "893/7/BKPSDM")
        hal.click(".bilah-aksi button")
        lakon.terlihat("893/7/BKPSDM")

        lakon.sebagai(lia, "/notifikasi/")
        lakon.klik("Nominasi Lia Helvetia disetujui")
        hal.wait_for_url(f"**{reverse('tindak_lanjut:nominasi', args=[satu.pk])}")
        lakon.terlihat("Memimpin layanan loket pagi")
        lakon.terlihat("Kursi PKP tersedia")
        layar.periksa("helvetia-nominasi-diputus")


def test_a_year_by_phone_a_result_questioned_and_changed_and_a_seat_in_leadership_training(layar):
    with pentas.pada_hari():
        lakon, lia = panggung(layar)
    pk = rencana(lakon, lia)
    lapor(lakon, lia, dt.date(2026, 3, 27), "120", "Selesai pada hari yang sama sejak Februari")
    versi(lakon, lia, pk)
    lapor(lakon, lia, dt.date(2026, 6, 26), "310", "Loket dibuka pukul tujuh")
    lapor(lakon, lia, dt.date(2026, 9, 25), "520", "Target setahun terlampaui")
    diberitahu(lakon)
    evaluasi = hasil(lakon, lia)
    bertemu(lakon, lia, evaluasi)
    keberatan(lakon, lia, evaluasi)
    nominasi(lakon, lia)
