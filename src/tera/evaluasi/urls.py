"""Routes of the appraisal."""

from django.urls import path

from tera.evaluasi import views

app_name = "evaluasi"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("tim/<int:periode_pk>/", views.tim, name="tim"),
    path("buka/<int:skp_pk>/<int:periode_pk>/", views.buka, name="buka"),
    path("capaian/<int:periode_pk>/", views.capaian, name="capaian"),
    path("<int:pk>/", views.rincian, name="rincian"),
    path("<int:pk>/nilai/", views.nilai, name="nilai"),
    path("<int:pk>/setujui/", views.setujui, name="setujui"),
    path("<int:pk>/tetapkan/", views.tetapkan, name="tetapkan"),
    path("<int:pk>/sampaikan/", views.sampaikan, name="sampaikan"),
    path("<int:pk>/terima/", views.terima, name="terima"),
]
