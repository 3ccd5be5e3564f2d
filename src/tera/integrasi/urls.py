"""Routes of the exchange."""

from django.urls import path

from tera.integrasi import views, views_angka_kredit, views_talenta

app_name = "integrasi"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("arsip/", views.arsip, name="arsip"),
    path("salin/skp/<int:pk>/", views.salin_skp, name="salin_skp"),
    path("salin/evaluasi/<int:pk>/", views.salin_evaluasi, name="salin_evaluasi"),
    path("salin/evaluasi/<int:pk>/tercatat/", views.tercatat, name="tercatat"),
    path("pak/<int:tahun>/siasn.<str:bentuk>", views_angka_kredit.siasn_pak, name="siasn_pak"),
    path("talenta/<int:pk>/", views_talenta.talenta, name="talenta"),
    path("talenta/<int:pk>/siasn.<str:bentuk>", views_talenta.siasn_talenta, name="siasn_talenta"),
    path("<int:periode_pk>/", views.periode, name="periode"),
    path("<int:periode_pk>/tandai/", views.tandai, name="tandai"),
    path("<int:periode_pk>/rekap.xlsx", views.rekap, name="rekap"),
    path("<int:periode_pk>/siasn.<str:bentuk>", views.siasn, name="siasn"),
]
