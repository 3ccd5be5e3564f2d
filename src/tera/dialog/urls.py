"""Routes of the room."""

from django.urls import URLPattern

app_name = "dialog"
urlpatterns: list[URLPattern] = []
