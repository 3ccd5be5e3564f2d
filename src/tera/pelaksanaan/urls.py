"""Routes of the room."""

from django.urls import path

from tera.pelaksanaan.views import bukti, capaian, harian, impor, kerja, tim, unit

LEMBAR = "<int:skp_pk>/<int:periode_pk>/"

app_name = "pelaksanaan"
urlpatterns = [
    path("", kerja.saya, name="saya"),
    path(LEMBAR, kerja.lembar, name="lembar"),
    path(f"{LEMBAR}salin/", kerja.salin, name="rencana_salin"),
    path(f"{LEMBAR}realisasi/<uuid:kunci>/", kerja.lapor, name="lapor"),
    path(f"{LEMBAR}rencana/<uuid:kunci>/", kerja.rencana_tambah, name="rencana_tambah"),
    path(f"{LEMBAR}faktor/<uuid:kunci>/", kerja.faktor, name="faktor"),
    path(f"{LEMBAR}bukti/<uuid:kunci>/", bukti.lampirkan, name="lampirkan"),
    path("rencana/<int:pk>/", kerja.rencana, name="rencana"),
    path("rencana/<int:pk>/hapus/", kerja.rencana_hapus, name="rencana_hapus"),
    path("bukti/<int:pk>/", bukti.bukti, name="bukti"),
    path("bukti/<int:pk>/berkas/", bukti.berkas, name="berkas"),
    path("bukti/<int:pk>/tarik/", bukti.tarik, name="bukti_tarik"),
    path("harian/", harian.harian, name="harian"),
    path("harian/salin/", harian.salin, name="harian_salin"),
    path("harian/progres.xlsx", harian.unduh, {"bentuk": "xlsx"}, name="harian_xlsx"),
    path("harian/progres.csv", harian.unduh, {"bentuk": "csv"}, name="harian_csv"),
    path("harian/<int:pk>/", harian.ubah, name="progres"),
    path("harian/<int:pk>/hapus/", harian.hapus, name="progres_hapus"),
    path("capaian/", capaian.daftar, name="capaian_daftar"),
    path("capaian/baru/<int:skp_pk>/", capaian.baru, name="capaian_baru"),
    path("capaian/<int:pk>/", capaian.rincian, name="capaian"),
    path("capaian/<int:pk>/ubah/", capaian.ubah, name="capaian_ubah"),
    path("capaian/<int:pk>/bukti/", bukti.lampirkan_capaian, name="lampirkan_capaian"),
    path("capaian/<int:pk>/verifikasi/", capaian.verifikasi, name="capaian_verifikasi"),
    path("capaian/<int:pk>/kembalikan/", capaian.kembalikan, name="capaian_kembalikan"),
    path("impor/", impor.impor, name="impor"),
    path("impor/<int:pk>/", impor.rincian, name="impor_rincian"),
    path("impor/<int:pk>/batal/", impor.batal, name="impor_batal"),
    path("unit/", unit.unit, name="unit"),
    path("unit/<int:pk>/", unit.unit, name="unit_satu"),
    path("tim/", tim.tim, name="tim"),
    path("tim/<int:periode_pk>/", tim.tim, name="tim_periode"),
    path("tim/<int:periode_pk>/verifikasi/", tim.verifikasi_banyak, name="verifikasi_banyak"),
    path("realisasi/<int:pk>/verifikasi/", tim.verifikasi, name="verifikasi"),
    path("realisasi/<int:pk>/kembalikan/", tim.kembalikan, name="kembalikan"),
]
