"""Routes of the room."""

from django.urls import path

from tera.dasbor.views import publik, unit

app_name = "dasbor"
urlpatterns = [
    path("", unit.unit, name="beranda"),
    path("<int:pk>/", unit.unit, name="unit"),
    path("<int:pk>/daftar/<slug:ukuran>/", unit.daftar, name="daftar"),
    path("<int:pk>/tren/", unit.tren, name="tren"),
    path("publik/<slug:kode>/", publik.daftar, name="publik"),
    path("publik/<slug:kode>/<int:pk>/", publik.opd, name="publik_opd"),
    path("<int:pk>/dasbor.xlsx", unit.unduh, name="unduh"),
]
