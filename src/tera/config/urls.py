"""The URL table: each room brings its own; ``web`` composes home."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("tera.web.urls")),
    path("", include("tera.web.urls_allauth")),
    path("", include("tera.organisasi.urls")),
    path("skp/", include("tera.skp.urls")),
    path("pelaksanaan/", include("tera.pelaksanaan.urls")),
    path("evaluasi/", include("tera.evaluasi.urls")),
    path("dokumen/", include("tera.dokumen.urls")),
    path("integrasi/", include("tera.integrasi.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("gaya/", include("tera.antarmuka.urls")))
handler403 = "tera.web.views.galat.tidak_berwenang"
handler404 = "tera.web.views.galat.tidak_ditemukan"
handler500 = "tera.web.views.galat.galat_server"
