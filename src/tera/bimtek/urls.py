"""Routes of the room."""

from django.urls import path

from tera.bimtek.views import kursus, latihan, panel, sertifikat

app_name = "bimtek"
urlpatterns = [
    path("", kursus.beranda, name="beranda"),
    path("kursus/<slug:kode>/", kursus.kursus, name="kursus"),
    path("kursus/<slug:kode>/<slug:modul_kode>/", kursus.modul, name="modul"),
    path("latihan-skp/", kursus.latihan_skp, name="latihan_skp"),
    path("latihan/", latihan.latihan, name="latihan"),
    path("latihan/panel/", latihan.panel, name="panel"),
    path("latihan/<int:pk>/", latihan.sesi, name="sesi"),
    path("latihan/<int:pk>/kasus/<int:urut>/", latihan.kasus, name="kasus"),
    path("latihan/<int:pk>/selesai/", latihan.selesai, name="sesi_selesai"),
    path("latihan/<int:pk>/hapus/", latihan.hapus, name="sesi_hapus"),
    path("latihan/<int:pk>/sertifikat/", sertifikat.minta, name="sertifikat_minta"),
    path("panel/", panel.kelola, name="panel_kelola"),
    path("panel/<int:pk>/akhiri/", panel.akhiri, name="panel_akhiri"),
    path("sertifikat/<int:pk>/", sertifikat.sertifikat, name="sertifikat"),
]
