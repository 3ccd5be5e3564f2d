"""Routes of the room."""

from django.urls import path

from tera.notifikasi.views import gagal, kotak, pilihan

app_name = "notifikasi"
urlpatterns = [
    path("", kotak.daftar, name="daftar"),
    path("dibaca/", kotak.semua_dibaca, name="semua_dibaca"),
    path("kabar/", kotak.kabar, name="kabar"),
    path("pilihan/", pilihan.pilihan, name="pilihan"),
    path("gagal/", gagal.gagal, name="gagal"),
    path("gagal/coba-lagi/", gagal.coba_lagi, name="coba_lagi"),
    path("<int:pk>/buka/", kotak.buka, name="buka"),
    path("<int:pk>/dibaca/", kotak.dibaca, name="dibaca"),
]
