"""Routes of imports, people, units and raters."""

from django.urls import path

from tera.organisasi.views import impor, pegawai, surat, unit

_SURAT = "penugasan/<int:pk>/surat"
urlpatterns = [
    path("impor/", impor.daftar, name="impor"),
    path("impor/<int:pk>/", impor.rincian, name="impor_rincian"),
    path("impor/<int:pk>/jalankan/", impor.jalankan, name="impor_jalankan"),
    path("impor/<int:pk>/batal/", impor.batal, name="impor_batal"),
    path("impor/<int:pk>/temuan.<str:bentuk>", impor.unduh, name="impor_unduh"),
    path("pegawai/", pegawai.daftar, name="pegawai"),
    path("pegawai/pejabat-baru/", pegawai.pejabat_baru, name="pejabat_baru"),
    path("pegawai/<int:pk>/", pegawai.rincian, name="pegawai_rincian"),
    path("pegawai/<int:pk>/penugasan-baru/", pegawai.penugasan_baru, name="penugasan_baru"),
    path("penugasan/<int:pk>/tutup/", pegawai.penugasan_tutup, name="penugasan_tutup"),
    path("penugasan/<int:pk>/penilai/", pegawai.penilai_khusus, name="penilai_khusus"),
    path("penugasan/<int:pk>/penilai/cabut/", pegawai.penilai_cabut, name="penilai_cabut"),
    path(f"{_SURAT}/", surat.buka, {"bagian": "dasar"}, name="surat_penugasan"),
    path(f"{_SURAT}/lampirkan/", surat.lampirkan, {"bagian": "dasar"}, name="surat_lampirkan"),
    path(f"{_SURAT}-penilai/", surat.buka, {"bagian": "penilai"}, name="surat_penilai"),
    path(
        f"{_SURAT}-penilai/lampirkan/",
        surat.lampirkan,
        {"bagian": "penilai"},
        name="surat_penilai_lampirkan",
    ),
    path("unit/", unit.pohon, name="unit"),
    path("unit/<int:pk>/", unit.pohon, name="unit_rincian"),
    path("penilai/", unit.penilai, name="penilai"),
]
