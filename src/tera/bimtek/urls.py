"""Routes of the room."""

from django.urls import path

from tera.bimtek.views import kursus, latihan, naskah, naskah_paket, panel, sertifikat, sosialisasi

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
    path("naskah/", naskah.daftar, name="naskah_daftar"),
    path("naskah/kasus-baru/", naskah.baru, name="naskah_baru"),
    path("naskah/ekspor/", naskah_paket.ekspor, name="naskah_ekspor"),
    path("naskah/impor/", naskah_paket.impor, name="naskah_impor"),
    path("naskah/<int:pk>/", naskah.naskah, name="naskah"),
    path("naskah/<int:pk>/sunting/", naskah.sunting, name="naskah_sunting"),
    path("naskah/<int:pk>/langkah/", naskah.langkah, name="naskah_langkah"),
    path("sosialisasi/", sosialisasi.daftar, name="sosialisasi_daftar"),
    path("sosialisasi/beri/", sosialisasi.baru, name="sosialisasi_beri"),
    path("sosialisasi/<int:pk>/", sosialisasi.sosialisasi, name="sosialisasi"),
    path("sosialisasi/<int:pk>/buka/", sosialisasi.buka, name="sosialisasi_buka"),
    path("sosialisasi/<int:pk>/ingatkan/", sosialisasi.ingatkan, name="sosialisasi_ingatkan"),
    path("sosialisasi/<int:pk>/hentikan/", sosialisasi.hentikan, name="sosialisasi_hentikan"),
    path("sertifikat/<int:pk>/", sertifikat.sertifikat, name="sertifikat"),
]
