"""Kotabumi, whole: a plan of speed, accuracy and communication, its result, and what follows."""

import datetime as dt
import io

import pikepdf
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alur import lakon_kinerja as lk
from alur import pentas
from pemeran import buat_pemeran
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import TimKerja
from tera.skp.models import SKP, IndikatorKinerja
from tera.tindak_lanjut.models import Pendampingan, TemuPendampingan
from tera.umpan_balik.models import PermintaanUmpanBalik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
RHK_ATASAN = "Warga memperoleh dokumen kependudukan yang cepat dan benar"
DARI_REKAN = (
    ("perilaku:KOM", "Memeriksa ulang entri distrik sebelum dikirim; tidak ada yang kembali."),
    ("perilaku:KOL", "Membantu loket dua saat antrean panjang hari Selasa kemarin."),
    ("umum", "Catatan kerjanya mudah dilanjutkan waktu ia sedang dinas luar."),
)
BUKTI = "Rekap anomali SIAK Desember"
DARI_BUDI = "Tiga entri bulan lalu keliru; periksa dengan surat kelahiran."
TANGGAPAN = "Baik, sejak pekan ini diperiksa berdua."
ALASAN = "Tiga rekan mencatat bantuannya; ia membuka catatannya kepada semua loket."


def panggung(layar):
    para = buat_pemeran()
    sari = pentas.orang(
        para, para.bidang, "Sari Adminduk", "199404042019042004", "fungsional",
        "Administrator Database Kependudukan Terampil", jenjang="terampil",
    )  # fmt: skip
    rina, hana = (
        pentas.orang(
            para,
            para.bidang,
            nama,
            f"19910101201501{nomor:04d}",
            "pelaksana",
            "Pengolah Data dan Informasi",
        )
        for nomor, nama in enumerate(("Rina Marlina", "Hana Rekan"), start=1)
    )
    pentas.rencana(
        para, para.budi, para.fajar, [(RHK_ATASAN, [("kuantitas", "Dokumen terbit", "9.000")])]
    )
    return lk.Lakon(layar, para), sari, rina, hana


def _pilih_saran(layar, nomor: int, kata: str, penanda: str) -> str:
    """Type ``kata`` in an indicator and take the suggestion that says ``penanda`` by keyboard."""
    hal = layar.halaman
    kolom = hal.locator(f"[name=utama-0-indikator-{nomor}-teks]")
    assert kolom.get_attribute("aria-autocomplete") == "list"
    kolom.click()
    kolom.press_sequentially(kata, delay=15)
    pilihan = hal.locator(".saran:not([hidden]) [role=option]")
    pilihan.first.wait_for()
    daftar = [pilihan.nth(n).get_attribute("data-nilai") for n in range(pilihan.count())]
    letak = next((n for n, teks in enumerate(daftar) if penanda in teks), None)
    assert letak is not None, f"{kata}: {daftar}"
    for _ in range(letak + 1):
        kolom.press("ArrowDown")
    aktif = kolom.get_attribute("aria-activedescendant")
    assert penanda in hal.locator(f"#{aktif}").inner_text()
    if nomor == 2:
        layar.periksa("kotabumi-saran")
    kolom.press("Enter")
    assert penanda in kolom.input_value()
    return kolom.input_value()


