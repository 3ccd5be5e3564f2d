"""Routes of printed documents."""

from django.urls import path

from tera.dokumen import views

app_name = "dokumen"
urlpatterns = [
    path("skp/<int:pk>.pdf", views.skp, name="skp"),
    path("matriks/<int:pk>.pdf", views.matriks, name="matriks"),
    path("evaluasi/<int:pk>.pdf", views.sampul_evaluasi, name="sampul_evaluasi"),
    path("formulir/", views.formulir, name="formulir"),
    path(
        "formulir/<slug:bentuk>/<slug:keluarga>/<slug:pendekatan>.pdf", views.kosong, name="kosong"
    ),
]
