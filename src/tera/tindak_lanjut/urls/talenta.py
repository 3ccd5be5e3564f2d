"""Routes of talent and promotion."""

from django.urls import URLPattern, path

from tera.tindak_lanjut.views.talenta import orang, peta, potensi, suksesi

urlpatterns: list[URLPattern] = [
    path("", peta.daftar, name="talenta"),
    path("peta/baru/", peta.baru, name="talenta_peta_baru"),
    path("peta/<int:pk>/", peta.matriks, name="talenta_matriks"),
    path("peta/<int:pk>/perbarui/", peta.perbarui, name="talenta_perbarui"),
    path("peta/<int:pk>/telaah/", peta.telaah, name="talenta_telaah"),
    path("peta/<int:pk>/kembalikan/", peta.kembalikan, name="talenta_kembalikan"),
    path("peta/<int:pk>/tetapkan/", peta.tetapkan, name="talenta_tetapkan"),
    path("potensi/", potensi.impor, name="talenta_potensi"),
    path("saya/", orang.saya, name="talenta_saya"),
    path("saya/pembacaan/", orang.pembacaan, name="talenta_pembacaan"),
    path("saya/koreksi/", orang.koreksi_baru, name="talenta_koreksi_baru"),
    path("koreksi/", orang.koreksi_daftar, name="talenta_koreksi_daftar"),
    path("koreksi/<int:pk>/", orang.koreksi, name="talenta_koreksi"),
    path("koreksi/<int:pk>/batal/", orang.koreksi_batal, name="talenta_koreksi_batal"),
    path("koreksi/<int:pk>/berkas/", orang.koreksi_berkas, name="talenta_koreksi_berkas"),
    path("orang/<int:pk>/", orang.orang, name="talenta_orang"),
    path("orang/<int:pk>/riwayat/", orang.riwayat, name="talenta_riwayat"),
    path("suksesi/", suksesi.daftar, name="talenta_suksesi"),
    path("suksesi/baru/", suksesi.baru, name="talenta_suksesi_baru"),
    path("suksesi/<int:pk>/", suksesi.rincian, name="talenta_kelompok"),
    path("suksesi/<int:pk>/anggota/", suksesi.anggota_baru, name="talenta_anggota_baru"),
    path(
        "suksesi/<int:pk>/anggota/<int:anggota>/keluar/",
        suksesi.anggota_keluar,
        name="talenta_anggota_keluar",
    ),
    path("suksesi/<int:pk>/tetapkan/", suksesi.tetapkan, name="talenta_kelompok_tetapkan"),
    path("suksesi/<int:pk>/tinjau/", suksesi.tinjau, name="talenta_kelompok_tinjau"),
    path("suksesi/<int:pk>/tutup/", suksesi.tutup, name="talenta_kelompok_tutup"),
]
