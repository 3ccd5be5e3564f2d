"""A rater trains: refused without a certificate, course, practice before and after, the right."""

import datetime as dt

from playwright.sync_api import expect

from alur import lakon_lanjut as lakon
from pemeran import Pemeran
from tera.bimtek.models import AhliPanel, JenisSesi, PenilaianKasus, SesiLatihan
from tera.bimtek.pemuat import daftar_kasus, daftar_kursus
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import KebijakanInstansi, Pegawai

KURSUS = "menilai-objektif"
JUMLAH = 4


def panel(para: Pemeran, hari: dt.date) -> None:
    """The instansi asks raters for a certificate; five experts have keyed the cases blind."""
    for kunci, nilai in (
        ("bimtek.jumlah_kasus", JUMLAH),
        ("bimtek.wajib_sebelum_menilai", True),
    ):
        KebijakanInstansi.objects.create(
            instansi=para.instansi, kunci=kunci, nilai=nilai, sejak=dt.date(2026, 1, 1),
            dasar="Surat edaran (uji)", nama_aktor="Citra",
            dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        )  # fmt: skip
    for ahli in (para.andi, para.citra, para.eka, para.fajar, para.bupati):
        AhliPanel.objects.create(
            instansi=para.instansi, pegawai=ahli, keahlian="Lama menilai", sejak=hari,
            nama_penunjuk="Citra",
        )  # fmt: skip
        sesi = SesiLatihan.objects.create(
            instansi=para.instansi, pegawai=ahli, jenis=JenisSesi.PANEL, benih=0,
            mulai_pada=hari, selesai_pada=hari,
        )  # fmt: skip
        PenilaianKasus.objects.bulk_create(
            PenilaianKasus(
                sesi=sesi, urut=n, kasus=kasus.kode, versi=kasus.versi,
                tingkat=[satu.angka for satu in kasus.kunci],
            )
            for n, kasus in enumerate(daftar_kasus().values(), 1)
        )  # fmt: skip


def ditolak_lalu_ke_bimtek(layar, evaluasi: Evaluasi) -> None:
    """The first rating is refused, nothing typed is lost, and the page leads to the training."""
    hal = layar.halaman
    layar.buka(f"/evaluasi/{evaluasi.pk}/")
    hal.check("[name=rating_hasil_kerja][value=sesuai]", force=True)
    hal.check("[name=rating_perilaku_kerja][value=sesuai]", force=True)
    lakon.tekan(
        layar,
        ".bilah-aksi button:has-text('Simpan penilaian')",
        "main >> text=instansi Anda meminta sertifikat latihan menilai",
    )
    layar.periksa("jateng-belum-bersertifikat")
    evaluasi.refresh_from_db()
    assert evaluasi.rating_hasil_kerja == ""
    lakon.tekan(layar, "main a:has-text('Buka Bimtek')", "main >> text=Latihan menilai")
    layar.periksa("jateng-bimtek")


def ikuti_kursus(layar) -> None:
    """Every module of the course is read and its check answered; a wrong answer says why."""
    hal = layar.halaman
    kursus = daftar_kursus()[KURSUS]
    layar.buka(f"/bimtek/kursus/{KURSUS}/")
    hal.click(".bilah-aksi a:has-text('Mulai kursus')")
    for urut, modul in enumerate(kursus.modul):
        hal.wait_for_url(f"**/{KURSUS}/{modul.kode}/")
        for n, soal in enumerate(modul.periksa):
            salah = next(m for m in range(len(soal.pilihan)) if m != soal.kunci)
            pilih = salah if urut == 0 and n == 0 else soal.kunci
            hal.check(f"[name=soal_{n}][value='{pilih}']", force=True)
        if urut == 0:
            layar.periksa("jateng-modul")
        hal.click(".bilah-aksi button[form=form-modul]")
        hal.wait_for_selector(f"main >> text=Modul “{modul.judul}” tercatat selesai")
        if urut == 0:
            expect(hal.locator("#periksa >> text=Jawaban Anda, belum tepat")).to_be_visible()
            expect(hal.locator("#periksa >> text=Yang benar")).to_be_visible()
        if modul is not kursus.modul[-1]:
            hal.click(".bilah-aksi a:has-text('Modul berikutnya')")
    lakon.tekan(layar, ".bilah-aksi a:has-text('Kembali ke kursus')", "text=Kursus selesai")


def berlatih(layar, nama: str, geser: int = 0) -> str:
    """Rate every case of a new session, ``geser`` levels below its key; what the page then says."""
    hal = layar.halaman
    layar.buka("/bimtek/latihan/")
    hal.click("main button:has-text('Mulai latihan')")
    hal.wait_for_url("**/bimtek/latihan/*/")
    sesi = SesiLatihan.objects.get(jenis=JenisSesi.LATIHAN, selesai_pada__isnull=True)
    hal.click(".bilah-aksi a:has-text('Nilai kasus berikutnya')")
    for satu in sesi.daftar_kasus.order_by("urut"):
        hal.wait_for_url(f"**/kasus/{satu.urut}/")
        for kunci in daftar_kasus()[satu.kasus].kunci:
            tingkat = max(0, kunci.angka - geser)
            hal.check(f"[name='{kunci.nilai}'][value='{tingkat}']", force=True)
        if satu.urut == 1:
            layar.periksa(f"{nama}-kasus")
        hal.click(".bilah-aksi button:has-text('Simpan dan lanjut')")
    lakon.tekan(
        layar, ".bilah-aksi button:has-text('Selesai, lihat hasil')", "text=Ketat atau longgar"
    )
    layar.periksa(f"{nama}-hasil")
    return str(hal.inner_text("main"))


def latih(layar) -> None:
    """Course, practice stricter than the key, practice as the key; the certificate."""
    hal = layar.halaman
    ikuti_kursus(layar)
    sebelum = berlatih(layar, "jateng-sebelum", geser=1)
    assert "Anda cenderung lebih ketat dari kunci" in sebelum
    assert hal.locator("button:has-text('Terbitkan sertifikat')").count() == 0
    sesudah = berlatih(layar, "jateng-sesudah")
    assert "Anda cenderung lebih ketat dari kunci" not in sesudah
    assert "28 tanda sama dengan kunci" in sesudah
    lakon.tekan(
        layar,
        "button:has-text('Terbitkan sertifikat')",
        "main >> text=Berlaku sebagai syarat memberi rating",
    )
    layar.periksa("jateng-sertifikat")
    assert "Sertifikat" in lakon.cetak(layar, ".bilah-aksi a:has-text('Unduh sertifikat')")


def tak_terbaca_lain(layar, daftar: tuple[Pegawai, ...]) -> None:
    """Nobody else reads what practice showed: not the superior, not the officer."""
    sesi = SesiLatihan.objects.filter(jenis=JenisSesi.LATIHAN).latest("pk")
    for orang in daftar:
        status, _teks = lakon.baca(layar, orang, f"/bimtek/latihan/{sesi.pk}/")
        assert status == 404
