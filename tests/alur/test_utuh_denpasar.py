"""Denpasar, whole: a timetable cuts waiting time; it is counted, and she is found years later."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from alur import lakon_kinerja as lk
from alur import pentas
from pemeran import buat_pemeran
from tera.evaluasi.models import HasilTerdahulu
from tera.organisasi.forms.saran import tulis_unit
from tera.pelaksanaan.models import CapaianPegawai
from tera.skp.models import RencanaHasilKerja
from tera.tindak_lanjut.models import UsulKarier
from tera.umpan_balik.models import ForumEvaluasi, MasukanMasyarakat
from tindak_lanjut.talenta import panggung_talenta
from umpan_balik import panggung_publik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
KOLOM = "Waktu tunggu penumpang di terminal turun"
SEL = "Waktu tunggu bus kota turun menjadi 12 menit"
CAPAIAN = "Waktu tunggu bus kota turun"
HALTE = "Petugas halte mencatat usul kami dan jadwal sore jadi lebih tepat."
JAWABAN = "Terima kasih; jadwal sore mengikuti jam pulang sekolah sejak Maret."
ALASAN = "Warga mencatat usulnya didengar; jadwal berubah dalam sebulan."
JABATAN = "Kepala Seksi Angkutan Jalan"


def panggung(layar):
    cache.clear()
    para = buat_pemeran()
    made = pentas.orang(
        para, para.bidang, "Made Lalulintas", "199308082017012008", "pelaksana",
        "Pengelola Terminal Angkutan",
    )  # fmt: skip
    wayan = pentas.orang(
        para, para.dinas, "Wayan Kepegawaian", "198711112011012011", "pelaksana",
        "Analis Sumber Daya Manusia Aparatur",
    )  # fmt: skip
    panggung_talenta.petugas(para, wayan, "pengelola")
    panggung_talenta.pembina(para)
    pentas.rencana(
        para, para.budi, para.fajar,
        [(KOLOM, [("waktu", "Rata-rata waktu tunggu", "12 menit")])],
    )  # fmt: skip
    pentas.rencana(
        para, para.andi, para.budi, [("Data rute mutakhir", [("kuantitas", "Rute", "40")])]
    )
    return lk.Lakon(layar, para), made, wayan


def _isi_sel(lakon, orang, teks: str) -> None:
    """Budi opens the first column from the matrix and writes one person's cell."""
    hal, layar = lakon.hal, lakon.layar
    lakon.klik("Isi kolom")
    hal.fill(f"[name=sel-{orang.pk}-teks]", teks)
    layar.periksa("denpasar-kolom")
    lakon.klik("Simpan kolom", di=".bilah-aksi")
    hal.wait_for_url("**/skp/*/matriks/")


def rencana(lakon, made) -> int:
    """January: the cell of the leader becomes her row; what he wishes later waits for a version."""
    layar, hal, budi = lakon.layar, lakon.hal, lakon.para.budi
    with pentas.pada_hari():
        lakon.sebagai(made)
        pk = pentas.buat_draf(layar)
        lakon.sebagai(budi, "/skp/matriks/")
        layar.periksa("denpasar-matriks-kosong")
        _isi_sel(lakon, made, SEL)
        lakon.terlihat("1 masuk ke draf SKP")
        expect(hal.locator(f"main >> text={SEL} >> visible=true")).to_have_count(1)
        layar.periksa("denpasar-matriks")

        lakon.sebagai(made, f"/skp/{pk}/sunting/")
        letak = hal.locator("textarea[name^=utama-]").evaluate_all(
            "daftar => daftar.map(satu => [satu.name, satu.value])"
        )
        awalan = next(nama for nama, nilai in letak if nilai == SEL).removesuffix("-teks")
        terpilih = hal.locator(f"[name={awalan}-rhk_pimpinan] option:checked")
        assert terpilih.inner_text() == KOLOM
        layar.periksa("denpasar-sunting")
        pentas.isi_indikator(hal, awalan, 0, "waktu", "Rata-rata waktu tunggu bus", "12 menit")
        pentas.isi_indikator(
            hal, awalan, 1, "kuantitas", "Jumlah jadwal bus yang diperbaiki", "24 jadwal"
        )
        pentas.kirim(layar)
        lakon.klik("Apa yang dilayani RHK ini?")
        expect(hal.locator(f"main >> text={KOLOM}").first).to_be_attached()
        layar.periksa("denpasar-arah")
        lk.tetapkan_skp(lakon, pk)
        baris = RencanaHasilKerja.objects.get(skp_id=pk, teks=SEL)
        assert baris.rhk_pimpinan.teks == KOLOM

        # After the plan is set the leader's new wish waits for a new version; nothing moves.
        layar.buka("/skp/matriks/")
        _isi_sel(lakon, made, "Waktu tunggu bus kota turun menjadi 10 menit")
        lakon.terlihat("1 menjadi usulan versi baru")
        layar.periksa("denpasar-usulan")
        baris.refresh_from_db()
        assert baris.teks == SEL
    return pk


