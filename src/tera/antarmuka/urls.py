"""Routes of the component pages: included in development only, at ``/gaya/``."""

from django.urls import path

from tera.antarmuka import views

app_name = "antarmuka"
urlpatterns = [
    path("", views.gaya, name="gaya"),
    path("formulir/", views.formulir, name="formulir"),
    path("dasbor/", views.dasbor, name="dasbor"),
    path("publik/", views.publik, name="publik"),
    path("galat/<str:nama>/", views.galat, name="galat"),
]
