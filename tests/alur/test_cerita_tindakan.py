"""After the result, from end to end: support, counsel, an agreement, an award, angka kredit."""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from alur import lakon_lanjut as lakon
from alur import pentas
from pemeran import Pemeran, buat_pemeran
from tera.evaluasi.models import Evaluasi
from tera.organisasi.forms.saran import tulis_pegawai, tulis_unit
from tera.organisasi.models import Pegawai, PeranPetugas

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
LEMAH = "480 dari 1.200 data; laporan Mei sampai Juli tidak ada."
RAHASIA = "Orang tuanya sakit sejak April."
SARAN = "Atur dua hari kerja di kantor distrik sampai Juni."
KEMAJUAN = "290 data bulan ini; laporan Februari dikirim tepat waktu."
TINJAU = "Sudah mendekati 300; pertahankan jadwal Jumat."
BERHASIL = "Antrean perekaman turun separuh; caranya dipakai dua distrik."
PANDANGAN = (
    ("eka", "mendukung", "Cara kerjanya ditiru; registernya diperiksa."),
    ("citra", "tidak_mendukung", "Baru setahun; tunggu dampaknya menetap."),
    ("fajar", "abstain", "Atasan dari penilainya."),
)


def test_what_follows_a_result_reaches_its_end(layar, tmp_path) -> None:
    with pentas.pada_hari(dt.date(2027, 1, 11)):
        para, joko, wulan = _panggung()
        _siapkan_catatan(layar, para, joko, wulan)
        lakon.pekerja()
        lakon.tetapkan_capaian(layar, para, para.periode)
        pentas.masuk(layar, para.budi)
        for satu in (
            lakon.Nilai(para.andi, "di_bawah", "sesuai", LEMAH),
            lakon.Nilai(joko, "di_atas", "sesuai", "Antrean perekaman turun separuh."),
            lakon.Nilai(wulan),
        ):
            lakon.nilai(layar, para.periode, satu)
        lakon.sampaikan(layar, para.periode, 3)
        lakon.pekerja()
        lakon.terima(layar, (para.andi, joko, wulan))
    # The days of objection pass in silence; what follows a final result is there by itself.
    with pentas.pada_hari(dt.date(2027, 2, 15)):
        lakon.pekerja()
        assert set(Evaluasi.objects.values_list("status", flat=True)) == {"final"}
        jalur = _rencana_dan_konseling(layar, para)
        _angka_kredit(layar, para, joko)
    with pentas.pada_hari(dt.date(2027, 3, 15)):
        lakon.pekerja()
        _tinjau_dan_simpulkan(layar, para, jalur)
        _perjanjian(layar, para, wulan, tmp_path)
        _penghargaan(layar, para, joko)


def _panggung() -> tuple[Pemeran, Pegawai, Pegawai]:
    """The year is over; three plans were in force; a PyB and a pejabat pembina are in office."""
    para = buat_pemeran()
    for orang, peran in ((para.bupati, "pejabat_pembina"), (para.fajar, "pyb")):
        PeranPetugas.objects.create(
            instansi=para.instansi, pegawai=orang, peran=peran, unit=para.kabupaten,
            sejak=dt.date(2026, 1, 1), dasar=f"SK {peran}",
        )  # fmt: skip
    joko = pentas.orang(
        para, para.bidang, "Joko Prakom", "198812122015031007", "fungsional",
        "Pranata Komputer Ahli Muda", jenjang="ahli_muda",
    )  # fmt: skip
    wulan = pentas.orang(
        para, para.bidang, "Wulan Kontrak", "199001012024212008", "pelaksana",
        "Operator Layanan Operasional",
    )  # fmt: skip
    joko.tmt_golongan = dt.date(2024, 4, 1)
    wulan.status, wulan.golongan = "pppk", "VII"
    for orang in (joko, wulan):
        orang.save()
    for orang in (para.andi, joko, wulan):
        pentas.rencana(
            para, orang, para.budi,
            [("Data penduduk mutakhir", [("kuantitas", "Jumlah data", "1.200 data")])],
        )  # fmt: skip
    return para, joko, wulan


