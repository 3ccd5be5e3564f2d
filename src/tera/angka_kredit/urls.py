"""Routes of the room."""

from django.urls import path

from tera.angka_kredit.views import impor, kelola, konversi, orang, pak, unit

app_name = "angka_kredit"
urlpatterns = [
    path("", orang.saya, name="saya"),
    path("orang/<int:pegawai_pk>/", orang.orang, name="orang"),
    path("konversi/", konversi.daftar, name="konversi"),
    path("konversi/tetapkan/", konversi.tetapkan, name="konversi_tetapkan"),
    path("konversi/<int:pk>/koreksi/", konversi.koreksi, name="konversi_koreksi"),
    path("orang/<int:pegawai_pk>/periodik/", konversi.periodik, name="periodik"),
    path("unit/", unit.daftar, name="unit"),
    path("unit/unduh.xlsx", unit.unduh, name="unit_unduh"),
    path("terbitkan/", unit.terbitkan, name="terbitkan"),
    path("impor/", impor.impor, name="impor"),
    path("impor/lembar.xlsx", impor.lembar, name="impor_lembar"),
    path("masa/<int:pegawai_pk>/", kelola.masa, name="masa"),
    path("masa/<int:pk>/akhiri/", kelola.akhiri, name="masa_akhiri"),
    path("fakta/<int:pegawai_pk>/", kelola.fakta, name="fakta"),
    path("fakta/<int:pk>/laporkan/", kelola.laporkan, name="fakta_laporkan"),
    path("fakta/<int:pk>/jawab/", kelola.jawab, name="fakta_jawab"),
    path("fakta/<int:pk>/berkas/", kelola.berkas_fakta, name="fakta_berkas"),
    path("pak/susun/<int:pegawai_pk>/", pak.susun, name="pak_susun"),
    path("pak/<int:pk>/", pak.rincian, name="pak"),
    path("pak/<int:pk>/tetapkan/", pak.tetapkan, name="pak_tetapkan"),
    path("pak/<int:pk>/batalkan/", pak.batalkan, name="pak_batalkan"),
]
