"""Routes of continuous feedback: addresses below /umpan-balik/."""

from django.urls import URLPattern, path

from tera.umpan_balik.views import umpan, umpan_beri

daftar_berkelanjutan: list[URLPattern] = [
    path("", umpan.saya, name="saya"),
    path("diberikan/", umpan.diberikan, name="diberikan"),
    path("pegawai/<int:pk>/", umpan.pegawai, name="pegawai"),
    path("<int:pk>/", umpan.rincian, name="umpan"),
    path("<int:pk>/tanggapi/", umpan.tanggapi, name="tanggapi"),
    path("<int:pk>/perbaiki/", umpan.perbaiki, name="perbaiki"),
    path("<int:pk>/tarik/", umpan.tarik, name="tarik"),
    path("beri/", umpan_beri.pilih, name="beri_pilih"),
    path("beri/<int:pk>/", umpan_beri.beri, name="beri"),
    path("minta/", umpan_beri.minta, name="minta"),
    path("minta/penilai/", umpan_beri.minta_cepat, name="minta_cepat"),
    path("permintaan/", umpan_beri.daftar_permintaan, name="permintaan"),
    path("permintaan/<int:pk>/tolak/", umpan_beri.tolak, name="tolak"),
    path("permintaan/<int:pk>/batal/", umpan_beri.batal, name="batal"),
]
