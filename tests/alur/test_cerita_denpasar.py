"""Denpasar: the leader's cell becomes the officer's RHK, and a column with children stays."""

import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.skp.models import SKP, RencanaHasilKerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
KOLOM = "Waktu tunggu penumpang di terminal turun"
KOLOM_LAIN = "Kendaraan wajib uji laik jalan"
SEL = "Waktu tunggu bus kota turun menjadi 12 menit"


def _panggung():
    para = buat_pemeran()
    made = pentas.orang(
        para, para.bidang, "Made Lalulintas", "199308082017012008", "pelaksana",
        "Pengelola Terminal Angkutan",
    )  # fmt: skip
    pemimpin = pentas.rencana(
        para,
        para.budi,
        para.fajar,
        [
            (KOLOM, [("waktu", "Rata-rata waktu tunggu", "12 menit")]),
            (KOLOM_LAIN, [("kuantitas", "Kendaraan diuji", "4.200 unit")]),
        ],
    )
    return para, made, pemimpin


def _isi_sel(layar, pemimpin, orang, teks: str) -> None:
    """Open the first column from the matrix and write one person's cell."""
    hal = layar.halaman
    layar.buka(f"/skp/{pemimpin.pk}/matriks/")
    hal.locator("main a:visible:has-text('Isi kolom')").first.click()
    hal.wait_for_url(f"**/matriks/{pemimpin.daftar_rhk.get(teks=KOLOM).pk}/")
    hal.fill(f"[name=sel-{orang.pk}-teks]", teks)
    layar.periksa("denpasar-kolom")
    hal.click(".bilah-aksi button:has-text('Simpan kolom')")
    hal.wait_for_url(f"**/skp/{pemimpin.pk}/matriks/")


def test_cell_of_the_leader_becomes_the_row_of_the_officer_who_sends_it(layar):
    with pentas.pada_hari():
        para, made, pemimpin = _panggung()
        hal = layar.halaman
        pentas.masuk(layar, made)
        pk = pentas.buat_draf(layar)

        pentas.masuk(layar, para.budi)
        layar.buka("/skp/matriks/")
        layar.periksa("denpasar-matriks-kosong")
        _isi_sel(layar, pemimpin, made, SEL)
        hal.wait_for_selector("main >> text=1 masuk ke draf SKP")
        expect(hal.locator(f"main >> text={SEL} >> visible=true")).to_have_count(1)
        layar.periksa("denpasar-matriks")

        pentas.masuk(layar, made)
        layar.buka(f"/skp/{pk}/sunting/")
        letak = hal.locator("textarea[name^=utama-]").evaluate_all(
            "daftar => daftar.map(satu => [satu.name, satu.value])"
        )
        nama = next(nama for nama, nilai in letak if nilai == SEL)
        awalan = nama.removesuffix("-teks")
        terpilih = hal.locator(f"[name={awalan}-rhk_pimpinan] option:checked")
        assert terpilih.inner_text() == KOLOM
        layar.periksa("denpasar-sunting")
        pentas.isi_indikator(hal, awalan, 0, "waktu", "Rata-rata waktu tunggu bus", "12 menit")
        pentas.isi_indikator(
            hal, awalan, 1, "kuantitas", "Jumlah jadwal bus yang diperbaiki", "24 jadwal"
        )
        pentas.kirim(layar)
        hal.click("main a:has-text('Apa yang dilayani RHK ini?')")
        expect(hal.locator(f"main >> text={KOLOM}").first).to_be_attached()
        layar.periksa("denpasar-arah")

        pentas.masuk(layar, para.budi)
        pentas.tetapkan(layar, pk)
        baris = RencanaHasilKerja.objects.get(skp_id=pk, teks=SEL)
        assert baris.rhk_pimpinan == pemimpin.daftar_rhk.get(teks=KOLOM)

        # After the plan is set the leader's new wish waits for a new version; nothing moves.
        _isi_sel(layar, pemimpin, made, "Waktu tunggu bus kota turun menjadi 10 menit")
        hal.wait_for_selector("main >> text=1 menjadi usulan versi baru")
        layar.periksa("denpasar-usulan")
        baris.refresh_from_db()
        assert baris.teks == SEL


def test_column_with_children_cannot_be_dropped_until_they_are_moved(layar):
    with pentas.pada_hari():
        para, made, pemimpin = _panggung()
        pentas.ajukan(
            para,
            made,
            [(SEL, [("waktu", "Waktu tunggu", "12 menit"), ("kuantitas", "Jadwal", "24 jadwal")])],
            pemimpin,
        )
        SKP.objects.filter(pk=pemimpin.pk).update(status="draf", ditetapkan_pada=None)
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        layar.buka(f"/skp/{pemimpin.pk}/sunting/")
        hal.click("#utama-0 > .kartu-isi > .skp-rhk-judul [name=hapus_baris]")
        hal.wait_for_selector("main >> text=RHK ini dihapus saat disimpan")
        layar.periksa("denpasar-hapus")
        hal.click(".bilah-aksi button:has-text('Simpan draf')")
        hal.wait_for_selector("main >> text=/tidak bisa dihapus.*Matriks Peran Hasil/")
        layar.periksa("denpasar-hapus-ditolak")
        assert pemimpin.daftar_rhk.count() == 2

        hal.click("main a:has-text('Pindahkan turunannya dulu')")
        hal.select_option("[name=dari]", label=KOLOM)
        hal.select_option("[name=ke]", label=KOLOM_LAIN)
        layar.periksa("denpasar-pindah")
        hal.click(".bilah-aksi button:has-text('Pindahkan')")
        hal.wait_for_selector("main >> text=1 RHK bawahan dipindahkan")
        assert RencanaHasilKerja.objects.get(teks=SEL).rhk_pimpinan.teks == KOLOM_LAIN

        layar.buka(f"/skp/{pemimpin.pk}/sunting/")
        hal.click("#utama-0 > .kartu-isi > .skp-rhk-judul [name=hapus_baris]")
        hal.wait_for_selector("main >> text=RHK ini dihapus saat disimpan")
        pentas.simpan(layar)
        assert list(pemimpin.daftar_rhk.values_list("teks", flat=True)) == [KOLOM_LAIN]
