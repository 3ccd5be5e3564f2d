"""Routes of development."""

from django.urls import URLPattern, path

from tera.tindak_lanjut.views.pengembangan import (
    kegiatan,
    pelatihan,
    pendampingan,
    peserta,
    rencana,
    unit,
    usul,
)

KEGIATAN = "kegiatan/<int:pk>/"
SESI = "sesi/<int:pk>/"
PESERTA = "peserta/<int:pk>/"
PASANGAN = "pendampingan/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("", rencana.saya, name="pengembangan_saya"),
    path("tim/", rencana.tim, name="pengembangan_tim"),
    path("orang/<int:pk>/", rencana.orang, name="pengembangan_orang"),
    path("peta/", rencana.peta_saya, name="pengembangan_peta_saya"),
    path("orang/<int:pk>/peta/", rencana.peta, name="pengembangan_peta"),
    path("rencana/<int:pk>/langkah/", rencana.langkah, name="pengembangan_langkah"),
    path("rencana/<int:pk>/kembalikan/", rencana.kembalikan, name="pengembangan_kembalikan"),
    path("kegiatan/baru/", rencana.kegiatan_baru, name="pengembangan_kegiatan_baru"),
    path(KEGIATAN, kegiatan.rincian, name="pengembangan_kegiatan"),
    path(f"{KEGIATAN}ubah/", rencana.kegiatan_ubah, name="pengembangan_kegiatan_ubah"),
    path(f"{KEGIATAN}hapus/", rencana.kegiatan_hapus, name="pengembangan_kegiatan_hapus"),
    path(f"{KEGIATAN}mulai/", kegiatan.mulai, name="pengembangan_mulai"),
    path(f"{KEGIATAN}selesai/", kegiatan.selesai, name="pengembangan_selesai"),
    path(f"{KEGIATAN}verifikasi/", kegiatan.verifikasi, name="pengembangan_verifikasi"),
    path(f"{KEGIATAN}kembalikan/", kegiatan.kembalikan, name="pengembangan_kegiatan_kembalikan"),
    path(f"{KEGIATAN}batal/", kegiatan.batal, name="pengembangan_batal"),
    path(f"{KEGIATAN}berkas/", kegiatan.berkas, name="pengembangan_berkas"),
    path("pelatihan/", pelatihan.katalog, name="katalog"),
    path("pelatihan/baru/", pelatihan.baru, name="pelatihan_baru"),
    path("pelatihan/<int:pk>/", pelatihan.rincian, name="pelatihan"),
    path("pelatihan/<int:pk>/ubah/", pelatihan.ubah, name="pelatihan_ubah"),
    path("pelatihan/<int:pk>/sesi/", pelatihan.sesi_baru, name="sesi_pelatihan_baru"),
    path(SESI, pelatihan.sesi, name="sesi_pelatihan"),
    path(f"{SESI}daftar/", pelatihan.daftar, name="sesi_daftar"),
    path(f"{SESI}luluskan/", pelatihan.luluskan, name="sesi_luluskan"),
    path(f"{SESI}selesai/", pelatihan.sesi_selesai, name="sesi_pelatihan_selesai"),
    path(f"{SESI}batal/", pelatihan.sesi_batal, name="sesi_pelatihan_batal"),
    path(f"{SESI}lembar/impor/", peserta.impor, name="sesi_peserta_impor"),
    path(f"{SESI}peserta.xlsx", peserta.lembar, name="sesi_peserta_xlsx"),
    path(f"{PESERTA}batal/", pelatihan.peserta_batal, name="peserta_batal"),
    path(f"{PESERTA}hasil/", peserta.hasil, name="peserta_hasil"),
    path(f"{PESERTA}sertifikat/", peserta.sertifikat, name="sertifikat"),
    path(f"{PESERTA}sertifikat/unduh/", peserta.unduh, name="sertifikat_unduh"),
    path(f"{PESERTA}dampak/", peserta.dampak, name="dampak_jawab"),
    path("usul/", usul.daftar, name="usul_daftar"),
    path("orang/<int:pk>/nominasi/", usul.nominasi_baru, name="nominasi_baru"),
    path("nominasi/<int:pk>/", usul.nominasi, name="nominasi"),
    path("nominasi/<int:pk>/putus/", usul.nominasi_putus, name="nominasi_putus"),
    path("nominasi/<int:pk>/tarik/", usul.nominasi_tarik, name="nominasi_tarik"),
    path("orang/<int:pk>/tugas/", usul.tugas_baru, name="usul_tugas_baru"),
    path("tugas/<int:pk>/", usul.tugas, name="usul_tugas"),
    path("tugas/<int:pk>/putus/", usul.tugas_putus, name="usul_tugas_putus"),
    path("tugas/<int:pk>/tarik/", usul.tugas_tarik, name="usul_tugas_tarik"),
    path("pendampingan/", pendampingan.daftar, name="pendampingan_daftar"),
    path("orang/<int:pk>/pendampingan/", pendampingan.baru, name="pendampingan_baru"),
    path(PASANGAN, pendampingan.rincian, name="pendampingan"),
    path(f"{PASANGAN}setuju/", pendampingan.setuju, name="pendampingan_setuju"),
    path(f"{PASANGAN}temu/", pendampingan.temu, name="pendampingan_temu"),
    *(
        path(f"{PASANGAN}{aksi}/", pendampingan.tutup, {"aksi": aksi}, f"pendampingan_{aksi}")
        for aksi in ("tolak", "hentikan", "selesai")
    ),
    path("kebutuhan/", unit.kebutuhan, name="kebutuhan"),
    path("kebutuhan/daftar/", unit.daftar, name="kebutuhan_daftar"),
    path("kebutuhan/xlsx/", unit.lembar, name="kebutuhan_xlsx"),
    path("dampak/", unit.dampak, name="dampak"),
]
