"""Jawa Tengah from end to end: one morning of drafting, one reading, a year rated, sent to BKN."""

import datetime as dt
import io
import json

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from alur import lakon_bimtek, lakon_kalibrasi, pentas
from alur import lakon_lanjut as lakon
from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Pegawai, PeranPetugas, Periode
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
PAGI = dt.date(2026, 1, 12)
LUSA = dt.date(2026, 1, 14)
TUTUP_BUKU = dt.date(2027, 1, 11)
Orang = tuple[Pegawai, ...]


def test_a_morning_of_plans_becomes_a_year_of_data_for_bkn(layar, tmp_path) -> None:
    with pentas.pada_hari(PAGI):
        para, rina, tono = _panggung()
        orang = (para.andi, rina, tono)
        semua = (*orang, *_rekan_lain(para))
        _dari_tahun_lalu_dan_saran(layar, para)
        _dari_rekan(layar, para, rina)
        _dari_lembar_kerja(layar, tono)
    with pentas.pada_hari(PAGI, jam=4):
        _kirim(layar, rina)
    with pentas.pada_hari(LUSA):
        _kirim(layar, tono)
        _baca_lalu_tetapkan_bersama(layar, para, orang)
        _ringkasan_pengelola(layar, para)
        _tetapkan_yang_terakhir(layar, para, tono)
    with pentas.pada_hari(TUTUP_BUKU):
        lakon.pekerja()
        _swakaji(layar, para.andi)
        lakon.tetapkan_capaian(layar, para, para.periode)
        _berlatih_dulu(layar, para)
        _nilai_berurutan(layar, para, semua)
        _kalibrasi(layar, para, semua)
        lakon.sampaikan(layar, para.periode, len(semua))
        lakon.pekerja()
        _dasbor(layar, para)
        _kirim_ke_bkn(layar, para, tuple(sorted(semua, key=lambda s: s.nama)), tmp_path)


def _panggung() -> tuple[Pemeran, Pegawai, Pegawai]:
    """The leader's plan is in force; last year's were drafted in seven days."""
    para = buat_pemeran()
    rina, tono = (
        pentas.orang(
            para, para.bidang, nama, f"19960{n}1020200{n}100{n}", "pelaksana",
            "Pengolah Data dan Informasi",
        )
        for n, nama in ((1, "Rina Rekan"), (2, "Tono Tempel"))
    )  # fmt: skip
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.fajar, peran="pyb", unit=para.kabupaten,
        sejak=dt.date(2026, 1, 1), dasar="SK PyB (uji)",
    )  # fmt: skip
    Periode.objects.create(
        instansi=para.instansi, tahun=2025, jenis="tahunan", mulai=dt.date(2025, 1, 1),
        selesai=dt.date(2025, 12, 31), batas_evaluasi=dt.date(2026, 1, 31),
        dibuka_pada=dt.date(2024, 12, 1),
    )  # fmt: skip
    pentas.rencana(
        para, para.budi, para.fajar, [(RHK_ATASAN, [("kuantitas", "Data mutakhir", "90.000")])]
    )
    lama = pentas.rencana(para, para.andi, para.budi, [BARIS], tahun=2025)
    saat = clock.awal_hari(dt.date(2025, 1, 6), "Asia/Jayapura") + dt.timedelta(hours=8)
    SKP.objects.filter(pk=lama.pk).update(
        pertama_disunting_at=saat,
        diajukan_at=saat + dt.timedelta(days=7),
        ditetapkan_at=saat + dt.timedelta(days=8),
    )
    return para, rina, tono


def _rekan_lain(para: Pemeran) -> Orang:
    """Three more of the bidang, whose plans are in force already."""
    hasil = []
    for n, nama in enumerate(("Sari Sesuai", "Wayan Wajar", "Yosef Yakin"), 3):
        satu = pentas.orang(
            para, para.bidang, nama, f"19960{n}1020200{n}100{n}", "pelaksana",
            "Pengolah Data dan Informasi",
        )  # fmt: skip
        pentas.rencana(para, satu, para.budi, [BARIS])
        hasil.append(satu)
    return tuple(hasil)


def _kalibrasi(layar, para: Pemeran, semua: Orang) -> None:
    """All alike is outside the pattern: talked over without names; the rater answers."""
    rapat = lakon_kalibrasi.susun(layar, para)
    kartu = lakon_kalibrasi.pimpin(layar, para, semua)
    lakon_kalibrasi.tutup(layar, para, rapat, semua)
    lakon_kalibrasi.jawab(layar, para, kartu)