def rencana(lakon, sari) -> int:
    """January: a gentle hint, suggestions, then the plan is sent, set, printed and verified."""
    layar, hal = lakon.layar, lakon.hal
    with pentas.pada_hari():
        lakon.sebagai(sari)
        layar.periksa("kotabumi-beranda")
        pk = pentas.buat_draf(layar)
        # An activity instead of a result: the hint is gentle, says why and how, and nothing stops.
        pentas.isi_rhk(hal, "utama-0", "Melaksanakan pelayanan dokumen kependudukan", RHK_ATASAN)
        pentas.simpan(layar)
        saran = hal.locator(".skp-saran").first
        saran.locator("summary").click()
        expect(saran).to_contain_text("hasil", ignore_case=True)
        layar.periksa("kotabumi-saran-rhk")
        hal.fill("[name=utama-0-teks]", "Dokumen kependudukan terbit cepat dan benar")
        pentas.isi_indikator(
            hal, "utama-0", 0, "kuantitas", "Jumlah data anomali yang diselesaikan", "1.200 data"
        )
        akurat = _pilih_saran(layar, 1, "akurasi", "Akurasi entri")
        cepat = _pilih_saran(layar, 2, "kecepatan", "1 hari kerja")
        hal.fill("[name=utama-0-indikator-1-target]", "99,8")
        hal.fill("[name=utama-0-indikator-2-target]", "95")
        hal.click("#utama-0 button:has-text('Tambah indikator')")
        hal.select_option("[name=utama-0-indikator-3-aspek]", "kualitas")
        santun = _pilih_saran(layar, 3, "komunikasi", "santun")
        hal.fill("[name=utama-0-indikator-3-target]", "92")
        pentas.simpan(layar)
        expect(hal.locator("#utama-0 .skp-saran")).to_have_count(0)
        hal.click("text=Baca rubrik")
        hal.wait_for_url("**/skp/rubrik/")
        expect(hal.locator("main >> text=usulan, bukan peraturan").first).to_be_attached()
        layar.periksa("kotabumi-rubrik")
        layar.buka(f"/skp/{pk}/sunting/")
        pentas.kirim(layar)
        layar.periksa("kotabumi-diajukan")
        lk.tetapkan_skp(lakon, pk)

        lakon.sebagai(sari, f"/skp/{pk}/")
        layar.periksa("kotabumi-ditetapkan")
        skp = SKP.objects.get(pk=pk)
        assert skp.status == "ditetapkan"
        assert not skp.terlambat
        assert skp.daftar_rhk.get().klasifikasi == "individu"
        tersimpan = dict(IndikatorKinerja.objects.filter(rhk__skp=skp).values_list("teks", "aspek"))
        assert tersimpan[akurat] == tersimpan[santun] == "kualitas"
        assert tersimpan[cepat] == "waktu"
        # The library gave the unit with the sentence, so that nobody types it twice.
        assert list(
            IndikatorKinerja.objects.filter(rhk__skp=skp, teks__in=[akurat, cepat, santun])
            .order_by("urut")
            .values_list("target", "satuan")
        ) == [("99,8", "%"), ("95", "%"), ("92", "%")]
        alamat = hal.locator("main a:has-text('Cetak SKP')").get_attribute("href")
        jawab = hal.request.get(layar.alamat + alamat)
        isi = lk.baca(jawab.body())
        for teks in ("Sari Adminduk", akurat, cepat, santun):
            assert teks in isi
        # A guest follows the address of the QR code.
        lakon.keluar()
        layar.buka(_alamat_qr(jawab.body()))
        expect(hal.locator("main >> text=/^Sah$/")).to_be_visible()
        assert "Sari" not in hal.inner_text("body")
        layar.periksa("kotabumi-periksa")
    return pk


def _alamat_qr(isi: bytes) -> str:
    """Return the path of the check that the printed QR code names in its alternative text."""
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        daftar = [
            str(satu.Alt)
            for satu in pdf.objects
            if isinstance(satu, pikepdf.Dictionary) and "/Alt" in satu
        ]
    alamat = next(satu for satu in daftar if "/periksa/" in satu)
    return alamat[alamat.index("/periksa/") :]


def rencana_rekan(lakon, rina) -> None:
    """Her colleagues plan too: Andi by hand, Rina from his, and Budi sets what he has read."""
    hal, andi = lakon.hal, lakon.para.andi
    with pentas.pada_hari(dt.date(2026, 1, 23)):
        satu = lk.susun_skp(
            lakon, andi, "Data ganda penduduk turun", RHK_ATASAN,
            [
                ("kuantitas", "Jumlah data ganda yang diselesaikan", "600 data"),
                ("kualitas", "Persentase data ganda yang tidak kembali", "95 %"),
            ],
        )  # fmt: skip
        lk.tetapkan_skp(lakon, satu)
        lakon.sebagai(rina)
        dua = pentas.buat_draf(lakon.layar)
        lakon.klik("Salin dari SKP lain")
        hal.select_option("[name=sumber]", label="Andi Pegawai, 2026 (Ditetapkan)")
        hal.click("button[form=salin]")
        hal.wait_for_url("**/sunting/")
        hal.locator("[name$=-rhk_pimpinan]").first.select_option(label=RHK_ATASAN)
        pentas.kirim(lakon.layar)
        lk.tetapkan_skp(lakon, dua)
    assert SKP.objects.filter(status="ditetapkan", pegawai__in=(andi, rina)).count() == 2


