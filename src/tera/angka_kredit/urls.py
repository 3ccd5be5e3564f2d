"""Routes of the room."""

from django.urls import URLPattern

app_name = "angka_kredit"
urlpatterns: list[URLPattern] = []