def _dari_tahun_lalu_dan_saran(layar, para) -> None:
    """From home: last year's rows, one indicator taken from the library, sent."""
    hal = layar.halaman
    pentas.masuk(layar, para.andi)
    hal.click("main .tugas a:has-text('Susun SKP')")
    hal.click("main a:has-text('Buat SKP')")
    hal.select_option("[name=salin_dari]", label="SKP saya, 2025 (Ditetapkan)")
    layar.potret("jateng-buat")
    hal.click("button:has-text('Buat draf')")
    hal.wait_for_url("**/sunting/")
    expect(hal.locator("[name=utama-0-teks]")).to_have_value(BARIS[0])
    expect(hal.locator("[name=utama-0-indikator-0-target]")).to_have_value("1.200 data")
    hal.select_option("[name=utama-0-rhk_pimpinan]", label=RHK_ATASAN)
    hal.click("#utama-0 button:has-text('Tambah indikator')")
    kolom = hal.locator("[name=utama-0-indikator-1-teks]")
    kolom.click()
    kolom.press_sequentially("akurasi", delay=10)
    hal.locator(".saran:not([hidden]) [role=option]").first.click()
    assert "akurasi" in kolom.input_value().lower()
    assert hal.input_value("[name=utama-0-indikator-1-aspek]") == "kualitas"
    assert hal.input_value("[name=utama-0-indikator-1-satuan]") == "%"
    pentas.kirim(layar)


def _dari_rekan(layar, para, rina) -> None:
    """An empty draft takes a colleague's rows; it is sent after lunch."""
    hal = layar.halaman
    pentas.masuk(layar, rina)
    pentas.buat_draf(layar)
    hal.click("main a:has-text('Salin dari SKP lain')")
    hal.select_option("[name=sumber]", label="Andi Pegawai, 2025 (Ditetapkan)")
    layar.potret("jateng-salin")
    hal.click(".bilah-aksi button:has-text('Salin')")
    hal.wait_for_url("**/sunting/")
    _ikat(hal, [BARIS[0]])
    pentas.simpan(layar)


def _dari_lembar_kerja(layar, tono) -> None:
    """Under copied rows: a heading only is refused and kept; the rows themselves go in."""
    hal = layar.halaman
    pentas.masuk(layar, tono)
    layar.buka("/skp/buat/")
    hal.select_option("[name=salin_dari]", label="Andi Pegawai, 2025 (Ditetapkan)")
    hal.click("button:has-text('Buat draf')")
    hal.wait_for_url("**/sunting/")
    hal.click("main a:has-text('Tempel dari lembar kerja')")
    tambah = ".bilah-aksi button:has-text('Tambahkan baris')"
    hal.fill("[name=teks]", TEMPELAN.splitlines()[0])
    lakon.tekan(layar, tambah, "main >> text=Tidak ada baris yang terbaca")
    layar.periksa("jateng-tempel-galat")
    hal.fill("[name=teks]", TEMPELAN)
    lakon.tekan(layar, tambah, "main >> text=2 RHK ditambahkan dari tempelan")
    _ikat(
        hal,
        [BARIS[0], "Arsip akta tertata lengkap", "Laporan bulanan diterima tepat waktu"],
    )
    pentas.simpan(layar)
    arsip = RencanaHasilKerja.objects.get(skp__pegawai=tono, teks="Arsip akta tertata lengkap")
    assert list(arsip.daftar_indikator.values_list("aspek", "target")) == [
        ("kuantitas", "2.400 akta"),
        ("waktu", "5 menit"),
    ]


def _ikat(hal, daftar: list[str]) -> None:
    """Every row serves the leader's RHK."""
    for nomor, teks in enumerate(daftar):
        expect(hal.locator(f"[name=utama-{nomor}-teks]")).to_have_value(teks)
        hal.select_option(f"[name=utama-{nomor}-rhk_pimpinan]", label=RHK_ATASAN)


def _kirim(layar, orang) -> None:
    """The draft is where it was left, and goes."""
    hal = layar.halaman
    pentas.masuk(layar, orang)
    layar.buka(f"/skp/{SKP.objects.get(pegawai=orang, tahun=2026).pk}/sunting/")
    pentas.kirim(layar)
    expect(hal.locator("main >> text=Diajukan").first).to_be_visible()


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