def laporan(lakon, sari, skp_pk: int) -> None:
    """December: she reports all four indicators, shows evidence, and asks her atasan by one tap."""
    hal, periode = lakon.hal, lakon.para.periode.pk
    lembar = f"/pelaksanaan/{skp_pk}/{periode}/"
    with pentas.pada_hari(dt.date(2026, 12, 8)):
        lakon.sebagai(sari, lembar)
        hal.fill("[id^=r][id$=_teks]", "Membersihkan data ganda tiga distrik")
        hal.locator("button:has-text('Tambah')").first.click()
        lakon.terlihat("Membersihkan data ganda tiga distrik")
        for nomor, nilai in enumerate(("1.310", "99,9", "97", "92")):
            satu = hal.locator("article.kerja-indikator").nth(nomor)
            satu.locator("input[name$=nilai]").fill(nilai)
            satu.locator("button:has-text('Laporkan')").click()
            expect(
                hal.locator("article.kerja-indikator").nth(nomor).locator(".lencana").first
            ).to_be_visible()
        lakon.klik("Lampirkan bukti")
        hal.fill("[name=nama]", BUKTI)
        hal.fill("[name=url]", "https://contoh.id/rekap-anomali")
        lakon.klik("Lampirkan", di=".bilah-aksi")
        lakon.terlihat(BUKTI)
        lakon.layar.potret("kotabumi-lembar")
        lakon.klik("Minta umpan balik penilai")
        lakon.terlihat("Permintaan terkirim kepada Budi Penilai")
        lakon.sebagai(lakon.para.budi, f"/pelaksanaan/tim/{periode}/")
        for sisa in (3, 2, 1, 0):
            lakon.klik("Verifikasi")
            expect(hal.locator(".kerja-antre button:has-text('Verifikasi')")).to_have_count(sisa)
        lakon.layar.potret("kotabumi-tim")


def umpan_balik(lakon, sari, rekan) -> None:
    """Her atasan answers what she asked, three peers write, she answers the one that asks more."""
    layar, hal, budi = lakon.layar, lakon.hal, lakon.para.budi
    with pentas.pada_hari(dt.date(2026, 12, 9)):
        # He finds it at home; a word about the person is pointed out once.
        lakon.sebagai(budi)
        lakon.klik("Tulis umpan balik")
        layar.potret("kotabumi-diminta")
        lakon.klik("Tulis umpan balik")
        hal.fill("[name=teks]", "Anda malas memeriksa ulang. Tiga entri bulan lalu keliru.")
        lakon.klik("Kirim umpan balik")
        lakon.terlihat("“malas”")
        layar.periksa("kotabumi-nasihat")
        hal.check("[name=jenis][value=perbaikan]")
        hal.fill("[name=teks]", DARI_BUDI)
        lakon.klik("Kirim umpan balik")
        lakon.terlihat("Umpan balik terkirim")
        minta = PermintaanUmpanBalik.objects.get()
        assert minta.tentang == "Dokumen kependudukan terbit cepat dan benar"
        assert minta.jawaban is not None
        for orang, (sasaran, teks) in zip(rekan, DARI_REKAN, strict=True):
            lakon.sebagai(orang, "/umpan-balik/beri/")
            lakon.klik("Sari Adminduk")
            hal.check("[name=jenis][value=apresiasi]")
            hal.select_option("[name=sasaran]", sasaran)
            hal.fill("[name=teks]", teks)
            lakon.klik("Kirim umpan balik")
            lakon.terlihat("Umpan balik terkirim")
        layar.buka("/umpan-balik/diberikan/")
        layar.potret("kotabumi-diberikan")

        # She reads all four the same minute.
        lakon.sebagai(sari)
        expect(hal.locator(".tugas-judul:has-text('4 umpan balik baru')")).to_be_visible()
        layar.potret("kotabumi-beranda-umpan")
        lakon.klik("Baca umpan balik")
        lakon.terlihat(DARI_REKAN[1][1])
        layar.potret("kotabumi-umpan")
        lakon.klik("Budi Penilai")
        hal.fill("[name=teks]", TANGGAPAN)
        layar.potret("kotabumi-umpan-rincian")
        lakon.klik("Kirim tanggapan")
        lakon.terlihat("Tanggapan terkirim")