def capaian(lakon, made) -> None:
    """May: before and after, with numbers and how; Budi finds it at home and verifies it."""
    layar, hal = lakon.layar, lakon.hal
    with pentas.pada_hari(dt.date(2026, 5, 4)):
        lakon.sebagai(made, "/pelaksanaan/capaian/")
        lakon.klik("Laporkan capaian")
        for nama, teks in {
            "judul": CAPAIAN, "keadaan_sebelum": "Penumpang menunggu 31 menit.",
            "keadaan_sesudah": "Menunggu 12 menit.", "nilai_sebelum": "31", "nilai_sesudah": "12",
            "satuan": "menit", "cara": "Jadwal mengikuti jam sekolah dan pasar.",
        }.items():  # fmt: skip
            hal.fill(f"[name={nama}]", teks)
        hal.select_option("[name=rhk]", label=SEL)
        lakon.klik("Laporkan", di=".bilah-aksi")
        hal.wait_for_selector(f"h1:has-text('{CAPAIAN}')")
        layar.potret("denpasar-capaian")
        lakon.klik("Lampirkan bukti")
        hal.fill("[name=nama]", "Rekap waktu tunggu Maret–April")
        hal.fill("[name=url]", "https://contoh.id/waktu-tunggu")
        lakon.klik("Lampirkan", di=".bilah-aksi")
        lakon.terlihat("Rekap waktu tunggu")
        lakon.sebagai(lakon.para.budi)
        lakon.terlihat(f"Made Lalulintas: {CAPAIAN}")
        lakon.klik("Baca")
        lakon.klik("Verifikasi capaian")
        lakon.terlihat("Tanda terima")
        assert CapaianPegawai.objects.get().status == "diverifikasi"


