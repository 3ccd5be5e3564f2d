"""Routes of the room: one module per topic."""

from django.urls import include, path

from tera.tindak_lanjut.urls import pengembangan, penghargaan, talenta, tindakan

app_name = "tindak_lanjut"
urlpatterns = [
    path("tindak-lanjut/", include(tindakan.urlpatterns)),
    path("pengembangan/", include(pengembangan.urlpatterns)),
    path("penghargaan/", include(penghargaan.urlpatterns)),
    path("talenta/", include(talenta.urlpatterns)),
]
