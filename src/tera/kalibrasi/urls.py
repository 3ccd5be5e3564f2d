"""Routes of the room."""

from django.urls import path

from tera.kalibrasi.views import bukti, kartu, kelola, rapat

app_name = "kalibrasi"
urlpatterns = [
    path("", kelola.beranda, name="beranda"),
    path("aktifkan/", kelola.aktifkan, name="aktifkan"),
    path("akhiri/", kelola.akhiri, name="akhiri"),
    path("keputusan/<int:pk>/berkas/", kelola.berkas, name="berkas"),
    path("keputusan/<int:pk>/dampak/", kelola.berkas_dampak, name="dampak"),
    path("jalankan/", kelola.jalankan, name="jalankan"),
    path("analisis/<int:pk>/", kelola.rincian, name="analisis"),
    path("rapat/", rapat.daftar, name="rapat_daftar"),
    path("rapat/baru/", rapat.susun, name="rapat_susun"),
    path("rapat/permintaan/", kartu.permintaan_daftar, name="permintaan_daftar"),
    path("rapat/permintaan/<int:pk>/", kartu.permintaan, name="permintaan"),
    path("rapat/unit/<int:pk>/", kartu.unit, name="rapat_unit"),
    path("rapat/kartu/<int:pk>/", kartu.kartu, name="rapat_kartu"),
    path("rapat/<int:pk>/", rapat.rincian, name="rapat"),
    path("rapat/<int:pk>/mulai/", rapat.mulai, name="rapat_mulai"),
    path("rapat/<int:pk>/batalkan/", rapat.batalkan, name="rapat_batalkan"),
    path("rapat/<int:pk>/tutup/", rapat.tutup, name="rapat_tutup"),
    path("analisis/<int:pk>/putusan/", kelola.putusan, name="putusan"),
    path("saya/", bukti.saya, name="saya"),
    path("evaluasi/<int:pk>/", bukti.bukti, name="bukti"),
    path("evaluasi/<int:pk>/ringkas/", bukti.ringkas, name="ringkas"),
]
