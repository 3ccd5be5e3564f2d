"""Our own account pages; ``web.urls`` includes the list under the namespace ``web``."""

from allauth.account.views import logout
from django.urls import path

from tera.web.views import aktivasi, akun, akun_masuk, petugas

urlpatterns = [
    path("masuk/latihan/", akun_masuk.masuk_latihan, name="masuk_latihan"),
    path("keluar/", logout, name="keluar"),
    path("akun/keamanan/", akun.keamanan, name="keamanan"),
    path("akun/perangkat/<int:pk>/keluarkan/", akun.keluarkan_perangkat, name="keluarkan"),
    path("akun/perangkat/keluarkan-lain/", akun.keluarkan_perangkat, name="keluarkan_lain"),
    path("akun/akses/", akun.akses, name="akses"),
    path("akun/data/", akun.data_saya, name="data_saya"),
    path("akun/data/unduh/", akun.unduh_data, name="unduh_data"),
    path("aktivasi/", aktivasi.aktivasi, name="aktivasi"),
    path("aktivasi/kelola/", aktivasi.kelola, name="aktivasi_kelola"),
    path("aktivasi/kelola/unit/<int:pk>/", aktivasi.unit, name="aktivasi_unit"),
    path(
        "aktivasi/kelola/unit/<int:pk>/terbitkan/",
        aktivasi.terbitkan,
        name="aktivasi_terbitkan",
    ),
    path("aktivasi/kelola/unit/<int:pk>/surat.pdf", aktivasi.surat_unit, name="surat_unit"),
    path("aktivasi/kelola/pegawai/<int:pk>/", aktivasi.atur_ulang, name="atur_ulang"),
    path("aktivasi/kelola/pegawai/<int:pk>/kode/", aktivasi.kode_pegawai, name="kode_pegawai"),
    path(
        "aktivasi/kelola/pegawai/<int:pk>/surat.pdf", aktivasi.surat_pegawai, name="surat_pegawai"
    ),
    path("petugas/mulai/", petugas.mulai, name="petugas_mulai"),
    path("petugas/akhiri/", petugas.akhiri, name="petugas_akhiri"),
]
