"""Routes of the room."""

from django.urls import path

from tera.dasbor.views import unit

app_name = "dasbor"
urlpatterns = [
    path("", unit.unit, name="beranda"),
    path("<int:pk>/", unit.unit, name="unit"),
    path("<int:pk>/daftar/<slug:ukuran>/", unit.daftar, name="daftar"),
    path("<int:pk>/tren/", unit.tren, name="tren"),
    path("<int:pk>/dasbor.xlsx", unit.unduh, name="unduh"),
]