def _baca_lalu_tetapkan_bersama(layar, para, orang: Orang) -> None:
    """In a row by the keyboard; only what was read can be set together."""
    hal = layar.halaman
    skp = [SKP.objects.get(pegawai=satu, tahun=2026) for satu in orang]
    pentas.masuk(layar, para.budi)
    hal.click("main .tugas a:has-text('Buka antrean')")
    hal.wait_for_selector("main >> text=Tono Tempel")
    # Nothing read, nothing to tick.
    expect(hal.locator("[name=skp]")).to_have_count(0)
    hal.keyboard.press("j")
    hal.keyboard.press("j")
    hal.keyboard.press("k")
    hal.keyboard.press("Enter")
    hal.wait_for_url(f"**/skp/{skp[0].pk}/tinjau/")
    expect(hal.locator("nav >> text=1 dari 3").first).to_be_attached()
    layar.potret("jateng-tinjau")
    for huruf, letak in (("j", 1), ("k", 0), ("j", 1)):
        _kunci_akses(hal, huruf)
        hal.wait_for_url(f"**/skp/{skp[letak].pk}/tinjau/")

    layar.buka("/skp/antrean/")
    layar.periksa("jateng-antrean-dibaca")
    centang = hal.locator("[name=skp]")
    assert [int(centang.nth(n).get_attribute("value")) for n in range(centang.count())] == [
        satu.pk for satu in skp[:2]
    ]
    for n in range(2):
        centang.nth(n).focus()
        hal.keyboard.press("Space")
        assert centang.nth(n).is_checked()
    bersama = ".bilah-aksi button:has-text('Tetapkan yang dipilih')"
    lakon.tekan(layar, bersama, "main >> text=/2 SKP ditetapkan. Tanda terima/")
    status = [SKP.objects.get(pk=satu.pk).status for satu in skp]
    assert status == ["ditetapkan", "ditetapkan", "diajukan"]


def _ringkasan_pengelola(layar, para) -> None:
    """The officer's overview: six of seven are done and in what time; who waits is listed."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/skp/unit/")
    hal.click("main a:has-text('Dinas Kependudukan')")
    hal.click("main a:has-text('Bidang Data')")
    hal.wait_for_url(f"**/skp/unit/{para.bidang.pk}/**")
    rapi = " ".join(hal.locator(".kisi-angka").inner_text().split())
    assert "Wajib SKP 7" in rapi, rapi
    assert "86" in rapi.split("Ditetapkan")[1].split("Terlambat")[0], rapi
    # One was sent at once, one after three hours.
    assert "Lama menyusun 0,1" in rapi, rapi
    hal.click("nav a:has-text('Diajukan')")
    hal.wait_for_url("**status=diajukan**")
    expect(hal.locator("main ul >> text=Tono Tempel")).to_be_visible()
    expect(hal.locator("main ul >> text=Rina Rekan")).to_have_count(0)
    hal.click("nav a:has-text('Ditetapkan')")
    hal.wait_for_url("**status=ditetapkan**")
    expect(hal.locator("main ul >> text=Rina Rekan")).to_be_visible()
    layar.periksa("jateng-ringkasan-bidang")


def _tetapkan_yang_terakhir(layar, para, tono) -> None:
    """The last is opened, read and set without the mouse."""
    hal = layar.halaman
    skp = SKP.objects.get(pegawai=tono, tahun=2026)
    pentas.masuk(layar, para.budi)
    layar.buka("/skp/antrean/")
    hal.keyboard.press("j")
    hal.keyboard.press("Enter")
    hal.wait_for_url(f"**/skp/{skp.pk}/tinjau/")
    _kunci_akses(hal, "t")
    hal.wait_for_selector("main >> text=/SKP Tono Tempel ditetapkan/")
    expect(hal.locator("main >> text=Tidak ada yang menunggu Anda")).to_be_visible()


def _swakaji(layar, orang) -> None:
    """One takes part: the swakaji, from home."""
    hal = layar.halaman
    pentas.masuk(layar, orang)
    hal.click("main .tugas a:has-text('Isi swakaji')")
    hal.fill("[name=ringkasan]", "1.240 data dimutakhirkan, register terlampir.")
    hal.locator("[name=perilaku-BP][value=sesuai]").check(force=True)
    lakon.tekan(layar, "button:has-text('Kirim ke penilai')", "text=Swakaji terkirim")


def _berlatih_dulu(layar, para) -> None:
    """No rating without training; what practice shows is the rater's own."""
    lakon_bimtek.panel(para, TUTUP_BUKU)
    pentas.masuk(layar, para.budi)
    satu = Evaluasi.objects.get(pegawai=para.andi, periode=para.periode)
    lakon_bimtek.ditolak_lalu_ke_bimtek(layar, satu)
    lakon_bimtek.latih(layar)
    lakon_bimtek.tak_terbaca_lain(layar, (para.fajar, para.citra))


def _nilai_berurutan(layar, para, orang: Orang) -> None:
    """One gets a reason, the others are as expected; all are set and delivered together."""
    pentas.masuk(layar, para.budi)
    lakon.nilai(
        layar, para.periode,
        lakon.Nilai(para.andi, "di_atas", "sesuai", "1.240 dari 1.200 data, akurasi 99,6 persen."),
    )  # fmt: skip
    for satu in orang[1:]:
        layar.buka(f"/evaluasi/{Evaluasi.objects.get(pegawai=satu).pk}/")
        sesuai = ".bilah-aksi button:has-text('Sesuai / sesuai, lanjut')"
        lakon.tekan(layar, sesuai, f"main >> text={satu.nama}: Sesuai Ekspektasi")
    layar.potret("jateng-putaran")


