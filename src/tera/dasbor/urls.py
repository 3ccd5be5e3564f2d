"""Routes of the room."""

from django.urls import path

from tera.dasbor.views import hukum, pembina, publik, tinjauan, unit

app_name = "dasbor"
urlpatterns = [
    path("", unit.unit, name="beranda"),
    path("<int:pk>/", unit.unit, name="unit"),
    path("<int:pk>/daftar/<slug:ukuran>/", unit.daftar, name="daftar"),
    path("<int:pk>/opd/", unit.opd, name="opd"),
    path("<int:pk>/tren/", unit.tren, name="tren"),
    path("<int:pk>/dasbor.xlsx", unit.unduh, name="unduh"),
    path("publik/<slug:kode>/", publik.daftar, name="publik"),
    path("publik/<slug:kode>/<int:pk>/", publik.opd, name="publik_opd"),
    path("pembina/", pembina.pembina, name="pembina"),
    path("hukum/", hukum.hukum, name="hukum"),
    path("hukum/dibaca/", hukum.dibaca, name="hukum_dibaca"),
    path("tinjauan/", tinjauan.daftar, name="tinjauan_daftar"),
    path("tinjauan/susun/<int:periode_pk>/", tinjauan.susun, name="tinjauan_susun"),
    path("tinjauan/<int:pk>/", tinjauan.rincian, name="tinjauan"),
    path("tinjauan/<int:pk>/bekukan/", tinjauan.bekukan, name="tinjauan_bekukan"),
    path("tinjauan/<int:pk>/tetapkan/", tinjauan.tetapkan, name="tinjauan_tetapkan"),
    path("tinjauan/<int:pk>/sepakati/", tinjauan.sepakati, name="tinjauan_sepakati"),
    path("kesepakatan/", tinjauan.kesepakatan_saya, name="kesepakatan_saya"),
    path("kesepakatan/<int:pk>/", tinjauan.kesepakatan, name="kesepakatan"),
]
