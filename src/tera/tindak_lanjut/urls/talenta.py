"""Routes of talent and promotion."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
