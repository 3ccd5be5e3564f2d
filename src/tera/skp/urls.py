"""Routes of the room."""

from django.urls import path

from tera.skp.views import daftar, matriks, pengelola, penilai, rincian, sasaran, susun, tugas, unit

app_name = "skp"
urlpatterns = [
    path("", daftar.daftar, name="daftar"),
    path("buat/", daftar.buat, name="buat"),
    path("antrean/", penilai.antrean, name="antrean"),
    path("antrean/tetapkan/", penilai.tetapkan_banyak, name="tetapkan_banyak"),
    path("matriks/", matriks.saya, name="matriks_saya"),
    path("sasaran/", sasaran.sasaran, name="sasaran"),
    path("rubrik/", unit.rubrik, name="rubrik"),
    path("rubrik/baru/", unit.rubrik_baru, name="rubrik_baru"),
    path("saran/indikator/", susun.saran_indikator, name="saran_indikator"),
    path("saran/periksa/", susun.periksa_teks, name="periksa_teks"),
    path("unit/", unit.unit, name="unit"),
    path("unit/<int:pk>/", unit.unit, name="unit_satu"),
    path("pengelola/susun/<int:penugasan>/", pengelola.susun, name="pengelola_susun"),
    path("<int:pk>/tetapkan-pengelola/", pengelola.tetapkan, name="pengelola_tetapkan"),
    path("<int:pk>/", rincian.rincian, name="rincian"),
    path("<int:pk>/sunting/", susun.sunting, name="sunting"),
    path("<int:pk>/salin/", susun.salin, name="salin"),
    path("<int:pk>/tempel/", susun.tempel, name="tempel"),
    path("<int:pk>/tugas/", tugas.tugas, name="tugas"),
    path("<int:pk>/ajukan/", rincian.ajukan, name="ajukan"),
    path("<int:pk>/tarik/", rincian.tarik, name="tarik"),
    path("<int:pk>/batalkan/", rincian.batalkan, name="batalkan"),
    path("<int:pk>/versi-baru/", rincian.versi_baru, name="versi_baru"),
    path("<int:pk>/riwayat/", rincian.riwayat, name="riwayat"),
    path("<int:pk>/catatan/", rincian.catat, name="catat"),
    path("<int:pk>/banding/<int:lama>/", rincian.banding, name="banding"),
    path("<int:pk>/arah/<int:rhk>/", rincian.arah, name="arah"),
    path("<int:pk>/tinjau/", penilai.tinjau, name="tinjau"),
    path("<int:pk>/tetapkan/", penilai.tetapkan, name="tetapkan"),
    path("<int:pk>/kembalikan/", penilai.kembalikan, name="kembalikan"),
    path("<int:pk>/matriks/", matriks.tampil, name="matriks"),
    path("<int:pk>/matriks/<int:rhk>/", matriks.kolom, name="kolom"),
    path("<int:pk>/matriks/peserta/", matriks.peserta, name="peserta"),
    path("<int:pk>/matriks/pindah/", matriks.pindah, name="pindah"),
]
