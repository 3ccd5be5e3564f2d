"""Routes of continuous feedback: addresses below /umpan-balik/."""

from django.urls import URLPattern

daftar_berkelanjutan: list[URLPattern] = []
