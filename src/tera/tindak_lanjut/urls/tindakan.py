"""Routes of from result to action."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