def _dasbor(layar, para) -> None:
    """Participation and drafting time stand on the leader's first page, each with its list."""
    hal = layar.halaman
    pentas.masuk(layar, para.fajar)
    layar.buka("/dasbor/")
    layar.potret("jateng-dasbor")
    kartu = hal.locator(".statistik")
    lama = kartu.filter(has_text="Lama menyusun SKP")
    expect(lama).to_contain_text("0,1")
    expect(lama).to_contain_text("tahun lalu 7,0")
    expect(kartu.filter(has_text="Partisipasi")).to_contain_text("1 dari 7 orang")
    for judul, ada, tidak in (
        ("SKP ditetapkan", ("Andi Pegawai", "Rina Rekan", "Tono Tempel"), ()),
        ("Lama menyusun SKP", ("Rina Rekan", "Tono Tempel", "2,0 hari"), ()),
        ("Partisipasi", ("Andi Pegawai",), ("Rina Rekan", "Tono Tempel")),
    ):
        layar.buka("/dasbor/")
        kartu.filter(has_text=judul).locator("a").first.click()
        hal.wait_for_url("**/daftar/**")
        for teks in ada:
            expect(hal.locator(f"main >> text={teks}").first).to_be_visible()
        for teks in tidak:
            expect(hal.locator(f"main >> text={teks}")).to_have_count(0)
    layar.buka("/dasbor/")
    tren = "main >> text=Lama menyusun SKP, nilai tengah"
    lakon.tekan(layar, "main a:has-text('Tren')", tren)
    layar.periksa("jateng-tren")
    hal.locator("summary:has-text('tabel')").first.click()


def _kirim_ke_bkn(layar, para, orang: Orang, tmp_path) -> None:
    """IDs of SIASN go in; the year comes out as BKN reads it, and is ticked as sent."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/integrasi/")
    hal.click("main a:has-text('Tahun 2026')")
    pengenal = tmp_path / "pengenal.csv"
    pengenal.write_text("NIP;ID\n" + "".join(f"{satu.nip};SIASN-{satu.pk}\n" for satu in orang))
    hal.select_option("[name=jenis]", "pengenal")
    hal.set_input_files("[name=berkas]", pengenal)
    lakon.tekan(
        layar, "button:has-text('Periksa berkas')", f"text=ID SIASN {len(orang)} pegawai tersimpan"
    )
    layar.potret("jateng-bkn")

    baku = _lembar(lakon.unduh(layar, "main a:has-text('Rekap Penilaian (XLSX)')"))
    assert [baris[0] for baris in baku[:3]] == [
        "9901 - Kabupaten Uji", "Pemerintah Kabupaten Uji", "Periode Tahunan 2026",
    ]  # fmt: skip
    assert baku[4] == [
        "No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja",
        "Predikat Kinerja Periodik",
    ]  # fmt: skip
    assert [baris[1:3] + baris[4:] for baris in baku[5:]] == [
        [para.andi.nip, "Andi Pegawai", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Baik"],
        *([satu.nip, satu.nama, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"]
          for satu in orang[1:]),
    ]  # fmt: skip
    kolom, *isi = _lembar(lakon.unduh(layar, "main a:has-text('SIASN skp22 (XLSX)')"))
    siasn = [dict(zip(kolom, baris, strict=True)) for baris in isi]
    assert [
        (s["nip"], s["pnsDinilaiOrang"], s["tahun"], s["hasilKinerjaNilai"], s["penilaiNipNrp"])
        for s in siasn
    ] == [
        (satu.nip, f"SIASN-{satu.pk}", "2026", "1" if satu == para.andi else "2", para.budi.nip)
        for satu in orang
    ]
    teks = lakon.unduh(layar, "main a[href$='siasn.jsonl']").decode()
    json_ = [json.loads(baris) for baris in teks.splitlines()]
    assert [{k: str(satu[k] or "") for k in kolom} for satu in json_] == siasn

    for satu in orang:
        hal.get_by_label(satu.nama_lengkap).check()
    tandai = "button:has-text('Tandai yang dipilih sudah di e-Kinerja')"
    lakon.tekan(layar, tandai, f"main >> text={len(orang)} hasil ditandai sudah di e-Kinerja")
    layar.periksa("jateng-bkn-selesai")


def _lembar(isi: bytes) -> list[list[str]]:
    """The rows of the first sheet."""
    return CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
