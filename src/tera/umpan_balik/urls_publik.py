"""Routes of the public: service points, SKM, forum: addresses below /umpan-balik/."""

from django.urls import URLPattern, path, re_path

from tera.umpan_balik.views import forum, layanan, moderasi, publik, publik_hasil, suara

#: What an officer may do with a text; anything else is nobody's address.
_AKSI = "|".join((*moderasi.FORMULIR, *sorted(moderasi.TANPA_ISIAN)))

daftar_publik: list[URLPattern] = [
    path("l/<slug:kode>/", publik.skm, name="skm"),
    path("l/<slug:kode>/hasil/", publik_hasil.skm_hasil, name="skm_hasil"),
    path("layanan/", layanan.daftar, name="layanan"),
    path("layanan/baru/", layanan.baru, name="layanan_baru"),
    path("layanan/unit/<int:pk>/", layanan.unit, name="layanan_unit"),
    path("layanan/<int:pk>/", layanan.rincian, name="layanan_rincian"),
    path("layanan/<int:pk>/ubah/", layanan.ubah, name="layanan_ubah"),
    path("layanan/<int:pk>/tertahan/", layanan.tertahan, name="layanan_tertahan"),
    path("layanan/<int:pk>/ikm.xlsx", layanan.unduh, name="layanan_unduh"),
    path("tulisan/", moderasi.daftar, name="moderasi"),
    path("tulisan/<int:pk>/", moderasi.rincian, name="moderasi_rincian"),
    re_path(
        rf"^tulisan/(?P<pk>[0-9]{{1,18}})/(?P<aksi>{_AKSI})/$",
        moderasi.putuskan,
        name="moderasi_putuskan",
    ),
    path("f/<slug:kode>/", forum.warga, name="forum_warga"),
    path("forum/", forum.daftar, name="forum"),
    path("forum/baru/", forum.baru, name="forum_baru"),
    path("forum/<int:pk>/", forum.rincian, name="forum_rincian"),
    path("forum/<int:pk>/ubah/", forum.ubah, name="forum_ubah"),
    path("suara/", suara.saya, name="suara"),
    path("suara/<int:pk>/tanggapi/", suara.tanggapi, name="suara_tanggapi"),
    path("suara/pegawai/<int:pk>/", suara.pegawai, name="suara_pegawai"),
]
