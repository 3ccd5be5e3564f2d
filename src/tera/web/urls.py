"""Routes of the web face."""

from django.urls import path

from tera.web import urls_akun
from tera.web.views import bahasa, bantuan, beranda, cetak_tindakan, dasbor, perkakas

app_name = "web"
urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("perkenalan/", beranda.perkenalan, name="perkenalan"),
    path("kelola/", beranda.kelola, name="kelola"),
    path("tanda-terima/", beranda.tanda_terima, name="tanda_terima"),
    path("bantuan/", bantuan.bantuan, name="bantuan"),
    path("bantuan/warga/", bantuan.panduan_warga, name="panduan_warga"),
    path("bantuan/glosarium/", bantuan.glosarium, name="glosarium"),
    path("bantuan/peraturan/", bantuan.peraturan, name="peraturan"),
    path("bantuan/peraturan/<slug:kode>/", bantuan.peraturan_rincian, name="peraturan_rincian"),
    path("bantuan/panduan/<slug:nama>/", bantuan.panduan, name="panduan"),
    path("bantuan/selebaran/<slug:nama>.pdf", bantuan.selebaran, name="selebaran"),
    path("dasbor/<int:pk>/laporan.pdf", dasbor.laporan, name="dasbor_laporan"),
    path("draf/<slug:kunci>/", perkakas.draf, name="draf"),
    path("bahasa/", bahasa.bahasa, name="bahasa"),
    path("csrf/", perkakas.csrf, name="csrf"),
    path("sw.js", perkakas.pekerja_layanan, name="pekerja_layanan"),
    path("luring/", perkakas.luring, name="luring"),
    path("sehat/", perkakas.sehat, name="sehat"),
    path("verifikasi/akar/", perkakas.akar_audit, name="akar_audit"),
    path("periksa/<slug:token>/", perkakas.periksa, name="periksa"),
    path("cetak/konseling/<int:pk>.pdf", cetak_tindakan.konseling, name="cetak_konseling"),
    path("cetak/perjanjian/<int:pk>.pdf", cetak_tindakan.perjanjian, name="cetak_perjanjian"),
    *urls_akun.urlpatterns,
]
