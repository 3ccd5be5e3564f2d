"""Routes of from result to action."""

from django.urls import URLPattern, path

from tera.tindak_lanjut.views.tindakan import daftar, jalur, pembinaan, perjanjian, rencana, rincian

urlpatterns: list[URLPattern] = [
    path("", daftar.saya, name="saya"),
    path("tim/", daftar.tim, name="tim"),
    path("unit/", daftar.daftar, name="daftar"),
    path("prioritas/", daftar.prioritas, name="prioritas"),
    path("hasil/<int:pk>/", daftar.dari_hasil, name="dari_hasil"),
    path("<int:pk>/", rincian.rincian, name="tindakan"),
    path("<int:pk>/rencana/", rencana.susun, name="rencana"),
    path("<int:pk>/rencana/kirim/", rencana.kirim, name="rencana_kirim"),
    path("<int:pk>/rencana/setujui/", rencana.setujui, name="rencana_setujui"),
    path("<int:pk>/rencana/minta-ubah/", rencana.minta_ubah, name="rencana_minta_ubah"),
    path("<int:pk>/rencana/jalankan/", rencana.jalankan, name="rencana_jalankan"),
    path("<int:pk>/rencana/simpulkan/", rencana.simpulkan, name="rencana_simpulkan"),
    path("<int:pk>/rencana/tanggapi/", rencana.tanggapi, name="rencana_tanggapi"),
    path("<int:pk>/tinjauan/<int:urut>/", rencana.tinjauan, name="tinjauan"),
    path("<int:pk>/putuskan/<slug:aksi>/", jalur.putuskan, name="putuskan"),
    path("<int:pk>/tuntaskan/", jalur.tuntaskan, name="tuntaskan"),
    path("<int:pk>/tutup/", jalur.tutup, name="tutup"),
    path("<int:pk>/surat/<int:keputusan_pk>/", rincian.surat, name="surat"),
    path("<int:pk>/bimbingan/", pembinaan.bimbingan_baru, name="bimbingan_baru"),
    path("<int:pk>/bimbingan/<int:bimbingan_pk>/", pembinaan.bimbingan, name="bimbingan"),
    path("<int:pk>/konseling/", pembinaan.konseling_baru, name="konseling_baru"),
    path("konseling/", pembinaan.konseling, name="konseling"),
    path("konseling/<int:pk>/", pembinaan.konseling_rincian, name="konseling_rincian"),
    path("konseling/<int:pk>/isi/", pembinaan.konseling_laksana, name="konseling_laksana"),
    path("konseling/<int:pk>/lapor/", pembinaan.konseling_lapor, name="konseling_lapor"),
    path("konseling/<int:pk>/batal/", pembinaan.konseling_batal, name="konseling_batal"),
    path("perjanjian/", perjanjian.daftar, name="perjanjian"),
    path("perjanjian/catat/", perjanjian.catat, name="perjanjian_catat"),
    path("perjanjian/impor/", perjanjian.impor, name="perjanjian_impor"),
    path("perjanjian/<int:pk>/", perjanjian.rincian, name="perjanjian_rincian"),
    path("perjanjian/<int:pk>/rekomendasi/", perjanjian.rekomendasi, name="perjanjian_rekomendasi"),
    path("perjanjian/<int:pk>/kembalikan/", perjanjian.kembalikan, name="perjanjian_kembalikan"),
    path("perjanjian/<int:pk>/putuskan/", perjanjian.putuskan, name="perjanjian_putuskan"),
    path("perjanjian/<int:pk>/surat/", perjanjian.surat, name="perjanjian_surat"),
]
