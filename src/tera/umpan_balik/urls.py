"""Routes of the voices: continuous feedback, 360 rounds, the public."""

from django.urls import URLPattern

from tera.umpan_balik.urls_berkelanjutan import daftar_berkelanjutan
from tera.umpan_balik.urls_publik import daftar_publik
from tera.umpan_balik.urls_putaran import daftar_putaran

app_name = "umpan_balik"
urlpatterns: list[URLPattern] = [*daftar_berkelanjutan, *daftar_putaran, *daftar_publik]
