"""Routes of the room."""

from django.urls import path

from tera.bimtek.views import kursus

app_name = "bimtek"
urlpatterns = [
    path("", kursus.beranda, name="beranda"),
    path("kursus/<slug:kode>/", kursus.kursus, name="kursus"),
    path("kursus/<slug:kode>/<slug:modul_kode>/", kursus.modul, name="modul"),
]
