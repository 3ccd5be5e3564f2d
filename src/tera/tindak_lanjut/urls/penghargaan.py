"""Routes of reward."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