def hasil(lakon, sari, rina) -> Evaluasi:
    """January: swakaji, three results, and hers traced to the evidence and printed."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 1, 5)):
        lk.malam()
        lakon.sebagai(sari)
        lakon.terlihat("7 Januari 2027")
        lakon.klik("Isi swakaji")
        hal.fill("[name=ringkasan]", "Anomali turun; entri diperiksa dua kali sejak Maret.")
        hal.check("[name=perilaku-BP][value=sesuai]", force=True)
        layar.potret("kotabumi-swakaji")
        lakon.klik("Kirim ke penilai", di=".bilah-aksi")
        lakon.terlihat("Swakaji terkirim")
        lk.tetapkan_capaian(lakon)

        # Rating, Budi has each piece at its row.
        evaluasi = lk.buka_lembar(lakon, sari)
        for teks in (*(satu[1] for satu in DARI_REKAN), DARI_BUDI, TANGGAPAN, BUKTI):
            lakon.terlihat(teks)
        lakon.terlihat("Anomali turun; entri diperiksa dua kali")
        layar.periksa("kotabumi-ruang")
        lk.nilai(lakon, "sesuai", "di_atas", alasan_perilaku=ALASAN)
        lakon.terlihat("Penilaian Sari Adminduk tersimpan")
        lk.buka_lembar(lakon, para.andi)
        lk.nilai(
            lakon, "di_atas", "di_atas", alasan_hasil="Data ganda turun separuh, 640 dari 600.",
            alasan_perilaku="Mengajari dua rekan mencari data ganda.",
        )  # fmt: skip
        lakon.terlihat("Penilaian Andi Pegawai tersimpan")
        lk.buka_lembar(lakon, rina)
        lk.nilai(
            lakon, "di_bawah", "sesuai", alasan_hasil="Baru 210 dari 600 data; perlu pendamping."
        )
        lakon.terlihat("Penilaian Rina Marlina tersimpan")
        lk.sampaikan(lakon, 3)
        for orang in (para.andi, rina):
            lk.terima(lakon, orang)

        lk.terima(lakon, sari)
        layar.periksa("kotabumi-hasil")
        return evaluasi


def telusur(lakon, evaluasi) -> None:
    """Why this result: from the predikat to each number, each word, and the evidence itself."""
    layar, hal = lakon.layar, lakon.hal
    with pentas.pada_hari(dt.date(2027, 1, 5), jam=3):
        lakon.sebagai(evaluasi.pegawai, f"/evaluasi/{evaluasi.pk}/")
        mengapa = hal.locator("section.kartu:has(h2:has-text('Mengapa hasil ini?'))")
        for teks in ("Baik", "Gita Bupati", "Budi Penilai", ALASAN):
            expect(mengapa).to_contain_text(teks)
        for lipatan in mengapa.locator("summary").all():
            lipatan.click()
        for teks in ("99,9", DARI_BUDI, DARI_REKAN[0][1]):
            expect(mengapa.get_by_text(teks).first).to_be_visible()
        bukti = mengapa.locator(f"a:has-text('{BUKTI}')")
        assert bukti.get_attribute("href") == "https://contoh.id/rekap-anomali"
        layar.periksa("kotabumi-mengapa")
        isi = lakon.cetakan(
            hal.locator("main a:has-text('Cetak formulir evaluasi')").get_attribute("href")
        )
        for teks in (
            "Sari Adminduk", "Budi Penilai", "Akurasi entri", "99,9", "BAIK", DARI_BUDI,
        ):  # fmt: skip
            assert teks in isi, (teks, isi)


def proyek(lakon) -> None:
    """The strong colleague is proposed to lead, Fajar decides, and the next SKP offers the work."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 1, 25)):
        lk.malam()
        lakon.sebagai(para.budi, reverse("tindak_lanjut:pengembangan_orang", args=[para.andi.pk]))
        lakon.klik("Usulkan tugas menantang")
        hal.check("[name=jenis][value=pimpin_tim]", force=True)
        hal.fill("[name=judul]", "Tim data ganda")
        hal.fill("[name=alasan]", "Data ganda turun separuh di tangannya; rekan belajar darinya.")
        hal.fill("[name=mulai]", "2027-02-01")
        hal.fill("[name=selesai]", "2027-06-30")
        lakon.terlihat("Predikat 2026: Sangat Baik")  # what the proposal stands on
        layar.potret("kotabumi-usul-proyek")
        hal.click(".bilah-aksi button")
        lakon.terlihat("Usul tugas terkirim")
        layar.potret("kotabumi-usul-terkirim")

        # Budi's superior finds it at home and decides, with a letter.
        lakon.sebagai(para.fajar)
        lakon.terlihat("1 usul tugas menantang menunggu putusan Anda")
        layar.potret("kotabumi-beranda-pemutus")
        lakon.klik("Putuskan")
        lakon.klik("Putuskan", di=".bilah-aksi")
        hal.check("[name=setuju][value=ya]", force=True)
        hal.fill("[name=alasan]", "Buktinya kuat.")
        hal.fill("[name=nomor_surat]", "800/21/DUKCAPIL")
        layar.potret("kotabumi-putus-proyek")
        hal.click(".bilah-aksi button")
        lakon.terlihat("800/21/DUKCAPIL")
        assert TimKerja.objects.get().ketua == para.andi
        layar.potret("kotabumi-proyek-diputus")

    # He leads from its first day; the plan of the new year offers what the letter gave him.
    with pentas.pada_hari(dt.date(2027, 2, 2)):
        lakon.sebagai(para.andi, "/notifikasi/")
        lakon.klik("Usul tugas menantang bagi Andi Pegawai disetujui")
        lakon.terlihat("800/21/DUKCAPIL")
        layar.buka("/tim/")
        lakon.terlihat("Tim data ganda")
        pk = pentas.buat_draf(layar)
        lakon.klik("Ambil dari tugas")
        layar.potret("kotabumi-ambil-tugas")
        hal.get_by_label("Tim data ganda (800/21/DUKCAPIL)").check(force=True)
        lakon.klik("Masukkan ke draf", di=".bilah-aksi")
        hal.wait_for_url("**/sunting/**")
        layar.potret("kotabumi-draf-tugas")
        baris = SKP.objects.get(pk=pk).daftar_rhk.get()
        assert (baris.teks, baris.jenis, baris.penugasan_dari) == (
            "Tim data ganda", "tambahan", "800/21/DUKCAPIL",
        )  # fmt: skip


