"""Routes of printed documents."""

from django.urls import path

from tera.dokumen import views, views_angka_kredit, views_karier, views_layanan, views_paket

app_name = "dokumen"
urlpatterns = [
    path("skp/<int:pk>.pdf", views.skp, name="skp"),
    path("matriks/<int:pk>.pdf", views.matriks, name="matriks"),
    path("evaluasi/<int:pk>.pdf", views.sampul_evaluasi, name="sampul_evaluasi"),
    path("evaluasi/<int:pk>/formulir.pdf", views.evaluasi, name="evaluasi"),
    path("evaluasi/<int:pk>/awal/<slug:bentuk>.pdf", views.evaluasi_awal, name="evaluasi_awal"),
    path("penghargaan/<int:pk>.pdf", views.surat_penghargaan, name="surat_penghargaan"),
    path("penghargaan/putaran/<int:pk>.pdf", views.daftar_penghargaan, name="daftar_penghargaan"),
    path("paket/", views_paket.daftar, name="paket"),
    path("paket/<int:pk>/", views_paket.rincian, name="paket_rincian"),
    path("paket/<int:pk>/unduh/", views_paket.unduh, name="paket_unduh"),
    path("rekap/<int:periode_pk>/<int:unit_pk>.pdf", views_paket.rekap, name="rekap"),
    path("konversi/<int:pk>.pdf", views_angka_kredit.konversi, name="konversi_ak"),
    path("akumulasi/<int:pk>.pdf", views_angka_kredit.sementara, name="akumulasi_sementara"),
    path("pak/<int:pk>.pdf", views_angka_kredit.penetapan, name="penetapan_ak"),
    path("pak/<int:pk>/akumulasi.pdf", views_angka_kredit.akumulasi, name="akumulasi_ak"),
    path("poster/<int:pk>.pdf", views_layanan.poster, name="poster"),
    path("talenta/<int:pk>.pdf", views_karier.peta_talenta, name="peta_talenta"),
    path("karier/<int:pk>.pdf", views_karier.berkas_karier, name="berkas_karier"),
    path("sertifikat/<int:pk>.pdf", views.sertifikat, name="sertifikat"),
    path("notulen/<int:pk>.pdf", views.notulen, name="notulen"),
    path("formulir/", views.formulir, name="formulir"),
    path(
        "formulir/<slug:bentuk>/<slug:keluarga>/<slug:pendekatan>.pdf", views.kosong, name="kosong"
    ),
]