def forum(lakon, made) -> None:
    """July: what a citizen writes about her is read, tied to her, answered by her, then shown."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(panggung_publik.PADA):
        lakon.sebagai(para.citra, reverse("umpan_balik:forum_baru"))
        hal.fill("[name=unit]", tulis_unit(para.bidang))
        hal.check("[name=jenis][value=pertanyaan]", force=True)
        hal.fill("[name=judul]", "Apakah jadwal bus kota sudah tepat?")
        hal.fill("[name=uraian]", "Sejak Maret jadwalnya berubah. Apa yang masih perlu dibenahi?")
        hal.fill("[name=mulai]", "2026-07-01")
        hal.fill("[name=selesai]", "2036-08-31")
        layar.potret("denpasar-forum-baru")
        lakon.klik("Buka forum")
        hal.wait_for_selector("h1:has-text('Apakah jadwal')")
        satu = ForumEvaluasi.objects.get()
        for nomor in range(4):
            panggung_publik.masukan(
                satu, f"Usul warga {nomor}.", tentang="layanan", status="ditolak"
            )
        alamat = reverse("umpan_balik:forum_warga", args=[satu.kode])
        lakon.keluar()
        layar.buka(alamat)
        hal.fill("#teks", HALTE)
        hal.check("[name=tentang][value=petugas]", force=True)
        layar.periksa("denpasar-forum-warga")
        hal.get_by_role("button", name="Kirim").click()
        hal.get_by_role("heading", name="Terima kasih").wait_for()
        assert MasukanMasyarakat.objects.filter(teks=HALTE, status="menunggu").exists()

        # Citra reads what waits, publishes it, and ties it to the person it is about.
        lakon.sebagai(para.citra)
        hal.click("main .tugas a[href*='/umpan-balik/tulisan/']")
        layar.potret("denpasar-antrean-tulisan")
        lakon.klik("Baca dan putuskan")
        lakon.klik("Terbitkan")
        hal.fill("[name=kaitkan-pegawai]", made.nip)
        hal.locator(".saran:not([hidden]) [role=option]").first.click()
        layar.periksa("denpasar-kaitkan")
        hal.click("form[action$='/kaitkan/'] button")
        lakon.terlihat("Dikaitkan dengan")

        # The right of reply comes first; then her rater reads both, and no number.
        suara = reverse("umpan_balik:suara_pegawai", args=[made.pk])
        lakon.sebagai(para.budi, suara)
        expect(hal.get_by_text(HALTE)).to_have_count(0)
        lakon.sebagai(made)
        hal.click("main .tugas a[href='/umpan-balik/suara/']")
        lakon.terlihat(HALTE)
        hal.fill("main [name=teks]", JAWABAN)
        layar.periksa("denpasar-suara-saya")
        lakon.klik("Kirim tanggapan")
        lakon.terlihat("Tanggapan tersimpan")
        lakon.sebagai(para.budi, suara)
        lakon.terlihat(HALTE)
        lakon.terlihat(JAWABAN)
        layar.potret("denpasar-suara-penilai")
        lakon.keluar()
        layar.buka(alamat)
        expect(hal.get_by_text(HALTE)).to_have_count(0)  # what is about a person isn't public


def hasil(lakon, made) -> None:
    """January: the verified achievement stands for the rating, and on her page of reasons."""
    layar, para = lakon.layar, lakon.para
    with pentas.pada_hari(dt.date(2027, 1, 5)):
        lk.malam()
        lk.tetapkan_capaian(lakon)
        lk.buka_lembar(lakon, made)
        for teks in (CAPAIAN, "Penumpang menunggu 31 menit.", "Menunggu 12 menit."):
            lakon.terlihat(teks)
        layar.potret("denpasar-ruang")
        # No reason is asked for Di Atas: a verified achievement is the reason.
        lk.nilai(lakon, "di_atas", "di_atas", alasan_perilaku=ALASAN)
        lakon.terlihat("Penilaian Made Lalulintas tersimpan")
        lk.buka_lembar(lakon, para.andi)
        lakon.klik("Sesuai / sesuai, lanjut", di=".bilah-aksi")
        lakon.terlihat("Andi Pegawai: Sesuai Ekspektasi")
        lk.sampaikan(lakon, 2)
        lk.terima(lakon, para.andi)
        satu = lk.terima(lakon, made)
        lakon.terlihat(CAPAIAN)
        layar.potret("denpasar-mengapa")
        isi = lakon.cetakan(reverse("dokumen:evaluasi", args=[satu.pk]))
        for teks in ("Made Lalulintas", "SANGAT BAIK", CAPAIAN):
            assert teks.casefold() in isi.casefold(), (teks, isi)
    with pentas.pada_hari(dt.date(2027, 1, 25)):
        lk.malam()
    satu.refresh_from_db()
    assert (satu.status, satu.predikat) == ("final", "sangat_baik")


def impor(lakon, made, berkas) -> None:
    """The two years before Tera come from the agency's sheet: checked first, then kept."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    berkas.write_text(
        "NIP;TAHUN;RATING HASIL KERJA;RATING PERILAKU KERJA\n"
        f"{made.nip};2024;Sesuai Ekspektasi;Sesuai Ekspektasi\n"
        f"{made.nip};2025;Di Atas Ekspektasi;Di Atas Ekspektasi\n"
        f"{para.andi.nip};2024;Di Bawah Ekspektasi;Di Bawah Ekspektasi\n"
        f"{para.andi.nip};2025;Sesuai Ekspektasi;Sesuai Ekspektasi\n"
    )
    with pentas.pada_hari(dt.date(2027, 2, 3)):
        lakon.sebagai(para.citra, reverse("integrasi:periode", args=[para.periode.pk]))
        for simpan, kata in ((False, "Hanya diperiksa"), (True, "Hasilnya disimpan")):
            hal.select_option("#form-tukar [name=jenis]", "terdahulu")
            hal.set_input_files("#form-tukar [name=berkas]", berkas)
            hal.set_checked("#form-tukar [name=simpan]", simpan)
            lakon.klik("Periksa berkas")
            lakon.terlihat(kata)
            lakon.terlihat("4 baris dibaca, 4 diterima, 0 ditolak")
        layar.potret("denpasar-impor")
        assert HasilTerdahulu.objects.filter(pegawai=made).count() == 2


