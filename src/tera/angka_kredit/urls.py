"""Routes of the room."""

from django.urls import path

from tera.angka_kredit.views import konversi, orang

app_name = "angka_kredit"
urlpatterns = [
    path("", orang.saya, name="saya"),
    path("orang/<int:pegawai_pk>/", orang.orang, name="orang"),
    path("konversi/", konversi.daftar, name="konversi"),
    path("konversi/tetapkan/", konversi.tetapkan, name="konversi_tetapkan"),
    path("konversi/<int:pk>/koreksi/", konversi.koreksi, name="konversi_koreksi"),
]
