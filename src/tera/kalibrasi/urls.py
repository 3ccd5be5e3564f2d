"""Routes of the room."""

from django.urls import path

from tera.kalibrasi.views import bukti, kelola

app_name = "kalibrasi"
urlpatterns = [
    path("", kelola.beranda, name="beranda"),
    path("aktifkan/", kelola.aktifkan, name="aktifkan"),
    path("akhiri/", kelola.akhiri, name="akhiri"),
    path("keputusan/<int:pk>/berkas/", kelola.berkas, name="berkas"),
    path("keputusan/<int:pk>/dampak/", kelola.berkas_dampak, name="dampak"),
    path("jalankan/", kelola.jalankan, name="jalankan"),
    path("analisis/<int:pk>/", kelola.rincian, name="analisis"),
    path("analisis/<int:pk>/putusan/", kelola.putusan, name="putusan"),
    path("saya/", bukti.saya, name="saya"),
    path("evaluasi/<int:pk>/", bukti.bukti, name="bukti"),
    path("evaluasi/<int:pk>/ringkas/", bukti.ringkas, name="ringkas"),
]