def ditemukan(lakon, made, wayan) -> None:
    """Three years and an achievement lead to a proposal, two other people's part, and her file."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 2, 3), jam=3):
        lakon.sebagai(para.citra, reverse("tindak_lanjut:talenta_konsisten"))
        lakon.terlihat("Made Lalulintas")
        expect(hal.locator("main >> text=Andi Pegawai")).to_have_count(0)
        layar.potret("denpasar-konsisten")

        layar.buka(reverse("tindak_lanjut:talenta_cocok_baru"))
        hal.fill("[name=jabatan_target]", JABATAN)
        hal.fill("[name=keperluan]", "Jabatan lowong sejak 1 Februari 2027")
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
        hal.fill("[name=bukti]", "Predikat 2024 sampai 2026; capaian 4 Mei 2026, diverifikasi.")
        layar.potret("denpasar-usul")
        hal.click(".bilah-aksi button.tombol-utama")
        lakon.klik("Ajukan usul", di=".bilah-aksi")
        hal.wait_for_selector("main >> text=/Menunggu telaah/")
        usul = UsulKarier.objects.get()
        assert (usul.pegawai, usul.jabatan_target) == (made, JABATAN)

        # Who reviews is another than who proposed, and who decides is a third.
        lakon.sebagai(wayan)
        lakon.klik("Telaah")
        lakon.klik("Telaah usul", di=".bilah-aksi")
        hal.fill("[name=catatan]", "Pangkat dan predikat terpenuhi; bukti capaian diperiksa.")
        hal.click(".bilah-aksi button.tombol-utama")
        hal.wait_for_selector("main >> text=/Menunggu putusan/")
        lakon.sebagai(para.bupati)
        lakon.klik("Buka usul")
        lakon.klik("Putuskan usul", di=".bilah-aksi")
        hal.check("[name=hasil][value=setuju]", force=True)
        hal.fill("[name=alasan]", "Buktinya jelas dan terperiksa.")
        hal.fill("[name=nomor]", "821.2/17/BKPSDM")
        hal.fill("[name=tanggal]", "2027-02-03")
        hal.click(".bilah-aksi button.tombol-utama")
        lakon.terlihat("821.2/17/BKPSDM")
        layar.potret("denpasar-diputus")
        lakon.klik("Cetak berkas karier")
        hal.fill("[name=keperluan]", "Rapat penetapan 3 Februari 2027")
        alamat = reverse("dokumen:berkas_karier", args=[usul.pk])
        # A browser without a reader of PDF takes it as a download and stays on the page.
        with hal.expect_response(lambda jawab: jawab.url.endswith(alamat) and jawab.ok):
            lakon.klik("Cetak PDF", di=".bilah-aksi")
        isi = lakon.cetakan(alamat)
        for teks in ("Made Lalulintas", JABATAN, "Rekap e-Kinerja", CAPAIAN, "821.2/17/BKPSDM"):
            assert teks in isi, (teks, isi)

        lakon.sebagai(made, "/notifikasi/")
        lakon.klik("Usul karier tentang Anda disetujui")
        lakon.terlihat("821.2/17/BKPSDM")
        layar.buka(reverse("tindak_lanjut:talenta_saya"))
        lakon.terlihat(JABATAN)
        for teks in ("2024", "2025", "2026", "Rapat penetapan 3 Februari 2027"):
            lakon.terlihat(teks)
        layar.periksa("denpasar-berkas-saya")


def test_a_shorter_wait_is_counted_heard_and_leads_to_a_strategic_post_after_three_years(
    layar, tmp_path
):
    with pentas.pada_hari():
        lakon, made, wayan = panggung(layar)
    rencana(lakon, made)
    capaian(lakon, made)
    forum(lakon, made)
    hasil(lakon, made)
    impor(lakon, made, tmp_path / "Rekap e-Kinerja 2024-2025.csv")
    ditemukan(lakon, made, wayan)