def pendampingan(lakon, rina) -> None:
    """The weaker one gets a mentor: both agree, they meet, and what they say stays theirs."""
    layar, hal, para = lakon.layar, lakon.hal, lakon.para
    with pentas.pada_hari(dt.date(2027, 2, 3)):
        lakon.sebagai(para.budi, reverse("tindak_lanjut:pengembangan_orang", args=[rina.pk]))
        lakon.klik("Usulkan pembimbing")
        hal.fill("[name=tujuan]", "Memeriksa data ganda sendiri, tanpa menunggu koreksi.")
        hal.select_option("[name=jenis]", "mentoring")
        hal.select_option("[name=pembimbing]", label="Andi Pegawai")
        hal.fill("[name=mulai]", "2027-02-03")
        hal.fill("[name=selesai]", "2027-05-28")
        layar.potret("kotabumi-usul-pembimbing")
        lakon.klik("Kirim usul", di=".bilah-aksi")
        lakon.terlihat("Pendampingan diusulkan")
        for orang, kata in ((para.andi, "Anda sudah menyetujui"), (rina, "Jadwalkan pertemuan")):
            lakon.sebagai(orang)
            lakon.klik("Baca usul")
            lakon.klik("Setujui", di=".bilah-aksi")
            lakon.terlihat(kata)
        lakon.klik("Jadwalkan pertemuan")
        hal.fill("[name=tanggal]", "2027-02-03")
        hal.fill("[name=jam_mulai]", "10:00")
        hal.fill("[name=tempat]", "Ruang data")
        layar.potret("kotabumi-temu")
        lakon.klik("Jadwalkan pertemuan", di=".bilah-aksi")
        lakon.terlihat("Pertemuan dijadwalkan")
        satu = Pendampingan.objects.get()
        assert (satu.pembimbing, satu.pegawai, satu.status) == (para.andi, rina, "berjalan")

        lakon.sebagai(para.andi, reverse("tindak_lanjut:pendampingan", args=[satu.pk]))
        layar.periksa("kotabumi-pendampingan")
        lakon.klik("3 Februari 2027")
        hal.fill("[name=catatan-teks]", "Mulai dari tiga kasus nama kembar, lalu periksa berdua.")
        lakon.klik("Simpan catatan")
        lakon.terlihat("Catatan tersimpan")
        lakon.klik("Selesaikan pertemuan", di=".bilah-aksi")
        lakon.terlihat("Pertemuan selesai")
        layar.potret("kotabumi-temu-selesai")
        # Budi sees that they met, not what they said.
        lakon.sebagai(para.budi, reverse("tindak_lanjut:pendampingan", args=[satu.pk]))
        lakon.terlihat("3 Februari 2027")
        assert hal.locator("main a:has-text('Rabu, 3 Februari 2027')").count() == 0
        temu = TemuPendampingan.objects.get().pertemuan_id
        assert hal.request.get(f"{layar.alamat}/dialog/pertemuan/{temu}/").status == 404


def test_a_year_from_a_plan_with_speed_accuracy_and_communication_to_a_project_and_a_mentor(layar):
    with pentas.pada_hari():
        lakon, sari, rina, hana = panggung(layar)
    skp = rencana(lakon, sari)
    rencana_rekan(lakon, rina)
    laporan(lakon, sari, skp)
    umpan_balik(lakon, sari, (lakon.para.andi, rina, hana))
    evaluasi = hasil(lakon, sari, rina)
    telusur(lakon, evaluasi)
    proyek(lakon)
    pendampingan(lakon, rina)
