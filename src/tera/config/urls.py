"""The URL table: each room brings its own; ``web`` composes home."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("tera.web.urls")),
    path("", include("tera.web.urls_allauth")),
    path("", include("tera.organisasi.urls")),
    path("skp/", include("tera.skp.urls")),
    path("pelaksanaan/", include("tera.pelaksanaan.urls")),
    path("umpan-balik/", include("tera.umpan_balik.urls")),
    path("evaluasi/", include("tera.evaluasi.urls")),
    path("dialog/", include("tera.dialog.urls")),
    path("", include("tera.tindak_lanjut.urls")),
    path("angka-kredit/", include("tera.angka_kredit.urls")),
    path("kalibrasi/", include("tera.kalibrasi.urls")),
    path("bimtek/", include("tera.bimtek.urls")),
    path("dasbor/", include("tera.dasbor.urls")),
    path("dokumen/", include("tera.dokumen.urls")),
    path("integrasi/", include("tera.integrasi.urls")),
    path("notifikasi/", include("tera.notifikasi.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("gaya/", include("tera.antarmuka.urls")))
handler403 = "tera.web.views.galat.tidak_berwenang"
handler404 = "tera.web.views.galat.tidak_ditemukan"
handler500 = "tera.web.views.galat.galat_server"
