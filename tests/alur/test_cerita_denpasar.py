"""Denpasar: a column of the leader's matrix with children stays until they are moved."""

import pytest

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
