"""Routes of the room."""

from django.urls import path

from tera.dialog.views import daftar, hasil, isi, kesepakatan, pertemuan, proses, sesi

app_name = "dialog"
urlpatterns = [
    path("", daftar.daftar, name="daftar"),
    path("pertemuan/baru/", pertemuan.baru, name="pertemuan_baru"),
    path("pertemuan/<int:pk>/", isi.rincian, name="pertemuan"),
    path("pertemuan/<int:pk>/ubah/", pertemuan.ubah, name="pertemuan_ubah"),
    path("pertemuan/<int:pk>/mulai/", pertemuan.mulai, name="pertemuan_mulai"),
    path("pertemuan/<int:pk>/selesai/", pertemuan.selesai, name="pertemuan_selesai"),
    path("pertemuan/<int:pk>/batal/", pertemuan.batal, name="pertemuan_batal"),
    path("pertemuan/<int:pk>/agenda/", isi.agenda, name="agenda"),
    path("pertemuan/<int:pk>/bahan/", isi.bahan, name="bahan"),
    path("pertemuan/<int:pk>/agenda/<int:butir>/", isi.butir, name="butir"),
    path("pertemuan/<int:pk>/catatan/", isi.catatan, name="catatan"),
    path("pertemuan/<int:pk>/kesepakatan/", isi.sepakat, name="sepakat"),
    path("pertemuan/<int:pk>/kalender.ics", pertemuan.kalender, name="pertemuan_kalender"),
    path("kesepakatan/<int:pk>/", kesepakatan.rincian, name="kesepakatan"),
    path("kesepakatan/<int:pk>/selesai/", kesepakatan.selesai, name="kesepakatan_selesai"),
    path("kesepakatan/<int:pk>/setuju/", kesepakatan.setuju, name="kesepakatan_setuju"),
    path("kesepakatan/<int:pk>/tolak/", kesepakatan.tolak, name="kesepakatan_tolak"),
    path("hasil/<int:pk>/", hasil.hasil, name="hasil"),
    path("hasil/<int:pk>/ringkas/", hasil.ringkas, name="ringkas"),
    path("pertanyaan/<int:pk>/", hasil.pertanyaan, name="pertanyaan"),
    path("sesi/", sesi.daftar, name="sesi_daftar"),
    path("sesi/baru/", sesi.baru, name="sesi_baru"),
    path("sesi/<int:pk>/", sesi.rincian, name="sesi"),
    path("sesi/<int:pk>/ubah/", sesi.ubah, name="sesi_ubah"),
    path("sesi/<int:pk>/masukan/", sesi.masukan, name="sesi_masukan"),
    path("sesi/<int:pk>/notulen/", sesi.notulen, name="sesi_notulen"),
    path("sesi/<int:pk>/kesepakatan/", sesi.sepakat, name="sesi_sepakat"),
    path("sesi/<int:pk>/selesai/", sesi.selesai, name="sesi_selesai"),
    path("sesi/<int:pk>/batal/", sesi.batal, name="sesi_batal"),
    path("sesi/<int:pk>/ulangi/", sesi.ulangi, name="sesi_ulangi"),
    path("sesi/<int:pk>/kalender.ics", sesi.kalender, name="sesi_kalender"),
    path("proses/", proses.daftar, name="proses"),
    path("proses/<int:pk>/", proses.jawab, name="proses_jawab"),
    path("proses/<int:pk>/hasil/", proses.hasil, name="proses_hasil"),
    path("proses/<int:pk>/pertemuan/", proses.pantau, name="pantau"),
]
