"""A calibration meeting: named by the officer, chaired by the leader, answered by the rater."""

from playwright.sync_api import expect

from alur import lakon_kinerja, pentas
from alur import lakon_lanjut as lakon
from pemeran import Pemeran
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi.models import KartuRapat, RapatKalibrasi
from tera.organisasi.models import Pegawai

ALASAN = "Realisasi indikator mutu belum ada; jelaskan dasar putusannya."
JAWABAN = "Laporan mutu bulanan terlampir dan sudah saya periksa."


def susun(layar, para: Pemeran) -> RapatKalibrasi:
    """Citra names the meeting in mode petugas; the agenda is the system's."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/kalibrasi/")
    lakon.tekan(layar, "main a:has-text('Buka daftar rapat')", "main >> text=Belum ada rapat")
    layar.periksa("kalibrasi-rapat-kosong")
    hal.click("main a:has-text('Mulai mode petugas')")
    hal.fill("[name=alasan]", "Menyiapkan rapat kalibrasi")
    lakon.tekan(layar, "main button:has-text('Mulai mode petugas')", "text=Mode petugas berjalan")
    layar.buka("/kalibrasi/rapat/")
    hal.click(".bilah-aksi a:has-text('Susun rapat')")
    hal.select_option("[name=periode]", str(para.periode.pk))
    hal.fill("[name=tempat]", "Ruang rapat kabupaten")
    hal.select_option("[name=ketua]", str(para.bupati.pk))
    layar.periksa("kalibrasi-rapat-susun")
    lakon.tekan(
        layar, ".bilah-aksi button:has-text('Susun dan undang')", "main >> text=Rapat disusun"
    )
    layar.periksa("kalibrasi-rapat-disusun")
    return RapatKalibrasi.objects.get(periode=para.periode)


def pimpin(layar, para: Pemeran, dinilai: tuple[Pegawai, ...]) -> KartuRapat:
    """The Bupati opens it from home: cards without names, what if, one request, one that stays."""
    hal = layar.halaman
    pentas.masuk(layar, para.bupati)
    hal.click("main .tugas li:has-text('Rapat kalibrasi yang Anda ikuti') a")
    lakon.tekan(layar, ".bilah-aksi button:has-text('Mulai rapat')", "main >> text=Berlangsung")
    hal.click("main a:has-text('Dinas Kependudukan')")
    hal.wait_for_selector("main >> text=Kartu A")
    utama = hal.inner_text("main")
    for satu in (*dinilai, para.budi):
        assert satu.nama not in utama
        assert satu.nip not in utama
    # What if: counted at once, kept nowhere.
    sebelum = set(Evaluasi.objects.values_list("pk", "rating_hasil_kerja", "updated_at"))
    for huruf, tingkat in (("A", "di_bawah"), ("B", "di_atas")):
        hal.select_option(f"#h-{huruf}", tingkat)
        hal.select_option(f"#p-{huruf}", tingkat)
    lakon.tekan(
        layar, "button:has-text('Hitung andai')", "#andai >> text=/bila [12] kartu berubah/"
    )
    layar.periksa("kalibrasi-andai")
    assert set(Evaluasi.objects.values_list("pk", "rating_hasil_kerja", "updated_at")) == sebelum
    for kode, keputusan, alasan in (
        ("A", "tinjau", ALASAN), ("B", "tetap", "Buktinya lengkap dan ditunjukkan."),
    ):  # fmt: skip
        hal.locator("section, article, .kartu").filter(has_text=f"Kartu {kode}").locator(
            "a:has-text('Putuskan')"
        ).first.click()
        hal.wait_for_selector(f"h1:has-text('Kartu {kode}')")
        hal.check(f"[name=keputusan][value={keputusan}]", force=True)
        if kode == "A":
            # Without a reason it is refused, and what was chosen stays.
            hal.locator("#form-kartu").evaluate("f => { f.noValidate = true }")
            lakon.tekan(layar, ".bilah-aksi button", "main .ringkasan-galat")
            assert hal.is_checked("[name=keputusan][value=tinjau]")
            layar.periksa("kalibrasi-kartu-galat")
        hal.fill("[name=alasan]", alasan)
        lakon.tekan(
            layar, ".bilah-aksi button:has-text('Simpan keputusan')", "main >> text=Kartu C"
        )
    layar.periksa("kalibrasi-unit")
    return KartuRapat.objects.get(keputusan="tinjau")


def tutup(layar, para: Pemeran, rapat: RapatKalibrasi, dinilai: tuple[Pegawai, ...]) -> None:
    """The end: who was there; the minutes name nobody who was talked about."""
    hal = layar.halaman
    layar.buka(f"/kalibrasi/rapat/{rapat.pk}/")
    hal.click(".bilah-aksi a:has-text('Tutup rapat')")
    for kotak in hal.locator("[name=hadir]").all():
        kotak.check(force=True)
    hal.fill("[name=catatan]", "Pola dibicarakan; penjelasan disusun pimpinan.")
    layar.periksa("kalibrasi-tutup")
    lakon.tekan(
        layar, ".bilah-aksi button:has-text('Tutup rapat')", "main a:has-text('Unduh notulen')"
    )
    layar.periksa("kalibrasi-rapat-ditutup")
    notulen = lakon_kinerja.baca(lakon.unduh(layar, "main a:has-text('Unduh notulen')"))
    assert ALASAN in notulen
    for satu in dinilai:
        assert satu.nama not in notulen


def jawab(layar, para: Pemeran, kartu: KartuRapat) -> None:
    """The request is on Budi's home; the decision stays his, with his reason."""
    hal = layar.halaman
    lakon.pekerja()
    pentas.masuk(layar, para.budi)
    hal.click("main .tugas li:has-text('permintaan rapat kalibrasi menunggu') a")
    hal.click(f"main a[href$='/permintaan/{kartu.pk}/']")
    expect(hal.locator(f"main >> text={ALASAN}")).to_be_visible()
    layar.periksa("kalibrasi-permintaan")
    hal.check("[name=jawaban][value=tetap]", force=True)
    hal.fill("[name=alasan]", JAWABAN)
    lakon.tekan(layar, ".bilah-aksi button:has-text('Kirim jawaban')", f"main >> text={JAWABAN}")
    layar.periksa("kalibrasi-permintaan-dijawab")
