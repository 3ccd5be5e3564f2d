"""Routes of reward."""

from django.urls import URLPattern, path, re_path

from tera.tindak_lanjut.views.penghargaan import calon, publik, putaran, rekam, tunjangan

urlpatterns: list[URLPattern] = [
    path("", putaran.saya, name="penghargaan_saya"),
    path("jenis/", putaran.jenis, name="penghargaan_jenis"),
    path("jenis/baru/", putaran.jenis_baru, name="penghargaan_jenis_baru"),
    path("jenis/<int:pk>/", putaran.jenis_ubah, name="penghargaan_jenis_ubah"),
    path("putaran/baru/", putaran.baru, name="penghargaan_putaran_baru"),
    path("putaran/<int:pk>/", putaran.rincian, name="penghargaan_putaran"),
    path("putaran/<int:pk>/tim/", putaran.tim, name="penghargaan_tim"),
    path("putaran/<int:pk>/hitung/", putaran.hitung, name="penghargaan_hitung"),
    path("putaran/<int:pk>/usulkan/", calon.usulkan, name="penghargaan_usulkan"),
    path("putaran/<int:pk>/putuskan/", calon.putuskan, name="penghargaan_putuskan"),
    path("putaran/<int:pk>/batal/", putaran.batal, name="penghargaan_batal"),
    re_path(
        r"^putaran/(?P<pk>[0-9]{1,18})/langkah/(?P<aksi>tutup|buka|umumkan)/$",
        putaran.langkah,
        name="penghargaan_langkah",
    ),
    path("calon/<int:pk>/", calon.rincian, name="penghargaan_calon"),
    path("calon/<int:pk>/pandangan/", calon.pandangan, name="penghargaan_pandangan"),
    path("calon/<int:pk>/mundur/", calon.mundur, name="penghargaan_mundur"),
    path("calon/<int:pk>/persetujuan/", calon.persetujuan, name="penghargaan_persetujuan"),
    path("rekam/", rekam.daftar, name="penghargaan_rekam"),
    path("rekam/saya/", rekam.saya, name="penghargaan_rekam_saya"),
    path("rekam/baru/", rekam.baru, name="penghargaan_rekam_baru"),
    path("rekam/impor/", rekam.impor, name="penghargaan_rekam_impor"),
    path("rekam/<int:pk>/cabut/", rekam.cabut, name="penghargaan_rekam_cabut"),
    path("koreksi/baru/", rekam.koreksi_baru, name="penghargaan_koreksi_baru"),
    path("koreksi/<int:pk>/", rekam.koreksi, name="penghargaan_koreksi"),
    path("tunjangan/", tunjangan.aturan, name="penghargaan_aturan"),
    path("tunjangan/baru/", tunjangan.aturan_baru, name="penghargaan_aturan_baru"),
    path("tunjangan/<int:pk>/cabut/", tunjangan.aturan_cabut, name="penghargaan_aturan_cabut"),
    path("tunjangan/faktor/", tunjangan.faktor, name="penghargaan_faktor"),
    path("tunjangan/faktor.<slug:bentuk>", tunjangan.faktor_unduh, name="penghargaan_faktor_unduh"),
    path("tunjangan/kehadiran/", tunjangan.kehadiran, name="penghargaan_kehadiran"),
    path("tunjangan/saya/", tunjangan.saya, name="penghargaan_tunjangan_saya"),
    path("publik/<slug:kode>/", publik.daftar, name="penghargaan_publik"),
]
