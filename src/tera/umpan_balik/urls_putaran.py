"""Routes of 360 rounds: addresses below /umpan-balik/putaran/."""

from django.urls import URLPattern, path

from tera.umpan_balik.views import putaran, putaran_isi, putaran_kelola

ORANG = "putaran/orang/<int:pk>/"
KELOLA = "putaran/kelola/<int:pk>/"

daftar_putaran: list[URLPattern] = [
    path("putaran/", putaran.daftar, name="putaran"),
    path("putaran/isi/<int:pk>/", putaran_isi.isi, name="putaran_isi"),
    path("putaran/undangan/<str:token>/", putaran_isi.undangan, name="putaran_undangan"),
    path(ORANG, putaran.orang, name="putaran_orang"),
    path(f"{ORANG}usul/", putaran.usul, name="putaran_usul"),
    path(f"{ORANG}mitra/", putaran.mitra, name="putaran_mitra"),
    path(f"{ORANG}setujui/", putaran.setujui, name="putaran_setujui"),
    path(f"{ORANG}ubah/", putaran.ubah, name="putaran_ubah"),
    path(f"{ORANG}hasil/", putaran.hasil, name="putaran_hasil"),
    path(f"{ORANG}kunci/", putaran_kelola.kunci, name="putaran_kunci"),
    path("putaran/responden/<int:pk>/keluarkan/", putaran.keluarkan, name="putaran_keluarkan"),
    path("putaran/kunci/", putaran_kelola.kunci_daftar, name="kunci_daftar"),
    path("putaran/kunci/<int:pk>/setujui/", putaran_kelola.kunci_setujui, name="kunci_setujui"),
    path("putaran/kunci/<int:pk>/baca/", putaran_kelola.kunci_baca, name="kunci_baca"),
    path("putaran/instrumen/", putaran_kelola.instrumen, name="putaran_instrumen"),
    path("putaran/kelola/", putaran_kelola.kelola, name="putaran_kelola"),
    path(KELOLA, putaran_kelola.rincian, name="putaran_rincian"),
    path(f"{KELOLA}undi/", putaran_kelola.undi, name="putaran_undi"),
    path(f"{KELOLA}mulai/", putaran_kelola.mulai, name="putaran_mulai"),
    path(f"{KELOLA}tutup/", putaran_kelola.tutup, name="putaran_tutup"),
]
