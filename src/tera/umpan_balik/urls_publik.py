"""Routes of the public: service points, SKM, forum: addresses below /umpan-balik/."""

from django.urls import URLPattern

daftar_publik: list[URLPattern] = []
