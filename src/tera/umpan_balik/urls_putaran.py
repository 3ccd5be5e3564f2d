"""Routes of 360 rounds: addresses below /umpan-balik/putaran/."""

from django.urls import URLPattern

daftar_putaran: list[URLPattern] = []