def _siapkan_catatan(layar, para, joko, wulan) -> None:
    """The pengelola copies the agreement and the SK of the jenjang from paper."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/tindak-lanjut/perjanjian/")
    expect(hal.get_by_text("Tidak ada yang mendekati akhir")).to_be_visible()
    hal.click("main a:has-text('Catat perjanjian')")
    for nama, isi in {
        "nip": wulan.nip, "nomor": "PK/12/2024", "mulai": "2024-10-01", "selesai": "2027-09-30",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    catat = ".bilah-aksi button:has-text('Catat perjanjian')"
    lakon.tekan(layar, catat, "main >> text=Perjanjian dicatat")
    layar.buka("/angka-kredit/unit/")
    hal.click("main a:has-text('Joko Prakom')")
    for nama, isi in {
        "mulai": "2026-01-01", "nomor_sk": "800/1/2025", "tanggal_sk": "2025-12-20",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    hal.select_option("[name=cara_masuk]", "pengangkatan_pertama")
    layar.potret("tindakan-jenjang")
    catat = ".bilah-aksi button:has-text('Catat jenjang')"
    lakon.tekan(layar, catat, "main >> text=Jenjang tercatat")


def _rencana_dan_konseling(layar, para) -> str:
    """Budi writes the plan, Andi agrees; the counsellor's note is theirs, Budi reads the advice."""
    hal = layar.halaman
    pentas.masuk(layar, para.budi)
    hal.click("main .tugas a:has-text('Susun rencana')")
    jalur = urlsplit(hal.url).path
    hal.click(".bilah-aksi a:has-text('Susun rencana')")
    expect(hal.locator("[name=butir-0-bukti]")).to_have_value(LEMAH)
    for nama, isi in {
        "pengantar": "Sudah dibicarakan berdua.",
        "butir-0-rujukan": "Data penduduk mutakhir",
        "butir-0-uraian": "Data dimutakhirkan tiap minggu",
        "butir-0-ukuran": "300 data tiap bulan",
        "butir-0-dukungan": "Satu rekan membantu dua hari seminggu",
    }.items():
        hal.fill(f"[name={nama}]", isi)
    layar.potret("tindakan-susun")
    lakon.tekan(layar, "button[name=kirim]", "main >> text=Rencana dikirim")
    pentas.masuk(layar, para.andi)
    hal.click("main .tugas a:has-text('Baca rencana')")
    lakon.tekan(layar, ".bilah-aksi button:has-text('Setujui rencana')", "#tinjauan")
    expect(hal.locator("#tinjauan li")).to_have_count(6)
    expect(hal.locator("#tinjauan li").first).to_contain_text("15 Maret 2027")
    layar.potret("tindakan-berjalan")

    pentas.masuk(layar, para.budi)
    layar.buka(jalur)
    hal.click("main a:has-text('Tunjuk konselor')")
    hal.check("[name=jenis_konselor][value=fungsional]", force=True)
    for nama, isi in {
        "nip": para.eka.nip, "dasar": "800/41/KONSELOR", "tanggal": "2027-02-15",
        "jam": "10:00", "tempat": "Ruang konseling lantai dua",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    jadwal = ".bilah-aksi button:has-text('Jadwalkan')"
    lakon.tekan(layar, jadwal, "main >> text=Konseling dijadwalkan")
    pentas.masuk(layar, para.eka)
    hal.click("main .tugas a:has-text('Lihat jadwal')")
    konseling = urlsplit(hal.url).path
    hal.click(".bilah-aksi a:has-text('Isi formulir konseling')")
    for nama, isi in {
        "tanggal": "2027-02-15", "masalah": "Laporan bulanan berhenti sejak Mei.",
        "penyebab": RAHASIA, "pemecahan": "Kerja dari kantor distrik dua hari seminggu.",
        "uraian_rekomendasi": SARAN,
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    hal.check("[name=rekomendasi][value=bimbingan]", force=True)
    layar.potret("tindakan-konseling")
    lapor = ".bilah-aksi button:has-text('Laporkan rekomendasi')"
    lakon.tekan(layar, ".bilah-aksi button:has-text('Simpan formulir')", lapor)
    lakon.tekan(layar, lapor, "main >> text=Dilaporkan kepada Budi Penilai")

    # Neither the officer nor the PyB nor a stranger finds it; the rater reads the advice alone.
    for orang in (para.citra, para.fajar, para.dewi):
        assert lakon.baca(layar, orang, konseling)[0] == 404, orang.nama
    status, isi = lakon.baca(layar, para.budi, konseling)
    assert (status, SARAN in isi, RAHASIA in isi) == (200, True, False)
    isi = lakon.baca(layar, para.andi, konseling)[1]
    assert RAHASIA in isi
    assert "Budi Penilai" in isi[isi.index("Siapa yang membuka") :]
    assert "konseling" in lakon.cetak(layar, "main a:has-text('Cetak formulir')").lower()
    return jalur


def _tinjau_dan_simpulkan(layar, para, jalur: str) -> None:
    """On the review day both write from home; it got better, and that ends it."""
    hal = layar.halaman
    pentas.masuk(layar, para.andi)
    hal.click("main .tugas a:has-text('Tulis kemajuan')")
    hal.click("#tinjauan a:has-text('Tulis kemajuan') >> nth=0")
    hal.fill("[name=catatan]", KEMAJUAN)
    lakon.tekan(layar, ".bilah-aksi button:has-text('Simpan')", f"#tinjauan >> text={KEMAJUAN}")
    pentas.masuk(layar, para.budi)
    hal.click("main .tugas a:has-text('Catat tinjauan')")
    hal.click("#tinjauan a:has-text('Catat tinjauan') >> nth=0")
    expect(hal.get_by_text(KEMAJUAN)).to_be_visible()
    hal.fill("[name=catatan]", TINJAU)
    lakon.tekan(layar, ".bilah-aksi button:has-text('Simpan')", f"#tinjauan >> text={TINJAU}")
    hal.click(".bilah-aksi a:has-text('Simpulkan')")
    hal.check("[name=membaik][value=ya]", force=True)
    hal.fill("[name=kesimpulan]", "Sebulan penuh di atas ukuran; register terlampir.")
    layar.potret("tindakan-simpulkan")
    lakon.tekan(layar, ".bilah-aksi button:has-text('Catat kesimpulan')", "#kesimpulan")
    pentas.masuk(layar, para.andi)
    layar.buka(jalur)
    hal.click("#kesimpulan summary")
    hal.fill("#kesimpulan [name=catatan]", "Terima kasih atas dukungannya.")
    simpan = "#kesimpulan button:has-text('Simpan tanggapan')"
    lakon.tekan(layar, simpan, "#kesimpulan >> text=Terima kasih atas dukungannya.")
    layar.periksa("tindakan-selesai")


def _perjanjian(layar, para, wulan, tmp_path) -> None:
    """Half a year before the end it is on the list; recommended, printed, decided by letter."""
    hal = layar.halaman
    pentas.masuk(layar, para.budi)
    hal.click("main .tugas a:has-text('Tulis rekomendasi')")
    jalur = urlsplit(hal.url).path
    hal.check("[name=rekomendasi][value=perpanjangan]", force=True)
    hal.check("[name=target_tercapai][value=ya]", force=True)
    hal.fill("[name=alasan]", "Target layanan tercapai; loket membutuhkannya.")
    layar.potret("tindakan-rekomendasi")
    kirim = ".bilah-aksi button:has-text('Kirim rekomendasi')"
    lakon.tekan(layar, kirim, "main a:has-text('Cetak formulir')")
    assert "PPPK" in lakon.cetak(layar, "main a:has-text('Cetak formulir')")
    pentas.masuk(layar, para.bupati)
    hal.click("main .tugas li:has-text('Putuskan perjanjian kerja Wulan Kontrak') a")
    layar.potret("tindakan-perjanjian")
    hal.check("[name=keputusan][value=perpanjangan]", force=True)
    hal.fill("#form-putus [name=alasan]", "Kebutuhan loket tetap ada.")
    hal.fill("#form-putus [name=nomor]", "814/9/BKPSDM")
    hal.fill("#form-putus [name=tanggal]", "2027-03-15")
    surat = lakon.pindaian(tmp_path, "surat.pdf")
    hal.set_input_files("#form-putus [name=berkas]", surat)
    putus = ".bilah-aksi button:has-text('Catat keputusan')"
    lakon.tekan(layar, putus, "main a:has-text('Unduh surat')")
    assert "814/9/BKPSDM" in lakon.baca(layar, wulan, jalur)[1]
    assert lakon.unduh(layar, "main a:has-text('Unduh surat')") == surat.read_bytes()


def _angka_kredit(layar, para, joko) -> None:
    """The final result was proposed; established it counts, is printed, and feeds the what-if."""
    hal = layar.halaman
    pentas.masuk(layar, joko)
    layar.buka("/angka-kredit/")
    expect(hal.get_by_text("menunggu Budi Penilai")).to_be_visible()
    pentas.masuk(layar, para.budi)
    hal.click("main .tugas li:has-text('konversi angka kredit') a")
    layar.potret("tindakan-konversi")
    tetapkan = ".bilah-aksi button:has-text('Tetapkan yang dicentang')"
    lakon.tekan(layar, tetapkan, "main >> text=1 konversi ditetapkan")
    layar.buka(f"/angka-kredit/orang/{joko.pk}/")
    hal.click("main a:has-text('Susun PAK')")
    hal.fill("[name=nomor]", "PAK/1/2027")
    hal.fill("[name=selesai]", "2026-12-31")
    tetapkan = ".bilah-aksi button:has-text('Tetapkan PAK')"
    lakon.tekan(layar, ".bilah-aksi button:has-text('Susun PAK')", tetapkan)
    lakon.tekan(layar, tetapkan, "main a:has-text('Cetak PAK')")
    for tautan in ("Cetak PAK", "Cetak Akumulasi"):
        assert lakon.cetak(layar, f"main a:has-text('{tautan}')")

    pentas.masuk(layar, joko)
    layar.buka("/angka-kredit/")
    expect(hal.locator(".statistik:has-text('Angka kredit terkumpul')")).to_contain_text("25,00")
    expect(hal.locator(".statistik:has-text('Kurang untuk pangkat')")).to_contain_text("75,00")
    assert lakon.cetak(layar, "main a[href^='/dokumen/konversi/']")
    # What if: three good years bring the pangkat in 2030; excellent ones bring it earlier.
    pangkat = hal.locator(".statistik:has-text('Pangkat paling awal')")
    expect(pangkat).to_contain_text("2030")
    for tahun in (2027, 2028, 2029):
        hal.get_by_label(str(tahun), exact=True).select_option("sangat_baik")
    lakon.tekan(layar, "button:has-text('Hitung ulang')", "main >> text=1 Januari 2029")
    expect(pangkat).to_contain_text("2029")
    layar.periksa("tindakan-angka-kredit")


def _penghargaan(layar, para, joko) -> None:
    """Proposed with reasons, looked at for and against, decided, announced; public by consent."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/penghargaan/jenis/baru/")
    hal.fill("[name=nama]", "Pegawai teladan")
    hal.select_option("[name=aturan]", "unit_terbaik")
    hal.fill("[name=kriteria]", "Kerjanya terasa warga dan dicontoh rekan.")
    hal.fill("[name=dasar]", "SK Bupati 5/2027")
    hal.select_option("[name=predikat_minimal]", "baik")
    hal.fill("[name=jumlah_tahun_predikat]", "1")
    hal.check("[name=boleh_publik]", force=True)
    lakon.tekan(layar, "main button.tombol-utama", "text=Jenis penghargaan disimpan")
    layar.buka("/penghargaan/putaran/baru/")
    for nama, isi in {
        "nama": "Usul Maret 2027", "unit": tulis_unit(para.kabupaten),
        "tanggal_usul": "2027-03-15", "usul_sampai": "2027-03-20",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    hal.click("main button.tombol-utama")
    hal.wait_for_url(re.compile(r"/putaran/\d+/$"))
    putaran = urlsplit(hal.url).path

    pentas.masuk(layar, para.budi)
    layar.buka("/penghargaan/")
    hal.click("main a:has-text('Usul Maret 2027')")
    hal.click(".bilah-aksi a:has-text('Usulkan calon')")
    hal.select_option("[name=pegawai]", str(joko.pk))
    hal.fill("[name=alasan]", BERHASIL)
    lakon.tekan(layar, ".bilah-aksi button.tombol-utama", "main >> text=Usulan tercatat")
    pentas.masuk(layar, para.citra)
    layar.buka(putaran)
    hal.click("main a:has-text('Tunjuk tim')")
    for nama, isi in {
        "nomor": "800/77/TIM", "tanggal": "2027-03-15", "ketua": tulis_pegawai(para.fajar),
        "anggota": f"{para.eka.nip}\n{para.citra.nip}",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", isi)
    lakon.tekan(layar, "main button.tombol-utama", "main >> text=800/77/TIM")
    serah = ".bilah-aksi button:has-text('Serahkan kepada tim')"
    lakon.tekan(layar, serah, "main >> text=Ditelaah tim")
    for nama, pandangan, alasan in PANDANGAN:
        pentas.masuk(layar, getattr(para, nama))
        hal.click("main .tugas a:has-text('Buka daftar calon')")
        hal.click("main a:has-text('Joko Prakom')")
        hal.check(f"#pandangan [type=radio][value={pandangan}]", force=True)
        hal.fill("#pandangan textarea", alasan)
        layar.potret(f"tindakan-{pandangan}")
        catat = "button:has-text('Catat pandangan')"
        lakon.tekan(layar, catat, "main >> text=Pandangan Anda tercatat")

    # The decider reads both sides first.
    pentas.masuk(layar, para.bupati)
    hal.click("main .tugas li:has-text('Pegawai teladan menunggu keputusan') a")
    hal.click("main a:has-text('Joko Prakom')")
    for _nama, _pandangan, alasan in PANDANGAN:
        expect(hal.get_by_text(alasan)).to_be_visible()
    layar.buka(putaran)
    hal.click(".bilah-aksi a:has-text('Putuskan')")
    hal.fill("[name=nomor]", "SK 12/2027")
    hal.fill("[name=tanggal]", "2027-03-15")
    hal.fill("[name=alasan_tetap]", "Buktinya jelas dan ditiru.")
    hal.check("[name^=putusan_][value=ya]", force=True)
    layar.potret("tindakan-putuskan")
    putus = ".bilah-aksi button:has-text('Tetapkan keputusan')"
    lakon.tekan(layar, putus, "main >> text=Keputusan tercatat")
    pentas.masuk(layar, para.citra)
    layar.buka(putaran)
    lakon.tekan(layar, ".bilah-aksi button:has-text('Umumkan')", "main >> text=Diumumkan")
    publik = f"/penghargaan/publik/{para.instansi.kode}/"
    isi = lakon.baca(layar, None, publik)[1]
    assert ("Pegawai teladan" in isi, "Joko Prakom" in isi) == (True, False)

    pentas.masuk(layar, joko)
    hal.click("main .tugas li:has-text('Penghargaan Anda: Pegawai teladan') a")
    assert lakon.cetak(layar, "main a:has-text('Surat penghargaan')")
    hal.check("#persetujuan [type=radio][value=ya]", force=True)
    hal.fill("#persetujuan textarea", "Antrean perekaman turun separuh.")
    layar.potret("tindakan-selamat")
    simpan = "button:has-text('Simpan jawaban')"
    lakon.tekan(layar, simpan, "main >> text=Jawaban Anda tersimpan")
    isi = lakon.baca(layar, None, publik)[1]
    assert "Joko Prakom" in isi
    assert joko.nip not in isi
    layar.periksa("tindakan-publik")
