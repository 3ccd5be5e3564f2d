"""Routes of development."""

from django.urls import URLPattern, path

from tera.tindak_lanjut.views.pengembangan import kegiatan, rencana

KEGIATAN = "kegiatan/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("", rencana.saya, name="pengembangan_saya"),
    path("tim/", rencana.tim, name="pengembangan_tim"),
    path("orang/<int:pk>/", rencana.orang, name="pengembangan_orang"),
    path("orang/<int:pk>/peta/", rencana.peta, name="pengembangan_peta"),
    path("rencana/<int:pk>/langkah/", rencana.langkah, name="pengembangan_langkah"),
    path("rencana/<int:pk>/kembalikan/", rencana.kembalikan, name="pengembangan_kembalikan"),
    path("kegiatan/baru/", rencana.kegiatan_baru, name="pengembangan_kegiatan_baru"),
    path(KEGIATAN, kegiatan.rincian, name="pengembangan_kegiatan"),
    path(f"{KEGIATAN}ubah/", rencana.kegiatan_ubah, name="pengembangan_kegiatan_ubah"),
    path(f"{KEGIATAN}hapus/", rencana.kegiatan_hapus, name="pengembangan_kegiatan_hapus"),
    path(f"{KEGIATAN}mulai/", kegiatan.mulai, name="pengembangan_mulai"),
    path(f"{KEGIATAN}selesai/", kegiatan.selesai, name="pengembangan_selesai"),
    path(f"{KEGIATAN}verifikasi/", kegiatan.verifikasi, name="pengembangan_verifikasi"),
    path(f"{KEGIATAN}kembalikan/", kegiatan.kembalikan, name="pengembangan_kegiatan_kembalikan"),
    path(f"{KEGIATAN}batal/", kegiatan.batal, name="pengembangan_batal"),
    path(f"{KEGIATAN}berkas/", kegiatan.berkas, name="pengembangan_berkas"),
]
